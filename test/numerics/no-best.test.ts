/** Why no choice is the best one: which way is always better, and which variables make up for each other, by hand. */
import { describe, expect, test } from 'vitest';
import { alwaysBetter, ridgeOf } from '../../src/numerics/program/no-best.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { programsOf, thetaIn } from '../../src/numerics/program/program.ts';
import { problemOf, type Stated } from '../support/stated.ts';
import { orSentence } from '../support/terms.ts';

const stated = (
  objective: string,
  kind: Stated['kind'] = 'maximum',
  limits: Stated['limits'] = [],
): Stated => ({
  kind,
  parts: { all: objective },
  variables: ['x', 'y'].filter((name) => objective.includes(name)),
  limits,
  at: { k: 2, s: 0.3 },
});
const betterOf = (...asked: Parameters<typeof stated>) => {
  const one = stated(...asked);
  return alwaysBetter(problemOf(one), one.at);
};

describe('something of which more, or less, is always better', () => {
  test.each([
    ['k*x/(1 + x)', 'maximum', 'rises with x, however large it is'],
    ['k - 1/x', 'maximum', 'rises with x, however large it is'],
    ['k/(1 + x)', 'maximum', 'rises as x falls, however close to zero it is'],
    ['k*x/(1 + x)', 'minimum', 'falls as x falls, however close to zero it is'],
    ['k/x', 'minimum', 'falls with x, however large it is'],
    ['k*x/(1 + x) - y', 'maximum', 'rises with x, however large it is'],
    ['exp(k*x)', 'maximum', 'rises with x, however large it is'],
    ['exp(x - k)', 'maximum', 'rises with x, however large it is'],
    // Signs are those at the values: k is 2.
    ['(k - 1)*x/(1 + x)', 'maximum', 'rises with x, however large it is'],
    ['(1 - k)*x/(1 + x)', 'maximum', 'rises as x falls, however close to zero it is'],
    // What else there is has a value whatever y is.
    ['x + (y - k)^2', 'maximum', 'rises with x, however large it is'],
    ['x + min(y - k, 1)', 'maximum', 'rises with x, however large it is'],
    ['x - max(y - k, 1)', 'maximum', 'rises with x, however large it is'],
    ['ln(k + x)', 'maximum', 'rises with x, however large it is'],
    ['(k + x)^(1/2)', 'maximum', 'rises with x, however large it is'],
    // Of x nothing is told alone, for what it brings depends on y; of y it is.
    ['x - x^2 - x*y', 'maximum', 'rises as y falls, however close to zero it is'],
    // Signs of sums of fractions, also where one divisor stands there more than once, or with another.
    ['x/(1 + x) + x/(2 + x)', 'maximum', 'rises with x, however large it is'],
    ['x/(1 + x) + x^2/(1 + x)^2', 'maximum', 'rises with x, however large it is'],
    ['x/(1 + x + y) - 2*y', 'maximum', 'rises with x, however large it is'],
    ['(k + x)^3', 'maximum', 'rises with x, however large it is'],
  ] as const)('%s, %s: it %s', (objective, kind, how) => {
    expect(betterOf(objective, kind)).toBe(`no choice is best: the obj ${how}`);
  });

  test.each([
    ['it depends', 'k*x - x^2'],
    ['two fractions, of which neither wins everywhere', 'x/(1 + x) - x/(2 + x)'],
    ['no number beyond k: a logarithm', 'ln(k - x)'],
    ['no number beyond k: a root', '(k - x)^(1/2)'],
    ['no number at k: a reciprocal', '1/(k - x)'],
    ['no number for some y: a logarithm', 'x + ln(k - y)'],
    ['no number for some y: a root', 'x - (k - y)^(1/2)'],
    ['no number for some y: a reciprocal', 'x - y + 1/(k - y)'],
    ['no number for some y, within what has one', 'x + exp(ln(k - y))'],
  ])('%s: %s', (_, objective) => {
    expect(betterOf(objective)).toBeNull();
  });

  test('nothing is told of what a limit is about, on either side of it', () => {
    expect(betterOf('k*x/(1 + x)', 'maximum', [['cap', 'x', '<=', 'k']])).toBeNull();
    expect(betterOf('k/(1 + x)', 'maximum', [['floor', 'k', '<=', 'x']])).toBeNull();
    expect(betterOf('k*x/(1 + x) + y - y^2', 'maximum', [['cap', 'y', '<=', 'k']])).toBe(
      'no choice is best: the obj rises with x, however large it is',
    );
  });

  test('and so the referee tells it', () => {
    const endless = stated('k*x/(1 + x)');
    expect(optimiseProblem(problemOf(endless), endless.at)).toEqual({
      kind: 'none',
      why: 'no choice is best: the obj rises with x, however large it is',
    });
  });
});

describe('variables that make up for each other', () => {
  const ridge = (...asked: Parameters<typeof stated>) => {
    const one = stated(...asked);
    const [program] = programsOf(problemOf(one));
    return program ? ridgeOf(program, thetaIn(program, one.at)) : null;
  };
  const FOUND = { idle: 'x', other: 'y' };
  test.each<readonly [string, Stated['limits'], typeof FOUND | null]>([
    ['k*(x*y)^(1/2) - x*y', [], FOUND],
    ['k*x/y - (x/y)^2', [], FOUND],
    ['k*x*y^2 - x^2*y^4', [], FOUND],
    ['k*x*y^s - x^2*y^(2*s)', [], FOUND],
    ['k*x*y - x^2', [], null],
    ['k*x - x^2', [], null],
    // No fraction of small whole numbers: what moves with what is not read off.
    ['k*x*y^(s^(1/2)) - x^2*y^(2*s^(1/2))', [], null],
    // A limit must stay as it is too.
    ['k*x/y - (x/y)^2', [['cap', 'x/y', '<=', 'k']], FOUND],
    ['k*x/y - (x/y)^2', [['cap', 'x', '<=', 'k']], null],
  ])('%s, limits %j', (objective, limits, expected) => {
    expect(ridge(objective, 'maximum', limits)).toEqual(expected);
  });

  test('the best along the ridge is told, and that no choice reaches it alone', () => {
    // k v - v^2 of v = x/y is 1 at v = k/2.
    const one = stated('k*x/y - (x/y)^2');
    expect(optimiseProblem(problemOf(one), one.at)).toEqual({
      kind: 'none',
      why: 'no choice is better than all others: with any x, and the y that goes with it, the obj is 1, its best',
    });
  });
});

test('a parameter without a value is refused', () => {
  const one = stated('k*x - x^2');
  const [program] = programsOf(problemOf(one));
  expect(program && orSentence(() => thetaIn(program, { s: 1 }))).toMatch(/k/);
});
