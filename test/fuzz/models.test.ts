/**
 * Random model files: each ends in a typed error of one sentence, or in a model of which the profit is that of the file's own formulas,
 * worked out here in plain arithmetic, and of which no firm nearby earns more than the optimum. OPTIMAND_SEED draws a run of
 * `npm run fuzz` again.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { TYPICAL } from '../numerics/reference.ts';
import { byTier, isFull } from '../support/tier.ts';

const LONG = process.env.OPTIMAND_FUZZ !== undefined || isFull;
const SEED = Number(
  process.env.OPTIMAND_SEED ?? (process.env.OPTIMAND_FUZZ ? Date.now() % 2 ** 31 : 20260514),
);
const runs = (quick: number, whole: number, long: number): number => (LONG ? long : byTier(quick, whole));
const LONGEST = 3_600_000;

type Point = Readonly<Record<string, number>>;
type Value = (at: Point) => number;
interface Formula {
  readonly text: string;
  readonly value: Value;
}

const read = (at: Point, name: string): number => at[name] ?? Number.NaN;
/** Numbers of at most three digits, of which the text is the value. */
const figure = fc.integer({ min: 1, max: 999 }).map((x) => x / 100);
const exponent = fc.integer({ min: 1, max: 19 }).map((x) => x / 20);

const qualities: fc.Arbitrary<Formula> = fc.oneof(
  fc.tuple(figure, figure).map(([x, y]) => ({
    text: `min(${x}*a*n^alpha, ${y}*b*d^beta)`,
    value: (at: Point) =>
      Math.min(
        x * read(at, 'a') * read(at, 'n') ** read(at, 'alpha'),
        y * read(at, 'b') * read(at, 'd') ** read(at, 'beta'),
      ),
  })),
  fc.tuple(figure, exponent, exponent).map(([x, i, j]) => ({
    text: `${x}*(a*n^alpha)^${i}*(b*d^beta)^${j}`,
    value: (at: Point) =>
      x *
      (read(at, 'a') * read(at, 'n') ** read(at, 'alpha')) ** i *
      (read(at, 'b') * read(at, 'd') ** read(at, 'beta')) ** j,
  })),
  figure.map((x) => ({
    text: `1/(1/(a*n^alpha) + ${x}/(b*d^beta))`,
    value: (at: Point) =>
      1 /
      (1 / (read(at, 'a') * read(at, 'n') ** read(at, 'alpha')) +
        x / (read(at, 'b') * read(at, 'd') ** read(at, 'beta'))),
  })),
);

const adoptions: fc.Arbitrary<Formula> = fc.oneof(
  exponent.map((x) => ({
    text: `(1 - q^(-${x}))/${x}`,
    value: (at: Point) => (1 - read(at, 'q') ** -x) / x,
  })),
  fc.tuple(figure, exponent).map(([x, i]) => ({
    text: `${x}*q^${i} - 1`,
    value: (at: Point) => x * read(at, 'q') ** i - 1,
  })),
  figure.map((x) => ({ text: `ln(q/${x})`, value: (at: Point) => Math.log(read(at, 'q') / x) })),
);

const prices: fc.Arbitrary<Formula> = fc.oneof(
  figure.map((x) => ({
    text: `${x}*omega*f - delta*t`,
    value: (at: Point) => x * read(at, 'omega') * read(at, 'f') - read(at, 'delta') * read(at, 't'),
  })),
  figure.map((x) => ({
    text: `omega*f/(1 + ${x}*delta*t/omega)`,
    value: (at: Point) =>
      (read(at, 'omega') * read(at, 'f')) / (1 + (x * read(at, 'delta') * read(at, 't')) / read(at, 'omega')),
  })),
);

/** A number that is not whole may be a measured one, of the unit that the sum needs. */
const trainings: fc.Arbitrary<Formula> = fc.tuple(figure, exponent).map(([x, i]) => ({
  text: `(${x}*n*d + 6.5*n^${i}*d)/E`,
  value: (at: Point) =>
    (x * read(at, 'n') * read(at, 'd') + 6.5 * read(at, 'n') ** i * read(at, 'd')) / read(at, 'E'),
}));

interface Drawn {
  readonly file: { readonly id: string; readonly blocks: readonly object[] };
  readonly profit: Value;
  readonly adopted: Value;
}

