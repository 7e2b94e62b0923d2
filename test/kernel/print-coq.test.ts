/** Terms as Coq text: what binds how tightly, and what has no counterpart. */
import { expect, test } from 'vitest';
import { parse } from '../../src/kernel/parse.ts';
import { printCoq } from '../../src/kernel/print-coq.ts';
import { POSITIVE, symbolTable } from '../../src/kernel/symbols.ts';

const symbols = symbolTable(
  ...['x', 'y', 'z'].map((name) => ({
    name,
    tex: name,
    unit: '1',
    meaning: 'a number',
    domain: POSITIVE,
    role: 'quantity' as const,
    source: 'this test',
  })),
);

test.each([
  ['x + y*z', 'x + y * z'],
  ['(x + y)*z', '(x + y) * z'],
  ['x - (y + z)', 'x - (y + z)'],
  ['x - 1', 'x - 1'],
  ['x + 1', '1 + x'],
  ['x/(y*z)', 'x / (y * z)'],
  ['x/y/z', 'x / y / z'],
  ['1/x', '1 / x'],
  ['-x', '- x'],
  ['-(x*y)', '- (x * y)'],
  ['x^2', 'x ^ 2'],
  ['x^(1/2)', 'Rpower x (1 / 2)'],
  ['x^(-y)', 'Rpower x (- y)'],
  ['(x+y)^z', 'Rpower (x + y) z'],
  ['x^(y^z)', 'Rpower x (Rpower y z)'],
  ['ln(x*y)', 'ln (x * y)'],
  ['min(x, y + z)', 'Rmin x (y + z)'],
  ['deformed_log(x*y, z)', 'deformed_log (x * y) z'],
  ['-1/x', '- (1 / x)'],
  ['2/3*x', '2 / 3 * x'],
  ['-x - y', '- x - y'],
  ['-(x*y) + 2', '2 - x * y'],
  ['exp(x)', 'exp x'],
  ['max(x, y)', 'Rmax x y'],
  ['lambert_wm1(x)', 'lambert_wm1 x'],
  ['-3', '- 3'],
  ['0*x', '0'],
  ['-2/3', '- (2 / 3)'],
  ['(-2)^x', 'Rpower (- 2) x'],
  ['x^(-2)', '1 / x ^ 2'],
  ['y*x^(-3)', 'y / x ^ 3'],
  ['x^(-1/2)', '1 / Rpower x (1 / 2)'],
  ['x^(-1)*y^(-1)', '1 / x / y'],
  ['-x + y', '- x + y'],
  ['-(x*y) - z', '- (x * y) - z'],
  ['x*(y + z)', 'x * (y + z)'],
  // A power of nothing is no natural one.
  ['0^0', 'Rpower 0 0'],
])('%s', (text, coq) => {
  expect(printCoq(parse(text, symbols))).toBe(coq);
});

test('letters by the names that they have in Coq', () => {
  expect(printCoq(parse('x*y', symbols), { x: '(margin n)' })).toBe('(margin n) * y');
});

test('a function without a counterpart is refused', () => {
  expect(() => printCoq(parse('lambert_w0(x)', symbols))).toThrow(
    /lambert_w0 has no counterpart.*the Coq statements.*define it in proofs\/coq\/Model\.v/s,
  );
});
