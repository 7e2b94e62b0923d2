/** Maxima at which nothing is gained: answers by hand where all that is chosen costs, and where the best is negative. */
import { describe, expect, it } from 'vitest';
import { lawsOfProblem } from '../../src/derive/laws-of-problem.ts';
import { problemConditions } from '../../src/derive/problem/conditions.ts';
import { problemSolution } from '../../src/derive/problem/solution.ts';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import type { ProblemFile } from '../../src/economics/model-file/schema.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { problemStatics } from '../../src/report/problem/statics.ts';

type Described = Pick<ProblemFile, 'kind' | 'constraints' | 'others'> & {
  readonly parts: Readonly<Record<string, string>>;
  readonly variables: readonly string[];
  readonly letters: readonly string[];
};

const problemOf = ({ parts, variables, letters, ...more }: Described) =>
  problemFrom({
    id: 'by-hand',
    title: 'by hand',
    meaning: 'a problem with an answer by hand',
    objective: { name: 'obj', meaning: 'objective', parts: { ...parts } },
    variables: variables.map((name) => ({ name, meaning: name })),
    symbols: letters.map((name) => ({ name, meaning: name, role: 'quantity' as const })),
    ...more,
  });

const need = {
  id: 'need',
  left: 'x*y',
  relation: '=' as const,
  right: 'Y',
  multiplier: { name: 'mu', meaning: 'worth of one unit less of what is needed' },
};
/** a - c x - k/x: the best x is √(k/c), where a - 2 √(c k) is left. */
const lot = problemOf({
  kind: 'maximum',
  parts: { gain: 'a', holding: '-c*x', ordering: '-k/x' },
  variables: ['x'],
  letters: ['a', 'c', 'k'],
});
/** -c x - e y with x y = Y: x = √(e Y/c), y = √(c Y/e), and -2 √(c e Y) is lost, so mu = -√(c e/Y). */
const errands = problemOf({
  kind: 'maximum',
  parts: { one: '-c*x', other: '-e*y' },
  variables: ['x', 'y'],
  letters: ['c', 'e', 'Y'],
  constraints: [need],
});

const signsOf = (problem: Parameters<typeof problemStatics>[0]) => {
  const { rows } = problemStatics(problem, { draws: 30, seed: 7 });
  for (const { evidence } of rows) expect(evidence).toMatchObject({ against: 0, optima: 30 });
  return Object.fromEntries(rows.map(({ quantity, parameter, sign }) => [`${quantity}/${parameter}`, sign]));
};
const optimumOf = (...asked: Parameters<typeof optimiseProblem>) => {
  const found = optimiseProblem(...asked);
  if (found.kind !== 'optimum') throw new Error(JSON.stringify(found));
  return found;
};
const solutionOf = (problem: Parameters<typeof problemSolution>[0]) => {
  const [only] = problemSolution(problem);
  return Object.fromEntries(
    Object.entries(only?.results ?? {}).map(([name, { relation }]) => [name, printText(relation.right)]),
  );
};

