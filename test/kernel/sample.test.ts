/** Where sample points lie, by hand: the ranges that their definition gives, with the facts true. */
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import type { Context } from '../../src/kernel/facts.ts';
import { rational } from '../../src/kernel/rational.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { type Domain, domainText, joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { abbreviated, CONTEXT, given, letter, read } from '../support/terms.ts';

const open = (num: number, den = 1) => ({ at: rational(num, den), open: true });
const closed = (num: number, den = 1) => ({ at: rational(num, den), open: false });
const within = (domain: Domain): Context => ({
  symbols: joinTables(CONTEXT.symbols, symbolTable(letter('x', domain))),
  facts: [],
});
const valuesOf = (context: Context, name = 'x', count = 300): number[] =>
  samplePoints([name], context, count).map((point) => point[name] as number);
const sorted = (values: Iterable<number>): number[] => [...new Set(values)].sort((x, y) => x - y);

describe('values of a domain', () => {
  const RANGES: readonly (readonly [Domain, number, number])[] = [
    [{ lower: closed(0), upper: closed(1) }, 0.02, 0.98],
    [{ lower: open(-2), upper: open(6) }, -1.84, 5.84],
    [{ lower: open(0) }, 0.1, 3],
    [{ lower: closed(5) }, 5.1, 8],
    [{ upper: open(0) }, -3, -0.1],
    [{ upper: closed(2) }, -1, 1.9],
    [{}, -3, 3],
  ];
  test.each(RANGES.map(([domain, low, high]) => [domainText(domain), low, high, domain] as const))(
    '%s: from %d to %d',
    (_, low, high, domain) => {
      const values = valuesOf(within(domain));
      const [least, most] = [Math.min(...values), Math.max(...values)];
      expect(least).toBeGreaterThanOrEqual(low);
      expect(most).toBeLessThanOrEqual(high);
      // All of it is used.
      expect(least).toBeLessThan(low + 0.1 * (high - low));
      expect(most).toBeGreaterThan(high - 0.1 * (high - low));
    },
  );

  test('of both signs half of the values each, and none next to zero', () => {
    const values = valuesOf(within({}));
    expect(values.every((value) => Math.abs(value) >= 0.1)).toBe(true);
    const share = values.filter((value) => value < 0).length / values.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
    expect(sorted(valuesOf(CONTEXT, 'unheard').map(Math.sign))).toEqual([-1, 1]);
  });

  const WHOLE: readonly (readonly [Domain, readonly number[]])[] = [
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ lower: closed(1) }, [1, 2, 3, 4, 5, 6]],
    [{ lower: open(1) }, [2, 3, 4, 5, 6, 7]],
    [{ lower: open(1, 2) }, [1, 2, 3, 4, 5, 6]],
    [{ lower: closed(1, 2) }, [1, 2, 3, 4, 5, 6]],
    [{ upper: closed(3) }, [-2, -1, 0, 1, 2, 3]],
    [{ upper: open(3) }, [-3, -2, -1, 0, 1, 2]],
    [{ upper: open(5, 2) }, [-3, -2, -1, 0, 1, 2]],
    [{ lower: closed(1), upper: closed(3) }, [1, 2, 3]],
    [{ lower: open(0), upper: open(3) }, [1, 2]],
    [{ lower: closed(0), upper: closed(9) }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ];
  test.each(
    WHOLE.map(([domain, values]) => [domainText({ ...domain, integer: true }), values, domain] as const),
  )('%s: %j', (_, values, domain) => {
    expect(sorted(valuesOf(within({ ...domain, integer: true })))).toEqual(values);
  });
});

describe('facts', () => {
  /** The whole numbers from -2 to 2 at which x has the sign. */
  const wholeWhere = (fact: string): number[] => {
    const { symbols } = within({ lower: closed(-2), upper: closed(2), integer: true });
    return sorted(valuesOf({ symbols, facts: given(fact).facts.slice(-1) }));
  };
  test.each([
    ['x > 0', [1, 2]],
    ['x >= 0', [0, 1, 2]],
    ['x < 0', [-2, -1]],
    ['x <= 0', [-2, -1, 0]],
    ['x != 0', [-2, -1, 1, 2]],
    ['x = 0', [0]],
    ['x - 1 = 0', [1]],
    ['x^2 - 2 > 0', [-2, 2]],
  ])('%s: %j', (fact, values) => {
    expect(wholeWhere(fact).map((value) => value + 0)).toEqual(values);
  });

  test('that no value of order one makes true are tried with larger ones, and others are not', () => {
    const values = valuesOf(given('u - 100 > 0'), 'u', 10);
    expect(values).toHaveLength(10);
    expect(Math.min(...values)).toBeGreaterThan(100);
    expect(Math.max(...valuesOf(given('u - 1 > 0'), 'u', 50))).toBeLessThanOrEqual(3);
  });

  test('an equation is solved for a letter in which it is linear, within its domain', () => {
    for (const [equation, names] of [
      ['x^2 - u', ['x', 'u']],
      ['u + v - p', ['u', 'v', 'p']],
      ['2*u - 3*v', ['u', 'v']],
      // In u and v alone it could hold at negative values only.
      ['u + v + x', ['u', 'v', 'x']],
      // Not linear in the first letter: its values at 0 and 1 differ, or are the same.
      ['u^2 - v', ['u', 'v']],
      ['x^2 - x + y', ['x', 'y']],
    ] as const) {
      const points = samplePoints(names, given(`${equation} = 0`), 20);
      expect(points).toHaveLength(20);
      for (const point of points) {
        expect(Math.abs(evaluate(read(equation), point, double))).toBeLessThan(1e-12);
        for (const name of ['u', 'v', 'p'] as const)
          if (names.includes(name as never)) expect(point[name]).toBeGreaterThan(0);
      }
    }
  });

  test('an equation that no letter solves leaves nothing', () => {
    expect(samplePoints(['x'], given('x^2 + 1 = 0'), 2)).toEqual([]);
    expect(samplePoints(['u'], given('u + 1 = 0'), 2)).toEqual([]);
  });

  test('speak of the letters that an abbreviation stands for', () => {
    const { symbols } = abbreviated('v^2');
    const points = samplePoints(['u', 'v'], { symbols, facts: given('M - u > 0').facts.slice(-1) }, 50);
    expect(points).toHaveLength(50);
    for (const { u = 0, v = 0 } of points) expect(v ** 2).toBeGreaterThan(u);
  });

  test('about other letters change nothing', () => {
    expect(samplePoints(['u'], given('x - u > 0'), 5)).toEqual(samplePoints(['u'], CONTEXT, 5));
    expect(samplePoints(['u'], given('u > 0'), 5)).toEqual(samplePoints(['u'], CONTEXT, 5));
  });

  test('that are never true leave nothing, and none is drawn where none is asked for', () => {
    expect(samplePoints(['u'], given('-u > 0'), 3)).toEqual([]);
    expect(samplePoints(['u'], CONTEXT, 0)).toEqual([]);
    expect(samplePoints([], CONTEXT, 1)).toEqual([{}]);
    expect(samplePoints(['u'], CONTEXT, 3, 1)).not.toEqual(samplePoints(['u'], CONTEXT, 3, 2));
  });
});
