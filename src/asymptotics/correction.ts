/**
 * The next term of a law. A term left out of a condition, or of an atom, shifts the logarithms of the variables by
 * δ = -H⁻¹ r, H the matrix of second derivatives at the balance and r the term relative to the dominant one, to leading
 * order in the largest r of all conditions.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { isZero, tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { type Ratio, subtractRatios } from '../kernel/ratio.ts';
import {
  add,
  divide,
  isZeroTerm,
  multiply,
  negate,
  one,
  power,
  substitute,
  symbolsOf,
  type Term,
  zero,
} from '../kernel/term.ts';
import type { Balance } from './dominant.ts';
import type { Correction } from './law.ts';
import { atBalance } from './leading.ts';
import { piecesIn, slopeOf } from './pieces.ts';
import { signByFacts } from './polynomial-sign.ts';
import { exponentOf, orNull, ratioOf } from './scale.ts';
import { determinant, freeVariables, jacobian } from './second-order.ts';

interface Small {
  readonly equation: string;
  readonly source: string;
  readonly ratio: Term;
  readonly exponent: Ratio;
}

/** What an atom's leading part leaves out of a piece, relative to the piece: -p q^(-|g|) for its p-th power. */
function atomGap(size: Term, balance: Balance): readonly Term[] {
  const { prepared, exactAtoms, values } = balance;
  return prepared.atoms.flatMap(({ name, gap }) => {
    if (name in exactAtoms || !symbolsOf(size).includes(name)) return [];
    const times = exponentOf(size, name, prepared.context) as Ratio;
    return [tidy(substitute(multiply(negate(ratioTerm(times)), gap), values), prepared.context)];
  });
}

/** Every relative amount that the balance leaves out. */
function smallTerms(balance: Balance, x: string): Small[] | null {
  const { prepared, dominant } = balance;
  const { context } = prepared;
  const found: Small[] = [];
  for (const own of dominant) {
    const scale = atBalance(own.plus.exact, balance);
    for (const piece of piecesIn(own.equation, prepared)) {
      const weight = ratioOf(atBalance(piece.exact, balance), scale, context);
      const kept = own.group.includes(piece);
      const ratios = kept
        ? atomGap(piece.exact, balance).map((gap) => tidy(multiply(gap, weight), context))
        : [weight];
      for (const ratio of ratios) {
        const exponent = exponentOf(ratio, x, context);
        if (!exponent) return null;
        found.push({ equation: own.equation, source: piece.source, ratio, exponent });
      }
    }
  }
  return found;
}

const NUMBERS: Partial<Record<Sign, number>> = { positive: 1, negative: -1, zero: 0 };

/** 1, -1 or 0; null where it is open. */
function signIfKnown(ratio: Ratio, context: Context): number | null {
  // Searched only shallowly: where the order stays open, both candidates are given, each with its condition.
  return NUMBERS[signByFacts(ratio, context, 1)] ?? null;
}

/** Terms of one order, at least one. */
type Order = readonly [Small, ...Small[]];

/** The small terms by order, those left out that another is known to outgrow. */
function ordersOf(terms: readonly Small[], context: Context): readonly Order[] {
  const orders: [Small, ...Small[]][] = [];
  const compare = (left: Small, right: Small): number | null =>
    signIfKnown(subtractRatios(left.exponent, right.exponent), context);
  for (const next of terms) {
    const same = orders.find(([first]) => compare(next, first) === 0);
    if (same) same.push(next);
    else orders.push([next]);
  }
  return orders.filter(([first]) => !orders.some(([other]) => compare(other, first) === 1));
}

/** The elasticity of each atom kept exactly, d ln f/d ln q = q^-g/f, under the letter that stands for it. */
function exactSlopes(balance: Balance): Readonly<Record<string, Term>> {
  const { prepared, exactAtoms } = balance;
  const own = prepared.atoms.filter(({ name }) => name in exactAtoms);
  return Object.fromEntries(
    own.map(({ name, argument, shape }) => [
      slopeOf(name),
      divide(power(argument, negate(shape)), exactAtoms[name] as Term),
    ]),
  );
}

/** A term in the parameters alone, at x = 1: of what is proportional to a power of x, the coefficient. */
function coefficientOf(value: Term, balance: Balance, x: string): Term {
  const { values, exactAtoms, prepared } = balance;
  const inParameters = substitute(substitute(value, exactSlopes(balance)), { ...values, ...exactAtoms });
  const found = substitute(inParameters, { [x]: one });
  const { context } = prepared;
  return orNull(() => (isZero(found, context) ? zero : tidy(found, context))) ?? found;
}

/** The shift that small terms of one order make, by Cramer's rule. */
function shiftBy(order: Order, balance: Balance): Readonly<Record<string, Term>> {
  const { context } = balance.prepared;
  const free = [...freeVariables(balance), ...balance.prepared.auxiliaries];
  const matrix = jacobian(balance, free, balance.values);
  const whole = determinant(matrix, context);
  const right = free.map((name) => {
    const own = order.filter(({ equation }) => equation === name).map(({ ratio }) => ratio);
    return negate(tidy(add(...own), context));
  });
  const shifts = free.map((name, column) => {
    const replaced = matrix.map((row, i) =>
      row.map((entry, j) => (j === column ? (right[i] as Term) : entry)),
    );
    return [name, divide(determinant(replaced, context), whole)] as const;
  });
  return Object.fromEntries(shifts);
}

/**
 * The next terms of the variables as the growing parameter goes to infinity: more than one where the assumptions leave
 * open which is the larger, each then with the condition for it.
 */
export function nextOf(balance: Balance, x: string): readonly Correction[] {
  const { context } = balance.prepared;
  if (Object.keys(balance.growth).length > 0 || balance.bounds.some(({ side }) => side === 'upper'))
    return [];
  const orders = ordersOf(smallTerms(balance, x) ?? [], context);
  return orders.flatMap((order): Correction[] => {
    const [first] = order;
    if (signIfKnown(first.exponent, context) !== -1) return [];
    const condition = orders
      .filter((other) => other !== order)
      .map(
        ([other]): Fact => ({
          term: ratioTerm(subtractRatios(first.exponent, other.exponent)),
          is: 'positive',
          because: `${first.source} is the largest term left out`,
        }),
      );
    const shifts = Object.entries(shiftBy(order, balance)).map(
      ([name, value]) => [name, coefficientOf(value, balance, x)] as const,
    );
    const coefficients = Object.fromEntries(shifts.filter(([, value]) => !isZeroTerm(value)));
    return [{ condition, source: first.source, exponent: ratioTerm(first.exponent), coefficients }];
  });
}
