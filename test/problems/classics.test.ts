import { describe, expect, it } from 'vitest';
import type { LawCase, Laws } from '../../src/asymptotics/law.ts';
import { lawsOfProblem } from '../../src/derive/laws-of-problem.ts';
import { CLASSIC_IDS, CLASSICS } from '../../src/economics/classics/registry.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { contextOfProblem, type Problem } from '../../src/economics/problem.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { areEqual } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import type { ProgramOptimum } from '../../src/numerics/program/outcome.ts';
import { drawProblem } from '../../src/numerics/program/pool.ts';

const SEED = 5;

const optimum = (problem: Problem, values: Values): ProgramOptimum => {
  const found = optimiseProblem(problem, values);
  if (found.kind !== 'optimum') throw new Error(`${problem.id} at ${JSON.stringify(values)}: ${found.kind}`);
  return found;
};

/** Quantities and multipliers together. */
const numbersOf = ({ quantities, multipliers }: ProgramOptimum): Values => ({
  ...quantities,
  ...multipliers,
});

const gap = (left: number, right: number): number => Math.abs(left / right - 1);

const onlyCase = ({ cases }: Laws): LawCase => {
  expect(cases).toHaveLength(1);
  expect(cases[0]?.undecided).toEqual([]);
  return cases[0] as LawCase;
};

const laws = Object.fromEntries(
  [
    ['compute-optimal', 'C'],
    ['compute-optimal', 'A'],
    ['loss-target', 'loss'],
    ['loss-target', 'B'],
    ['inference-adjusted', 't'],
  ].map(([id, growing]) => [
    `${id} in ${growing}`,
    onlyCase(lawsOfProblem(CLASSICS[id as keyof typeof CLASSICS], growing as string)),
  ]),
);

/** What a regime's law says a quantity is. */
function lawValue(regime: LawCase['regimes'][number] | undefined, name: string, values: Values): number {
  const scaling = regime?.scalings[name];
  if (!regime || !scaling?.constant) return Number.NaN;
  const at = (value: typeof scaling.exponent): number => evaluate(value, values, double);
  return at(scaling.constant) * at(regime.variable) ** at(scaling.exponent);
}

describe('the frontier of Hoffmann et al. 2022', () => {
  const [regime] = laws['compute-optimal in C']?.regimes ?? [];
  const context = contextOfProblem(CLASSICS['compute-optimal']);
  const same = (found: Parameters<typeof areEqual>[0] | null | undefined, text: string): boolean =>
    found != null && areEqual(found, parse(text, context.symbols), context);

  it('has the exponents and the constant G of the paper', () => {
    expect(same(regime?.scalings.n?.exponent, 'beta/(alpha + beta)')).toBe(true);
    expect(same(regime?.scalings.d?.exponent, 'alpha/(alpha + beta)')).toBe(true);
    const G = '(alpha*A/(beta*B))^(1/(alpha + beta))';
    expect(same(regime?.scalings.n?.constant, `${G}*6^(-beta/(alpha + beta))`)).toBe(true);
    expect(same(regime?.scalings.d?.constant, `6^(-alpha/(alpha + beta))/${G}`)).toBe(true);
    expect(regime?.scalings.n?.constant && same(regime.scalings.n.exponent, 'alpha/(alpha + beta)')).toBe(
      false,
    );
  });

  /** Approach 3; its constants as printed, and to the digits of the paper's TeX source (test/problems/README.md). */
  it.each([
    ['as printed', { alpha: 0.34, beta: 0.28 }, 0.45],
    ['as in the TeX source', { alpha: 0.33917084, beta: 0.2849083 }, 0.46],
  ])('gives the exponent of approach 3 with the constants %s', (_, values, published) => {
    const own = evaluate(regime?.scalings.n?.exponent as never, values, double);
    expect(own.toFixed(2)).toBe(published.toFixed(2));
    expect(evaluate(regime?.scalings.d?.exponent as never, values, double).toFixed(2)).toBe(
      (1 - published).toFixed(2),
    );
  });
});

it('a loss to be reached matters by its distance from the least there is', () => {
  const [regime] = laws['loss-target in loss']?.regimes ?? [];
  const shown = (value: Parameters<typeof printText>[0] | undefined): string =>
    value ? printText(value) : 'none';
  expect(shown(regime?.variable)).toBe('loss - L_inf');
  expect(shown(regime?.scalings.n?.exponent)).toBe('-1/alpha');
  expect(shown(regime?.scalings.d?.exponent)).toBe('-1/beta');
});

describe.each(['compute-optimal in C', 'compute-optimal in A', 'loss-target in loss', 'loss-target in B'])(
  'the laws of %s',
  (about) => {
    const problem = CLASSICS[about.split(' ')[0] as keyof typeof CLASSICS];
    it('are what the referee finds, at every size', () => {
      const own = laws[about]?.regimes ?? [];
      expect(own).toHaveLength(1);
      for (const values of drawProblem(problem, SEED, 40)) {
        const found = numbersOf(optimum(problem, values));
        const exact = Object.keys(own[0]?.scalings ?? {}).filter((name) => name !== 'loss');
        expect(exact.length).toBeGreaterThan(3);
        for (const name of exact) {
          expect(gap(lawValue(own[0], name, values), found[name] ?? 0), `${about}: ${name}`).toBeLessThan(
            1e-9,
          );
        }
      }
    });
  },
);

