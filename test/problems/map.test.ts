/** Maps of the regimes of problems that are no firm: the boundary is the one by hand, and the referee is on its sides. */
import { describe, expect, it } from 'vitest';
import { CLASSICS } from '../../src/economics/classics/registry.ts';
import { FIGURES } from '../../src/figures/registry.ts';
import { figureSvg } from '../../src/figures/svg.ts';
import { problem } from '../../src/report/model.ts';
import { problemRegimeMap } from '../../src/report/problem/regime-map.ts';
import { bench } from '../cli/run.ts';
import { faultsOf } from '../figures/support.ts';
import { misfits } from '../support/schema.ts';
import { rationed } from './textbook.ts';

const { optimand } = bench();
const COARSE = { lines: 9, optima: [6, 5] as const };

describe('a firm whose capital is rationed, over its ration and the wage', () => {
  const map = problemRegimeMap(problem(rationed), { x: 'Kmax', y: 'w', fineness: COARSE });
  const [panel] = map.panels;

  it('is parted where the ration is what it would take, (p A (a/r)^(1-b) (b/w)^b)^(1/(1-a-b))', () => {
    const [a, b, p, A, r] = [0.3, 0.5, 2, 1, 0.1];
    const [boundary, ...others] = panel?.boundaries ?? [];
    expect(others).toEqual([]);
    expect(boundary?.between).toEqual(['ration', 'capital-dominated']);
    expect(boundary?.points.length).toBeGreaterThan(5);
    for (const [K, w] of boundary?.points ?? []) {
      const taken = (p * A * (a / r) ** (1 - b) * (b / w) ** b) ** (1 / (1 - a - b));
      expect(K / taken).toBeCloseTo(1, 5);
    }
  });

  it('has the referee’s optima where the laws put them', () => {
    expect(panel?.agreement).toMatchObject({ compared: 30, agreeing: 30, unclaimed: 0 });
    expect(new Set(panel?.optima.map(({ regime }) => regime)).size).toBe(2);
  });

  it('has the shape of its schema, and is drawn with a mark of its own for each regime', () => {
    expect(misfits(FIGURES['regime-map'].schema, map)).toEqual([]);
    expect(faultsOf(figureSvg(map))).toEqual([]);
  });
});

it('the inference-adjusted optimum over sales and loss', () => {
  const map = problemRegimeMap(CLASSICS['inference-adjusted'], { x: 't', y: 'loss', fineness: COARSE });
  const [panel] = map.panels;
  expect(panel?.windows.map(({ regime }) => regime).toSorted()).toEqual([
    'inference-dominated',
    'training-dominated',
  ]);
  expect(panel?.agreement.beyond).toBeGreaterThan(20);
  expect(panel?.agreement.factor).toBeLessThan(3);
});

it.each([
  [['laws', 'compute-optimal', '--map', 'C,C'], /a map needs two parameters, and both are C/],
  [['laws', 'compute-optimal', '--map', 'alpha,C'], /alpha stands in exponents/],
  [['laws', 'compute-optimal', '--map', 'C,zeta'], /"zeta" is not declared/],
  [
    ['statics', 'compute-optimal', '--draw', 'n/A'],
    /of compute-optimal, which is no firm, statics prints the sum whose sign decides/,
  ],
])('refuses %j in one sentence', (flags, sentence) => {
  const { err, status } = optimand(...flags);
  expect(status).toBe(2);
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
});
