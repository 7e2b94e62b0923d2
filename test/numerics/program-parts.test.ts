/** The parts of the referee of problems by hand: what a program holds, where the search ends, and what is told of a solution. */
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Term } from '../../src/kernel/term.ts';
import { isOfKink, withoutKinks } from '../../src/numerics/program/kinks.ts';
import { localiseProgram } from '../../src/numerics/program/localise.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { type Program, programsOf, thetaIn } from '../../src/numerics/program/program.ts';
import { solveProblem } from '../../src/numerics/program/solve.ts';
import { isBeaten } from '../../src/numerics/program/verify.ts';
import { problemOf, type Stated } from '../support/stated.ts';

const at = { k: 2, c: 3, m: 5 };
const max = (objective: string, limits: Stated['limits'] = [], more: Partial<Stated> = {}): Stated => ({
  kind: 'maximum',
  parts: { all: objective },
  variables: ['x', 'y'].filter((name) => `${objective} ${limits.flat().join(' ')}`.includes(name)),
  limits,
  at,
  ...more,
});
const programs = (stated: Stated) => programsOf(problemOf(stated));
const worthOf = (term: Term, x = 7, y = 11): number => evaluate(term, { ...at, x, y }, double);
const solved = (stated: Stated) => {
  const found = solveProblem(problemOf(stated), stated.at);
  if (found.kind !== 'solved') throw new Error(JSON.stringify(found));
  return found.solved;
};
const optimum = (stated: Stated) => {
  const found = optimiseProblem(problemOf(stated), stated.at);
  if (found.kind !== 'optimum') throw new Error(JSON.stringify(found));
  return found;
};

describe('a problem made ready', () => {
  test('of a maximum only what depends on the choice counts, of a minimum all of it', () => {
    const objective = 'k*x - x^2 - c';
    const [up, ...others] = programs(max(objective)) as [Program];
    const [down] = programs(max(objective, [], { kind: 'minimum' })) as [Program];
    expect(others).toEqual([]);
    expect(up).toMatchObject({ better: 1, variables: ['x'], parameters: ['k', 'c', 'm'] });
    expect([up.objective, up.gain, up.loss].map((term) => worthOf(term))).toEqual([14 - 49, 14, 49]);
    expect(down.better).toBe(-1);
    expect([down.objective, down.gain, down.loss].map((term) => worthOf(term))).toEqual([14 - 52, 14, 52]);
  });

  test.each<readonly [string, readonly [string, '<=' | '=', string], readonly (readonly number[])[]]>([
    ['in logarithms where both sides are positive', ['x', '<=', 'k'], [[Math.log(7 / 2), 1, 1 / 2]]],
    ['as a difference where the left side may not be', ['x - m', '<=', 'k'], [[0, 1, 1]]],
    ['or the right one', ['x', '<=', 'k - m'], [[10, 1, 1]]],
    [
      'from either side where it is an equation',
      ['x', '=', 'k'],
      [
        [Math.log(7 / 2), 1, 1 / 2],
        [-Math.log(7 / 2), -1, 1 / 2],
      ],
    ],
  ])('a limit is held %s', (_, [left, relation, right], expected) => {
    const found = programs(max('k*x - x^2', [['limit', left, relation, right]]));
    expect(found).toHaveLength(expected.length);
    for (const [i, [excess = Number.NaN, side, perUnit]] of expected.entries()) {
      const { held } = found[i] as Program;
      expect(held.map(({ constraint }) => constraint.id)).toEqual(['limit']);
      for (const one of held) {
        expect(worthOf(one.excess)).toBeCloseTo(excess, 12);
        expect([one.side, worthOf(one.perUnit)]).toEqual([side, perUnit]);
      }
    }
  });

  test('two equations are held from every choice of their sides', () => {
    const found = programs(
      max('x*y', [
        ['one', 'x', '=', 'k'],
        ['two', 'y', '=', 'c'],
        ['cap', 'x', '<=', 'm'],
      ]),
    );
    expect(found.map(({ held }) => held.map(({ side }) => side))).toEqual([
      [1, 1, 1],
      [1, -1, 1],
      [-1, 1, 1],
      [-1, -1, 1],
    ]);
  });
});

