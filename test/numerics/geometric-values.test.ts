/**
 * What a geometric program says of a model at a point, against the model's own formulas there; and where Newton's method
 * starts, worked out by hand. Models are taken afresh, since programs are kept.
 */
import { describe, expect, test } from 'vitest';
import { contextOf, type Model, settled } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { one, type Term } from '../../src/kernel/term.ts';
import { type Geometric, type Goal, geometricOf } from '../../src/numerics/fast/geometric.ts';
import { inputOf, type Node } from '../../src/numerics/fast/graph.ts';
import { splitProfit } from '../../src/numerics/split.ts';
import { firm } from './firms.ts';
import { sampleFor } from './samples.ts';
import { worth } from './worth.ts';

function programOf(model: Model, goal: Goal = 'profit'): Geometric {
  const found = geometricOf({ ...model }, goal);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

const IDS = Object.keys(VARIANTS) as VariantId[];
const near = (found: number, expected: number, what: string) =>
  expect(Math.abs(found - expected), what).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

describe.each(IDS)('%s: at a point', (id) => {
  const model = VARIANTS[id];
  const values = sampleFor(model);

  test.each(['profit', 'surplus'] as const)('%s: the model’s own formulas', (goal) => {
    const program = programOf(model, goal);
    // Letters of e^31 tokens and the like, so that anything sells.
    const inputs: Values = {
      ...values,
      ...Object.fromEntries(program.solved.map((name) => [inputOf(name), 31])),
    };
    const at = (node: Node): number => worth(node, inputs);
    const { n, d, t } = program.quantities;
    const point = { n: Math.exp(at(n)), d: Math.exp(at(d)), t: Math.exp(at(t)) };
    const own = (term: Term): number => evaluate(settled(model, term), { ...values, ...point }, double);
    const { gain, loss } = splitProfit(model.profit, contextOf(model));
    near(at(program.gain), Math.log(own(gain)), 'gain');
    near(at(program.share), own(loss) / own(gain), 'share');
    near(at(program.revenue) / own(model.revenue), 1, 'revenue');
    near(at(program.trainingSpend), Math.log(own(model.trainingSpend)), 'training spend');
    expect(at(program.opening)).toBeGreaterThan(0);
    // Of small letters, where a gate is shut, the opening is none.
    const small = { ...values, ...Object.fromEntries(program.solved.map((name) => [inputOf(name), 1])) };
    expect(worth(program.opening, small) > 0, 'opening').toBe(id === 'hill-adoption');
    near(at(program.reached), Math.max(0, ...model.reached.map(own)), 'reached');
    const limits = program.solved.map((name) => model.limits.find(({ variable }) => variable === name));
    for (const [j, limit] of limits.entries()) {
      const bound = program.bounds[j] ?? null;
      expect(bound === null).toBe(limit === undefined);
      if (bound && limit) near(at(bound), Math.log(own(limit.bound)), 'bound');
    }
    for (const [j, condition] of program.settled.entries()) near(at(condition), 0, `settled ${j}`);
    if (program.room) expect(at(program.room)).toBeGreaterThan(0);
    const [inference = Number.NaN, training = Number.NaN, data = Number.NaN] = (program.marginals ?? []).map(
      at,
    );
    // With d the size follows as d^(beta/alpha), except where n and d are both chosen.
    const along = program.tied ? (values.beta ?? 0) / (values.alpha ?? 1) : 1;
    const G = own(gain);
    // Where data is repeated what counts grows less than d.
    if (id !== 'repeated-data') {
      near(inference, (along * own(model.inferenceSpend)) / G, 'marginal inference');
      near(training, ((program.tied ? along + 1 : 1) * own(model.trainingSpend)) / G, 'marginal training');
      near(data, own(model.dataSpend) / G, 'marginal data');
    }
  });
});

describe('of a seller among others', () => {
  test('the potential counts half of what the others’ sales take off one’s own price', () => {
    const values = sampleFor(VARIANTS.cournot);
    const program = programOf(VARIANTS.cournot);
    const inputs: Values = { ...values, [inputOf('d')]: 31 };
    const { delta = 0, m = 0 } = values;
    const t = Math.exp(worth(program.quantities.t, inputs));
    const others = (delta * t * t * (m - 1)) / 2;
    const gap = worth(program.share, inputs) - worth(program.potentialShare, inputs);
    near(gap, others / Math.exp(worth(program.gain, inputs)), 'the other half');
  });

  const cournot = (costs: string) => {
    const { rivals } = VARIANTS.cournot;
    return geometricOf(
      firm(`omega*t*n^(1/4)*d^(1/4) - n - d - t^4 - ${costs}`, VARIANTS.cournot, { rivals }),
      'profit',
    );
  };
  test.each([
    ['all of it one’s own', 't^3', true],
    ['half of it one’s own', 't*t_others', true],
    ['none of it one’s own', 't_others', true],
    ['all by the others’ choice, and size besides', 'n*t_others', false],
    ['more than all of it one’s own', 't^2/t_others', false],
    ['all of what does not change with all', 't/t_others', false],
    ['a share that is no number', 't^alpha*t_others', false],
    ['all of size one’s own, and sales for nothing', 'n*t/t_others', false],
  ])('a cost of which %s: %s', (_, cost, isOne) => {
    const found = cournot(cost);
    if (isOne) expect(typeof found).toBe('object');
    else
      expect(found).toBe(
        'sellers whose conditions are those of no potential in the fast solver; use the referee.',
      );
  });
});

describe('the letters that are solved for', () => {
  test.each<readonly [VariantId, readonly string[], readonly boolean[], number, boolean]>([
    ['baseline', ['d'], [true], 1, true],
    ['data-bound', ['d'], [true], 1, true],
    ['ces-quality', ['n', 'd'], [true, true], 1, false],
    ['network', ['d', 't'], [true, false], 0, true],
    ['hill-adoption', ['d'], [false], 1, true],
    ['fixed-demand', ['d'], [true], 0, true],
  ])('%s: %s', (id, solved, opens, settledOnes, tied) => {
    const program = programOf(VARIANTS[id]);
    expect(program).toMatchObject({ solved, opens, tied });
    expect(program.settled).toHaveLength(settledOnes);
    expect(program.conditions).toHaveLength(solved.length);
    expect(program.jacobian.map((row) => row.length)).toEqual(solved.map(() => solved.length));
    expect(program.start).toHaveLength(solved.length);
  });

  test('what a kink ties must cost something, whatever the letters are', () => {
    const refusal = 'a kink in n, which costs nothing in the fast solver; use the referee.';
    const kinked = (costs: string) => geometricOf(firm(`omega*t^(1/2)*min(n, d)^(1/4) - d - t${costs}`));
    expect(typeof kinked(' - n')).toBe('object');
    expect(kinked('')).toBe(refusal);
    expect(kinked(' - n - n^(-1)')).toBe(refusal);
    expect(kinked(' - n^gamma')).toBe(refusal);
    expect(kinked(' - n - n^gamma')).toBe(refusal);
  });
});

describe('where Newton’s method starts', () => {
  const startOf = (model: Model, values: Values): readonly number[] =>
    programOf(model).start.map((node) => worth(node, values));

  test('where what is sold brings as much more as inference takes', () => {
    // With q = b d^beta = a n^alpha a relative step of d brings omega t beta q^-gamma, and takes 2 n t/E beta/alpha.
    for (const id of ['baseline', 'data-bound', 'cournot', 'data-cost'] as const) {
      const values = sampleFor(VARIANTS[id]);
      const { alpha = 0, beta = 0, gamma = 0, a = 0, b = 0, omega = 0, E = 0 } = values;
      const [start = Number.NaN] = startOf(VARIANTS[id], values);
      const q = b * Math.exp(beta * start);
      const n = (q / a) ** (1 / alpha);
      expect((omega * alpha * E * q ** -gamma) / (2 * n), id).toBeCloseTo(1, 9);
    }
  });

  test('at the lesser of that and where it brings as much more as training takes', () => {
    const values = sampleFor(VARIANTS['fixed-demand']);
    for (const T of [1e6, 1e15, 1e24]) {
      const at = { ...values, T };
      const { alpha = 0, beta = 0, gamma = 0, a = 0, b = 0, omega = 0, E = 0 } = values;
      const [start = Number.NaN] = startOf(VARIANTS['fixed-demand'], at);
      const [q, d] = [b * Math.exp(beta * start), Math.exp(start)];
      const n = (q / a) ** (1 / alpha);
      const brings = omega * T * beta * q ** -gamma;
      const takes = [((beta / alpha) * 2 * n * T) / E, ((beta / alpha + 1) * 6 * n * d) / E];
      expect(Math.max(...takes) / brings, `T = ${T}`).toBeCloseTo(1, 9);
    }
  });

  test('at a quality of e^2.5 where no cost alone stands against what is brought', () => {
    const values = sampleFor(VARIANTS['ces-quality']);
    const { alpha = 0, beta = 0, a = 0, b = 0 } = values;
    const [n = 0, d = 0] = startOf(VARIANTS['ces-quality'], values);
    expect(Math.log(a) + alpha * n).toBeCloseTo(2.5, 12);
    expect(Math.log(b) + beta * d).toBeCloseTo(2.5, 12);
    for (const id of ['constant-elasticity', 'network', 'hill-adoption', 'repeated-data'] as const) {
      const at = sampleFor(VARIANTS[id]);
      const [data = 0, t] = startOf(VARIANTS[id], at);
      expect(Math.log(at.b ?? 0) + (at.beta ?? 0) * data, id).toBeCloseTo(2.5, 12);
      if (t !== undefined) expect(t - Math.log(at.K ?? 0), id).toBeCloseTo(2.5, 12);
    }
  });

  test('at the best against the steepest cost, the other letters taken to be e^30', () => {
    // t^(1/2) is best in closed form; ln G + ln 1/4 = ln n where ln G = ln omega + (n + 2 t)/4 + d/8, and likewise d.
    const model = firm('omega*t^(1/2)*n^(1/4)*d^(1/8) - n^3 - n^2 - d^2 - d - t');
    const program = programOf(model);
    expect(program.solved).toEqual(['n', 'd']);
    for (const omega of [1e-9, 1e-7, 1e9]) {
      const [n = 0, d = 0] = program.start.map((node) => worth(node, { ...sampleFor(model), omega }));
      // ln of what a relative step brings at n = 1 and at d = 1; the lesser cost takes its share there, but leaves a twentieth.
      const [ofN, ofD] = [Math.log(omega / 4) + 15 + 30 / 8, Math.log(omega / 8) + 15 + 30 / 4];
      const leftOf = (share: number) => Math.log(Math.max(1 / 20, 1 - share));
      expect(n).toBeCloseTo((ofN - Math.log(3) + leftOf(2 * Math.exp(-ofN))) / (3 - 1 / 4), 9);
      expect(d).toBeCloseTo((ofD - Math.log(2) + leftOf(Math.exp(-ofD))) / (2 - 1 / 8), 9);
    }
  });

  test('of one letter at the least at which a cost alone takes as much as is brought', () => {
    // omega/2 d^(1/2) = d at omega^2/4, and = 4 d^2 at (omega/8)^(2/3); the number 3 takes nothing more.
    const given = { n: one, t: one };
    const model = firm('omega*d^(1/2) - d - 2*d^2 - 3', VARIANTS.baseline, { variables: ['d'], given });
    const [start] = programOf(model).start as [Node];
    for (const omega of [0.1, 8])
      expect(Math.exp(worth(start, { ...sampleFor(model), omega }))).toBeCloseTo(
        Math.min(omega ** 2 / 4, (omega / 8) ** (2 / 3)),
        12,
      );
  });
});

describe('what a program says besides', () => {
  const two = { variables: ['n', 't'], given: { d: one } } as const;

  test('there is room for sales only where one of the letters decides on it, given the others', () => {
    const without = ['constant-elasticity', 'network', 'fixed-demand'];
    for (const id of IDS) expect(programOf(VARIANTS[id]).room === null, id).toBe(without.includes(id));
  });

  test.each<readonly [string, string, Partial<Model>, boolean]>([
    ['n and d are chosen', 'omega*t^(1/2)*n^(1/4)*d^(1/8) - n^2 - n - d^2 - d - t', {}, true],
    ['d is tied to n', 'omega*t^(1/2)*min(n, d)^(1/4) - n - 2*d - t', {}, true],
    ['d is not chosen', 'omega*t^(1/2)*n/(1 + n) - n - t', two, false],
    [
      'n is not chosen',
      'omega*t^(1/2)*d/(1 + d) - d - t',
      { variables: ['d', 't'], given: { n: one } },
      false,
    ],
    ['neither is', 'omega*t^(1/2) - t', { variables: ['t'], given: { n: one, d: one } }, false],
    ['sales are tied to one, and n and d are chosen', 'omega*min(d, t)^(1/2)*n^(1/4) - n - d - t', {}, true],
    ['n is tied to sales', 'omega*min(n, t)^(1/2)*d^(1/4) - n - d - t', {}, true],
  ])('%s: whether it tells what more size costs', (_, profit, changes, isTold) => {
    expect(programOf(firm(profit, VARIANTS.baseline, changes)).marginals !== null).toBe(isTold);
  });

  test('a letter at its best in closed form has its value there', () => {
    // n/4 of G = omega t^(1/2) n^(1/4) d^(1/8): n = (omega t^(1/2) d^(1/8)/4)^(4/3).
    const model = firm('omega*t^(1/2)*n^(1/4)*d^(1/8) - n - d - t');
    const program = programOf(model);
    expect(program.solved).toEqual(['d', 't']);
    const inputs = { ...sampleFor(model), omega: 2, [inputOf('d')]: 8, [inputOf('t')]: 4 };
    expect(worth(program.quantities.n, inputs)).toBeCloseTo((4 / 3) * (Math.log(2 / 4) + 2 + 1), 12);
    expect(worth(program.quantities.d, inputs)).toBe(8);
  });

  test('the same model has the same program, and each goal its own', () => {
    const model = { ...VARIANTS.baseline };
    expect(geometricOf(model)).toBe(geometricOf(model, 'profit'));
    expect(geometricOf(model, 'surplus')).toBe(geometricOf(model, 'surplus'));
    expect(geometricOf(model, 'surplus')).not.toBe(geometricOf(model));
    expect(geometricOf({ ...model })).not.toBe(geometricOf(model));
  });

  test('an error that refuses nothing is no reason why there is none', () => {
    const broken = Object.defineProperty({ ...VARIANTS.baseline }, 'profit', {
      get: () => {
        throw new TypeError('no profit');
      },
    });
    expect(() => geometricOf(broken)).toThrow(TypeError);
  });
});
