/** Text out and in again: what is printed parses back to the same value, and prints the same again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import {
  add,
  call,
  fraction,
  multiply,
  negate,
  power,
  subtract,
  type Term,
  term,
} from '../../src/kernel/term.ts';
import { LETTERS, LETTERS_CONTEXT } from '../support/letters.ts';
import { worstDifference } from '../support/points.ts';
import { randomPositiveTerm, randomTerm } from '../support/random-terms.ts';
import { byTier } from '../support/tier.ts';

const runs = byTier(500, 1_500, 20_000);
const again = (term: Term): Term => parse(printText(term), LETTERS);

test('printed and parsed, a term keeps its value', () => {
  fc.assert(
    fc.property(randomTerm, (term) => {
      expect(worstDifference(term, again(term), 6).worst).toBeLessThan(1e-9);
    }),
    { numRuns: runs },
  );
});

test('printing settles: the text of the parsed term is the text', () => {
  fc.assert(
    fc.property(randomTerm, (term) => {
      const text = printText(again(term));
      expect(printText(parse(text, LETTERS))).toBe(text);
    }),
    { numRuns: runs },
  );
});

test('the normal form never finds a difference', () => {
  fc.assert(
    fc.property(randomPositiveTerm, (term) => {
      expect(equalTerms(term, again(term), LETTERS_CONTEXT)).not.toBe('non-zero');
    }),
    { numRuns: 300 },
  );
});

describe('readable text', () => {
  const cases: readonly (readonly [string, Term])[] = [
    ['-3', term(-3)],
    ['-2/3', fraction(-2, 3)],
    ['(-2)^alpha', power(-2, 'alpha')],
    ['(2/3)^alpha', power(fraction(2, 3), 'alpha')],
    ['(-2/3)^alpha', power(fraction(-2, 3), 'alpha')],
    ['n^(-alpha)', power('n', negate('alpha'))],
    ['1/n^(2/3)', power('n', fraction(-2, 3))],
    ['(n^2)^alpha', power(power('n', 2), 'alpha')],
    ['n^(alpha^beta)', power('n', power('alpha', 'beta'))],
    ['-(n + d)', negate(add('n', 'd'))],
    ['-n - d', add(negate('n'), negate('d'))],
    ['t - (n + d)*t', subtract('t', multiply(add('n', 'd'), 't'))],
    ['-2/3*n', multiply(fraction(-2, 3), 'n')],
    ['6*n*d/E', multiply(6, 'n', power('E', -1), 'd')],
    ['1/n/d', multiply(power('n', -1), power('d', -1))],
    ['1/(n + d)^2', power(add('n', 'd'), -2)],
    ['(1267650600228229*10^15 + 401496703205376)', term(2n ** 100n)],
    [
      'a*n^alpha - (-gamma - 1)*t',
      subtract(multiply('a', power('n', 'alpha')), multiply(add(-1, negate('gamma')), 't')),
    ],
    [
      'min(a*n^alpha, b*d^beta)',
      call('min', multiply('a', power('n', 'alpha')), multiply('b', power('d', 'beta'))),
    ],
  ];
  test.each(cases)('%s', (text, given) => {
    expect(printText(given)).toBe(text);
    expect(worstDifference(given, again(given), 3).worst).toBeLessThan(1e-12);
  });
});