describe('a maximum of costs alone', () => {
  it('has an optimum, positive or not', () => {
    expect(optimumOf(lot, { a: 10, c: 1, k: 4 }).quantities).toEqual({ x: 2, obj: 6 });
    const { quantities, multipliers } = optimumOf(errands, { c: 1, e: 4, Y: 9 });
    expect(quantities.x).toBeCloseTo(6, 9);
    expect(quantities.y).toBeCloseTo(3 / 2, 9);
    expect(quantities.obj).toBeCloseTo(-12, 9);
    expect(multipliers.mu).toBeCloseTo(-2 / 3, 9);
  });

  it('is solved, and the solution is the maximum', () => {
    expect(solutionOf(lot)).toMatchObject({ x: '(k/c)^(1/2)', obj: 'a - 2*(c*k)^(1/2)' });
    expect(solutionOf(errands)).toMatchObject({ obj: '-2*(Y*c*e)^(1/2)', mu: '-(c*e/Y)^(1/2)' });
    const [conditions] = problemConditions(lot);
    expect(conditions?.results.enough?.title).toBe('A solution of the conditions is the maximum');
  });

  it('has laws, those of its least costs turned round', () => {
    const lawOf = (problem: Parameters<typeof lawsOfProblem>[0], growing: string) => {
      const [regime, more] = lawsOfProblem(problem, growing).cases.flatMap(({ regimes }) => regimes);
      expect(more).toBeUndefined();
      const { constant, exponent } = regime?.scalings.obj ?? {};
      return [constant && printText(constant), exponent && printText(exponent)];
    };
    expect(lawOf(errands, 'Y')).toEqual(['-2*(c*e)^(1/2)', '1/2']);
    expect(lawOf(lot, 'c')).toEqual(['-2*k^(1/2)', '1/2']);
    expect(lawOf(lot, 'a')).toEqual(['1', '1']);
  });

  it('has the signs of the objective itself, not of its size', () => {
    expect(signsOf(errands)).toEqual({
      'x/c': '-',
      'y/c': '+',
      'obj/c': '-',
      'mu/c': '-',
      'x/e': '+',
      'y/e': '-',
      'obj/e': '-',
      'mu/e': '-',
      'x/Y': '+',
      'y/Y': '+',
      'obj/Y': '-',
      'mu/Y': '+',
    });
    expect(signsOf(lot)).toMatchObject({ 'x/a': '0', 'obj/a': '+', 'obj/c': '-', 'obj/k': '-' });
  });
});

describe('an objective whose sign depends on the parameters', () => {
  /** 2 p √x - c x - F: x = (p/c)², and p²/c - F is left. */
  const problem = problemOf({
    kind: 'maximum',
    parts: { revenue: '2*p*x^(1/2)', fixed: '-F', cost: '-c*x' },
    variables: ['x'],
    letters: ['p', 'F', 'c'],
  });

  it('has its own signs on both sides of zero', () => {
    expect(signsOf(problem)).toMatchObject({ 'obj/p': '+', 'obj/F': '-', 'obj/c': '-', 'x/F': '0' });
    const at = { p: 2, c: 1 };
    // p²/c = 4: a change of F by 1 % changes a profit of 2 by 1 %, and one of -6 by 10/6 % of its size.
    expect(optimumOf(problem, { ...at, F: 2 }).elasticities['obj/F']).toBeCloseTo(-1, 9);
    expect(optimumOf(problem, { ...at, F: 10 }).elasticities['obj/F']).toBeCloseTo(-10 / 6, 9);
  });
});

describe('a sum of logarithms that is negative wherever it is allowed', () => {
  it('has its optimum at the limits', () => {
    const limits = ['x', 'y'].map((left) => ({
      id: `most ${left}`.replace(' ', '-'),
      left,
      relation: '<=' as const,
      right: 'K',
      multiplier: { name: `mu_${left}`, meaning: 'worth of room' },
    }));
    const problem = problemOf({
      kind: 'maximum',
      parts: { gain: 'ln(x) + ln(y)', cost: '-c*y' },
      variables: ['x', 'y'],
      letters: ['c', 'K'],
      constraints: limits,
    });
    const { quantities, multipliers } = optimumOf(problem, { c: 1, K: 0.5 });
    expect(quantities.obj).toBeCloseTo(2 * Math.log(0.5) - 0.5, 12);
    expect(multipliers.mu_x).toBeCloseTo(2, 9);
    expect(multipliers.mu_y).toBeCloseTo(1, 9);
  });
});

