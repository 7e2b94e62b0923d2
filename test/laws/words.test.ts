/** Sentences about laws of problems: the objective goes by its own name. */
import { expect, test } from 'vitest';
import { lawsOfProblem } from '../../src/derive/laws-of-problem.ts';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { symbol } from '../../src/kernel/term.ts';
import { caseJson } from '../../src/report/laws-json.ts';
import { problemSetting } from '../../src/report/laws-setting.ts';
import { lawsStory } from '../../src/report/laws-story.ts';
import { lawsTable } from '../../src/report/laws-table.ts';
import { problemLaws, quantitiesTold } from '../../src/report/problem/laws.ts';

const problemNamed = (name: string) =>
  problemFrom({
    id: 'named',
    kind: 'maximum',
    objective: { name, meaning: 'what is best', parts: { gain: 'p*x^a*(B - x)^b' } },
    variables: [{ name: 'x', meaning: 'x' }],
    symbols: [
      ...['p', 'B'].map((letter) => ({ name: letter, meaning: letter, role: 'quantity' as const })),
      ...['a', 'b'].map((letter) => ({ name: letter, meaning: letter })),
    ],
  });

const told = (name: string) => {
  const problem = problemNamed(name);
  const [one] = lawsOfProblem(problem, 'p').cases;
  if (!one) throw new Error('no case');
  const quantities = quantitiesTold(problem);
  const letters = { growing: 'p', symbols: problem.symbols, values: {} };
  const known: Fact = { term: symbol('p'), is: 'positive', because: 'profit is positive' };
  const own: Fact = { term: symbol('B'), is: 'positive', because: 'profit of others counts' };
  const found = {
    ...one,
    assumed: [known, own],
    undecided: ['what holds: profit vanishes to leading order', 'profit would be negative', 'a profit'],
  };
  return caseJson(found, problemSetting(letters, problem, quantities, found));
};

test('what the engine calls profit has the name of the objective; words of others stay', () => {
  expect(told('welfare').undecided).toEqual([
    'what holds: the welfare vanishes to leading order',
    'the welfare would be negative',
    'a profit',
  ]);
  expect(told('welfare').assumes.map(({ because }) => because)).toEqual([
    'the welfare is positive',
    'profit of others counts',
  ]);
  expect(told('profit').undecided[1]).toBe('profit would be negative');
  expect(told('profit').assumes[0]?.because).toBe('profit is positive');
});

test('an objective without end is called by its name, and a balance within one part is told as one', () => {
  const story = (name: string, unbounded: boolean): string => {
    const { result, symbols } = problemLaws(problemNamed(name), { in: 'p' });
    const cases = result.cases.map((one) => ({ ...one, unbounded }));
    return lawsStory({ ...result, cases }, symbols)
      .map((block) => ('text' in block ? block.text : ''))
      .join('\n');
  };
  expect(story('welfare', true)).toContain('\nThe welfare is unbounded here: no optimum exists');
  expect(story('profit', true)).toContain('\nProfit is unbounded here: no optimum exists');
  expect(story('welfare', false)).toContain(
    'What balances: in the condition on x, gain against another part of itself.',
  );
});

test('the table of every variant says to which case of the signs its regimes belong', () => {
  const lines = lawsTable('c_d', {})
    .split('\n')
    .map((line) => line.trimEnd());
  const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
  expect(lines.some((line) => /^data-cost {2}gamma < 0 and .*:$/.test(line))).toBe(true);
  const [zero, positive] = [at('           gamma = 0:'), at('           gamma > 0:')];
  expect(zero).toBeGreaterThan(0);
  const own = lines.slice(zero + 1, positive);
  expect(own.map((line) => line.trim().split(' ')[0])).toContain('inference-dominated');
  expect(own.at(-1)).toMatch(/^ {11}data-cost .*ln/);
  expect(own.every((line) => /^ {11}[a-z-]+ {2,}\S/.test(line))).toBe(true);
  const set = lawsTable('c_d', { gamma: 0.5, alpha: 0.3, beta: 0.4 });
  expect(set).not.toContain('gamma >');
  expect(set).toMatch(/^data-cost {2}training-dominated +0 /m);
});
