/** Signs and logarithms against plain arithmetic where doubles reach, and against themselves where they do not. */
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { type Logarithmic, logarithmic as wide } from '../../src/kernel/arithmetic/logarithmic.ts';
import { FUNCTIONS } from '../../src/kernel/functions/registry.ts';
import { rational } from '../../src/kernel/rational.ts';

const NUMBERS = [-3, -2, -1, -0.5, 0, 0.2, 0.5, 1, 2.5, 4];
const PAIRS = NUMBERS.flatMap((x) => NUMBERS.map((y) => [x, y] as const));
const near = (got: Logarithmic, exact: number): void => {
  if (Number.isNaN(exact)) expect(got.sign).toBeNaN();
  else if (Math.abs(exact) === Number.POSITIVE_INFINITY) expect(got.ln).toBe(Number.POSITIVE_INFINITY);
  else expect(Math.abs(wide.toNumber(got) - exact)).toBeLessThan(1e-13 * Math.max(1, Math.abs(exact)));
};
const [from, E] = [wide.fromNumber, { sign: 1, ln: 1 }];

describe('as doubles do', () => {
  test.each(PAIRS)('%d and %d', (x, y) => {
    const [a, b] = [from(x), from(y)];
    near(wide.add(a, b), x + y);
    near(wide.multiply(a, b), x * y);
    near(wide.divide(a, b), x / y);
    near(wide.power(a, b), x ** y);
    expect(Math.sign(wide.compare(a, b))).toBe(Math.sign(x - y));
    if (x > 0) near(wide.deformedLog(a, b), double.deformedLog(x, y));
    if (x > 0) near(wide.powerGap(a, b), 1 - x ** -y);
  });

  test.each(NUMBERS)('%d alone', (x) => {
    near(from(x), x);
    near(wide.negate(from(x)), -x);
    near(wide.exp(from(x)), Math.exp(x));
    near(wide.ln(from(x)), Math.log(x));
    expect(wide.isZero?.(from(x))).toBe(x === 0);
  });

  test('rationals enter as numbers', () => {
    near(wide.fromRational(rational(-3, 4)), -0.75);
    expect(wide.fromRational(rational(0))).toEqual({ sign: 0, ln: Number.NEGATIVE_INFINITY });
    expect(wide.negate(from(0))).toEqual(from(0));
    for (const exponent of [-7, -3, 3, 5, 10, 101])
      near(wide.power(from(-1.5), from(exponent)), (-1.5) ** exponent);
    for (const exponent of [-0.5, 1 / 3, 2.5]) expect(wide.power(from(-1.5), from(exponent)).sign).toBeNaN();
    expect(wide.name).toBe('logarithms of doubles');
  });
});

describe('zero', () => {
  const zero = { sign: 0, ln: Number.NEGATIVE_INFINITY };
  const beyond = { sign: 1, ln: Number.POSITIVE_INFINITY };
  test.each([
    ['0', from(0), zero],
    ['-0', from(-0), zero],
    ['0 + 0', wide.add(from(0), from(0)), zero],
    ['2 - 2', wide.add(from(2), from(-2)), zero],
    ['0 (-2)', wide.multiply(from(0), from(-2)), zero],
    ['(-2) 0', wide.multiply(from(-2), from(0)), zero],
    ['0/(-2)', wide.divide(from(0), from(-2)), zero],
    ['0^e^(1000)', wide.power(from(0), { sign: 1, ln: 1e3 }), zero],
    ['e^(-e^(1000))', wide.exp({ sign: -1, ln: 1e3 }), zero],
    ['e^(e^(1000))', wide.exp({ sign: 1, ln: 1e3 }), beyond],
    ['0^(-1/2)', wide.power(from(0), from(-0.5)), beyond],
    ['5 over what is beyond all numbers', wide.divide(from(-5), beyond), zero],
    ['two beyond all numbers', wide.add(beyond, beyond), beyond],
    ['the pole of W of branch -1', wide.lambertW(-1, from(0)), { sign: -1, ln: Number.POSITIVE_INFINITY }],
  ])('%s has one form', (_text, got, form) => {
    expect(got).toEqual(form);
  });

  test.each([-3, 0.25])('with %d: the other itself', (x) => {
    expect(wide.add(from(0), from(x))).toEqual(from(x));
    expect(wide.add(from(x), from(0))).toEqual(from(x));
  });
});

