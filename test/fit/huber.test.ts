/** Loss laws fitted to made-up runs: the truth is known, and one run in ten is wrong by a factor that noise never makes. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import type { LeastSquaresProblem } from '../../src/fit/damped-step.ts';
import { formulaProblem } from '../../src/fit/formula.ts';
import { bestOf, type HuberFit, huberLoss, huberMinima } from '../../src/fit/huber.ts';
import { leastSquares } from '../../src/fit/least-squares.ts';
import type { LossLaw, Run } from '../../src/fit/loss-laws/law.ts';
import { LOSS_LAW_IDS, LOSS_LAWS } from '../../src/fit/loss-laws/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { byTier } from '../support/tier.ts';

const SEED = 20260514;
const DELTA = 1e-3;
const TRUTH: Readonly<Record<string, number>> = {
  lnA: Math.log(482.01),
  lnB: Math.log(2085.43),
  lnE0: Math.log(1.8172),
  alpha: 0.3478,
  beta: 0.3658,
  lnRstar: Math.log(15.39),
  lnRNstar: Math.log(5.31),
};

const random = (): (() => number) => {
  const generator = xoroshiro128plus(SEED);
  return () => uniformFloat64(generator);
};

/** Sizes and tokens off any one ray, data repeated up to forty times, noise of some 1e-4, one in ten 5 % too high. */
function runsOf(law: LossLaw): Run[] {
  const uniform = random();
  return Array.from({ length: 120 }, (_, i) => {
    const params = 1e7 * 10 ** (3 * uniform());
    const tokens = params * 5 * 40 ** uniform();
    const run = { params, tokens, uniqueTokens: tokens / (1 + 40 * uniform() ** 2), loss: 0 };
    const point = Object.fromEntries(
      law.formula.columns.map((name, j) => [name, law.columnsOf(run)[j] as number]),
    );
    const off = (i % 10 === 0 ? 0.05 : 0) + 1e-4 * (uniform() - 0.5);
    const { value, beyond } = law.formula;
    const isBeyond = beyond !== undefined && evaluate(beyond.gap, { ...TRUTH, ...point }, double) > 0;
    const predicted = evaluate(isBeyond ? beyond.value : value, { ...TRUTH, ...point }, double);
    return { ...run, loss: Math.exp(predicted + off) };
  });
}

const problemOf = (law: LossLaw): LeastSquaresProblem => {
  const runs = runsOf(law);
  return formulaProblem(law.formula, {
    rows: runs.map((run) => law.columnsOf(run)),
    observed: runs.map(({ loss }) => Math.log(loss)),
  });
};

function startsOf(law: LossLaw, count: number): number[][] {
  const uniform = random();
  return Array.from({ length: count }, () =>
    law.formula.parameters.map((name) => {
      const values = law.grid[name] as readonly number[];
      return values[Math.floor(uniform() * values.length)] as number;
    }),
  );
}

const lettersOf = (law: LossLaw, parameters: readonly number[]): Record<string, number> => {
  const values = Object.fromEntries(law.formula.parameters.map((name, i) => [name, parameters[i] as number]));
  return Object.fromEntries(law.letters.map(({ name, from }) => [name, evaluate(from, values, double)]));
};

describe.each(LOSS_LAW_IDS)('%s', (id) => {
  const law = LOSS_LAWS[id];
  const problem = problemOf(law);
  const truth = law.formula.parameters.map((name) => TRUTH[name] as number);

  test('has a gradient that differences confirm', () => {
    const at = truth.map((value, i) => value + 0.01 * (i + 1));
    const { gradient } = huberLoss(problem, DELTA, at);
    for (const [i, slope] of gradient.entries()) {
      const moved = (h: number): number =>
        huberLoss(
          problem,
          DELTA,
          at.map((value, j) => (i === j ? value + h : value)),
        ).value;
      expect((moved(1e-6) - moved(-1e-6)) / 2e-6 / slope).toBeCloseTo(1, 4);
    }
  });

  test('is found again from many starts, whatever single runs say', () => {
    const minima = huberMinima(problem, DELTA, startsOf(law, byTier(20, 48)));
    const fit = bestOf(minima, DELTA, problem.observed.length) as HuberFit;
    expect(fit.agreeing).toBeGreaterThanOrEqual(5);
    expect(fit.slope).toBeLessThan(1e-6);
    const [found, expected] = [lettersOf(law, fit.parameters), lettersOf(law, truth)];
    for (const name of Object.keys(expected)) {
      expect((found[name] as number) / (expected[name] as number), name).toBeCloseTo(1, 1);
    }
    const square = leastSquares(problem, fit.parameters);
    const off = (letters: Record<string, number>): number =>
      Math.abs(Math.log((letters.E0 as number) / (expected.E0 as number)));
    expect(off(found)).toBeLessThan(off(lettersOf(law, square?.parameters ?? [])));
  });
});

test('no start, no fit', () => {
  expect(bestOf([], DELTA, 1)).toBeNull();
  expect(bestOf([null], DELTA, 1)).toBeNull();
});
