/**
 * Sobol points: quasi-random, even in every projection on two coordinates, each point to be had by its number alone.
 * Polynomials and direction numbers of the first coordinates are those of Joe & Kuo, "Constructing Sobol sequences with better
 * two-dimensional projections", SIAM J. Sci. Comput. 30 (2008), their list D(6) (BSD licence). The digital shift that makes a
 * seed's points its own is that of L'Ecuyer & Lemieux 2002.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const BITS = 32;

/** Polynomial (its coefficients as bits) and the first direction numbers, from the second coordinate on. */
const DIRECTIONS: readonly (readonly [number, readonly number[]])[] = [
  [3, [1]],
  [7, [1, 3]],
  [11, [1, 3, 1]],
  [13, [1, 1, 1]],
  [19, [1, 1, 3, 3]],
  [25, [1, 3, 5, 13]],
  [37, [1, 1, 5, 5, 17]],
  [41, [1, 1, 5, 5, 5]],
  [47, [1, 1, 7, 11, 19]],
  [55, [1, 1, 5, 1, 1]],
  [59, [1, 1, 1, 3, 11]],
  [61, [1, 3, 5, 5, 31]],
  [67, [1, 3, 3, 9, 7, 49]],
  [91, [1, 1, 1, 15, 21, 21]],
  [97, [1, 3, 1, 13, 27, 49]],
  [103, [1, 1, 1, 15, 7, 5]],
  [109, [1, 3, 1, 15, 13, 25]],
  [115, [1, 1, 5, 5, 19, 61]],
  [131, [1, 3, 7, 11, 23, 15, 103]],
  [137, [1, 3, 7, 13, 13, 15, 69]],
  [143, [1, 1, 3, 13, 7, 35, 63]],
  [145, [1, 3, 5, 9, 1, 25, 53]],
  [157, [1, 3, 1, 13, 9, 35, 107]],
];

/** Coordinates on offer. */
export const MOST_COORDINATES = DIRECTIONS.length + 1;

/** Direction numbers of a coordinate as 32-bit fractions. */
function directionsOf(coordinate: number): Uint32Array {
  const v = new Uint32Array(BITS);
  const found = DIRECTIONS[coordinate - 1];
  if (!found) return v.map((_, k) => 2 ** (BITS - 1 - k));
  const [polynomial, first] = found;
  const degree = first.length;
  for (let k = 0; k < BITS; k++) {
    const given = first[k];
    if (given !== undefined) {
      v[k] = given * 2 ** (BITS - 1 - k);
      continue;
    }
    const old = v[k - degree] as number;
    let next = old ^ (old >>> degree);
    for (let j = 1; j < degree; j++) {
      if ((polynomial >>> (degree - j)) & 1) next ^= v[k - j] as number;
    }
    v[k] = next;
  }
  return v;
}

/**
 * The coordinates of points, each within (0, 1): of point `index`, counted from 0, coordinate j is `at(index, j)`. Without a
 * seed the points are shifted by half of the least digit alone.
 */
export function sobol(coordinates: number, seed: number | null): (index: number, j: number) => number {
  if (coordinates > MOST_COORDINATES) throw new RangeError(`more than ${MOST_COORDINATES} coordinates`);
  const generator = seed === null ? null : xoroshiro128plus(seed);
  const tables = Array.from({ length: coordinates }, (_, j) => directionsOf(j));
  const shifts = tables.map(() => (generator ? generator.next() >>> 0 : 0));
  return (index, j) => {
    const v = tables[j] as Uint32Array;
    let gray = (index ^ (index >>> 1)) >>> 0;
    let bits = shifts[j] as number;
    for (let k = 0; gray > 0; k++, gray >>>= 1) if (gray & 1) bits ^= v[k] as number;
    return ((bits >>> 0) + 0.5) / 2 ** BITS;
  };
}
