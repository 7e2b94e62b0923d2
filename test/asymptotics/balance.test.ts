/** What becomes of each choice of dominant terms: a balance with all that follows, or why it is none. */
import { expect, test } from 'vitest';
import { balanceOf, choicesOf } from '../../src/asymptotics/balance.ts';
import type { Case } from '../../src/asymptotics/cases.ts';
import { caseOf, overCases } from '../../src/asymptotics/cases.ts';
import { prepare } from '../../src/asymptotics/pieces.ts';
import type { Problem } from '../../src/asymptotics/problem.ts';
import { conditionsOf } from '../../src/economics/conditions.ts';
import { contextOf } from '../../src/economics/model.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { expectGolden } from '../support/goldens.ts';
import { HARD, PROBLEMS } from './problems.ts';
import { caseUnder, problemOf, type Small, told, under } from './small.ts';

/** Every choice by the terms that it takes to dominate, with its outcome, case by case. */
const outcomesOf = (problem: Problem, start: Case, x: string): string =>
  told(
    overCases(start, (here) => {
      const prepared = prepare(problem, here);
      return choicesOf(prepared).map((choice) => ({
        choice: choice
          .map(({ equation, plus, minus }) => `${equation.name}: ${plus.source} = ${minus.source}`)
          .join(', '),
        ...balanceOf(choice, prepared, x),
      }));
    }).map((outcome) => ({
      assumed: outcome.case.assumed,
      outcomes: outcome.kind === 'done' ? outcome.result : outcome.needs,
    })),
    ['prepared'],
  ).slice(1);

const NAMES = [
  'two costs',
  'tied costs',
  'any power',
  'adoption, s = 0',
  'steady adoption, s > 0',
  'steady adoption, s = 0',
  'two means',
  'guards that hold',
  'guards that may hold',
  'a difference',
  'a difference that is positive',
  'a difference that is negative',
  'a difference that is zero',
  'nobody buys',
  'a cost that is no power of x',
  'a guard that is no power of x',
  'an argument that is no power of x',
  'a guard that binds',
];

test.each(NAMES)('%s', (name) => {
  const { systems, facts = [] } = PROBLEMS[name] ?? { systems: [HARD[name] as Small] };
  expect(systems).toHaveLength(1);
  const texts = systems.map((small) =>
    outcomesOf(problemOf(small, under(...facts)), caseUnder(...facts), 'x'),
  );
  expectGolden(`asymptotics/choices/${name}.txt`, texts.join('\n'));
});

test.each([
  ['hill-adoption', 0],
  ['constant-elasticity', -0.5],
  ['fixed-demand', 0],
] as const)('%s, gamma = %s', (id, gamma) => {
  const model = modelOf(id);
  const [problem] = conditionsOf(model);
  if (!problem) throw new Error('no conditions');
  const at = { alpha: 0.34, beta: 0.4, h: 0.7, epsilon: 2.5, gamma };
  const texts = outcomesOf(problem, { ...caseOf(contextOf(model)), at }, 'E');
  expectGolden(`asymptotics/choices/${id}, gamma ${gamma}.txt`, texts);
});
