/** Break-even along the size, for exponents that differ: the closed form against the referee's own search for zero profit. */
import { describe, expect, it } from 'vitest';
import { breakEvenOf } from '../../src/asymptotics/break-even.ts';
import type { Curve } from '../../src/asymptotics/law.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { caseUnder, problemOf, read, type Small, under } from './small.ts';
import { BASE } from './support.ts';

const MORE: Values = { ...BASE, q0: 1.5, T: 1e15, kappa: 0.3, E_inf: 1e18 };

/** The curve in the case of the exponents. */
function curveAt(id: string, gamma: number): Curve {
  const { cases } = lawsOfModel(modelOf(id), 'E', { at: { alpha: 0.34, beta: 0.4, gamma, kappa: 0.3 } });
  const found = cases.flatMap(({ regimes }) => regimes.flatMap(({ curve }) => curve ?? []));
  if (!found[0]) throw new Error('no curve');
  return found[0];
}

/** Everything that follows from a size. */
function along({ values }: Curve, given: Values): Values {
  const known: Record<string, number> = { ...given };
  for (const [name, value] of Object.entries(values)) known[name] = evaluate(value, known, double);
  return known;
}

/** Sizes at which every amount is positive. */
const firmsOn = (curve: Curve, gamma: number): readonly Values[] =>
  Array.from({ length: 2000 }, (_, i) => 10 ** (7.95 + 0.002 * i))
    .map((n) => along(curve, { ...MORE, gamma, n }))
    .filter((firm) => [...curve.shares, ...Object.keys(curve.values)].every((name) => (firm[name] ?? 0) > 0));

describe.each(['baseline', 'rival', 'endogenous-threshold', 'fixed-demand'])('%s', (id) => {
  it.each([-0.5, 0, 0.5])('gamma %d: the referee breaks even where the closed form does', (gamma) => {
    const curve = curveAt(id, gamma);
    const firms = firmsOn(curve, gamma);
    expect(firms.length).toBeGreaterThan(1);
    const model = modelOf(id);
    for (const firm of [firms[0], firms[firms.length >> 1]]) {
      if (!firm) throw new Error('no firm');
      const values = Object.fromEntries(model.parameters.map(({ name }) => [name, firm[name] ?? Number.NaN]));
      const found = breakEven(model, values, 'E');
      expect((found ?? 0) / (firm.E ?? 1)).toBeCloseTo(1, 8);
      const wrong = { ...values, [curve.parameter]: 1.01 * (firm[curve.parameter] ?? 1) };
      expect((breakEven(model, wrong, 'E') ?? 0) / (firm.E ?? 1)).not.toBeCloseTo(1, 8);
    }
  });
});

/**
 * Half a page of algebra: revenue x t f with f the deformed logarithm of n, so that the marginal gain G is x t n^(-s), less c t^2,
 * e n t and b n^3. With amounts over G and F = x t f/G the conditions on n and t and zero profit say
 *
 *     1 = y_i + 3 y_t,     F = 2 y_c + y_i,     F = y_c + y_i + y_t,     so that y_t = y_c = 1 - F and y_i = 3 F - 2.
 */
