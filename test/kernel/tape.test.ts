import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { compile } from '../../src/kernel/compile.ts';
import { rawDerivative } from '../../src/kernel/differentiate.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { type Column, tapeOf } from '../../src/kernel/tape.ts';
import { fraction, multiply, power, symbolsOf, type Term, zero } from '../../src/kernel/term.ts';
import { LETTERS_CONTEXT } from '../support/letters.ts';
import { randomTerm } from '../support/random-terms.ts';
import { read as term } from '../support/terms.ts';

/** The tape's values less the closures', row by row, as bits: the two do the same operations in the same order. */
function differences(values: readonly Term[], names: readonly string[], rows: readonly number[][]): number {
  const columns = names.map((_, j) => Float64Array.from(rows, (row) => row[j] as number));
  const found = tapeOf(values, names).run(columns, rows.length);
  return values.reduce((count, value, k) => {
    const closure = compile(value, names, double);
    return (
      count + rows.filter((row, i) => !Object.is(closure(row) + 0, (found[k]?.[i] as number) + 0)).length
    );
  }, 0);
}

const rowsOf = (names: readonly string[], count: number): number[][] =>
  samplePoints(names, LETTERS_CONTEXT, count).map((point) => names.map((name) => point[name] as number));

describe('a tape', () => {
  test('gives what closures give, to the bit, for random terms', () => {
    fc.assert(
      fc.property(fc.array(randomTerm, { minLength: 1, maxLength: 3 }), (values) => {
        const names = [...new Set(values.flatMap(symbolsOf))];
        expect(differences(values, names, rowsOf(names, 7))).toBe(0);
      }),
      { numRuns: 300, seed: 20260514 },
    );
  });

  test.each(VARIANT_IDS)('gives what closures give for the profit of %s', (id) => {
    const { profit, quality, symbols } = VARIANTS[id];
    const names = [...symbols.keys()];
    const rows = samplePoints(names, { symbols, facts: [] }, 600).map((point) =>
      names.map((name) => point[name] as number),
    );
    expect(differences([profit, quality], names, rows)).toBe(0);
  });

  test('works a part out once, whichever terms it stands in', () => {
    const value = term('exp(-u*x)*u + 1/(1 + exp(-u*x))');
    const both = tapeOf([value, rawDerivative(value, 'x')], ['u', 'x']).length;
    const apart = tapeOf([value], ['u', 'x']).length + tapeOf([rawDerivative(value, 'x')], ['u', 'x']).length;
    expect(both).toBeLessThan(apart);
    expect(tapeOf([value, value], ['u', 'x']).length).toBe(tapeOf([value], ['u', 'x']).length);
  });

  test('writes a product and its negative, and a quotient in two forms, on the same parts', () => {
    const lengthOf = (...values: readonly Term[]): number => tapeOf(values, ['u', 'x']).length;
    expect(lengthOf(term('u*x'))).toBe(1);
    expect(lengthOf(term('u*x'), term('-u*x'))).toBe(2);
    const [product, apart] = [power(term('u*x'), -1), multiply(power('u', -1), power('x', -1))];
    expect(lengthOf(product, apart)).toBe(2);
    const [one, other] = tapeOf([product, apart], ['u', 'x']).run([4, Float64Array.of(2, -0.5)], 2);
    expect([...(one as Float64Array)]).toEqual([0.125, -0.5]);
    expect(other).toEqual(one);
  });

  test('keeps the sign of a number that is too small for a double', () => {
    const tiny = fraction(-1n, 10n ** 400n);
    const [below, nothing] = tapeOf([tiny, zero], []).run([], 1) as [Float64Array, Float64Array];
    expect([below[0], nothing[0]]).toEqual([-0, 0]);
  });

  test('takes one number for a column that is the same in every row', () => {
    const value = term('u*x^2 + exp(u)');
    const tape = tapeOf([value, term('u + 1')], ['u', 'x']);
    const x = Float64Array.from({ length: 1000 }, (_, i) => i);
    const columns: Column[] = [0.25, x];
    const [one, constant] = tape.run(columns, 1000) as [Float64Array, Float64Array];
    const [all] = tape.run([new Float64Array(1000).fill(0.25), x], 1000) as [Float64Array];
    expect(one).toEqual(all);
    expect(new Set(constant)).toEqual(new Set([1.25]));
  });

  test('keeps an unset row to itself', () => {
    const [found] = tapeOf([term('ln(x)')], ['x']).run([Float64Array.of(1, -1, Math.E)], 3) as [Float64Array];
    expect([...found]).toEqual([0, Number.NaN, 1]);
  });

  test('names a symbol that is not among its inputs', () => {
    expect(() => tapeOf([power('x', 'y')], ['x'])).toThrow('"y" is not declared; known are x.');
  });
});
