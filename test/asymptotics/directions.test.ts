import { describe, expect, it } from 'vitest';
import { lawsOfModel } from '../../src/derive/laws.ts';
import type { CostBlock } from '../../src/economics/block.ts';
import { compose, type Model } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { E } from '../../src/economics/symbols.ts';
import { baseline, baselineBlocks } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { add, divide, multiply, power, symbol, type Term } from '../../src/kernel/term.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import {
  BASE,
  exponentAt,
  lawAt,
  numberOf,
  optimumAt,
  placedAt,
  QUANTITIES,
  quantityOf,
  regimeAt,
  valuesAt,
  withRho,
} from './support.ts';

const fact = (term: Term, is: Fact['is']): Fact => ({
  term,
  is,
  because: 'the part of the box that is tested',
});

/** gamma < 0 in the realistic box: one case of the engine's. */
const NEGATIVE: readonly Fact[] = [
  fact({ kind: 'symbol', name: 'gamma' }, 'negative'),
  fact(add(1, multiply('beta', 'gamma')), 'positive'),
  fact(add('beta', multiply(-1, 'alpha')), 'positive'),
];
const POSITIVE: readonly Fact[] = [fact({ kind: 'symbol', name: 'gamma' }, 'positive')];

interface Check {
  readonly model: Model;
  readonly growing: string;
  readonly hold?: 'b' | 'rho';
  readonly given: readonly Fact[];
  readonly values: Values;
  readonly regime: string;
  /** Decades from the regime's beginning, or before its end where negative. */
  readonly decades: number;
  readonly names?: readonly (typeof QUANTITIES)[number][];
}

/** Local slopes of the referee within 1e-3 of the law's exponents, and levels within 2 % of the law. */
function expectLaw({
  model,
  growing,
  hold = 'b',
  given,
  values,
  regime: name,
  decades,
  names = QUANTITIES,
}: Check): void {
  const laws = lawsOfModel(model, growing, { hold, given });
  const { regime, from, to } = regimeAt(laws, values, name);
  const at = (decades > 0 ? from : to) * 10 ** decades;
  expect(at).toBeGreaterThan(from);
  expect(at).toBeLessThan(to);
  const own = valuesAt(model, values, growing, at, hold);
  const optimum = optimumAt(model, own, { hold: growing === 'rho' ? 'rho' : hold });
  const point = { ...values, ...own, [growing]: at };
  for (const quantity of names) {
    const slope = optimum.elasticities?.[`${quantity}/${growing}`] ?? Number.NaN;
    expect(Math.abs(slope - exponentAt(regime, quantity, point)), quantity).toBeLessThan(1e-3);
  }
  if (hold === 'rho' || growing === 'rho') return;
  for (const quantity of names) {
    expect(
      Math.abs(quantityOf(optimum, quantity) / lawAt(regime, quantity, point, growing) - 1),
      quantity,
    ).toBeLessThan(0.02);
  }
}

describe('the baseline in other directions, against the referee', () => {
  it('delta: inference-dominated with n exactly constant and t like 1/delta', () => {
    expectLaw({
      model: baseline,
      growing: 'delta',
      given: NEGATIVE,
      values: BASE,
      regime: 'inference-dominated',
      decades: -12,
    });
    expectLaw({
      model: baseline,
      growing: 'delta',
      given: POSITIVE,
      values: { ...BASE, gamma: 0.5 },
      regime: 'inference-dominated',
      decades: -12,
    });
  });

  it('b: then n is constant at last', () => {
    expectLaw({
      model: baseline,
      growing: 'b',
      given: NEGATIVE,
      values: BASE,
      regime: 'inference-dominated',
      decades: 5,
    });
  });

  it('b: training-dominated before, in a wide window', () => {
    expectLaw({
      model: baseline,
      growing: 'b',
      given: NEGATIVE,
      values: { ...BASE, gamma: -1, E: 1e60 },
      regime: 'training-dominated',
      decades: -6,
    });
  });

  it('a at fixed b and a at fixed rho are different experiments', () => {
    expectLaw({
      model: baseline,
      growing: 'a',
      given: NEGATIVE,
      values: BASE,
      regime: 'training-dominated',
      decades: 12,
    });
    expectLaw({
      model: baseline,
      growing: 'a',
      hold: 'rho',
      given: NEGATIVE,
      values: BASE,
      regime: 'inference-dominated',
      decades: 25,
    });
  });

  it('rho: the more data a parameter needs, the smaller the model', () => {
    const values = { ...BASE, gamma: -1, E: 1e60 };
    expectLaw({
      model: baseline,
      growing: 'rho',
      given: NEGATIVE,
      values,
      regime: 'training-dominated',
      decades: 8,
    });
  });

  it('omega', () => {
    expectLaw({
      model: baseline,
      growing: 'omega',
      given: NEGATIVE,
      values: BASE,
      regime: 'inference-dominated',
      decades: 25,
    });
  });
});

