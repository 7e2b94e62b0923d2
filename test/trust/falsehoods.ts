/**
 * Claims made false on purpose, and their true twins. Each starts from something true of every optimum: a closed form of a
 * derivation, an elasticity, the sign of a response. What is made of it is false by construction or is left out.
 */
import type { DerivationId } from '../../derivations/registry.ts';
import { DERIVATIONS } from '../../derivations/registry.ts';
import { dataBind, sells, standing } from '../../proofs/hypotheses.ts';
import { pointwise, resultHolds } from '../../src/claims/checks.ts';
import type { Check, Claim, Hypothesis } from '../../src/claims/claim.ts';
import { type At, numbersAt, type Sold } from '../../src/claims/pool.ts';
import type { Derivation } from '../../src/derive/derivation.ts';
import type { Relation } from '../../src/derive/relation.ts';
import type { Model } from '../../src/economics/model.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { expandAbbreviations } from '../../src/kernel/abbreviations.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { divide, multiply, power, substitute, type Term } from '../../src/kernel/term.ts';
import { CHANGES, changedAt } from '../derivations/mutants.ts';

export interface Seeded {
  readonly kind: string;
  readonly claim: Claim;
}

/** A closed form that is true of every firm that sells, or of every firm that satisfies the hypotheses. */
interface Fact {
  readonly derivation: DerivationId;
  readonly result: string;
  readonly model: Model;
  readonly hypotheses: readonly Hypothesis[];
  readonly tolerance: number;
}

const always = (derivation: DerivationId, result: string, tolerance = 1e-8): Fact => ({
  derivation,
  result,
  model: baseline,
  hypotheses: [],
  tolerance,
});
const whereDataBind = (result: string): Fact => ({
  derivation: 'data-bound',
  result,
  model: dataBound,
  hypotheses: [dataBind],
  tolerance: 1e-8,
});

export const FACTS: readonly Fact[] = [
  always('best-sales', 'sales'),
  always('efficient-ray', 'ray'),
  always('efficient-ray', 'data'),
  always('reduced-profit', 'spend'),
  always('explicit-bound', 'split'),
  always('explicit-bound', 'identity'),
  always('adoption', 'adoption'),
  whereDataBind('size'),
  whereDataBind('spend'),
];

/** Inequalities that are true of every firm that sells. */
const BOUNDS: readonly Fact[] = [
  always('explicit-bound', 'bound', 0),
  always('theorems-1-and-2', 'theorem-1-size', 0),
  always('theorems-1-and-2', 'theorem-1-data', 0),
  always('theorems-1-and-2', 'theorem-1-spend', 0),
  always('theorems-1-and-2', 'training-bound', 0),
  always('best-sales', 'worth-training', 0),
];

const claimOf = (reading: string, hypotheses: readonly Hypothesis[], checks: readonly Check[]): Claim => ({
  id: 'best-sales',
  reading,
  statement: reading,
  source: 'made for this test',
  variant: 'baseline',
  hypotheses: [standing, sells, ...hypotheses],
  uses: [],
  law: null,
  checks,
});

/** The derivation with one of its relations replaced. */
function altered(fact: Fact, relation: Relation): () => Derivation {
  const found = DERIVATIONS[fact.derivation]();
  const result = found.results[fact.result];
  if (!result) throw new Error(`${fact.derivation} has no result ${fact.result}`);
  const results = { ...found.results, [fact.result]: { ...result, relation } };
  return () => ({ ...found, results });
}

export function relationOf({ derivation, result }: Fact): Relation {
  const found = DERIVATIONS[derivation]().results[result];
  if (!found) throw new Error(`${derivation} has no result ${result}`);
  return found.relation;
}

function identity(fact: Fact, kind: string, relation: Relation, hypotheses = fact.hypotheses): Seeded {
  const { derivation, result, model, tolerance } = fact;
  const check = resultHolds({
    role: 'holds',
    name: result,
    question: 'Do the two sides agree?',
    model,
    derivation: altered(fact, relation),
    result,
    tolerance,
  });
  return { kind, claim: claimOf(`${derivation} ${result}, ${kind}`, hypotheses, [check]) };
}

/** Whether two right sides differ at some firm, by far more than a check forgives. */
function differs(fact: Fact, changed: Term, firms: readonly At[]): boolean {
  const { symbols } = DERIVATIONS[fact.derivation]();
  const [left, right] = [relationOf(fact).right, changed].map((side) => expandAbbreviations(side, symbols));
  return firms.some((at) => {
    const [x, y] = [left, right].map((side) => evaluate(side as Term, at, double)) as [number, number];
    return Math.abs(x - y) > 1e-3 * Math.abs(x);
  });
}

const swap = (side: Term): Term => substitute(side, { alpha: 'beta', beta: 'alpha' });

