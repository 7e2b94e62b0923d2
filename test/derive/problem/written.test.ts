/** The argument about problems of other kinds, each way in which it goes, as files to be read. */
import { describe, expect, test } from 'vitest';
import { problemConditions } from '../../../src/derive/problem/conditions.ts';
import { problemSolution } from '../../../src/derive/problem/solution.ts';
import { problemTables } from '../../../src/derive/problem/statics.ts';
import { problemFrom } from '../../../src/economics/model-file/problem.ts';
import type { ProblemFile } from '../../../src/economics/model-file/schema.ts';
import {
  bertrand,
  consumer,
  contest,
  cournot,
  leastCost,
  oligopoly,
  rationed,
} from '../../problems/textbook.ts';
import { derivationText } from '../../support/derivation-text.ts';
import { expectGolden } from '../../support/goldens.ts';
import { orSentence } from '../../support/terms.ts';

const amount = (name: string) => ({ name, meaning: `amount ${name}`, role: 'quantity' as const });
const variable = (name: string) => ({ name, meaning: `choice ${name}` });

/** A problem of one's own in few words. */
function own(
  id: string,
  kind: ProblemFile['kind'],
  parts: Readonly<Record<string, string>>,
  rest: { readonly variables: readonly string[]; readonly amounts: readonly string[] } & Partial<
    Omit<ProblemFile, 'variables'>
  >,
): ProblemFile {
  const { variables, amounts, symbols = [], ...others } = rest;
  return {
    id,
    kind,
    objective: { name: 'gain', meaning: 'gain', parts },
    variables: variables.map(variable),
    symbols: [...amounts.map(amount), ...symbols],
    ...others,
  };
}

const limit = (id: string, left: string, right: string, multiplier: string) => ({
  id,
  left,
  relation: '<=' as const,
  right,
  multiplier: { name: multiplier, meaning: `worth of ${id}` },
});