/**
 * At gamma = 0 quality falls as delta, rho or the price of data grows, and its logarithm with it, down to break-even at
 * f = 2 alpha/k: between the point at which that cost overtakes inference and there lies a regime of its own, wide where E is.
 */
describe('the logarithm that falls, at gamma = 0', () => {
  const values = { ...BASE, gamma: 0, E: 1e60, c_d: 1e-20 };
  const falling = [
    { model: baseline, growing: 'delta', before: ['inference-dominated'], regime: 'training-dominated' },
    { model: baseline, growing: 'rho', before: ['inference-dominated'], regime: 'training-dominated' },
    { model: VARIANTS['data-cost'], growing: 'c_d', before: [], regime: 'data-cost' },
  ];
  const hold = 'b';

  it.each(falling)(
    '$growing of $model.id: the cost that it raises, at last',
    ({ model, growing, before, regime: name }) => {
      const laws = lawsOfModel(model, growing, { at: { gamma: 0 } });
      const placed = placedAt(laws, values);
      expect(placed.map(({ regime }) => regime.name)).toEqual(
        expect.arrayContaining([...before, name, 'break-even', 'stay-out']),
      );
      const { regime, from, to } = regimeAt(laws, values, name);
      expect(regime.logScale).toBeDefined();
      expect(to / from).toBeGreaterThan(1e20);
      for (const share of [0.3, 0.6]) {
        const at = from ** (1 - share) * to ** share;
        const optimum = optimumAt(model, valuesAt(model, values, growing, at, hold));
        const point = withRho({ ...values, [growing]: at });
        for (const quantity of ['n', 't'] as const) {
          const exact = numberOf(regime.closed?.[quantity] ?? null, { ...point, [growing]: at });
          expect(Math.abs(optimum[quantity] / exact - 1), `${quantity} at ${at}`).toBeLessThan(0.01);
        }
        // The leading logarithm is all of f but m ln f.
        const put = { ...point, [growing]: at };
        const { constant = null, exponent = null } = regime.scalings.t ?? {};
        const told =
          numberOf(constant, put) * at ** numberOf(exponent, put) * Math.log(numberOf(regime.logBase, put));
        const f = (2 * numberOf(symbol('delta'), put) * optimum.t) / numberOf(symbol('omega'), put);
        expect(Math.abs(told / optimum.t - 1)).toBeLessThan(Math.log(f) / f);
      }
      const beyond = optimise(model, valuesAt(model, values, growing, to * 1.001, hold));
      expect(beyond.kind).toBe('stay-out');
    },
  );
});

describe('data-bound', () => {
  it('E: inference-dominated, then data-bound with C like 1/E; the crossover is where d reaches D', () => {
    const laws = lawsOfModel(dataBound, 'E', { given: NEGATIVE });
    const { from } = regimeAt(laws, BASE, 'data-bound');
    expect(
      placedAt(laws, BASE)
        .map(({ regime }) => regime.name)
        .slice(-2),
    ).toEqual(['inference-dominated', 'data-bound']);
    const [below, above] = [from / 1.01, from * 1.01].map((at) =>
      optimumAt(dataBound, valuesAt(dataBound, BASE, 'E', at, 'b')),
    );
    expect(below?.active.limits).toEqual([]);
    expect(above?.d).toBeCloseTo(BASE.D ?? 0, -11);
    expectLaw({
      model: dataBound,
      growing: 'E',
      given: NEGATIVE,
      values: BASE,
      regime: 'data-bound',
      decades: 8,
    });
  });

  it('D: first data-bound, then D is no longer felt', () => {
    const values = { ...BASE, gamma: -1, E: 1e40, delta: 1e-60 };
    expectLaw({
      model: dataBound,
      growing: 'D',
      given: NEGATIVE,
      values,
      regime: 'data-bound',
      decades: -3,
      names: ['n', 'd', 'C_train'],
    });
    const laws = lawsOfModel(dataBound, 'D', { given: NEGATIVE });
    expect(
      placedAt(laws, values)
        .map(({ regime }) => regime.name)
        .at(-1),
    ).toBe('inference-dominated');
  });
});

