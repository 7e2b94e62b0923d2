/** Numbers for a reader: a power of ten where the plain digits would be long. */

const isPlain = (value: number): boolean => value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6);

/** Every digit of the number, as 0.31 or 1.83e18. */
export const numberText = (value: number): string =>
  isPlain(value) ? String(value) : value.toExponential().replace('e+', 'e');

/** The number rounded to some significant digits. */
export const roundedText = (value: number, digits = 6): string => {
  if (!Number.isFinite(value)) return String(value);
  return numberText(Number(value.toPrecision(digits)));
};

/** The text of a number as LaTeX. */
export const textAsTex = (text: string): string => {
  const [mantissa, exponent] = text.split('e');
  if (exponent === undefined) return text;
  return mantissa === '1' ? `10^{${exponent}}` : `${mantissa} \\times 10^{${exponent}}`;
};

/** An elasticity to four digits and six places. */
export function elasticityText(value: number): string {
  return roundedText(Number(value.toFixed(6)), 4);
}
