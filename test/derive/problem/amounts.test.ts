/** The conditions of a problem in positive amounts, and how the optimum moves: whole tables, as files to be read, and refusals. */
import { describe, expect, test } from 'vitest';
import { type ProblemTable, problemTables } from '../../../src/derive/problem/statics.ts';
import { CLASSIC_IDS, CLASSICS } from '../../../src/economics/classics/registry.ts';
import { problemFrom } from '../../../src/economics/model-file/problem.ts';
import type { ProblemFile } from '../../../src/economics/model-file/schema.ts';
import { ratioTerm } from '../../../src/kernel/normal/to-term.ts';
import { printText } from '../../../src/kernel/print-text.ts';
import { bertrand, consumer, leastCost, oligopoly, rationed } from '../../problems/textbook.ts';
import { factText, letterText } from '../../support/derivation-text.ts';
import { expectGolden } from '../../support/goldens.ts';
import { orSentence } from '../../support/terms.ts';

const tableText = ({ where, context, letters, cells }: ProblemTable): string =>
  [
    where,
    ...letters.map(({ name, term }) => `${name} = ${printText(term)}`),
    ...[...context.symbols.values()].map(letterText),
    ...context.facts.map(factText),
    ...cells.map(({ quantity, parameter, response, measure, sign }) => {
      const moves = printText(ratioTerm(response));
      return `${quantity}/${parameter}: ${sign ?? 'open'}, ${measure} by ${moves}`;
    }),
  ].join('\n');

const shape = (name: string, above: number, below?: number | string) => ({
  name,
  meaning: name,
  domain: { above, ...(below === undefined ? {} : { below }) },
});
const amount = (name: string) => ({ name, meaning: name, role: 'quantity' as const });

/** A problem in two choices, x and y. */
const inTwo = (id: string, parts: Readonly<Record<string, string>>, rest: Partial<ProblemFile> = {}) =>
  problemFrom({
    id,
    kind: 'maximum',
    objective: { name: 'gain', meaning: 'gain', parts },
    variables: ['x', 'y'].map((name) => ({ name, meaning: name })),
    symbols: [shape('a', 0, 1), shape('b', 1), ...['A', 'c', 'k'].map(amount)],
    ...rest,
  });

const OWN = [
  /** Exponents that move, a number as a coefficient, and an amount that is nobody's. */
  inTwo(
    'convex-cost',
    { gain: 'A*x^a*y^(a/3)', first: '-c*x^b', second: '-2*k*y' },
    {
      quantities: [
        { name: 'whole', meaning: 'both', formula: 'c*x^b + k*y' },
        { name: 'other', meaning: 'something else', formula: 'x + a*y' },
      ],
    },
  ),
  /** A logarithm with a coefficient that moves. */
  inTwo('logarithmic', { gain: 'A*ln(2*x^a*y)', first: '-c*x', second: '-k*y' }),
];

describe('as files to be read', () => {
  const problems = [
    ...CLASSIC_IDS.map((id) => CLASSICS[id]),
    ...[consumer, rationed, leastCost, oligopoly, bertrand].map(problemFrom),
    ...OWN,
  ];
  test.each(problems.map((problem) => [problem.id, problem] as const))('%s', (id, problem) => {
    expectGolden(`statics/problems/${id}.txt`, problemTables(problem).map(tableText).join('\n\n'));
  });
});

test('tables are made once', () => {
  const problem = problemFrom(consumer);
  expect(problemTables(problem)).toBe(problemTables(problem));
});

describe('conditions that are no sums of products of powers and of logarithms of them are refused', () => {
  const refusalOf = (parts: Readonly<Record<string, string>>) =>
    orSentence(() => problemTables(inTwo('own', parts)).length);

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a sum under a power',
      { gain: 'A*(x + y)^a', first: '-c*x^b', second: '-k*y^b' },
      'a sum under a power stands in the conditions in comparative statics; state the problem in sums of products of powers and of logarithms.',
    ],
    [
      'a logarithm of a sum',
      { gain: 'A*ln(1 + x + y)', first: '-c*x^b', second: '-k*y^b' },
      'a sum under a power stands in the conditions in comparative statics; state the problem in sums of products of powers and of logarithms.',
    ],
    [
      'a power of a logarithm',
      { gain: 'A*ln(x*y)^a', first: '-c*x^b', second: '-k*y^b' },
      'a power of a logarithm stands in the conditions in comparative statics; write the power into the logarithm.',
    ],
    [
      'a number under a power that moves',
      { gain: 'A*2^a*x^a*y^a', first: '-c*x', second: '-k*y' },
      'a number or a sum under a power that moves in comparative statics; write it as a letter.',
    ],
    [
      'constant returns to scale',
      { gain: 'A*x^a*y^(1 - a)', first: '-c*x', second: '-k*y' },
      'the conditions do not fix how the optimum moves in comparative statics; check that each variable matters.',
    ],
  ])('%s', (_, parts, sentence) => {
    expect(refusalOf(parts)).toBe(sentence);
  });
});
