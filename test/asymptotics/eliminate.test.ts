/** Sums of amounts and equations one unknown at a time: solved by hand beside. */
import { describe, expect, test } from 'vitest';
import { solveAmounts, solvePairs } from '../../src/asymptotics/amounts.ts';
import { SignNeeded } from '../../src/asymptotics/cases.ts';
import { eliminate } from '../../src/asymptotics/eliminate.ts';
import { summandsOf } from '../../src/asymptotics/scale.ts';
import type { Term } from '../../src/kernel/term.ts';
import { read, told, under } from './small.ts';

const CONTEXT = under();

/** The unknowns as text, or the reason. */
function shown(
  outcome:
    | { readonly kind: 'solved'; readonly values: Readonly<Record<string, Term>> }
    | { readonly kind: 'none'; readonly why: string }
    | { readonly kind: 'unsolved'; readonly tried: readonly string[] }
    | null,
): unknown {
  if (!outcome) return null;
  if (outcome.kind === 'none') return outcome.why;
  if (outcome.kind === 'unsolved') return outcome.tried;
  return Object.fromEntries(
    Object.entries(outcome.values).map(([name, value]) => [name, told(value).trim()]),
  );
}

const sameSign = (name: string): string =>
  `both terms of the equation in ${name} have the same sign, and ${name} is positive`;

describe('one unknown at a time', () => {
  const of = (
    equations: readonly string[],
    unknowns: string,
    depends: Readonly<Record<string, readonly string[]>> = {},
  ) => shown(eliminate(equations.map(read), unknowns === '' ? [] : unknowns.split(' '), depends, CONTEXT));
  test('nothing is asked for', () => {
    expect(of(['y - 1'], '')).toEqual({});
  });
  test('what one gives is put into the others', () => {
    expect(of(['y - 2*c', 'z - y - c'], 'y z')).toEqual({ y: '2*c', z: '3*c' });
    expect(of(['y + z - 3*c', 'z - 2*y'], 'y z')).toEqual({ y: 'c', z: '2*c' });
    expect(of(['y*z - c', 'z - e*y'], 'y z')).toEqual({ y: '(c/e)^(1/2)', z: '(c*e)^(1/2)' });
  });
  test('a common power of a positive unknown is divided out', () => {
    expect(of(['z - y', 'y*z + c*y*z - e*y'], 'z y')).toEqual({ y: 'e/(1/c + 1)/c', z: 'e/(1/c + 1)/c' });
  });
  test('a letter that depends on an unknown waits until that is known', () => {
    expect(of(['t - f*c', 'n - e'], 't n', { f: ['n'] })).toEqual({ t: 'c*f', n: 'e' });
    expect(of(['t - f*c', 'n - f*e'], 't n', { f: ['n'] })).toEqual(['no equation gives one value of n']);
  });
  test('none, where one of them has no solution', () => {
    expect(of(['y + c', 'z - y'], 'z y')).toBe(sameSign('y'));
    expect(of(['y^2 + c', 'z - 1'], 'y z')).toBe(sameSign('y'));
    expect(of(['y - c', 'y + z'], 'y z')).toBe(sameSign('z'));
  });
  test('an equation of two terms is used first, whichever it is, and no other order is tried', () => {
    // By y = 2 z or 2 c z the other has the powers 2, h + p and 0; as it stands it has four powers of y.
    const tried = ['z', 'y'].flatMap((name) => [
      `monomial: 3 different powers of ${name}`,
      `logarithmic: ${name} stands elsewhere than in its logarithm`,
      `quadratic: the powers of ${name} are not evenly spaced`,
      `lambert: not two different powers of ${name}`,
    ]);
    const other = 'y*z + z^h*y^p + c*y^2 - 1';
    expect(of(['y - 2*z', other], 'y z')).toEqual(tried);
    expect(of([other, 'y - 2*c*z'], 'y z')).toEqual(tried);
    // Two terms without an unknown say nothing of one.
    expect(of(['c - e', 'y - 2*c'], 'y')).toEqual({ y: '2*c' });
  });
  test('what may be negative waits until the others are known', () => {
    // y = 3 c - z with z = 5 c, the one positive root.
    expect(of(['y + z - 3*c', 'z^2 - 4*c*z - 5*c^2'], 'y z')).toBe(sameSign('y'));
    expect(of(['y + z - 7*c', 'z^2 - 4*c*z - 5*c^2'], 'y z')).toEqual({ y: '2*c', z: '5*c' });
    expect(of(['y + z - 3*c', 'y - z - c'], 'y z')).toEqual({ y: '2*c', z: 'c' });
  });
  test('of two positive roots none is chosen', () => {
    expect(of(['y^2 - 3*c*y + 2*c^2'], 'y')).toEqual(['no equation gives one value of y']);
  });
  test('unsolved, with all that was tried, each once', () => {
    expect(of(['y + y^h - c', 'z + z^h - c'], 'y z')).toEqual(
      ['y', 'z'].flatMap((name) => [
        `monomial: 3 different powers of ${name}`,
        `logarithmic: ${name} stands elsewhere than in its logarithm`,
        `quadratic: the powers of ${name} are not evenly spaced`,
        `lambert: not two different powers of ${name}`,
      ]),
    );
    expect(of(['y - 1'], 'z')).toEqual(['no equation gives one value of z']);
  });
});

