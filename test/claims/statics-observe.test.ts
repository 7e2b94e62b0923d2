/** How an optimum moves, held against optima beside it: every quantity in every parameter, for models of several kinds. */
import { describe, expect, test } from 'vitest';
import { type Observation, observe } from '../../src/claims/statics-observe.ts';
import type { Hold, Quantity } from '../../src/derive/statics/response.ts';
import { type Model, settled } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Declaration } from '../../src/kernel/symbols.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { FIRM } from '../support/firm.ts';

const QUANTITIES = ['n', 'd', 't', 'C_train', 'profit', 'q', 'price'] as const;

/** What the referee finds at values, by name; revenue besides. */
function amountsAt(model: Model, values: Values): Record<Quantity | 'revenue', number> {
  const found = optimise(model, values, { elasticities: false });
  if (found.kind !== 'optimum') throw new Error('the firm does not sell');
  const { n, d, t, trainingSpend, profit } = found;
  const at = { ...values, n, d, t };
  const read = (term: Model['price']): number => evaluate(settled(model, term), at, double);
  return {
    n,
    d,
    t,
    C_train: trainingSpend,
    profit,
    q: read(model.quality),
    price: read(model.price),
    revenue: read(model.revenue),
  };
}

/** The parameters where one is so many times as large, or where it may vanish so much farther from one below its least value. */
type Moved = (values: Values, by: number) => Values;

/** a, alpha and rho with b behind them. */
const alongRho =
  (name: 'a' | 'alpha' | 'rho'): Moved =>
  ({ a = 0, b = 0, alpha = 0, ...rest }, by) => {
    const own = { a, alpha, rho: (a / b) ** (1 / alpha) };
    const moved = { ...own, [name]: own[name] * by };
    return { ...rest, a: moved.a, alpha: moved.alpha, b: moved.a * moved.rho ** -moved.alpha };
  };
const times =
  (name: string): Moved =>
  (values, by) => ({ ...values, [name]: (values[name] ?? 0) * by });
const above =
  (name: string, base: number): Moved =>
  (values, by) => ({ ...values, [name]: ((values[name] ?? 0) + base) * by - base });

const STEP = 1e-4;

/** Responses by differences of optima; of profit relative to revenue, and in the logarithm of all else. */
function byDifferences(model: Model, values: Values, move: Moved): Record<Quantity, number> {
  const [up, down, here] = [1 + STEP, 1 - STEP, 1].map((by) => amountsAt(model, move(values, by)));
  if (!up || !down || !here) throw new Error('three firms');
  const found = QUANTITIES.map((name) => {
    const unit = name === 'profit' ? here.revenue : here[name];
    return [name, (up[name] - down[name]) / (2 * STEP * unit)];
  });
  return Object.fromEntries(found);
}

const seenAt = (model: Model, values: Values): Observation => {
  const seen = observe(model, values);
  if (!seen) throw new Error('the firm sells');
  return seen;
};

const responses = (seen: Observation, parameter: string, hold: Hold) =>
  Object.fromEntries(QUANTITIES.map((name) => [name, seen.response(name, parameter, hold)]));

function expectNear(
  found: ReturnType<typeof responses>,
  expected: Record<Quantity, number>,
  parameter: string,
): void {
  for (const quantity of QUANTITIES) {
    const [is, should] = [found[quantity] ?? Number.NaN, expected[quantity]];
    const off = (is - should) / Math.max(1, Math.abs(should));
    expect(off, `${quantity}/${parameter}: ${is}, ${should}`).toBeCloseTo(0, 4);
  }
}

/** gamma counts from two below zero, since its least value is one below. */
const GAMMA = above('gamma', 2);
const plain = (...names: readonly string[]): readonly (readonly [string, Moved])[] =>
  names.map((name) => [name, times(name)]);
const BASE = [...plain('alpha', 'beta', 'a', 'b', 'omega', 'E'), ['gamma', GAMMA]] as const;

const FIRM_UP = { ...FIRM, gamma: 0.5 };
const { delta: _, ...fixed } = { ...FIRM, T: 1e15, D: 1e13 };
const CASES: readonly (readonly [string, Values, readonly (readonly [string, Moved])[]])[] = [
  ['baseline', FIRM, [...BASE, ...plain('delta')]],
  ['baseline', { ...FIRM, gamma: 0 }, [['gamma', GAMMA], ...plain('alpha')]],
  ['fixed-demand+data-bound', fixed, [...BASE, ...plain('T', 'D')]],
  ['cournot', { ...FIRM, m: 2 }, [...BASE, ...plain('delta')]],
  ['endogenous-threshold', { ...FIRM, kappa: 0.3 }, [...BASE, ['kappa', above('kappa', 1)]]],
  ['endogenous-threshold', { ...FIRM, kappa: 0 }, [['kappa', above('kappa', 1)], ...plain('E')]],
];

