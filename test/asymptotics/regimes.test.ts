/** Whole answers about small problems: every regime, what it needs, what ends it, what follows, and what is left undecided. */
import { expect, test } from 'vitest';
import { lawsOf } from '../../src/asymptotics/index.ts';
import { expectGolden } from '../support/goldens.ts';
import { HARD, PROBLEMS } from './problems.ts';
import { caseUnder, problemOf, told, under } from './small.ts';

test.each(Object.entries(PROBLEMS))('%s', (name, { systems, facts = [] }) => {
  const context = under(...facts);
  const { cases, growing } = lawsOf(
    systems.map((small) => problemOf(small, context)),
    'x',
    caseUnder(...facts),
  );
  expect(growing).toBe('x');
  expectGolden(`asymptotics/small/${name}.txt`, told(cases, ['witness']).slice(1));
});

test('what cannot be followed is undecided, with what it needs; what is no regime is none', () => {
  const facts = ['1 - w > 0'];
  const answers = Object.entries(HARD).map(([name, small]) => {
    const { cases } = lawsOf([problemOf(small, under(...facts))], 'x', caseUnder(...facts));
    return [
      name,
      cases.map(({ regimes, undecided }) => ({
        undecided,
        conditions: regimes.map(({ condition }) => condition),
      })),
    ];
  });
  expectGolden('asymptotics/hard.txt', told(Object.fromEntries(answers)).slice(1));
});
