import { describe, expect, it } from 'vitest';
import { regimesAt } from '../../src/asymptotics/at-values.ts';
import { lawsOfProblem } from '../../src/derive/laws-of-problem.ts';
import type { Values } from '../../src/economics/parameters.ts';
import type { Problem } from '../../src/economics/problem.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { drawProblem } from '../../src/numerics/program/pool.ts';
import { cobbDouglas, cobbDouglasOnBudget } from './cobb-douglas.ts';

const optimum = (problem: Problem, values: Values) => {
  const found = optimiseProblem(problem, values);
  if (found.kind !== 'optimum') throw new Error(found.kind);
  return found;
};

/** The textbook's answer: K = a R/r and L = b R/w for the revenue R = (p Z (a/r)^a (b/w)^b)^(1/(1-a-b)). */
function byHand({ p = 0, Z = 0, a = 0, b = 0, r = 0, w = 0 }: Values) {
  const revenue = (p * Z * (a / r) ** a * (b / w) ** b) ** (1 / (1 - a - b));
  return { K: (a * revenue) / r, L: (b * revenue) / w, profit: (1 - a - b) * revenue };
}

describe('a Cobb–Douglas firm, as a problem like any other', () => {
  const laws = lawsOfProblem(cobbDouglas, 'p');
  const draws = drawProblem(cobbDouglas, 3, 40);

  it('has the textbook’s optimum and laws', () => {
    expect(laws.cases).toHaveLength(1);
    expect(laws.cases[0]?.undecided).toEqual([]);
    const [regime] = laws.cases[0]?.regimes ?? [];
    for (const values of draws) {
      const hand = byHand(values);
      const found = optimum(cobbDouglas, values).quantities;
      for (const [name, value] of Object.entries(hand)) {
        const scaling = regime?.scalings[name];
        const at = (term: Parameters<typeof evaluate>[0]) => evaluate(term, values, double);
        const law = at(scaling?.constant as never) * (values.p ?? 0) ** at(scaling?.exponent as never);
        expect(Math.abs(law / value - 1), `law of ${name}`).toBeLessThan(1e-10);
        expect(Math.abs((found[name] ?? 0) / value - 1), name).toBeLessThan(1e-9);
      }
    }
  });

  it('has regimes by whether its budget binds, with a shadow price where it does', () => {
    const budget = lawsOfProblem(cobbDouglasOnBudget, 'budget');
    expect(budget.cases.flatMap(({ undecided }) => undecided)).toEqual([]);
    for (const values of drawProblem(cobbDouglasOnBudget, 4, 25)) {
      const placed = regimesAt(budget, values);
      expect(placed.map(({ regime }) => regime.name)).toEqual(['budget-bound', 'capital-dominated']);
      const here = placed.find(({ from, to }) => from < (values.budget ?? 0) && (values.budget ?? 0) < to);
      const found = optimum(cobbDouglasOnBudget, values);
      expect(found.binding).toEqual(here?.regime.name === 'budget-bound' ? ['budget-bound'] : []);
      const isBound = found.binding.length > 0;
      expect((found.multipliers.mu ?? 0) > 0).toBe(isBound);
      const rate = (found.elasticities['profit/budget'] ?? 0) * (found.quantities.profit ?? 0);
      expect(rate / (values.budget ?? 1)).toBeCloseTo(found.multipliers.mu ?? 0, 7);
    }
  });

  it('says that nothing bounds it where returns to scale do not fall', () => {
    const free: Problem = { ...cobbDouglas, facts: [] };
    const found = optimiseProblem(free, { p: 2, Z: 3, a: 0.6, b: 0.6, r: 1, w: 1 });
    expect(found.kind).toBe('unbounded');
  });
});
