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

/** The same with labour allotted, so that the condition on capital, by which regimes are told, knows nothing of it. */
export const shortOfLabour: ProblemFile = {
  ...rationed,
  id: 'short-of-labour',
  symbols: [...(rationed.symbols ?? []).slice(0, -1), amount('Lmax', 'most labour')],
  constraints: [
    {
      id: 'labour-ration',
      left: 'L',
      relation: '<=',
      right: 'Lmax',
      multiplier: { name: 'mu', meaning: 'worth of labour beyond its wage' },
    },
  ],
  set: { A: 1, a: 0.3, b: 0.5, p: 2, r: 0.1, w: 0.2, Lmax: 1000 },
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

const firms = (least = 1) => ({ name: 'm', meaning: 'players', domain: { atLeast: least, integer: true } });

/** Linear demand: q = (A - c)/((m + 1) B), the price (A + m c)/(m + 1). */
export const oligopoly: ProblemFile = {
  id: 'linear-oligopoly',
  kind: 'equilibrium',
  objective: {
    name: 'profit',
    meaning: 'profit',
    parts: { revenue: 'A*q', discount: '-B*q^2 - B*q*Q', cost: '-c*q' },
  },
  variables: [{ name: 'q', meaning: 'output' }],
  others: [{ name: 'Q', meaning: 'output of the others', formula: '(m - 1)*q' }],
  symbols: [amount('A', 'highest price'), amount('B', 'slope'), amount('c', 'unit cost'), firms()],
  quantities: [{ name: 'p', meaning: 'price', formula: 'A - B*(q + Q)' }],
  assume: ['A > c'],
  set: { A: 10, B: 0.5, c: 1, m: 3 },
};

/** A contest for a prize (Tullock 1980): x = V r (m - 1)/m^2, as long as r is no more than m/(m - 1). */
export const contest: ProblemFile = {
  id: 'contest',
  kind: 'equilibrium',
  objective: { name: 'gain', meaning: 'gain', parts: { prize: 'V*x^r/(x^r + X)', effort: '-x' } },
  variables: [{ name: 'x', meaning: 'effort' }],
  others: [{ name: 'X', meaning: 'what the efforts of the others count', formula: '(m - 1)*x^r' }],
  symbols: [
    amount('V', 'prize'),
    { name: 'r', meaning: 'how much effort decides', domain: { above: 0 } },
    firms(2),
  ],
  assume: ['r*m > r'],
  set: { V: 10, r: 1, m: 3 },
};

/** Demand of constant elasticity 1/e: q = (A m^-e (1 - e/m)/c)^(1/e). */
export const isoelastic: ProblemFile = {
  id: 'isoelastic-oligopoly',
  kind: 'equilibrium',
  objective: { name: 'profit', meaning: 'profit', parts: { revenue: 'A*q*(q + Q)^(-e)', cost: '-c*q' } },
  variables: [{ name: 'q', meaning: 'output' }],
  others: [{ name: 'Q', meaning: 'output of the others', formula: '(m - 1)*q' }],
  symbols: [
    amount('A', 'size of the market'),
    { name: 'e', meaning: 'inverse elasticity', domain: { above: 0, below: 1 } },
    amount('c', 'unit cost'),
    firms(),
  ],
  assume: ['m - e > 0'],
  set: { A: 10, e: 0.5, c: 1, m: 3 },
};

/** Prices of two goods that stand in for one another (Bertrand): p = (a + b c)/(2 b - g). */
export const bertrand: ProblemFile = {
  id: 'bertrand',
  kind: 'equilibrium',
  objective: {
    name: 'profit',
    meaning: 'profit',
    parts: { sales: 'a*p - b*p^2 + g*p*P', cost: '-c*a + c*b*p - c*g*P' },
  },
  variables: [{ name: 'p', meaning: 'price' }],
  others: [{ name: 'P', meaning: 'price of the other', formula: 'p' }],
  symbols: [
    amount('a', 'demand at no price'),
    amount('b', 'slope'),
    amount('g', 'pull'),
    amount('c', 'unit cost'),
  ],
  assume: ['2*b > g'],
  set: { a: 10, b: 2, g: 1, c: 1 },
};

/** Cournot competition between firms that train a model, as the toolkit's own variant has it. */
export const cournot: ProblemFile = {
  id: 'cournot-as-a-problem',
  kind: 'equilibrium',
  objective: {
    name: 'profit',
    meaning: 'profit',
    parts: {
      revenue: 'omega*t*deformed_log(min(a*n^alpha, b*d^beta), gamma)',
      demand: '-delta*t^2 - delta*t*t_others',
      training: '-6*n*d/E',
      inference: '-2*n*t/E',
    },
  },
  variables: [
    { name: 'n', meaning: 'model size' },
    { name: 'd', meaning: 'training data' },
    { name: 't', meaning: 'sales' },
  ],
  others: [{ name: 't_others', meaning: 'sales of the others', formula: '(m - 1)*t' }],
  symbols: [
    { name: 'alpha', meaning: 'parameter exponent' },
    { name: 'beta', meaning: 'data exponent' },
    { name: 'gamma', meaning: 'tail', domain: { atLeast: -1 } },
    ...['a', 'b', 'omega', 'delta', 'E'].map((name) => amount(name, `the ${name} of the toolkit`)),
    firms(),
  ],
  quantities: [{ name: 'C_train', meaning: 'training spend', formula: '6*n*d/E' }],
  assume: ['1 + alpha*gamma > 0'],
  set: { alpha: 0.3, beta: 0.35, gamma: -0.5, a: 0.004, b: 0.0016, omega: 1e-5, delta: 1e-21, E: 1e18, m: 3 },
};
