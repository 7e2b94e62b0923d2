/** The laws of every variant, found by the same engine, against the referee: every regime of the case that the values are in. */
import { describe, expect, it } from 'vitest';
import type { PlacedRegime } from '../../src/asymptotics/at-values.ts';
import type { Laws } from '../../src/asymptotics/law.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import type { Model } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import type { Optimum } from '../../src/numerics/outcome.ts';
import { sampled } from '../support/tier.ts';
import { BASE, exponentAt, lawAt, numberOf, placedAt, QUANTITIES, quantityOf } from './support.ts';

/** Values of every variant's parameters; alpha and beta differ. */
const ALL: Values = {
  ...BASE,
  r: 1.5,
  h: 0.7,
  m: 3,
  epsilon: 2.5,
  K: 1e15,
  nu: 0.2,
  kappa: 0.3,
  q0: 1.5,
  c_d: 1e-9,
  E_inf: 1e18,
  U: 1e12,
  Rstar: 15.39,
  T: 1e15,
};

const valuesOf = (model: Model, more: Values = {}): Values =>
  Object.fromEntries(model.parameters.map(({ name }) => [name, { ...ALL, ...more }[name] ?? Number.NaN]));

const ENTRY: readonly string[] = ['stay-out', 'break-even'];

interface Found {
  readonly model: Model;
  readonly values: Values;
  readonly laws: Laws;
  /** Without staying out and breaking even. */
  readonly regimes: readonly PlacedRegime[];
}

function find(id: string, more: Values, growing = 'E'): Found {
  const model = modelOf(id);
  const values = valuesOf(model, more);
  const laws = lawsOfModel(model, growing, { at: values });
  const regimes = placedAt(laws, values).filter(({ regime }) => !ENTRY.includes(regime.name));
  return { model, values, laws, regimes };
}

/** The optimum where the growing parameter is `at`, or null where the referee does not reach that far. */
function optimumWhere({ model, values, laws }: Found, at: number): Optimum | null {
  const outcome = optimise(model, { ...values, [laws.growing]: at });
  return outcome.kind === 'optimum' ? outcome : null;
}

/** The deepest of some points, decades inside an unbounded regime, that the referee reaches; the point with its optimum. */
function deepIn(found: Found, { from, to }: PlacedRegime, decades: readonly number[]) {
  const reached = decades.flatMap((decade) => {
    const at = Number.isFinite(to) ? to / 10 ** decade : from * 10 ** decade;
    const optimum = at > from && at < to ? optimumWhere(found, at) : null;
    return optimum ? [{ at, optimum }] : [];
  });
  return reached.at(-1) ?? null;
}

/** Largest gap between the optimum and the laws of a regime, over the quantities without logarithms and with a constant. */
function gapOf({ values, laws }: Found, { regime }: PlacedRegime, at: number, optimum: Optimum): number {
  const point = { ...values, [laws.growing]: at };
  const gaps = QUANTITIES.filter((name) => regime.scalings[name]?.constant).map((name) =>
    regime.scalings[name]?.logPower.kind === 'number' && numberOf(regime.scalings[name].logPower, point) === 0
      ? Math.abs(quantityOf(optimum, name) / lawAt(regime, name, point, laws.growing) - 1)
      : 0,
  );
  return Math.max(0, ...gaps);
}

/** Slopes within 1e-3 where no logarithm stands in a law, and levels the nearer to the laws the deeper. */
function expectLaws(found: Found, placed: PlacedRegime): void {
  const { regime } = placed;
  const { growing } = found.laws;
  const [near, deep] = [deepIn(found, placed, [3]), deepIn(found, placed, [3, 12, 24, 34])];
  if (!near || !deep) throw new Error(`${regime.name} is not reached`);
  const point = { ...found.values, [growing]: deep.at };
  for (const name of QUANTITIES) {
    if (numberOf(regime.scalings[name]?.logPower ?? null, point) !== 0) continue;
    const slope = deep.optimum.elasticities?.[`${name}/${growing}`] ?? Number.NaN;
    expect(Math.abs(slope - exponentAt(regime, name, point)), `${regime.name}: ${name}`).toBeLessThan(1e-3);
  }
  const [far, close] = [near, deep].map(({ at, optimum }) => gapOf(found, placed, at, optimum));
  expect(close, regime.name).toBeLessThan(0.01);
  expect(close, regime.name).toBeLessThan(Math.max(0.5 * (far ?? 0), 1e-6));
}

describe.each(VARIANT_IDS)('%s as E grows', (id) => {
  it.each(sampled([-0.5, 0.5], 1))(
    'gamma %s: one case, its last regime as the referee has it, crossovers within a factor of 5',
    (gamma) => {
      const found = find(id, { gamma });
      expect(found.laws.cases).toHaveLength(1);
      const last = found.regimes.at(-1);
      if (!last) throw new Error('no regime');
      expect(last.to).toBe(Number.POSITIVE_INFINITY);
      expectLaws(found, last);
      for (const placed of found.regimes.slice(0, -1)) {
        const optimum = optimumWhere(found, placed.to);
        const law = lawAt(placed.regime, 'n', { ...found.values, E: placed.to }, 'E');
        expect(Math.abs(Math.log((optimum?.n ?? Number.NaN) / law)), placed.regime.name).toBeLessThan(
          Math.log(5),
        );
      }
    },
  );
});

