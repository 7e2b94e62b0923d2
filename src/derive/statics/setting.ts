/**
 * Where an optimum lies: which piece of each kink it is on and which limits bind. On a piece every term is smooth, and
 * what is not chosen freely follows what is: data follow size along the ray on which nothing is in excess, a variable whose
 * limit binds is the limit.
 */
import type { Limit } from '../../economics/block.ts';
import { contextOf, type Model } from '../../economics/model.ts';
import { subsetsOf } from '../../economics/subsets.ts';
import { replacePart } from '../../kernel/calls.ts';
import type { Context, Fact } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { ratioTerm } from '../../kernel/normal/to-term.ts';
import { isZeroRatio } from '../../kernel/ratio.ts';
import {
  divide,
  isZeroTerm,
  mapParts,
  one,
  parts,
  power,
  sameTerm,
  subtract,
  symbolsOf,
  type Term,
  zero,
} from '../../kernel/term.ts';
import { coefficientTerm, powersOf } from '../../solve/powers-of.ts';
import { solve } from '../../solve/solve.ts';

/** What is chosen at one kink. */
interface Choice {
  readonly kink: Term;
  readonly chosen: Term;
}

export interface Setting {
  readonly model: Model;
  readonly context: Context;
  /** Short name of the place, as rows and headings have it. */
  readonly where: string;
  /** Quality on the piece: on a ray, the branch that does not depend on what follows. */
  readonly quality: Term;
  readonly pieces: readonly Choice[];
  /** Variables that follow others along the ray, in one's own choice. */
  readonly ray: Readonly<Record<string, Term>>;
  /** Variables that the limits fix, and along the ray what they fix besides. */
  readonly fixed: Readonly<Record<string, Term>>;
  readonly binding: readonly Limit[];
  /** Variables in which the conditions are taken, those of binding limits among them. */
  readonly own: readonly string[];
  /** Variables that answer to a change. */
  readonly unknowns: readonly string[];
}

const place = 'comparative statics';
const LIMIT_NAMES = { n: 'size-bound', d: 'data-bound', t: 'sales-bound' } as const;

const isKink = (value: Term): boolean =>
  value.kind === 'call' && (value.name === 'min' || value.name === 'max');

/** Kinks of a term, each once, innermost first. */
export function kinksIn(value: Term): readonly Term[] {
  const inside = parts(value).flatMap(kinksIn);
  const all = isKink(value) ? [...inside, value] : inside;
  return all.filter((kink, i) => all.findIndex((other) => sameTerm(other, kink)) === i);
}

/** The term with sums that vanish folded away, and exponentials of zero. */
function folded(value: Term, context: Context): Term {
  const inner = mapParts(value, (part) => folded(part, context));
  if (inner.kind === 'sum' && normalise(inner, context).length === 0) return zero;
  if (inner.kind === 'product' && inner.factors.some(isZeroTerm)) return zero;
  return inner.kind === 'call' && inner.name === 'exp' && isZeroTerm(inner.args[0] as Term) ? one : inner;
}

/** Every way to choose one argument at each kink. */
function choicesOf(kinks: readonly Term[]): readonly (readonly Choice[])[] {
  return kinks.reduce<readonly (readonly Choice[])[]>(
    (ways, kink) => ways.flatMap((way) => parts(kink).map((chosen) => [...way, { kink, chosen }])),
    [[]],
  );
}

/** What a choice says about the arguments: the chosen one is the smaller, or the larger. */
const factsOf = (choices: readonly Choice[]): readonly Fact[] =>
  choices.flatMap(({ kink, chosen }) =>
    parts(kink)
      .filter((other) => other !== chosen)
      .map((other): Fact => {
        const isMin = kink.kind === 'call' && kink.name === 'min';
        return {
          term: isMin ? subtract(other, chosen) : subtract(chosen, other),
          is: 'positive',
          because: 'the piece of the kink on which the optimum lies',
        };
      }),
  );

interface Piece {
  readonly quality: Term;
  readonly ray: Readonly<Record<string, Term>>;
}

/** The root, where there is exactly one. */
function rootOf(equation: Term, unknown: string, context: Context): Term | null {
  const outcome = solve(equation, unknown, context);
  const [root] = outcome.kind === 'solved' ? outcome.roots : [];
  return outcome.kind === 'solved' && outcome.roots.length === 1 && root ? root.value : null;
}

