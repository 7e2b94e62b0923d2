/**
 * A model as the argument takes it apart: its smooth pieces, quality as a corner or as a smooth function, and revenue and
 * costs in the letters n, d, t and f.
 */
import type { Limit } from '../../economics/block.ts';
import type { Model } from '../../economics/model.ts';
import { contextOf } from '../../economics/model.ts';
import { callsOf, replacePart } from '../../kernel/calls.ts';
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { printText } from '../../kernel/print-text.ts';
import { add, parts, sameTerm, symbol, symbolsOf, type Term } from '../../kernel/term.ts';
import { type Letters, lettersFor } from './letters.ts';

/** The smaller of what parameters and what data allow. */
export interface Corner {
  readonly kind: 'corner';
  readonly byParameters: Term;
  readonly byData: Term;
}

export interface Smooth {
  readonly kind: 'smooth';
  readonly value: Term;
}

/** Which of the two terms of a kink inside quality is the smaller, and what the kink is then. */
interface Order {
  readonly smaller: Term;
  readonly larger: Term;
  readonly kink: Term;
  readonly value: Term;
}

export interface Piece {
  /** Null where there is no kink inside quality. */
  readonly order: Order | null;
  /** What the ids of its derivations end with. */
  readonly tag: string;
}

/** One smooth piece of a model. */
export interface Firm {
  readonly model: Model;
  readonly letters: Letters;
  readonly piece: Piece;
  /** Which of the pieces it is. */
  readonly index: number;
  readonly quality: Corner | Smooth;
  /** What d tokens are worth, where that is not d itself; quality then holds the letter d_e in its place. */
  readonly effective: Term | null;
  /** Sales: the letter t, or what the market fixes. */
  readonly t: Term;
  readonly revenue: Term;
  readonly training: Term;
  readonly inference: Term;
  readonly data: Term;
  /** All that is spent. */
  readonly costs: Term;
  readonly limits: readonly Limit[];
}

export const dependsOn = (value: Term, ...names: readonly string[]): boolean =>
  symbolsOf(value).some((name) => names.includes(name));

/** The term, or what its normal form makes of it, whichever takes less room. */
export function shorter(value: Term, context: Context): Term {
  const collected = tidy(value, context);
  return printText(collected).length < printText(value).length ? collected : value;
}

/** The smallest part of the term that holds the kink and all data. */
function around(value: Term, kink: Term): Term {
  const holding = parts(value).filter((part) => dependsOn(part, 'd') || contains(part, kink));
  const [only] = holding;
  return only && holding.length === 1 && contains(only, kink) ? around(only, kink) : value;
}

const contains = (value: Term, inner: Term): boolean =>
  sameTerm(value, inner) || parts(value).some((part) => contains(part, inner));

/** What data act through, with the kink inside it resolved, and quality with a letter in its place. */
function resolved(
  { id, quality }: Model,
  { order }: Piece,
  letter: string,
  context: Context,
): { readonly quality: Term; readonly effective: Term | null } {
  if (!order) return { quality, effective: null };
  const outer = around(quality, order.kink);
  if (dependsOn(outer, 'n')) {
    return refuse(
      'data do not act through one term that holds the kink inside quality',
      `the argument about ${id}`,
      'write quality in n and one term in d',
    );
  }
  const value = shorter(replacePart(outer, order.kink, order.value), context);
  const isPlain = value.kind === 'symbol';
  return {
    quality: replacePart(quality, outer, isPlain ? value : symbol(letter)),
    effective: isPlain ? null : value,
  };
}

function shapeOf(model: Model, value: Term, data: readonly string[]): Corner | Smooth {
  if (value.kind !== 'call' || value.name !== 'min') return { kind: 'smooth', value };
  const byParameters = value.args.find((arg) => dependsOn(arg, 'n') && !dependsOn(arg, ...data));
  const byData = value.args.find((arg) => dependsOn(arg, ...data) && !dependsOn(arg, 'n'));
  if (!byParameters || !byData || value.args.length !== 2) {
    return refuse(
      'quality is the smallest of several things, but not of two, one of parameters alone and one of data alone',
      `the argument about ${model.id}`,
      'write it so, or as a smooth function of both',
    );
  }
  return { kind: 'corner', byParameters, byData };
}

/** The pieces between the kinks inside quality; the kink of quality itself is no such. */
function piecesOf({ id, quality }: Model): readonly Piece[] {
  const inside = quality.kind === 'call' && quality.name === 'min' ? parts(quality) : [quality];
  const kinks = inside.flatMap((part) => callsOf(part, ['min', 'max']));
  const [kink, more] = kinks;
  if (!kink) return [{ order: null, tag: '' }];
  const [first, second] = kink.args as [Term, Term];
  if (more || kink.args.length !== 2) {
    return refuse(
      'quality has more than one kink inside',
      `the argument about ${id}`,
      'write it with one min or max of two',
    );
  }
  const ordered = (smaller: Term, larger: Term): Order => ({
    smaller,
    larger,
    kink,
    value: kink.name === 'min' ? smaller : larger,
  });
  return [
    { order: ordered(first, second), tag: '' },
    { order: ordered(second, first), tag: '-2' },
  ];
}

const made = new WeakMap<Model, readonly Firm[]>();

/** The model, piece by piece. @throws OptimandError where quality has a form that the argument does not cover. */
export function firmsOf(model: Model): readonly Firm[] {
  const known = made.get(model);
  if (known) return known;
  const context = contextOf(model);
  const letters = lettersFor(model);
  const [n, d, t] = [symbol('n'), symbol('d'), model.given.t ?? symbol('t')];
  const { market, cost } = model.blocks;
  const [training, inference, data] = [cost.training(n, d), cost.inference(n, t), model.dataSpend];
  const firms = piecesOf(model).map((piece, index): Firm => {
    const { quality, effective } = resolved(model, piece, letters.d_e.name, context);
    return {
      model,
      letters,
      piece,
      index,
      quality: shapeOf(model, quality, ['d', letters.d_e.name]),
      effective,
      t,
      revenue: market.revenue(symbol(letters.f.name), t),
      training,
      inference,
      data,
      costs: add(training, inference, data),
      limits: model.limits,
    };
  });
  made.set(model, firms);
  return firms;
}
