/** Units of users' formulas: a clash is refused with its place, FLOP for dollars first; what has no unit is said to have none. */
import { describe, expect, it } from 'vitest';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import type { Problem } from '../../src/economics/problem.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { UNDECLARED } from '../../src/kernel/units.ts';
import { answerProblem } from '../../src/report/problem/optimize.ts';
import { optimizeText } from '../../src/report/render/optimize-text.ts';
import { consumer } from '../problems/textbook.ts';

const saidOf = (ask: () => unknown): string => {
  try {
    ask();
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'model') throw error;
    return `${error.issue.path}: ${error.issue.says}`;
  }
  return 'nothing is wrong';
};

const firm = (block: unknown, more: object = {}) => ({ id: 'mine', blocks: [block], ...more });
const energy = { name: 'e', meaning: 'price of energy', unit: 'dollar/kilowatt' };
const fee = (unit?: string) => ({
  name: 'F',
  meaning: 'licence',
  role: 'quantity',
  ...(unit !== undefined && { unit }),
});

const RIGHT: readonly (readonly [string, unknown])[] = [
  ['a cost in dollars', firm({ cost: { training: '6*n*d/E', inference: '2*n*t/E' } })],
  ['another count of FLOP', firm({ cost: { training: '8*n*d/E + 2*n^(1/2)*n^(1/2)*d/E' } })],
  ['a number alone, in whatever is added to it', firm({ cost: { training: '6*n*d/E + 1e9' } })],
  ['a measured number', firm({ quality: '0.004*n^alpha' })],
  ['a number of tokens as a limit', firm({ limits: { d: '3e14' } })],
  ['a letter that has no unit', firm({ cost: { training: '6*n*d/E + F' } }, { symbols: [fee()] })],
  ['a letter with the unit', firm({ cost: { training: '6*n*d/E + F' } }, { symbols: [fee('dollar')] })],
  [
    'a unit of one’s own',
    firm(
      { price: 'omega*f - delta*t - w*t/K' },
      {
        units: ['seat'],
        symbols: [
          { name: 'w', meaning: 'price of a seat', unit: 'dollar/seat' },
          { name: 'K', meaning: 'tokens squared to a seat', unit: 'token^2/seat' },
        ],
      },
    ),
  ],
  ['a definition by a number', { id: 'mine', define: { a: 1 }, blocks: [{ quality: 'a*n^alpha' }] }],
];

const WRONG: readonly (readonly [string, unknown, string])[] = [
  [
    'FLOP for dollars',
    firm({ cost: { training: '6*n*d' } }),
    '/blocks/0/cost/training: the cost of training has the unit dollar, and this has the unit parameter*token (FLOP)',
  ],
  [
    'FLOP and dollars in one sum',
    firm({ cost: { training: '6*n*d/E + 6*n*d' } }),
    '/blocks/0/cost/training: 6*n*d has the unit parameter*token, but 6*n*d/E has dollar',
  ],
  ['tokens for parameters', firm({ quality: 'a*d^alpha' }), '/blocks/0/quality: quality has no unit'],
  [
    'a logarithm of parameters',
    firm({ quality: 'a*n^alpha + ln(1 + n)' }),
    '/blocks/0/quality: n + 1 has the unit',
  ],
  ['dollars for a price per token', firm({ price: 'omega*f*t' }), '/blocks/0/price: the price has the unit'],
  [
    'a limit in another unit',
    firm({ limits: { d: 'N' } }, { symbols: [{ name: 'N', meaning: 'size', unit: 'parameter' }] }),
    '/blocks/0/limits/d: the limit on d has the unit token, and this has the unit parameter',
  ],
  [
    'energy for dollars',
    firm({ cost: { training: '6*n*d/E + e' } }, { symbols: [energy] }),
    '/blocks/0/cost/training: e has the unit',
  ],
  [
    'a definition in another unit',
    { id: 'mine', define: { delta: 'omega' } },
    '/define/delta: delta has the unit dollar/token^2',
  ],
  ['an assumption that compares unlike things', { id: 'mine', assume: ['omega > delta'] }, '/assume/0: '],
  [
    'a unit that is none',
    firm('cournot', { symbols: [{ ...energy, unit: 'euro' }] }),
    '/symbols/0/unit: "euro"',
  ],
  ['a unit twice', firm('cournot', { units: ['dollar'] }), '/units/0: "dollar" is a unit already'],
  ['a unit with the name of a shape', firm('cournot', { units: ['alpha'] }), '/units/0: "alpha" is a shape'],
];

