/** A firm with Cobb–Douglas technology: nothing of language models in it. */
import { stateProblem } from '../../src/economics/problem.ts';
import { between, type Declaration, type Domain, POSITIVE, REAL } from '../../src/kernel/symbols.ts';
import { multiply, negate, power, subtract } from '../../src/kernel/term.ts';

const SHARE: Domain = between(
  { at: { num: 0n, den: 1n }, open: true },
  { at: { num: 1n, den: 1n }, open: true },
);

const letter = (
  name: string,
  meaning: string,
  domain: Domain = POSITIVE,
  role: Declaration['role'] = 'quantity',
): Declaration => ({ name, tex: name, meaning, unit: '1', domain, role, source: 'Cobb & Douglas 1928' });

export const cobbDouglas = stateProblem({
  id: 'cobb-douglas',
  title: 'Cobb–Douglas firm',
  meaning: 'the greatest profit p Z K^a L^b - r K - w L',
  source: 'Cobb & Douglas 1928',
  kind: 'maximum',
  objective: letter('profit', 'profit', REAL),
  parts: [
    { source: 'revenue', term: multiply('p', 'Z', power('K', 'a'), power('L', 'b')) },
    { source: 'capital', term: negate(multiply('r', 'K')) },
    { source: 'labour', term: negate(multiply('w', 'L')) },
  ],
  variables: [letter('K', 'capital'), letter('L', 'labour')],
  parameters: [
    letter('p', 'price'),
    letter('Z', 'productivity'),
    letter('a', 'exponent of capital', SHARE, 'shape'),
    letter('b', 'exponent of labour', SHARE, 'shape'),
    letter('r', 'rent'),
    letter('w', 'wage'),
  ],
  facts: [{ term: subtract(subtract(1, 'a'), 'b'), is: 'positive', because: 'returns to scale decrease' }],
  ranges: {
    p: { low: 0.1, high: 10, scale: 'log', meaning: 'price' },
    Z: { low: 0.1, high: 10, scale: 'log', meaning: 'productivity' },
    a: { low: 0.1, high: 0.45, scale: 'linear', meaning: 'exponent of capital' },
    b: { low: 0.1, high: 0.45, scale: 'linear', meaning: 'exponent of labour' },
    r: { low: 0.1, high: 10, scale: 'log', meaning: 'rent' },
    w: { low: 0.1, high: 10, scale: 'log', meaning: 'wage' },
  },
  constraints: [],
});

/** The same firm with at most `budget` to spend. */
export const cobbDouglasOnBudget = stateProblem({
  ...cobbDouglas,
  id: 'cobb-douglas-on-budget',
  objective: letter('profit', 'profit', REAL),
  parameters: [...cobbDouglas.parameters, letter('budget', 'what may be spent')],
  ranges: {
    ...cobbDouglas.ranges,
    budget: { low: 1e-3, high: 1e3, scale: 'log', meaning: 'what may be spent' },
  },
  constraints: [
    {
      id: 'budget-bound',
      left: subtract(multiply('r', 'K'), negate(multiply('w', 'L'))),
      relation: '<=',
      right: { kind: 'symbol', name: 'budget' },
      meaning: 'no more is spent than the budget',
      multiplier: letter('mu', 'profit that one dollar more of budget brings'),
    },
  ],
});
