/**
 * The ray on which nothing is in excess. Where a problem holds the smaller of two things, each of which has a variable of its
 * own that costs something otherwise, both are equal at an optimum: what is in excess could be cut back without any loss.
 * Then one variable is a function of the others, and one condition along the ray stands for two.
 *
 * Condition: with the smaller one held fixed, less of the variable is better, and no constraint needs it.
 */
import { callsOf, replacePart } from '../kernel/calls.ts';
import { rawDerivative } from '../kernel/differentiate.ts';
import type { Context } from '../kernel/facts.ts';
import { refuse } from '../kernel/issues.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { printText } from '../kernel/print-text.ts';
import { isNegative, signOf } from '../kernel/sign.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import { add, negate, substitute, subtract, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { solve } from '../solve/solve.ts';
import type { Monomials } from './monomials.ts';
import type { Constraint, Problem } from './problem.ts';

export interface Ray {
  readonly kink: Term;
  /** The two things, which are equal along it. */
  readonly sides: readonly [Term, Term];
  /** The variable that follows the others, with its value. */
  readonly follows: string;
  readonly root: Term;
  /** The side that does not depend on it. */
  readonly along: Term;
}

/** The smaller of the two while something else moves. */
const HELD: Declaration = {
  name: '<kink>',
  tex: 'k',
  meaning: 'the smaller of two things',
  unit: '1',
  domain: POSITIVE,
  role: 'quantity',
  source: 'the conditions',
};

const noRay = (kink: Term, would: string) =>
  refuse(
    `the kink of ${printText(kink)} is not known to be the optimum`,
    'the conditions of the problem',
    would,
  );

/** Whether less of the variable is better, and allowed, while the kink is held. */
function isCostly(
  name: string,
  kink: Term,
  { kind, parts, constraints }: Problem,
  context: Context,
): boolean {
  // No formula can hold a letter of this name.
  const held = (value: Term): Term => replacePart(value, kink, symbol(HELD.name));
  const within = { ...context, symbols: joinTables(context.symbols, symbolTable(HELD)) };
  const slope = (value: Term): Term => tidy(rawDerivative(held(value), name), within);
  const gain = slope(add(...parts.map(({ term }) => term)));
  const isFree = ({ left, right, relation }: Constraint): boolean => {
    const needs = signOf(slope(subtract(left, right)), within);
    return needs === 'zero' || (relation === '<=' && (needs === 'positive' || needs === 'non-negative'));
  };
  return isNegative(kind === 'minimum' ? negate(gain) : gain, within) === 'yes' && constraints.every(isFree);
}

/**
 * The ray of a problem; null where it has no such kink. With `monomials` each side is one monomial, sums in it named.
 * @throws OptimandError where the kink is not known to be where the optimum lies, or no variable follows.
 */
export function rayOf(
  problem: Problem,
  variables: readonly string[],
  context: Context,
  monomials?: Pick<Monomials, 'named' | 'context'>,
): Ray | null {
  const moves = (value: Term): readonly string[] =>
    variables.filter((name) => symbolsOf(value).includes(name));
  const terms = [
    ...problem.parts.map(({ term }) => term),
    ...problem.constraints.flatMap(({ left, right }) => [left, right]),
  ];
  const kinks = callsOf(add(...terms), ['min']).filter(
    ({ args }) => args.filter((arg) => moves(arg).length > 0).length > 1,
  );
  const [kink, second] = kinks;
  if (!kink) return null;
  if (second) return noRay(second, 'state the problem with one such kink');
  const [left, right, third] = kink.args;
  if (!left || !right || third) return noRay(kink, 'take the smaller of two things');
  const own = (one: Term, other: Term): readonly string[] =>
    moves(one).filter((name) => !moves(other).includes(name));
  const [ofLeft, ofRight] = [own(left, right), own(right, left)];
  const isHeld = [ofLeft, ofRight].every((names) =>
    names.some((name) => isCostly(name, kink, problem, context)),
  );
  if (!isHeld) return noRay(kink, 'give each of the two a variable of its own that costs something');
  const named = (side: Term): Term => monomials?.named(side) ?? side;
  const sides = [named(left), named(right)] as const;
  for (const name of [...ofRight].reverse().concat([...ofLeft].reverse())) {
    const outcome = solve(subtract(...sides), name, monomials?.context ?? context);
    if (outcome.kind !== 'solved' || outcome.roots.length > 1) continue;
    const along = ofRight.includes(name) ? sides[0] : sides[1];
    return { kink, sides, follows: name, root: outcome.roots[0].value, along };
  }
  return noRay(kink, 'make one of the two sides a power');
}

/** A term along the ray. */
export const alongRay =
  (ray: Ray | null) =>
  (value: Term): Term =>
    ray ? substitute(replacePart(value, ray.kink, ray.along), { [ray.follows]: ray.root }) : value;
