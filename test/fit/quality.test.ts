/** From a fit to the model: the quality laws that it gives are held against the loss law itself, at points of their own. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/data/scenario-file.ts';
import { fit as fitTo } from '../../src/report/fit/fit.ts';
import { fitScenario } from '../../src/report/fit/scenario.ts';
import { compileScenario, middleOf } from '../../src/report/scenario/compile.ts';

const PATH = 'data/training-runs/gadre_overtraining_runs.csv';
const REQUEST = {
  path: PATH,
  columns: { loss: 'loss_c4_val' },
  where: { train_dataset: 'c4_original' },
  law: 'chinchilla',
  starts: 20,
  draws: 20,
  seed: 20260514,
} as const;
const TEXT = readFileSync(PATH, 'utf8');
const report = await fitTo(TEXT, REQUEST);

type Numbers = Readonly<Record<string, number>>;
const constants: Numbers = Object.fromEntries(
  Object.entries(report.result.parameters).map(([name, { value }]) => [name, value]),
);
const { A = 0, B = 0, E0 = 0, alpha = 0, beta = 0 } = constants;
const lossAt = (n: number, d: number): number => E0 + A * n ** -alpha + B * d ** -beta;
const first = report.result.quality?.threshold.loss.value ?? Number.NaN;
const qualityAt = (n: number, d: number): number => (first - E0) / (lossAt(n, d) - E0);
const lawOf = (variant: string): Numbers => {
  const law = report.result.quality?.laws.find((one) => one.variant === variant);
  return Object.fromEntries(Object.entries(law?.parameters ?? {}).map(([name, { value }]) => [name, value]));
};
const POINTS = [1e8, 3e9, 7e10, 2e12].flatMap((n) => [1, 20, 400].map((ratio) => [n, ratio * n] as const));

/** Data of least compute at a size, by walking along the budget. */
function leastCompute(n: number): number {
  let [low, high] = [n / 1e9, n * 1e9];
  for (let i = 0; i < 200; i++) {
    const d = Math.sqrt(low * high);
    const budget = n * d;
    if (lossAt(n * 1.0001, budget / (n * 1.0001)) > lossAt(n / 1.0001, (budget * 1.0001) / n)) low = d;
    else high = d;
  }
  return Math.sqrt(low * high);
}

describe('quality by a fit', () => {
  test('the CES law with r = 1 is the loss law, anywhere', () => {
    const { a = 0, b = 0, rho } = lawOf('ces-quality');
    for (const [n, d] of POINTS)
      expect(1 / (1 / (a * n ** alpha) + 1 / (b * d ** beta)) / qualityAt(n, d)).toBeCloseTo(1, 9);
    expect(rho).toBeCloseTo((a / b) ** (1 / alpha), 6);
  });
  test('the Leontief law is it where training compute is least, and below it elsewhere', () => {
    const { a = 0, b = 0 } = lawOf('baseline');
    const smaller = (n: number, d: number): number => Math.min(a * n ** alpha, b * d ** beta);
    for (const n of [1e8, 1e10, 1e12]) {
      const d = leastCompute(n);
      expect(smaller(n, d) / qualityAt(n, d)).toBeCloseTo(1, 3);
    }
    for (const [n, d] of POINTS) expect(smaller(n, d)).toBeLessThan(qualityAt(n, d));
  });
  test('quality is 1 at the threshold, and every number has an interval that holds it', () => {
    const at = report.result.quality?.threshold.at;
    expect(qualityAt(at?.params ?? 0, at?.tokens ?? 0)).toBeCloseTo(1, 12);
    for (const { parameters } of report.result.quality?.laws ?? [])
      for (const { value, low, high } of Object.values(parameters)) {
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
      }
  });
  test('a threshold beyond the runs is said to be so; a loss that cannot be reached is refused', async () => {
    expect(report.warnings.join()).toMatch(
      /quality 1 lies beyond the runs \(\d+ times the most params of a run/,
    );
    const given = await fitTo(TEXT, { ...REQUEST, draws: 0, threshold: { loss: 2.5 } });
    expect(given.result.quality?.threshold).toMatchObject({ loss: { value: 2.5, low: null }, at: null });
    await expect(fitTo(TEXT, { ...REQUEST, draws: 0, threshold: { loss: 1 } })).rejects.toThrow(
      /--threshold = 1 is not allowed; it must be a loss above E0/,
    );
  });
});

describe('a scenario from a fit', () => {
  const text = fitScenario(report.result, report.mapped, PATH);
  test('is a scenario, whose a and b are those of the Leontief law before progress', () => {
    const scenario = compileScenario(readScenario(text, 'fitted.json'), 'fitted.json');
    const inputs = { ...middleOf(scenario), progress: 1 };
    const values = scenario.parametersAt(inputs) ?? {};
    const { a = 0, b = 0 } = lawOf('baseline');
    expect((values.a ?? 0) / a).toBeCloseTo(1, 4);
    expect((values.b ?? 0) / b).toBeCloseTo(1, 4);
  });
  test('needs draws, and a law of n and d alone', async () => {
    const bare = await fitTo(TEXT, { ...REQUEST, draws: 0 });
    expect(() => fitScenario(bare.result, bare.mapped, PATH)).toThrow(/add --bootstrap 200/);
    expect(() => fitScenario(bare.result, null, PATH)).toThrow(/no law of n and d alone/);
  });
});