describe('small curves', () => {
  const shop = (more: Partial<Small> = {}): Small => ({
    variables: ['n', 't'],
    atoms: { f: { argument: 'n', shape: 's' } },
    equations: {
      n: { gain: 'x*t*n^(-s)', 'to-serve': '-e*n*t', train: '-3*b*n^3' },
      t: { revenue: 'x*t*f', crowd: '-2*c*t^2', 'to-serve': '-e*n*t' },
    },
    objective: { revenue: 'x*t*f', crowd: '-c*t^2', 'to-serve': '-e*n*t', train: '-b*n^3' },
    quantities: { n: 'n' },
    ...more,
  });
  const curveOf = (small: Small, ...facts: readonly string[]): Curve | null => {
    const all = ['s > 0', ...facts];
    const { regimes } = breakEvenOf([problemOf(small, under(...all))], caseUnder(...all), 'x', true);
    return regimes.find(({ curve }) => curve)?.curve ?? null;
  };
  /** What every condition and the profit come to at a point of the curve, relative to the largest term of each. */
  const residuals = (small: Small, curve: Curve, values: Values): readonly number[] => {
    const at = along(curve, values);
    return [...Object.values(small.equations), small.objective].map((sum) => {
      const terms = Object.values(sum).map((text) => evaluate(read(text), at, double));
      return terms.reduce((total, term) => total + term, 0) / Math.max(...terms.map(Math.abs));
    });
  };
  // F = f n^s = (n^s - 1)/s at s = 1 is n - 1, between 2/3 and 1.
  const AT = { n: 1.8, s: 1, b: 3, c: 2, e: 5 };

  it('solves for the parameter in the fewest amounts, of those the last declared', () => {
    const curve = curveOf(shop());
    if (!curve) throw new Error('no curve');
    expect([curve.along, curve.parameter, curve.shares]).toEqual([
      'n',
      'e',
      ['y_to_serve', 'y_train', 'y_crowd'],
    ]);
    expect(Object.keys(curve.values)).toEqual(['f', 'y_to_serve', 'y_train', 'y_crowd', 't', 'x', 'e']);
    const at = along(curve, AT);
    expect([at.f, at.y_to_serve, at.y_train, at.y_crowd]).toEqual(
      [0.8 / 1.8, 3 * 0.8 - 2, 3 * (1 - 0.8), 2 * (1 - 0.8)].map((value) => expect.closeTo(value, 12)),
    );
    for (const rest of residuals(shop(), curve, AT)) expect(rest).toBeCloseTo(0, 12);
    // e in two amounts gives way to c, in one.
    const twice = shop({
      equations: {
        n: { gain: 'x*t*n^(-s)', 'to-serve': '-e*n*t', train: '-3*e*n^3' },
        t: { revenue: 'x*t*f', crowd: '-2*c*t^2', 'to-serve': '-e*n*t' },
      },
      objective: { revenue: 'x*t*f', crowd: '-c*t^2', 'to-serve': '-e*n*t', train: '-e*n^3' },
    });
    const other = curveOf(twice);
    expect(other?.parameter).toBe('c');
    if (other) for (const rest of residuals(twice, other, AT)) expect(rest).toBeCloseTo(0, 12);
  });
  it('an amount that is gained counts as one, with its sign', () => {
    // With a subsidy b n^3 instead: 1 + 3 y = y_i, and F = y_c + y_i - y.
    const aided = shop({
      equations: {
        n: { gain: 'x*t*n^(-s)', 'to-serve': '-e*n*t', aid: '3*b*n^3' },
        t: { revenue: 'x*t*f', crowd: '-2*c*t^2', 'to-serve': '-e*n*t' },
      },
      objective: { revenue: 'x*t*f', crowd: '-c*t^2', 'to-serve': '-e*n*t', aid: 'b*n^3' },
    });
    const curve = curveOf(aided);
    if (!curve) throw new Error('no curve');
    const { f = 0, ...at } = along(curve, AT);
    // y = -y_c = F - 1.
    expect([f, at.y_aid, at.y_crowd]).toEqual(
      [0.8 / 1.8, 3 * -0.2, 2 * 0.2].map((value) => expect.closeTo(value, 12)),
    );
  });
  it('a parameter that no power gives is left for the next', () => {
    const { equations, objective } = shop();
    const odd = shop({
      equations: {
        n: { ...equations.n, 'to-serve': '-(1+e)*n*t' },
        t: { ...equations.t, 'to-serve': '-(1+e)*n*t' },
      },
      objective: { ...objective, 'to-serve': '-(1+e)*n*t' },
    } as Partial<Small>);
    // (1 + e) n t is two amounts of one name.
    expect(curveOf(odd)).toBeNull();
    const hidden = shop({
      equations: {
        n: { ...equations.n, 'to-serve': '-exp(e)*n*t' },
        t: { ...equations.t, 'to-serve': '-exp(e)*n*t' },
      },
      objective: { ...objective, 'to-serve': '-exp(e)*n*t' },
    } as Partial<Small>);
    expect(curveOf(hidden)?.parameter).toBe('c');
  });
  it('none without a parameter but exponents, and those in the argument', () => {
    const priced = (crowd: string) =>
      shop({
        atoms: { f: { argument: 'a*n', shape: 's' } },
        equations: {
          n: { gain: 'x*t*(a*n)^(-s)', 'to-serve': '-n*t', train: '-3*n^3' },
          t: { revenue: 'x*t*f', crowd: `-2*${crowd}*t^2`, 'to-serve': '-n*t' },
        },
        objective: { revenue: 'x*t*f', crowd: `-${crowd}*t^2`, 'to-serve': '-n*t', train: '-n^3' },
      });
    expect([curveOf(priced('p')), curveOf(priced('a'))]).toEqual([null, null]);
    expect(curveOf(priced('c'))?.parameter).toBe('c');
  });
  it('none where nothing adopts, where adoption stands apart, and where the amounts do not decide', () => {
    const { equations, objective } = shop();
    expect(curveOf(shop({ atoms: {}, objective: { ...objective, revenue: 'x*t' } }))).toBeNull();
    // Over any other amount what adoption brings, x t^2 f, moves with t.
    const apart = { t: { ...equations.t, revenue: '2*x*t^2*f' } };
    expect(
      curveOf(
        shop({ equations: { ...equations, ...apart }, objective: { ...objective, revenue: 'x*t^2*f' } }),
      ),
    ).toBeNull();
    // With training 2 b n^2 in place of 3 b n^3, F is 1 whatever the amounts are.
    const flat = { n: { ...equations.n, train: '-2*b*n^2' } };
    expect(
      curveOf(shop({ equations: { ...equations, ...flat }, objective: { ...objective, train: '-b*n^2' } })),
    ).toBeNull();
    // Two amounts of one name have no letters to tell them apart.
    const serve = '-e*n*t - a*n^2*t';
    const twice = { n: { gain: equations.n?.gain, serve: '-e*n*t - 2*a*n^2*t', train: equations.n?.train } };
    expect(
      curveOf(
        shop({
          equations: { ...twice, t: { revenue: equations.t?.revenue, serve } },
          objective: { revenue: objective.revenue, serve, train: objective.train },
        } as Partial<Small>),
      ),
    ).toBeNull();
    // One amount more than there are equations.
    expect(curveOf(shop({ objective: { ...objective, fixed: '-D' } }))).toBeNull();
  });
});
