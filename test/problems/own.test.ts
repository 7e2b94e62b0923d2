import { describe, expect, it } from 'vitest';
import type { Regime } from '../../src/asymptotics/law.ts';
import { lawsOfProblem } from '../../src/derive/laws-of-problem.ts';
import { problemSolution } from '../../src/derive/problem/solution.ts';
import { contextOfConditions } from '../../src/economics/distances.ts';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import type { ProblemFile } from '../../src/economics/model-file/schema.ts';
import type { Problem } from '../../src/economics/problem.ts';
import { areEqual } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { multiply, power, symbol, type Term } from '../../src/kernel/term.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { anyLaws } from '../../src/report/problem/laws.ts';
import { regimeIn } from '../../src/report/problem/optimize.ts';
import { problemStatics } from '../../src/report/problem/statics.ts';
import { consumer, leastCost, rationed, shortOfLabour } from './textbook.ts';

const equals = (problem: Problem, found: Term | undefined, hand: string): boolean => {
  const context = contextOfConditions(problem);
  return found !== undefined && areEqual(found, parse(hand, context.symbols), context);
};

/** Constant and power of a law as one term. */
const lawOf = ({ scalings }: Regime, name: string, growing: string): Term | undefined => {
  const one = scalings[name];
  return one?.constant ? multiply(one.constant, power(symbol(growing), one.exponent)) : undefined;
};

const signsOf = (problem: Problem, where?: string) => {
  const { rows } = problemStatics(problem, { draws: 60, seed: 7, ...(where && { where }) });
  for (const { evidence } of rows) {
    expect(evidence.against).toBe(0);
    expect(evidence.optima).toBeGreaterThan(10);
  }
  return Object.fromEntries(rows.map(({ quantity, parameter, sign }) => [`${quantity}/${parameter}`, sign]));
};

describe('a consumer with a budget', () => {
  const problem = problemFrom(consumer);

  it('spends fixed shares, whatever the income', () => {
    const [one] = lawsOfProblem(problem, 'm').cases;
    expect(one?.undecided).toEqual([]);
    const [regime, more] = one?.regimes ?? [];
    expect(more).toBeUndefined();
    const law = (name: string) => lawOf(regime as Regime, name, 'm');
    expect(equals(problem, law('x'), 'u*m/p1')).toBe(true);
    expect(equals(problem, law('y'), '(1-u)*m/p2')).toBe(true);
    expect(equals(problem, law('y'), 'u*m/p2')).toBe(false);
  });

  it('has the signs of the textbook', () => {
    expect(signsOf(problem)).toMatchObject({
      'x/p1': '-',
      'x/p2': '0',
      'x/m': '+',
      'U/p1': '-',
      'mu/p1': '-',
      'mu/m': '0',
      'U/u': 'changes',
    });
  });
});

describe('formulas', () => {
  const problem = problemFrom(consumer);

  it('have no fraction within a fraction, and no sum under two powers', () => {
    const [solution] = problemSolution(problem);
    const right = solution?.results.x?.relation.right;
    expect(right && printText(right)).toBe('u*m/p1');
    const [regime] = anyLaws(problem, { in: 'p1' }).result.regimes;
    const constants: Readonly<Record<string, { text: string } | null>> = regime?.constants ?? {};
    expect(constants.U?.text).toBe('(1 - u)^(1 - u)*u^u*m*p2^(u - 1)');
  });
});

describe('a firm whose capital is rationed', () => {
  const problem = problemFrom(rationed);

  it('takes all of its ration, until that is more than it would hire', () => {
    const [one] = lawsOfProblem(problem, 'Kmax').cases;
    expect(one?.undecided).toEqual([]);
    expect(one?.regimes.map(({ name }) => name)).toEqual(['ration', 'capital-dominated']);
    const [bound, free] = (one?.regimes ?? []) as [Regime, Regime];
    expect(equals(problem, lawOf(bound, 'K', 'Kmax'), 'Kmax')).toBe(true);
    expect(equals(problem, lawOf(bound, 'L', 'Kmax'), '(b*p*A*Kmax^a/w)^(1/(1-b))')).toBe(true);
    expect(equals(problem, bound.to ?? undefined, '(p*A*(a/r)^(1-b)*(b/w)^b)^(1/(1-a-b))')).toBe(true);
    expect(equals(problem, lawOf(free, 'K', 'Kmax'), '(p*A*(a/r)^(1-b)*(b/w)^b)^(1/(1-a-b))')).toBe(true);
  });

  it('responds as the place of its optimum says', () => {
    expect(signsOf(problem, 'ration')).toMatchObject({
      'K/p': '0',
      'L/Kmax': '+',
      'mu/Kmax': '-',
      'mu/r': '-',
    });
    expect(signsOf(problem, 'interior')).toMatchObject({ 'K/p': '+', 'K/Kmax': '0', 'profit/w': '-' });
  });
});

