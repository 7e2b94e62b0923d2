/**
 * Microseconds of processor time an optimum takes on one thread: the fast solver, a hand-written Newton in plain TypeScript for the baseline, SciPy's Brent, and
 * the referee. Run by `run.mjs`; prints JSON.
 */
import { spawnSync } from 'node:child_process';
import { VARIANT_IDS, VARIANTS } from '../src/economics/variants/registry.ts';
import { FastSolver } from '../src/numerics/fast/solver.ts';
import { optimise } from '../src/numerics/optimise.ts';
import { drawBox, place } from '../src/numerics/pool.ts';

const SEED = 20260514;
const ROWS = 10_000;
const ROUNDS = 5;
const FEW = 200;

const base = drawBox(SEED, ROWS).map((draw) => ({ ...draw, breakEvenFactor: null }));
const rowsOf = (id: (typeof VARIANT_IDS)[number]) => base.map((draw) => place(VARIANTS[id], draw).values);
const cpu = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user;
};
const median = (values: readonly number[]): number =>
  values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] as number;

/** ln n at the optimum of the baseline: Newton on ln(marginal gain) - ln(marginal cost) from n_I; not a number where it fails. */
function byHand(row: Readonly<Record<string, number>>): number {
  const { alpha, beta, gamma, a, b, omega, delta, E } = row as Record<
    'alpha' | 'beta' | 'gamma' | 'a' | 'b' | 'omega' | 'delta' | 'E',
    number
  >;
  const [k, lnA, lnE] = [1 + alpha / beta, Math.log(a), Math.log(E)];
  const lnT = Math.log(12 * delta * k) + (lnA - Math.log(b)) / beta - lnE;
  let x = (Math.log((omega * alpha) / 2) + lnE - gamma * lnA) / (1 + alpha * gamma);
  for (let step = 0; step < 50; step++) {
    const w = gamma * (lnA + alpha * x);
    const e = Math.exp(-w);
    const f = Math.abs(w) < 1e-5 ? (lnA + alpha * x) * (1 - w / 2) : (1 - e) / gamma;
    const [inference, training] = [2 * Math.exp(x - lnE), Math.exp(lnT + k * x)];
    const M = omega * f - inference;
    if (!(M > 0)) return Number.NaN;
    const up = omega * alpha * e;
    const cost = inference + training / M;
    const slope = (inference + (k * training - (training * (up - inference)) / M) / M) / cost;
    const move = Math.log(up / cost) / (alpha * gamma + slope);
    x += move;
    if (Math.abs(move) < 1e-8) break;
  }
  return x;
}

const python = ['python3', '/usr/bin/python3'].find((p) => spawnSync(p, ['-c', 'import scipy']).status === 0);
const baseline = rowsOf('baseline');
const prepared = Object.fromEntries(
  VARIANT_IDS.map((id) => {
    const rows = rowsOf(id);
    const names = VARIANTS[id].parameters.map(({ name }) => name);
    const columns = Object.fromEntries(
      names.map((name) => [name, Float64Array.from(rows, (row) => row[name] as number)]),
    );
    return [id, { rows, columns, solver: new FastSolver(VARIANTS[id]) }];
  }),
);
const samples: Record<string, number[]> = {};
const note = (name: string, microseconds: number): void => {
  samples[name] = [...(samples[name] ?? []), microseconds];
};

for (let round = 0; round <= ROUNDS; round++) {
  const put = round > 0 ? note : () => {};
  for (const [id, { columns, solver }] of Object.entries(prepared))
    put(`fast solver: ${id}`, cpu(() => void solver.solve(columns, ROWS)) / ROWS);
  put('hand-written Newton: baseline', cpu(() => baseline.forEach(byHand)) / ROWS);
  put(
    'referee: baseline',
    cpu(() =>
      baseline.slice(0, FEW).forEach((row) => void optimise(VARIANTS.baseline, row, { elasticities: false })),
    ) / FEW,
  );
  if (!python) continue;
  const input = JSON.stringify(baseline.slice(0, 2000));
  const { stdout, status, stderr } = spawnSync(python, ['bench/optima_scipy.py'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  put('SciPy, Brent: baseline', (JSON.parse(stdout).seconds / 2000) * 1e6);
}
if (!python) console.error('SciPy is not installed (Debian: python3-scipy): its row is left out.');
console.log(
  JSON.stringify(
    Object.entries(samples).map(([name, values]) => ({
      name,
      microseconds: Number(median(values).toFixed(3)),
    })),
  ),
);