const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    quality: some(qualities),
    adoption: some(adoptions),
    price: some(prices),
    training: some(trainings),
  })
  .map(({ quality, adoption, price, training }) => {
    const g = (at: Point): number => read(at, 'gamma');
    const q: Value = (at) =>
      quality?.value(at) ??
      Math.min(
        read(at, 'a') * read(at, 'n') ** read(at, 'alpha'),
        read(at, 'b') * read(at, 'd') ** read(at, 'beta'),
      );
    const adopted: Value = (at) => {
      const own = { ...at, q: q(at) };
      return adoption?.value(own) ?? (1 - own.q ** -g(at)) / g(at);
    };
    const profit: Value = (at) => {
      const own = { ...at, f: adopted(at) };
      const { f, t = 0, n = 0, d = 0, E = 0, omega = 0, delta = 0 } = own as Point;
      const each = price?.value(own) ?? omega * (f ?? 0) - delta * t;
      return each * t - (training?.value(at) ?? (6 * n * d) / E) - (2 * n * t) / E;
    };
    const blocks = [
      ...(quality ? [{ quality: quality.text }] : []),
      ...(adoption ? [{ adoption: adoption.text }] : []),
      ...(price ? [{ price: price.text }] : []),
      ...(training ? [{ cost: { training: training.text } }] : []),
    ];
    return { file: { id: 'drawn', blocks }, profit, adopted };
  });

/** The model; null where the file is refused, in one sentence that names a place. */
function modelOrRefusal(file: unknown): Model | null {
  try {
    return modelFrom(file);
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    expect(error.message).toMatch(/^[^\n]+[.?]$/);
    return null;
  }
}

const sizes = fc
  .tuple(fc.double({ min: 22, max: 30, noNaN: true }), fc.double({ min: 22, max: 32, noNaN: true }))
  .map(([n, d]) => ({ n: Math.exp(n), d: Math.exp(d), t: Math.exp(32) }));

test(`profit is that of the formulas of the file, seed ${SEED}`, { timeout: LONGEST }, () => {
  let compared = 0;
  fc.assert(
    fc.property(drawn, sizes, ({ file, profit, adopted }, size) => {
      const model = modelOrRefusal(file);
      const at = { ...TYPICAL, ...size };
      // Where nobody adopts there is nothing to sell.
      if (!model || !(adopted(at) > 0)) return;
      const [own, found] = [profit(at), evaluate(model.profit, at, double)];
      const scale = Math.abs(own) + (6 * at.n * at.d) / at.E + at.omega * at.t;
      expect(Math.abs(own - found) / scale).toBeLessThan(1e-9);
      compared++;
    }),
    { numRuns: runs(60, 300, 10_000), seed: SEED },
  );
  expect(compared).toBeGreaterThan(20);
});

test(`no firm nearby earns more than the optimum, seed ${SEED}`, { timeout: LONGEST }, () => {
  const moves = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 3, maxLength: 3 });
  const met = new Set<string>();
  fc.assert(
    fc.property(
      drawn,
      fc.array(moves, { minLength: 20, maxLength: 20 }),
      ({ file, profit, adopted }, tries) => {
        const model = modelOrRefusal(file);
        if (!model) return;
        const values = Object.fromEntries(
          model.parameters.map(({ name }) => [name, TYPICAL[name as keyof typeof TYPICAL]]),
        );
        const outcome = optimise(model, values);
        met.add(outcome.kind);
        if (outcome.kind !== 'optimum') return;
        const { n, d, t } = outcome;
        expect(Math.abs(profit({ ...values, n, d, t }) - outcome.profit) / outcome.revenue).toBeLessThan(
          1e-9,
        );
        for (const [x = 0, y = 0, z = 0] of tries) {
          const at = { ...values, n: n * Math.exp(x), d: d * Math.exp(y), t: t * Math.exp(z) };
          if (adopted(at) > 0) expect(profit(at) - outcome.profit).toBeLessThan(1e-9 * outcome.revenue);
        }
      },
    ),
    { numRuns: runs(12, 40, 1_000), seed: SEED },
  );
  expect(met).toContain('optimum');
});

/** What may stand in the place of anything. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e300,
    '',
    '__proto__',
    [],
    {},
    'n^',
    'ln(',
    '2^1000000000',
    'q',
    'baseline',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The value with what stands at one place, counted through it, replaced; or a field more. */
function spoiled(value: unknown, place: { left: number }, by: unknown): unknown {
  if (place.left-- === 0) return by;
  if (Array.isArray(value)) return value.map((one) => spoiled(one, place, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoiled(one, place, by)]));
}

test(`a file spoiled at any place is a model or one sentence, seed ${SEED}`, { timeout: LONGEST }, () => {
  let refused = 0;
  fc.assert(
    fc.property(drawn, fc.nat(12), junk, ({ file }, left, by) => {
      if (modelOrRefusal(spoiled(file, { left }, by)) === null) refused++;
    }),
    { numRuns: runs(150, 600, 20_000), seed: SEED },
  );
  expect(refused).toBeGreaterThan(50);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a wrong profit is caught', () => {
  const right = modelFrom({ id: 'right', blocks: [{ cost: { training: '6*n*d/E' } }] });
  const wrong = modelFrom({ id: 'wrong', blocks: [{ cost: { training: '7*n*d/E' } }] });
  const at = { ...TYPICAL, n: 1e12, d: 1e13, t: 1e15 };
  expect(evaluate(right.profit, at, double)).not.toBe(evaluate(wrong.profit, at, double));
});
