/**
 * Images of polynomials in one symbol modulo a prime, every other symbol at a fixed value. Where the leading coefficient
 * of p does not vanish in the image, a common divisor keeps its degree, since its own leading coefficient divides that
 * of p; so the degree of the images' common divisor bounds the degree of the polynomials' from above, whatever the
 * values are (Geddes, Czapor and Labahn, Algorithms for Computer Algebra, 7.4). A bound of zero is a proof.
 */
import type { Polynomial } from './polynomial.ts';

/** The largest prime below 2^26, so that products of two residues are exact. */
const PRIME = 67_108_859;
const WIDE_PRIME = BigInt(PRIME);

/** Values of the other symbols that are tried until the leading coefficient stays. */
const ROUNDS = 4;

/** Coefficients from the power zero upwards; the last one is not zero. */
type Image = readonly number[];

const residue = (value: bigint): number => {
  const rest = Number(value % WIDE_PRIME);
  return rest < 0 ? rest + PRIME : rest;
};

function powerModulo(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let e = exponent; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

const inverse = (value: number): number => powerModulo(value, PRIME - 2);

/** A residue for a symbol, the same for the same symbol and round. */
function valueFor(name: string, round: number): number {
  let hash = 5381 + 7919 * round;
  for (const letter of name) hash = (hash * 33 + letter.charCodeAt(0)) % PRIME;
  return 2 + (powerModulo(hash, 3) % (PRIME - 3));
}

/** p in one symbol; null where its leading coefficient, or a denominator, vanishes. */
function imageOf(p: Polynomial, name: string, round: number): Image | null {
  const image: number[] = [];
  let degree = 0;
  for (const { monomial, coefficient } of p) {
    let [value, exponent] = [residue(coefficient.num), 0];
    if (coefficient.den !== 1n) {
      const below = residue(coefficient.den);
      if (below === 0) return null;
      value = (value * inverse(below)) % PRIME;
    }
    for (const [symbol, e] of monomial) {
      if (symbol === name) exponent = e;
      else value = (value * powerModulo(valueFor(symbol, round), e)) % PRIME;
    }
    degree = Math.max(degree, exponent);
    image[exponent] = ((image[exponent] ?? 0) + value) % PRIME;
  }
  const whole = Array.from({ length: degree + 1 }, (_, e) => image[e] ?? 0);
  return whole[degree] === 0 ? null : whole;
}

function withoutLeadingZeros(image: number[]): number[] {
  while (image.length > 0 && image[image.length - 1] === 0) image.pop();
  return image;
}

/** The remainder of f by g. */
function remainder(f: Image, g: Image): number[] {
  const rest = [...f];
  const unit = inverse(g[g.length - 1] ?? 1);
  while (rest.length >= g.length) {
    const factor = ((rest[rest.length - 1] ?? 0) * unit) % PRIME;
    const shift = rest.length - g.length;
    for (const [i, c] of g.entries())
      rest[shift + i] = ((rest[shift + i] ?? 0) + PRIME - ((factor * c) % PRIME)) % PRIME;
    withoutLeadingZeros(rest);
  }
  return rest;
}

function commonDegree(f: Image, g: Image): number {
  let [x, y]: [Image, Image] = f.length < g.length ? [g, f] : [f, g];
  while (y.length > 1) [x, y] = [y, remainder(x, y)];
  return y.length === 0 ? x.length - 1 : 0;
}

/** No common divisor of p and q has a higher degree in that symbol; infinite where no image says anything. */
export function commonDegreeBound(p: Polynomial, q: Polynomial, name: string): number {
  for (let round = 0; round < ROUNDS; round++) {
    const [f, g] = [imageOf(p, name, round), imageOf(q, name, round)];
    if (f && g) return commonDegree(f, g);
  }
  return Number.POSITIVE_INFINITY;
}
