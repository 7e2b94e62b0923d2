/** The argument about every variant: its results at optima that another optimiser found, its LaTeX, and its refusals. */
import { describe, expect, it } from 'vitest';
import { evaluator, type Sides } from '../../src/claims/evaluate-result.ts';
import type { Derivation } from '../../src/derive/derivation.ts';
import { leaderOf } from '../../src/derive/firm/ray.ts';
import { PART_IDS, PARTS } from '../../src/derive/firm/registry.ts';
import type { Model } from '../../src/economics/model.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { expandAbbreviations } from '../../src/kernel/abbreviations.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { multiply, subtract, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { factHolds } from '../../src/report/expression.ts';
import { gateDerivation } from '../../src/report/gate-derivations.ts';
import { REFERENCE, type ReferenceRow } from '../numerics/reference.ts';
import { sampled } from '../support/tier.ts';
import { faultsOf } from '../support/well-written.ts';

const COMPOSED = [
  'cournot+ces-quality',
  'data-bound+constant-elasticity',
  'network+data-cost',
  'endogenous-threshold+rival+split-efficiency',
  'ces-quality+repeated-data+data-bound',
  'fixed-demand+hill-adoption',
];

const partsOf = (model: Model): readonly Derivation[] => PART_IDS.flatMap((id) => PARTS[id](model));

type Point = Readonly<Record<string, number>>;

/** The optimum of a row, with what all sellers together do, and profit. */
function pointOf({ values, optimum, elasticities }: ReferenceRow, model: Model): Point {
  if (!optimum) throw new Error('the row has no optimum');
  const { n, d, t, profit, C_train } = optimum;
  const size = { ...values, n, d, t };
  const q = evaluate(model.quality, size, double);
  const f = evaluate(model.blocks.adoption.onSale(model.quality), size, double);
  const own = { ...size, q, f, pi: profit, C: C_train, tau: t / d, eps_n: elasticities['n/E'] ?? Number.NaN };
  const rivals = Object.entries(model.rivals).map(([name, term]) => [name, evaluate(term, own, double)]);
  return { ...own, ...Object.fromEntries(rivals) };
}

/** Off by this share of the largest summand of either side; an inequality by how much it is broken. */
function offBy({ left, sign, right }: Sides, size: number): number {
  const gap = (left - right) / size;
  if (sign === '=') return Math.abs(gap);
  return sign === '<' || sign === '<=' ? Math.max(0, gap) : Math.max(0, -gap);
}

const summandsOf = (term: Term): readonly Term[] =>
  term.kind === 'sum' ? term.terms.flatMap(summandsOf) : [term];

function sizeOf(terms: readonly Term[], { symbols }: Derivation, point: Point): number {
  const values = terms
    .flatMap((term) => summandsOf(expandAbbreviations(term, symbols)))
    .map((term) => Math.abs(evaluate(term, point, double)));
  return Math.max(...values, Number.MIN_VALUE);
}

/** The multiplier of the limit: zero where the limit is slack, else from the condition in it, which is linear. */
function multiplierAt(derivation: Derivation, model: Model, point: Point): number {
  const [limit] = model.limits;
  const held = Object.values(derivation.results).find(({ relation }) =>
    symbolsOf(relation.right).includes('lambda'),
  );
  if (!held || !limit) return 0;
  const slack = evaluate(limit.bound, point, double) - (point[limit.variable] ?? 0);
  if (slack > 1e-9 * (point[limit.variable] ?? 0)) return 0;
  const gap = expandAbbreviations(subtract(held.relation.left, held.relation.right), derivation.symbols);
  const at = (lambda: number): number => evaluate(gap, { ...point, lambda }, double);
  return at(0) / (at(0) - at(1));
}

/** Results that hold at an optimum, by derivation: those whose letters the point decides and whose domain it lies in. */
function checkedAt(derivation: Derivation, whole: Point): readonly (readonly [string, number])[] {
  const { symbols, results } = derivation;
  return Object.entries(results).flatMap(([name, { relation, domain }]) => {
    const open = (term: Term): readonly string[] => symbolsOf(expandAbbreviations(term, symbols));
    const letters = [...open(relation.left), ...open(relation.right)];
    if (letters.some((letter) => !Object.hasOwn(whole, letter))) return [];
    const inside = domain.every((fact) => factHolds(fact, { symbols, values: whole }) !== false);
    if (!inside) return [];
    const sides = evaluator(derivation, name)(whole);
    // The rows give elasticities by central differences, to seven digits after the point.
    const isElasticity = relation.left.kind === 'symbol' && relation.left.name === 'eps_n';
    const size = isElasticity ? 1e3 : sizeOf([relation.left, relation.right], derivation, whole);
    return [[name, offBy(sides, size)] as const];
  });
}

describe.each(VARIANT_IDS)('%s at the reference optima', (id) => {
  const model = modelOf(id);
  const rows = REFERENCE.filter(({ variant, produces }) => produces && variant === id);
  const checked = new Set<string>();

  it.each(
    sampled(
      rows.map((row, i) => [i, row] as const),
      3,
    ),
  )('row %i', (_, row) => {
    const point = pointOf(row, model);
    for (const derivation of partsOf(model)) {
      const lambda = multiplierAt(derivation, model, point);
      for (const [name, off] of checkedAt(derivation, { ...point, lambda })) {
        checked.add(`${derivation.id}/${name}`);
        expect(off, `${derivation.id}: ${name}`).toBeLessThan(1e-8);
      }
    }
  });

  it('conditions for every variable and sales were among what was checked', () => {
    const names = [...checked].map((name) => name.replace(/^.*\//, ''));
    const leading = names.filter((name) => /^first-order-[nd]$/.test(name)).length;
    expect(leading).toBeGreaterThan(0);
    expect(leading === 2 || names.includes('ray')).toBe(true);
    expect(names).toContain('first-order-t');
    expect(names).toContain('sales');
  });

  it('a condition made wrong is noticed', () => {
    const row = rows[0] as ReferenceRow;
    const point = pointOf(row, model);
    const wrong = (relation: Derivation['results'][string]['relation']) => ({
      ...relation,
      right: multiply(2, relation.right),
    });
    for (const derivation of partsOf(model).filter(({ id: part }) => part.startsWith('conditions'))) {
      const whole = { ...point, lambda: multiplierAt(derivation, model, point) };
      const names = checkedAt(derivation, whole).map(([name]) => name);
      for (const name of names.filter((one) => one.startsWith('first-order'))) {
        const result = derivation.results[name];
        if (!result) continue;
        const mutant = {
          ...derivation,
          results: { ...derivation.results, [name]: { ...result, relation: wrong(result.relation) } },
        };
        const off = checkedAt(mutant, whole).find(([own]) => own === name)?.[1] ?? 0;
        expect(off, name).toBeGreaterThan(1e-6);
      }
    }
  });
});

describe.each([...VARIANT_IDS, ...COMPOSED])('%s', (id) => {
  const parts = partsOf(modelOf(id));

  it('has every part, once for each smooth piece, with results and steps that look back', () => {
    expect(parts.length).toBeGreaterThanOrEqual(PART_IDS.length - 1);
    for (const { steps, results, variant } of parts) {
      expect(variant).toBe(modelOf(id).id);
      expect(Object.keys(results).length).toBeGreaterThan(0);
      expect(steps.every(({ from, index }) => from.every((j) => j >= 0 && j < index))).toBe(true);
    }
  });

  it('is written in sentences, with titles and letters that mean something', () => {
    expect(parts.flatMap((part) => faultsOf(part).map((fault) => `${part.id}: ${fault}`))).toEqual([]);
  });

  it('passes the LaTeX gate', async () => {
    for (const part of parts) expect((await gateDerivation(part)).failures, part.id).toEqual([]);
  });
});

it('an equation without a closed form says what was tried', () => {
  const [sales] = PARTS['best-sales'](modelOf('network'));
  const result = sales?.results.sales;
  const open = result && sales?.steps[result.step]?.open;
  expect(open?.unknown).toBe('t');
  expect(open?.tried.length).toBeGreaterThan(2);
});

it('size leads along the ray, or data where they have no closed form in size', () => {
  const leaders = VARIANT_IDS.flatMap((id) =>
    PARTS.conditions(modelOf(id)).map((part) => ({ part: `${id}: ${part.id}`, leader: leaderOf(part) })),
  );
  const led = (by: 'n' | 'd' | null): unknown[] =>
    leaders.filter(({ leader }) => leader === by).map(({ part }) => part);
  expect(led('d')).toEqual(['repeated-data: conditions-2']);
  expect(led(null)).toEqual(['ces-quality: conditions']);
});
