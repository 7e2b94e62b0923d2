/**
 * Random expressions against arithmetic of sixty digits. `npm run fuzz` draws many more, afresh each time; the seed is printed,
 * and OPTIMAND_SEED draws the same again. What once went wrong stands in corpus.json and is tried first, always.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differentiate } from '../../src/kernel/differentiate.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { add, multiply, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { LETTERS, LETTERS_CONTEXT } from '../support/letters.ts';
import { randomTerm } from '../support/random-terms.ts';
import { byTier, isFull } from '../support/tier.ts';
import { derivative, equality, normalForm, type Outcome, reading, roundTrip } from './properties.ts';

const LONG = process.env.OPTIMAND_FUZZ !== undefined || isFull;
const RUNS = LONG ? 10_000 : byTier(40, 100);
const SEED = Number(
  process.env.OPTIMAND_SEED ?? (process.env.OPTIMAND_FUZZ ? Date.now() % 2 ** 31 : 20260514),
);
const LONGEST = 3_600_000;

const corpus: readonly string[] = JSON.parse(readFileSync(join(import.meta.dirname, 'corpus.json'), 'utf8'));
const NAMES = ['n', 'q', 'a', 'omega', 'E', 'alpha', 'gamma', 'k'];

/** Tokens of our language and of others, in any order: mostly no expression at all. */
const brokenText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'n',
        '^',
        '(',
        ')',
        ',',
        '+',
        '-',
        '*',
        '/',
        '2',
        '1/3',
        '1e9',
        'ln(',
        'gamma',
        '**',
        '=',
        ' ',
      ),
      fc.string({ maxLength: 3, unit: 'binary' }),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

/** Runs a property over random input and says how often each outcome was met; a wrong one fails with the smallest input. */
function tally<T>(arbitrary: fc.Arbitrary<T>, outcome: (input: T) => Outcome, shown: (input: T) => string) {
  const counts = { right: 0, refused: 0, untried: 0 };
  const property = fc.property(arbitrary, (input) => {
    const found = outcome(input);
    if (typeof found !== 'string') throw new Error(`${shown(input)}: ${found.wrong}`);
    counts[found]++;
  });
  fc.assert(property, { numRuns: RUNS, seed: SEED });
  return counts;
}

/** A term and a letter of it. */
const pairs = randomTerm
  .filter((term) => symbolsOf(term).length > 0)
  .chain((term) => fc.tuple(fc.constant(term), fc.constantFrom(...symbolsOf(term))));
const alike = fc
  .tuple(randomTerm, randomTerm)
  .chain(([x, y]) => fc.constantFrom<readonly [Term, Term]>([add(x, y), add(y, x)], [x, y], [add(x, y), y]));

describe(`${RUNS} random expressions, seed ${SEED}`, () => {
  test('derivatives are slopes', { timeout: LONGEST }, () => {
    const counts = tally(
      pairs,
      ([term, of]) => derivative(term, of),
      ([term, of]) => `d/d${of} ${printText(term)}`,
    );
    expect(counts.right).toBeGreaterThan(RUNS / 3);
  });

  test('normal forms keep the value', { timeout: LONGEST }, () => {
    expect(tally(randomTerm, normalForm, printText).right).toBeGreaterThan(RUNS / 3);
  });

  test('what is printed is read again', { timeout: LONGEST }, () => {
    const counts = tally(randomTerm, roundTrip, printText);
    expect(counts).toMatchObject({ refused: 0 });
    expect(counts.right).toBeGreaterThan(RUNS / 2);
  });

  test('equal and different are said only of what is', { timeout: LONGEST }, () => {
    const counts = tally(
      alike,
      ([x, y]) => equality(x, y),
      ([x, y]) => `${printText(x)} and ${printText(y)}`,
    );
    expect(counts.right).toBeGreaterThan(RUNS / 3);
  });

  test('any text is read or refused', { timeout: LONGEST }, () => {
    expect(tally(brokenText, reading, JSON.stringify).refused).toBeGreaterThan(RUNS / 3);
  });
});

test.each(corpus)('%s, which once went wrong', (text) => {
  const term = parse(text, LETTERS);
  const outcomes = [normalForm(term), roundTrip(term), ...NAMES.map((of) => derivative(term, of))];
  expect(outcomes.filter((outcome) => typeof outcome !== 'string')).toEqual([]);
});

describe('a rule that is wrong is seen:', () => {
  const term = parse('n^alpha + ln(q)', LETTERS);
  const wrong = { wrong: expect.any(String) };

  test('a slope twice too steep', () => {
    expect(derivative(term, 'n', (of) => multiply(2, differentiate(of, 'n', LETTERS_CONTEXT)))).toEqual(
      wrong,
    );
  });
  test('a term lost in the normal form', () => {
    expect(normalForm(term, () => parse('n^alpha', LETTERS))).toEqual(wrong);
  });
  test('a sign lost in print', () => {
    expect(roundTrip(term, () => 'n^alpha - ln(q)')).toEqual(wrong);
  });
  test('an equality of what differs, and a difference of what is equal', () => {
    expect(equality(term, parse('n^alpha', LETTERS), () => 'zero')).toEqual(wrong);
    expect(equality(term, parse('ln(q) + n^alpha', LETTERS), () => 'non-zero')).toEqual(wrong);
  });
});
