/** The verdicts of all claims with a thousand draws, each as an expert would expect it; then claims made false on purpose. */
import { afterAll, describe, expect, it } from 'vitest';
import { bestSales } from '../../derivations/02-best-sales.ts';
import { efficientRay } from '../../derivations/03-efficient-ray.ts';
import { reducedProfit } from '../../derivations/04-reduced-profit.ts';
import { explicitBound } from '../../derivations/05-explicit-bound.ts';
import { theorems } from '../../derivations/06-theorems-1-and-2.ts';
import { claimsOf } from '../../proofs/registry.ts';
import { resultHolds } from '../../src/claims/checks.ts';
import type { Claim, Verdict } from '../../src/claims/claim.ts';
import { poolOf } from '../../src/claims/pool.ts';
import { verifyClaim } from '../../src/claims/verify.ts';
import type { Derivation } from '../../src/derive/derivation.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { parse } from '../../src/kernel/parse.ts';
import { multiply, number, type Term } from '../../src/kernel/term.ts';

const FULL = process.env.OPTIMAND_FULL === '1';
const run = { seed: FULL ? Date.now() % 2 ** 31 : 20260514, runs: FULL ? 5000 : 1000 };

/** What is expected of each reading, and why. */
const EXPECTED: Readonly<Record<string, readonly [Verdict, string]>> = {
  'best-sales, at given n and d': [
    'holds-on-domain',
    'the vertex of a parabola; negative where the margin is',
  ],
  'efficient-ray, at an optimum that sells': ['holds', 'excess of either can be dropped at a gain'],
  'theorem-1, E to infinity, the rest fixed': [
    'bound-not-tight',
    'n < n_I always, but training comes to dominate',
  ],
  'theorem-1, uniformly in E, a and rho': ['refuted', 'the constant carries rho; a change of unit shows it'],
  'theorem-2, E to infinity, the rest fixed': ['bound-not-tight', 'as theorem 1'],
  'theorem-2, uniformly in E, a and rho': ['refuted', 'a change of unit again; true where n >= 1'],
  'theorem-3, where data bind': [
    'holds-on-domain',
    'exact where data bind, and they do only from a threshold on',
  ],
};

describe('verdicts', () => {
  const rows = claimsOf(['best-sales', 'efficient-ray', 'theorem-1', 'theorem-2', 'theorem-3']).map((claim) =>
    verifyClaim(claim, run),
  );
  it.each(rows.map((row) => [`${row.id}, ${row.reading}`, row] as const))('%s', (name, row) => {
    const [verdict, reason] = EXPECTED[name] ?? [];
    expect(row.verdict, reason).toBe(verdict);
    if (row.verdict === 'refuted' || row.verdict === 'bound-not-tight')
      expect(row.replay).toMatch(/^optimand optimize \S+ --set \S+$/);
    if (row.verdict === 'holds') expect(row.witness).toBeNull();
  });
  it('are undecided for claims without a check', () => {
    for (const claim of claimsOf().filter(({ checks }) => checks.length === 0))
      expect(verifyClaim(claim, run).verdict).toBe('undecided');
  });
  it('rest on pools in which the referee always has an answer', () => {
    for (const model of [baseline, dataBound]) {
      expect(
        poolOf(model, run.seed, run.runs).filter(
          ({ outcome }) => outcome.kind !== 'optimum' && outcome.kind !== 'stay-out',
        ),
      ).toEqual([]);
    }
  });
});

/** The derivation with the right side of one result changed. */
function altered(
  derivation: Derivation,
  name: string,
  change: (right: Term, parse: (text: string) => Term) => Term,
): () => Derivation {
  const result = derivation.results[name];
  if (!result) throw new Error(`no result ${name}`);
  const { left, sign, right } = result.relation;
  const relation = { left, sign, right: change(right, (text) => parse(text, derivation.symbols)) };
  return () => ({ ...derivation, results: { ...derivation.results, [name]: { ...result, relation } } });
}

const claimFrom = (derivation: () => Derivation, result: string, tolerance: number): Claim => ({
  id: 'best-sales',
  reading: 'false on purpose',
  statement: '?',
  source: 'test',
  variant: 'baseline',
  hypotheses: [],
  domain: '?',
  derivation,
  law: result,
  checks: [
    resultHolds({
      role: 'holds',
      name: result,
      question: '?',
      model: baseline,
      derivation,
      result,
      tolerance,
    }),
  ],
});

