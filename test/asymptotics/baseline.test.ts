import { describe, expect, it } from 'vitest';
import { dominatedRegimes } from '../../derivations/07-dominated-regimes.ts';
import { breakEven as derivedBreakEven } from '../../derivations/09-break-even.ts';
import { caseAt, correctionAt } from '../../src/asymptotics/at-values.ts';
import type { LawCase, Regime } from '../../src/asymptotics/law.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import type { Context, Fact } from '../../src/kernel/facts.ts';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import { add, type Term } from '../../src/kernel/term.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
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

const laws = lawsOfModel(baseline, 'E');

/** The case that a gamma is in, with the realistic exponents beside it. */
function caseOfGamma(gamma: number): LawCase {
  const found = caseAt(laws, { ...BASE, gamma });
  if (!found) throw new Error('no case');
  return found;
}

function regimeOf(gamma: number, name: string): Regime {
  const found = caseOfGamma(gamma).regimes.find((regime) => regime.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** A factor that the normal form pulls out of coefficients once it is told. */
const SUM: Fact = { term: add('alpha', 'beta'), is: 'positive', because: 'both are positive' };

/** Equality under the letters of the hand-made derivation and the facts of the case. */
function expectEqual(found: Term | null | undefined, expected: Term, gamma: number): void {
  const derived = dominatedRegimes();
  const here = caseOfGamma(gamma);
  const context: Context = {
    symbols: derived.symbols,
    facts: [...derived.context.facts, ...here.assumed, SUM],
  };
  expect(found && equalTerms(found, expected, context)).toBe('zero');
}

const term = (text: string): Term => parse(text, dominatedRegimes().symbols);

describe('the baseline as E grows: what the engine finds is what was derived by hand', () => {
  const { results } = dominatedRegimes();
  it('the size laws, with their constants', () => {
    for (const gamma of [-0.5, 0, 0.5]) {
      expectEqual(
        regimeOf(gamma, 'inference-dominated').closed?.n,
        gamma === 0 ? term('omega*alpha*E/2') : results['inference-only'].relation.right,
        gamma,
      );
    }
    expectEqual(
      regimeOf(-0.5, 'training-dominated').closed?.n,
      results['training-negative'].relation.right,
      -0.5,
    );
    expectEqual(
      regimeOf(0.5, 'training-dominated').closed?.n,
      results['training-positive'].relation.right,
      0.5,
    );
    expectEqual(regimeOf(0, 'training-dominated').closed?.n, results['training-zero'].relation.right, 0);
  });

  it('the crossovers', () => {
    for (const [gamma, name] of [
      [-0.5, 'crossover-negative'],
      [0, 'crossover-zero'],
      [0.5, 'crossover-positive'],
    ] as const) {
      expectEqual(regimeOf(gamma, 'training-dominated').from, results[name].relation.right, gamma);
      expectEqual(regimeOf(gamma, 'inference-dominated').to, results[name].relation.right, gamma);
    }
  });

  it('exponents of the specification', () => {
    const cases: readonly [number, string, string, string][] = [
      [-0.5, 'inference-dominated', 'n', '1/(1+alpha*gamma)'],
      [-0.5, 'training-dominated', 'n', '1/(k+2*alpha*gamma)'],
      [-0.5, 'training-dominated', 'C_train', '-2*alpha*gamma/(k+2*alpha*gamma)'],
      [0, 'training-dominated', 'n', '1/k'],
      [0, 'training-dominated', 'C_train', '0'],
      [0.5, 'inference-dominated', 'n', '1/(1+alpha*gamma)'],
      [0.5, 'training-dominated', 'n', '1/(k+alpha*gamma)'],
      [0.5, 'training-dominated', 'C_train', '-alpha*gamma/(k+alpha*gamma)'],
    ];
    for (const [gamma, name, quantity, expected] of cases) {
      expectEqual(regimeOf(gamma, name).scalings[quantity]?.exponent, term(expected), gamma);
    }
    const logarithmic = regimeOf(0, 'training-dominated').scalings;
    expectEqual(logarithmic.n?.logPower, term('1/k'), 0);
    expectEqual(logarithmic.C_train?.logPower, term('1'), 0);
    expectEqual(logarithmic.profit?.logPower, term('2'), 0);
  });

  it('break-even with equal exponents', () => {
    const derived = derivedBreakEven().results;
    for (const gamma of [-0.5, 0, 0.5]) {
      const entry = caseOfGamma(gamma).regimes.filter(({ name }) => name === 'break-even');
      const values: Values = { ...BASE, gamma, beta: BASE.alpha ?? 0 };
      const size = numberOf(entry[0]?.scalings.n?.constant ?? null, values);
      const quality = (values.a ?? 0) * size ** (values.alpha ?? 0);
      const name = gamma === 0 ? 'quality-log' : 'quality';
      expect(quality / numberOf(derived[name].relation.right, values)).toBeCloseTo(1, 12);
      expect(numberOf(entry[0]?.from ?? null, values) / (breakEven(baseline, values) ?? 0)).toBeCloseTo(
        1,
        10,
      );
    }
  });
});

describe('the cases of the signs', () => {
  it('are split by the engine, and turn round with beta |gamma| > 1', () => {
    const turned: Values = { ...BASE, alpha: 0.5, beta: 2, gamma: -0.9 };
    const names = (values: Values): string[] =>
      (caseAt(laws, values)?.regimes ?? [])
        .map(({ name }) => name)
        .filter((name) => name.endsWith('dominated'));
    expect(names(BASE)).toEqual(['inference-dominated', 'training-dominated']);
    expect(names(turned)).toEqual(['training-dominated', 'inference-dominated']);
    expect(names({ ...BASE, alpha: 0.9, beta: 9, gamma: -0.9 })).toEqual(['inference-dominated']);
  });

  it('leave nothing undecided where exponents differ: break-even is a curve there', () => {
    expect(caseOfGamma(-0.5).undecided).toEqual([]);
  });
});

const GAMMAS = [-1, -0.5, 0, 0.5] as const;

describe('the baseline as E grows, against the referee', () => {
  it.each(GAMMAS)('training-dominated, gamma %s: slopes to 1e-3, constants tending to 1', (gamma) => {
    const values: Values = { ...BASE, gamma };
    const { regime, from } = regimeAt(laws, values, 'training-dominated');
    const errors = [25, 30, 35].map((decades) => {
      const at = valuesAt(baseline, values, 'E', from * 10 ** decades, 'b');
      const optimum = optimumAt(baseline, at);
      for (const name of QUANTITIES) {
        const slope = optimum.elasticities?.[`${name}/E`] ?? Number.NaN;
        // A power of ln E has a local slope of its own, logPower/ln(…), so the exact law is differentiated instead.
        if (gamma !== 0) expect(Math.abs(slope - exponentAt(regime, name, values))).toBeLessThan(1e-3);
      }
      const closed = numberOf(regime.closed?.n ?? null, at);
      if (gamma !== 0) expect(lawAt(regime, 'n', at, 'E') / closed).toBeCloseTo(1, 9);
      return Math.abs(optimum.n / closed - 1);
    });
    expect(errors[2]).toBeLessThan(4e-3);
    for (const i of [0, 1]) expect(errors[i + 1]).toBeLessThan((errors[i] ?? 0) * 0.5);
  });

  it('gamma 0: the slope of the exact law, and the leading law as slowly as ln ln E / ln E', () => {
    const values = { ...BASE, gamma: 0 };
    const { regime, from } = regimeAt(laws, values, 'training-dominated');
    const exact = (E: number): number => Math.log(numberOf(regime.closed?.n ?? null, { ...values, E }));
    for (const decades of [12, 20, 30]) {
      const E = from * 10 ** decades;
      const optimum = optimumAt(baseline, valuesAt(baseline, values, 'E', E, 'b'));
      const slope = (exact(E * 1.01) - exact(E / 1.01)) / (2 * Math.log(1.01));
      expect(Math.abs((optimum.elasticities?.['n/E'] ?? 0) - slope)).toBeLessThan(1e-3);
    }
    const gap = (E: number): number =>
      Math.abs(lawAt(regime, 'n', { ...values, E }, 'E') / Math.exp(exact(E)) - 1);
    expect(gap(1e250)).toBeLessThan(gap(1e100));
    expect(gap(1e250)).toBeLessThan(0.15);
  });

  it.each([-1, -0.5, 0.5])('inference-dominated, gamma %s, in a wide window', (gamma) => {
    const values = { ...BASE, gamma, delta: 1e-60 };
    const { regime, from, to } = regimeAt(laws, values, 'inference-dominated');
    expect(Math.log10(to / from)).toBeGreaterThan(25);
    const E = to / 10 ** (gamma > 0 ? 10 : 10);
    const at = valuesAt(baseline, values, 'E', E, 'b');
    const optimum = optimumAt(baseline, at);
    expect(Math.abs((optimum.elasticities?.['n/E'] ?? 0) - exponentAt(regime, 'n', values))).toBeLessThan(
      1e-3,
    );
    expect(optimum.n / lawAt(regime, 'n', at, 'E')).toBeCloseTo(1, 3);
  });

  it.each(GAMMAS)(
    'gamma %s: at the crossover the costs are within a factor of 3, and 5 decades away they are not',
    (gamma) => {
      const values: Values = { ...BASE, gamma };
      const { from } = regimeAt(laws, values, 'training-dominated');
      const share = (E: number): number => {
        const { t, d } = optimumAt(baseline, valuesAt(baseline, values, 'E', E, 'b'));
        return t / (3 * (1 + (values.alpha ?? 0) / (values.beta ?? 1)) * d);
      };
      expect(share(from)).toBeGreaterThan(1 / 3);
      expect(share(from)).toBeLessThan(3);
      expect(share(from * 1e5)).toBeLessThan(0.05);
      expect(share(from / 1e4)).toBeGreaterThan(20);
    },
  );

  it.each([-1, 0.5, 1])('the next term: n = law (1 + c E^e), gamma %s', (gamma) => {
    const values: Values = { ...BASE, gamma };
    const { regime, from } = regimeAt(laws, values, 'training-dominated');
    const next = correctionAt(regime, values);
    if (!next) throw new Error('no next term');
    for (const name of ['n', 't'] as const) {
      const gaps = [20, 30].map((decades) => {
        const at = valuesAt(baseline, values, 'E', from * 10 ** decades, 'b');
        const correction =
          numberOf(next.coefficients[name] ?? null, at) * (at.E ?? 0) ** numberOf(next.exponent, at);
        const found = optimumAt(baseline, at)[name] / numberOf(regime.closed?.[name] ?? null, at) - 1;
        return Math.abs(found / correction - 1);
      });
      expect(gaps[1]).toBeLessThan(0.1);
      expect(gaps[1]).toBeLessThan(0.6 * (gaps[0] ?? 0));
    }
  });

  it.each([-0.5, 0, 0.5])('just above break-even with equal exponents, gamma %s', (gamma) => {
    const values: Values = { ...BASE, gamma, beta: BASE.alpha ?? 0 };
    const { regime, from } = regimeAt(laws, values, 'break-even');
    const sizes = [1e-3, 1e-4].map((margin) => {
      const E = from * (1 + margin);
      const optimum = optimumAt(baseline, valuesAt(baseline, values, 'E', E, 'b'));
      const slope = numberOf(regime.scalings.profit?.constant ?? null, withRho(values));
      expect(optimum.profit / (slope * (E - from))).toBeCloseTo(1, 1);
      return [optimum.n, optimum.t].map((value, i) =>
        Math.abs(value / numberOf(regime.scalings[i === 0 ? 'n' : 't']?.constant ?? null, values) - 1),
      );
    });
    expect(sizes[1]?.every((gap, i) => gap < 0.2 * (sizes[0]?.[i] ?? 0))).toBe(true);
  });

  it('an empty regime is not reported: with training dear the firm is never inference-dominated', () => {
    const values = { ...BASE, b: 1e-9 };
    expect(placedAt(laws, values).map(({ regime }) => regime.name)).not.toContain('inference-dominated');
    expect(quantityOf(optimumAt(baseline, valuesAt(baseline, values, 'E', 1e24, 'b')), 'n')).toBeGreaterThan(
      0,
    );
  });
});
