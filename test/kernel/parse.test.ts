/** The language of formulas: what it means exactly, and that everything else is refused with a sentence at its place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FUNCTIONS } from '../../src/kernel/functions/registry.ts';
import { type Issue, OptimandError } from '../../src/kernel/issues.ts';
import { parse } from '../../src/kernel/parse.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../../src/kernel/symbols.ts';
import {
  add,
  call,
  divide,
  fraction,
  multiply,
  negate,
  number,
  power,
  sameTerm,
  squareRoot,
  subtract,
  type Term,
  term,
} from '../../src/kernel/term.ts';
import { LETTERS } from '../support/letters.ts';
import { byTier } from '../support/tier.ts';

function issueOf(text: string): Issue {
  try {
    parse(text, LETTERS);
  } catch (error) {
    if (error instanceof OptimandError) return error.issue;
    throw error;
  }
  throw new Error(`"${text.slice(0, 60)}" was read as a formula`);
}

const placeOf = (issue: Issue): number | undefined => ('at' in issue ? issue.at : undefined);

describe('meaning', () => {
  const cases: readonly (readonly [string, Term])[] = [
    ['n', term('n')],
    [' n ', term('n')],
    ['n\n\t+ d', add('n', 'd')],
    ['0.1', fraction(1, 10)],
    ['.5', fraction(1, 2)],
    ['2e5', term(200_000)],
    ['1e-3', fraction(1, 1000)],
    ['12345678901234567', term(12345678901234567n)],
    ['0.12345678901234567', fraction(12345678901234567n, 10n ** 17n)],
    ['100000000000000000000', term(10n ** 20n)],
    ['1 - q', subtract(1, 'q')],
    ['n - d - t', subtract(subtract('n', 'd'), 't')],
    ['n - (d - t)', subtract('n', subtract('d', 't'))],
    ['n/d/t', divide(divide('n', 'd'), 't')],
    ['n/d*t', multiply('n', power('d', -1), 't')],
    ['n/(d*t)', divide('n', multiply('d', 't'))],
    ['-n^2', negate(power('n', 2))],
    ['n^-2', power('n', -2)],
    ['n^alpha^beta', power('n', power('alpha', 'beta'))],
    ['(n^alpha)^beta', power(power('n', 'alpha'), 'beta')],
    ['--n', term('n')],
    ['n*-d', negate(multiply('n', 'd'))],
    ['+n', term('n')],
    ['sqrt(n)', squareRoot('n')],
    ['ln (q)', call('ln', 'q')],
    ['min(n, d, t)', call('min', 'n', 'd', 't')],
    ['E', term('E')],
    ['6*n*d/E', divide(multiply(6, 'n', 'd'), 'E')],
  ];
  test.each(cases)('%s', (text, meant) => {
    expect(sameTerm(parse(text, LETTERS), meant)).toBe(true);
  });

  test.each(Object.values(FUNCTIONS).map((record) => [record.name, record] as const))(
    '%s',
    (name, { arity }) => {
      const args = arity === 'two or more' ? ['n', 'd'] : ['n', 'gamma'].slice(0, arity);
      expect(sameTerm(parse(`${name}(${args.join(',')})`, LETTERS), call(name, ...args))).toBe(true);
      expect(
        issueOf(`${name}(${[...args, 'd', 't'].slice(0, args.length === 1 ? 2 : 1).join(',')})`),
      ).toMatchObject({
        code: 'syntax',
        at: 0,
      });
    },
  );

  test('a decimal is the number that it names', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }),
        fc.integer({ min: 0, max: 17 }),
        (digits, places) => {
          const padded = digits.toString().padStart(places + 1, '0');
          const text = `${padded.slice(0, padded.length - places)}.${padded.slice(padded.length - places)}`;
          expect(sameTerm(parse(text, LETTERS), fraction(digits, 10n ** BigInt(places)))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('refused, with the place', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['', 0],
    ['   ', 0],
    ['2n', 1],
    ['2 n', 2],
    ['n(1+q)', 1],
    ['n d', 2],
    ['(n)(d)', 3],
    ['(n)d', 3],
    ['q 2', 2],
    ['0x10', 1],
    ['2e', 1],
    ['2E5', 0],
    ['n + 2E', 5],
    ['n+', 2],
    ['*n', 0],
    ['n**d', 2],
    ['n+*d', 2],
    ['()', 1],
    ['ln()', 3],
    ['min(n,)', 6],
    ['min(,n)', 4],
    ['n)', 1],
    ['(n', 0],
    ['((n)', 0],
    ['n,d', 1],
    ['(n,d)', 2],
    ['min((n,d),t)', 6],
    ['n mod d', 2],
    ['n to d', 2],
    ['n in d', 2],
    ['n and d', 2],
    ['not n', 0],
    ['true', 0],
    ['NaN', 0],
    ['n + Infinity', 4],
    ['null', 0],
    ['undefined', 0],
    ['"n"', 0],
    ["n + 'd'", 4],
    ['[1, 2]', 0],
    ['n = 2', 2],
    ['n; d', 1],
    ['n!', 1],
    ['n%', 1],
    ['n.d', 1],
    ['n[1]', 1],
    ['{n}', 0],
    ['n ? d : t', 2],
    ['n:d', 1],
    ['n < d', 2],
    ['n | d', 2],
    ['n & d', 2],
    ['n # d', 2],
    ['`n`', 0],
    ['n\\d', 1],
    ['n\u00b7d', 1],
    ['\u03b3', 0],
    ['n\u00a0+ d', 1],
    ['n\u2212d', 1],
    ['n\u0000', 1],
    ['\ud83d\ude00', 0],
    ['log(q)', 0],
    ['n + foo(q)', 4],
    ['sin(q)', 0],
    ['ln', 0],
    ['n*sqrt', 2],
    ['sqrt(n, d)', 0],
    ['eval(n)', 0],
    ['1/0', 2],
    ['n/(1-1)', 3],
    ['n/0.0', 2],
    ['1e400', 0],
    ['n*1e-400', 2],
    ['123456789012345678', 0],
    ['0.123456789012345678', 0],
    ['1e999999999999', 0],
  ];
  test.each(cases)('%j at %i', (text, at) => {
    expect(issueOf(text)).toMatchObject({ code: 'syntax', text, at });
  });

  const names: readonly (readonly [string, number, string | null])[] = [
    ['omga', 0, 'omega'],
    ['n + Alpha', 4, 'alpha'],
    ['lamda*n', 0, null],
    ['pi', 0, null],
    ['e', 0, 'E'],
    ['constructor', 0, null],
    ['__proto__', 0, null],
    ['toString', 0, null],
    ['n*hasOwnProperty', 2, null],
  ];
  test.each(names)('%s is not declared', (text, at, suggestion) => {
    expect(issueOf(text)).toMatchObject({
      code: 'unknown-symbol',
      at,
      ...(suggestion ? { suggestion } : {}),
    });
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s(n) is no function',
    (name) => {
      expect(issueOf(`${name}(n)`)).toMatchObject({ code: 'syntax', at: 0 });
    },
  );
});

describe('limits', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}n${')'.repeat(depth)}`;
  test.each([
    ['parentheses', nested(101), nested(99)],
    ['signs', `${'-'.repeat(101)}n`, `${'-'.repeat(99)}n`],
    ['powers', `${'n^'.repeat(101)}n`, `${'n^'.repeat(99)}n`],
    ['all of them', `${'-n^('.repeat(40)}n${')'.repeat(40)}`, `${'-n^('.repeat(30)}n${')'.repeat(30)}`],
    ['operators', `${'n+'.repeat(2001)}n`, `${'n+'.repeat(1999)}n`],
    ['characters', `n${' '.repeat(10_000)}`, `n${' '.repeat(9_999)}`],
    ['long exact numbers', '((2^4000)^4000)^4000', '2^1000'],
  ])('%s', (_, beyond, within) => {
    expect(issueOf(beyond)).toMatchObject({ code: 'syntax' });
    parse(within, LETTERS);
  });

  test('nesting ends where its parentheses end', () => {
    parse(Array.from({ length: 150 }, () => '(-n^2)').join('+'), LETTERS);
    parse(Array.from({ length: 150 }, () => '-n^-2').join('*'), LETTERS);
  });

  test.each([
    ['('.repeat(9_999)],
    ['-'.repeat(9_999)],
    ['n^'.repeat(4_999)],
    ['ln('.repeat(3_333)],
    [Array.from({ length: 450 }, (_, i) => `1/${12345678901234567n + BigInt(i)}`).join('+')],
    ['9'.repeat(10_000)],
    ['x'.repeat(10_000)],
    ['x'.repeat(1e6)],
  ])('hostile text is refused at once: %s', (text) => {
    const start = performance.now();
    issueOf(text);
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('time grows with the length, not faster', () => {
    const time = (terms: number): number => {
      const text = `${'n*d+'.repeat(terms)}n`;
      const once = (): number => {
        const start = performance.now();
        parse(text, LETTERS);
        return performance.now() - start;
      };
      return Math.min(...Array.from({ length: 8 }, once));
    };
    time(100);
    expect(time(960)).toBeLessThan(8 * 3 * time(120) + 5);
  });
});

test('whatever the text, the answer is a term or an issue that points into it', () => {
  const pieces = fc.constantFrom(
    'n',
    'alpha',
    '2',
    '0.5',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    ',',
    ' ',
    'ln(',
    'min(',
    'e',
    '__proto__',
    '=',
    '"',
    '\u03b3',
    'to',
    'log(',
    '1e9',
    '%',
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((found) => found.join('')),
    fc.string({ maxLength: 30, unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (given) => {
      try {
        expect(parse(given, LETTERS)).toHaveProperty('kind');
      } catch (error) {
        if (!(error instanceof OptimandError)) throw error;
        const at = placeOf(error.issue) ?? -1;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(given.length);
        expect(error.message).not.toMatch(/\n/);
      }
    }),
    { numRuns: byTier(1_000, 3_000, 50_000) },
  );
});

const declare = (name: string): Declaration => ({
  name,
  tex: name,
  meaning: '',
  unit: '1',
  domain: POSITIVE,
  role: 'quantity',
  source: 'test',
});

test('a declared symbol may bear the name of a constant or unit of other languages', () => {
  const odd = joinTables(LETTERS, symbolTable(...['e', 'i', 'pi', 'g', 'cm'].map(declare)));
  expect(sameTerm(parse('e*i + pi/g^cm', odd), add(multiply('e', 'i'), divide('pi', power('g', 'cm'))))).toBe(
    true,
  );
  expect(sameTerm(parse('2', odd), number({ num: 2n, den: 1n }))).toBe(true);
});

test.each([
  ['a \x7f b', 'U+007F'],
  ['a ~ b', '"~"'],
  ['a é b', 'U+00E9'],
])('a character that no formula holds is shown as any terminal can: %j', (text, shown) => {
  expect(issueOf(text)).toHaveProperty('what', expect.stringContaining(shown));
});
