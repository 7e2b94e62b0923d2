/**
 * What must hold of every expression, each as a function that answers null, or says what is wrong. An expression that the
 * kernel refuses, with a sentence, is no fault: it is counted by those who run these.
 */
import type { Decimal } from '../../src/engines/decimal.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { differentiate } from '../../src/kernel/differentiate.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { equalTerms, tidy } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { type Point, samplePoints } from '../../src/kernel/sample.ts';
import { symbolsOf, type Term } from '../../src/kernel/term.ts';
import { LETTERS, LETTERS_CONTEXT } from '../support/letters.ts';
import { DIGITS_60, valueTo60 } from '../support/precise.ts';

/** Right, refused with a sentence, without a point at which it can be tried, or wrong and how. */
export type Outcome = 'right' | 'refused' | 'untried' | { readonly wrong: string };

const { add, divide, negate, fromNumber, toNumber } = DIGITS_60;
const size = (x: Decimal): number => Math.abs(toNumber(x));
const gap = (x: Decimal, y: Decimal): number => size(add(x, negate(y)));

/** Beyond these a value has left what sixty digits tell apart from nothing, or from no number. */
const measurable = (...values: readonly Decimal[]): boolean =>
  values.every((x) => Number.isFinite(size(x)) && size(x) < 1e200 && (size(x) > 1e-25 || size(x) === 0));

/** Whether two values agree to 25 digits; what cancels to less than 1e-40 is nothing. */
function agree(x: Decimal, y: Decimal): boolean {
  const apart = gap(x, y);
  return apart <= 1e-25 * Math.max(size(x), size(y)) || apart < 1e-40;
}

/** Runs the check; the kernel's own refusal is an outcome, any other error a fault. */
function orRefused(check: () => Outcome): Outcome {
  try {
    return check();
  } catch (error) {
    if (error instanceof OptimandError) return 'refused';
    return {
      wrong: `an error that is none of ours: ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
}

const pointOf = (...terms: readonly Term[]): Point | undefined =>
  samplePoints([...new Set(terms.flatMap((term) => symbolsOf(term)))], LETTERS_CONTEXT, 1)[0];

/** The same value to 25 digits at a random point. */
function sameValue(before: Term, after: Term): Outcome {
  const point = pointOf(before, after);
  if (!point) return 'untried';
  const [x, y] = [valueTo60(before, point), valueTo60(after, point)];
  if (!measurable(x, y)) return 'untried';
  if (agree(x, y)) return 'right';
  return { wrong: `${printText(after)} is ${y}, not ${x}, at ${JSON.stringify(point)}` };
}

/** (f(x + h) - f(x - h)) / 2h with 60 digits; its error is of the order of h^2. */
function difference(term: Term, name: string, point: Point, h: number): Decimal {
  const at = (step: number): Decimal => {
    const values = Object.entries(point).map(([key, value]): [string, Decimal] => [
      key,
      key === name ? add(fromNumber(value), fromNumber(step)) : fromNumber(value),
    ]);
    return evaluate(term, Object.fromEntries(values), DIGITS_60);
  };
  return divide(add(at(h), negate(at(-h))), fromNumber(2 * h));
}

/** Whether the slope found is the limit of differences: within 1e-12 of it, or nearer with a step a thousand times smaller. */
function isSlope(slope: Decimal, term: Term, name: string, point: Point): boolean {
  const rounding = 1e-35 * Math.max(1, size(valueTo60(term, point)));
  return [2 ** -53, 2 ** -63].some((h) => {
    const measured = difference(term, name, point, h);
    return gap(slope, measured) <= 1e-12 * Math.max(size(slope), size(measured)) + rounding;
  });
}

type Differentiate = (term: Term, name: string) => Term;
const ours: Differentiate = (term, name) => differentiate(term, name, LETTERS_CONTEXT);

/** The derivative, tidied, is the slope. */
export const derivative = (term: Term, name: string, rule: Differentiate = ours): Outcome =>
  orRefused(() => {
    const slope = rule(term, name);
    const point = pointOf(term, slope);
    if (!point || !(name in point)) return 'untried';
    const value = valueTo60(slope, point);
    if (!measurable(value, valueTo60(term, point))) return 'untried';
    if (isSlope(value, term, name, point)) return 'right';
    return {
      wrong: `d/d${name} = ${printText(slope)} is ${value} at ${JSON.stringify(point)}, which is no slope`,
    };
  });

/** A term and its normal form have one value. */
export const normalForm = (
  term: Term,
  rewrite = (given: Term): Term => tidy(given, LETTERS_CONTEXT),
): Outcome => orRefused(() => sameValue(term, rewrite(term)));

/** What is printed is read as a term of the same value, which is printed the same way. */
export const roundTrip = (term: Term, print = printText): Outcome =>
  orRefused(() => {
    const again = parse(print(term), LETTERS);
    const [text, twice] = [printText(again), printText(parse(printText(again), LETTERS))];
    return text === twice ? sameValue(term, again) : { wrong: `${text} is printed as ${twice}` };
  });

/** Two terms are called equal, or different, only where they are. */
export const equality = (
  x: Term,
  y: Term,
  decide = (left: Term, right: Term) => equalTerms(left, right, LETTERS_CONTEXT),
): Outcome =>
  orRefused(() => {
    const verdict = decide(x, y);
    const compared = sameValue(x, y);
    if (compared === 'untried' || verdict === 'undecided') return 'untried';
    if (verdict === 'zero') return compared;
    return compared === 'right' && everywhere(x, y)
      ? { wrong: `${printText(y)} is called different` }
      : 'right';
  });

/** Whether two terms agree at every one of eight points: by chance they do at one at most. */
function everywhere(x: Term, y: Term): boolean {
  const names = [...new Set([...symbolsOf(x), ...symbolsOf(y)])];
  const points = samplePoints(names, LETTERS_CONTEXT, 8);
  return points.length === 8 && points.every((point) => agree(valueTo60(x, point), valueTo60(y, point)));
}

/** Any text is a term, or is refused with one sentence. */
export const reading = (text: string): Outcome =>
  orRefused(() => {
    parse(text, LETTERS);
    return 'right';
  });
