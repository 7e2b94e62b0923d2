/** The surface on which a response changes sign, as curves in the plane of the two shares, ready to be plotted. */
import type { Problem } from '../derive/statics/response.ts';
import type { Values } from '../economics/parameters.ts';
import type { Term } from '../kernel/term.ts';
import { evaluatorOf } from './statics-evaluate.ts';

/** Where the sign turns along w at each v, with the letters that are held. */
export interface Curve {
  readonly at: Values;
  /** Pairs of v and w. */
  readonly points: readonly (readonly [number, number])[];
}

/** Exponents near the published fits, a gamma of each sign, and a model of 1e10 parameters and 1e12 tokens. */
const SIZES = { ln_n: Math.log(1e10), ln_d: Math.log(1e12) };
const SHAPES: readonly Values[] = [-0.5, 0, 0.5].map((gamma) => ({
  alpha: 0.34,
  beta: 0.28,
  gamma,
  ...SIZES,
}));
const V_STEPS = 17;
const W_STEPS = 120;
const MOST_W = 3;

const rounded = (value: number): number => Number(value.toPrecision(6));

/** The first w in (0, MOST_W) at which the sign turns, among those that an optimum with profit can have; null where none. */
function turning(side: (w: number) => number, allowed: (w: number) => boolean): number | null {
  for (let i = 1; i < W_STEPS; i++) {
    let [low, high] = [(MOST_W * i) / W_STEPS, (MOST_W * (i + 1)) / W_STEPS];
    if (!allowed(high)) return null;
    if (side(low) > 0 === side(high) > 0) continue;
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      if (side(middle) > 0 === side(high) > 0) high = middle;
      else low = middle;
    }
    return high;
  }
  return null;
}

/** Curves at standard shapes, and at those of a point where the sign is known to be the rarer one. */
export function curvesOf(term: Term, { worth, bend }: Problem, rare: Values | null): readonly Curve[] {
  const side = evaluatorOf(term);
  const positive = [worth, ...(bend ? [bend] : [])].map(evaluatorOf);
  const { alpha, beta, gamma } = rare ?? {};
  const extra =
    alpha !== undefined && beta !== undefined && gamma !== undefined
      ? [{ alpha, beta, gamma, ...SIZES }]
      : [];
  return [...SHAPES, ...extra].map((at): Curve => {
    const points = Array.from({ length: V_STEPS }, (_, i): readonly [number, number] | null => {
      const v = 10 ** (-2 + (4 * i) / (V_STEPS - 1));
      const w = turning(
        (x) => side({ ...at, v, w: x, s: 0.5 }),
        (x) => positive.every((of) => of({ ...at, v, w: x, s: 0.5 }) > 0),
      );
      return w === null ? null : [rounded(v), rounded(w)];
    });
    return { at, points: points.filter((point) => point !== null) };
  });
}
