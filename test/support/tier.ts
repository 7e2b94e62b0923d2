/**
 * How much a run tries. `npm test` is quick: every suite, every registry, a seeded sample where there are many cases of one kind.
 * `npm run test:whole` takes all of them, `npm run test:full` draws afresh and more.
 */

export const TIERS = ['quick', 'whole', 'full'] as const;
export type Tier = (typeof TIERS)[number];

/** Of the samples of the quick tier; the run prints it. */
export const SAMPLE_SEED = 20260514;

const asked = process.env.OPTIMAND_TESTS ?? 'quick';
export const TIER: Tier = TIERS.find((tier) => tier === asked) ?? 'quick';
export const isFull = TIER === 'full';
/** Whether this run takes all cases: the whole tier and the full one. */
export const isWhole = TIER !== 'quick';

/** What stands for the tier of this run. */
export const byTier = <T>(quick: T, whole: T, full: T = whole): T => ({ quick, whole, full })[TIER];

/** A number in [0, 1) that only the seed and the place decide (a step of splitmix32). */
function fraction(seed: number, place: number): number {
  let x = (seed + Math.imul(place + 1, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

/** All cases in a whole run; in a quick one so many of them, drawn without repetition and in their order. */
export function sampled<T>(all: readonly T[], count: number, seed = SAMPLE_SEED): readonly T[] {
  if (isWhole || all.length <= count) return all;
  const drawn = all
    .map((_, place) => ({ place, rank: fraction(seed, place) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, count);
  const places = new Set(drawn.map(({ place }) => place));
  return all.filter((_, place) => places.has(place));
}