describe('what has no optimum', () => {
  it('is not called a maximum where next to nothing is better', () => {
    const grown = problemOf({
      kind: 'maximum',
      parts: { revenue: 'p*x^2', cost: '-c*x' },
      variables: ['x'],
      letters: ['p', 'c'],
    });
    expect(solutionOf(grown)['not-derived']).toBeDefined();
    const [solution] = problemSolution(grown);
    expect(solution?.results['not-derived']?.title).toMatch(/^What solves the conditions is no maximum/);
  });

  it('is told by its own reason', () => {
    const none = (parts: Readonly<Record<string, string>>, kind: ProblemFile['kind']) =>
      optimiseProblem(problemOf({ kind, parts, variables: ['x'], letters: ['c'] }), { c: 1 });
    // Below zero, and above zero: neither is without end, and no choice is the best.
    const why = (way: string) => `no choice is best: the obj ${way} with x, however large it is`;
    expect(none({ loss: '-c/x' }, 'maximum')).toEqual({ kind: 'none', why: why('rises') });
    expect(none({ loss: 'c/x' }, 'minimum')).toEqual({ kind: 'none', why: why('falls') });
    expect(none({ gain: 'c*x^2' }, 'maximum').kind).toBe('unbounded');
    // 60 as x vanishes: positive, though nothing that is chosen pays.
    const kept = none({ gain: '10*x^2', cost: '-c*x^4 - 24*x', kept: '60' }, 'maximum');
    expect(kept).toMatchObject({
      kind: 'none',
      why: expect.stringMatching(/^no choice brings more than it costs/),
    });
  });
});

describe('a bound that is approached and not reached', () => {
  const ask = (stated: Partial<Described> & Pick<Described, 'parts'>) =>
    optimiseProblem(problemOf({ kind: 'maximum', variables: ['x'], letters: ['c', 'k'], ...stated }), {
      c: 2,
      k: 3,
    });
  const limit = {
    id: 'limit',
    relation: '<=' as const,
    right: 'k',
    multiplier: { name: 'mu', meaning: 'worth of room' },
  };

  it('leaves no choice the best, whatever divides the parts', () => {
    const rising = { kind: 'none', why: 'no choice is best: the obj rises with x, however large it is' };
    expect(ask({ parts: { share: 'c*x/(x + k)' } })).toEqual(rising);
    expect(ask({ parts: { share: 'c*x/(x + k) - 1/(1 + x)^2 - ln(1 + 1/x)' } })).toEqual(rising);
    const least = {
      kind: 'none',
      why: 'no choice is best: the obj falls as x falls, however close to zero it is',
    };
    expect(ask({ kind: 'minimum', parts: { left: '-k/(x + c)' } })).toEqual(least);
    expect(ask({ kind: 'minimum', parts: { left: '1 + c*x - k/(x + c)' } })).toEqual(least);
  });

  it('is not said where the objective has a value on one side alone: -(k - x)^(1/2) is best at x = k, beyond which it is not real', () => {
    for (const edge of ['-(k - x)^(1/2)', '-(k - x)^(3/2) - (k - x)^2', '1/(x - k)', '-(ln(k/x))^(1/3)'])
      expect(ask({ parts: { edge } }).kind).not.toBe('none');
  });

  it('is that of what nothing limits: a limit is reached', () => {
    const parts = { share: 'c*x*y/(x*y + k)' };
    const limited = { parts, variables: ['x', 'y'], constraints: [{ ...limit, left: 'x' }] };
    expect(ask(limited)).toEqual({
      kind: 'none',
      why: 'no choice is best: the obj rises with y, however large it is',
    });
    const both = [
      { ...limit, left: 'x' },
      { ...limit, left: 'y', id: 'other', multiplier: { name: 'nu', meaning: 'its worth' } },
    ];
    const found = ask({ ...limited, constraints: both });
    expect(found).toMatchObject({ kind: 'optimum', binding: ['limit', 'other'] });
  });

  it('is not said where more is better for some choices alone', () => {
    // Best at y = 1, where x does not count: more x is better at any other y.
    const parts = { loss: '-(y - 1)^2/x' };
    const found = ask({ parts, variables: ['x', 'y'] });
    expect(found).not.toMatchObject({ why: expect.stringContaining('with x') });
  });
});

