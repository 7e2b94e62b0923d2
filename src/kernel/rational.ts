/**
 * Exact rational numbers as plain data: a reduced fraction of two integers with a positive denominator.
 * Every coefficient and every numeric exponent of the kernel is one, so equality is decided, never rounded.
 */
export type Rational = { readonly num: bigint; readonly den: bigint };

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Greatest common divisor of two integers, non-negative. */
export function gcdInteger(left: bigint, right: bigint): bigint {
  let [a, b] = [magnitude(left), magnitude(right)];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** num/den in lowest terms. @throws RangeError where den is zero, which no caller may pass. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('a rational number has denominator zero');
  if (d < 0n) [n, d] = [-n, -d];
  const common = d === 1n ? 1n : gcdInteger(n, d);
  return { num: n / common, den: d / common };
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };
export const MINUS_ONE: Rational = { num: -1n, den: 1n };

export const addRational = (x: Rational, y: Rational): Rational =>
  x.den === 1n && y.den === 1n
    ? { num: x.num + y.num, den: 1n }
    : rational(x.num * y.den + y.num * x.den, x.den * y.den);
export const negateRational = (x: Rational): Rational => ({ num: -x.num, den: x.den });
export const subtractRational = (x: Rational, y: Rational): Rational => addRational(x, negateRational(y));
export const multiplyRational = (x: Rational, y: Rational): Rational =>
  x.den === 1n && y.den === 1n ? { num: x.num * y.num, den: 1n } : rational(x.num * y.num, x.den * y.den);
export const divideRational = (x: Rational, y: Rational): Rational => rational(x.num * y.den, x.den * y.num);
export const isZeroRational = (x: Rational): boolean => x.num === 0n;
export const isOneRational = (x: Rational): boolean => x.num === 1n && x.den === 1n;
export const isInteger = (x: Rational): boolean => x.den === 1n;
export const signRational = (x: Rational): -1 | 0 | 1 => (x.num > 0n ? 1 : x.num < 0n ? -1 : 0);
export const compareRational = (x: Rational, y: Rational): -1 | 0 | 1 => signRational(subtractRational(x, y));
export const equalRational = (x: Rational, y: Rational): boolean => x.num === y.num && x.den === y.den;

/** The largest integer not above x. */
export function floorRational(x: Rational): bigint {
  const quotient = x.num / x.den;
  return x.num < 0n && x.den !== 1n ? quotient - 1n : quotient;
}

/** x to an integer power. @throws RangeError for zero to a negative power. */
export function powerRational(x: Rational, exponent: bigint): Rational {
  if (exponent >= 0n) return rational(x.num ** exponent, x.den ** exponent);
  return rational(x.den ** -exponent, x.num ** -exponent);
}

const bitLength = (value: bigint): number => value.toString(2).length;

/** Number of binary digits of the longer of numerator and denominator. */
export const bitsOfRational = (x: Rational): bigint =>
  BigInt(Math.max(bitLength(magnitude(x.num)), bitLength(x.den)));

const EXACT = 2n ** 53n;

/** The nearest double, also where numerator and denominator are far beyond the range of doubles. */
export function rationalToNumber(x: Rational): number {
  // Both are doubles, so the one division rounds once.
  if (magnitude(x.num) <= EXACT && x.den <= EXACT) return Number(x.num) / Number(x.den);
  const shift = bitLength(magnitude(x.num)) - bitLength(x.den) - 66;
  const [top, bottom] = shift >= 0 ? [x.num, x.den << BigInt(shift)] : [x.num << BigInt(-shift), x.den];
  // A last bit that says whether anything was cut off makes the rounding of the quotient that of the fraction.
  const quotient = top / bottom;
  const scaled = quotient * bottom === top ? quotient * 2n : quotient * 2n + (top < 0n ? -1n : 1n);
  return Number(scaled) * 2 ** Math.max(shift - 1, -1000) * 2 ** Math.min(shift + 999, 0);
}

/** The rational that the decimal (or scientific) literal names exactly: `0.1` is 1/10. */
export function rationalFromDecimal(text: string): Rational | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = 0] = match;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = Number(exponent) - fraction.length;
  return scale >= 0 ? rational(digits * 10n ** BigInt(scale)) : rational(digits, 10n ** BigInt(-scale));
}

/** The rational that the shortest decimal of a finite double names. */
export function rationalFromNumber(value: number): Rational {
  const exact = Number.isFinite(value) ? rationalFromDecimal(String(value)) : null;
  if (!exact) throw new RangeError(`${value} is not a finite number`);
  return exact;
}

export const rationalText = (x: Rational): string => (x.den === 1n ? `${x.num}` : `${x.num}/${x.den}`);
