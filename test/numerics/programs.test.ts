/** Optima of problems, their movements and what constraints are worth, each worked out by hand beside it. */
import { describe, expect, test } from 'vitest';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { problemOf, type Stated } from '../support/stated.ts';

const asked = (stated: Stated) => optimiseProblem(problemOf(stated), stated.at);

function optimum(stated: Stated) {
  const found = asked(stated);
  if (found.kind !== 'optimum') throw new Error(JSON.stringify(found));
  return found;
}

/** Every number that is expected, and no other. */
function expectNumbers(found: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>) {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, value] of Object.entries(expected)) expect(found[name], name).toBeCloseTo(value, 8);
}

describe('an optimum by hand', () => {
  test('no limit: each cost is its power of what is earned', () => {
    // R = k √x y^(1/4): c x = R/2, e y = R/4, so R = k⁴/(16 c² e), and R/4 is left.
    const found = optimum({
      kind: 'maximum',
      parts: { earned: 'k*x^(1/2)*y^(1/4)', one: '-c*x', other: '-e*y' },
      variables: ['x', 'y'],
      at: { k: 2, c: 1, e: 2 },
    });
    expectNumbers(found.quantities, { x: 1 / 4, y: 1 / 16, obj: 1 / 8 });
    expectNumbers(found.elasticities, {
      'x/k': 4,
      'x/c': -3,
      'x/e': -1,
      'y/k': 4,
      'y/c': -2,
      'y/e': -2,
      'obj/k': 4,
      'obj/c': -2,
      'obj/e': -1,
    });
    expect(found).toMatchObject({ multipliers: {}, binding: [], warnings: [] });
    expect(found.residual).toBeLessThan(1e-9);
  });

  test('a limit that binds and one that does not', () => {
    // x y with p x + q y <= m: x = m/(2 p), m²/(4 p q) is reached, and one unit of m is worth m/(2 p q).
    const found = optimum({
      kind: 'maximum',
      parts: { all: 'x*y' },
      variables: ['x', 'y'],
      limits: [
        ['budget', 'p*x + q*y', '<=', 'm'],
        ['cap', 'x', '<=', 'X'],
      ],
      at: { p: 2, q: 5, m: 40, X: 11 },
    });
    expectNumbers(found.quantities, { x: 10, y: 4, obj: 40 });
    expectNumbers(found.multipliers, { mu_budget: 2, mu_cap: 0 });
    expect(found).toMatchObject({ binding: ['budget'], warnings: [] });
    expectNumbers(found.elasticities, {
      'x/p': -1,
      'x/q': 0,
      'x/m': 1,
      'x/X': 0,
      'y/p': 0,
      'y/q': -1,
      'y/m': 1,
      'y/X': 0,
      'obj/p': -1,
      'obj/q': -1,
      'obj/m': 2,
      'obj/X': 0,
      'mu_budget/p': -1,
      'mu_budget/q': -1,
      'mu_budget/m': 1,
      'mu_budget/X': 0,
    });
  });

  test('both limits bind', () => {
    // x = X, y = (m - p X)/q: obj = X (m - p X)/q, worth of m X/q, worth of X (m - 2 p X)/q.
    const found = optimum({
      kind: 'maximum',
      parts: { all: 'x*y' },
      variables: ['x', 'y'],
      limits: [
        ['budget', 'p*x + q*y', '<=', 'm'],
        ['cap', 'x', '<=', 'X'],
      ],
      at: { p: 2, q: 5, m: 40, X: 5 },
    });
    expectNumbers(found.quantities, { x: 5, y: 6, obj: 30 });
    expectNumbers(found.multipliers, { mu_budget: 1, mu_cap: 4 });
    expect(found.binding).toEqual(['budget', 'cap']);
    expect(found.elasticities['y/m']).toBeCloseTo(4 / 3, 8);
    expect(found.elasticities['y/X']).toBeCloseTo(-1 / 3, 8);
    expect(found.elasticities['obj/X']).toBeCloseTo(2 / 3, 8);
    expect(found.elasticities['mu_budget/X']).toBeCloseTo(1, 8);
    // Of (m - 2 p X)/q = 8 - 4 = 4: minus 2 p X/q = 4, and m/q = 8, as shares of it.
    expect(found.elasticities['mu_cap/X']).toBeCloseTo(-1, 8);
    expect(found.elasticities['mu_cap/m']).toBeCloseTo(2, 8);
  });

  test('a limit on what may be negative: its own units, not those of a logarithm', () => {
    // √x - c x with x - k <= g: x = g + k, and one unit of g is worth 1/(2 √x) - c.
    const found = optimum({
      kind: 'maximum',
      parts: { gain: 'x^(1/2)', cost: '-c*x' },
      variables: ['x'],
      limits: [['room', 'x - k', '<=', 'g']],
      at: { c: 0.05, k: 1, g: 3 },
    });
    expectNumbers(found.quantities, { x: 4, obj: 1.8 });
    expectNumbers(found.multipliers, { mu_room: 0.2 });
    expectNumbers(found.elasticities, {
      'x/c': 0,
      'x/k': 1 / 4,
      'x/g': 3 / 4,
      'obj/c': -0.2 / 1.8,
      'obj/k': 0.2 / 1.8,
      'obj/g': 0.6 / 1.8,
      'mu_room/c': -0.05 / 0.2,
      'mu_room/k': -1 / 32 / 0.2,
      'mu_room/g': -3 / 32 / 0.2,
    });
  });

  test('an equation binds from the side that is needed', () => {
    // c x + e y with x y = Y: x = √(e Y/c), 2 √(c e Y) is spent, and one unit of Y costs √(c e/Y).
    const found = optimum({
      kind: 'minimum',
      parts: { one: 'c*x', other: 'e*y' },
      variables: ['x', 'y'],
      limits: [['need', 'x*y', '=', 'Y']],
      at: { c: 1, e: 4, Y: 9 },
    });
    expectNumbers(found.quantities, { x: 6, y: 1.5, obj: 12 });
    // What is spent is no gain: its worth is negative, and rises as Y does.
    expectNumbers(found.multipliers, { mu_need: -2 / 3 });
    expect(found.binding).toEqual(['need']);
    expect(found.elasticities['mu_need/Y']).toBeCloseTo(1 / 2, 8);
    expect(found.elasticities['mu_need/c']).toBeCloseTo(-1 / 2, 8);
    expect(found.elasticities['obj/Y']).toBeCloseTo(1 / 2, 8);
    expect(found.elasticities['x/e']).toBeCloseTo(1 / 2, 8);
    expect(found.elasticities['x/c']).toBeCloseTo(-1 / 2, 8);
  });

  test('values are missing where the search starts', () => {
    // ln(k - x) + ln x + ln(h - y) + ln y: x = k/2, y = h/2; beyond k and h there is no logarithm.
    const found = optimum({
      kind: 'maximum',
      parts: { one: 'ln(k - x) + ln(x)', other: 'ln(h - y) + ln(y)' },
      variables: ['x', 'y'],
      at: { k: 20, h: 8 },
    });
    expectNumbers(found.quantities, { x: 10, y: 4, obj: 2 * Math.log(40) });
    // An elasticity of the objective: k/2 · 2/(k/2) = 2, as a share of it.
    const share = 2 / (2 * Math.log(40));
    expectNumbers(found.elasticities, {
      'x/k': 1,
      'x/h': 0,
      'y/k': 0,
      'y/h': 1,
      'obj/k': share,
      'obj/h': share,
    });
  });

  test('the smaller of two things: as much of the one as of the other', () => {
    // p √min(x, y) - c x - e y: x = y = (p/(2 (c + e)))², and p²/(4 (c + e)) is left.
    const found = optimum({
      kind: 'maximum',
      parts: { gain: 'p*min(x, y)^(1/2)', one: '-c*x', other: '-e*y' },
      variables: ['x', 'y'],
      at: { p: 4, c: 0.25, e: 0.75 },
    });
    expectNumbers(found.quantities, { x: 4, y: 4, obj: 4 });
    expectNumbers(found.elasticities, {
      'x/p': 2,
      'x/c': -0.5,
      'x/e': -1.5,
      'y/p': 2,
      'y/c': -0.5,
      'y/e': -1.5,
      'obj/p': 2,
      'obj/c': -0.25,
      'obj/e': -0.75,
    });
    expect(found).toMatchObject({ binding: [], multipliers: {}, warnings: [] });
  });
});