describe('a best that one choice makes up for another to reach', () => {
  const ridge = (parts: Readonly<Record<string, string>>, more: Partial<Described> = {}) =>
    optimiseProblem(problemOf({ kind: 'maximum', parts, variables: ['x', 'y'], letters: ['c'], ...more }), {
      c: 2,
    });
  const at = (best: string) => ({
    kind: 'none',
    why: `no choice is better than all others: with any x, and the y that goes with it, the obj is ${best}, its best`,
  });

  it('is told, positive or not', () => {
    // 2 ln s - c s with s = x y: s = 1 is the best, -2 there; 2 ln s - s/2: s = 4, 2 ln 4 - 2.
    expect(ridge({ gain: '2*ln(x*y)', cost: '-c*x*y' })).toEqual(at('-2'));
    expect(ridge({ gain: 'c*ln(x*y)', cost: '-x*y/2' })).toEqual(at('0.772588722'));
    // What does not depend on the choice counts too.
    expect(ridge({ gain: '2*ln(x*y)', cost: '-c*x*y', kept: '5' })).toEqual(at('3'));
    // s = x^0.34 y^0.28: 3 ln(1 + s) - 2 s: s = 1/2.
    const powers = { gain: '3*ln(1 + x^0.34*y^0.28)', cost: '-c*x^0.34*y^0.28' };
    expect(ridge(powers)).toEqual(at(String(Number((3 * Math.log(1.5) - 1).toPrecision(9)))));
  });

  it('is told of costs, with a third choice and a limit on the two', () => {
    const constraints = [
      {
        id: 'limit',
        left: 'x*y',
        relation: '<=' as const,
        right: '4',
        multiplier: { name: 'mu', meaning: 'worth of room' },
      },
    ];
    const more = { kind: 'minimum', variables: ['x', 'y', 'z'], constraints } as const;
    // 2/4, and 2 z + 1/(2 z), which is 2 at z = 1/2.
    expect(ridge({ one: 'c/(x*y)', other: 'c*z + 1/(2*z)' }, more)).toEqual(at('2.5'));
    // A limit on one of the two alone is one that the other does not make up for.
    const alone = [{ ...constraints[0], left: 'x', right: '4' }] as typeof constraints;
    expect(ridge({ one: 'c/(x*y) + x*y', other: 'z + 1/z' }, { ...more, constraints: alone })).not.toEqual(
      expect.objectContaining({ kind: 'none' }),
    );
  });

  it('is not told where there is a better one without end, or no ridge', () => {
    expect(ridge({ gain: 'c*x*y' }).kind).toBe('unbounded');
    expect(ridge({ gain: '2*ln(x) + 3*ln(y)', cost: '-c*x*y' })).not.toEqual(at('-2'));
    expect(ridge({ gain: '4*x^0.5*y^0.25', cost: '-c*x - c*y' }).kind).toBe('optimum');
  });
});

describe('an optimum beyond what is searched', () => {
  /** p x^s - c x: x = (s p/c)^(1/(1 - s)), which at s = 0.999 and p = 2 c is e^692. */
  const nearlyLinear = (s: string) =>
    problemOf({
      kind: 'maximum',
      parts: { revenue: `p*x^${s}`, cost: '-c*x' },
      variables: ['x'],
      letters: ['p', 'c'],
    });

  it('is not called growth without end, which needs a gain that outgrows the costs', () => {
    const { quantities } = optimumOf(nearlyLinear('0.99'), { p: 2, c: 1 });
    expect((quantities.x ?? 0) / 1.98 ** 100).toBeCloseTo(1, 9);
    const beyond = optimiseProblem(nearlyLinear('0.999'), { p: 2, c: 1 });
    expect(beyond).toMatchObject({ kind: 'unsolved', tried: [expect.stringContaining('at the edge')] });
    expect(optimiseProblem(nearlyLinear('1.001'), { p: 2, c: 1 }).kind).toBe('unbounded');
    expect(optimiseProblem(nearlyLinear('1'), { p: 2, c: 1 }).kind).toBe('unbounded');
  });
});

