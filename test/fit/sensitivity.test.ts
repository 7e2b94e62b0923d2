/** Sobol's indices against functions whose indices are known in closed form. */
import { expect, it } from 'vitest';
import { type Answers, designOf, type Shares, sobolIndices } from '../../src/fit/sensitivity.ts';
import { isWhole } from '../support/tier.ts';

function answers(f: (x: Shares) => number, inputs: number, draws: number, seed = 3): Answers {
  const { A, B, mixed } = designOf(inputs, draws, seed);
  return { A: A.map(f), B: B.map(f), mixed: mixed.map((rows) => rows.map(f)) };
}
const close = (found: number, truth: number): void => expect(Math.abs(found - truth)).toBeLessThan(0.03);

it('are the shares of the variance of a sum', () => {
  const { indices } = sobolIndices(
    answers(([x = 0, y = 0, z = 0]) => 3 * x + 4 * y + 0 * z, 3, 4000),
    1,
  );
  for (const [i, share] of [9 / 25, 16 / 25, 0].entries()) {
    close(indices[i]?.first.value ?? 9, share);
    close(indices[i]?.total.value ?? 9, share);
  }
});
it.runIf(isWhole)(
  'are those of Ishigami and Homma 1990, with an input that matters only together with another',
  () => {
    const [a, b] = [7, 0.1];
    const f = (shares: Shares): number => {
      const [x = 0, y = 0, z = 0] = shares.map((u) => Math.PI * (2 * u - 1));
      return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
    };
    const p = Math.PI;
    const V1 = 0.5 * (1 + (b * p ** 4) / 5) ** 2;
    const V2 = a ** 2 / 8;
    const V13 = b ** 2 * p ** 8 * (1 / 18 - 1 / 50);
    const V = V1 + V2 + V13;
    const { indices } = sobolIndices(answers(f, 3, 20000), 1);
    for (const [i, first] of [V1, V2, 0].entries()) close(indices[i]?.first.value ?? 9, first / V);
    for (const [i, total] of [V1 + V13, V2, V13].entries()) close(indices[i]?.total.value ?? 9, total / V);
  },
);
it('leave out a row without an answer from all', () => {
  const plain = answers(([x = 0, y = 0]) => x + y, 2, 500);
  const gap = {
    ...plain,
    mixed: [plain.mixed[0] ?? [], (plain.mixed[1] ?? []).map((v, j) => (j === 7 ? Number.NaN : v))],
  };
  const found = sobolIndices(gap, 1);
  expect(found.rows).toBe(499);
  expect(found.indices.every(({ first }) => Number.isFinite(first.value))).toBe(true);
});
it('have intervals that hold them', () => {
  const { indices } = sobolIndices(
    answers(([x = 0, y = 0]) => x + 2 * y, 2, 400),
    1,
  );
  for (const { first, total } of indices) {
    expect(first.low <= first.value && first.value <= first.high).toBe(true);
    expect(total.low <= total.value && total.value <= total.high).toBe(true);
  }
});
