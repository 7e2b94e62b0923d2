import { describe, expect, test } from 'vitest';
import { parseSyntax } from '../../src/engines/mathjs-parser.ts';
import { valueAt } from './value.ts';

const name = (value: string) => ({ kind: 'name', name: value });
const number = (value: number) => ({ kind: 'number', value });

describe('what the language has', () => {
  test('operators, calls and names become nodes; parentheses and unary plus vanish', () => {
    expect(parseSyntax('+(a) * ln(2, γ)')).toEqual({
      ok: true,
      node: {
        kind: 'operator',
        operator: '*',
        left: name('a'),
        right: { kind: 'call', name: 'ln', args: [number(2), name('γ')] },
      },
    });
    expect(parseSyntax('-x_1')).toEqual({ ok: true, node: { kind: 'negative', operand: name('x_1') } });
  });

  test.each([
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['8/4/2', 1],
    ['1 - 2 - 3', -4],
    ['1.5e-3', 0.0015],
    ['(1 +\n 2)', 3],
  ])('%s is %d', (text, value) => {
    expect(valueAt(text, {})).toBe(value);
  });

  test.each(['e', 'E', 'pi', 'i', 'tau', 'b', 't', 'end', 'cm', 'constructor', '__proto__'])(
    '%s is a name',
    (text) => {
      expect(parseSyntax(text)).toEqual({ ok: true, node: name(text) });
    },
  );
});

test.each([
  ['2n', 'implicit multiplication (write *)'],
  ['2 n', 'implicit multiplication (write *)'],
  ['(a)(b)', 'implicit multiplication (write *)'],
  ['"n"', 'text in quotes'],
  ['[1, 2]', 'a list'],
  ['{a: 1}', 'an object'],
  ['a = 2', 'an assignment'],
  ['f(x) = 2', 'a function definition'],
  ['a.b', 'access to a property or element'],
  ['a[1]', 'access to a property or element'],
  ['a.b(1)', 'a call of something that is not a name'],
  ['a < b', 'a comparison'],
  ['a < b < c', 'a chain of comparisons'],
  ['a ? b : c', 'a conditional'],
  ['a; b', 'several expressions'],
  ['a\nb', 'several expressions'],
  ['1:3', 'a range'],
  ['a!', 'a factorial'],
  ["a'", 'a transpose'],
  ['a % b', 'a remainder (%)'],
  ['5%', 'a percentage'],
  ['a to cm', 'a unit conversion'],
  ['a and b', 'the operator and'],
  ['a .* b', 'the operator .*'],
  ['a ?? b', 'the operator ??'],
  ['true', 'the constant true'],
  ['null', 'the constant null'],
  ['undefined', 'the constant undefined'],
  ['NaN', 'a number that is not finite'],
  ['Infinity', 'a number that is not finite'],
  ['1e999', 'a number that is not finite'],
  ['a # b', 'a comment'],
])('%s is refused as %s', (text, what) => {
  expect(parseSyntax(text)).toEqual({ ok: true, node: { kind: 'refused', what } });
});

test('a refusal stays where it stands', () => {
  expect(parseSyntax('1 + [2]')).toMatchObject({
    node: { kind: 'operator', right: { kind: 'refused', what: 'a list' } },
  });
});

test.each([
  ['', 0],
  ['   ', 0],
  ['a +', 3],
  ['(a', 2],
  ['a)', 1],
  ['a + @', 4],
  ['2 * * 3', 4],
])('%j has no syntax, from offset %i on', (text, at) => {
  const parsed = parseSyntax(text);
  expect(parsed).toMatchObject({ ok: false, at });
  expect(parsed.ok ? '' : parsed.message).not.toMatch(/char \d/);
});
