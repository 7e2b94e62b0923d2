/**
 * Random terms over the letters of the theory, made with the term builders. Bases of powers and arguments of logarithms
 * are positive by construction, so that nearly every point is a point at which a term has a value.
 */
import fc from 'fast-check';
import {
  add,
  call,
  divide,
  fraction,
  multiply,
  negate,
  number,
  power,
  squareRoot,
  subtract,
  symbol,
  type Term,
} from '../../src/kernel/term.ts';

const QUANTITIES = [
  'n',
  'd',
  't',
  'q',
  'E',
  'a',
  'b',
  'omega',
  'delta',
  'rho',
  'R',
  'n_I',
  'Rstar',
  'q0',
  'E_inf',
];
const SHAPES = ['alpha', 'beta', 'gamma', 'k'];

const positiveNumber = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((value) => number({ num: BigInt(value), den: 1n })),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 20 })).map(([x, y]) => fraction(x, y)),
);
const anyNumber = fc.tuple(positiveNumber, fc.boolean()).map(([x, minus]) => (minus ? negate(x) : x));
const positiveLetter = fc.constantFrom(...QUANTITIES, 'alpha', 'beta').map(symbol);
const shape = fc.constantFrom(...SHAPES).map(symbol);

const builders = fc.letrec<{ exponent: Term; positive: Term; any: Term }>((tie) => {
  const { exponent, positive, any } = {
    exponent: tie('exponent'),
    positive: tie('positive'),
    any: tie('any'),
  };
  const pair = <T>(arbitrary: fc.Arbitrary<T>) => fc.tuple(arbitrary, arbitrary);
  return {
    exponent: fc.oneof(
      { maxDepth: 2 },
      anyNumber,
      shape,
      shape.map(negate),
      fc.tuple(shape, shape).map(([x, y]) => divide(x, y)),
      fc.tuple(anyNumber, shape, shape).map(([c, x, y]) => add(c, multiply(x, y))),
      fc.tuple(shape, shape).map(([x, y]) => divide(-1, add(1, power(add(x, y), 2)))),
      pair(exponent).map(([x, y]) => add(x, y)),
    ),
    positive: fc.oneof(
      { maxDepth: 3 },
      positiveLetter,
      positiveNumber,
      pair(positive).map(([x, y]) => add(x, y)),
      pair(positive).map(([x, y]) => multiply(x, y)),
      pair(positive).map(([x, y]) => divide(x, y)),
      fc.tuple(positive, exponent).map(([x, e]) => power(x, e)),
      positive.map(squareRoot),
      pair(positive).map(([x, y]) => call('min', x, y)),
      fc.tuple(positive, any).map(([x, y]) => call('max', x, y)),
      exponent.map((e) => call('exp', e)),
      positive.map((x) => call('lambert_w0', x)),
    ),
    any: fc.oneof(
      { maxDepth: 3 },
      positive,
      anyNumber,
      shape,
      any.map(negate),
      pair(any).map(([x, y]) => add(x, y)),
      pair(any).map(([x, y]) => subtract(x, y)),
      pair(any).map(([x, y]) => multiply(x, y)),
      fc.tuple(any, positive).map(([x, y]) => divide(x, y)),
      fc.tuple(any, fc.constantFrom(2, 3)).map(([x, e]) => power(x, e)),
      positive.map((x) => call('ln', x)),
      fc.tuple(positive, exponent).map(([x, e]) => call('deformed_log', x, e)),
      positive.map((x) => call('lambert_wm1', negate(call('exp', negate(add(1, x)))))),
    ),
  };
});

/** Any term: sums, products, powers and calls of every function, with signs everywhere. */
export const randomTerm: fc.Arbitrary<Term> = builders.any;
/** A positive term. */
export const randomPositiveTerm: fc.Arbitrary<Term> = builders.positive;
