/** Signs that several assumptions prove together, each worked out by hand beside. */
import { describe, expect, test } from 'vitest';
import { core, rootIn, signByCombination, signByFacts } from '../../src/asymptotics/polynomial-sign.ts';
import { polynomialTerm } from '../../src/kernel/normal/to-term.ts';
import type { Polynomial } from '../../src/kernel/polynomial.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import { read, under } from './small.ts';

const ratio = (text: string): Ratio => shapeRatio(read(text), under()) as Ratio;
const polynomial = (text: string): Polynomial => ratio(text).num;
const write = (p: Polynomial): string => printText(polynomialTerm(p));

describe('without factors of known sign', () => {
  const coreOf = (text: string, ...facts: readonly string[]): string =>
    write(core(polynomial(text), under(...facts)));
  test('positive ones are left out, negative ones turn the sign', () => {
    expect(coreOf('p^3*q*s')).toBe('s');
    expect(coreOf('-p*s')).toBe('-s');
    expect(coreOf('p*s', 's < 0')).toBe('-1');
    expect(coreOf('p*s^2*(q - 1)', 's < 0')).toBe('q - 1');
    expect(coreOf('s^3*(q - 1)', 's < 0')).toBe('-q + 1');
    expect(coreOf('(p - q)^2*s', 'p - q > 0')).toBe('s');
    expect(coreOf('(p - q)*s', 'p - q < 0')).toBe('-s');
    expect(coreOf('(1 - h)*s')).toBe('s');
  });
  test('what is of open sign, or no factor, stays', () => {
    expect(coreOf('s*(p - q)')).toBe('p*s - q*s');
    expect(coreOf('s + p')).toBe('p + s');
    expect(coreOf('s', 's >= 0')).toBe('s');
    expect(coreOf('5')).toBe('5');
    expect(coreOf('0')).toBe('0');
    // A number that is assumed to be positive divides nothing.
    expect(coreOf('s', '2 > 0')).toBe('s');
  });
  test('asked again it is the same, under other facts not', () => {
    expect([coreOf('p*s'), coreOf('p*s'), coreOf('p*s', 's > 0')]).toEqual(['s', 's', '1']);
    const [context, p] = [under('p - 1 > 0'), polynomial('p*s*q - s*q')];
    expect(core(p, context)).toBe(core(p, context));
  });
});

