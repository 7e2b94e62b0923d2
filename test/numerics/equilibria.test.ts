/** Equilibria of players alike, by hand: where a limit binds, where there is another one, and where none is found. */
import { expect, test } from 'vitest';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { problemOf, type Stated } from '../support/stated.ts';

const asked = (stated: Stated) => optimiseProblem(problemOf(stated), stated.at);
const equilibrium = (stated: Stated) => {
  const found = asked(stated);
  if (found.kind !== 'optimum') throw new Error(JSON.stringify(found));
  return found;
};

/** p = A - B (q + Q), Q = (m - 1) q, so that unlimited q = (A - c)/(B (m + 1)). */
const sellers = (limits: NonNullable<Stated['limits']>, at: Stated['at']): Stated => ({
  kind: 'equilibrium',
  parts: { sales: 'A*q - B*(q + Q)*q', cost: '-c*q' },
  variables: ['q'],
  others: { Q: '(m - 1)*q' },
  limits,
  at,
});

test('a limit that binds: what it is worth is one player’s own, and all move with it', () => {
  // mu = A - c - B (m + 1) K, and (A - c - B m K) K is left to each.
  const found = equilibrium(sellers([['cap', 'q', '<=', 'K']], { A: 12, B: 2, c: 2, m: 4, K: 0.5 }));
  expect(found.binding).toEqual(['cap']);
  expect(found.quantities.q).toBeCloseTo(0.5, 9);
  expect(found.quantities.obj).toBeCloseTo(3, 9);
  expect(found.multipliers.mu_cap).toBeCloseTo(5, 9);
  const expected = {
    'q/K': 1,
    'q/A': 0,
    'obj/K': 1 / 3,
    'obj/A': 2,
    'obj/B': -2 / 3,
    'mu_cap/K': -1,
    'mu_cap/A': 12 / 5,
    'mu_cap/B': -1,
  };
  for (const [name, value] of Object.entries(expected))
    expect(found.elasticities[name], name).toBeCloseTo(value, 8);
  expect(found.deviation).toBeLessThan(1e-9);
  // What each part counts in the player's own condition: sales (A - 2 B q - B Q) q = 3.5, the cost 1, the limit 2.5.
  expect(found.shares.sales).toBeCloseTo(1, 9);
  expect(found.shares.cost).toBeCloseTo(-1 / 3.5, 9);
  expect(found.shares.cap).toBeCloseTo(-2.5 / 3.5, 9);
});

test('one that does not bind is worth nothing', () => {
  const found = equilibrium(sellers([['cap', 'q', '<=', 'K']], { A: 12, B: 2, c: 2, m: 4, K: 3 }));
  expect(found.binding).toEqual([]);
  expect(found.quantities.q).toBeCloseTo(1, 9);
  expect(found.multipliers).toEqual({ mu_cap: 0 });
  expect(found.elasticities['q/K']).toBeCloseTo(0, 9);
});

test('another equilibrium is told, and that it is not told which comes about', () => {
  // The best reply is q = g^2 with g = k Q^2/(1 + Q^2); all alike, 1 + s^4 = k s^3 with s = q^(1/2), which two numbers are.
  const found = equilibrium({
    kind: 'equilibrium',
    parts: { gain: '2*k*Q^2/(1 + Q^2)*q^(1/2)', cost: '-q' },
    variables: ['q'],
    others: { Q: 'q' },
    at: { k: 3 },
  });
  const gap = (q: number) => 1 + q ** 2 - 3 * q ** 1.5;
  const q = found.quantities.q ?? Number.NaN;
  expect(gap(q)).toBeCloseTo(0, 8);
  const [warning = ''] = found.warnings;
  const [, other = ''] =
    /^another symmetric equilibrium was found at q = (\S+); which comes about is not told$/.exec(warning) ??
    [];
  expect(gap(Number(other))).toBeCloseTo(0, 3);
  expect(Math.abs(Math.log(Number(other) / q))).toBeGreaterThan(1);
});

test('nothing is allowed, whatever the others do', () => {
  const limits = [
    ['most', 'q', '<=', 'c'],
    ['least', 'B', '<=', 'q'],
  ] as const;
  expect(asked(sellers(limits, { A: 12, B: 2, c: 1, m: 4 }))).toEqual({
    kind: 'none',
    why: 'whatever the others were taken to do, no point was found that the constraints allow (what most asks; what least asks)',
  });
});

test('what grows without end is no reply', () => {
  expect(asked({ ...sellers([], { A: 12, B: 2, c: 2, m: 4 }), parts: { sales: 'A*q + Q' } })).toEqual({
    kind: 'unsolved',
    tried: [
      'replies to replies from several starts, then Newton on the conditions of a symmetric equilibrium: no choice was found that is the best reply to itself',
    ],
  });
});
