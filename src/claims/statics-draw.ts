/**
 * The surface on which a response changes sign, as curves in the plane of two dollar amounts relative to training spend,
 * ready to be plotted.
 */
import { type Point, pointsOf, valueAt } from '../derive/statics/points.ts';
import { coefficientsBy } from '../derive/statics/polynomials.ts';
import type { Problem } from '../derive/statics/problem.ts';
import type { Cell } from '../derive/statics/table.ts';
import type { Values } from '../economics/parameters.ts';
import { type Polynomial, polynomialSymbols } from '../kernel/polynomial.ts';

/** Where the sign turns along one amount at each value of the other, with the letters that are held. */
export interface Curve {
  readonly at: Values;
  /** The amounts on the axes, each relative to the first of the dollar amounts. */
  readonly axes: readonly [string, string];
  readonly points: readonly (readonly [number, number])[];
}

/** Exponents near the published fits, a gamma of each sign. */
const EXPONENTS = { alpha: 0.34, beta: 0.28 };
const SHAPES: readonly Values[] = [-0.5, 0, 0.5].map((gamma) => ({ ...EXPONENTS, gamma }));
const SHAPE_NAMES = [...Object.keys(EXPONENTS), 'gamma'];
const STEPS = 17;
const ALONG = 160;
const [LEAST, MOST] = [1e-3, 1e3];

const rounded = (value: number): number => Number(value.toPrecision(6));
const logarithmic = (i: number, steps: number): number => LEAST * (MOST / LEAST) ** (i / steps);

/** A polynomial as a function of one letter, the others at their values: its coefficients, highest power first. */
function along(parts: readonly Polynomial[], at: Point): (x: number) => number {
  const numbers = parts.map((part) => valueAt(part, at)).reverse();
  return (x) => numbers.reduce((value, coefficient) => value * x + coefficient, 0);
}

/** The first value at which the sign turns, among those that an optimum can have; null where none. */
export function turning(side: (x: number) => number, allowed: (x: number) => boolean): number | null {
  for (let i = 0; i < ALONG; i++) {
    let [low, high] = [logarithmic(i, ALONG), logarithmic(i + 1, ALONG)];
    if (side(low) > 0 === side(high) > 0 || !allowed(low) || !allowed(high)) continue;
    for (let step = 0; step < 50; step++) {
      const middle = Math.sqrt(low * high);
      if (side(middle) > 0 === side(high) > 0) high = middle;
      else low = middle;
    }
    return high;
  }
  return null;
}

/** The two amounts that a surface is drawn over, and the one that is the unit; null where it has fewer. */
function axesOf(p: Polynomial, { system }: Problem): readonly [string, string, string] | null {
  const isDollars = (name: string): boolean =>
    system.ring.letters.get(name)?.kind === 'dollars' || system.worths.some((one) => one.name === name);
  const [unit, x, y] = polynomialSymbols(p).filter(isDollars);
  return y === undefined ? null : ([x, y, unit] as [string, string, string]);
}

/** Curves at standard shapes, letters besides the two axes held at those of a point where an optimum may lie. */
export function curvesOf({ response: { numerator } }: Cell, problem: Problem): readonly Curve[] {
  const axes = axesOf(numerator, problem);
  const [held] = pointsOf(problem);
  if (!axes || !held) return [];
  const [x, y, unit] = axes;
  const names = polynomialSymbols(numerator).filter((name) => !axes.includes(name));
  const isShown = (name: string): boolean => [...axes, ...SHAPE_NAMES].includes(name);
  const within = problem.known
    .filter(({ polynomial }) => polynomialSymbols(polynomial).every(isShown))
    .map(({ polynomial }) => coefficientsBy(polynomial, y));
  const whole = coefficientsBy(numerator, y);
  return SHAPES.flatMap((shape): Curve[] => {
    const at: Point = { ...held, ...shape, [unit]: 1 };
    const points = Array.from({ length: STEPS }, (_, i): readonly [number, number] | null => {
      const first = logarithmic(i, STEPS - 1);
      const here = { ...at, [x]: first };
      const bounds = within.map((parts) => along(parts, here));
      const found = turning(along(whole, here), (second) => bounds.every((bound) => !(bound(second) < 0)));
      return found === null ? null : [rounded(first), rounded(found)];
    }).filter((point) => point !== null);
    const shown = Object.fromEntries(names.map((name) => [name, rounded(at[name] ?? Number.NaN)]));
    return points.length > 0 ? [{ at: shown, axes: [`${x}/${unit}`, `${y}/${unit}`], points }] : [];
  });
}
