import { describe, expect, it } from 'vitest';
import { decimals } from '../../src/engines/decimal.ts';
import { decimalArithmetic } from '../../src/kernel/arithmetic/decimal.ts';

const on = decimalArithmetic(50);
const finer = decimalArithmetic(120);
const exact = decimals(50);
/** |x/y - 1|, in decimals finer than either. */
function apart(x: Parameters<typeof finer.add>[0], y: Parameters<typeof finer.add>[0]): number {
  return Math.abs(finer.toNumber(finer.add(finer.divide(x, y), finer.fromNumber(-1))));
}

describe('decimals as an arithmetic', () => {
  it.each([
    ['2', '0.5'],
    ['2', '-1'],
    ['1e12', '2'],
    ['1.000001', '0.3'],
    ['3', '1e-10'],
    ['3', '-1e-49'],
    ['3', '1e-300'],
    ['0.2', '1.5'],
  ])('the deformed logarithm of %s at %s keeps its digits', (x, g) => {
    const [base, shape] = [exact.fromText(x), exact.fromText(g)];
    const many = decimals(400);
    const direct = many.div(many.sub(many.fromNumber(1), many.pow(base, many.neg(shape))), shape);
    expect(apart(on.deformedLog(base, shape), direct)).toBeLessThan(1e-47);
  });

  it('is ln at shape 0', () => {
    const x = exact.fromText('7.5');
    expect(apart(on.deformedLog(x, exact.fromNumber(0)), on.ln(x))).toBeLessThan(1e-49);
  });

  it.each([
    [0, '1'],
    [0, '1e-30'],
    [0, '1e400'],
    [0, '-0.1'],
    [0, '-0.3678794411714423215955'],
    [-1, '-0.3678794411714423215955'],
    [-1, '-0.1'],
    [-1, '-1e-30'],
    [-1, '-1e-400'],
  ] as const)('branch %d of Lambert W at %s inverts w e^w', (branch, text) => {
    const x = exact.fromText(text);
    const w = on.lambertW(branch, x);
    expect(apart(finer.multiply(w, finer.exp(w)), x)).toBeLessThan(1e-46);
    if (branch === 0) expect(on.toNumber(w)).toBeGreaterThanOrEqual(-1);
    else expect(on.toNumber(w)).toBeLessThanOrEqual(-1);
  });

  it('gives no number where a branch has none', () => {
    expect(on.toNumber(on.lambertW(0, exact.fromText('-0.4')))).toBeNaN();
    expect(on.toNumber(on.lambertW(-1, exact.fromText('0.1')))).toBeNaN();
    expect(on.toNumber(on.lambertW(-1, exact.fromNumber(0)))).toBe(Number.NEGATIVE_INFINITY);
    expect(on.toNumber(on.lambertW(0, exact.fromNumber(0)))).toBe(0);
  });
});
