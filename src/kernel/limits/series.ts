/**
 * Expansions in the small w = 1/x: sums of c_i w^e_i, the exponents any ordered constants, the coefficients free of x (they
 * may hold ln x, which changes slower than any power and counts as a letter here). What is left out is O(w^bound), up to
 * factors slower than powers; a bound of null says that nothing is.
 */
import type { Context } from '../facts.ts';
import { isZero, tidy } from '../normal/equal.ts';
import { add, isZeroTerm, multiply, negate, one, subtract, type Term, zero } from '../term.ts';
import { compareConstants, isOtherThanZero } from './constant.ts';
import { NeedsMoreTerms } from './undecided.ts';

export interface SeriesTerm {
  readonly exponent: Term;
  readonly coefficient: Term;
}
/** Terms in the order of their size, the largest first, none of them zero by its normal form. */
export interface Series {
  readonly terms: readonly SeriesTerm[];
  readonly bound: Term | null;
}

/** What the operations need to know: the assumptions, and how many terms to keep. */
export interface Precision {
  readonly context: Context;
  readonly most: number;
}

const ZERO_SERIES: Series = { terms: [], bound: null };
export const monomial = (coefficient: Term, exponent: Term): Series =>
  isZeroTerm(coefficient) ? ZERO_SERIES : { terms: [{ exponent, coefficient }], bound: null };
export const constantSeries = (value: Term): Series => monomial(value, zero);

const least = (x: Term | null, y: Term | null, context: Context): Term | null =>
  !x || !y ? (x ?? y) : compareConstants(x, y, context) <= 0 ? x : y;

/** The exponent below which there is nothing, or null for the series zero. */
const lowest = ({ terms, bound }: Series): Term | null => terms[0]?.exponent ?? bound;

/** Like powers collected, what the bound covers dropped, no more terms kept than asked for. */
function collect(terms: readonly SeriesTerm[], bound: Term | null, { context, most }: Precision): Series {
  const groups: { exponent: Term; parts: Term[] }[] = [];
  for (const { exponent, coefficient } of terms) {
    if (bound && compareConstants(exponent, bound, context) >= 0) continue;
    const same = groups.find((group) => compareConstants(group.exponent, exponent, context) === 0);
    if (same) same.parts.push(coefficient);
    else groups.push({ exponent, parts: [coefficient] });
  }
  const kept = groups
    .map(({ exponent, parts }) => ({ exponent, coefficient: tidy(add(...parts), context) }))
    .filter(({ coefficient }) => !isZero(coefficient, context))
    .sort((x, y) => compareConstants(x.exponent, y.exponent, context));
  const beyond = kept[most];
  return { terms: kept.slice(0, most), bound: beyond ? beyond.exponent : bound };
}

export function addSeries(list: readonly Series[], precision: Precision): Series {
  const bound = list.reduce<Term | null>((low, one) => least(low, one.bound, precision.context), null);
  return collect(
    list.flatMap(({ terms }) => terms),
    bound,
    precision,
  );
}

export function multiplySeries(x: Series, y: Series, precision: Precision): Series {
  const { context } = precision;
  const [low, lower] = [lowest(x), lowest(y)];
  if (!low || !lower) return ZERO_SERIES;
  const sum = (left: Term, right: Term): Term => tidy(add(left, right), context);
  const bound = least(x.bound && sum(x.bound, lower), y.bound && sum(y.bound, low), context);
  const products = x.terms.flatMap((s) =>
    y.terms.map((t) => ({
      exponent: sum(s.exponent, t.exponent),
      coefficient: multiply(s.coefficient, t.coefficient),
    })),
  );
  return collect(products, bound, precision);
}

/** A series as c w^e (1 + rest), the rest small. @throws NeedsMoreTerms where its leading term is not known. */
export interface Split {
  readonly lead: SeriesTerm;
  readonly rest: Series;
}

export function splitSeries(series: Series, precision: Precision): Split {
  const { context } = precision;
  const [lead] = series.terms;
  if (!lead) throw new NeedsMoreTerms();
  isOtherThanZero(lead.coefficient, context);
  const shift = (exponent: Term): Term => tidy(subtract(exponent, lead.exponent), context);
  const rest = {
    terms: series.terms.slice(1).map(({ exponent, coefficient }) => ({
      exponent: shift(exponent),
      coefficient: tidy(
        multiply(coefficient, { kind: 'power', base: lead.coefficient, exponent: negate(one) }),
        context,
      ),
    })),
    bound: series.bound && shift(series.bound),
  };
  return { lead, rest };
}

/** Σ a_k small^k from the coefficients a_0, a_1, …; a list that ends says that the series does. */
export function compose(coefficients: Iterable<Term>, small: Series, precision: Precision): Series {
  let sum: Series[] = [];
  let powerOfSmall: Series = constantSeries(one);
  let count = 0;
  for (const coefficient of coefficients) {
    if (lowest(powerOfSmall) === null) break;
    if (count > precision.most) {
      sum = [...sum, { terms: [], bound: lowest(powerOfSmall) }];
      break;
    }
    sum = [...sum, multiplySeries(constantSeries(coefficient), powerOfSmall, precision)];
    powerOfSmall = multiplySeries(powerOfSmall, small, precision);
    count++;
  }
  return addSeries(sum, precision);
}
