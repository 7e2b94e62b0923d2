import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkParameters } from '../../src/economics/parameters.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { OptimandError } from '../../src/kernel/issues.ts';

const GOOD = { alpha: 0.3, beta: 0.3, gamma: 0.2, a: 0.01, b: 0.01, omega: 1e-5, delta: 1e-21, E: 1e17 };
const cyclic: unknown[] = [];
cyclic.push(cyclic);

describe('parameters', () => {
  test('good ones come back as they were, and nothing else', () => {
    expect(checkParameters(baseline, GOOD)).toEqual(GOOD);
    expect(checkParameters(dataBound, { ...GOOD, D: 1e13 })).toEqual({ ...GOOD, D: 1e13 });
    expect(checkParameters(baseline, { ...GOOD, gamma: -1 })).toMatchObject({ gamma: -1 });
    expect(checkParameters(baseline, { ...GOOD, E: Number.MIN_VALUE })).toMatchObject({
      E: Number.MIN_VALUE,
    });
  });

  test.each([
    ['negative', { E: -1 }, 'E = -1 is not allowed; it must be positive.'],
    ['zero', { a: 0 }, 'a = 0 is not allowed; it must be positive.'],
    ['minus zero', { a: -0 }, 'a = 0 is not allowed; it must be positive.'],
    ['not a number', { a: Number.NaN }, /^a = NaN is not allowed/],
    ['infinite', { a: Number.POSITIVE_INFINITY }, /^a = Infinity is not allowed/],
    ['minus infinite', { gamma: Number.NEGATIVE_INFINITY }, /^gamma = -Infinity is not allowed/],
    ['below its domain', { gamma: -1.0000000000000002 }, /must be at least -1/],
    ['against the standing assumption', { alpha: 1.5, gamma: -1 }, /alpha.*must be positive/],
    ['on the edge of it', { alpha: 1, gamma: -1 }, /alpha.*must be positive/],
    ['a text', { E: '1e17' }, 'E = "1e17" is not allowed; it must be a number.'],
    ['nothing', { E: undefined }, 'E = undefined is not allowed; it must be a number.'],
    ['null', { E: null }, 'E = null is not allowed; it must be a number.'],
    ['a truth', { E: true }, 'E = true is not allowed; it must be a number.'],
    ['a list', { E: [1] }, 'E = a list is not allowed; it must be a number.'],
    ['a list that holds itself', { E: cyclic }, 'E = a list is not allowed; it must be a number.'],
    ['an object', { E: { value: 1 } }, 'E = an object is not allowed; it must be a number.'],
    [
      'an object without a prototype',
      { E: Object.create(null) },
      'E = an object is not allowed; it must be a number.',
    ],
    ['a big integer', { E: 10n }, 'E = 10 is not allowed; it must be a number.'],
    ['a symbol', { E: Symbol('e') }, 'E = Symbol(e) is not allowed; it must be a number.'],
    ['a function', { E: () => 1 }, 'E = a function is not allowed; it must be a number.'],
    ['misspelt', { omga: 1 }, '"omga" is not declared; did you mean "omega"?'],
    ['of another variant', { D: 1e13 }, /^"D" is not declared/],
    ['inherited names', JSON.parse('{"__proto__": 1}') as object, /^"__proto__" is not declared/],
  ])('%s', (_, change, expected) => {
    const given = Object.assign(Object.create(null), GOOD, change) as Record<string, unknown>;
    for (const key of Object.keys(change))
      if (key === '__proto__') Object.defineProperty(given, key, { value: 1, enumerable: true });
    expect(() => checkParameters(baseline, given)).toThrow(OptimandError);
    expect(() => checkParameters(baseline, given)).toThrow(expected);
  });

  test('every missing one is named, an inherited one too', () => {
    for (const name of Object.keys(GOOD)) {
      const { [name as keyof typeof GOOD]: _, ...rest } = GOOD;
      expect(() => checkParameters(baseline, rest)).toThrow(`baseline needs ${name} (`);
      expect(() => checkParameters(baseline, Object.assign(Object.create({ [name]: 1 }), rest))).toThrow(
        `needs ${name} (`,
      );
    }
    expect(() => checkParameters(dataBound, GOOD)).toThrow('data-bound needs D (');
    expect(() => checkParameters(baseline, { ...GOOD, E: -1 }, 'cases[3]')).toThrow(
      'cases[3]: E = -1 is not allowed',
    );
  });

  test('whatever is given, the answer is parameters or one printable sentence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(GOOD)),
        fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }),
        fc.string(),
        (name, value, key) => {
          for (const given of [
            { ...GOOD, [name]: value },
            { ...GOOD, [key]: value },
          ]) {
            try {
              expect(Object.values(checkParameters(baseline, given)).every(Number.isFinite)).toBe(true);
            } catch (error) {
              expect(error).toBeInstanceOf(OptimandError);
              expect((error as Error).message).toMatch(/^[\x20-\x7e]+$/);
            }
          }
        },
      ),
      { numRuns: 2000, seed: 20260514 },
    );
  });
});
