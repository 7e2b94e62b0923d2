/** The records of the functions, each answer by hand: what they say of themselves, their signs, domains, derivatives and LaTeX. */
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import type { Sign, SignedArgument } from '../../src/kernel/functions/function.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../src/kernel/functions/names.ts';
import { FUNCTIONS } from '../../src/kernel/functions/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { TexArgument } from '../../src/kernel/tex/piece.ts';
import { read } from '../support/terms.ts';

test('each says its name, how many arguments it has, what it is and whose it is', () => {
  expect(
    FUNCTION_NAMES.map((name) => FUNCTIONS[name]).map((one) => [
      one.name,
      one.arity,
      one.meaning,
      one.source,
    ]),
  ).toEqual([
    ['ln', 1, 'natural logarithm', 'definition'],
    ['exp', 1, 'exponential', 'definition'],
    ['min', 'two or more', 'smallest of the arguments', 'definition'],
    ['max', 'two or more', 'largest of the arguments', 'definition'],
    ['deformed_log', 2, 'deformed logarithm: the integral of s^-(1+g) from 1 to x', 'Box & Cox 1964'],
    ['lambert_w0', 1, 'real branch 0 of the solution w of w e^w = x', 'Corless et al. 1996'],
    ['lambert_wm1', 1, 'real branch -1 of the solution w of w e^w = x', 'Corless et al. 1996'],
  ]);
});

const FLIPPED: Readonly<Record<Sign, Sign>> = {
  positive: 'negative',
  'non-negative': 'non-positive',
  zero: 'zero',
  'non-positive': 'non-negative',
  negative: 'positive',
  unknown: 'unknown',
};
const known = (sign: Sign, lessOne: Sign = 'unknown'): SignedArgument => ({
  sign: () => sign,
  lessOne: () => lessOne,
});

describe('signs', () => {
  test.each<readonly [Sign, readonly Sign[]]>([
    ['positive', ['positive', 'unknown']],
    ['positive', ['negative', 'positive']],
    ['positive', ['zero', 'positive']],
    ['zero', ['zero', 'negative']],
    ['zero', ['zero', 'non-positive']],
    ['zero', ['zero', 'zero']],
    ['non-negative', ['zero', 'unknown']],
    ['non-negative', ['zero', 'non-negative']],
    ['non-negative', ['unknown', 'non-negative']],
    ['non-negative', ['negative', 'non-negative']],
    ['negative', ['negative', 'negative']],
    ['non-positive', ['negative', 'non-positive']],
    ['non-positive', ['non-positive', 'non-positive']],
    ['unknown', ['negative', 'unknown']],
    ['unknown', ['non-positive', 'unknown']],
    ['unknown', ['unknown', 'unknown']],
  ])('the largest is %s where its arguments are %j; the smallest of the flipped is flipped', (sign, args) => {
    expect(FUNCTIONS.max.sign(args.map((arg) => known(arg)))).toBe(sign);
    expect(FUNCTIONS.min.sign(args.map((arg) => known(FLIPPED[arg])))).toBe(FLIPPED[sign]);
  });

  test.each<readonly [FunctionName, SignedArgument[], Sign]>([
    ['ln', [known('positive', 'negative')], 'negative'],
    ['ln', [], 'unknown'],
    ['deformed_log', [known('positive', 'non-negative'), known('negative', 'negative')], 'non-negative'],
    ['deformed_log', [], 'unknown'],
    ['exp', [known('negative')], 'positive'],
    ['lambert_w0', [known('non-positive', 'negative')], 'non-positive'],
    ['lambert_w0', [], 'unknown'],
    ['lambert_wm1', [known('negative', 'negative')], 'negative'],
  ])('of %s', (name, args, sign) => {
    expect(FUNCTIONS[name].sign(args)).toBe(sign);
  });
});