/** Every way in which the right side of a closed form is made wrong. */
function wrongSides(right: Term): readonly (readonly [string, Term | null])[] {
  const sites = Object.entries(CHANGES).flatMap(([kind, change]) =>
    [0, 1, 2, 3].map((i) => [`${kind} ${i}`, changedAt(right, change, i)] as const),
  );
  return [
    ...sites,
    ['swapped', swap(right)],
    ['FLOP for dollars', multiply(right, 'E')],
    ['dollars for FLOP', divide(right, 'E')],
    ['twice', multiply(2, right)],
    ['a third', divide(right, 3)],
    ['times n', multiply(right, 'n')],
    ['by a', divide(right, 'a')],
    ['squared', power(right, 2)],
    ['root', power(right, divide(1, 2))],
  ];
}

const firmsOf = (model: Model, sold: readonly Sold[]): readonly At[] =>
  sold.slice(0, 20).map((own) => numbersAt(model, own));

/** False closed forms. A change that no firm would notice is left out: it may be no change at all. */
export function falseIdentities(soldBy: (model: Model) => readonly Sold[]): Seeded[] {
  return FACTS.flatMap((fact) => {
    const relation = relationOf(fact);
    const { hypotheses } = fact;
    const sold = soldBy(fact.model).filter((own) => {
      const at = numbersAt(fact.model, own);
      return hypotheses.every(({ admits }) => admits?.(at, own) ?? true);
    });
    const firms = firmsOf(fact.model, sold);
    const wrong = wrongSides(relation.right).flatMap(([kind, right]) =>
      right && differs(fact, right, firms) ? [identity(fact, kind, { ...relation, right })] : [],
    );
    const unbound = hypotheses.length > 0 ? [identity(fact, 'missing hypothesis', relation, [])] : [];
    return [...wrong, ...unbound];
  });
}

/** Bounds so low that some firm breaks them, or turned round. */
export function falseBounds(soldBy: (model: Model) => readonly Sold[]): Seeded[] {
  return BOUNDS.flatMap((fact) => {
    const relation = relationOf(fact);
    const { left, right } = relation;
    const [small, large] = relation.sign === '<' ? [left, right] : [right, left];
    const firms = firmsOf(fact.model, soldBy(fact.model));
    const low = [1e3, 1e6, 1e9].map((by): readonly [string, Term] => [`a ${by}th of it`, divide(large, by)]);
    const wrong = [...low, ...wrongSides(large)].flatMap(([kind, side]) =>
      side && breaks(fact, small, side, firms)
        ? [identity(fact, kind, { left: small, sign: '<', right: side })]
        : [],
    );
    return [identity(fact, 'turned round', { left: large, sign: '<', right: small }), ...wrong];
  });
}

/** Whether a firm breaks the bound by far more than rounding. */
function breaks(fact: Fact, small: Term, large: Term, firms: readonly At[]): boolean {
  const { symbols } = DERIVATIONS[fact.derivation]();
  const [below, above] = [small, large].map((side) => expandAbbreviations(side, symbols)) as [Term, Term];
  return firms.some((at) => evaluate(below, at, double) > 1.001 * evaluate(above, at, double));
}

/** Positive at every firm. */
const POSITIVE = ['a', 'b', 'd', 't', 'delta', 'alpha', 'beta'] as const;

/** Both sides times, and divided by, something positive. */
const rescaled = ({ left, sign, right }: Relation): (readonly [string, Relation])[] =>
  POSITIVE.flatMap((by): (readonly [string, Relation])[] => [
    [`times ${by}`, { left: multiply(left, by), sign, right: multiply(right, by) }],
    [`divided by ${by}`, { left: divide(left, by), sign, right: divide(right, by) }],
  ]);

export const trueBounds = (): Seeded[] =>
  BOUNDS.flatMap((fact) => {
    const relation = relationOf(fact);
    const ways: readonly (readonly [string, Relation])[] = [['as derived', relation], ...rescaled(relation)];
    return ways.map(([kind, way]) => identity(fact, kind, way));
  });

/** The same closed forms, true, written otherwise. */
export const trueIdentities = (): Seeded[] =>
  FACTS.flatMap((fact) => {
    const { left, sign, right } = relationOf(fact);
    const ways: readonly (readonly [string, Relation])[] = [
      ['as derived', { left, sign, right }],
      ['turned round', { left: right, sign, right: left }],
      ['times E', { left: multiply(left, 'E'), sign, right: multiply(right, 'E') }],
      ['divided by omega', { left: divide(left, 'omega'), sign, right: divide(right, 'omega') }],
      ['squared', { left: power(left, 2), sign, right: power(right, 2) }],
      ['inverted', { left: divide(1, left), sign, right: divide(1, right) }],
      ['times n', { left: multiply(left, 'n'), sign, right: multiply(right, 'n') }],
      ['thrice', { left: multiply(3, left), sign, right: multiply(3, right) }],
      ['cubed', { left: power(left, 3), sign, right: power(right, 3) }],
      ['root', { left: power(left, divide(1, 2)), sign, right: power(right, divide(1, 2)) }],
      ...rescaled({ left, sign, right }),
    ];
    return ways.map(([kind, relation]) => identity(fact, kind, relation));
  });

