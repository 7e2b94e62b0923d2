/** Numbers in LaTeX: exact fractions, and decimals where a decimal was evidently meant (0.3, not 3/10). */
import { ONE, type Rational } from '../rational.ts';
import { LEVEL, type Piece } from './piece.ts';

const MOST_DECIMALS = 6;
/** Powers of ten come out of whole numbers with more zeros than this, where at most so many digits are left. */
const MOST_ZEROS = 5;
const MOST_DIGITS = 6;

/** digits · 10^exponent, with digits not divisible by ten; null where the number is no such product. */
function decimalParts({ num, den }: Rational): { digits: string; exponent: number } | null {
  if (num === 0n) return null;
  let [scaled, exponent] = [num, 0];
  for (let rest = den; rest > 1n; exponent--) {
    const step = rest % 5n === 0n ? 5n : rest % 2n === 0n ? 2n : null;
    if (step === null) return null;
    scaled *= 10n / step;
    rest /= step;
  }
  const text = scaled.toString();
  const digits = text.replace(/0+$/, '');
  return { digits, exponent: exponent + text.length - digits.length };
}

/** 7.2 \times 10^{17} for numbers far from one with few digits, or null. */
function scientificPiece(value: Rational): Piece | null {
  const parts = decimalParts(value);
  if (!parts || parts.digits.length > MOST_DIGITS) return null;
  const { digits, exponent } = parts;
  const order = exponent + digits.length - 1;
  if (value.den === 1n ? exponent <= MOST_ZEROS : -exponent <= MOST_DECIMALS) return null;
  const power = `10^{${order}}`;
  if (digits === '1') return { tex: power, level: LEVEL.power, tall: false };
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return { tex: `${mantissa} \\times ${power}`, level: LEVEL.product, tall: false };
}

/** The terminating decimal that a reader prefers to the fraction (denominators 10, 20, 25, 50, …), or null. */
function decimalText({ num, den }: Rational): string | null {
  if (den <= 5n || den % 5n !== 0n) return null;
  for (let places = 1; places <= MOST_DECIMALS; places++) {
    const scale = 10n ** BigInt(places);
    if (scale % den !== 0n) continue;
    const digits = ((num * scale) / den).toString().padStart(places + 1, '0');
    return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return null;
}

/** A non-negative number that is written without a fraction bar, or null. */
function linePiece(value: Rational): Piece | null {
  const scientific = scientificPiece(value);
  if (scientific) return scientific;
  const text = value.den === 1n ? value.num.toString() : decimalText(value);
  return text === null ? null : { tex: text, level: LEVEL.atom, tall: false };
}

/** A non-negative coefficient as what stands above and below a bar; whatever needs no bar of its own stands above. */
export const splitCoefficient = (value: Rational): { over: Rational; under: Rational } =>
  linePiece(value)
    ? { over: value, under: ONE }
    : { over: { num: value.num, den: 1n }, under: { num: value.den, den: 1n } };

/** What stands above or below a bar, as `splitCoefficient` gives it: it never needs a bar of its own. */
export const numberPiece = (value: Rational): Piece => linePiece(value) as Piece;
