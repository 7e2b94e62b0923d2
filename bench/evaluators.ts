/** Nanoseconds an evaluation takes of formulas that the toolkit makes, against closures written by hand. Run by `run.mjs`; prints JSON. */
import { modelOf, VARIANTS } from '../src/economics/variants/registry.ts';
import { double } from '../src/kernel/arithmetic/double.ts';
import { compile } from '../src/kernel/compile.ts';
import { rawDerivative } from '../src/kernel/differentiate.ts';
import { tapeOf } from '../src/kernel/tape.ts';
import { type Geometric, geometricOf } from '../src/numerics/fast/geometric.ts';
import { stagesOf } from '../src/numerics/fast/newton.ts';
import { opened } from '../src/numerics/fast/ray.ts';
import { scriptOf } from '../src/numerics/fast/script.ts';
import { writtenWith } from '../src/numerics/fast/written.ts';
import { drawBox, place } from '../src/numerics/pool.ts';
import { conditionOf, type Row } from './by-hand.ts';
import { inTurn, type Work } from './measure.ts';

const SEED = 20260514;
const ROWS = 10_000;
const ROUNDS = 31;
let sink = 0;

const [firm] = drawBox(SEED, 1);
const row = place(VARIANTS.baseline, { ...firm, breakEvenFactor: null } as never).values as unknown as Row;

/** The baseline's condition and its slope, as the build writes them out. */
function written(): Work {
  const program = geometricOf(VARIANTS.baseline) as Geometric;
  const script = scriptOf(program.graph, stagesOf(program));
  const own = writtenWith(script.fingerprint);
  if (!own) throw new Error('the baseline is not written out');
  const r = new Float64Array(own.registers);
  for (const [node, slot] of script.slots) {
    if (node.operation === 'number') r[slot] = node.constant;
    if (node.operation === 'input' && !node.moves) r[slot] = row[node.name as keyof Row];
  }
  own.row(r);
  const [letter] = [...script.slots].find(([{ operation, moves }]) => operation === 'input' && moves) ?? [];
  const [at, condition] = [letter, program.conditions[0]].map((node) => script.slots.get(node as never) ?? 0);
  const run = (): void => {
    for (let i = 0; i < ROWS; i++) {
      r[at as number] = 27 + i * 1e-4;
      own.body(r);
      sink += r[condition as number] as number;
    }
  };
  return { run, times: ROWS };
}

function byHand(): Work {
  const condition = conditionOf(row);
  const slope = new Float64Array(1);
  const run = (): void => {
    for (let i = 0; i < ROWS; i++) sink += condition(25 + i * 1e-4, slope);
  };
  return { run, times: ROWS };
}

/** Profit and its three first-order conditions with smooth quality, as for a model of one's own. */
const own = modelOf('ces-quality');
const names = [...own.variables, ...own.parameters.map(({ name }) => name)];
const profit = opened(own.profit);
const terms = [profit, ...own.variables.map((name) => rawDerivative(profit, name))];
const points = drawBox(SEED, ROWS).map((draw): Record<string, number> => {
  const { values } = place(own, { ...draw, breakEvenFactor: null });
  return { ...values, n: 1e4 * (values.a as number) ** (-1 / (values.alpha as number)), d: 1e13, t: 1e15 };
});
const columns = names.map((name) => Float64Array.from(points, (point) => point[name] as number));
const at = (name: string): Float64Array => columns[names.indexOf(name)] as Float64Array;

function profitByHand(): Work {
  const [n, d, t] = [at('n'), at('d'), at('t')];
  const [a, b, alpha, beta, gamma] = [at('a'), at('b'), at('alpha'), at('beta'), at('gamma')];
  const [omega, delta, E, r] = [at('omega'), at('delta'), at('E'), at('r')];
  const out = terms.map(() => new Float64Array(ROWS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const evaluate = (i: number): void => {
    const get = (column: Float64Array): number => column[i] as number;
    const A = (get(a) * get(n) ** get(alpha)) ** -get(r);
    const B = (get(b) * get(d) ** get(beta)) ** -get(r);
    const q = (A + B) ** (-1 / get(r));
    const power = q ** -get(gamma);
    const f = Math.abs(get(gamma)) < 1e-6 ? Math.log(q) : (1 - power) / get(gamma);
    const up = (get(omega) * get(t) * power) / (A + B);
    out[0][i] =
      get(omega) * get(t) * f -
      get(delta) * get(t) ** 2 -
      (6 * get(n) * get(d) + 2 * get(n) * get(t)) / get(E);
    out[1][i] = (up * get(alpha) * A) / get(n) - (6 * get(d) + 2 * get(t)) / get(E);
    out[2][i] = (up * get(beta) * B) / get(d) - (6 * get(n)) / get(E);
    out[3][i] = get(omega) * f - 2 * get(delta) * get(t) - (2 * get(n)) / get(E);
  };
  const run = (): void => {
    for (let i = 0; i < ROWS; i++) evaluate(i);
    sink += out[1][7] as number;
  };
  return { run, times: ROWS };
}

function tape(): Work {
  const own = tapeOf(terms, names);
  return { run: () => void own.run(columns, ROWS), times: ROWS };
}

function closures(): Work {
  const own = terms.map((value) => compile(value, names, double));
  const rows = points.slice(0, 1000).map((point) => names.map((name) => point[name] as number));
  const run = (): void => {
    for (const values of rows) for (const closure of own) sink += closure(values);
  };
  return { run, times: rows.length };
}

const measured = inTurn(
  {
    'condition and slope of the baseline, by hand': byHand(),
    'condition and slope of the baseline, written out by the build': written(),
    'profit and three conditions, smooth quality, by hand': profitByHand(),
    'profit and three conditions, smooth quality, tape in batch': tape(),
    'profit and three conditions, smooth quality, closures one point at a time': closures(),
  },
  ROUNDS,
);
if (Number.isNaN(sink)) console.error('an evaluation is no number');
console.log(JSON.stringify({ rows: ROWS, rounds: ROUNDS, measured }));