describe('what is no number', () => {
  const none = from(Number.NaN);
  test.each([
    ['its sum with 5', wide.add(none, from(5))],
    ['5 and it', wide.add(from(5), none)],
    ['its sum with 0', wide.add(none, from(0))],
    ['0 and it', wide.add(from(0), none)],
    [
      'the gap of two beyond all numbers',
      wide.add(wide.divide(from(1), from(0)), wide.divide(from(-1), from(0))),
    ],
    ['it over 0', wide.divide(none, from(0))],
    ['it over 5', wide.divide(none, from(5))],
    ['5 over it', wide.divide(from(5), none)],
    ['5 times it', wide.multiply(from(5), none)],
    [
      'a quotient of two beyond all numbers',
      wide.divide(wide.divide(from(2), from(0)), wide.divide(from(1), from(0))),
    ],
    ['its exponential', wide.exp(none)],
    ['its logarithm', wide.ln(none)],
    ['its power', wide.power(none, from(2))],
    ['2 to it', wide.power(from(2), none)],
    ['-2 to it', wide.power(from(-2), none)],
    ['0 to it', wide.power(from(0), none)],
    ['the deformed logarithm of 0', wide.deformedLog(from(0), from(1))],
    ['the gap of powers of 0', wide.powerGap(from(0), from(0))],
    ['the gap of powers of -1', wide.powerGap(from(-1), from(0))],
  ])('%s is none', (_text, got) => {
    expect([got.sign, got.ln]).toEqual([Number.NaN, Number.NaN]);
  });

  test('compares with nothing, from either side, so that a largest of several is none', () => {
    expect(wide.compare(none, from(5))).toBeNaN();
    expect(wide.compare(from(5), none)).toBeNaN();
    for (const args of [
      [none, from(5)],
      [from(5), none],
    ])
      for (const name of ['min', 'max'] as const) expect(FUNCTIONS[name].evaluate(wide, args).sign).toBeNaN();
  });
});

describe('where doubles cancel or overflow', () => {
  test('a logarithm is that of the number, however large or small it is', () => {
    near(wide.ln({ sign: 1, ln: 5000 }), 5000);
    near(wide.ln({ sign: 1, ln: -5000 }), -5000);
    expect(wide.ln({ sign: -1, ln: 5000 }).sign).toBeNaN();
  });

  test('1 - e^z is known at both ends', () => {
    const lessOne = (z: number): number => wide.add(from(1), { sign: -1, ln: z }).ln;
    // 1 - e^z = -z - z²/2 for small z, and ln(1 - e^z) = -e^z for large ones.
    expect(lessOne(-1e-8)).toBeCloseTo(Math.log(1e-8) - 0.5e-8, 12);
    expect(lessOne(-30) / -Math.exp(-30)).toBeCloseTo(1, 12);
    expect(lessOne(-0.7)).toBeCloseTo(Math.log(1 - Math.exp(-0.7)), 14);
  });

  test('a deformed logarithm of a small shape: ln x (1 - z/2 + z²/6 - z³/24), z = g ln x', () => {
    for (const z of [1e-6, 9e-6, 2e-5]) {
      const { ln } = wide.deformedLog(E, from(z));
      expect(ln).toBeCloseTo(-z / 2 + z ** 2 / 24, 14);
    }
    expect(wide.deformedLog({ sign: 1, ln: 5000 }, from(0)).ln).toBeCloseTo(Math.log(5000), 14);
    expect(wide.powerGap(from(-1), from(1)).sign).toBeNaN();
  });

  test("Lambert's W far out: w + ln w = L, or of the other branch v - ln v = L", () => {
    for (const L of [599, 601, 1e4, 1e9]) {
      const w = wide.toNumber(wide.lambertW(0, { sign: 1, ln: L }));
      expect(Math.abs(w + Math.log(w) - L)).toBeLessThan(1e-15 * 8 * L);
      const v = -wide.toNumber(wide.lambertW(-1, { sign: -1, ln: -L }));
      expect(Math.abs(v - Math.log(v) - L)).toBeLessThan(1e-15 * 8 * L);
    }
    // Of what is next to zero it is that itself.
    const tiny = { sign: -1, ln: -900 };
    expect(wide.lambertW(0, tiny)).toEqual(tiny);
    expect(wide.lambertW(0, from(0))).toEqual(from(0));
    near(wide.lambertW(0, from(Math.E)), 1);
    // w e^w at w = 1/2, and at w = -ln 2, where e^w is 1/2.
    near(wide.lambertW(0, from(Math.exp(0.5) / 2)), 0.5);
    near(wide.lambertW(0, from(-Math.LN2 / 2)), -Math.LN2);
    near(wide.lambertW(-1, from(-2 * Math.exp(-2))), -2);
  });

  test('and has no value where no number is one', () => {
    expect(wide.lambertW(-1, { sign: 1, ln: -900 }).sign).toBeNaN();
    expect(wide.lambertW(-1, { sign: -1, ln: 900 }).sign).toBeNaN();
    expect(wide.lambertW(-1, { sign: 1, ln: 900 }).sign).toBeNaN();
    expect(wide.lambertW(0, { sign: -1, ln: 900 }).sign).toBeNaN();
  });
});
