import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, type Issue, OptimandError, refuse, sentence, shown } from '../../src/kernel/issues.ts';

const ISSUES: readonly Issue[] = [
  { code: 'syntax', text: 'n +* d', at: 3, what: 'a value was expected', would: 'write one' },
  { code: 'unknown-symbol', name: 'lam', known: ['lambda', 'n'], suggestion: 'lambda' },
  { code: 'unknown-symbol', name: 'lam', known: ['n', 'd'], suggestion: null, text: '2*lam', at: 2 },
  { code: 'refused', what: 'a root', where: 'the step', would: 'assume its sign' },
  { code: 'bad-value', name: 'E', value: '-1', must: 'positive', path: 'cases[3]' },
  { code: 'missing', name: 'E', of: 'baseline', meaning: 'hardware efficiency' },
  { code: 'usage', what: 'no verb', would: 'say which' },
  { code: 'file', path: 'a\u0000b.json', what: 'it is not there', would: 'name another' },
];

describe('every kind of issue', () => {
  test.each(ISSUES.map((issue) => [issue.code, issue] as const))(
    '%s is one printable sentence that ends',
    (_, issue) => {
      const text = sentence(issue);
      expect(text).toMatch(/^[\x20-\x7e\u2026]+[.?]$/);
      expect(new OptimandError(issue)).toMatchObject({ message: text, issue, name: 'OptimandError' });
      expect(() => fail(issue)).toThrow(text);
    },
  );

  test('a place is counted from 1, and a suggestion is a question', () => {
    expect(ISSUES.slice(0, 2).map(sentence)).toEqual([
      'a value was expected at character 4, near "* d"; write one.',
      '"lam" is not declared; did you mean "lambda"?',
    ]);
    expect(() => refuse('x', 'y', 'z')).toThrow('x in y; z.');
  });

  const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);
  test.each([
    ['abcdef', 0, 'character 1, near "abcdef"'],
    ['abcdef', 5, 'character 6, near "f"'],
    ['abcdef', 6, 'character 7, near "the end"'],
    ['', 0, 'character 1, near "the end"'],
    ['a\u00e9\tb"', 1, 'character 2, near "??b""'],
    // Twenty characters are shown, wherever the place is.
    [LETTERS, 0, 'character 1, near "abcdefghijklmnopqrst"'],
    [LETTERS, 20, 'character 21, near "uvwxyzabcdefghijklmn"'],
    [LETTERS, 26, 'character 27, near "abcdefghijklmnopqrst"'],
    [LETTERS, 53, 'character 54, near "bcdefghijklmnopqrstu"'],
    [LETTERS, 102, 'character 103, near "yz"'],
  ])('%s at %i: %s', (text, at, place) => {
    expect(sentence({ code: 'syntax', text, at, what: 'What', would: 'do' })).toBe(`What at ${place}; do.`);
  });

  const unknown = (more: object): string =>
    sentence({ code: 'unknown-symbol', name: 'lam', known: ['n', 'd'], suggestion: null, ...more } as Issue);
  test.each([
    [{ text: '2*lam', at: 2 }, '"lam" is not declared (at character 3, near "lam"); known are n, d.'],
    [{ text: '', at: 0 }, '"lam" is not declared (at character 1, near "the end"); known are n, d.'],
    [{ text: '2*lam' }, '"lam" is not declared; known are n, d.'],
    [{ at: 2 }, '"lam" is not declared; known are n, d.'],
    [{ known: ['n'] }, '"lam" is not declared; known are n.'],
    [{ suggestion: 'n', known: [] }, '"lam" is not declared; did you mean "n"?'],
    [{ name: 'a\nb' }, '"a?b" is not declared; known are n, d.'],
  ])('an unknown symbol with %j: %s', (more, said) => {
    expect(unknown(more)).toBe(said);
  });

  test.each<readonly [Issue, string]>([
    [
      { code: 'bad-value', name: 'E', value: '-1', must: 'positive', path: 'cases[3]' },
      'cases[3]: E = -1 is not allowed; it must be positive.',
    ],
    [
      { code: 'bad-value', name: 'E', value: 'x'.repeat(70), must: 'a number' },
      `E = ${'x'.repeat(57)}... is not allowed; it must be a number.`,
    ],
    [
      { code: 'missing', name: 'E', of: 'baseline', meaning: 'hardware efficiency' },
      'baseline needs E (hardware efficiency), which is not given; add it with --set E=… or as a key of params.',
    ],
    [{ code: 'usage', what: 'no verb', would: 'say which' }, 'no verb; say which.'],
    [{ code: 'usage', what: 'no verb', would: 'was solve meant?' }, 'no verb; was solve meant?'],
    [
      { code: 'file', path: 'a\u0000b.json', what: 'it is not there', would: 'name another' },
      'a?b.json: it is not there; name another.',
    ],
    [
      { code: 'model', path: '/blocks\n', says: 'it is wrong.', file: 'a\tb' },
      'a?b at /blocks?: it is wrong.',
    ],
  ])('%j', (issue, said) => {
    expect(sentence(issue)).toBe(said);
  });

  test.each([
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(57)}...`],
    [' ~\x1f\x7f', ' ~??'],
    ['a\n\nb', 'a??b'],
  ])('%j is shown as %s', (text, safe) => {
    expect(shown(text)).toBe(safe);
  });

  test('where no letter may stand, none is said to be known', () => {
    const issue = { code: 'unknown-symbol', name: 'much', known: [], suggestion: null } as const;
    expect(sentence(issue)).toBe('"much" is not declared; no letter may stand here.');
  });

  test('what is wrong with a model is said with its file and its place, as far as they are known', () => {
    const said = (file: string | null, path: string): string =>
      sentence({
        code: 'model',
        says: 'it has no price.',
        path,
        ...(file === null ? {} : { file }),
      } as Issue);
    expect([
      said('own.json', '/blocks/1'),
      said('own.json', ''),
      said(null, '/blocks/1'),
      said(null, ''),
    ]).toEqual([
      'own.json at /blocks/1: it has no price.',
      'own.json: it has no price.',
      'at /blocks/1: it has no price.',
      'the model: it has no price.',
    ]);
  });

  test('text of unknown origin comes out short, printable and on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(shown(text)).toMatch(/^[\x20-\x7e]{0,60}$/);
        expect(sentence({ code: 'bad-value', name: text, value: text, must: 'positive' })).toMatch(
          /^[\x20-\x7e]*$/,
        );
        expect(
          sentence({ code: 'syntax', text, at: Math.floor(text.length / 2), what: 'what', would: 'would' }),
        ).toMatch(/^[\x20-\x7e]*$/);
      }),
      { numRuns: 2000, seed: 20260514 },
    );
  });
});
