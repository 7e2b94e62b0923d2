/** Rows of a sweep against `optimize` at the same point, and the grid and design that say what the points are. */
import { describe, expect, it } from 'vitest';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { optimize } from '../../src/report/optimize.ts';
import { readAxes, readDesign, valuesOf } from '../../src/report/sweep/axes.ts';
import type { SweepPlan } from '../../src/report/sweep/points.ts';
import { Sweep, type SweptColumn } from '../../src/report/sweep/sweep.ts';
import { csvHeader, csvOf } from '../../src/report/sweep/text.ts';
import { sampleFor } from '../numerics/samples.ts';

const GRID = { kind: 'grid' } as const;

function planFor(id: string, grid: string, changes: Partial<SweepPlan> = {}): SweepPlan {
  const design = changes.design ?? GRID;
  const axes = readAxes([grid], design);
  const fixed = Object.entries(sampleFor(modelOf(id))).filter(([name]) =>
    axes.every((axis) => axis.name !== name),
  );
  return { set: Object.fromEntries(fixed), axes, design, hold: 'b', ...changes };
}

const cell = (columns: readonly SweptColumn[], name: string, row: number): number | string | undefined => {
  const column = columns.find((one) => one.name === name);
  return column?.kind === 'name' ? column.names[column.values[row] as number] : column?.values[row];
};

describe.each(VARIANT_IDS)('%s', (id) => {
  const hasGamma = modelOf(id).parameters.some(({ name }) => name === 'gamma');
  const plan = planFor(id, `E=1e13:1e21:4log,${hasGamma ? 'gamma=-1:2:3' : 'h=1:3:3'}`);
  it('says what optimize says, regimes too', () => {
    const { columns, rows } = new Sweep(modelOf(id), plan).solve(0, 12);
    for (let row = 0; row < rows; row++) {
      const swept = Object.fromEntries(plan.axes.map(({ name }) => [name, cell(columns, name, row)]));
      const [answer] = optimize({ ...plan.set, ...swept }, { variant: id }).rows;
      if (!answer || !('produces' in answer)) throw new Error('optimize fails');
      const outcome = answer.unbounded ? 'unbounded' : answer.produces ? 'optimum' : 'stay-out';
      expect(cell(columns, 'outcome', row)).toBe(outcome);
      if (!answer.optimum) continue;
      expect(cell(columns, 'regime', row)).toBe(answer.regime);
      for (const [name, value] of Object.entries(answer.optimum)) {
        const scale = name === 'profit' ? answer.optimum.profit + answer.optimum.C_train : value;
        expect(Math.abs((cell(columns, name, row) as number) - value)).toBeLessThan(1e-9 * scale);
      }
    }
  });
});

