/** A seeded pool of draws from the realistic box, with what the referee says about each. The same seed gives the same pool. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import type { Range } from '../economics/range.ts';
import { BLOCK_BOX, BOX, BREAK_EVEN_FACTORS, SHARES, SPECIAL_GAMMA, TINY_GAMMA } from './box.ts';
import { breakEven } from './break-even.ts';
import { type OptimiseOptions, optimise } from './optimise.ts';
import type { Outcome } from './outcome.ts';

export interface Draw {
  /** alpha, beta, gamma, a, b, omega, delta, E and D, with 1 + alpha gamma > 0, and every parameter that a block brings. */
  readonly values: Values;
  /** Where E is to be this multiple of the break-even E rather than the one given; null for the others, and where no E breaks even. */
  readonly breakEvenFactor: number | null;
}

export interface Refereed {
  /** The model's parameters and no others. */
  readonly values: Values;
  readonly breakEvenFactor: number | null;
  readonly outcome: Outcome;
}

/** Even draws from [0, 1). */
export type Uniform = () => number;

export function uniformFrom(seed: number): Uniform {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

export function within({ low, high, scale }: Range, u: number): number {
  if (scale === 'whole') return low + Math.floor(u * (high - low + 1));
  return scale === 'linear' ? low + u * (high - low) : low * (high / low) ** u;
}

const pick = <V>(list: readonly V[], u: number): V => list[Math.floor(u * list.length)] as V;

function drawGamma(uniform: Uniform): number {
  const [kind, u, sign] = [uniform(), uniform(), uniform()];
  if (kind < SHARES.specialGamma) return pick(SPECIAL_GAMMA, u);
  if (kind < SHARES.specialGamma + SHARES.tinyGamma) return Math.sign(sign - 0.5) * within(TINY_GAMMA, u);
  return within(BOX.gamma, u);
}

/** One draw. Every draw consumes the same number of random numbers, so draw i does not depend on the kind of the others. */
function drawOne(uniform: Uniform): Draw {
  const alpha = within(BOX.alpha, uniform());
  const ownBeta = within(BOX.beta, uniform());
  const beta = uniform() < SHARES.equalExponents ? alpha : ownBeta;
  const gamma = drawGamma(uniform);
  const n1 = within(BOX.n1, uniform());
  const d1 = n1 * within(BOX.tokensPerParameter, uniform());
  const [omega, delta] = [within(BOX.omega, uniform()), within(BOX.delta, uniform())];
  const [E, D] = [within(BOX.E, uniform()), within(BOX.D, uniform())];
  const [nearly, factor] = [uniform() < SHARES.nearBreakEven, pick(BREAK_EVEN_FACTORS, uniform())];
  const values = { alpha, beta, gamma, a: n1 ** -alpha, b: d1 ** -beta, omega, delta, E, D };
  return { values, breakEvenFactor: nearly ? factor : null };
}

/** A seed of its own for a name, so that no other parameter and no new block changes its draws. Source: FNV-1a. */
export const seedOf = (seed: number, name: string): number =>
  [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5);

/** Draws of parameters from their ranges, each in its own sequence. */
function drawOwn(seed: number, ranges: Readonly<Record<string, Range>>): () => Values {
  const drawn = Object.entries(ranges).map(
    ([name, range]) => [name, range, uniformFrom(seedOf(seed, name))] as const,
  );
  return () => Object.fromEntries(drawn.map(([name, range, uniform]) => [name, within(range, uniform())]));
}

/**
 * Draws from the box, its corners of interest (equal exponents, special and tiny gamma, break-even) given their shares; and
 * from further ranges, which take the place of the box's own.
 */
export function drawBox(seed: number, count: number, further: Readonly<Record<string, Range>> = {}): Draw[] {
  const uniform = uniformFrom(seed);
  const ofBlocks = drawOwn(seed, BLOCK_BOX);
  const ofFurther = drawOwn(seed, further);
  return Array.from({ length: count }, () => {
    const draw = drawOne(uniform);
    return { ...draw, values: { ...draw.values, ...ofBlocks(), ...ofFurther() } };
  });
}

/** The draw's parameters that the model has, with E moved to its multiple of break-even where the draw says so. */
export function place(model: Model, draw: Draw): Draw {
  const own: Record<string, number> = {};
  for (const { name } of model.parameters) if (draw.values[name] !== undefined) own[name] = draw.values[name];
  const even = draw.breakEvenFactor === null ? null : breakEven(model, own);
  if (even === null || draw.breakEvenFactor === null) return { values: own, breakEvenFactor: null };
  return { values: { ...own, E: even * draw.breakEvenFactor }, breakEvenFactor: draw.breakEvenFactor };
}

/** `count` draws placed for the model, each with its outcome. Whoever uses a pool prints its seed. */
export function refereePool(
  model: Model,
  seed: number,
  count: number,
  options: OptimiseOptions = {},
): Refereed[] {
  return drawBox(seed, count, model.own.ranges).map((draw) => {
    const placed = place(model, draw);
    return { ...placed, outcome: optimise(model, placed.values, options) };
  });
}
