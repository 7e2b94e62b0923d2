/**
 * The next terms of laws by hand: with H the matrix of second derivatives in logarithms, relative to the gain, and r what is
 * left out, relative to the gain, logarithms of the variables shift by -H^-1 r.
 */
import { describe, expect, test } from 'vitest';
import { balanceOf, choicesOf } from '../../src/asymptotics/balance.ts';
import { nextOf } from '../../src/asymptotics/correction.ts';
import type { Balance } from '../../src/asymptotics/dominant.ts';
import { prepare } from '../../src/asymptotics/pieces.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { caseUnder, problemOf, type Small, under } from './small.ts';

/** The balance of the choice in which these costs stand against the gains. */
function balanceAgainst(costs: readonly string[], small: Small, ...facts: readonly string[]): Balance {
  const own = prepare(problemOf(small, under(...facts)), caseUnder(...facts));
  const choice = choicesOf(own).find((one) => one.every(({ minus }, i) => minus.source === costs[i]));
  const outcome = choice && balanceOf(choice, own, 'x');
  if (outcome?.kind !== 'balance') throw new Error(JSON.stringify(outcome));
  return outcome.balance;
}

/** Each next term: its source, exponent and coefficients at the values, and the conditions under which it is the largest. */
const next = (balance: Balance, values: Readonly<Record<string, number>> = {}) =>
  nextOf(balance, 'x').map(({ source, exponent, coefficients, condition }) => ({
    source,
    exponent: printText(exponent),
    coefficients: Object.fromEntries(
      Object.entries(coefficients).map(([name, value]) => [name, value && evaluate(value, values, double)]),
    ),
    condition: condition.map(({ term, is, because }) => `${printText(term)} ${is}: ${because}`),
  }));

/** x y^(1/2)/2 less c y and 2 e y^2: the square decides for large x, y = (x/4e)^(2/3). H = 1/2 - 2 = -3/2. */
const costs: Small = {
  equations: { y: { gain: 'x*y^(1/2)/2', linear: '-c*y', square: '-2*e*y^2' } },
  objective: { gain: 'x*y^(1/2)', linear: '-c*y', square: '-e*y^2' },
};

describe('one variable', () => {
  test('a cost left out: r = -c y/(x y^(1/2)/2)', () => {
    // y^(1/2) = (x/4e)^(1/3), so that r = -2c (4e)^(-1/3) x^(-2/3), and the shift is 2/3 of that.
    const balance = balanceAgainst(['square'], costs);
    const [only, more] = next(balance, { c: 1, e: 2 });
    expect(more).toBeUndefined();
    expect(only).toEqual({
      source: 'linear',
      exponent: '-2/3',
      coefficients: { y: expect.closeTo(-4 / 3 / 2, 12) },
      condition: [],
    });
    // The equation itself at x = 1e9, c = 1, e = 2: sqrt(y) = s solves x/2 = s + 4 s^3.
    const x = 1e9;
    let s = (x / 8) ** (1 / 3);
    for (let i = 0; i < 50; i++) s -= (s + 4 * s ** 3 - x / 2) / (1 + 12 * s ** 2);
    const law = (x / 8) ** (2 / 3);
    const left = s ** 2 / law - 1;
    expect(left / (-(2 / 3) * x ** (-2 / 3))).toBeCloseTo(1, 5);
  });
  test('none where the regime ends, nor with a logarithm', () => {
    expect(next(balanceAgainst(['linear'], costs))).toEqual([]);
    const both = { ...costs, guards: { begins: 'a/x', ends: 'x/D' } };
    expect(next(balanceAgainst(['square'], both))).toEqual([]);
    const slow: Small = {
      equations: { y: { gain: 'x*f', linear: '-c*y', square: '-e*y^2' } },
      atoms: { f: { argument: 'y', shape: '0' } },
      objective: { gain: 'x*f', linear: '-c*y', square: '-e*y^2/2' },
    };
    expect(next(balanceAgainst(['square'], slow))).toEqual([]);
  });
  test('the largest alone, or each with the condition for it where that is open', () => {
    const more = (power: string, ...facts: readonly string[]) => {
      const gains = `-a*(${power})*y^(${power})`;
      const small: Small = {
        equations: { y: { ...costs.equations.y, more: gains } },
        objective: { ...costs.objective, more: `-a*y^(${power})` },
      };
      return next(balanceAgainst(['square'], small, '2 - p > 0', ...facts), { c: 1, e: 2, a: 1, p: 1.5 });
    };
    // a p y^p over the gain falls as x^(2p/3 - 4/3).
    expect(more('3/2').map(({ source, exponent }) => [source, exponent])).toEqual([['more', '-1/3']]);
    expect(more('1/2').map(({ source, exponent }) => [source, exponent])).toEqual([['linear', '-2/3']]);
    const open = more('p');
    expect(open.map(({ source, exponent, condition }) => [source, exponent, condition])).toEqual([
      ['linear', '-2/3', ['-2/3*p + 2/3 positive: linear is the largest term left out']],
      ['more', '2/3*p - 4/3', ['2/3*p - 2/3 positive: more is the largest term left out']],
    ]);
    expect(more('p', 'p - 1 > 0').map(({ source, condition }) => [source, condition])).toEqual([
      ['more', []],
    ]);
    // Of one order they count together: r has 1 + a/c as much.
    expect(more('1')).toEqual([
      { source: 'linear', exponent: '-2/3', coefficients: { y: expect.closeTo(-4 / 3, 12) }, condition: [] },
    ]);
  });
});

