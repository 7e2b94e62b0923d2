/** The pools of referee optima from which checks draw: each made once for a model, a seed and a size. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import { symbol } from '../kernel/term.ts';
import { optimise } from '../numerics/optimise.ts';
import type { Optimum } from '../numerics/outcome.ts';
import { drawBox, place, type Refereed, refereePool } from '../numerics/pool.ts';

/** A draw at which the firm sells, with the optimum that the referee found. */
export interface Sold {
  readonly values: Values;
  readonly optimum: Optimum;
}

/** All numbers at an optimum by name: parameters, n, d, t, C, profit pi, and the quality q and adoption f bought there. */
export type At = Readonly<Record<string, number>>;

export function numbersAt(model: Model, { values, optimum }: Sold): At {
  const { n, d, t } = optimum;
  const point = { ...values, n, d, t, C: optimum.trainingSpend, pi: optimum.profit };
  const q = evaluate(model.quality, point, double);
  return { ...point, q, f: evaluate(model.blocks.adoption.onSale(symbol('q')), { ...point, q }, double) };
}

/** Keeps what is made for a model, by a key; two models of one name are two. */
function keeper(): (model: Model, key: string, make: () => readonly Refereed[]) => readonly Refereed[] {
  const pools = new WeakMap<Model, Map<string, readonly Refereed[]>>();
  return (model, key, make) => {
    const own = pools.get(model) ?? new Map<string, readonly Refereed[]>();
    pools.set(model, own);
    const known = own.get(key) ?? make();
    own.set(key, known);
    return known;
  };
}

const inBox = keeper();

/** The pool of a model in the realistic box; the same arguments give the same pool. */
export const poolOf = (model: Model, seed: number, runs: number): readonly Refereed[] =>
  inBox(model, `${seed}|${runs}`, () => refereePool(model, seed, runs));

/** Beyond the box: exponents up to 1.5, gamma up to 5, scales a hundred times farther out on each side. */
const WIDE = { exponents: [0.05, 1.5], gamma: [-1, 5], spread: 1e2 } as const;
/** One draw of a pool other than the box for so many of the box. */
const SHARE = 4;

function widened(values: Values, uniform: () => number): Values {
  const within = ([low, high]: readonly [number, number]): number => low + (high - low) * uniform();
  const shifted = (value = 1): number => value * WIDE.spread ** (2 * uniform() - 1);
  const [alpha, other, same] = [within(WIDE.exponents), within(WIDE.exponents), uniform() < 0.2];
  const beta = same ? alpha : other;
  // Half of the draws are negative, where exponents turn: as far down as 1 + alpha gamma > 0 allows.
  const least = Math.max(WIDE.gamma[0], -0.98 / alpha);
  const gamma = uniform() < 0.5 ? within([least, 0]) : within([0, WIDE.gamma[1]]);
  const { a = 1, b = 1, alpha: oldAlpha = 1, beta: oldBeta = 1 } = values;
  const [n1, d1] = [shifted(a ** (-1 / oldAlpha)), shifted(b ** (-1 / oldBeta))];
  const scales = Object.fromEntries(
    ['E', 'D', 'omega', 'delta'].map((name) => [name, shifted(values[name])]),
  );
  return { ...values, ...scales, alpha, beta, gamma, a: n1 ** -alpha, b: d1 ** -beta };
}

/** Which firms are drawn before a pool moves them: the realistic box, or beyond it. */
export type Scope = 'box' | 'wide';

function drawsOf(scope: Scope, seed: number, runs: number): readonly Values[] {
  const draws = drawBox(seed, Math.ceil(runs / SHARE)).map(({ values }) => values);
  if (scope === 'box') return draws;
  const generator = xoroshiro128plus(seed + 1);
  return draws.map((values) => widened(values, () => uniformFloat64(generator)));
}

/** Where a check draws its firms from. */
export type Pool = (model: Model, seed: number, runs: number, scope: Scope) => readonly Refereed[];

/** Firms drawn and then moved by the first of the moves after which the referee has an optimum. */
function movedPool(...moves: readonly ((values: Values) => Values)[]): Pool {
  const kept = keeper();
  return (model, seed, runs, scope) =>
    kept(model, `${scope}|${seed}|${runs}`, () =>
      drawsOf(scope, seed, runs).map((values) => {
        const tried = moves.map((move) => () => {
          const own = place(model, { values: move(values), breakEvenFactor: null });
          return { ...own, outcome: optimise(model, own.values) };
        });
        return firstSolved(tried);
      }),
    );
}

/** The first that is solved; the last where none is. */
function firstSolved(tries: readonly (() => Refereed)[]): Refereed {
  const [first, ...others] = tries as readonly [() => Refereed, ...(() => Refereed)[]];
  return others.reduce((made, attempt) => (made.outcome.kind === 'optimum' ? made : attempt()), first());
}

const widePool = movedPool((values) => values);

/** Firms as they are drawn. */
export const plainPool: Pool = (model, seed, runs, scope) =>
  scope === 'box' ? poolOf(model, seed, runs) : widePool(model, seed, runs, scope);

const scaled = (values: Values, name: string, by: number): Values => ({
  ...values,
  [name]: (values[name] ?? Number.NaN) * by,
});

/** What makes a market larger, by the parameter in which it is counted. */
const MARKET = { delta: 1e-16, K: 1e16, T: 1e16 } as const;

/** The market so many times as large, in powers of the factors above. */
const enlarged = (values: Values, power: number): Values => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(MARKET).map(([name, by]) => [name, (values[name] ?? Number.NaN) * by ** power]),
  ),
});

/** Firms whose market is so large that training costs next to nothing against inference. */
export const largeMarketPool = movedPool((values) => enlarged(values, 1));

/** The same with E far out: a market so large that inference dominates at hardware that brings slopes to their exponents. */
export const farLargeMarketPool = movedPool(
  ...[
    [1e30, 6],
    [1e15, 4],
  ].map(
    ([by = 1, power = 1]) =>
      (values: Values) =>
        enlarged(scaled(values, 'E', by), power),
  ),
);

/** Firms with hardware so efficient that the limit E to infinity is near. */
export const farPool = movedPool(
  ...[1e60, 1e30, 1e15].map((by) => (values: Values) => scaled(values, 'E', by)),
);

/** The draws of a pool at which the firm sells. */
export const soldIn = (pool: readonly Refereed[]): readonly Sold[] =>
  pool.flatMap(({ values, outcome }) => (outcome.kind === 'optimum' ? [{ values, optimum: outcome }] : []));

/** The firm at values, or null where it does not sell. */
export function soldAt(model: Model, values: Values): Sold | null {
  const outcome = optimise(model, values);
  return outcome.kind === 'optimum' ? { values, optimum: outcome } : null;
}