describe('the laws of inference-adjusted in t', () => {
  const problem = CLASSICS['inference-adjusted'];
  const regimes = laws['inference-adjusted in t']?.regimes ?? [];

  it('name the regimes in their order', () => {
    expect(regimes.map(({ name }) => name)).toEqual(['training-dominated', 'inference-dominated']);
  });

  it('are approached far on either side of the crossover, and over-training grows between', () => {
    for (const values of drawProblem(problem, SEED, 20)) {
      const crossover = evaluate(regimes[0]?.to as never, values, double);
      for (const [regime, t] of [
        [regimes[0], crossover * 1e-9],
        [regimes[1], crossover * 1e60],
      ] as const) {
        const at = { ...values, t };
        const found = numbersOf(optimum(problem, at));
        for (const name of Object.keys(regime?.scalings ?? {}))
          expect(gap(lawValue(regime, name, at), found[name] ?? 0), `${regime?.name} ${name}`).toBeLessThan(
            1e-3,
          );
      }
      const ratios = [1e-4, 1e-2, 1, 1e2, 1e4].map(
        (factor) =>
          optimum(problem, { ...values, t: factor * crossover }).quantities.tokens_per_parameter ?? 0,
      );
      expect([...ratios].sort((x, y) => x - y)).toEqual(ratios);
    }
  });
});

describe.each(CLASSIC_IDS)('the referee on %s', (id) => {
  const problem = CLASSICS[id];
  const draws = drawProblem(problem, SEED, 12);

  it('meets its conditions to rounding, with positive multipliers', () => {
    for (const values of draws) {
      const { residual, multipliers } = optimum(problem, values);
      expect(residual).toBeLessThan(1e-11);
      for (const value of Object.values(multipliers)) expect(value).toBeGreaterThan(0);
    }
  });

  it('has elasticities that agree with differences', () => {
    const h = 1e-5;
    for (const values of draws.slice(0, 4)) {
      const { elasticities } = optimum(problem, values);
      expect(Object.keys(elasticities).length).toBeGreaterThan(20);
      for (const { name } of problem.parameters) {
        const moved = [1, -1].map((sign) =>
          numbersOf(optimum(problem, { ...values, [name]: (values[name] ?? 0) * Math.exp(sign * h) })),
        );
        for (const [key, value] of Object.entries(elasticities)) {
          const [quantity = '', parameter] = key.split('/');
          if (parameter !== name) continue;
          const difference = Math.log((moved[0]?.[quantity] ?? 0) / (moved[1]?.[quantity] ?? 0)) / (2 * h);
          expect(Math.abs(value - difference), key).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
        }
      }
    }
  });

  it('gives as multiplier what one unit more of the right side is worth', () => {
    for (const values of draws.slice(0, 6)) {
      for (const { multiplier, right } of problem.constraints) {
        const name = right.kind === 'symbol' ? right.name : '';
        const at = optimum(problem, values);
        const rate = (at.elasticities[`${problem.objectiveName}/${name}`] ?? 0) / (values[name] ?? 0);
        const worth = -rate * (at.quantities[problem.objectiveName] ?? 0);
        expect(gap(worth, at.multipliers[multiplier.name] ?? 0)).toBeLessThan(1e-9);
      }
    }
  });
});

describe('compute-optimal and loss-target', () => {
  it('are each other’s dual: the loss that C buys costs C, at the same size and data', () => {
    for (const { C = 0, ...law } of drawProblem(CLASSICS['compute-optimal'], 11, 60)) {
      const bought = optimum(CLASSICS['compute-optimal'], { ...law, C });
      const back = optimum(CLASSICS['loss-target'], { ...law, loss: bought.quantities.loss ?? 0 });
      // A loss that is nearly L_inf keeps few digits of what lies above it.
      const digits = 1e-10 / ((bought.quantities.excess ?? 0) / (bought.quantities.loss ?? 1));
      expect(gap(back.quantities.compute ?? 0, C)).toBeLessThan(digits);
      expect(gap(back.quantities.n ?? 0, bought.quantities.n ?? 0)).toBeLessThan(digits);
      const prices = (bought.multipliers.lambda ?? 0) * (back.multipliers.lambda ?? 0);
      expect(gap(prices, 1)).toBeLessThan(digits);
    }
  });

  it('would be told apart from a wrong dual', () => {
    const [{ C = 0, ...law } = {}] = drawProblem(CLASSICS['compute-optimal'], 11, 1);
    const bought = optimum(CLASSICS['compute-optimal'], { ...law, C });
    const off = optimum(CLASSICS['loss-target'], { ...law, loss: (bought.quantities.loss ?? 0) * 1.0001 });
    expect(gap(off.quantities.compute ?? 0, C)).toBeGreaterThan(1e-4);
  });
});
