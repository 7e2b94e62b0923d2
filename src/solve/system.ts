/**
 * Systems of monomial equations: linear in the logarithms of the unknowns, with symbolic exponents as coefficients.
 * Gauss–Jordan elimination over the field of rational functions; each pivot must be known to differ from zero.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import type { Normal } from '../kernel/normal/data.ts';
import { isZero, tidy } from '../kernel/normal/equal.ts';
import { normalTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import { printText } from '../kernel/print-text.ts';
import {
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  type Ratio,
  subtractRatios,
  ZERO_RATIO,
} from '../kernel/ratio.ts';
import { signOfRatio } from '../kernel/shape.ts';
import { isNonZero, signOf } from '../kernel/sign.ts';
import { divide, negate, one, power, subtract, type Term } from '../kernel/term.ts';
import { hides, isPositiveUnknown, normalOrWhy } from './powers-of.ts';

export type SystemOutcome =
  | {
      readonly kind: 'solved';
      readonly values: Readonly<Record<string, Term>>;
      readonly conditions: readonly Fact[];
    }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

interface Row {
  readonly exponents: Ratio[];
  constant: Term;
}

/** One equation as Π x_j^e_j = constant, or why it is none. */
function readRow(equation: Term, unknowns: readonly string[], context: Context): Row | string {
  const normal = normalOrWhy(equation, unknowns, context);
  if ('why' in normal) return normal.why;
  const [first, second, more] = normal.value;
  if (!first || !second || more) return 'an equation of the system has not exactly two terms';
  const exponents = unknowns.map(() => ZERO_RATIO);
  const strip = (summand: Normal[number], sign: 1 | -1): Term | null => {
    const others = [];
    for (const factor of summand.factors) {
      const index = factor.base.kind === 'symbol' ? unknowns.indexOf(factor.base.name) : -1;
      const signed = sign === 1 ? factor.exponent : negateRatio(factor.exponent);
      if (index >= 0) exponents[index] = subtractRatios(exponents[index] ?? ZERO_RATIO, negateRatio(signed));
      else if (unknowns.some((name) => hides(factor.base, name))) return null;
      else others.push(factor);
    }
    return normalTerm([{ coefficient: summand.coefficient, factors: others }]);
  };
  const [left, right] = [strip(first, 1), strip(second, -1)];
  if (!left || !right) return 'an unknown stands inside a function or a sum';
  const constant = divide(negate(right), left);
  return signOf(constant, context) === 'positive'
    ? { exponents, constant: tidy(constant, context) }
    : 'the right side of an equation is not known to be positive';
}

const isKnownNonZero = (x: Ratio, context: Context): boolean =>
  ['positive', 'negative'].includes(signOfRatio(x, context));

function eliminate(rows: Row[], column: number, pivot: Row, context: Context): void {
  const lead = pivot.exponents[column] as Ratio;
  for (const row of rows) {
    const factor = row.exponents[column] ?? ZERO_RATIO;
    if (row === pivot || isZeroRatio(factor)) continue;
    const times = divideRatios(factor, lead);
    pivot.exponents.forEach((value, j) => {
      row.exponents[j] = subtractRatios(row.exponents[j] ?? ZERO_RATIO, multiplyRatios(times, value));
    });
    row.constant = tidy(divide(row.constant, power(pivot.constant, ratioTerm(times))), context);
  }
}

/** Solves every `equation = 0`, each a sum of two monomials, for the positive unknowns. */
export function solveSystem(
  equations: readonly Term[],
  unknowns: readonly string[],
  context: Context,
): SystemOutcome {
  const open = unknowns.find((unknown) => !isPositiveUnknown(unknown, context));
  if (open !== undefined) return { kind: 'unsolved', tried: [`${open} is not known to be positive`] };
  const rows: Row[] = [];
  for (const equation of equations) {
    const row = readRow(equation, unknowns, context);
    if (typeof row === 'string') return { kind: 'unsolved', tried: [row] };
    rows.push(row);
  }
  const conditions: Fact[] = [];
  const pivots = new Map<number, Row>();
  for (const column of unknowns.keys()) {
    const free = rows.filter(
      (row) => ![...pivots.values()].includes(row) && !isZeroRatio(row.exponents[column] ?? ZERO_RATIO),
    );
    const pivot = free.find((row) => isKnownNonZero(row.exponents[column] as Ratio, context)) ?? free[0];
    if (!pivot) return { kind: 'unsolved', tried: [`no equation determines ${unknowns[column]}`] };
    const lead = pivot.exponents[column] as Ratio;
    if (!isKnownNonZero(lead, context))
      conditions.push({
        term: ratioTerm(lead),
        is: 'non-zero',
        because: `the exponent ${printText(ratioTerm(lead))} is divided by`,
      });
    eliminate(rows, column, pivot, context);
    pivots.set(column, pivot);
  }
  for (const row of rows) {
    const fault = [...pivots.values()].includes(row) ? null : contradiction(row, context);
    if (fault) return fault;
  }
  const values: Record<string, Term> = {};
  for (const [column, row] of pivots)
    values[unknowns[column] as string] = tidy(
      power(row.constant, divide(one, ratioTerm(row.exponents[column] as Ratio))),
      context,
    );
  return { kind: 'solved', values, conditions };
}

/** What is left of an equation too many is 1 = constant: repeated, contradicted, or neither known. */
function contradiction(row: Row, context: Context): SystemOutcome | null {
  const excess = subtract(row.constant, 1);
  if (isZero(excess, context)) return null;
  return isNonZero(excess, context) === 'yes'
    ? { kind: 'none', why: 'the equations contradict each other' }
    : {
        kind: 'unsolved',
        tried: ['more equations than unknowns, and it is not known whether they contradict each other'],
      };
}
