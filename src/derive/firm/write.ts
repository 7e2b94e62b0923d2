/** How every part of the argument about a model is written: once a model, piece by piece. */
import type { Model } from '../../economics/model.ts';
import { callsOf } from '../../kernel/calls.ts';
import { elasticity, rawDerivative } from '../../kernel/differentiate.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { printText } from '../../kernel/print-text.ts';
import { signOf } from '../../kernel/sign.ts';
import { add, multiply, power, symbol, symbolsOf, type Term } from '../../kernel/term.ts';
import { Argument, type Line } from '../argument.ts';
import type { Derivation } from '../derivation.ts';
import { equation, relation } from '../relation.ts';
import { type Firm, firmsOf, shorter } from './firm.ts';
import type { Letters } from './letters.ts';

export const sym = (letter: { readonly name: string }): Term => symbol(letter.name);

export interface Head {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly uses: readonly string[];
  /** Derivations, piece by piece, whose letters mean the same here. */
  readonly from?: readonly Derivation[];
}

/** Names a line as a result. */
export type Note = Argument['result'];

const SOURCE = 'derived here from the model, by the same argument for every model';

/** Runs a part of the argument where the kink of the piece is resolved, what d tokens are worth given a letter. */
function withinPiece(arg: Argument, { piece, effective, letters }: Firm, write: () => void): void {
  if (!piece.order) {
    write();
    return;
  }
  const { smaller, larger } = piece.order;
  const words = `Suppose ${printText(smaller)} < ${printText(larger)}.`;
  arg.inCase(words, relation(smaller, '<', larger), () => {
    if (effective) worth(arg, effective, letters);
    write();
  });
}

function worth(arg: Argument, effective: Term, letters: Letters): void {
  for (const { args } of callsOf(effective, ['exp'])) {
    if (args[0] && signOf(args[0], arg.context) === 'negative')
      arg.decays('The exponential of something negative is below 1.', args[0]);
  }
  const value = arg.define(letters.d_e, effective, 'What d tokens are worth.');
  const marginal = rawDerivative(effective, 'd');
  const collected = shorter(marginal, arg.context);
  arg.define(letters.d_e1, collected, 'What one more is worth.');
  arg.differentiate('It is the slope of their worth.', value, 'd', sym(letters.d_e1), sym(letters.d_e1));
}

const made = new WeakMap<Model, Map<string, readonly Derivation[]>>();

/**
 * One derivation a smooth piece of the model, for letters mean other things in another piece; written once.
 * @throws OptimandError where a step cannot be taken.
 */
export function aboutModel(
  model: Model,
  head: Head,
  write: (arg: Argument, firm: Firm, note: Note) => void,
): readonly Derivation[] {
  const kept = made.get(model) ?? new Map<string, readonly Derivation[]>();
  made.set(model, kept);
  const found = kept.get(head.id) ?? firmsOf(model).map((firm) => aboutPiece(firm, head, write));
  kept.set(head.id, found);
  return found;
}

function aboutPiece(
  firm: Firm,
  { id, title, statement, uses, from }: Head,
  write: (arg: Argument, firm: Firm, note: Note) => void,
): Derivation {
  const { model, piece, index } = firm;
  const { symbols } = from?.[index] ?? model;
  const arg = new Argument({ symbols, facts: model.facts });
  const { order, tag } = piece;
  const where = order ? `, where ${printText(order.smaller)} < ${printText(order.larger)}` : '';
  withinPiece(arg, firm, () => write(arg, firm, (...found) => arg.result(...found)));
  const own = { id: `${id}${tag}`, title: `${title}${where}`, statement, source: SOURCE, onePoint: false };
  const parameters = model.parameters.map(({ name }) => name);
  return arg.finish({ ...own, variant: model.id, parameters, uses: uses.map((use) => `${use}${tag}`) }, []);
}

/** The derivative, like terms collected, letters left as they are; data act through what they are worth. */
export function slopeOf(value: Term, by: string, arg: Argument, { letters, effective }: Firm): Term {
  const direct = tidy(rawDerivative(value, by), arg.context);
  if (by !== 'd' || !effective) return direct;
  const through = tidy(rawDerivative(value, letters.d_e.name), arg.context);
  return add(direct, multiply(through, sym(letters.d_e1)));
}

/** The derivative of a value that a letter stands for: its elasticity, times the letter over the variable. */
export interface Pace {
  readonly share: Term;
  readonly times: Term;
}

export function paceOf(value: Term, letter: Term, by: string, arg: Argument, firm: Firm): Pace {
  const { letters, effective } = firm;
  const through = by === 'd' && effective ? letters.d_e.name : by;
  const rest = multiply(letter, power(through, -1));
  return {
    share: elasticity(value, through, arg.context),
    times: through === by ? rest : multiply(rest, sym(letters.d_e1)),
  };
}

/** That somebody buys, assumed where adoption does not imply it. */
export function assumeSold(arg: Argument, { letters }: Firm): void {
  if (signOf(sym(letters.f), arg.context) !== 'positive')
    arg.assume('Somebody buys.', relation(sym(letters.f), '>', 0));
}

/** Says in words why a part of the argument does not apply. */
export function whyNot(arg: Argument, note: Note, words: string): void {
  note('not-derived', words.replace(/\.$/, ''), arg.therefore(words, []));
}

/** What all sellers do, put in where a seller has taken the others as given. */
export function atSymmetry(arg: Argument, { model }: Firm, line: Line): Line {
  const rivals = Object.entries(model.rivals).filter(([name]) =>
    [line.left, line.right].some((side) => symbolsOf(side).includes(name)),
  );
  return rivals.length === 0
    ? line
    : arg.substitute(
        'All sellers are alike, so in equilibrium the others do the same.',
        line,
        ...rivals.map(([name, value]) => equation(symbol(name), value)),
      );
}
