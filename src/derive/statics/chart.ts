/**
 * Charts: where a known inequality is linear in a letter x, the letter gives way to one that may take any positive value,
 *
 *   g = a x - b > 0    x = (u + b)/a           u = g            a, b without a negative coefficient
 *   g = b - a x > 0    x = b/(a (1 + u))       u = g/(a x)
 *
 * and the inequality holds by itself. What has positive coefficients alone in such letters is positive wherever the inequalities
 * hold: a sum of products of high degree, for which no linear program need look (as cylindrical coordinates do for one
 * letter after another). Letters are exchanged one to one, so nothing is lost.
 */
import { polynomialTerm } from '../../kernel/normal/to-term.ts';
import {
  addPolynomials,
  degreeIn,
  multiplyPolynomials,
  negatePolynomial,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialSymbols,
  symbolPolynomial,
} from '../../kernel/polynomial.ts';
import { divide, multiply, symbol, type Term } from '../../kernel/term.ts';
import type { Known } from './known.ts';
import { coefficientSign, coefficientsBy, substituted, without, withoutCommon } from './polynomials.ts';

/** A letter of a chart: what it stands for, in the letters before it, and why that is positive. */
export interface ChartLetter {
  readonly name: string;
  readonly definition: Term;
  readonly because: string;
}

/** A polynomial in the letters of a chart, and what is known there. */
export interface Chart {
  readonly polynomial: Polynomial;
  readonly letters: readonly ChartLetter[];
  readonly known: readonly Known[];
  /** Letters that may be zero. */
  readonly closed: ReadonlySet<string>;
}

/** One letter that gives way: x = top/bottom in the new one. */
interface Step {
  readonly known: Known;
  readonly name: string;
  readonly top: Polynomial;
  readonly bottom: Polynomial;
  readonly definition: Term;
}

/** Letters replaced in one chart; charts followed up at each number of letters, and ways on from each; summands of what is looked at. */
const MOST_LETTERS = 5;
const MOST_CHARTS = 8;
const MOST_WAYS = 4;
const MOST_SUMMANDS = 400;

/** Names of the letters of charts, which no model has. */
export const chartName = (place: number): string => `positive_${place}`;

const isPositive = (p: Polynomial): boolean => coefficientSign(p) === 1;
const isNegative = (p: Polynomial): boolean => coefficientSign(p) === -1;

/** Whether some summand cannot vanish. */
const staysOff = (p: Polynomial, closed: ReadonlySet<string>): boolean =>
  p.some(({ monomial }) => monomial.every(([name]) => !closed.has(name)));

/** Ways to make a known inequality hold by itself, each with the new letter of that name. */
function stepsFor(known: Known, wish: string, closed: ReadonlySet<string>): readonly Step[] {
  const { polynomial } = known;
  return polynomialSymbols(polynomial).flatMap((name): Step[] => {
    if (degreeIn(polynomial, name) !== 1) return [];
    const [rest, slope] = coefficientsBy(polynomial, name) as [Polynomial, Polynomial];
    if (!staysOff(slope, closed)) return [];
    const own = symbolPolynomial(wish);
    if (isPositive(slope) && isNegative(rest)) {
      const top = addPolynomials(own, negatePolynomial(rest));
      return [{ known, name, top, bottom: slope, definition: polynomialTerm(polynomial) }];
    }
    if (!isNegative(slope) || !isPositive(rest)) return [];
    const down = negatePolynomial(slope);
    const bottom = multiplyPolynomials(down, addPolynomials(ONE_POLYNOMIAL, own));
    const definition = divide(polynomialTerm(polynomial), multiply(polynomialTerm(down), symbol(name)));
    return [{ known, name, top: rest, bottom, definition }];
  });
}

function followed(chart: Chart, { known, name, top, bottom, definition }: Step, wish: string): Chart {
  const closed = known.strict ? chart.closed : new Set([...chart.closed, wish]);
  const put = (p: Polynomial): Polynomial => {
    const whole = substituted(p, name, { num: top, den: bottom });
    // Both are positive, and divide what they entered more than once; a letter that may be zero stays.
    return withoutCommon([top, bottom].reduce(without, whole), (letter) => !closed.has(letter));
  };
  return {
    polynomial: put(chart.polynomial),
    // What is known has one sign in the new letter, as others may have.
    known: chart.known
      .map((one) => ({ ...one, polynomial: put(one.polynomial) }))
      .filter(({ polynomial }) => coefficientSign(polynomial) === null),
    letters: [...chart.letters, { name: wish, definition, because: known.because }],
    closed,
  };
}

/** Whether every coefficient is positive, and some summand cannot vanish. */
const isSum = ({ polynomial, closed }: Chart): boolean =>
  isPositive(polynomial) && staysOff(polynomial, closed);

/** The ways on from a chart, by the shortest of what is known first. */
function waysFrom(chart: Chart, wish: string): readonly Chart[] {
  const steps = chart.known
    .flatMap((one) => stepsFor(one, wish, chart.closed))
    .sort(
      (x, y) => x.known.polynomial.length - y.known.polynomial.length || x.bottom.length - y.bottom.length,
    );
  return steps.slice(0, MOST_WAYS).map((step) => followed(chart, step, wish));
}

const negatives = ({ polynomial }: Chart): number =>
  polynomial.filter(({ coefficient }) => coefficient.num < 0n).length;

/** A chart in which p is a sum of positive products; null where none of those looked at is one. */
export function chartFor(p: Polynomial, known: readonly Known[]): Chart | null {
  const names = new Set(polynomialSymbols(p));
  const isWithin = ({ polynomial }: Known): boolean =>
    polynomialSymbols(polynomial).every((name) => names.has(name));
  const open = known.filter((one) => coefficientSign(one.polynomial) === null && isWithin(one));
  let charts: readonly Chart[] = [{ polynomial: p, letters: [], known: open, closed: new Set() }];
  for (let place = 1; place <= MOST_LETTERS; place++) {
    const next = charts
      .filter(({ polynomial }) => polynomial.length <= MOST_SUMMANDS)
      .flatMap((chart) => waysFrom(chart, chartName(place)));
    const found = next.find(isSum);
    if (found) return found;
    charts = [...next].sort((x, y) => negatives(x) - negatives(y)).slice(0, MOST_CHARTS);
  }
  return null;
}