describe('adoption by its leading part: f = 2 y^(1/2) (1 - y^(-1/2))', () => {
  const adopted = (gain: string, more: Small['objective'] = {}): Small => ({
    equations: { y: { gain, cost: '-c*y^2', ...more } },
    atoms: { f: { argument: 'y', shape: '-1/2' } },
    objective: { gain: 'x*y' },
  });
  test('r = -p y^(-1/2) of a term with f^p', () => {
    // y = (2x/c)^(2/3) and H = 1/2 - 2: the shift is -2/3 (2x/c)^(-1/3).
    expect(next(balanceAgainst(['cost'], adopted('x*f')), { c: 2 })).toEqual([
      { source: 'gain', exponent: '-1/3', coefficients: { y: expect.closeTo(-2 / 3, 12) }, condition: [] },
    ]);
    // y = 4x/c and H = 1 - 2: the shift is -2 (4x/c)^(-1/2).
    expect(next(balanceAgainst(['cost'], adopted('x*f^2')), { c: 4 })).toEqual([
      { source: 'gain', exponent: '-1/2', coefficients: { y: expect.closeTo(-2, 12) }, condition: [] },
    ]);
  });
  test('beside a cost of the same order: -e y^(3/2) over 2 x y^(1/2)', () => {
    // At c = e = 2 both are -x^(-1/3).
    expect(next(balanceAgainst(['cost'], adopted('x*f', { more: '-e*y^(3/2)' })), { c: 2, e: 2 })).toEqual([
      { source: 'gain', exponent: '-1/3', coefficients: { y: expect.closeTo(-4 / 3, 12) }, condition: [] },
    ]);
  });
  test('in one of two terms: the cost counts against the gain', () => {
    // x y^(1/2) = c f y: with f = 2 y^(1/2) that is y = x/2c, H = 1/2 - 3/2, and r = +y^(-1/2).
    const small: Small = {
      equations: { y: { gain: 'x*y^(1/2)', cost: '-c*f*y' } },
      atoms: { f: { argument: 'y', shape: '-1/2' } },
      objective: { gain: 'x*y' },
    };
    expect(next(balanceAgainst(['cost'], small), { c: 2 })).toEqual([
      { source: 'cost', exponent: '-1/2', coefficients: { y: expect.closeTo(2, 12) }, condition: [] },
    ]);
  });
});

describe('two variables', () => {
  const third = 'x*y^(1/3)*z^(1/3)';
  const small = (first: string, second: string): Small => ({
    variables: ['y', 'z'],
    equations: {
      y: { gain: `${third}/3`, cost: '-y', small: first },
      z: { gain: `${third}/3`, cost: '-z', small: second },
    },
    objective: { gain: third, y: '-y', z: '-z' },
  });
  test('H = (-2/3, 1/3; 1/3, -2/3), of which -1 over it is (2, 1; 1, 2)', () => {
    // y = z = (x/3)^3: a cost e z^(1/2) is e (x/3)^(-3/2) of the gain.
    const unit = 3 ** 1.5;
    const at = (first: string, second: string) =>
      next(balanceAgainst(['cost', 'cost'], small(first, second)), { e: 1, b: 2 });
    const shift = (y: number, z: number) => [
      {
        source: 'small',
        exponent: '-3/2',
        coefficients: { z: expect.closeTo(z * unit, 10), y: expect.closeTo(y * unit, 10) },
        condition: [],
      },
    ];
    expect(at('0', '-e*z^(1/2)')).toEqual(shift(-1, -2));
    expect(at('-e*y^(1/2)', '0')).toEqual(shift(-2, -1));
    expect(at('-e*y^(1/2)', '-b*z^(1/2)')).toEqual(shift(-4, -5));
    // Twice as much in one as there is too little in the other moves one alone.
    expect(at('-2*e*y^(1/2)', 'e*z^(1/2)')).toEqual([
      { ...shift(-3, 0)[0], coefficients: { y: expect.closeTo(-3 * unit, 10) } },
    ]);
  });
  test('adoption that is kept whole moves with its argument by its elasticity y^-s/f', () => {
    // y = c^(-1/(1+s)): at s = 1 and c = 1/4 it is 2, f = 1/2, and the elasticity 1. H = (-2, 0; 1, -1/2), r = (-b/cx, 0).
    const steady: Small = {
      variables: ['y', 'z'],
      equations: {
        y: { gain: 'x*y^(-s)', cost: '-c*x*y', small: '-b*y' },
        z: { gain: 'x*z^(1/2)*f/2', cost: '-z' },
      },
      atoms: { f: { argument: 'y', shape: 's' } },
      objective: { gain: 'x*f', cost: '-c*x*y', more: 'x*z^(1/2)*f', less: '-z' },
    };
    const found = next(balanceAgainst(['cost', 'cost'], steady, 's > 0'), { s: 1, c: 0.25, b: 1 });
    expect(found).toEqual([
      {
        source: 'small',
        exponent: '-1',
        coefficients: { y: expect.closeTo(-2, 12), z: expect.closeTo(-4, 12) },
        condition: [],
      },
    ]);
  });
});

test('an unknown sum follows: S = y + y^(1/2) for large y', () => {
  // x S^(1/2)/2 = c S: S = (x/2c)^2 = y, of which y^(1/2) = 2c/x is left out. S itself does not move, so y does by -2c/x.
  const sums: Small = {
    auxiliaries: { S: { one: 'y', other: 'y^(1/2)' } },
    equations: { y: { gain: 'x*S^(-1/2)*y/2', cost: '-c*y' } },
    objective: { gain: 'x*S^(1/2)', cost: '-c*y' },
  };
  expect(next(balanceAgainst(['cost', 'one'], sums), { c: 3 })).toEqual([
    { source: 'other', exponent: '-1', coefficients: { y: expect.closeTo(-6, 12) }, condition: [] },
  ]);
});
