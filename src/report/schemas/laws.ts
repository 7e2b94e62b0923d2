/** Shape of the result of `laws`: cases of the signs of exponents, and in each the regimes in the order in which they are met. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { type ExpressionJson, expression, fact, type RelationJson, relation } from './expression.ts';
import { premises } from './premises.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends string>(names: readonly T[]) => Type.Union(names.map((name) => Type.Literal(name)));

export const LAW_QUANTITIES = ['n', 'd', 't', 'C_train', 'profit'] as const;
export type LawQuantity = (typeof LAW_QUANTITIES)[number];

/** One entry for each quantity of a firm. */
const each = <T extends TSchema>(schema: T, description?: string) =>
  Type.Object(
    { n: schema, d: schema, t: schema, C_train: schema, profit: schema },
    { ...closed, ...(description !== undefined && { description }) },
  );

/** One entry for each quantity of another problem that has a law in the regime. */
const named = <T extends TSchema>(schema: T) => Type.Record(Type.String(), schema);

/** What stays fixed beside the other parameters: b, or rho, or (as rho grows) a. */
export const LAW_HOLDS = ['b', 'rho', 'a'] as const;

const condition = Type.Object(
  {
    text: Type.String(),
    tex: Type.String(),
    case: Type.Array(fact, { description: 'signs that tell this case from the others' }),
    own: Type.Array(fact, { description: 'what this regime needs beyond its case' }),
  },
  closed,
);

const correction = Type.Object(
  {
    condition: Type.Array(fact, { description: 'where this one is the largest' }),
    exponent: expression,
    coefficients: Type.Record(Type.String(), expression, {
      description: 'quantity = law * (1 + coefficient * variable^exponent + …)',
    }),
    source: Type.String({ description: 'the term left out of the balance to which it belongs' }),
  },
  closed,
);

const balance = Type.Object(
  {
    condition: Type.String(),
    gain: Type.String(),
    against: Type.String(),
    group: Type.Array(Type.String(), { description: 'all that are of one order' }),
  },
  closed,
);

const edge = Type.Object(
  { side: oneOf(['lower', 'upper'] as const), source: Type.String(), at: nullable(expression) },
  closed,
);

const curve = Type.Object(
  {
    along: Type.String({ description: 'the quantity whose value at break-even is taken as given' }),
    parameter: Type.String({ description: 'what is solved for beside the growing parameter' }),
    where: Type.Array(relation, { description: 'each may hold the letters of those before it' }),
    positive: Type.Array(Type.String(), {
      description: 'letters that have to be positive: amounts of the firm',
    }),
  },
  {
    ...closed,
    description: 'break-even in closed form along a quantity, where it has none in the parameters',
  },
);

/** What every regime says, whatever its quantities are. */
const place = {
  case: Type.Integer({ description: 'index into cases' }),
  name: Type.String(),
  condition,
  from: nullable(expression),
  to: nullable(expression),
  openEnds: Type.Array(oneOf(['from', 'to'] as const), {
    description: 'ends that exist without a closed form',
  }),
  implicit: Type.Object(
    { from: nullable(Type.String()), to: nullable(Type.String()) },
    { ...closed, description: 'of an open end, what holds there: the condition whose root it is' },
  ),
  edges: Type.Array(edge, {
    description:
      'further bounds: at which no other regime takes over, or beyond which the conditions are others',
  }),
  variable: expression,
  logBase: nullable(expression),
  logScale: Type.Union([expression, Type.Null()], {
    description: 'what the growing parameter is measured against under the logarithm, where that is not 1',
  }),
  closed: nullable(Type.Record(Type.String(), expression)),
  next: Type.Array(correction),
  balance: Type.Array(balance),
  curve: nullable(curve),
};

const regime = Type.Object(
  {
    ...place,
    exponents: each(nullable(expression), 'null where the quantity has no law in the regime'),
    logPowers: each(nullable(expression)),
    constants: each(nullable(expression), 'null where it has no closed form, or the quantity no law'),
    laws: each(nullable(relation)),
  },
  closed,
);

const problemRegime = Type.Object(
  {
    ...place,
    exponents: named(nullable(expression)),
    logPowers: named(nullable(expression)),
    constants: named(nullable(expression)),
    laws: named(nullable(relation)),
  },
  closed,
);

const lawCase = Type.Object(
  {
    text: Type.String(),
    tex: Type.String(),
    assumes: Type.Array(fact),
    example: nullable(Type.Record(Type.String(), Type.Number())),
    undecided: Type.Array(Type.String(), {
      description: 'what could not be decided, with what it would need',
    }),
    unbounded: Type.Boolean(),
  },
  closed,
);

const asked = {
  variant: Type.String(),
  in: Type.String(),
  set: Type.Record(Type.String(), Type.Number()),
  ...premises,
  cases: Type.Array(lawCase),
  unbounded: Type.Boolean({ description: 'whether the objective is unbounded in a case shown' }),
};

const firmLaws = Type.Object({ ...asked, hold: oneOf(LAW_HOLDS), regimes: Type.Array(regime) }, closed);

const quantity = Type.Object(
  {
    name: Type.String(),
    tex: Type.String(),
    meaning: Type.String(),
    unit: Type.String(),
    role: oneOf(['variable', 'objective', 'reported', 'multiplier'] as const),
  },
  closed,
);

const problemLaws = Type.Object(
  { ...asked, hold: Type.Null(), quantities: Type.Array(quantity), regimes: Type.Array(problemRegime) },
  closed,
);

/** The laws of a firm, or of a problem of another kind, which says what its quantities are. */
export const lawsResult = Type.Union([firmLaws, problemLaws]);

export type LawsResult = Static<typeof firmLaws>;
export type ProblemLawsResult = Static<typeof problemLaws>;
export type LawCaseJson = Static<typeof lawCase>;
export type LawQuantityJson = Static<typeof quantity>;
type RegimePlace = Pick<Static<typeof regime>, keyof typeof place>;
/** A regime with what is told of each of the quantities named, null where that has no law: those of a firm where nothing is said. */
export interface LawRegimeJson<Name extends string = LawQuantity> extends RegimePlace {
  exponents: Record<Name, ExpressionJson | null>;
  logPowers: Record<Name, ExpressionJson | null>;
  constants: Record<Name, ExpressionJson | null>;
  laws: Record<Name, RelationJson | null>;
}
export type LawCorrectionJson = Static<typeof correction>;
export type LawHold = (typeof LAW_HOLDS)[number];