describe('as optima beside it say', () => {
  test.each(CASES)('%s at %o', (id, values, parameters) => {
    const model = modelOf(id);
    const seen = seenAt(model, values);
    for (const [name, move] of parameters) {
      const found = responses(seen, name, 'b');
      expectNear(found, byDifferences(model, values, move), name);
    }
  });

  test.each(['baseline', 'fixed-demand+data-bound'])('%s with rho held', (id) => {
    const model = modelOf(id);
    const values = id === 'baseline' ? FIRM : fixed;
    const seen = seenAt(model, values);
    const moves = [
      ...(['a', 'alpha', 'rho'] as const).map((name) => [name, alongRho(name)] as const),
      ...plain('beta', 'omega'),
      ['gamma', GAMMA] as const,
    ];
    for (const [name, move] of moves) {
      const found = responses(seen, name, 'rho');
      expectNear(found, byDifferences(model, values, move), name);
    }
  });
});

describe('a parameter counts', () => {
  const baseline = modelOf('baseline');
  const within = (name: string, domain: Declaration['domain']): Model => ({
    ...baseline,
    parameters: baseline.parameters.map((one) => (one.name === name ? { ...one, domain } : one)),
  });
  const least = (num: bigint, open: boolean) => ({ lower: { at: { num, den: 10n }, open } });
  test.each([
    ['from one below zero where it has no least value', within('gamma', {}), 'gamma', above('gamma', 1)],
    [
      'from one below its least value where that is negative',
      within('gamma', least(-25n, true)),
      'gamma',
      above('gamma', 3.5),
    ],
    [
      'from one below zero where it may be zero',
      within('alpha', least(0n, false)),
      'alpha',
      above('alpha', 1),
    ],
    ['from zero where it is above', within('alpha', least(0n, true)), 'alpha', times('alpha')],
    ['from zero where its least value is above', within('alpha', least(1n, false)), 'alpha', times('alpha')],
  ] as const)('%s', (_, model, name, move) => {
    const found = responses(seenAt(model, FIRM), name, 'b');
    expectNear(found, byDifferences(baseline, FIRM, move), name);
  });
});

test('just above break-even, where everything moves at once, amounts move as their factors do', () => {
  const baseline = modelOf('baseline');
  const values = { ...FIRM_UP, E: (breakEven(baseline, FIRM_UP) ?? 0) * (1 + 1e-9) };
  const seen = seenAt(baseline, values);
  const of = (quantity: Quantity) => seen.response(quantity, 'E', 'b') ?? Number.NaN;
  expect(of('t')).toBeGreaterThan(50);
  // C = 6 n d/E and q = a n^alpha = b d^beta.
  expect(of('C_train')).toBeCloseTo(of('n') + of('d') - 1, 5);
  expect(of('q')).toBeCloseTo(0.34 * of('n'), 5);
  expect(of('d') / of('n')).toBeCloseTo(0.34 / 0.28, 12);
});

test('what does not move does not, to the last digit', () => {
  const seen = seenAt(modelOf('fixed-demand+data-bound'), fixed);
  for (const name of ['alpha', 'a', 'omega', 'E', 'gamma', 'T']) {
    expect(seen.response('d', name, 'b'), name).toBe(0);
    if (name !== 'T') expect(seen.response('t', name, 'b'), name).toBe(0);
  }
  for (const name of ['omega', 'E', 'T']) {
    expect(seen.response('n', name, 'b'), name).toBe(0);
    expect(seen.response('q', name, 'b'), name).toBe(0);
  }
  expect(seen.response('n', 'E', 'b')).toBe(seen.response('n', 'E', 'rho'));
  expect(seen.values).toBe(fixed);
});

test('there is none of a parameter that the model does not have, nor of a firm that stays out', () => {
  const seen = seenAt(modelOf('baseline'), FIRM);
  expect(seen.response('n', 'nothing', 'b')).toBeNull();
  expect(seen.response('n', 'rho', 'b')).toBeNull();
  expect(seen.response('profit', 'nothing', 'rho')).toBeNull();
  expect(observe(modelOf('baseline'), { ...FIRM, E: 1 })).toBeNull();
});
