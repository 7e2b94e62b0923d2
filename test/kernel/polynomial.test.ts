import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPolynomials,
  coefficientsIn,
  constantPolynomial,
  degreeIn,
  dividePolynomials,
  equalPolynomials,
  isZeroPolynomial,
  leadingTerm,
  multiplyPolynomials,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialKey,
  scalePolynomial,
  subtractPolynomials,
  symbolPolynomial,
} from '../../src/kernel/polynomial.ts';
import { gcdPolynomials } from '../../src/kernel/polynomial-gcd.ts';
import { commonDegreeBound } from '../../src/kernel/polynomial-image.ts';
import { rational } from '../../src/kernel/rational.ts';

const runs = { numRuns: 1000, seed: 20260514 };
const monomial = fc.array(fc.constantFrom('alpha', 'beta', 'gamma'), { maxLength: 3 });
const summand = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 4 }), monomial);
/** Built only by the module's own operations, which keep polynomials sorted. */
const anyPolynomial = fc.array(summand, { maxLength: 4 }).map((parts) =>
  parts.reduce<Polynomial>(
    (sum, [num, den, names]) =>
      addPolynomials(
        sum,
        names.reduce<Polynomial>(
          (product, name) => multiplyPolynomials(product, symbolPolynomial(name)),
          constantPolynomial(rational(num, den)),
        ),
      ),
    [],
  ),
);
const nonZero = anyPolynomial.filter((p) => !isZeroPolynomial(p));

describe('polynomials', () => {
  test('are the sum of their coefficients in a symbol, times its powers', () => {
    fc.assert(
      fc.property(anyPolynomial, fc.constantFrom('alpha', 'beta', 'gamma'), (p, name) => {
        const power = (exponent: number): Polynomial =>
          Array.from({ length: exponent }, () => symbolPolynomial(name)).reduce(
            multiplyPolynomials,
            ONE_POLYNOMIAL,
          );
        const parts = [...coefficientsIn(p, name)];
        const sum = parts.reduce<Polynomial>(
          (done, [exponent, part]) => addPolynomials(done, multiplyPolynomials(part, power(exponent))),
          [],
        );
        expect(polynomialKey(sum)).toBe(polynomialKey(p));
        // Each is a polynomial as the others are: adding nothing changes nothing.
        for (const [, part] of parts) expect(addPolynomials(part, [])).toEqual(part);
        for (const [, part] of parts) expect(degreeIn(part, name)).toBe(0);
      }),
      runs,
    );
  });

  test('are a commutative ring with one key per polynomial', () => {
    fc.assert(
      fc.property(anyPolynomial, anyPolynomial, anyPolynomial, (p, q, r) => {
        const [left, right] = [
          multiplyPolynomials(p, addPolynomials(q, r)),
          addPolynomials(multiplyPolynomials(p, q), multiplyPolynomials(p, r)),
        ];
        expect(polynomialKey(left)).toBe(polynomialKey(right));
        expect(equalPolynomials(multiplyPolynomials(p, q), multiplyPolynomials(q, p))).toBe(true);
        expect(isZeroPolynomial(subtractPolynomials(left, right))).toBe(true);
      }),
      runs,
    );
  });

  test('division undoes multiplication and refuses what does not divide', () => {
    fc.assert(
      fc.property(anyPolynomial, nonZero, (p, q) => {
        const quotient = dividePolynomials(multiplyPolynomials(p, q), q);
        expect(quotient && polynomialKey(quotient)).toBe(polynomialKey(p));
        const other = dividePolynomials(p, q);
        if (other) expect(polynomialKey(multiplyPolynomials(other, q))).toBe(polynomialKey(p));
      }),
      runs,
    );
  });

  test('the greatest common divisor divides both, and common factors divide it', () => {
    fc.assert(
      fc.property(nonZero, nonZero, nonZero, (p, q, shared) => {
        const [left, right] = [multiplyPolynomials(p, shared), multiplyPolynomials(q, shared)];
        const common = gcdPolynomials(left, right);
        expect(dividePolynomials(left, common)).not.toBeNull();
        expect(dividePolynomials(right, common)).not.toBeNull();
        expect(dividePolynomials(common, shared)).not.toBeNull();
        expect(leadingTerm(common).coefficient.num > 0n).toBe(true);
        expect(polynomialKey(gcdPolynomials(right, left))).toBe(polynomialKey(common));
      }),
      runs,
    );
  });

  test('the bound from images modulo a prime is never below the degree of the common divisor', () => {
    let exact = 0;
    fc.assert(
      fc.property(nonZero, nonZero, nonZero, (p, q, shared) => {
        const [left, right] = [multiplyPolynomials(p, shared), multiplyPolynomials(q, shared)];
        const common = gcdPolynomials(left, right);
        for (const name of ['alpha', 'beta', 'gamma']) {
          const bound = commonDegreeBound(left, right, name);
          expect(bound).toBeGreaterThanOrEqual(degreeIn(common, name));
          if (bound === degreeIn(common, name)) exact++;
        }
      }),
      runs,
    );
    // A bound that said nothing would hold too.
    expect(exact).toBeGreaterThan(2 * runs.numRuns);
  });

  test('the greatest common divisor of long polynomials in eight symbols is found, and is 1 where there is none', () => {
    const names = ['C', 'I', 'S', 'alpha', 'beta', 'gamma', 'ln_n', 'r'].map(symbolPolynomial);
    /** A sum of a dozen products of three of the symbols, the same for the same seed. */
    const long = (seed: number): Polynomial => {
      let state = seed;
      const next = (below: number): number => {
        state = (state * 16_807) % 2_147_483_647;
        return state % below;
      };
      return Array.from({ length: 12 }).reduce<Polynomial>((sum) => {
        const picked = [1, 2, 3].map(() => names[next(names.length)] ?? ONE_POLYNOMIAL);
        const product = picked.reduce(multiplyPolynomials, ONE_POLYNOMIAL);
        return addPolynomials(sum, scalePolynomial(product, rational(next(9) + 1)));
      }, ONE_POLYNOMIAL);
    };
    const [p, q, shared] = [long(3), long(5), long(7).slice(0, 5)];
    expect(Math.min(p.length, q.length)).toBeGreaterThan(10);
    expect(equalPolynomials(gcdPolynomials(p, q), ONE_POLYNOMIAL)).toBe(true);
    const common = gcdPolynomials(multiplyPolynomials(p, shared), multiplyPolynomials(q, shared));
    expect(dividePolynomials(common, shared)?.length).toBe(1);
  });

  test('with zero the greatest common divisor is the other, primitive', () => {
    fc.assert(
      fc.property(nonZero, (p) => {
        const scaled = scalePolynomial(p, rational(-6, 35));
        expect(polynomialKey(gcdPolynomials([], scaled))).toBe(polynomialKey(gcdPolynomials(p, [])));
      }),
      runs,
    );
  });
});