describe('by amounts', () => {
  const of = (
    sums: readonly string[],
    unknowns: string,
    auxiliary: readonly string[] = [],
    ...facts: readonly string[]
  ) => {
    const context = under(...facts);
    const split = (list: readonly string[]) => list.map((text) => summandsOf(read(text), context));
    return shown(solveAmounts(split(sums), split(auxiliary), unknowns.split(' '), context));
  };
  test('two conditions with three amounts: each is a number times one of them', () => {
    // Gain A = x y^h z^h, costs c y and e z: y's share is h A = c y, z's h A = e z.
    expect(of(['h*x*y^h*z^(1/3) - c*y', 'x*y^h*z^(1/3)/3 - e*z'], 'y z', [], '3*h - 2 < 0')).toEqual(
      of(['3*h*x*y^h*z^(1/3) - 3*c*y', 'x*y^h*z^(1/3) - 3*e*z'], 'y z', [], '3*h - 2 < 0'),
    );
    expect(of(['x*y^h - c*y'], 'y')).toEqual({ y: '(c/x)^(1/(h - 1))' });
    // Amounts of the same kind are one: x y^h - c y - 3 c y.
    expect(of(['x*y^h - c*y - 3*c*y'], 'y')).toEqual({ y: '(4*c/x)^(1/(h - 1))' });
    expect(of(['x*y^h - c*y - z', 'z - 2*c*y'], 'y z')).toEqual({
      y: '(3*c/x)^(1/(h - 1))',
      z: '2*(3*c^h/x)^(1/(h - 1))',
    });
  });
  test('an auxiliary sum joins in, scaled so that its terms are amounts met before', () => {
    // S = y + z, gain x, c y S = x: with S = 3 y where z = 2 y.
    expect(of(['x*y/S - c*y', 'x*z/S - 2*c*y'], 'y z S', ['S - y - z'])).toEqual({
      S: 'x/c',
      y: '1/3*x/c',
      z: '2/3*x/c',
    });
    expect(of(['x - c*S'], 'S y', ['S - y'])).toEqual({ S: 'x/c', y: 'x/c' });
  });
  test('none, where an amount that is kept would vanish or be negative', () => {
    expect(of(['x - c*y', 'x - 2*c*y'], 'y')).toBe('an amount that is kept would have to vanish');
    expect(of(['x + c*y'], 'y')).toBe('an amount that is kept would have to be negative');
    expect(of(['-x - c*y'], 'y')).toBe('an amount that is kept would have to be negative');
    expect(of(['x*y - c*y - z', '2*x*y - 3*c*y - z'], 'y z')).not.toBe(
      'an amount that is kept would have to be negative',
    );
  });
  test('null, where amounts are left that nothing ties', () => {
    expect(of(['x - c*y - e*z'], 'y z')).toBeNull();
    expect(of(['x - c*y'], 'y z')).toBeNull();
    expect(of(['x*y - c*y'], 'y')).toBeNull();
  });
  test('a number of the exponents on which it depends is asked for', () => {
    expect(() => of(['x - c*y - e*z', 's*x - c*y'], 'y z')).toThrow(SignNeeded);
    expect(() => of(['x - c*y', 'D - e*z', 's*c*y - D'], 'y z')).toThrow('the sign of s is needed');
    expect(of(['x - c*y - e*z', 's*x - c*y'], 'y z', [], 's > 0', '1 - s > 0')).toEqual({
      y: 's*x/c',
      z: '(-s + 1)*x/e',
    });
    expect(of(['x - c*y - e*z', 's*x - c*y'], 'y z', [], 's - 1 > 0')).toBe(
      'an amount that is kept would have to be negative',
    );
    expect(of(['x - c*y - e*z', 's*x - c*y'], 'y z', [], 's < 0')).toBe(
      'an amount that is kept would have to be negative',
    );
  });
});

test('pairs: products of powers, nothing where exponents leave one open, and contradiction', () => {
  const of = (equations: readonly string[], unknowns: string, ...facts: readonly string[]) =>
    shown(solvePairs(equations.map(read), unknowns.split(' '), under(...facts)));
  expect(of(['x*y^h - c'], 'y')).toEqual({ y: '(c/x)^(1/h)' });
  expect(of(['x*y^p - c*y'], 'y', 'p - 1 > 0')).toEqual({ y: '(c/x)^(1/(p - 1))' });
  expect(() => of(['x*y^p - c*y'], 'y')).toThrow('the sign of p - 1 is needed');
  expect(of(['x*y - c*y'], 'y')).toBeNull();
  expect(of(['y - c', 'y - 2*c'], 'y')).toBe('the equations contradict each other');
});
