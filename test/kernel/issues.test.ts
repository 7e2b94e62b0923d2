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