const floor = -1 / Math.E;
test.each<readonly [FunctionName, readonly number[], boolean]>([
  ['ln', [1e-300], true],
  ['ln', [0], false],
  ['ln', [-1], false],
  ['ln', [], false],
  ['exp', [-1e300], true],
  ['deformed_log', [1e-300, -1], true],
  ['deformed_log', [0, 1], false],
  ['deformed_log', [-1, 1], false],
  ['deformed_log', [], false],
  ['min', [-1, 0], true],
  ['max', [-1, 0], true],
  ['lambert_w0', [floor], true],
  ['lambert_w0', [floor - 1e-9], false],
  ['lambert_w0', [5], true],
  ['lambert_w0', [], false],
  ['lambert_wm1', [floor], true],
  ['lambert_wm1', [floor - 1e-9], false],
  ['lambert_wm1', [-1e-300], true],
  ['lambert_wm1', [0], false],
  ['lambert_wm1', [5], false],
])('%s is real at %j: %s', (name, args, real) => {
  expect(FUNCTIONS[name].defined(args)).toBe(real);
});

test.each<readonly [FunctionName, readonly string[], number, string | null]>([
  ['ln', ['x'], 0, '1/x'],
  ['ln', [], 0, null],
  ['exp', ['x'], 0, 'exp(x)'],
  ['exp', [], 0, null],
  ['deformed_log', ['u', 'p'], 0, 'u^(-1 - p)'],
  ['deformed_log', ['u', 'p'], 1, null],
  ['lambert_w0', ['u'], 0, '1/(exp(lambert_w0(u))*(1 + lambert_w0(u)))'],
  ['lambert_wm1', ['x'], 0, '1/(exp(lambert_wm1(x))*(1 + lambert_wm1(x)))'],
  ['min', ['x', 'y'], 0, null],
  ['max', ['x', 'y'], 1, null],
])('the derivative of %s of %j in argument %i is %s', (name, args, index, text) => {
  const found = FUNCTIONS[name].partial(args.map(read), index);
  expect(found && printText(found)).toBe(text && printText(read(text)));
});

const letter = (tex: string): TexArgument => ({ tex, script: tex, tall: false, simple: true });
const tall: TexArgument = { tex: '\\frac{x}{y} + 1', script: 'x/y + 1', tall: true, simple: false };
test.each<readonly [FunctionName, readonly TexArgument[], string]>([
  ['ln', [letter('x')], '\\ln x'],
  ['ln', [tall], '\\ln\\left(\\frac{x}{y} + 1\\right)'],
  ['ln', [], '\\ln'],
  ['exp', [letter('1')], 'e'],
  ['exp', [letter('x')], 'e^{x}'],
  ['exp', [tall], 'e^{x/y + 1}'],
  ['min', [letter('x'), letter('y')], '\\min(x, y)'],
  ['max', [letter('x'), tall], '\\max\\left(x, \\frac{x}{y} + 1\\right)'],
  ['deformed_log', [letter('x'), tall], '\\ln_{x/y + 1}(x)'],
  ['lambert_w0', [letter('x')], 'W_{0}(x)'],
  ['lambert_wm1', [letter('x')], 'W_{-1}(x)'],
])('%s in LaTeX', (name, args, tex) => {
  expect(FUNCTIONS[name].tex(args)).toBe(tex);
});

test.each<readonly [FunctionName, readonly number[], number]>([
  ['ln', [Math.E], 1],
  ['exp', [1], Math.E],
  ['min', [2, 1, 3], 1],
  ['min', [1, 1], 1],
  ['max', [2, 3, 1], 3],
  ['max', [1, 1], 1],
  ['deformed_log', [2, 1], 0.5],
  ['lambert_w0', [Math.E], 1],
  ['lambert_wm1', [-2 * Math.exp(-2)], -2],
])('%s of %j is %d', (name, args, value) => {
  expect(FUNCTIONS[name].evaluate(double, args)).toBeCloseTo(value, 14);
});

test('of several arguments one that is no number is the answer, first, last or between', () => {
  const { NaN: none, POSITIVE_INFINITY: beyond } = Number;
  for (const name of ['min', 'max'] as const) {
    for (const args of [
      [none, 1, 2],
      [1, none, 2],
      [1, 2, none],
      [2, 1, none],
    ])
      expect(FUNCTIONS[name].evaluate(double, args)).toBeNaN();
    // Two that are beyond all numbers have no difference, and are numbers all the same.
    expect(FUNCTIONS[name].evaluate(double, [beyond, beyond])).toBe(beyond);
  }
});