/** x where c x^e = value, the left side a product of powers. */
function inverted(power_: Term, unknown: string, value: Term, context: Context): Term | null {
  const [part, more] = powersOf(normalise(power_, context), unknown) ?? [];
  if (!part || more || isZeroRatio(part.exponent)) return null;
  return power(divide(value, coefficientTerm(part)), divide(1, ratioTerm(part.exponent)));
}

const isPlain = (value: Term): boolean => value.kind !== 'call' && parts(value).every(isPlain);

/** Quality as it is at the optimum: smooth, or the ray on which both things that limit it are equal. */
function pieceOf(quality: Term, context: Context): Piece {
  if (!isKink(quality)) return { quality, ray: {} };
  const [left, right, more] = parts(quality);
  if (!left || !right || more)
    return refuse('quality has more than two branches', place, 'see which blocks are covered');
  const equation = subtract(left, right);
  const data = rootOf(equation, 'd', context);
  if (data && isPlain(data)) {
    const branch = [left, right].find((one) => !symbolsOf(one).includes('d')) ?? left;
    return { quality: branch, ray: { d: data } };
  }
  const branch = [left, right].find((one) => !symbolsOf(one).includes('n'));
  const other = branch === left ? right : left;
  const size = branch ? inverted(other, 'n', branch, context) : null;
  return size && branch
    ? { quality: branch, ray: { n: size } }
    : refuse(
        'neither size nor data follow from the ray in closed form',
        place,
        'use branches that can be inverted',
      );
}

/** What a binding limit fixes: its variable, and on a ray the variable that this one follows. */
function fixedBy(
  { variable, bound }: Limit,
  ray: Piece['ray'],
  context: Context,
): Readonly<Record<string, Term>> {
  const along = ray[variable];
  if (!along) return { [variable]: bound };
  const [leader] = ['n', 'd', 't'].filter((name) => symbolsOf(along).includes(name));
  const value = leader ? rootOf(subtract(along, bound), leader, context) : null;
  return leader && value
    ? { [leader]: value, [variable]: bound }
    : refuse('what a limit fixes has no closed form', place, 'use a limit that can be inverted');
}

/** Sets of limits that can bind together: each takes one free variable. */
function activeSets(limits: readonly Limit[], count: number): readonly (readonly Limit[])[] {
  return subsetsOf(limits).filter((set) => set.length <= count);
}

const nameOf = (binding: readonly Limit[], piece: readonly Choice[]): string => {
  const limits = binding.map(({ variable }) => LIMIT_NAMES[variable]);
  const pieces = piece.map(({ kink, chosen }) => {
    const [first] = parts(kink).filter((other) => other !== chosen);
    const names = [chosen, ...(first ? [first] : [])].map((one) => symbolsOf(one).join('*') || '0');
    return kink.kind === 'call' && kink.name === 'min' ? `${names.join('<')}` : `${names.join('>')}`;
  });
  const all = [...limits, ...pieces];
  return all.length > 0 ? all.join(',') : 'interior';
};

/** Every place at which an optimum of the model may lie, the freest first. */
export function settingsOf(model: Model): readonly Setting[] {
  const base = contextOf(model);
  const inner = parts(model.quality).flatMap(kinksIn);
  const kinks = isKink(model.quality) ? inner : kinksIn(model.quality);
  return choicesOf(kinks).flatMap((pieces) => {
    const context: Context = { symbols: base.symbols, facts: [...base.facts, ...factsOf(pieces)] };
    const replaced = pieces.reduce(
      (value, { kink, chosen }) => replacePart(value, kink, chosen),
      model.quality,
    );
    const { quality, ray } = pieceOf(folded(replaced, context), context);
    const own = model.variables.filter((name) => !(name in ray));
    return activeSets(model.limits, own.length).flatMap((binding): Setting[] => {
      const fixed = Object.assign({}, ...binding.map((limit) => fixedBy(limit, ray, context))) as Record<
        string,
        Term
      >;
      const held = own.filter((name) => name in fixed);
      if (held.length < binding.length) return [];
      const where = nameOf(binding, pieces);
      const unknowns = own.filter((name) => !(name in fixed));
      return [{ model, context, where, quality, pieces, ray, fixed, binding, own, unknowns }];
    });
  });
}