describe('the units of a firm of one’s own', () => {
  it.each(RIGHT)('let pass: %s', (_, data) => {
    expect(saidOf(() => modelFrom(data))).toBe('nothing is wrong');
  });

  it.each(WRONG)('refuse with the place: %s', (_, data, words) => {
    const said = saidOf(() => modelFrom(data));
    expect(said).toContain(words);
    expect(said).not.toContain('\n');
  });
});

const quantity = (name: string, unit: string) => ({ name, meaning: `the ${name}`, unit });
/** Least training FLOP for a loss, in units. */
const training = {
  id: 'training',
  kind: 'minimum',
  objective: { name: 'C', meaning: 'compute', parts: { training: '6*n*d' } },
  variables: [quantity('n', 'parameter'), quantity('d', 'token')],
  symbols: [
    { name: 'alpha', meaning: 'exponent of n' },
    { name: 'beta', meaning: 'exponent of d' },
    quantity('A', 'parameter^alpha'),
    quantity('B', 'token^beta'),
    { name: 'l', meaning: 'loss', unit: '1', role: 'quantity' },
  ],
  constraints: [
    {
      id: 'loss',
      left: 'A*n^(-alpha) + B*d^(-beta)',
      relation: '<=',
      right: 'l',
      multiplier: { name: 'mu', meaning: 'compute saved by a larger loss' },
    },
  ],
  set: { alpha: 0.3, beta: 0.3, A: 400, B: 400, l: 0.5 },
};

const textOf = (problem: Problem): string =>
  optimizeText([answerProblem({}, problem, {}).answer], [], problem);

describe('the units of a problem of one’s own', () => {
  it('follow where none are declared: of the objective, and of a multiplier', () => {
    const problem = problemFrom(training);
    expect(problem.symbols.get('C')?.unit).toBe('parameter*token');
    expect(problem.constraints[0]?.multiplier.unit).toBe('parameter*token');
    expect(problem.symbols.get('mu')?.unit).toBe('parameter*token');
  });

  it.each([
    [
      'dollars added to FLOP',
      {
        objective: { ...training.objective, parts: { training: '6*n*d', fee: 'F' } },
        symbols: [...training.symbols, quantity('F', 'dollar')],
      },
      '/objective/parts/fee: the part training of the objective has the unit parameter*token (FLOP), and this has the unit dollar',
    ],
    [
      'an objective declared in dollars that counts FLOP',
      { objective: { ...training.objective, unit: 'dollar' } },
      '/objective/parts/training: the objective has the unit dollar',
    ],
    [
      'sides of a constraint in different units',
      { constraints: [{ ...training.constraints[0], right: 'l*d' }] },
      '/constraints/0/right: the left side has no unit, and this has the unit token',
    ],
    [
      'a multiplier that is no worth of its right side',
      {
        constraints: [
          {
            ...training.constraints[0],
            multiplier: { name: 'mu', meaning: 'worth', unit: 'dollar' },
          },
        ],
      },
      '/constraints/0/multiplier: it is what one unit of the right side is worth, in parameter*token',
    ],
    [
      'a quantity in another unit',
      { quantities: [{ ...quantity('r', 'token'), formula: 'd/n' }] },
      '/quantities/0/formula: r has the unit token, and this has the unit token/parameter',
    ],
    [
      'a unit that is none',
      { variables: [quantity('n', 'brain'), quantity('d', 'token')] },
      '/variables/0/unit',
    ],
  ])('refuse with the place: %s', (_, change, words) => {
    expect(saidOf(() => problemFrom({ ...training, ...change }))).toContain(words);
  });

  it('are said not to be declared, and not taken to be none', () => {
    const problem = problemFrom(consumer);
    expect(problem.symbols.get('x')?.unit).toBe(UNDECLARED);
    expect(problem.symbols.get('u')?.unit).toBe('1');
    expect(textOf(problem)).toContain('units: none are declared, and none are checked');
    const half = problemFrom({
      ...consumer,
      units: ['apple', 'coin'],
      variables: [
        { name: 'x', meaning: 'first good', unit: 'apple' },
        { name: 'y', meaning: 'second good' },
      ],
    });
    expect(textOf(half)).toContain('units: none is declared for');
  });
});