describe('the smaller of two things as a variable of its own', () => {
  const shown = (stated: Stated) => {
    const problem = withoutKinks(problemOf(stated));
    return {
      variables: problem.variables.map(({ name }) => name),
      limits: problem.constraints.map(({ left, relation, right }) =>
        [printText(left), relation, printText(right)].join(' '),
      ),
      objective: printText(problem.objective),
      parts: problem.parts.map(({ term }) => printText(term)),
    };
  };

  test('which neither may be less than', () => {
    expect(shown(max('k*min(x, y)^(1/2) - x - y'))).toEqual({
      variables: ['x', 'y', '<kink 1>'],
      limits: ['<kink 1> <= x', '<kink 1> <= y'],
      objective: printText(withoutKinks(problemOf(max('k*min(x, y)^(1/2) - x - y'))).objective),
      parts: [expect.stringContaining('<kink 1>')],
    });
    expect(shown(max('k*min(x, y)^(1/2) - x - y')).objective).not.toContain('min');
  });

  test('also in a limit, and one within the other', () => {
    const found = shown(max('x*y', [['cap', 'x + min(y, k)', '<=', 'm']]));
    expect(found.limits).toEqual([expect.stringContaining('<kink 1>'), '<kink 1> <= y', '<kink 1> <= k']);
    expect(found.limits[0]).not.toContain('min');
    const both = shown(max('min(x, k*min(x, y))^(1/2) - x - y'));
    expect(both.variables).toEqual(['x', 'y', '<kink 1>', '<kink 2>']);
    expect(both.limits).toHaveLength(4);
    expect(both.limits.join()).not.toContain('min');
  });

  test.each(['k*x - x^2*min(k, c)', 'k*x - x^2', 'min(x - k, 1)', 'max(x, y) - x^2'])(
    'not in %s',
    (objective) => {
      const problem = problemOf(max(objective));
      expect(withoutKinks(problem)).toBe(problem);
    },
  );

  test('its names are told from all others', () => {
    expect(['<kink 1>', '<kink 1 2>', 'kink', 'x'].map(isOfKink)).toEqual([true, true, false, false]);
  });
});

describe('where the search ends', () => {
  const searched = (stated: Stated, isPlain?: boolean) => {
    const [program] = programs(stated) as [Program];
    return localiseProgram(program, thetaIn(program, stated.at), isPlain);
  };
  test.each<readonly [string, Stated, readonly number[], number]>([
    // k x - x^2 is best at k/2; at most 1/2 or at least 3/2 it is best there.
    ['one variable', max('k*x - x^2'), [1], 1],
    ['held back', max('k*x - x^2', [['cap', 'k*x', '<=', '1']]), [1 / 2], 3 / 4],
    ['held up', max('k*x - x^2', [['floor', 'c', '<=', 'k*x']]), [3 / 2], 3 / 4],
    ['two variables', max('k*x - x^2 + c*y - y^2'), [1, 3 / 2], 13 / 4],
    [
      'of a minimum',
      max('x + k/x + y + c/y', [], { kind: 'minimum' }),
      [2 ** 0.5, 3 ** 0.5],
      2 * (2 ** 0.5 + 3 ** 0.5),
    ],
    // Beyond k there is no number.
    ['where a number is missing', max('ln(k - x) + ln(x) + ln(c - y) + ln(y)'), [1, 3 / 2], Math.log(9 / 4)],
  ])('%s', (_, stated, point, value) => {
    const found = searched(stated);
    expect(found.atEdge).toBe(false);
    expect(found.value).toBeCloseTo(value, 9);
    for (const [i, expected] of point.entries())
      expect(Math.exp(found.point?.[i] ?? Number.NaN)).toBeCloseTo(expected, 3);
  });

  test('at the edge, where more is always better, and less', () => {
    expect(searched(max('k*x'))).toMatchObject({ atEdge: true });
    expect(searched(max('k*x', [], { kind: 'minimum' }))).toMatchObject({ atEdge: true });
    expect(searched(max('k*x*y'))).toMatchObject({ atEdge: true });
  });

  test('nowhere, where nothing is allowed or nothing has a value', () => {
    const none = { point: null, value: Number.NaN, atEdge: false };
    const apart: Stated['limits'] = [
      ['most', 'x', '<=', 'k'],
      ['least', 'c', '<=', 'x'],
    ];
    expect(searched(max('x', apart))).toEqual(none);
    expect(searched(max('x*y', apart))).toEqual(none);
  });

  test('of what is nowhere positive where gain is most of loss, or plainly where it is greatest', () => {
    // Gain over loss, x^(1/2)/(x + 1/x) up to a number, is greatest at x^2 = 3.
    const below = max('k*x^(1/2) - c*x - c/x');
    const byRatio = searched(below);
    expect(byRatio).toMatchObject({ value: Number.NaN, atEdge: false });
    expect(Math.exp(2 * (byRatio.point?.[0] ?? 0))).toBeCloseTo(3, 3);
    // Plainly k/2 x^(1/2) = c (x - 1/x) where it is greatest.
    const plain = searched(below, true);
    const x = Math.exp(plain.point?.[0] ?? Number.NaN);
    expect(plain.atEdge).toBe(false);
    expect(Math.sqrt(x) - 3 * (x - 1 / x)).toBeCloseTo(0, 3);
    expect(plain.value).toBeCloseTo(2 * Math.sqrt(x) - 3 * (x + 1 / x), 9);
    // Of costs alone the objective tells at once.
    expect(searched(max('-x - 1/x')).value).toBeCloseTo(-2, 9);
  });
});