describe('a firm whose labour is rationed', () => {
  const problem = problemFrom(shortOfLabour);

  it('is named by the ration that binds, at a point and in its laws, though capital tells regimes', () => {
    const [one] = lawsOfProblem(problem, 'Lmax').cases;
    expect(one?.regimes.map(({ name }) => name)).toEqual(['labour-ration', 'capital-dominated']);
    const regimeAt = (Lmax: number): string | null => {
      const found = optimiseProblem(problem, { ...problem.set, Lmax });
      return found.kind === 'optimum' ? regimeIn(problem, found) : null;
    };
    expect([1e3, 1e4].map(regimeAt)).toEqual(['labour-ration', 'capital-dominated']);
  });
});

describe('the least cost of an output', () => {
  const problem = problemFrom(leastCost);

  it('is the textbook’s, the multiplier minus marginal cost', () => {
    const [solution] = problemSolution(problem);
    const right = (name: string) => solution?.results[name]?.relation.right;
    const cost = '(a+b)*(Y*(r/a)^a*(w/b)^b)^(1/(a+b))';
    expect(equals(problem, right('K'), '(Y*(a*w/(b*r))^b)^(1/(a+b))')).toBe(true);
    expect(equals(problem, right('cost'), cost)).toBe(true);
    expect(equals(problem, right('mu'), `-${cost}/((a+b)*Y)`)).toBe(true);
    expect(right('price-mu')).toBeDefined();
  });

  it('signs of a negative multiplier are its own, not those of its size', () => {
    expect(signsOf(problem)).toMatchObject({ 'mu/r': '-', 'mu/w': '-', 'mu/Y': 'changes', 'cost/Y': '+' });
    const values = problem.set;
    const [low, high] = [values, { ...values, r: 0.11 }].map((at) => {
      const found = optimiseProblem(problem, at);
      return found.kind === 'optimum' ? (found.multipliers.mu ?? Number.NaN) : Number.NaN;
    });
    expect(high).toBeLessThan(low as number);
  });
});

describe('a maximum that is no profit', () => {
  const letter = (name: string, meaning: string) => ({ name, meaning, role: 'quantity' as const });
  const sole = (
    id: string,
    parts: Record<string, string>,
    symbols: NonNullable<ProblemFile['symbols']>,
  ): Problem =>
    problemFrom({
      id,
      kind: 'maximum',
      objective: { name: 'z', meaning: 'gain', parts },
      variables: [{ name: 'x', meaning: 'amount' }],
      symbols,
    } satisfies ProblemFile);

  it('is found where a fixed cost makes it negative', () => {
    const problem = sole('fixed-cost', { revenue: 'p*x^b', cost: '-w*x', fixed: '-F' }, [
      letter('p', 'price'),
      letter('w', 'wage'),
      letter('F', 'fixed cost'),
      { name: 'b', meaning: 'share', domain: { above: 0, below: 1 } },
    ]);
    const found = optimiseProblem(problem, { p: 2, w: 0.2, F: 10, b: 0.5 });
    if (found.kind !== 'optimum') throw new Error(found.kind);
    expect(found.quantities.x).toBeCloseTo(25, 8);
    expect(found.quantities.z).toBeCloseTo(-5, 8);
  });

  it('is found where logarithms make it negative, and nobody is said to stay out', () => {
    const problem = problemFrom({
      ...consumer,
      id: 'log-utility',
      objective: { name: 'U', meaning: 'utility', parts: { first: 'u*ln(x)', second: '(1-u)*ln(y)' } },
    });
    const found = optimiseProblem(problem, { u: 0.3, p1: 2, p2: 3, m: 1 });
    if (found.kind !== 'optimum') throw new Error(found.kind);
    expect(found.quantities.x).toBeCloseTo(0.15, 8);
    expect(found.multipliers.mu).toBeCloseTo(1, 8);
    const [one] = lawsOfProblem(problem, 'm').cases;
    expect(one?.regimes.map(({ name }) => name)).toEqual(['budget']);
    expect(one?.undecided.some((why) => why.includes('U may not be positive'))).toBe(true);
  });

  it('is not claimed of a solution that is the least', () => {
    const problem = sole('convex', { gain: 'A*x^2', cost: '-c*x' }, [
      letter('A', 'scale'),
      letter('c', 'cost'),
    ]);
    const [solution] = problemSolution(problem);
    expect(Object.keys(solution?.results ?? {})).toEqual(['not-derived']);
    expect(optimiseProblem(problem, { A: 1, c: 2 }).kind).toBe('unbounded');
  });
});
