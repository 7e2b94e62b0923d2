/** The derived results against the referee's optima: 1,000 runs of each property, on one seeded pool. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DERIVATIONS, type DerivationId } from '../../derivations/registry.ts';
import { evaluator, residual } from '../../src/claims/evaluate-result.ts';
import type { At } from '../../src/claims/pool.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { byTier } from '../support/tier.ts';
import { apart, baselineSamples, dataBoundSamples, RUNS, read, type Sample, SEED } from './pools.ts';

const everywhere = baselineSamples();
const stock = dataBoundSamples();
const binding = stock.filter(({ optimum }) => optimum.active.limits.includes('d'));
const results = (id: DerivationId, name: string): ReturnType<typeof evaluator> =>
  evaluator(DERIVATIONS[id](), name);

/** The property, RUNS times on draws from the samples; the worst value of `off` is reported. */
function always(
  title: string,
  samples: readonly Sample[],
  tolerance: number,
  off: (sample: Sample) => number,
): void {
  it(title, () => {
    expect(samples.length).toBeGreaterThan(byTier(0, 3));
    let worst = 0;
    const known = new Map<number, number>();
    const property = fc.property(fc.nat(samples.length - 1), (i) => {
      const found = known.get(i) ?? off(samples[i] as Sample);
      known.set(i, found);
      worst = Math.max(worst, found);
      return found <= tolerance;
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
    console.info(
      `${title}: worst ${worst.toExponential(2)} of ${tolerance} on ${samples.length} optima, seed ${SEED}`,
    );
  });
}

const holds = (id: DerivationId, name: string): ((sample: Sample) => number) => {
  const sides = results(id, name);
  return ({ at }) => residual(sides({ ...at, Pi: read(at, 'pi') }));
};
const where = (keep: (p: At, sample: Sample) => boolean): Sample[] => everywhere.filter((s) => keep(s.at, s));
const share = results('local-elasticity', 'v');
/** v = t/(3kd). */
const vAt = (p: At): number => share(p).right;
const elasticity = ({ optimum }: Sample, name: string): number => optimum.elasticities?.[name] ?? Number.NaN;
const parameters = (p: At): Record<string, number> =>
  Object.fromEntries(baseline.parameters.map(({ name }) => [name, read(p, name)]));

describe('closed forms', () => {
  always('best sales', everywhere, 1e-9, holds('best-sales', 'sales'));
  always('the efficient ray', everywhere, 1e-9, holds('efficient-ray', 'ray'));
  always('data on the ray', everywhere, 1e-9, holds('efficient-ray', 'data'));
  // The slope of the margin is a small difference where inference dominates; the condition is measured against its parts.
  always('the reduced first-order condition, as a share of marginal gain', everywhere, 1e-9, ({ at }) => {
    const { left, right } = results('reduced-profit', 'first-order')(at);
    return Math.abs(left - right) / (left + (4 * read(at, 'delta') * read(at, 't')) / read(at, 'E'));
  });
  always('the reduced profit, as a share of revenue', everywhere, 1e-9, ({ at, optimum }) => {
    const { left, right } = results('reduced-profit', 'profit')({ ...at, Pi: read(at, 'pi') });
    return Math.abs(left - right) / optimum.revenue;
  });
  always('training spend', everywhere, 1e-9, holds('reduced-profit', 'spend'));
  always('the split of marginal revenue', everywhere, 1e-9, holds('explicit-bound', 'split'));
  always(
    'the identity n = n_I (1 + 3kd/t)^(-1/(1+alpha gamma))',
    everywhere,
    1e-9,
    holds('explicit-bound', 'identity'),
  );
});

describe('bounds are never broken', () => {
  always('n < n_I', everywhere, 0, holds('explicit-bound', 'bound'));
  for (const name of ['theorem-1-size', 'theorem-1-data', 'theorem-1-spend', 'training-bound'] as const)
    always(name, everywhere, 0, holds('theorems-1-and-2', name));
  always(
    'training cost, gamma < 0',
    where(({ gamma }) => (gamma ?? 0) < -1e-9),
    0,
    holds('theorems-1-and-2', 'training-bound-negative'),
  );
  always(
    'training cost, gamma > 0',
    where(({ gamma }) => (gamma ?? 0) > 1e-9),
    0,
    holds('theorems-1-and-2', 'training-bound-positive'),
  );
  always(
    'theorem 2',
    where(({ gamma }) => gamma === 0),
    0,
    holds('theorems-1-and-2', 'theorem-2-size'),
  );
  always(
    'theorem 2, uniformly',
    where(({ gamma, alpha, beta }) => gamma === 0 && alpha === beta),
    0,
    holds('theorems-1-and-2', 'theorem-2-uniform'),
  );
});

describe('elasticities', () => {
  for (const [result, name, letter] of [
    ['size', 'n/E', 'eps_n'],
    ['data', 'd/E', 'eps_d'],
    ['sales', 't/E', 'eps_t'],
    ['spend', 'C_train/E', 'eps_C'],
  ] as const) {
    const sides = results('local-elasticity', result);
    always(
      `of ${result}`,
      where((_, { breakEvenFactor }) => breakEvenFactor === null || breakEvenFactor > 1.001),
      1e-7,
      (sample) => {
        const { left, right } = sides({
          ...sample.at,
          eps_n: elasticity(sample, 'n/E'),
          [letter]: elasticity(sample, name),
        });
        return Math.abs(left - right) / Math.max(1, Math.abs(left));
      },
    );
  }
  always('the second-order condition, the denominator of the elasticity of size', everywhere, 0, ({ at }) => {
    const v = vAt(at);
    const w = results('local-elasticity', 'inference-share')(at).right / v;
    return 1 + read(at, 'alpha') * read(at, 'gamma') > 0 &&
      (1 + read(at, 'alpha') * read(at, 'gamma')) * (1 + v) + read(at, 'alpha') / read(at, 'beta') - w > 0
      ? 0
      : 1;
  });
});

describe('where inference dominates', () => {
  const cheap = everywhere.map((s) => ({ ...s, v: vAt(s.at) })).filter(({ v }) => v > 1000 / 9);
  it('has draws', () => {
    expect(cheap.length).toBeGreaterThan(0);
  });
  const near = cheap.length > 3 ? cheap : [];
  if (near.length > 0)
    always('n is within (1 + 1/v)^(-1/(1 + alpha gamma)) of n_I', near, 1e-9, ({ at }) => {
      const { left, right } = results('explicit-bound', 'bound')(at);
      const lowest = (1 + 1 / vAt(at)) ** (-1 / (1 + read(at, 'alpha') * read(at, 'gamma')));
      return left / right >= lowest * (1 - 1e-9) && left < right ? 0 : 1;
    });
});

describe('data bind', () => {
  always('size', binding, 1e-9, holds('data-bound', 'size'));
  always('spend', binding, 1e-9, holds('data-bound', 'spend'));
  always(
    'n is proportional to D and C to D^2/E where alpha = beta',
    binding.filter(({ at }) => at.alpha === at.beta),
    1e-8,
    (sample) =>
      Math.max(
        Math.abs(elasticity(sample, 'n/D') - 1),
        Math.abs(elasticity(sample, 'C_train/D') - 2),
        Math.abs(elasticity(sample, 'C_train/E') + 1),
        Math.abs(elasticity(sample, 'n/E')),
      ),
  );
  const threshold = results('data-bound', 'threshold');
  const full = results('data-bound', 'size');
  always('data bind exactly from the threshold on', stock, 0, (sample) => {
    const start = threshold({ ...sample.at, n: full(sample.at).right }).right;
    const above = read(sample.at, 'E') >= start;
    return above === sample.optimum.active.limits.includes('d') ? 0 : 1;
  });
  always(
    'the threshold of a stock that is just the optimum is E itself',
    where((_, { breakEvenFactor }) => breakEvenFactor === null),
    1e-8,
    ({ at }) => apart(threshold({ ...at, D: read(at, 'd') }).right, read(at, 'E')),
  );
});

describe('regimes', () => {
  always(
    'E above break-even where the firm sells; below it the firm stays out',
    everywhere.slice(0, 40),
    0,
    ({ at }) => {
      const start = breakEven(baseline, parameters(at)) ?? Number.NaN;
      const below = optimise(baseline, { ...parameters(at), E: start * (1 - 1e-9) }, { elasticities: false });
      return start < read(at, 'E') * (1 + 1e-8) && below.kind === 'stay-out' ? 0 : 1;
    },
  );
  // Next to break-even t/d may rise with E for a while, so the order is asked from ten times the break-even E on.
  const firms = everywhere.slice(0, 40);
  const shares = new Map(firms.map((s) => [s, sharesAsEGrows(s)]));
  always(
    'from ten times break-even on v falls as E grows: inference dominates before training does',
    firms,
    0,
    (sample) => {
      const found = shares.get(sample) ?? [];
      return found.length === 4 && found.every((v, i) => i === 0 || v < (found[i - 1] ?? 0)) ? 0 : 1;
    },
  );
});

/** v at 10, 10^3, 10^5 and 10^7 times the break-even E. */
function sharesAsEGrows({ at }: Sample): number[] {
  const start = breakEven(baseline, parameters(at)) ?? Number.NaN;
  return [1, 3, 5, 7].flatMap((digits) => {
    const values = { ...parameters(at), E: start * 10 ** digits };
    const found = optimise(baseline, values, { elasticities: false });
    return found.kind === 'optimum' ? [vAt({ ...values, n: found.n, d: found.d, t: found.t })] : [];
  });
}

describe('break-even where alpha = beta', () => {
  const equal = where(({ alpha, beta }) => alpha === beta).slice(0, 60);
  const size = results('break-even', 'size');
  const efficiency = results('break-even', 'efficiency');
  const E0 = new Map(equal.map((s) => [s, breakEven(baseline, parameters(s.at)) ?? Number.NaN]));
  always("E against the referee's own break-even", equal, 1e-10, (sample) => {
    const { at } = sample;
    const quality = results('break-even', at.gamma === 0 ? 'quality-log' : 'quality')({ ...at, q: 1 }).right;
    const gamma = read(at, 'gamma');
    // (1 + alpha gamma)^(1/gamma) loses its digits next to gamma = 0 in doubles; ln(1 + x)/x does not.
    const q =
      gamma !== 0 && Math.abs(gamma) < 1e-4
        ? Math.exp(Math.log1p(read(at, 'alpha') * gamma) / gamma)
        : quality;
    const n = size({ ...at, q }).right;
    return apart(efficiency({ ...at, n }).right, E0.get(sample) ?? Number.NaN);
  });
});

describe('the envelope theorem', () => {
  const step = 1e-4;
  const firm = where((_, { breakEvenFactor }) => breakEvenFactor === null).slice(0, 60);
  const slopes = new Map(firm.map((s) => [s, slope(s, step)]));
  always('d pi/d ln E is total cost', firm, 1e-6, (sample) => {
    const { n, d, t, E } = sample.at as Record<'n' | 'd' | 't' | 'E', number>;
    const total = (6 * n * d + 2 * n * t) / E;
    return Math.abs((slopes.get(sample) ?? Number.NaN) - total) / total;
  });
});

/** d pi / d ln E by central differences of the referee's best profit. */
function slope({ at }: Sample, step: number): number {
  const best = (factor: number): number => {
    const found = optimise(
      baseline,
      { ...parameters(at), E: read(at, 'E') * Math.exp(factor) },
      { elasticities: false },
    );
    return found.kind === 'optimum' ? found.profit : 0;
  };
  return (8 * (best(step) - best(-step)) - (best(2 * step) - best(-2 * step))) / (12 * step);
}

describe('units', () => {
  const firm = everywhere.slice(0, 60);
  /** The firm with each unit x times larger, and what its n, d, t and profit are then. */
  type Moved = readonly [At, Readonly<Record<'n' | 'd' | 't' | 'pi', number>>];
  const units: Readonly<Record<string, (p: At, x: number) => Moved>> = {
    parameters: (p: At, x: number) => [
      { ...p, a: read(p, 'a') * x ** read(p, 'alpha'), E: read(p, 'E') / x },
      { n: 1 / x, d: 1, t: 1, pi: 1 },
    ],
    tokens: (p: At, x: number) => [
      {
        ...p,
        b: read(p, 'b') * x ** read(p, 'beta'),
        omega: read(p, 'omega') * x,
        delta: read(p, 'delta') * x * x,
        E: read(p, 'E') / x,
      },
      { n: 1, d: 1 / x, t: 1 / x, pi: 1 },
    ],
    dollars: (p: At, x: number) => [
      { ...p, omega: read(p, 'omega') / x, delta: read(p, 'delta') / x, E: read(p, 'E') * x },
      { n: 1, d: 1, t: 1, pi: 1 / x },
    ],
  };
  for (const [name, change] of Object.entries(units)) {
    const moved = new Map(firm.map((s) => [s, change(parameters(s.at), 1000)]));
    const found = new Map(
      [...moved].map(([s, [values]]) => [s, optimise(baseline, values, { elasticities: false })]),
    );
    always(`a larger unit of ${name} changes numbers and nothing else`, firm, 1e-9, (sample) => {
      const [outcome, factors] = [found.get(sample), moved.get(sample)?.[1]];
      if (outcome?.kind !== 'optimum' || !factors) return Number.POSITIVE_INFINITY;
      const scaled = { n: outcome.n, d: outcome.d, t: outcome.t };
      const sizes = (['n', 'd', 't'] as const).map((letter) =>
        apart(scaled[letter], read(sample.at, letter) * factors[letter]),
      );
      return Math.max(
        ...sizes,
        Math.abs(outcome.profit - read(sample.at, 'pi') * factors.pi) / (sample.optimum.revenue * factors.pi),
      );
    });
  }
});
