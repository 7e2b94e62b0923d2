/**
 * Worlds: sets of numerical points at which lines of the derivations are to be true. They are found by the referee, by
 * bisection or by central differences, never by the lines themselves.
 */
import { type At, numbersAt } from '../../src/claims/pool.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { chipWorlds } from './chips.ts';
import {
  atRoot,
  crossing,
  deformedLog,
  inferenceOnly,
  offTrainingOnly,
  slopeOf,
  trainingOnly,
} from './hand.ts';
import { isoquantWorlds } from './isoquants.ts';
import { mixWorlds } from './mixes.ts';
import { baselineSamples, dataBoundSamples, read, type Sample } from './pools.ts';

export interface World {
  readonly name: string;
  readonly points: readonly At[];
}

const margin = (p: At, n: number, E: number): number =>
  read(p, 'omega') * deformedLog(read(p, 'a') * n ** read(p, 'alpha'), read(p, 'gamma')) - (2 * n) / E;

/** Letters that the derivations name, at an optimum: slopes by central differences, elasticities by the referee. */
function lettersAt(p: At): At {
  const [n, d, t, E, q, gamma] = ['n', 'd', 't', 'E', 'q', 'gamma'].map((name) => read(p, name)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const f = (x: number): number => deformedLog(x, gamma);
  const M = margin(p, n, E);
  return {
    Pi: read(p, 'pi'),
    Pi_n: 0,
    pi_t: 0,
    pi_tt: -2 * read(p, 'delta'),
    pi_E: (6 * n * d + 2 * n * t) / E ** 2,
    M_n: slopeOf((x) => margin(p, x, E), n),
    f_q: slopeOf(f, q),
    f_qq: slopeOf((x) => slopeOf(f, x), q),
    f_n: slopeOf((x) => f(read(p, 'a') * x ** read(p, 'alpha')), n),
    eps_dn: read(p, 'alpha') / read(p, 'beta'),
    eps_Cn: 1 + read(p, 'alpha') / read(p, 'beta'),
    eps_CE: -1,
    eps_tn: (n * slopeOf((x) => margin(p, x, E), n)) / M,
    eps_tE: (E * slopeOf((x) => margin(p, n, x), E)) / M,
    eps_I: 1 / (1 + read(p, 'alpha') * gamma),
    eps_S: (1 + read(p, 'alpha') / read(p, 'beta')) / (1 + read(p, 'alpha') * gamma) - 1,
    eps_Cb: 1 / read(p, 'alpha'),
    x: 3,
    c: 0,
  };
}

function elasticitiesAt({ optimum }: Sample): At {
  const of = (name: string): number => optimum.elasticities?.[`${name}/E`] ?? Number.NaN;
  return { eps_n: of('n'), eps_d: of('d'), eps_t: of('t'), eps_C: of('C_train') };
}

const whole = (sample: Sample): At => ({ ...lettersAt(sample.at), ...elasticitiesAt(sample), ...sample.at });

const COUNT = 12;

/** The ray off the optimum, where slopes do not vanish and profit is below c, that of the optimum. */
function elsewhere(sample: Sample): At {
  const best = sample.at;
  const [omega, delta, E, alpha, beta] = ['omega', 'delta', 'E', 'alpha', 'beta'].map((name) =>
    read(best, name),
  ) as [number, number, number, number, number];
  const [n, t] = [read(best, 'n') * 1.1, read(best, 't') * 0.8];
  const d = read(best, 'd') * 1.1 ** (alpha / beta);
  const onRay = (x: number): number =>
    margin(best, x, E) ** 2 / (4 * delta) - (6 * x * d * (x / n) ** (alpha / beta)) / E;
  const q = read(best, 'a') * n ** alpha;
  const f = deformedLog(q, read(best, 'gamma'));
  const selling = (x: number): number => omega * x * f - delta * x ** 2 - (6 * n * d + 2 * n * x) / E;
  const at = { ...best, n, d, t, q, f, pi: selling(t), C: (6 * n * d) / E };
  return {
    ...lettersAt(at),
    ...at,
    Pi: onRay(n),
    Pi_n: slopeOf(onRay, n),
    pi_t: slopeOf(selling, t),
    c: read(best, 'pi'),
  };
}

const excess =
  (name: 'n' | 'd') =>
  (sample: Sample): At => ({ ...sample.at, [name]: 3 * read(sample.at, name) });

/** The optimum at the referee's own break-even, approached from above. */
function atBreakEven({ at, optimum }: Sample): At[] {
  const values = Object.fromEntries(baseline.parameters.map(({ name }) => [name, read(at, name)]));
  const E = breakEven(baseline, values);
  const found =
    E === null ? null : optimise(baseline, { ...values, E: E * (1 + 1e-10) }, { elasticities: false });
  if (found?.kind !== 'optimum') return [];
  const point = numbersAt(baseline, { values: { ...values, E: E ?? 0 }, optimum: found });
  return [{ ...whole({ at: point, optimum, breakEvenFactor: 1 }), pi: 0, Pi: 0 }];
}

/** The same firm with half the data of its break-even, at the E from which it then produces. */
function atSmallStock(sample: Sample): At[] {
  const [even] = atBreakEven(sample);
  if (!even) return [];
  const values = Object.fromEntries(baseline.parameters.map(({ name }) => [name, read(sample.at, name)]));
  const stocked = { ...values, D: read(even, 'd') / 2 };
  const E = breakEven(dataBound, stocked);
  const found =
    E === null ? null : optimise(dataBound, { ...stocked, E: E * (1 + 1e-10) }, { elasticities: false });
  if (found?.kind !== 'optimum' || !found.active.limits.includes('d')) return [];
  const at = numbersAt(dataBound, { values: { ...stocked, E: E ?? 0 }, optimum: found });
  return [{ ...whole({ at, optimum: found, breakEvenFactor: 1 }), pi: 0, Pi: 0 }];
}

/** All worlds, from the least special on: a line that is true in one of them is true there at every point. */
export function worlds(): readonly World[] {
  const [all, stock] = [baselineSamples(), dataBoundSamples(120)];
  const safe = all.filter(
    ({ breakEvenFactor, at }) =>
      breakEvenFactor === null && Math.abs(read(at, 'gamma')) !== 0 && Math.abs(read(at, 'gamma')) > 0.01,
  );
  const some = (keep: (p: At) => boolean, from: readonly Sample[] = all): At[] =>
    from
      .filter((s) => s.breakEvenFactor === null && keep(s.at))
      .slice(0, COUNT)
      .map(whole);
  const equal = (p: At): boolean => p.alpha === p.beta;
  const far = [-1, -0.5, 1, 2].map((gamma) => trainingOnly({ ...read0(all), gamma, E: 1e55 }));
  return [
    { name: 'optimum', points: safe.slice(0, COUNT).map(whole) },
    { name: 'elsewhere on the ray', points: safe.slice(0, COUNT).map(elsewhere) },
    { name: 'data in excess', points: safe.slice(0, 4).map(excess('d')) },
    { name: 'parameters in excess', points: safe.slice(0, 4).map(excess('n')) },
    { name: 'gamma < 0', points: some((p) => read(p, 'gamma') < -0.01, safe) },
    { name: 'gamma > 0', points: some((p) => read(p, 'gamma') > 0.01, safe) },
    { name: 'gamma = 0', points: some(({ gamma }) => gamma === 0) },
    { name: 'gamma = -1', points: some(({ gamma }) => gamma === -1) },
    { name: 'alpha = beta', points: some(equal) },
    { name: 'alpha = beta, gamma = 0', points: some((p) => equal(p) && p.gamma === 0) },
    { name: 'break-even', points: safe.slice(0, 6).flatMap(atBreakEven) },
    {
      name: 'break-even, alpha = beta',
      points: safe
        .filter(({ at }) => equal(at))
        .slice(0, 6)
        .flatMap(atBreakEven),
    },
    {
      name: 'break-even, alpha = beta, gamma = 0',
      points: all
        .filter(({ at }) => equal(at) && at.gamma === 0)
        .slice(0, 6)
        .flatMap(atBreakEven),
    },
    {
      name: 'data bind',
      points: some(
        () => true,
        stock.filter(({ optimum }) => optimum.active.limits.includes('d')),
      ),
    },
    {
      name: 'data bind, alpha = beta',
      points: some(
        equal,
        stock.filter(({ optimum }) => optimum.active.limits.includes('d')),
      ),
    },
    {
      name: 'data start to bind',
      points: safe.slice(0, COUNT).map((s) => ({ ...whole(s), D: read(s.at, 'd') })),
    },
    { name: 'a small stock breaks even', points: safe.slice(0, 6).flatMap(atSmallStock) },
    { name: 'inference alone', points: safe.slice(0, 6).map(({ at }) => inferenceOnly(at)) },
    { name: 'training alone', points: safe.slice(0, 6).map(({ at }) => trainingOnly(at)) },
    { name: 'training alone, elsewhere', points: safe.slice(0, 6).map(({ at }) => offTrainingOnly(at)) },
    {
      name: 'training alone, gamma = 0',
      points: safe.slice(0, 6).map(({ at }) => trainingOnly({ ...at, gamma: 0 })),
    },
    { name: 'training alone, gamma < 0, far', points: far.filter((p) => read(p, 'gamma') < 0) },
    { name: 'training alone, gamma > 0, far', points: far.filter((p) => read(p, 'gamma') > 0) },
    {
      name: 'laws meet, gamma < 0',
      points: safe.slice(0, 4).map(({ at }) => crossing({ ...at, gamma: -0.6 })),
    },
    {
      name: 'laws meet, gamma > 0',
      points: safe.slice(0, 4).map(({ at }) => crossing({ ...at, gamma: 0.7 })),
    },
    { name: 'laws meet, gamma = 0', points: safe.slice(0, 4).map(({ at }) => crossing({ ...at, gamma: 0 })) },
    { name: 'the top of ln(x)/x^(1/2)', points: [{ ...atRoot() }] },
    ...isoquantWorlds(),
    ...chipWorlds(),
    ...mixWorlds(),
  ];
}

/** A firm in the middle of the box from which far points start. */
const read0 = (all: readonly Sample[]): At =>
  all.find(({ breakEvenFactor }) => breakEvenFactor === null)?.at ?? {};