describe('an objective that has no value everywhere', () => {
  /** s ln(g + G) + ln(w - g): of one who gives alone g = (s w - G)/(1 + s), of m alike g = s w/(s + m). */
  const parts = { good: 's*ln(g + G)', own: 'ln(w - g)' };

  it('is searched where it has one', () => {
    const alone = problemOf({ kind: 'maximum', parts, variables: ['g'], letters: ['s', 'G', 'w'] });
    expect(optimumOf(alone, { s: 1, G: 6, w: 10 }).quantities.g).toBeCloseTo(2, 9);
    const shared = problemOf({
      kind: 'equilibrium',
      parts,
      variables: ['g'],
      others: [{ name: 'G', meaning: 'what the others give', formula: '3*g' }],
      letters: ['s', 'w'],
    });
    expect(optimumOf(shared, { s: 1, w: 10 }).quantities.g).toBeCloseTo(2, 9);
  });
});

describe('an objective in one part', () => {
  it('has a residual that is a share of its summands, not of what they leave', () => {
    const problem = problemOf({
      kind: 'minimum',
      parts: { cost: 'c*x + k/x' },
      variables: ['x'],
      letters: ['c', 'k'],
    });
    for (const k of [2, 3, 5, 7, 11]) {
      const { quantities, residual } = optimumOf(problem, { c: 1, k });
      expect(quantities.x).toBeCloseTo(Math.sqrt(k), 12);
      expect(residual).toBeLessThan(1e-12);
    }
  });
});

describe('what is reported of the choice', () => {
  /** 2 p √x - c x: x = (p/c)². */
  const problem = problemFrom({
    id: 'rest',
    kind: 'maximum',
    objective: { name: 'obj', meaning: 'objective', parts: { gain: '2*p*x^(1/2)', cost: '-c*x' } },
    variables: [{ name: 'x', meaning: 'x' }],
    symbols: [
      ...['p', 'c', 'B'].map((name) => ({ name, meaning: name, role: 'quantity' as const })),
      { name: 'a', meaning: 'a' },
    ],
    quantities: [
      { name: 'rest', meaning: 'what is left, to a power', formula: '(B - x)^a' },
      { name: 'square', meaning: 'its square', formula: '(B - x)^2' },
      { name: 'far', meaning: 'its logarithm', formula: 'ln(B - x) + (x - c)^(1/2)' },
      { name: 'root', meaning: 'a root of what is positive', formula: '(B + x)^(1/2) + ln(1 + x)' },
    ],
  });

  it('is told with where it has a value, which confines nothing else', () => {
    const [solution] = problemSolution(problem);
    const domainOf = (name: string) =>
      solution?.results[name]?.domain.map(({ term, is }) => `${printText(term)} ${is}`);
    expect(domainOf('rest')).toEqual(['B - (p/c)^2 positive']);
    expect(domainOf('square')).toEqual([]);
    expect(domainOf('far')).toEqual(['B - (p/c)^2 positive', '(p/c)^2 - c positive']);
    expect(domainOf('root')).toEqual([]);
    expect(domainOf('x')).toEqual([]);
    expect(domainOf('obj')).toEqual([]);
  });

  it('has no number where it has no value, and a warning says so', () => {
    const { quantities, warnings } = optimumOf(problem, { p: 1, c: 1, B: 0.5, a: 0.5 });
    expect(Object.keys(quantities)).toEqual(['x', 'obj', 'square', 'root']);
    expect(warnings).toEqual([
      'rest has no real value at this optimum',
      'far has no real value at this optimum',
    ]);
    const inside = optimumOf(problem, { p: 2, c: 1, B: 5, a: 0.5 });
    expect(inside.quantities.rest).toBeCloseTo(1, 9);
    expect(inside.quantities.far).toBeCloseTo(Math.sqrt(3), 9);
    expect(inside.warnings).toEqual([]);
  });
});
