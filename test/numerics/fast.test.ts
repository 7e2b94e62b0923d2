/** The fast solver against the referee: never a different answer. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { modelOf, VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { geometricOf } from '../../src/numerics/fast/geometric.ts';
import { type Answers, type Columns, FastSolver, IN_DOUBT, KINDS } from '../../src/numerics/fast/solver.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { type Draw, drawBox, place } from '../../src/numerics/pool.ts';
import { byTier } from '../support/tier.ts';
import { sampleFor } from './samples.ts';

const SEED = 20260514;
const COUNT = byTier(16, 2_000, 100_000);
const LONGEST = byTier(60_000, 3600_000, 4 * 3600_000);

const drawsFor = (model: Model, count: number): Draw[] =>
  drawBox(SEED, count).map((draw) => place(model, draw));

const columnsOf = (model: Model, draws: readonly Draw[]): Columns =>
  Object.fromEntries(
    model.parameters.map(({ name }) => [
      name,
      Float64Array.from(draws, ({ values }) => values[name] as number),
    ]),
  );

const QUANTITIES = ['n', 'd', 't', 'profit', 'revenue', 'trainingSpend'] as const;

/** What is different, in words; none where the referee says the same. */
function differences(model: Model, draws: readonly Draw[], answers: Answers): string[] {
  return draws.flatMap(({ values, breakEvenFactor }, row) => {
    const kind = KINDS[answers.kind[row] as number];
    const found = optimise(model, values, { elasticities: false });
    const where = `row ${row}, ${breakEvenFactor ?? 'any'} times break-even, ${JSON.stringify(values)}`;
    if (kind !== found.kind) return [`${kind}, not ${found.kind}: ${where}`];
    if (found.kind !== 'optimum') return [];
    const isHeld = found.active.limits.length > 0;
    const wrong = QUANTITIES.filter((name) => {
      const scale = name === 'profit' ? found.revenue : found[name];
      return !(Math.abs((answers[name][row] as number) - found[name]) <= 1e-9 * scale);
    }).map((name) => `${name}: ${where}`);
    return isHeld === (answers.bound[row] === 1) ? wrong : [...wrong, `limit: ${where}`];
  });
}

describe.each([...VARIANT_IDS, 'network+ces-quality', 'data-bound+repeated-data', 'cournot+rival'])(
  '%s, next to break-even and at kinks too, seed 20260514',
  (id) => {
    const model = modelOf(id);
    const solver = new FastSolver(model);
    let draws: Draw[];
    let answers: Answers;
    beforeAll(() => {
      draws = drawsFor(model, COUNT);
      answers = solver.solve(columnsOf(model, draws), COUNT);
    }, LONGEST);
    it(
      'answers as the referee does',
      () => {
        expect(differences(model, draws, answers)).toEqual([]);
        expect(answers.kind.some((kind) => KINDS[kind] === 'optimum')).toBe(true);
      },
      LONGEST,
    );
    it('answers by itself but where a draw lies on break-even', () => {
      expect(solver.refusal).toBeNull();
      expect(answers.refereed.size).toBeLessThanOrEqual(Math.max(3, 0.05 * COUNT));
    });
  },
);

describe('the answer to a row', () => {
  const model = VARIANTS.baseline;
  const draws = drawsFor(model, 300).slice(0, 300);
  const columns = columnsOf(model, draws);
  const answers = new FastSolver(model).solve(columns, 300);

  it('is to the bit the same alone and among others', () => {
    const solver = new FastSolver(model);
    for (const row of [0, 17, 255, 256, 299]) {
      const alone = solver.solve(draws[row]?.values ?? {}, 1);
      for (const name of QUANTITIES) expect(alone[name][0]).toBe(answers[name][row]);
    }
  });

  it('is certain where it is certain, and nothing else: what is in doubt is written nowhere', () => {
    const certified = new FastSolver(model).certify(columns, 300);
    expect(certified.refereed.size).toBe(0);
    for (const [row, kind] of certified.kind.entries()) {
      const isDoubt = kind === IN_DOUBT;
      expect(isDoubt).toBe(answers.refereed.has(row));
      if (!isDoubt) expect(kind).toBe(answers.kind[row]);
      const isOptimum = KINDS[kind] === 'optimum';
      for (const name of QUANTITIES) expect(Number.isNaN(certified[name][row]), name).toBe(!isOptimum);
      expect(certified.largest[row] === IN_DOUBT).toBe(!isOptimum);
    }
    const kinds = new Set(certified.kind);
    expect([...kinds].sort((x, y) => x - y)).toEqual([0, 1, IN_DOUBT]);
  });

  it('tells a firm that it does not match from one that it does: a wrong cost is seen', () => {
    const [first] = draws as [Draw, ...Draw[]];
    const other = new FastSolver(model).solve({ ...first.values, E: (first.values.E as number) * 1.001 }, 1);
    expect(differences(model, [first], other)).not.toEqual([]);
  });

  it('is a few atoms of a model where that is best: the referee does not call it unbounded', () => {
    const hill = modelOf('hill-adoption');
    const values = { ...sampleFor(hill), a: 0.00635, b: 0.00226, alpha: 0.2563, beta: 0.2801, h: 3.2814 };
    const draw = {
      values: { ...values, omega: 3.429e-8, delta: 7.631e-20, E: 1.0806e11 },
      breakEvenFactor: null,
    };
    const found = new FastSolver(hill).solve(draw.values, 1);
    expect(found.refereed.size).toBe(0);
    expect(found.n[0]).toBeLessThan(1e-20);
    expect(differences(hill, [draw], found)).toEqual([]);
  });

  it('overflows nowhere: money and tokens in units a hundred orders of magnitude away', () => {
    const values = sampleFor(model);
    const [plain] = new FastSolver(model).solve(values, 1).n;
    for (const scale of [1e-180, 1e180]) {
      const { omega, delta, E } = values as Record<'omega' | 'delta' | 'E', number>;
      const dear = { ...values, omega: omega * scale, delta: delta * scale, E: E / scale };
      const found = new FastSolver(model).solve(dear, 1);
      expect(KINDS[found.kind[0] as number]).toBe('optimum');
      expect(Math.abs((found.n[0] as number) / (plain as number) - 1)).toBeLessThan(1e-12);
    }
  });

  it('passes gamma = 0 without a step', () => {
    const gammas = [-1e-3, -1e-6, -1e-9, -1e-14, -1e-300, 0, 1e-300, 1e-14, 1e-9, 1e-6, 1e-3];
    const { gamma: _, ...values } = sampleFor(model);
    const { n } = new FastSolver(model).solve({ ...values, gamma: Float64Array.from(gammas) }, gammas.length);
    for (const [i, value] of n.entries()) {
      expect(Math.abs(Math.log(value / (n[5] as number)))).toBeLessThan(
        100 * Math.abs(gammas[i] as number) + 1e-13,
      );
    }
  });

  it('is the referee’s where the model is no geometric program', () => {
    const odd = modelOf('rival+hill-adoption');
    expect(geometricOf(odd)).toMatch(/concave/);
    const own = drawsFor(odd, 5);
    const found = new FastSolver(odd).solve(columnsOf(odd, own), 5);
    expect(found.refereed.size).toBe(5);
    expect(differences(odd, own, found)).toEqual([]);
  });
});
