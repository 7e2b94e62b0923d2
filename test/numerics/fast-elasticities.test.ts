/** Elasticities of the fast solver against the referee's, which come from dual numbers. */
import { describe, expect, it } from 'vitest';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { FastSolver, KINDS } from '../../src/numerics/fast/solver.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { drawBox, place } from '../../src/numerics/pool.ts';

const SEED = 20260514;
const ROWS = 25;
/** Next to break-even an elasticity is large, and its digits are those of a small difference. */
const CLOSE = 1e-7;

describe.each([...VARIANT_IDS, 'data-bound+ces-quality', 'cournot+data-bound'])('%s, seed 20260514', (id) => {
  const model = modelOf(id);
  const draws = drawBox(SEED, ROWS).map((draw) => place(model, { ...draw, breakEvenFactor: null }));
  const columns = Object.fromEntries(
    model.parameters.map(({ name }) => [
      name,
      Float64Array.from(draws, ({ values }) => values[name] as number),
    ]),
  );

  it('moves as the referee says', () => {
    const solver = new FastSolver(model);
    const answers = solver.solve(columns, ROWS);
    const found = solver.elasticities(columns, ROWS, answers);
    let held = 0;
    for (const [row, { values }] of draws.entries()) {
      const referee = optimise(model, values);
      if (referee.kind !== 'optimum') {
        expect(KINDS[answers.kind[row] as number]).toBe(referee.kind);
        for (const column of Object.values(found)) expect(column[row]).toBeNaN();
        continue;
      }
      const wanted = referee.elasticities ?? {};
      expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
      for (const [name, value] of Object.entries(wanted)) {
        const gap = Math.abs((found[name]?.[row] as number) - value);
        expect(gap / Math.max(1, Math.abs(value)), `${name} ${JSON.stringify(values)}`).toBeLessThan(CLOSE);
        held++;
      }
    }
    expect(held).toBeGreaterThan(100);
  });
});

describe('elasticities', () => {
  const model = modelOf('baseline');
  const [draw] = drawBox(SEED, 1);

  it('are none where a parameter is zero, and seen to differ at another firm', () => {
    if (!draw) throw new Error('no firm was drawn');
    const { values } = place(model, { ...draw, breakEvenFactor: null });
    const solver = new FastSolver(model);
    const at = (E: number): number => {
      const columns = { ...values, E };
      return solver.elasticities(columns, 1, solver.solve(columns, 1))['n/E']?.[0] as number;
    };
    const E = values.E as number;
    expect(Math.abs(at(E) - at(1.1 * E))).toBeGreaterThan(1e-5);
    expect(Object.keys(solver.elasticities(values, 1, solver.solve(values, 1)))).not.toContain('n/gamma');
  });

  it('are the referee’s of a row that it answered', () => {
    const odd = modelOf('rival+hill-adoption');
    const rows = drawBox(SEED, 4).map((one) => place(odd, { ...one, breakEvenFactor: null }).values);
    const columns = Object.fromEntries(
      odd.parameters.map(({ name }) => [name, Float64Array.from(rows, (values) => values[name] as number)]),
    );
    const solver = new FastSolver(odd);
    const answers = solver.solve(columns, rows.length);
    const found = solver.elasticities(columns, rows.length, answers);
    const optima = rows.map((values) => optimise(odd, values));
    expect(optima.some(({ kind }) => kind === 'optimum')).toBe(true);
    for (const [row, referee] of optima.entries()) {
      expect(KINDS[answers.kind[row] as number]).toBe(referee.kind);
      const wanted = referee.kind === 'optimum' ? (referee.elasticities ?? {}) : {};
      for (const [name, column] of Object.entries(found))
        expect(column[row]).toBe(wanted[name] ?? Number.NaN);
    }
  });
});