describe('what variants do to the laws', () => {
  it('a low quality has laws of its own where adoption has no threshold', () => {
    const found = find('hill-adoption', {});
    const [low, ...more] = found.regimes;
    if (!low) throw new Error('no regime');
    expect(low.from).toBe(0);
    expectLaws(found, low);
    expect(more.length).toBeGreaterThan(1);
  });

  it('adoption without a threshold: quality is high in the end however steep the curve, and no regime there is missed', () => {
    for (const h of [1.5, 2.6, 3.5]) {
      const found = find('hill-adoption', { h });
      expect(
        found.laws.cases.flatMap(({ undecided }) => undecided).filter((what) => /maximum/.test(what)),
      ).toEqual([]);
      const high = found.regimes.filter(({ regime }) => regime.name === 'inference-dominated').at(-1);
      if (!high) throw new Error('no regime');
      expect(exponentAt(high.regime, 'n', found.values)).toBeCloseTo(
        1 / (1 + (found.values.alpha ?? Number.NaN) * h),
        12,
      );
      const at = Math.sqrt(high.from * high.to);
      const outcome = optimise(found.model, { ...found.values, E: at }, { elasticities: true });
      if (outcome.kind !== 'optimum') throw new Error(outcome.kind);
      expect(outcome.elasticities?.['n/E']).toBeCloseTo(exponentAt(high.regime, 'n', found.values), 1);
    }
  });

  it('more data repeated than helps is no balance: what has no real solution is not left undecided', () => {
    for (const gamma of [-0.5, 0, 0.5]) {
      const { laws } = find('repeated-data', { gamma });
      const open = laws.cases.flatMap(({ undecided }) => undecided);
      expect(open.filter((what) => !what.startsWith('break-even in closed form'))).toEqual([]);
    }
  });

  it('price-sensitive demand ends the growth of quality, unless adoption outruns the price', () => {
    for (const gamma of [-0.5, 0, 0.5]) {
      const found = find('constant-elasticity', { gamma });
      const last = found.regimes.at(-1);
      if (!last) throw new Error('no regime');
      expect(exponentAt(last.regime, 'n', found.values)).toBe(0);
      expectLaws(found, last);
    }
    const steep = find('constant-elasticity', { gamma: -0.9, alpha: 0.9, beta: 0.9, epsilon: 2 });
    const last = steep.regimes.at(-1);
    if (!last) throw new Error('no regime');
    expect(exponentAt(last.regime, 'n', steep.values)).toBeGreaterThan(1);
    expectLaws(steep, last);
  });

  it('network effects can make profit unbounded, on a condition in closed form', () => {
    const found = find('network', { nu: 0.8, alpha: 0.3, beta: 0.3, gamma: -1 });
    expect(found.laws.cases.every(({ unbounded }) => unbounded)).toBe(true);
    expect(found.regimes).toEqual([]);
    const { kind } = optimise(found.model, found.values);
    expect(kind).toBe('unbounded');
  });

  it('one seller of several alike is the seller of the baseline', () => {
    const [one, alone] = [find('cournot', { m: 1 }), find('baseline', {})];
    for (const [i, { regime, from }] of one.regimes.entries()) {
      const other = alone.regimes[i];
      if (!other) throw new Error('fewer regimes');
      expect(from / other.from).toBeCloseTo(1, 9);
      for (const name of QUANTITIES) {
        const [mine, theirs] = [
          lawAt(regime, name, { ...one.values, E: 1e20 }, 'E'),
          lawAt(other.regime, name, { ...alone.values, E: 1e20 }, 'E'),
        ];
        expect(mine / theirs).toBeCloseTo(1, 9);
      }
    }
  });

  it('smooth quality tends to the smaller of the two as r grows, and so do its laws where training dominates', () => {
    const kink = find('baseline', {}).regimes.at(-1);
    const gaps = [5, 25, 80].map((r) => {
      const smooth = find('ces-quality', { r });
      const last = smooth.regimes.at(-1);
      if (!last || !kink) throw new Error('no regime');
      return Math.max(
        ...QUANTITIES.map((name) => {
          const point = { ...ALL, r, E: 1e30 };
          return Math.abs(lawAt(last.regime, name, point, 'E') / lawAt(kink.regime, name, point, 'E') - 1);
        }),
      );
    });
    expect(gaps[2]).toBeLessThan(0.02);
    expect(gaps[1]).toBeLessThan(0.25 * (gaps[0] ?? 0));
    expect(gaps[2]).toBeLessThan(0.4 * (gaps[1] ?? 0));
  });

  it('over-training: where inference dominates, smooth quality has data grow faster against size than its kink does', () => {
    const found = find('ces-quality', { delta: 1e-60 });
    const inference = found.regimes.find(({ regime }) => regime.name === 'inference-dominated');
    if (!inference) throw new Error('no regime');
    expectLaws(found, inference);
  });

  it.each([
    ['rival', 'q0', -0.5],
    ['data-cost', 'c_d', 0.5],
    ['split-efficiency', 'E_inf', -0.5],
    ['fixed-demand', 'T', 0.5],
    ['network', 'K', -0.5],
  ])('%s: laws in its own parameter %s', (id, growing, gamma) => {
    const found = find(id, { gamma }, growing);
    expect(found.laws.cases.every(({ regimes }) => regimes.length > 0)).toBe(true);
  });
});
