/** What the engine answers, whole, for firms at given exponents: every bound, passage, condition, correction and reason. */
import { expect, test } from 'vitest';
import { lawsOfModel } from '../../src/derive/laws.ts';
import { lawsOfProblem } from '../../src/derive/laws-of-problem.ts';
import { CLASSICS } from '../../src/economics/classics/registry.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { expectGolden } from '../support/goldens.ts';
import { told } from './small.ts';

const AT = { alpha: 0.34, beta: 0.4, r: 1.5, h: 0.7, m: 3, epsilon: 2.5, nu: 0.2, kappa: 0.3 };

test.each([
  ['baseline', 'E', -0.5],
  ['baseline', 'E', 0],
  ['baseline', 'delta', 0.5],
  ['baseline', 'delta', 0],
  ['repeated-data', 'b', -0.5],
  ['data-bound', 'D', -0.5],
  ['constant-elasticity', 'E', 0],
  ['cournot', 'b', -0.5],
  ['endogenous-threshold', 'E', 0],
  ['rival', 'E', -0.5],
  ['hill-adoption', 'E', 0],
  ['fixed-demand', 'T', -0.5],
] as const)('%s as %s grows, gamma = %s', (id, growing, gamma) => {
  const laws = lawsOfModel(modelOf(id), growing, { at: { ...AT, gamma } });
  expect(laws.cases).toHaveLength(1);
  expectGolden(`asymptotics/${id}, ${growing}, gamma ${gamma}.txt`, told(laws.cases[0]).slice(1));
});

test('equal exponents: break-even has a closed form', () => {
  const assume = { beta: { kind: 'symbol', name: 'alpha' } } as const;
  const laws = lawsOfModel(modelOf('baseline'), 'E', { assume, at: { alpha: 0.4, gamma: 0.5 } });
  expectGolden('asymptotics/baseline, E, beta = alpha.txt', told(laws.cases).slice(1));
});

test('a classic, which nobody can stay out of', () => {
  expectGolden(
    'asymptotics/compute-optimal, C.txt',
    told(lawsOfProblem(CLASSICS['compute-optimal'], 'C').cases).slice(1),
  );
});
