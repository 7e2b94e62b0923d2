import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational } from '../../src/kernel/rational.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import {
  above,
  atLeast,
  between,
  type Domain,
  domainText,
  inDomain,
  joinTables,
  NEGATIVE,
  NON_NEGATIVE,
  POSITIVE,
  REAL,
  symbolTable,
} from '../../src/kernel/symbols.ts';
import { LETTERS } from '../support/letters.ts';
import { abbreviated, given } from '../support/terms.ts';

const end = (at: number, open: boolean) => ({ at: rational(at), open });

describe('domains', () => {
  const cases: readonly (readonly [
    text: string,
    domain: Domain,
    inside: readonly number[],
    outside: readonly number[],
  ])[] = [
    ['positive', POSITIVE, [1e-300, 5], [0, -1]],
    ['at least 0', NON_NEGATIVE, [0, 1], [-1e-300]],
    ['below 0', NEGATIVE, [-1], [0, 1]],
    ['a real number', REAL, [-1e300, 0], []],
    ['at least -1', atLeast(-1), [-1, 0], [-1.0000000000000002]],
    ['above 1', above(1), [1.0000000000000002], [1]],
    ['at least 0 and below 1', between(end(0, false), end(1, true)), [0, 0.5], [1, -0.1]],
    [
      'at least 0 and at most 2',
      between(end(0, false), end(2, false)),
      [0, 1, 2],
      [2.0000000000000004, -0.1],
    ],
    ['at most 3', { upper: end(3, false) }, [-5, 3], [3.1]],
    ['above -1 and below 1', between(end(-1, true), end(1, true)), [0], [-1, 1, 2]],
    ['at least 1/2', atLeast(rational(1, 2)), [0.5, 1], [0.4]],
    ['above 1/2', above(rational(1, 2)), [0.6], [0.5]],
    ['an integer at least 1', { ...atLeast(1), integer: true }, [1, 7], [0, 1.5]],
    ['an integer', { integer: true }, [-3, 0], [0.5]],
  ];
  test.each(cases)('%s', (text, domain, inside, outside) => {
    expect(domainText(domain)).toBe(text);
    for (const value of inside) expect(inDomain(value, domain)).toBe(true);
    for (const value of [...outside, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(inDomain(value, domain)).toBe(false);
    }
  });

  test('a later table overrides an earlier one', () => {
    const [n] = [...LETTERS.values()];
    if (!n) throw new Error('no letters');
    expect(joinTables(LETTERS, symbolTable({ ...n, meaning: 'other' })).get(n.name)?.meaning).toBe('other');
  });
});

describe('sample points', () => {
  const bound = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.boolean());
  const domains = fc
    .tuple(fc.option(bound), fc.option(bound), fc.boolean())
    .map(([low, high, integer]): Domain => {
      const [a, b] = [
        low && end(low[0], low[1]),
        high && end((low?.[0] ?? 0) + 3 + Math.abs(high[0]), high[1]),
      ];
      return {
        ...(a ? { lower: a } : {}),
        ...(b ? { upper: b } : {}),
        ...(integer ? { integer: true as const } : {}),
      };
    });

  test('lie in their domains, whole numbers where whole numbers are asked for', () => {
    fc.assert(
      fc.property(domains, fc.integer(), (domain, seed) => {
        const [n] = [...LETTERS.values()];
        if (!n) throw new Error('no letters');
        const context = { symbols: symbolTable({ ...n, name: 'w', domain }), facts: [] };
        const points = samplePoints(['w'], context, 5, seed);
        expect(points).toHaveLength(5);
        for (const point of points)
          expect({ domain, value: point.w, inside: inDomain(point.w as number, domain) }).toMatchObject({
            inside: true,
          });
      }),
      { numRuns: 2000, seed: 20260514 },
    );
  });

  test('are the same for the same seed, and obey the facts', () => {
    const context = given('x - y > 0', 'z != 0', 'x0 - u = 0', 'ln(u) - ln(v) < 0');
    const points = samplePoints(['x', 'y', 'z', 'x0', 'u', 'v'], context, 20);
    expect(points).toEqual(samplePoints(['x', 'y', 'z', 'x0', 'u', 'v'], context, 20));
    expect(points).toHaveLength(20);
    for (const { x = 0, y = 0, z = 0, x0 = 0, u = 0, v = 0 } of points) {
      expect([x > y, z !== 0, Math.abs(x0 - u) < 1e-11, u < v]).toEqual([true, true, true, true]);
    }
  });

  test('facts about abbreviations are opened', () => {
    const context = {
      ...abbreviated('u - v'),
      facts: [{ term: { kind: 'symbol' as const, name: 'M' }, is: 'positive' as const, because: 'test' }],
    };
    for (const { u = 0, v = 0 } of samplePoints(['u', 'v'], context, 50)) expect(u).toBeGreaterThan(v);
  });

  test('a fact that no value makes true leaves no points', () => {
    expect(samplePoints(['u'], given('ln(-u) > 0'), 3)).toEqual([]);
    expect(samplePoints(['u'], given('ln(-u) != 0'), 3)).toEqual([]);
  });
});