const OWN: readonly ProblemFile[] = [
  /** A coefficient of open sign, so that gain and cost cannot be told apart. */
  own(
    'open-sign',
    'maximum',
    { first: 'k*x', second: '-x^2/2' },
    {
      variables: ['x'],
      amounts: [],
      symbols: [{ name: 'k', meaning: 'worth', domain: 'real' }],
    },
  ),
  /** No method solves the condition, and a parameter is one of its roots. */
  own(
    'open',
    'maximum',
    { gain: 'A*x^a', cost: '-B*x - c*x^b' },
    {
      variables: ['x'],
      amounts: ['A', 'B', 'c'],
      symbols: [
        { name: 'a', meaning: 'return', domain: { above: 0, below: 1 } },
        { name: 'b', meaning: 'growth of cost', domain: { above: 1 } },
      ],
    },
  ),
  /** The same in exponents alone: no parameter is a root. */
  own(
    'open-throughout',
    'maximum',
    { gain: 'x^a', cost: '-x - x^b' },
    {
      variables: ['x'],
      amounts: [],
      symbols: [
        { name: 'a', meaning: 'return', domain: { above: 0, below: 1 } },
        { name: 'b', meaning: 'growth of cost', domain: { above: 1 } },
      ],
    },
  ),
  /** Two conditions that no method solves one after the other. */
  own(
    'open-twice',
    'maximum',
    { gain: 'A*x^a*y^a', first: '-x - x^b', second: '-y - y^b' },
    {
      variables: ['x', 'y'],
      amounts: ['A'],
      symbols: [
        { name: 'a', meaning: 'return', domain: { above: 0, below: 1 } },
        { name: 'b', meaning: 'growth of cost', domain: { above: 1 } },
      ],
    },
  ),
  /** No condition gives one variable by the other. */
  own(
    'open-both',
    'maximum',
    { gain: 'A*x^a*y^a', cost: '-x - x^b*y^b - y' },
    {
      variables: ['x', 'y'],
      amounts: ['A'],
      symbols: [
        { name: 'a', meaning: 'return', domain: { above: 0, below: 1 } },
        { name: 'b', meaning: 'growth of cost', domain: { above: 1 } },
      ],
    },
  ),
  /** A fixed effort first costs, then pays, then tires: the condition has two roots. */
  own(
    'two-roots',
    'maximum',
    { effort: '-k*x', gain: 'B*x^2', tiring: '-c*x^3' },
    {
      variables: ['x'],
      amounts: ['k', 'B', 'c'],
    },
  ),
  /** Gain and cost are in proportion, and the condition holds no choice. */
  own('proportional', 'maximum', { gain: 'A*x', cost: '-c*x' }, { variables: ['x'], amounts: ['A', 'c'] }),
  /** What is left over stands under a power, and may not be there. */
  own(
    'left-over',
    'maximum',
    { gain: 'A*x', cost: '-c*x^2' },
    {
      variables: ['x'],
      amounts: ['A', 'c', 'B'],
      symbols: [{ name: 'a', meaning: 'return' }],
      quantities: [{ name: 'left', meaning: 'what is left', formula: '(B - x)^a' }],
    },
  ),
  /** The same under a logarithm. */
  own(
    'left-in-log',
    'maximum',
    { gain: 'A*x', cost: '-c*x^2' },
    {
      variables: ['x'],
      amounts: ['A', 'c', 'B'],
      quantities: [{ name: 'left', meaning: 'what is left', formula: 'ln(B - x)' }],
    },
  ),
  /** Costs fall with scale, or are in proportion to it. */
  own(
    'loss-or-none',
    'maximum',
    { gain: 'A*x', cost: '-c*x^b' },
    {
      variables: ['x'],
      amounts: ['A', 'c'],
      symbols: [{ name: 'b', meaning: 'growth of cost', domain: { above: 0, atMost: 1 } }],
      assume: ['b != 1'],
    },
  ),
  /** The solution has a root of what may be negative. */
  own(
    'open-root',
    'maximum',
    { gain: 'k*x', cost: '-c*x^b' },
    {
      variables: ['x'],
      amounts: ['c'],
      symbols: [
        { name: 'k', meaning: 'worth', domain: 'real' },
        { name: 'b', meaning: 'growth of cost', domain: { above: 1 } },
      ],
    },
  ),
  /** What is told of has a root of what is positive at the solution alone. */
  own(
    'told-root',
    'maximum',
    { gain: 'k*x', cost: '-x^2/2' },
    {
      variables: ['x'],
      amounts: [],
      symbols: [
        { name: 'a', meaning: 'return' },
        { name: 'k', meaning: 'worth', domain: 'real' },
      ],
      quantities: [{ name: 'left', meaning: 'what is left', formula: 'x^a' }],
    },
  ),
  /** A letter of the argument that the problem has already. */
  own(
    'taken',
    'maximum',
    { gain: 'A*x^a*gain_m^a' },
    {
      variables: ['x'],
      amounts: ['A', 'gain_m', 'm'],
      symbols: [{ name: 'a', meaning: 'return', domain: { above: 0, below: 1 } }],
      constraints: [limit('budget', 'x', 'm', 'mu')],
    },
  ),
  /** The smaller of two things, and a limit on the one that follows. */
  own(
    'in-step',
    'maximum',
    { gain: 'A*min(x^a, y^a)', cost: '-c*x - k*y' },
    {
      variables: ['x', 'y'],
      amounts: ['A', 'c', 'k', 'Y'],
      symbols: [{ name: 'a', meaning: 'return', domain: { above: 0, below: 1 } }],
      constraints: [limit('stock', 'y', 'Y', 'mu')],
    },
  ),
  /** The conditions hold where something is lost: costs fall with scale. */
  own(
    'loss',
    'maximum',
    { gain: 'A*x', cost: '-c*x^b' },
    {
      variables: ['x'],
      amounts: ['A', 'c'],
      symbols: [{ name: 'b', meaning: 'growth of cost', domain: { above: 0, below: 1 } }],
    },
  ),
  /** Something is gained only if the prize exceeds the cost. */
  own(
    'entry',
    'maximum',
    { gain: 'A*x', cost: '-c*x^2', more: '-k*x' },
    {
      variables: ['x'],
      amounts: ['A', 'c', 'k'],
      assume: ['A > k'],
    },
  ),
  /** What is allowed stands in the objective too, so that its worth is not the multiplier. */
  own(
    'twice',
    'maximum',
    { gain: 'A*x^a*m^a' },
    {
      variables: ['x'],
      amounts: ['A', 'p', 'm'],
      symbols: [{ name: 'a', meaning: 'return', domain: { above: 0, below: 1 } }],
      constraints: [limit('budget', 'p*x', 'm', 'mu')],
    },
  ),
  /** Two limits, of which both, one or none may bind; one on a product. */
  own(
    'two-limits',
    'maximum',
    { gain: 'A*x^a*y^a', cost: '-c*x - c*y' },
    {
      variables: ['x', 'y'],
      amounts: ['A', 'c', 'X', 'm'],
      symbols: [{ name: 'a', meaning: 'return', domain: { above: 0, below: '1/2' } }],
      constraints: [limit('first', 'x', 'X', 'mu'), limit('whole', 'x*y', '2*m', 'nu')],
    },
  ),
];

const TEXTBOOK = [consumer, rationed, leastCost, oligopoly, contest, bertrand, cournot];

describe('as files to be read', () => {
  test.each([...TEXTBOOK, ...OWN].map((file) => [file.id, file] as const))('%s', (id, file) => {
    const problem = problemFrom(file);
    const parts = [...problemConditions(problem), ...problemSolution(problem)];
    expectGolden(`derivations/problems/${id}.txt`, parts.map((part) => derivationText(part)).join('\n\n\n'));
  });
});

test('where nothing is paid, no optimum lies inside', () => {
  const endless = problemFrom(
    own('endless', 'maximum', { only: 'A*x' }, { variables: ['x'], amounts: ['A'] }),
  );
  const sentence =
    'no choice brings something and costs something, so that no optimum lies inside in endless; add what is paid for a choice, or a constraint on it.';
  for (const ask of [problemConditions, problemSolution, problemTables])
    expect(orSentence(() => ask(endless).length)).toBe(sentence);
});
