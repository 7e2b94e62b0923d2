/**
 * Microseconds of processor time an optimum takes on one thread: the fast solver, a hand-written Newton for the baseline,
 * SciPy's Brent and Nelder–Mead, and the referee. Run by `run.mjs`; prints JSON.
 */
import { spawnSync } from 'node:child_process';
import { VARIANT_IDS, VARIANTS, type VariantId } from '../src/economics/variants/registry.ts';
import { FastSolver } from '../src/numerics/fast/solver.ts';
import { optimise } from '../src/numerics/optimise.ts';
import { drawBox, place } from '../src/numerics/pool.ts';
import { byHand, type Columns, type Row, writeByHand } from './by-hand.ts';
import { inTurn, median, type Work } from './measure.ts';

const SEED = 20260514;
const ROWS = 10_000;
const ROUNDS = 11;
const [FEW, SCIPY] = [200, { Brent: 2000, 'Nelder–Mead': 40 }];

const base = drawBox(SEED, ROWS).map((draw) => ({ ...draw, breakEvenFactor: null }));
const rowsOf = (id: VariantId) => base.map((draw) => place(VARIANTS[id], draw).values);

function fast(id: VariantId): Work {
  const rows = rowsOf(id);
  const columns = Object.fromEntries(
    VARIANTS[id].parameters.map(({ name }) => [name, Float64Array.from(rows, (row) => row[name] as number)]),
  );
  const solver = new FastSolver(VARIANTS[id]);
  return { run: () => void solver.solve(columns, ROWS), times: ROWS };
}

const baseline = rowsOf('baseline') as unknown as readonly Row[];
const column = (): Float64Array => new Float64Array(ROWS);
const columns: Columns = {
  n: column(),
  d: column(),
  t: column(),
  profit: column(),
  revenue: column(),
  spend: column(),
  residual: column(),
};

const found = inTurn(
  {
    'hand-written Newton: baseline': { run: () => baseline.forEach(byHand), times: ROWS },
    'hand-written Newton, as many columns: baseline': {
      run: () => baseline.forEach((row, i) => void writeByHand(row, i, columns)),
      times: ROWS,
    },
    ...Object.fromEntries(VARIANT_IDS.map((id) => [`fast solver: ${id}`, fast(id)])),
    'referee: baseline': {
      run: () => {
        for (const row of baseline.slice(0, FEW)) optimise(VARIANTS.baseline, row, { elasticities: false });
      },
      times: FEW,
    },
  },
  ROUNDS,
);

const python = ['python3', '/usr/bin/python3'].find((p) => spawnSync(p, ['-c', 'import scipy']).status === 0);
if (!python) console.error('SciPy is not installed (Debian: python3-scipy): its rows are left out.');
else {
  for (const [method, id] of [
    ['Brent', 'baseline'],
    ['Nelder–Mead', 'ces-quality'],
  ] as const) {
    const count = SCIPY[method];
    const input = JSON.stringify({ method, rows: rowsOf(id).slice(0, count) });
    const seconds = Array.from({ length: 3 }, () => {
      const { stdout, status, stderr } = spawnSync(python, ['bench/optima_scipy.py'], {
        input,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout).seconds as number;
    });
    found.push({
      name: `SciPy, ${method}: ${id}`,
      microseconds: Number(((median(seconds) / count) * 1e6).toPrecision(4)),
    });
  }
}
console.log(JSON.stringify({ rows: ROWS, seed: SEED, rounds: ROUNDS, measured: found }));