describe('last doubts', () => {
  const moved = (stated: Stated, by: readonly number[]) => {
    const one = solved(stated);
    return isBeaten({ ...one, z: one.z.map((value, i) => value + (by[i] ?? 0)) });
  };
  test('a point is beaten by a better one nearby, or far, and the best by none', () => {
    const peak = max('k*x - x^2 + c*y - y^2');
    expect(moved(peak, [])).toBe(false);
    expect(moved(peak, [0.1, 0])).toBe(true);
    expect(moved(peak, [0, -0.1])).toBe(true);
    const valley = max('x + k/x', [], { kind: 'minimum' });
    expect(moved(valley, [])).toBe(false);
    expect(moved(valley, [0.1])).toBe(true);
  });

  test('but not by one that a limit forbids', () => {
    const capped = max('k*x - x^2', [['cap', 'k*x', '<=', '1']]);
    expect(moved(capped, [])).toBe(false);
    expect(moved(capped, [-0.1])).toBe(true);
  });
});

describe('what is told of a solution', () => {
  test('what each part counts in the condition of the first variable, costs negative, as shares of the largest', () => {
    // R = k x^(1/2) y^(1/4): R/2 = c x, and y costs nothing in x.
    const parts = { earned: 'k*x^(1/2)*y^(1/4)', one: '-c*x', other: '-m*y' };
    const { shares } = optimum({ ...max('x*y'), parts });
    expect(shares.earned).toBeCloseTo(1, 9);
    expect(shares.one).toBeCloseTo(-1, 9);
    expect(shares.other).toBeCloseTo(0, 9);
  });

  test('so does a limit that binds; of a minimum what lowers it is positive', () => {
    const budget = optimum(
      max('x*y', [
        ['budget', 'k*x + c*y', '<=', 'm'],
        ['cap', 'x', '<=', 'm'],
      ]),
    );
    expect(Object.keys(budget.shares).sort()).toEqual(['all', 'budget']);
    expect(budget.shares.all).toBeCloseTo(1, 9);
    expect(budget.shares.budget).toBeCloseTo(-1, 9);
    const need = optimum({ ...max('c*x + m*y', [['need', 'x*y', '=', 'k']]), kind: 'minimum' });
    expect(need.shares.all).toBeCloseTo(-1, 9);
    expect(need.shares.need).toBeCloseTo(1, 9);
  });

  test.each([1 - 1e-4, 1 + 1e-4])(
    'a limit %d times where it starts to bind: what is worth nothing does not',
    (times) => {
      // x y with k x + c y <= m is best at x = m/(2 k), so that what half of that is worth of X is m/(c X) less 2 k/c.
      const X = (5 / 4) * times;
      const found = optimum(
        max(
          'x*y',
          [
            ['budget', 'k*x + c*y', '<=', 'm'],
            ['cap', 'x', '<=', 'X'],
          ],
          { at: { ...at, X } },
        ),
      );
      expect(found.quantities.x).toBeCloseTo(Math.min(X, 5 / 4), 9);
      expect(found.binding).toEqual(times < 1 ? ['budget', 'cap'] : ['budget']);
      expect(found.multipliers.mu_cap).toBeCloseTo(Math.max(0, (5 - 4 * X) / 3), 9);
      expect(found.multipliers.mu_budget).toBeCloseTo(Math.min(X, 5 / 4) / 3, 9);
    },
  );

  test('two limits that say the same bind alike: none is told what it is worth', () => {
    const found = optimum(
      max('x*y', [
        ['first', 'x + y', '<=', 'k'],
        ['again', 'c*x + c*y', '<=', 'c*k'],
        ['cap', 'x', '<=', 'm'],
      ]),
    );
    expect(found.quantities).toMatchObject({ x: expect.closeTo(1, 9), y: expect.closeTo(1, 9) });
    expect(found.multipliers).toEqual({ mu_cap: 0 });
    expect(found.binding).toEqual(['first', 'again']);
    expect(found.warnings).toEqual([
      expect.stringMatching(
        /^(first and again|again and first) bind alike here: what each is worth alone is not told, for it is not determined$/,
      ),
    ]);
    expect(found.elasticities['x/k']).toBeCloseTo(1, 9);
    expect(Object.keys(found.elasticities).some((name) => name.startsWith('mu_'))).toBe(false);
  });

  test('three that say the same together, and one apart from two that do', () => {
    const together = optimum(
      max('x*y', [
        ['first', 'x', '<=', 'k'],
        ['second', 'y', '<=', 'c'],
        ['both', 'x + y', '<=', 'k + c'],
      ]),
    );
    expect(together.binding).toEqual(['first', 'second', 'both']);
    expect(together.multipliers).toEqual({});
    expect(together.warnings[0]).toMatch(/^\w+, \w+ and \w+ bind alike here: /);
    const beside = optimum(
      max('x*y', [
        ['first', 'x', '<=', 'k'],
        ['again', 'c*x', '<=', 'c*k'],
        ['other', 'y', '<=', 'c'],
      ]),
    );
    expect(beside.binding).toEqual(['first', 'again', 'other']);
    expect(beside.multipliers).toEqual({ mu_other: expect.closeTo(2, 9) });
    expect(beside.elasticities['mu_other/k']).toBeCloseTo(1, 9);
    expect(beside.warnings).toHaveLength(1);
  });

  test('two that run alike, of which one leaves room, are not one', () => {
    const found = optimum(
      max('x*y', [
        ['first', 'x + y', '<=', 'k'],
        ['again', 'c*x + c*y', '<=', 'm*c'],
      ]),
    );
    expect(found).toMatchObject({ binding: ['first'], warnings: [] });
    expect(found.multipliers).toEqual({ mu_first: expect.closeTo(1, 9), mu_again: 0 });
  });

  test('of two that only happen to say the same, what moves them apart has no elasticities', () => {
    const found = optimum(
      max(
        'x*y',
        [
          ['first', 'x + y', '<=', 'k'],
          ['again', 'c*x + c*y', '<=', 'm'],
        ],
        { at: { k: 2, c: 3, m: 6 } },
      ),
    );
    const apart = (name: string) =>
      expect.stringMatching(
        new RegExp(
          `^elasticities in ${name} are not told: it moves (first and again|again and first), which bind alike here, apart$`,
        ),
      );
    expect(found.warnings.slice(1)).toEqual([apart('k'), apart('c'), apart('m')]);
    expect(found.elasticities).toEqual({});
    expect(found.multipliers).toEqual({});
  });
});
