/** Signs of what is made of shape parameters, by hand. */
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/kernel/facts.ts';
import type { Sign } from '../../src/kernel/functions/function.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { symbolPolynomial } from '../../src/kernel/polynomial.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import { rational } from '../../src/kernel/rational.ts';
import {
  basis,
  flipSign,
  isShape,
  knownPositive,
  shapeRatio,
  shapesOf,
  signOfDomain,
  signOfPolynomial,
  signOfProduct,
  signOfRatio,
  signOfSum,
} from '../../src/kernel/shape.ts';
import { type Domain, domainText, joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { CONTEXT, given, letter, read } from '../support/terms.ts';

const ratioOf = (text: string, context: Context = CONTEXT): Ratio => {
  const value = shapeRatio(read(text), context);
  if (!value) throw new Error(`${text} holds more than shape parameters`);
  return value;
};
const end = (at: number, open: boolean) => ({ at: rational(at), open });
/** The letters, with the shape parameter s of this domain. */
const within = (domain: Domain): Context => ({
  symbols: joinTables(CONTEXT.symbols, symbolTable(letter('s', domain, 'shape'))),
  facts: CONTEXT.facts,
});

describe('signs joined', () => {
  test.each<readonly [readonly Sign[], Sign]>([
    [[], 'positive'],
    [['zero', 'unknown'], 'zero'],
    [['unknown', 'negative'], 'unknown'],
    [['positive', 'negative'], 'negative'],
    [['negative', 'negative'], 'positive'],
    [['non-positive', 'negative'], 'non-negative'],
    [['non-negative', 'negative'], 'non-positive'],
    [['non-negative', 'positive'], 'non-negative'],
    [['non-positive', 'positive'], 'non-positive'],
  ])('the product of %j is %s', (signs, sign) => {
    expect(signOfProduct(signs)).toBe(sign);
  });

  test.each<readonly [readonly Sign[], Sign]>([
    [[], 'zero'],
    [['zero', 'zero'], 'zero'],
    [['zero', 'positive'], 'positive'],
    [['non-negative', 'positive'], 'positive'],
    [['non-negative', 'zero'], 'non-negative'],
    [['non-positive', 'negative'], 'negative'],
    [['non-positive', 'zero'], 'non-positive'],
    [['non-positive', 'non-negative'], 'unknown'],
    [['positive', 'negative'], 'unknown'],
    [['positive', 'unknown'], 'unknown'],
  ])('the sum of %j is %s', (signs, sign) => {
    expect(signOfSum(signs)).toBe(sign);
  });

  test('and of what is negated', () => {
    const all: readonly Sign[] = ['positive', 'non-negative', 'zero', 'non-positive', 'negative', 'unknown'];
    expect(all.map(flipSign)).toEqual([
      'negative',
      'non-positive',
      'zero',
      'non-negative',
      'positive',
      'unknown',
    ]);
  });
});

const DOMAINS: readonly (readonly [Domain, Sign])[] = [
  [{ lower: end(0, false) }, 'non-negative'],
  [{ lower: end(0, true) }, 'positive'],
  [{ lower: end(1, false) }, 'positive'],
  [{ lower: end(-1, true) }, 'unknown'],
  [{ upper: end(0, false) }, 'non-positive'],
  [{ upper: end(0, true) }, 'negative'],
  [{ upper: end(-1, false) }, 'negative'],
  [{ upper: end(1, true) }, 'unknown'],
  [{ lower: end(-2, false), upper: end(0, true) }, 'negative'],
  [{}, 'unknown'],
];
test.each(DOMAINS.map(([domain, sign]) => [domainText(domain), sign, domain] as const))(
  'every value that is %s is %s',
  (_, sign, domain) => {
    expect(signOfDomain(domain)).toBe(sign);
    expect(signOfPolynomial(ratioOf('s').num, within(domain))).toBe(sign);
  },
);

describe('a letter', () => {
  const signOfS = (...facts: readonly string[]): Sign => signOfPolynomial(ratioOf('s').num, given(...facts));

  test('has the sign that a fact tells', () => {
    expect(signOfS('s > 0')).toBe('positive');
    expect(signOfS('s >= 0')).toBe('non-negative');
    expect(signOfS('s <= 0')).toBe('non-positive');
    expect(signOfS('s < 0')).toBe('negative');
    expect(signOfS('s = 0')).toBe('zero');
  });

  test('and none that is told of another, or that it is not zero', () => {
    expect(signOfS('s != 0')).toBe('unknown');
    expect(signOfS('x > 0')).toBe('unknown');
    expect(signOfS('p > 0')).toBe('unknown');
    expect(signOfS('s^3 > 0')).toBe('unknown');
  });

  test('is known by its domain where it is no shape parameter, and unknown where it is not declared', () => {
    expect(signOfPolynomial(symbolPolynomial('u'), CONTEXT)).toBe('positive');
    expect(signOfPolynomial(symbolPolynomial('x'), CONTEXT)).toBe('unknown');
    expect(signOfPolynomial(symbolPolynomial('unheard'), CONTEXT)).toBe('unknown');
  });

  test('has its sign among what is assumed', () => {
    const signs = ['s > 0', 's >= 0', 's <= 0', 's < 0', 's = 0', 's != 0'].map((fact) =>
      shapesOf(given(fact)).signs.get('s'),
    );
    expect(signs).toEqual(['positive', 'non-negative', 'non-positive', 'negative', 'zero', 'unknown']);
  });

  test('of several the one that leaves zero out, or is zero', () => {
    expect(signOfS('s >= 0', 's > 0')).toBe('positive');
    expect(signOfS('s <= 0', 's < 0')).toBe('negative');
    expect(signOfS('s >= 0', 's = 0')).toBe('zero');
  });
});

describe('polynomials', () => {
  test.each<readonly [readonly string[], string, Sign]>([
    [[], 'p - p', 'zero'],
    [[], 's^2', 'non-negative'],
    [[], 'p^2', 'positive'],
    [[], '-p^2', 'negative'],
    [[], 'p^2*s^2 + p^4', 'positive'],
    [[], 's^3', 'unknown'],
    [[], 's^2*p + 1', 'positive'],
    [[], '-s^2*p', 'non-positive'],
    [['s < 0'], 's^2', 'positive'],
    [['s < 0'], 's^3*p', 'negative'],
    [['s - p > 0'], 's - p', 'positive'],
    [['s - p > 0'], 'p - s', 'negative'],
    [['s - p > 0'], '3*s - 3*p', 'positive'],
    [['s - p > 0'], 's + p', 'positive'],
    [['s - p > 0'], 's^2 - 2*s*p + p^2', 'positive'],
    [['s - p > 0'], 's^2 - p^2', 'positive'],
    [['s - p > 0'], 's - 2*p', 'unknown'],
    [['s - p < 0'], 's*p - p^2', 'negative'],
    [['s - p < 0'], 's - p - 1', 'negative'],
    [['s - p >= 0'], 's*p - p^2', 'non-negative'],
    [['s - p >= 0'], 'p - s', 'non-positive'],
    [['s - p >= 0'], 's - p + 1', 'positive'],
    [['s - p >= 0'], 'p - s - 1', 'negative'],
    [['s - p <= 0'], 's - p', 'non-positive'],
    [['s - p >= 0', 's - p > 0'], 's - p', 'positive'],
    [['s - p != 0'], 's - p', 'unknown'],
    [['s - p = 0'], 's - p + 1', 'unknown'],
    [['1/p - s > 0'], '1 - s*p', 'positive'],
    // The sign of s is open, so nothing is known of 1 - s.
    [['1/s - 1 > 0'], '1 - s', 'unknown'],
    [['x*s - p*x > 0'], 's - p', 'unknown'],
  ])('given %j, %s is %s', (facts, text, sign) => {
    expect(signOfPolynomial(ratioOf(text).num, given(...facts))).toBe(sign);
  });

  const WITHIN: readonly (readonly [Domain, string, Sign])[] = [
    [{ lower: end(2, true) }, 's - 2', 'positive'],
    [{ lower: end(2, false) }, 's - 2', 'non-negative'],
    [{ lower: end(2, false) }, 's - 1', 'positive'],
    [{ lower: end(-1, true) }, 's + 1', 'positive'],
    [{ upper: end(3, true) }, '3 - s', 'positive'],
    [{ upper: end(3, false) }, 's - 3', 'non-positive'],
    [{ upper: end(3, false) }, 's - 4', 'negative'],
    [{ upper: end(3, false) }, 's - 2', 'unknown'],
  ];
  test.each(WITHIN.map(([domain, text, sign]) => [domainText(domain), text, sign, domain] as const))(
    'where s is %s, %s is %s',
    (_, text, sign, domain) => {
      expect(signOfPolynomial(ratioOf(text).num, within(domain))).toBe(sign);
    },
  );

  test('what divides is not zero', () => {
    expect(signOfRatio(ratioOf('1/s'), given('s >= 0'))).toBe('positive');
    expect(signOfRatio(ratioOf('p/s'), given('s <= 0'))).toBe('negative');
    expect(signOfRatio(ratioOf('1/s'), CONTEXT)).toBe('unknown');
    expect(signOfRatio(ratioOf('s/p'), given('s >= 0'))).toBe('non-negative');
  });
});

test('powers up to the 64th are written out', () => {
  for (const text of ['p^64', 'p^(-64)']) expect(printText(ratioTerm(ratioOf(text)))).toMatch(/p\^64/);
  for (const text of ['p^65', 'p^(-65)']) expect(shapeRatio(read(text), CONTEXT)).toBeNull();
  expect(isShape('p', CONTEXT)).toBe(true);
  expect(isShape('u', CONTEXT)).toBe(false);
  expect(isShape('unheard', CONTEXT)).toBe(false);
});

test.each([
  'u',
  'p + u',
  'p*u',
  'u^2',
  'p^u',
  'p^s',
  'p^(1/2)',
  'ln(p)',
  'exp(0)*p',
  '(p - p)^(-1)',
  '1/(p + ln(s))',
])('%s is no rational function of shape parameters', (text) => {
  expect(shapeRatio(read(text), CONTEXT)).toBeNull();
});
test.each([
  ['7/4', '7/4'],
  ['(p - p)^2', '0'],
  ['(p - p)*s^(-1)', '0'],
  ['(p + s)^2/p', '(p^2 + 2*p*s + s^2)/p'],
  ['p^(s - s + 2)', 'p^2'],
  ['s^(-2)', '1/s^2'],
])('%s is the rational function %s', (text, ratio) => {
  expect(ratioOf(text)).toEqual(ratioOf(ratio));
});

describe('what is kept of a context', () => {
  test('is shared by those that differ in other facts', () => {
    expect(basis(given('x > 0'))).toBe(basis(given('x*s > 0')));
    expect(basis(given('s > 0'))).not.toBe(basis(CONTEXT));
    expect(
      basis(given('s > 0'))
        .facts.map(({ is }) => is)
        .at(-1),
    ).toBe('positive');
    const twice = given('s > 0', 'u > 0');
    expect(basis(twice)).toBe(basis(twice));
    expect(basis(basis(twice))).toBe(basis(twice));
    expect(basis({ symbols: twice.symbols, facts: [...twice.facts] })).toBe(basis(twice));
    expect(basis({ symbols: twice.symbols, facts: [...twice.facts].reverse() })).not.toBe(basis(twice));
  });

  test('is one where the same is assumed, in whatever words', () => {
    expect(shapesOf(given('s > 0'))).toBe(shapesOf(given('s > 0', 'x > 0')));
    expect(shapesOf(given('s > 0'))).not.toBe(shapesOf(given('s >= 0')));
    expect(shapesOf(given('s > 0', 's - p > 0'))).not.toBe(shapesOf(given('s > 0')));
    const domains: readonly Domain[] = [
      {},
      { lower: end(1, true) },
      { lower: end(1, false) },
      { lower: end(2, false) },
      { upper: end(2, false) },
      { lower: end(2, false), integer: true },
    ];
    expect(new Set(domains.map((domain) => shapesOf(within(domain)))).size).toBe(domains.length);
    expect(shapesOf(within({ lower: end(1, true) }))).toBe(shapesOf(within({ lower: end(1, true) })));
    // A quantity is no part of it.
    const other = joinTables(CONTEXT.symbols, symbolTable(letter('x', { lower: end(1, true) })));
    expect(shapesOf({ symbols: other, facts: CONTEXT.facts })).toBe(shapesOf(CONTEXT));
  });

  test('is the letters, their signs, and the polynomials of known sign, the positive ones first', () => {
    const { names, signs, known, positive } = shapesOf(given('s - 2*p >= 0', 's - p > 0', 's - 3*p != 0'));
    expect(names).toContain('s');
    expect(names).not.toContain('x');
    expect(signs.get('p')).toBe('positive');
    expect(signs.get('s')).toBe('unknown');
    expect(signs.has('x')).toBe(false);
    const strict = known.map((one) => one.strict);
    expect(strict.slice(0, positive.length)).toEqual(positive.map(() => true));
    expect(strict.slice(positive.length).every((one) => !one)).toBe(true);
    expect(positive).toContainEqual(ratioOf('s - p').num);
    expect(positive).not.toContainEqual(ratioOf('s - 2*p').num);
    expect(known.map(({ polynomial }) => polynomial)).toContainEqual(ratioOf('s - 2*p').num);
    expect(known.map(({ polynomial }) => polynomial)).not.toContainEqual(ratioOf('s - 3*p').num);
    // k is above 1 as it is declared; the fact of the theory is 1 + alpha gamma > 0.
    expect(knownPositive(CONTEXT)).toContainEqual(ratioOf('k - 1').num);
    expect(knownPositive(CONTEXT)).toContainEqual(ratioOf('1 + alpha*gamma').num);
    // That a letter is above 0 is its sign, and bounds of quantities are no part of it.
    const letters = known.map(({ polynomial }) => polynomial.flatMap(({ monomial }) => monomial));
    expect(known.map(({ polynomial }) => polynomial)).not.toContainEqual(ratioOf('p').num);
    expect(letters.flat().filter(([name]) => !names.includes(name))).toEqual([]);
    expect(shapesOf(given('s - p = 0')).known).toEqual(shapesOf(CONTEXT).known);
    expect(shapesOf(given('p - p >= 0')).known).toEqual(shapesOf(CONTEXT).known);
  });
});