describe('a sign by several facts', () => {
  const signOf = (text: string, facts: readonly string[], depth?: number) =>
    signByCombination(polynomial(text), under(...facts), depth);
  test.each<[string, readonly string[], 'positive' | 'negative' | null]>([
    // The sum of two.
    ['s', ['s + p > 0', 's - p > 0'], 'positive'],
    ['-s', ['s + p > 0', 's - p > 0'], 'negative'],
    // p (s - 1) + (p - 2) + 1.
    ['p*s - 1', ['s - 1 > 0', 'p - 2 > 0'], 'positive'],
    ['1 - p*s', ['s - 1 > 0', 'p - 2 > 0'], 'negative'],
    // A factor that is positive makes it one: q (s - p) = q s - p q.
    ['s^2 - p^2', ['s - p > 0'], 'positive'],
    // Both signs occur.
    ['s', [], null],
    ['p - q', [], null],
    ['s - 2', ['s - 1 > 0'], null],
    // Known at once.
    ['p + q', [], 'positive'],
    ['-p', [], 'negative'],
    // Zero, and what is never negative, has no sign that is proved.
    ['s - s', [], null],
    ['s^2', [], null],
    // What is left after a positive amount need not be positive.
    ['s + p^2', ['s > 0'], 'positive'],
    ['s - p + q^2', ['s - p > 0'], 'positive'],
    ['p - s + s^2', ['p - s > 0'], 'positive'],
    ['s^2 - p', ['s >= 0'], null],
    ['h*s - s', ['s < 0'], 'positive'],
    ['1 - h - s', ['s < 0'], 'positive'],
  ])('%s under %j: %s', (text, facts, sign) => {
    expect(signOf(text, facts)).toBe(sign);
    // Kept, and told again.
    expect(signOf(text, facts)).toBe(sign);
  });
  test('needs a step for each fact but the last', () => {
    const facts = ['s - p - q > 0', 'p - 1 > 0', 'q - 2 > 0'];
    expect([0, 1, 2, 3].map((depth) => signOf('s - 3', facts, depth))).toEqual([
      null,
      null,
      'positive',
      'positive',
    ]);
    expect(signOf('s - 3', facts)).toBe('positive');
    expect(signOf('s - 4', facts)).toBeNull();
  });
  test('is found among facts that are of no use: what is negative somewhere is left at once', () => {
    const useless = [
      's + 9*p',
      's + 8*q',
      's + 7 + p',
      's + 6 + q',
      's + 5*p + q',
      's + 4*q + p',
      's + 2*p*q',
    ];
    const facts = [...useless.map((one) => `${one} > 0`), 's - p - q > 0', 'p - 1 > 0', 'q - 2 > 0'];
    expect(signOf('s - 3', facts)).toBe('positive');
    expect(signOf('3 - s', facts)).toBe('negative');
    // p s > (p + q) p > p^2 + 2 p, and the sizes of the summands do not matter.
    expect(signOf('p*s - p^2 - 2*p', facts)).toBe('positive');
    expect(signOf('10^9*s - 3*10^9', facts)).toBe('positive');
    // Zero but for the rounding of large numbers is not negative.
    expect(signOf('10^9*s', ['s/3 + p/7 > 0', 's/3 - p/7 > 0'])).toBe('positive');
  });
  test('of a ratio by its parts', () => {
    const of = (text: string, facts: readonly string[], depth?: number) =>
      signByFacts(ratio(text), under(...facts), depth);
    const facts = ['s - 1 > 0', 'p - 2 > 0'];
    expect(of('(p*s - 1)/(1 - p*s*q - q)', facts)).toBe('unknown');
    expect(of('(p*s - 1)/(p - 2)', facts)).toBe('positive');
    expect(of('(p*s - 1)/(2 - p)', facts)).toBe('negative');
    expect(of('(1 - p*s)/(2 - p)', facts)).toBe('positive');
    expect(of('0*s', facts)).toBe('zero');
    expect(of('s', ['s >= 0'])).toBe('non-negative');
    expect(of('s', [])).toBe('unknown');
    expect(of('s - p', ['s - 2*q > 0', '2*q - p > 0'], 0)).toBe('unknown');
    expect(of('s - p', ['s - 2*q > 0', '2*q - p > 0'])).toBe('positive');
  });
});

describe('a root in a letter of which it is linear', () => {
  const rootOf = (text: string, ...facts: readonly string[]): string | null => {
    const found = rootIn(polynomial(text), under(...facts));
    return found && `${found.name} = ${printText(found.value)}`;
  };
  test('one whose sign is open is preferred', () => {
    expect(rootOf('s - p')).toBe('s = p');
    expect(rootOf('p - s')).toBe('s = p');
    expect(rootOf('p - s', 's > 0')).toBe('s = p');
    expect(rootOf('p*s + q')).toBe('s = -q/p');
    expect(rootOf('p - q')).toBe('p = q');
    expect(rootOf('h*p - 1')).toBe('h = 1/p');
  });
  test('where what it is multiplied by has a sign, and it stands by its first power alone', () => {
    expect(rootOf('s*p - s*q + 1')).toBeNull();
    expect(rootOf('s*p - s*q + 1', 'p - q < 0')).toBe('s = -1/(p - q)');
    expect(rootOf('s^2 - p')).toBe('p = s^2');
    expect(rootOf('s^2 + s - p^2')).toBeNull();
    expect(rootOf('s^2 - 2')).toBeNull();
    expect(rootOf('3')).toBeNull();
  });
});