const QUANTITIES = ['n', 'd', 't', 'C_train'] as const;

/** A response that has one sign at every firm, as the referee's own elasticity. */
interface Response {
  readonly name: string;
  readonly sign: number;
}

/** Responses of one sign at all the firms, by name, such as n/E. */
export function responses(sold: readonly Sold[]): readonly Response[] {
  const names = QUANTITIES.flatMap((quantity) =>
    ['E', 'a', 'b', 'omega', 'delta'].map((parameter) => `${quantity}/${parameter}`),
  );
  return names.flatMap((name) => {
    const signs = new Set(sold.map(({ optimum }) => Math.sign(optimum.elasticities?.[name] ?? 0)));
    const [sign, other] = [...signs];
    return sign && other === undefined ? [{ name, sign }] : [];
  });
}

const slope = (name: string, { optimum }: Sold): number => optimum.elasticities?.[name] ?? Number.NaN;

const responseIs = (kind: string, name: string, ask: (slope: number, at: At) => number): Seeded => {
  const check = pointwise({
    role: 'holds',
    name,
    question: `Is d ln/d ln ${name} as said?`,
    model: baseline,
    tolerance: 1e-6,
    off: (at, sold) => ask(slope(name, sold), at),
    say: (_, off) => `off by ${off}`,
  });
  return { kind, claim: claimOf(`${name}, ${kind}`, [], [check]) };
};

export const falseSigns = (found: readonly Response[]): Seeded[] =>
  found.flatMap(({ name, sign }) => [
    responseIs('wrong sign', name, (value) => Math.max(0, sign * value)),
    responseIs('no response', name, (value) => Math.abs(value)),
    responseIs('larger than three', name, (value) => Math.max(0, 3 - Math.abs(value))),
  ]);

export const trueSigns = (found: readonly Response[]): Seeded[] =>
  found.map(({ name, sign }) => responseIs('sign', name, (value) => Math.max(0, -sign * value)));

/** Exact relations between elasticities: the ray and the definition of spend. */
const RELATIONS: Readonly<Record<string, (sold: Sold, at: At) => number>> = {
  'd/E': (sold, { alpha = 0, beta = 1 }) => (alpha / beta) * slope('n/E', sold),
  'd/omega': (sold, { alpha = 0, beta = 1 }) => (alpha / beta) * slope('n/omega', sold),
  'd/delta': (sold, { alpha = 0, beta = 1 }) => (alpha / beta) * slope('n/delta', sold),
  'C_train/E': (sold, { alpha = 0, beta = 1 }) => (1 + alpha / beta) * slope('n/E', sold) - 1,
  'C_train/omega': (sold, { alpha = 0, beta = 1 }) => (1 + alpha / beta) * slope('n/omega', sold),
  'C_train/delta': (sold, { alpha = 0, beta = 1 }) => (1 + alpha / beta) * slope('n/delta', sold),
};
/** Those that hold along the ray when a or b moves, which moves the ray too. */
const ALONG: typeof RELATIONS = {
  'd/a': (sold, { alpha = 0, beta = 1 }) => (alpha / beta) * slope('n/a', sold) + 1 / beta,
  'd/b': (sold, { alpha = 0, beta = 1 }) => (alpha / beta) * slope('n/b', sold) - 1 / beta,
  'C_train/a': (sold) => slope('n/a', sold) + slope('d/a', sold),
  'C_train/b': (sold) => slope('n/b', sold) + slope('d/b', sold),
};
const ALL = { ...RELATIONS, ...ALONG };
const WRONG: Readonly<Record<string, (right: number, at: At) => number>> = {
  'swapped alpha and beta': (right, { alpha = 1, beta = 1 }) => right * (beta / alpha) ** 2,
  'FLOP for dollars': (right) => right + 1,
  'dollars for FLOP': (right) => right - 1,
  'turned sign': (right) => -right,
  'half as large again': (right) => 1.5 * right,
  squared: (right) => right ** 2,
};

const relationIs = (kind: string, name: string, right: (sold: Sold, at: At) => number): Seeded => {
  const check = pointwise({
    role: 'holds',
    name,
    question: `Is the elasticity ${name} as said?`,
    model: baseline,
    tolerance: 1e-5,
    off: (at, sold) => Math.abs(slope(name, sold) - right(sold, at)),
    say: (_, off) => `off by ${off}`,
  });
  return { kind, claim: claimOf(`${name}, ${kind}`, [], [check]) };
};

export const falseElasticities = (): Seeded[] =>
  Object.entries(ALL).flatMap(([name, right]) =>
    Object.entries(WRONG).map(([kind, wrong]) =>
      relationIs(kind, name, (sold, at) => wrong(right(sold, at), at)),
    ),
  );

export const trueElasticities = (): Seeded[] =>
  Object.entries(ALL).map(([name, right]) => relationIs('as derived', name, right));
