/**
 * Exact arithmetic on terms with symbolic exponents, at random points. Numbers are residues modulo a prime p = 2q + 1, q prime.
 * A letter becomes a random square; exponents are residues modulo q, so that x^y x^z = x^(y + z) and (x^y)^z = x^(y z) hold as
 * for positive reals, and roots are exact. What is equal as an expression is equal there; what is not is equal with a
 * probability of at most terms × degree / 2^24 a draw (Schwartz and Zippel; docs/proofs.md).
 */
import { createHash } from 'node:crypto';
import type { Field } from './evaluate.ts';

/** A safe prime of which 2, 3, 5 and 7 are squares: their roots are exact as well. */
export const P = 2n ** 256n - 241457n;
const Q = (P - 1n) / 2n;

/** A number and, for what may stand in an exponent, the same as an exponent. */
interface Residue {
  readonly at: bigint;
  readonly as: bigint | null;
}

/** Where a point is unlucky, and another may do. */
export class Unlucky extends Error {}

const modulo = (x: bigint, m: bigint): bigint => ((x % m) + m) % m;

function power(base: bigint, exponent: bigint, m: bigint): bigint {
  if (base === 0n && exponent < 0n) throw new Unlucky('division by zero');
  let [result, square] = [1n, base];
  for (let rest = modulo(exponent, m - 1n); rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % m;
    square = (square * square) % m;
  }
  return result;
}

/** A number that depends on a text as if drawn at random. */
export const hashed = (text: string): bigint =>
  BigInt(`0x${createHash('sha512').update(text).digest('hex')}`);

/** What a letter becomes: as an exponent a number of 24 bits, and none where an equation is to give it another value. */
export const letterAt = (name: string, isFixed: boolean, seed: string): Residue => ({
  at: modulo(hashed(`${seed} ${name}`) ** 2n, P),
  as: isFixed ? null : 1n + (hashed(`${seed} ^${name}`) & 0xffffffn),
});

/** Integers are small: any base may have them as exponents. */
const SMALL = 2n ** 12n;

/** The field, for one point. */
export function residues(): Field<Residue> {
  const kept = new Map<string, bigint>();
  const raised = (base: bigint, exponent: bigint): bigint => {
    const key = `${base} ${exponent}`;
    const value = kept.get(key) ?? power(base, exponent, P);
    kept.set(key, value);
    return value;
  };
  const both = (x: bigint | null, y: bigint | null, how: (x: bigint, y: bigint) => bigint): bigint | null =>
    x === null || y === null ? null : modulo(how(x, y), Q);
  return {
    whole: (value) => ({ at: modulo(value, P), as: modulo(value, Q) }),
    add: (x, y) => ({ at: (x.at + y.at) % P, as: both(x.as, y.as, (a, b) => a + b) }),
    mul: (x, y) => ({ at: (x.at * y.at) % P, as: both(x.as, y.as, (a, b) => a * b) }),
    pow: (x, { as }) => {
      if (as === null) throw new Error('what stands in the exponent is no exponent');
      const times = as < SMALL ? as : Q - as < SMALL ? as - Q : null;
      if (times === null && raised(x.at, Q) !== 1n) throw new Unlucky('no root');
      const isExponent = times !== null && x.as !== null && (x.as !== 0n || times > 0n);
      return { at: raised(x.at, times ?? as), as: isExponent ? power(x.as, times, Q) : null };
    },
    // Of a function nothing is used but that it has one value at one place.
    call: (name, args) => ({
      at: modulo(hashed(`${name} ${args.map(({ at }) => at).join(' ')}`), P),
      as: null,
    }),
    double: ({ at }) => (at === 0n ? 0 : 1),
  };
}