describe('at the point where a limit starts to bind', () => {
  const at = { p: 2, q: 5, m: 40, X: 10 };
  const found = optimum({
    kind: 'maximum',
    parts: { all: 'x*y' },
    variables: ['x', 'y'],
    limits: [
      ['budget', 'p*x + q*y', '<=', 'm'],
      ['cap', 'x', '<=', 'X'],
    ],
    at,
  });

  test('elasticities in what moves it are one-sided, and in nothing else', () => {
    const side = (name: string) => `elasticities in ${name} are one-sided: a constraint starts to bind here`;
    // x = m/(2 p) is moved by m and p; X moves the limit; q moves neither.
    expect([...found.warnings].sort()).toEqual([side('X'), side('m'), side('p')]);
    expectNumbers(found.quantities, { x: 10, y: 4, obj: 40 });
  });
});

describe('no optimum, and why', () => {
  const root = { kind: 'maximum', parts: { gain: 'x^(1/2)', cost: '-c*x' }, variables: ['x'] } as const;

  test('constraints that contradict each other', () => {
    const limits = [
      ['most', 'x', '<=', 'u'],
      ['least', 'v', '<=', 'x'],
    ] as const;
    expect(asked({ ...root, limits, at: { c: 1, u: 1, v: 2 } })).toEqual({
      kind: 'none',
      why: 'no point was found that the constraints allow (what most asks; what least asks)',
    });
    expect(asked({ ...root, limits, at: { c: 1, u: 2, v: 1 } }).kind).toBe('optimum');
  });

  test('no value anywhere', () => {
    // k - x is positive for x below 1e-60 alone, which is not searched.
    const parts = { gain: 'ln(k - x)' };
    expect(asked({ ...root, parts, at: { k: 1e-60 } })).toEqual({
      kind: 'none',
      why: 'no point was found at which the obj has a value',
    });
  });

  test('more is always better, and less', () => {
    expect(asked({ ...root, parts: { gain: 'k*x^(1/2)' }, at: { k: 1 } })).toEqual({
      kind: 'unbounded',
      why: 'the obj grows without end',
    });
    expect(asked({ ...root, kind: 'minimum', parts: { gain: '-k*x' }, at: { k: 1 } })).toEqual({
      kind: 'unbounded',
      why: 'the obj falls without end',
    });
  });

  test('an optimum beyond what is searched is not called unbounded', () => {
    // x = 1/(4 c²) = e^400: the edge of the search is e^185.
    expect(asked({ ...root, at: { c: Math.exp(-200) / 2 } })).toEqual({
      kind: 'unsolved',
      tried: [
        'search by cuts: the obj still grows at the edge of what is searched, where what is lost outgrows what is gained',
      ],
    });
    const near = asked({ ...root, at: { c: Math.exp(-75) / 2 } });
    if (near.kind !== 'optimum') throw new Error(near.kind);
    expect(Math.log(near.quantities.x ?? 0)).toBeCloseTo(150, 8);
  });

  describe('of sellers who answer one another', () => {
    // p = A - B (q + Q), Q = (m - 1) q: q = (A - c)/(B (m + 1)).
    const sellers = {
      kind: 'equilibrium',
      parts: { sales: 'A*q - B*(q + Q)*q', cost: '-c*q' },
      variables: ['q'],
      others: { Q: '(m - 1)*q' },
    } as const;

    test('the equilibrium, and how it moves', () => {
      const found = optimum({ ...sellers, at: { A: 12, B: 2, c: 2, m: 4 } });
      expectNumbers(found.quantities, { q: 1, obj: 2 });
      expect(found.elasticities['q/A']).toBeCloseTo(12 / 10, 8);
      expect(found.elasticities['q/c']).toBeCloseTo(-2 / 10, 8);
      expect(found.elasticities['q/B']).toBeCloseTo(-1, 8);
      expect(found.elasticities['q/m']).toBeCloseTo(-4 / 5, 8);
      // B q² is left.
      expect(found.elasticities['obj/A']).toBeCloseTo(24 / 10, 8);
      expect(found.elasticities['obj/B']).toBeCloseTo(-1, 8);
      expect(found.deviation).toBeLessThan(1e-9);
      expect(found.warnings).toEqual([]);
    });

    test('nothing pays, whatever the others do', () => {
      expect(asked({ ...sellers, at: { A: 2, B: 2, c: 3, m: 4 } })).toEqual({
        kind: 'none',
        why: 'whatever the others were taken to do, no positive obj is possible',
      });
    });

    test('no choice is the best reply to itself', () => {
      // The best reply is q = (1 + k Q)². All alike, Q = √q: Q = 1 + k Q has no positive solution where k > 1.
      const found = asked({
        kind: 'equilibrium',
        parts: { gain: '2*(1 + k*Q)*q^(1/2)', cost: '-q' },
        variables: ['q'],
        others: { Q: 'q^(1/2)' },
        at: { k: 2 },
      });
      expect(found).toEqual({
        kind: 'unsolved',
        tried: [
          'replies to replies from several starts, then Newton on the conditions of a symmetric equilibrium: no choice was found that is the best reply to itself',
        ],
      });
    });
  });
});
