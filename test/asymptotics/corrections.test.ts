/** The next terms of laws in every direction: in the parameters alone, and against the referee. */
import { describe, expect, it } from 'vitest';
import { correctionAt } from '../../src/asymptotics/at-values.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import type { Model } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { symbolsOf } from '../../src/kernel/term.ts';
import { BASE, lawAt, numberOf, optimumAt, placedAt, quantityOf, valuesAt, withRho } from './support.ts';

interface Direction {
  readonly model: Model;
  readonly growing: string;
  readonly hold?: 'b' | 'rho';
  readonly gamma: number;
  /** Decades beyond where the last regime begins, nearer and further. */
  readonly decades: readonly [number, number];
  /** Variables whose next term is of this order. */
  readonly names: readonly ('n' | 't')[];
}

const DIRECTIONS: readonly Direction[] = [
  { model: baseline, growing: 'E', gamma: -0.5, decades: [8, 14], names: ['n', 't'] },
  { model: baseline, growing: 'a', gamma: -0.5, decades: [3, 5], names: ['n', 't'] },
  { model: baseline, growing: 'a', hold: 'rho', gamma: -0.5, decades: [14, 24], names: ['n'] },
  { model: baseline, growing: 'b', gamma: -0.5, decades: [1, 2], names: ['n'] },
  { model: baseline, growing: 'b', gamma: 0, decades: [1, 2], names: ['n'] },
  { model: baseline, growing: 'b', gamma: 0.5, decades: [1, 2], names: ['n'] },
  { model: baseline, growing: 'omega', gamma: -0.5, decades: [8, 14], names: ['n'] },
  { model: baseline, growing: 'omega', gamma: 0.5, decades: [8, 14], names: ['t'] },
  { model: dataBound, growing: 'E', gamma: 0.5, decades: [1, 3], names: ['t'] },
  { model: dataBound, growing: 'omega', gamma: -0.5, decades: [1, 3], names: ['t'] },
];

describe('next terms', () => {
  it.each(DIRECTIONS)(
    '$model.id, $growing grows, $hold held, gamma $gamma: the referee leaves the law by the term, ever more exactly',
    ({ model, growing, hold = 'b', gamma, decades, names }) => {
      const values: Values = { ...BASE, gamma };
      const laws = lawsOfModel(model, growing, { hold, at: values });
      const last = placedAt(laws, values).findLast(({ to }) => to === Number.POSITIVE_INFINITY && to);
      const next = last && correctionAt(last.regime, values);
      if (!last || !next) throw new Error('no next term');
      expect(Object.keys(next.coefficients).filter((name) => name !== 'mu')).toEqual(
        expect.arrayContaining([...names]),
      );
      for (const name of names) {
        const gaps = decades.map((decade) => {
          const at = last.from * 10 ** decade;
          const own = valuesAt(model, values, growing, at, hold);
          const point = { ...withRho(values), ...own, [growing]: at };
          const term =
            numberOf(next.coefficients[name] ?? null, point) * at ** numberOf(next.exponent, point);
          const found =
            quantityOf(optimumAt(model, own), name) / lawAt(last.regime, name, point, growing) - 1;
          return Math.abs(found / term - 1);
        });
        expect(gaps[1], name).toBeLessThan(0.03);
        // Where sales are linear in what grows, the next term is the last, and rounding is left.
        expect(gaps[1], name).toBeLessThan(Math.max(0.6 * (gaps[0] ?? 0), 1e-9));
      }
    },
  );

  it.each(['E', 'D', 'a', 'b', 'rho', 'omega', 'delta'])(
    'in %s hold parameters alone, or are said to have no closed form',
    (growing) => {
      const known = new Set([...dataBound.parameters.map(({ name }) => name), 'rho']);
      for (const gamma of [-0.5, 0, 0.5]) {
        for (const hold of growing === 'a' ? (['b', 'rho'] as const) : (['b'] as const)) {
          const laws = lawsOfModel(dataBound, growing, { hold, at: { ...BASE, gamma } });
          for (const { coefficients } of laws.cases.flatMap(({ regimes }) =>
            regimes.flatMap(({ next }) => next),
          )) {
            for (const value of Object.values(coefficients)) {
              expect(value ? symbolsOf(value).filter((name) => !known.has(name)) : []).toEqual([]);
            }
          }
        }
      }
    },
  );
});
