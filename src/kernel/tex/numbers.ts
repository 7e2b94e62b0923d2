/** Numbers in LaTeX: exact fractions, and decimals where a decimal was evidently meant (0.3, not 3/10). */
import type { Rational } from '../rational.ts';
import { LEVEL, type Piece, type Style } from './piece.ts';

const MOST_DECIMALS = 6;

/** The terminating decimal that a reader prefers to the fraction (denominators 10, 20, 25, 50, …), or null. */
export function decimalText({ num, den }: Rational): string | null {
  if (den <= 5n || den % 5n !== 0n) return null;
  for (let places = 1; places <= MOST_DECIMALS; places++) {
    const scale = 10n ** BigInt(places);
    if (scale % den !== 0n) continue;
    const size = num < 0n ? -num : num;
    const digits = ((size * scale) / den).toString().padStart(places + 1, '0');
    return `${num < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return null;
}

/** A non-negative number. */
export function numberPiece(value: Rational, style: Style): Piece {
  const decimal = value.den === 1n ? value.num.toString() : decimalText(value);
  if (decimal !== null) return { tex: decimal, level: LEVEL.atom, tall: false };
  return style === 'display'
    ? { tex: `\\frac{${value.num}}{${value.den}}`, level: LEVEL.product, tall: true }
    : { tex: `${value.num}/${value.den}`, level: LEVEL.product, tall: false };
}
