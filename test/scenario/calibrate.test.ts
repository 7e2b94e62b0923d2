/** The calibrated scenario: the referee's optimum, intervals of the draws asked for, and the same answer for the same seed. */
import { expect, it } from 'vitest';
import { calibrated } from '../../src/cli/calibrate/threads.ts';
import { shippedScenario } from '../../src/data/scenario-file.ts';
import { FIGURES } from '../../src/figures/registry.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { calibrate } from '../../src/report/calibrate.ts';
import { sensitivityFigure } from '../../src/report/figures/sensitivity.ts';
import { middleOf, scenarioOf } from '../../src/report/scenario/compile.ts';
import { inputsAt, uncertain, valueAt } from '../../src/report/scenario/draw.ts';
import { calibrateResult } from '../../src/report/schemas/calibrate.ts';
import { misfits } from '../support/schema.ts';

const OPTIONS = { draws: 8, seed: 5 } as const;
const result = calibrate('calibrated', OPTIONS);

it('is valid under its schema, and its figure too', () => {
  expect(misfits(calibrateResult, JSON.parse(JSON.stringify(result)))).toEqual([]);
  expect(misfits(FIGURES.sensitivity.schema, JSON.parse(JSON.stringify(sensitivityFigure(result))))).toEqual(
    [],
  );
});
it("has the referee's optimum at the middle", () => {
  const scenario = scenarioOf('calibrated');
  const found = optimise(scenario.model, scenario.parametersAt(middleOf(scenario)) ?? {});
  if (found.kind !== 'optimum') throw new Error('no optimum');
  expect(result.optimum.C_train?.value).toBeCloseTo(found.trainingSpend, 1);
  expect(result.optimum.price?.value).toBeCloseTo(found.revenue / found.t, 15);
});
it('solves two samples, one more an input, and the ends', () => {
  const inputs = result.sobol.n?.inputs.length ?? 0;
  expect(result.draws.solved).toBe(1 + 2 * inputs + (2 + inputs) * OPTIONS.draws);
  expect(Object.values(result.regimes).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});
it('tells how far it is, to the end', async () => {
  const told: number[] = [];
  const found = await calibrated('calibrated', {
    draws: 100,
    seed: 5,
    workers: 1,
    progress: (done) => told.push(done),
  });
  expect(found.draws.asked).toBe(100);
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual([...told].sort((x, y) => x - y));
  expect(told.at(-1)).toBe(1);
});
it('is the same for the same seed, and another for another', () => {
  expect(calibrate('calibrated', OPTIONS)).toEqual(result);
  expect(calibrate('calibrated', { ...OPTIONS, seed: 6 }).optimum.n?.high).not.toBe(result.optimum.n?.high);
});
it('moves no input that no parameter depends on', () => {
  const { file, used } = scenarioOf('calibrated');
  const names = uncertain(file, used);
  expect(names).toContain('price');
  expect(names).not.toContain('stock');
  expect(names).not.toContain('since');
});
it('puts one draw in twenty beyond each end', () => {
  const { price, gamma, since } = shippedScenario('calibrated').inputs;
  if (!price || !gamma || !since) throw new Error('inputs are missing');
  for (const input of [price, gamma]) {
    expect(valueAt(input, 0.05)).toBeCloseTo(input.low, 9);
    expect(valueAt(input, 0.5)).toBeCloseTo(input.value, 9);
    expect(valueAt(input, 0.95)).toBeCloseTo(input.high, 9);
  }
  expect(valueAt(since, 0.01)).toBe(since.value);
  const { file } = scenarioOf('calibrated');
  expect(inputsAt(file, ['price'], [0.95]).price).toBeCloseTo(price.high, 12);
});