/** Data are bought as well as computed on: one block more, and no word about it in the engine. */
const boughtData: CostBlock = {
  kind: 'cost',
  id: 'bought-data',
  meaning: 'compute, and c_d dollars for each training token',
  source: 'this test',
  parameters: [
    E,
    { ...E, name: 'c_d', tex: 'c_d', unit: 'dollar/token', meaning: 'price of a training token' },
  ],
  facts: [],
  training: (n, d) => add(divide(multiply(6, n, d), 'E'), multiply('c_d', d)),
  inference: (n, t) => divide(multiply(2, n, t), 'E'),
};

const splitEfficiency: CostBlock = {
  ...boughtData,
  id: 'split',
  parameters: [E, { ...E, name: 'E_inf', tex: 'E_{inf}', meaning: 'hardware efficiency of inference' }],
  training: (n, d) => divide(multiply(6, n, d), 'E'),
  inference: (n, t) => divide(multiply(2, n, t), 'E_inf'),
};

describe('another block, no edit of the engine', () => {
  it('bought data end the growth with E', () => {
    const model = compose('bought', 'Bought data', { ...baselineBlocks, cost: boughtData });
    const laws = lawsOfModel(model, 'E', { given: POSITIVE });
    const values = { ...BASE, gamma: 0.5, c_d: 1e-3 };
    expect(
      placedAt(laws, values)
        .map(({ regime }) => regime.name)
        .at(-1),
    ).toBe('data-cost');
    const { regime, from } = regimeAt(laws, values, 'data-cost');
    const at = valuesAt(model, values, 'E', from * 1e30, 'b');
    const optimum = optimumAt(model, at);
    for (const name of QUANTITIES) {
      expect(
        Math.abs((optimum.elasticities?.[`${name}/E`] ?? 1) - exponentAt(regime, name, values)),
        name,
      ).toBeLessThan(1e-3);
    }
  });

  it('with inference at an efficiency of its own, cheap training leaves a constant size', () => {
    const model = compose('split', 'Split efficiency', { ...baselineBlocks, cost: splitEfficiency });
    const values = { ...BASE, E_inf: 1e18 };
    expectLaw({ model, growing: 'E', given: NEGATIVE, values, regime: 'inference-dominated', decades: 6 });
  });

  it('revenue that grows faster than sales squared is unbounded profit, and no law', () => {
    const market = {
      ...baselineBlocks.market,
      revenue: (f: Term, t: Term) =>
        add(multiply('omega', f, power(t, 3)), multiply(-1, 'delta', power(t, 2))),
    };
    const model = compose('cubic', 'Cubic revenue', { ...baselineBlocks, market });
    for (const given of [NEGATIVE, POSITIVE]) {
      expect(lawsOfModel(model, 'E', { given }).cases.every(({ unbounded }) => unbounded)).toBe(true);
      expect(lawsOfModel(baseline, 'E', { given }).cases.some(({ unbounded }) => unbounded)).toBe(false);
    }
  });

  it('what the engine cannot expand is reported with what it needs', () => {
    const lumpy: CostBlock = {
      ...boughtData,
      parameters: [E],
      training: (n, d) =>
        multiply(divide(multiply(6, n, d), 'E'), { kind: 'call', name: 'lambert_w0', args: [n] }),
    };
    const model = compose('lumpy', 'Lumpy', { ...baselineBlocks, cost: lumpy });
    const laws = lawsOfModel(model, 'E', { given: POSITIVE });
    expect(laws.cases.every(({ regimes, undecided }) => regimes.length === 0 && undecided.length > 0)).toBe(
      true,
    );
  });
});
