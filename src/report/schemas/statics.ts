/** Shape of the result of `statics`: one row a quantity, parameter and what is held. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { HOLDS, QUANTITIES } from '../../derive/statics/response.ts';
import { expression, fact, relation } from './expression.ts';
import { premises } from './premises.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends string>(names: readonly T[]) => Type.Union(names.map((name) => Type.Literal(name)));
const numbers = Type.Record(Type.String(), Type.Number());

export const STATICS_SIGNS = ['+', '-', '0', 'changes', 'undecided'] as const;
const knownSign = oneOf(['+', '-', '0'] as const);

const letter = Type.Object(
  { name: Type.String(), tex: Type.String(), meaning: Type.String(), definition: nullable(expression) },
  closed,
);

const shownCase = Type.Object(
  {
    when: nullable(fact),
    sign: nullable(knownSign),
    conditions: Type.Array(fact, {
      description: 'sufficient for the sign; none where it holds throughout the case',
    }),
    summands: Type.Array(expression, {
      description: 'all of the sign; their sum has the sign of the response',
    }),
    chart: Type.Array(letter, {
      description:
        'letters in the summands that stand for something positive, each defined in those before it; where there are any the response is the sum over something positive',
    }),
    uses: Type.Array(Type.String()),
  },
  closed,
);

const response = Type.Object(
  {
    of: Type.String({ description: 'the derivative whose sign the numerator has' }),
    numerator: expression,
    method: oneOf(['implicit', 'envelope', 'explicit'] as const),
  },
  closed,
);

const proof = Type.Object(
  {
    response,
    cases: Type.Array(shownCase),
    hypotheses: Type.Array(Type.String()),
    letters: Type.Array(letter),
  },
  closed,
);

const limit = Type.Object({ sign: nullable(knownSign), leading: expression }, closed);
const witness = Type.Object({ params: numbers, response: Type.Number(), replay: Type.String() }, closed);

const boundary = Type.Object(
  {
    response,
    surface: relation,
    root: nullable(relation),
    cases: Type.Array(shownCase),
    sides: Type.Array(
      Type.Object({ when: nullable(fact), training: nullable(limit), inference: nullable(limit) }, closed),
    ),
    letters: Type.Array(letter),
    hypotheses: Type.Array(Type.String()),
    witnesses: Type.Object({ positive: nullable(witness), negative: nullable(witness) }, closed),
    drawn: Type.Array(
      Type.Object(
        {
          at: numbers,
          axes: Type.Array(Type.String(), { minItems: 2, maxItems: 2 }),
          points: Type.Array(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })),
        },
        closed,
      ),
      {
        description:
          'points on the surface in the plane of two dollar amounts over a third, other letters as given',
      },
    ),
  },
  closed,
);

const evidence = Type.Object(
  {
    seed: Type.Integer(),
    draws: Type.Integer(),
    optima: Type.Integer(),
    positive: Type.Integer(),
    negative: Type.Integer(),
    level: Type.Integer(),
    against: Type.Integer({ description: 'optima at which the referee contradicts a sign shown' }),
    misplaced: Type.Integer({ description: 'optima on the wrong side of the surface' }),
    beyondBox: Type.Boolean({ description: 'whether a sign was met only outside the realistic box' }),
  },
  closed,
);

export const staticsRow = Type.Object(
  {
    quantity: oneOf(QUANTITIES),
    parameter: Type.String(),
    hold: oneOf(HOLDS),
    where: Type.String({ description: 'interior, or the limits that bind and the pieces of kinks' }),
    ...premises,
    sign: oneOf(STATICS_SIGNS),
    proof: nullable(proof),
    boundary: nullable(boundary),
    evidence,
    sentence: Type.String(),
  },
  closed,
);

/** A row about a problem of another kind than a firm's. */
export const problemStaticsRow = Type.Object(
  {
    quantity: Type.String(),
    parameter: Type.String(),
    hold: Type.Null(),
    where: Type.String({ description: 'interior, or the constraints that bind' }),
    sign: oneOf(STATICS_SIGNS),
    response: Type.Object({ of: Type.String(), value: expression }, closed),
    letters: Type.Array(letter),
    hypotheses: Type.Array(Type.String()),
    evidence: Type.Object(
      {
        seed: Type.Integer(),
        draws: Type.Integer(),
        optima: Type.Integer(),
        positive: Type.Integer(),
        negative: Type.Integer(),
        level: Type.Integer(),
        against: Type.Integer({ description: 'optima at which the referee contradicts a sign shown' }),
      },
      closed,
    ),
    sentence: Type.String(),
  },
  closed,
);

export const staticsResult = Type.Union([Type.Array(staticsRow), Type.Array(problemStaticsRow)]);

export type ProblemStaticsRow = Static<typeof problemStaticsRow>;

export type StaticsRow = Static<typeof staticsRow>;
export type StaticsSign = (typeof STATICS_SIGNS)[number];
export type ShownCaseJson = Static<typeof shownCase>;
export type BoundaryJson = Static<typeof boundary>;
export type ProofJson = Static<typeof proof>;
export type LetterRowJson = Static<typeof letter>;
