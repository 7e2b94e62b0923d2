/** Parts of terms: calls found and replaced, abbreviations opened, facts added, and values kept as long as what they are about. */
import { describe, expect, test } from 'vitest';
import { expandAbbreviations } from '../../src/kernel/abbreviations.ts';
import { callsOf, replacePart } from '../../src/kernel/calls.ts';
import { assuming, type Fact } from '../../src/kernel/facts.ts';
import { Memo } from '../../src/kernel/memo.ts';
import { joinTables, type SymbolTable, symbolTable } from '../../src/kernel/symbols.ts';
import { call, multiply, symbol } from '../../src/kernel/term.ts';
import { CONTEXT, given, letter, read } from '../support/terms.ts';

describe('calls', () => {
  test.each<readonly [string, readonly ('ln' | 'exp' | 'max')[], readonly string[]]>([
    ['ln(u) + exp(v)', ['ln'], ['ln(u)']],
    ['ln(u) + exp(v)', ['exp', 'ln'], ['ln(u)', 'exp(v)']],
    ['x*ln(u)^p + 1/ln(u)', ['ln'], ['ln(u)']],
    ['ln(exp(u) + 1)', ['ln', 'exp'], ['exp(u)', 'ln(exp(u) + 1)']],
    ['ln(exp(u) + 1)', ['exp'], ['exp(u)']],
    ['max(u, ln(v))^ln(u)', ['ln', 'max'], ['ln(v)', 'max(u, ln(v))', 'ln(u)']],
    ['ln(u)', [], []],
    ['u + v', ['ln'], []],
  ])('those of %s by %j, each once and the inner ones first: %j', (text, names, found) => {
    expect(callsOf(read(text), names)).toEqual(found.map(read));
  });

  test('a letter of that name is none', () => {
    expect(callsOf(multiply('ln', call('ln', 'u')), ['ln'])).toEqual([call('ln', 'u')]);
  });

  test.each([
    ['ln(u) + x*ln(u)', 'ln(u)', 'y', 'y + x*y'],
    ['ln(u)', 'ln(u)', 'y', 'y'],
    ['exp(ln(u)^p)', 'ln(u)', 'v', 'exp(v^p)'],
    ['ln(v)', 'ln(u)', 'y', 'ln(v)'],
    // What is put in is not searched again.
    ['exp(u)', 'u', 'u + 1', 'exp(u + 1)'],
  ])('in %s, %s by %s: %s', (text, old, by, after) => {
    expect(replacePart(read(text), read(old), read(by))).toEqual(read(after));
  });
});

describe('abbreviations', () => {
  const abbreviation = (name: string, text: string): SymbolTable =>
    symbolTable({ ...letter(name, {}), definition: read(text) });
  const symbols = joinTables(
    CONTEXT.symbols,
    abbreviation('M', 'u - v'),
    abbreviation('R', 'M^2 + x'),
    abbreviation('K', 'y + 1'),
  );

  test.each<readonly [string, string | undefined, string]>([
    ['M*z', undefined, '(u - v)*z'],
    ['R + K', undefined, '(u - v)^2 + x + (y + 1)'],
    ['ln(M)', undefined, 'ln(u - v)'],
    // Those alone that depend on one symbol, through all levels.
    ['M + R*K', 'u', '(u - v) + ((u - v)^2 + x)*K'],
    ['M + R*K', 'x', 'M + (M^2 + x)*K'],
    ['M + R*K', 'y', 'M + R*(y + 1)'],
  ])('%s, on %s: %s', (text, on, opened) => {
    expect(expandAbbreviations(read(text), symbols, on)).toEqual(read(opened));
  });

  test('a term without any is itself, and one that has been opened gives the same object again', () => {
    const [plain, short] = [read('x + y'), read('M*z')];
    expect(expandAbbreviations(plain, symbols)).toBe(plain);
    expect(expandAbbreviations(short, symbols, 'x')).toBe(short);
    expect(expandAbbreviations(short, symbols)).toBe(expandAbbreviations(short, symbols));
  });

  test('what a letter stands for is asked of the table at hand', () => {
    const short = read('M*z');
    expect(expandAbbreviations(short, symbols)).toEqual(read('(u - v)*z'));
    expect(expandAbbreviations(short, CONTEXT.symbols)).toBe(short);
    expect(expandAbbreviations(short, joinTables(symbols, abbreviation('M', 'u + v')))).toEqual(
      read('(u + v)*z'),
    );
  });
});

test('facts are added to those there are, which stay as they were', () => {
  const before = given('x > 0');
  const fact: Fact = { term: symbol('y'), is: 'zero', because: 'test' };
  expect(assuming(before, fact)).toEqual({ symbols: before.symbols, facts: [...before.facts, fact] });
  expect(before).toEqual(given('x > 0'));
  expect(assuming(before)).toEqual(before);
});

test('a value is made once for two objects and a name', () => {
  const memo = new Memo<object, object, number>();
  const [a, b] = [{}, {}];
  let made = 0;
  const make = (): number => ++made;
  expect(memo.of(a, b, 'value', make)).toBe(1);
  expect(memo.of(a, b, 'value', make)).toBe(1);
  expect(memo.of(a, b, 'other', make)).toBe(2);
  expect(memo.of(b, a, 'value', make)).toBe(3);
  expect(memo.of(a, a, 'value', make)).toBe(4);
  expect([memo.of(a, b, 'value', make), memo.of(a, b, 'other', make), memo.of(a, a, 'value', make)]).toEqual([
    1, 2, 4,
  ]);
});
