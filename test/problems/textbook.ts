/** Problems of the textbook as a user would write them, with their answers by hand. */
import type { ProblemFile } from '../../src/economics/model-file/schema.ts';

const share = (name: string, meaning: string) => ({ name, meaning, domain: { above: 0, below: 1 } });
const amount = (name: string, meaning: string) => ({ name, meaning, role: 'quantity' as const });

/** The greatest x^u y^(1-u) within a budget: x = u m/p1, y = (1-u) m/p2. */
export const consumer: ProblemFile = {
  id: 'consumer',
  kind: 'maximum',
  objective: { name: 'U', meaning: 'utility', parts: { utility: 'x^u*y^(1-u)' } },
  variables: [
    { name: 'x', meaning: 'first good' },
    { name: 'y', meaning: 'second good' },
  ],
  symbols: [
    share('u', 'share of the first'),
    amount('p1', 'price of x'),
    amount('p2', 'price of y'),
    amount('m', 'income'),
  ],
  constraints: [
    {
      id: 'budget',
      left: 'p1*x+p2*y',
      relation: '<=',
      right: 'm',
      multiplier: { name: 'mu', meaning: 'worth of income' },
    },
  ],
  set: { u: 0.3, p1: 2, p2: 3, m: 10 },
};

/** A Cobb-Douglas firm with no more capital than it is allotted: K = Kmax as long as that is less than it would take. */
export const rationed: ProblemFile = {
  id: 'rationed',
  kind: 'maximum',
  objective: {
    name: 'profit',
    meaning: 'profit',
    parts: { revenue: 'p*A*K^a*L^b', capital: '-r*K', labour: '-w*L' },
  },
  variables: [
    { name: 'K', meaning: 'capital' },
    { name: 'L', meaning: 'labour' },
  ],
  symbols: [
    amount('A', 'productivity'),
    share('a', 'share of capital'),
    share('b', 'share of labour'),
    amount('p', 'price'),
    amount('r', 'rent'),
    amount('w', 'wage'),
    amount('Kmax', 'most capital'),
  ],
  constraints: [
    {
      id: 'ration',
      left: 'K',
      relation: '<=',
      right: 'Kmax',
      multiplier: { name: 'mu', meaning: 'worth of capital beyond its rent' },
    },
  ],
  assume: ['1 - a - b > 0'],
  set: { A: 1, a: 0.3, b: 0.5, p: 2, r: 0.1, w: 0.2, Kmax: 1000 },
};

/** The least cost of an output: one unit more of it costs more, so that its multiplier is negative. */
export const leastCost: ProblemFile = {
  id: 'least-cost',
  kind: 'minimum',
  objective: { name: 'cost', meaning: 'cost', parts: { capital: 'r*K', labour: 'w*L' } },
  variables: [
    { name: 'K', meaning: 'capital' },
    { name: 'L', meaning: 'labour' },
  ],
  symbols: [
    { name: 'a', meaning: 'share of capital', domain: { above: 0 } },
    { name: 'b', meaning: 'share of labour', domain: { above: 0 } },
    amount('r', 'rent'),
    amount('w', 'wage'),
    amount('Y', 'output'),
  ],
  constraints: [
    {
      id: 'output',
      left: 'K^a*L^b',
      relation: '=',
      right: 'Y',
      multiplier: { name: 'mu', meaning: 'minus marginal cost' },
    },
  ],
  set: { a: 0.3, b: 0.5, r: 0.1, w: 0.2, Y: 100 },
};