const SOURCES = {
  'best-sales': bestSales,
  'efficient-ray': efficientRay,
  'reduced-profit': reducedProfit,
  'explicit-bound': explicitBound,
  theorems,
} as const;

/** Wrong exponents, signs, constants and exchanged letters. */
const FALSE_CLAIMS: readonly (readonly [keyof typeof SOURCES, string, string])[] = [
  ['best-sales', 'sales', '(omega*f - 2*n/E)/delta'],
  ['best-sales', 'sales', '(omega*f + 2*n/E)/(2*delta)'],
  ['best-sales', 'sales', '(omega*f - n/E)/(2*delta)'],
  ['best-sales', 'sales', '(omega*f - 2*d/E)/(2*delta)'],
  ['best-sales', 'sales', '(omega*f - 2*n/E)/(3*delta)'],
  ['efficient-ray', 'ray', 'b*d^alpha'],
  ['efficient-ray', 'ray', 'a*d^beta'],
  ['efficient-ray', 'ray', '2*b*d^beta'],
  ['efficient-ray', 'data', 'R*n^k'],
  ['efficient-ray', 'data', 'R*n'],
  ['efficient-ray', 'data', 'rho*n^(k-1)'],
  ['efficient-ray', 'sizes', 'd^(alpha/beta)/rho'],
  ['efficient-ray', 'sizes', 'd^(beta/alpha)*rho'],
  ['reduced-profit', 'spend', '3*R*n^k/E'],
  ['reduced-profit', 'spend', '6*R*n^(k-1)/E'],
  ['reduced-profit', 'spend', '6*R*n^2/E'],
  ['explicit-bound', 'identity', 'n_I*(1 + k*d/t)^(-1/(1+alpha*gamma))'],
  ['explicit-bound', 'identity', 'n_I*(1 + 3*d/t)^(-1/(1+alpha*gamma))'],
  ['explicit-bound', 'identity', 'n_I*(1 + 3*k*d/t)^(-1/(1+beta*gamma))'],
  ['explicit-bound', 'identity', 'n_I*(1 + 3*k*t/d)^(-1/(1+alpha*gamma))'],
  ['explicit-bound', 'identity', 'n_I*(1 + 6*d/t)^(-1/(1+alpha*gamma))'],
  ['explicit-bound', 'bound', 'n_I/2'],
  ['explicit-bound', 'bound', '(omega*alpha*E/(2*a^gamma))^(1/(1-alpha*gamma))'],
  ['explicit-bound', 'split', '2/E*(1 + 6*k*d/t)'],
  ['explicit-bound', 'split', '2/E*(1 - 3*k*d/t)'],
  ['theorems', 'theorem-1-spend', 'R*n_I^k/(10^3*E)'],
];

describe('false claims', () => {
  it.each(FALSE_CLAIMS)('%s: %s = %s', (id, result, right) => {
    const derivation = altered(SOURCES[id](), result, (_, read) => read(right));
    const row = verifyClaim(claimFrom(derivation, result, 1e-9), run);
    expect(row.verdict).toBe('refuted');
    expect(row.witness?.params).toHaveProperty('E');
    expect(row.replay).toMatch(/^optimand optimize baseline --set alpha=/);
  });
  it('are refuted although the true ones hold', () => {
    const equations = [...new Set(FALSE_CLAIMS.map(([id, result]) => `${id}/${result}`))].map(
      (key) => key.split('/') as [keyof typeof SOURCES, string],
    );
    for (const [id, result] of equations)
      expect(verifyClaim(claimFrom(SOURCES[id], result, 1e-9), run).verdict, `${id} ${result}`).toBe('holds');
  });
});

describe('a change of one part in a million', () => {
  const close = number({ num: 1_000_001n, den: 1_000_000n });
  it.each([
    ['best-sales', 'sales'],
    ['efficient-ray', 'ray'],
    ['efficient-ray', 'data'],
    ['efficient-ray', 'sizes'],
    ['reduced-profit', 'spend'],
    ['explicit-bound', 'identity'],
    ['explicit-bound', 'split'],
  ] as const)('in %s: %s is found', (id, result) => {
    const derivation = altered(SOURCES[id](), result, (right) => multiply(close, right));
    expect(verifyClaim(claimFrom(derivation, result, 1e-9), run).verdict).toBe('refuted');
  });
});

afterAll(() => {
  console.info(`claims: seed ${run.seed}, ${run.runs} draws`);
});
