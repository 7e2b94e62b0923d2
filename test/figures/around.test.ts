/** The objective around the optimum: nowhere better than at the optimum, and where it is known by hand, that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLASSICS } from '../../src/economics/classics/registry.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { FIGURES } from '../../src/figures/registry.ts';
import { figureSvg } from '../../src/figures/svg.ts';
import { objectiveAround } from '../../src/report/figures/around.ts';
import { problem } from '../../src/report/model.ts';
import { misfits } from '../support/schema.ts';
import { faultsOf } from './support.ts';

const documented = (name: string) =>
  problem(JSON.parse(readFileSync(join(import.meta.dirname, `../../docs/models/${name}.json`), 'utf8')));
const cobbDouglas = documented('cobb-douglas');

const SUBJECTS = [
  VARIANTS['data-bound'],
  VARIANTS.cournot,
  VARIANTS['fixed-demand'],
  CLASSICS['compute-optimal'],
  CLASSICS['inference-adjusted'],
  cobbDouglas,
];

describe.each(SUBJECTS.map((subject) => [subject.id, subject] as const))('%s', (_, subject) => {
  const figure = objectiveAround(subject);

  test('is nowhere better than at the optimum, and worse away from it on either side', () => {
    expect(figure.panels.length).toBeGreaterThan(0);
    for (const { points } of figure.panels) {
      const levels = points.map(([, level]) => level);
      const best = figure.relation === 'times' ? Math.min(...levels) : Math.max(...levels);
      expect(best).toBe(figure.relation === 'difference' ? 0 : 1);
      const gaps = points.map(([size, level]) => [Math.log(size), Math.abs(level - best)] as const);
      for (const side of [-1, 1]) {
        const own = gaps
          .filter(([x]) => Math.sign(x) === side)
          .sort(([p], [q]) => Math.abs(p) - Math.abs(q))
          .map(([, gap]) => gap);
        for (const [i, gap] of own.entries()) expect(gap).toBeGreaterThanOrEqual((own[i - 1] ?? 0) - 1e-6);
      }
    }
  });

  test('has the shape that its schema gives it, and is drawn', () => {
    expect(misfits(FIGURES.around.schema, figure)).toEqual([]);
    expect(faultsOf(figureSvg(figure))).toEqual([]);
  });
});

test('a firm beyond its limit of data is shown nothing', () => {
  const data = objectiveAround(VARIANTS['data-bound']).panels.find(({ variable }) => variable === 'd');
  expect(Math.max(...(data?.points ?? []).map(([size]) => size))).toBe(1);
});

/** With K held, the best L is (b p A K^a / w)^(1/(1-b)), and profit (1-b) p A K^a L^b - r K. */
test('with capital held, labour and profit are those of the textbook', () => {
  const { panels, best } = objectiveAround(cobbDouglas);
  const [A, a, b, p, r, w] = [1, 0.3, 0.5, 2, 0.1, 0.2];
  const capital = panels.find(({ variable }) => variable === 'K');
  expect(capital?.points.length).toBeGreaterThan(60);
  for (const [size, share] of capital?.points ?? []) {
    const K = size * (capital?.best ?? 0);
    const L = ((b * p * A * K ** a) / w) ** (1 / (1 - b));
    expect(share * best).toBeCloseTo(p * A * K ** a * L ** b - r * K - w * L, 2);
  }
});

/** With the others at theirs, q (A - c - B (m - 1) q* - B q) = B q* q (2 - q/q*). */
test('in an equilibrium one deviates alone', () => {
  const [output] = objectiveAround(documented('oligopoly')).panels;
  expect(output?.points.length).toBeGreaterThan(40);
  for (const [size, share] of output?.points ?? []) expect(share / (size * (2 - size))).toBeCloseTo(1, 5);
});

test('a problem without an optimum is told so', () => {
  expect(() => objectiveAround(VARIANTS.baseline, { set: { gamma: 0, E: 1e3 } })).toThrow(
    /^there is no optimum of baseline at these numbers to draw around; set other values\.$/i,
  );
});
