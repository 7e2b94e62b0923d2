/** Every refusal of the language of formulas, word by word and at its place. */
import { describe, expect, test } from 'vitest';
import { OptimandError } from '../../src/kernel/issues.ts';
import { parse } from '../../src/kernel/parse.ts';
import { joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { add, call, multiply, negate, power, squareRoot, symbol, type Term } from '../../src/kernel/term.ts';
import { isWord } from '../../src/kernel/text/tokens.ts';
import { LETTERS } from '../support/letters.ts';
import { letter } from '../support/terms.ts';

/** Where the text is refused, what is wrong and what would do; null where it is a formula. */
function refusal(text: string): readonly [number | undefined, string, string] | null {
  try {
    parse(text, LETTERS);
    return null;
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'syntax') throw error;
    return [error.issue.at, error.issue.what, error.issue.would];
  }
}

const MULTIPLY = 'A multiplication sign is missing';
const missing = (where: string): string => `A number, symbol or parenthesis is missing ${where}`;
const WRITE = 'write it there or remove the sign';
const COMMA = 'A comma stands outside the arguments of a function';
const LONG = 'Exact arithmetic on the numbers of the formula grows too long';

const BLANKS = 'use letters, digits, _ . + - * / ^ ( ) , and blanks';
const TOO_LONG = 'The formula has 10001 characters and may have 10000; it goes too far';
const OTHER_NAMES = 'write formulas with + - * / ^ and give symbols other names';
const RESERVED = [
  ...['mod', 'to', 'in', 'and', 'or', 'xor', 'not', 'end'],
  ...['true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'uninitialized'],
];

describe('refusals', () => {
  test.each<readonly [string, number, string, string]>([
    ['n d', 2, MULTIPLY, 'write * between "n" and "d"'],
    ['2n', 1, MULTIPLY, 'write * between "2" and "n"'],
    ['(n)d', 3, MULTIPLY, 'write * between ")" and "d"'],
    ['2(n)', 1, MULTIPLY, 'write * between "2" and "("'],
    ['n(d)', 1, MULTIPLY, 'write * between "n" and "("'],
    ['ln n', 3, MULTIPLY, 'write * between "ln" and "n"'],
    [
      `${'a'.repeat(30)} ${'b'.repeat(30)}`,
      31,
      MULTIPLY,
      `write * between "${'a'.repeat(20)}" and "${'b'.repeat(20)}"`,
    ],
    ['n)', 1, 'A parenthesis closes that none opened', 'remove it or open it before'],
    ['()', 1, missing('before the closing parenthesis'), WRITE],
    ['(n+)', 3, missing('before the closing parenthesis'), WRITE],
    ['*n', 0, missing('before "*"'), WRITE],
    ['n+/d', 2, missing('before "/"'), WRITE],
    ['n+', 2, missing('at the end'), WRITE],
    ['', 0, 'There is no formula', 'write one, such as omega*f - delta*t'],
    ['n + (d*(t)', 4, 'A parenthesis is not closed', 'close it'],
    ['1,5', 1, COMMA, 'write 0.5 for decimals and remove it'],
    ['n*(d,t)', 4, COMMA, 'write 0.5 for decimals and remove it'],
    ['max(n,(d,t))', 8, COMMA, 'write 0.5 for decimals and remove it'],
    ['max(,n)', 4, missing('before the comma'), WRITE],
    ['max(n,)', 6, missing('before the closing parenthesis'), WRITE],
    ['2*ln', 2, 'The function ln stands without its arguments', 'write ln(...)'],
    ['sqrt + 1', 0, 'The function sqrt stands without its arguments', 'write sqrt(...)'],
    ['n*ln(n,d)', 2, 'ln takes 1 argument, not 2,', 'correct the arguments'],
    ['max(n)', 0, 'max takes two or more arguments, not 1,', 'correct the arguments'],
    ['deformed_log(n)', 0, 'deformed_log takes 2 arguments, not 1,', 'correct the arguments'],
    ['sqrt(n,d)', 0, 'sqrt takes 1 argument, not 2,', 'correct the arguments'],
    ['2*log(n)', 2, '"log" leaves its base open', 'write ln for the natural logarithm'],
    ['maxx(n,d)', 0, '"maxx" is not a function of the language', 'write "max" if that was meant'],
    ['sqr(n)', 0, '"sqr" is not a function of the language', 'write "sqrt" if that was meant'],
    [
      `${'z'.repeat(50)}(n)`,
      0,
      `"${'z'.repeat(40)}" is not a function of the language`,
      'known functions are ln, exp, min, max, deformed_log, lambert_w0, lambert_wm1, sqrt',
    ],
    ['n + d/0', 6, 'A division by zero', 'divide by something else'],
    ['2*1e99999', 2, 'A number is out of range', 'keep its size between 1e-300 and 1e300'],
    ['2*1.1e300', 2, 'A number is out of range', 'keep its size between 1e-300 and 1e300'],
    ['2*0.9e-300', 2, 'A number is out of range', 'keep its size between 1e-300 and 1e300'],
    ['3*2E5', 2, 'A number runs into E', 'write 2e5 for a power of ten, or * before the symbol E'],
    ['n + 123456789012345678', 4, 'A number has 18 significant digits', 'give at most 17'],
    ['n§d', 1, 'U+00A7 does not belong in a formula', BLANKS],
    ['n\u007f', 1, 'U+007F does not belong in a formula', BLANKS],
    ['n~d', 1, '"~" does not belong in a formula', BLANKS],
    ['!', 0, '"!" does not belong in a formula', BLANKS],
    ['\u{1f600}', 0, 'U+1F600 does not belong in a formula', BLANKS],
    ['n\u0001', 1, 'U+0001 does not belong in a formula', BLANKS],
    ['n = d', 2, '"=" does not belong in a formula', BLANKS],
    [`n${' '.repeat(10_000)}`, 10_000, TOO_LONG, 'split it, with a symbol for each part'],
    ...RESERVED.map((word) => [`n+${word}`, 2, `"${word}" is a reserved word`, OTHER_NAMES] as const),
    // Three and one have a hexadecimal digit each: 8 bits, so that 8192 is reached at 1024.
    ['n + 3^1025', 6, LONG, 'round them'],
  ])('%s at %i: %s; %s', (text, at, what, would) => {
    expect(refusal(text)).toEqual([at, what, would]);
  });

  test.each([
    '3^1024',
    '3^4096',
    '3^(1025/2)',
    'n*0',
    '1e300 + 1e-300',
    '00.00012345678901234567',
    `1${'0'.repeat(20)}`,
    '.25 + 2. + 2.e3',
    `n${' '.repeat(9_999)}`,
    `${'n+'.repeat(150)}n^d`,
    'n\r\n\t+  d',
    '0e0',
    'max(n,-d)',
    '+n',
    'max(n, max(d, t))',
  ])('%s is a formula', (text) => {
    expect(refusal(text)).toBeNull();
  });
});

test('the words of other languages are free for no letter, and other names are', () => {
  expect(RESERVED.filter(isWord)).toEqual([]);
  expect(['n', 'total', 'In', 'ands'].filter(isWord)).toEqual(['n', 'total', 'In', 'ands']);
});

test('a letter that is not declared is told with its place, those that are, and the nearest', () => {
  const unknown = (text: string): unknown => {
    try {
      return parse(text, LETTERS);
    } catch (error) {
      return error instanceof OptimandError ? error.issue : error;
    }
  };
  const known = [...LETTERS.keys()];
  const about = { code: 'unknown-symbol', known, at: 2 };
  expect(unknown('2*omga')).toEqual({ ...about, name: 'omga', suggestion: 'omega', text: '2*omga' });
  expect(unknown('2*zzzzzz')).toEqual({ ...about, name: 'zzzzzz', suggestion: null, text: '2*zzzzzz' });
});

test('a letter that is called as a function is read as one where no parenthesis follows', () => {
  const own = joinTables(LETTERS, symbolTable(...['ln', 'sqrt'].map((name) => letter(name, {}))));
  expect(parse('ln*ln(n)', own)).toEqual(multiply('ln', call('ln', 'n')));
  expect(parse('sqrt(n) + sqrt', own)).toEqual(add(squareRoot('n'), 'sqrt'));
});

// 17 digits are 14 hexadecimal ones and the 1 above or below is one more, of 4 bits each: 60 bits, 136 times at most.
describe.each([
  ['a sum', '1/12345678901234567', '+', 2],
  ['a product', '12345678901234567', '*', 0],
])('%s of long numbers', (_, part, sign, to) => {
  const many = (count: number): string => Array.from({ length: count }, () => part).join(sign);
  test('is exact up to a length, and refused at the number that goes beyond', () => {
    expect(refusal(many(136))).toBeNull();
    expect(refusal(many(137))).toEqual([136 * (part.length + 1) + to, LONG, 'round them']);
  });
});

test.each<readonly [string, Term]>([
  ['n - d - t', add('n', negate('d'), negate('t'))],
  ['n + d - t', add('n', 'd', negate('t'))],
  ['n/d/t', multiply('n', power('d', -1), power('t', -1))],
  ['n/d*t', multiply('n', power('d', -1), 't')],
  ['n*d - t/E^2', add(multiply('n', 'd'), negate(multiply('t', power(power('E', 2), -1))))],
  ['sqrt(n)', squareRoot('n')],
  ['ln(n)', call('ln', 'n')],
  ['max(n, d, t)', call('max', 'n', 'd', 't')],
])('%s is read as it is meant', (text, meant) => {
  expect(parse(text, LETTERS)).toEqual(meant);
});

describe('what is nested', () => {
  const DEEP = [
    'The formula is nested too deep',
    'nest parentheses, signs and ^ at most 100 deep, with a symbol for each part',
  ] as const;
  const within = (depth: number): string => '('.repeat(depth) + 'n'.padEnd(depth + 1, ')');
  /** 20 signs around a parenthesis that holds 20 signs, another and so many powers: 41 and as many. */
  const powers = (count: number): string => `${'-'.repeat(20)}(${'-'.repeat(20)}(n)${'^d'.repeat(count)})`;
  const sum = (operators: number): string => `n${'+n'.repeat(operators)}`;

  test('parentheses', () => {
    expect(parse(within(100), LETTERS)).toEqual(symbol('n'));
    expect(refusal(within(101))).toEqual([100, ...DEEP]);
  });

  test('signs and powers, those around a parenthesis with those within', () => {
    expect(refusal(`${'-'.repeat(100)}n`)).toBeNull();
    expect(refusal(`${'-'.repeat(101)}n`)).toEqual([100, ...DEEP]);
    expect(refusal(powers(59))).toBeNull();
    expect(refusal(powers(60))).toEqual([44 + 2 * 59, ...DEEP]);
  });

  test('long sums', () => {
    expect(refusal(sum(2000))).toBeNull();
    expect(refusal(sum(2001))).toEqual([
      4001,
      'The formula has too many operators',
      'use at most 2000, with a symbol for each part',
    ]);
  });
});