describe('the points', () => {
  it('of a grid: the last axis runs fastest, round numbers are round', () => {
    const { columns } = new Sweep(
      modelOf('baseline'),
      planFor('baseline', 'E=1e16:1e20:5log,gamma=0:0.3:4'),
    ).solve(0, 6);
    expect([0, 1, 2, 3, 4, 5].map((row) => cell(columns, 'gamma', row))).toEqual([0, 0.1, 0.2, 0.3, 0, 0.1]);
    expect([0, 4].map((row) => cell(columns, 'E', row))).toEqual([1e16, 1e17]);
    const [axis] = readAxes(['E=1e-3:3e7:11log'], GRID);
    expect(axis && [...valuesOf(axis)].slice(-1)).toEqual([3e7]);
  });

  it('of a design lie within their ends, whole where they must be', () => {
    const design = readDesign('sobol:64', 7);
    const plan = planFor('cournot', 'E=1e16:1e20:log,m=1:6', { design });
    const { columns } = new Sweep(modelOf('cournot'), plan).solve(0, 64);
    const sellers = new Set(Array.from({ length: 64 }, (_, row) => cell(columns, 'm', row)));
    expect([...sellers].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('any range of rows is the same rows to the bit', () => {
    const sweep = new Sweep(modelOf('network'), planFor('network', 'E=1e15:1e20:30log,nu=0.05:0.4:20'));
    const whole = csvOf(sweep.solve(0, 600));
    const cut = [0, 1, 255, 256, 300, 599, 600];
    const pieces = cut.slice(1).map((to, i) => csvOf(sweep.solve(cut[i] as number, to)));
    expect(pieces.join('')).toBe(whole);
  });

  it.each(['b', 'rho'] as const)(
    'have elasticities where they are asked for, %s held, as optimize says',
    (hold) => {
      const { b, ...set } = { ...sampleFor(modelOf('data-bound')), alpha: 0.34, a: 4e-3, b: 1.6e-3 };
      const held = hold === 'rho' ? { rho: (set.a / b) ** (1 / set.alpha) } : { b };
      const { E: _, gamma: __, ...fixed } = set as typeof set & Record<'E' | 'gamma', number>;
      const axes = readAxes(['E=1e12:1e20:5log,gamma=-1:1:3'], GRID);
      const plan: SweepPlan = { set: { ...fixed, ...held }, axes, design: GRID, hold, elasticities: true };
      const { columns } = new Sweep(modelOf('data-bound'), plan).solve(0, 15);
      let compared = 0;
      for (let row = 0; row < 15; row++) {
        const at = Object.fromEntries(axes.map(({ name }) => [name, cell(columns, name, row) as number]));
        const [answer] = optimize({ ...fixed, b, ...at }, { variant: 'data-bound', hold }).rows;
        const elasticities = answer && 'elasticities' in answer ? (answer.elasticities ?? {}) : {};
        for (const [name, value] of Object.entries(elasticities)) {
          expect(Math.abs((cell(columns, name, row) as number) - value), name).toBeLessThan(1e-7);
          compared++;
        }
        if (cell(columns, 'outcome', row) === 'stay-out') expect(cell(columns, 'n/E', row)).toBeNaN();
      }
      expect(compared).toBeGreaterThan(200);
      expect(columns.some(({ name }) => name === (hold === 'rho' ? 'n/b' : 'n/rho'))).toBe(false);
    },
  );

  it('with rho held, b follows a', () => {
    const { b: _, a: __, ...set } = sampleFor(modelOf('baseline'));
    const axes = readAxes(['a=1e-4:1e-2:3log'], GRID);
    const { columns } = new Sweep(modelOf('baseline'), {
      set: { ...set, rho: 20 },
      axes,
      design: GRID,
      hold: 'rho',
    }).solve(0, 3);
    const { n, d } = optimize({ ...set, a: 1e-3, b: 1e-3 * 20 ** -(set.alpha as number) }).rows.map((row) =>
      'optimum' in row ? row.optimum : null,
    )[0] as { n: number; d: number };
    expect(cell(columns, 'n', 1)).toBeCloseTo(n, -Math.log10(n) + 9);
    expect((cell(columns, 'd', 1) as number) / d).toBeCloseTo(1, 9);
  });

  it('that the assumptions do not allow are told apart', () => {
    const plan = planFor('baseline', 'alpha=0.5:1.5:3,gamma=-1:0:2');
    const { columns, counts } = new Sweep(modelOf('baseline'), plan).solve(0, 6);
    expect([0, 1, 2, 3, 4, 5].map((row) => cell(columns, 'outcome', row) === 'not-allowed')).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(counts.at(-1)).toBe(2);
  });
});

it('cells are safe in a spreadsheet: a name that begins like a formula does not stay one', () => {
  const names = ['=HYPERLINK("x")', 'a,b', '-1+1'];
  const column = { name: 'regime', kind: 'name', values: Uint8Array.of(0, 1, 2, 255), names } as const;
  const text = csvOf({ rows: 4, columns: [column], counts: [], refereed: 0 });
  expect(text).toBe(`"'=HYPERLINK(""x"")"\n"a,b"\n'-1+1\n\n`);
  expect(csvHeader(['@a', 'b'])).toBe("'@a,b\n");
});
