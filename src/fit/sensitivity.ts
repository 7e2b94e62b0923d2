/**
 * Which of many uncertain inputs an answer depends on: shares of its variance by Sobol's indices, from two independent
 * samples A and B and, for each input, A with that input's column from B.
 *
 * First order: the share that vanishes once the input is known. Total: the share that is left while it alone is unknown.
 *
 * Sources: Saltelli et al., "Variance based sensitivity analysis of model output" (2010), table 2: (b) for the first order,
 * (f), Jansen's, for the total.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { ENDS, type Interval } from './growth.ts';
import { quantile } from './quantile.ts';

/** Numbers between 0 and 1, one an input. */
export type Shares = readonly number[];

export interface Design {
  readonly A: readonly Shares[];
  readonly B: readonly Shares[];
  /** By input: A with that input from B. */
  readonly mixed: readonly (readonly Shares[])[];
}

/** The sample: the same for the same seed. */
export function designOf(inputs: number, draws: number, seed: number): Design {
  const generator = xoroshiro128plus(seed);
  const rows = (): Shares[] =>
    Array.from({ length: draws }, () => Array.from({ length: inputs }, () => uniformFloat64(generator)));
  const [A, B] = [rows(), rows()];
  const mixed = Array.from({ length: inputs }, (_, i) =>
    A.map((row, j) => row.map((share, k) => (k === i ? (B[j]?.[i] ?? share) : share))),
  );
  return { A, B, mixed };
}

/** Answers at the rows of a design; not finite where there is none. */
export interface Answers {
  readonly A: readonly number[];
  readonly B: readonly number[];
  readonly mixed: readonly (readonly number[])[];
}

export interface Indices {
  readonly first: Interval;
  readonly total: Interval;
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** First and total index of every input from the rows chosen. */
function indicesAt({ A, B, mixed }: Answers, rows: readonly number[]): { first: number; total: number }[] {
  const both = rows.flatMap((j) => [A[j] as number, B[j] as number]);
  const middle = mean(both);
  const variance = mean(both.map((x) => (x - middle) ** 2));
  return mixed.map((column) => {
    const first = mean(
      rows.map((j) => ((B[j] as number) - middle) * ((column[j] as number) - (A[j] as number))),
    );
    const total = mean(rows.map((j) => ((A[j] as number) - (column[j] as number)) ** 2)) / 2;
    return variance > 0 ? { first: first / variance, total: total / variance } : { first: 0, total: 0 };
  });
}

const REDRAWS = 200;

/** The indices with 90 % intervals by drawing rows again. Rows without an answer somewhere are left out of all. */
export function sobolIndices(answers: Answers, seed: number): { indices: readonly Indices[]; rows: number } {
  const rows = answers.A.flatMap((_, j) =>
    [answers.A[j], answers.B[j], ...answers.mixed.map((column) => column[j])].every(Number.isFinite)
      ? [j]
      : [],
  );
  const found = indicesAt(answers, rows);
  const generator = xoroshiro128plus(seed);
  const again = Array.from({ length: rows.length > 1 ? REDRAWS : 0 }, () =>
    indicesAt(
      answers,
      rows.map(() => rows[uniformInt(generator, 0, rows.length - 1)] as number),
    ),
  );
  const interval = (i: number, of: 'first' | 'total', value: number): Interval => {
    const sample = again.map((one) => one[i]?.[of] ?? Number.NaN);
    const end = (share: number): number => (sample.length > 0 ? quantile(sample, share) : value);
    return { value, low: end(ENDS[0]), high: end(ENDS[1]) };
  };
  return {
    indices: found.map(({ first, total }, i) => ({
      first: interval(i, 'first', first),
      total: interval(i, 'total', total),
    })),
    rows: rows.length,
  };
}
