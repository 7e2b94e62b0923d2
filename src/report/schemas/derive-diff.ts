/** Shape of the result of `derive A --diff B`. */
import { type Static, Type } from '@sinclair/typebox';
import { relation } from './expression.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const DIFF_STATUSES = ['same', 'changed', 'only-in-a', 'only-in-b'] as const;
const status = Type.Union(DIFF_STATUSES.map((name) => Type.Literal(name)));

const side = nullable(
  Type.Object(
    {
      title: Type.String(),
      relation: nullable(relation),
      domain: Type.Array(Type.String()),
      letters: Type.Array(relation, {
        description: 'letters of the relation that stand for something else in the other',
      }),
    },
    closed,
  ),
);

const condition = Type.Object({ part: Type.String(), name: Type.String(), status, a: side, b: side }, closed);

const change = Type.Object(
  {
    what: Type.String({ description: 'as in "exponent of n", "constant of C_train", "from"' }),
    a: nullable(Type.Object({ text: Type.String(), tex: Type.String() }, closed)),
    b: nullable(Type.Object({ text: Type.String(), tex: Type.String() }, closed)),
  },
  closed,
);

const regime = Type.Object(
  {
    case: Type.String(),
    name: Type.String(),
    status,
    changes: Type.Array(change, {
      description: 'every entry that differs; all of them where it is in one only',
    }),
  },
  closed,
);

export const deriveDiffResult = Type.Object(
  {
    a: Type.String(),
    b: Type.String(),
    blocks: Type.Array(Type.Object({ kind: Type.String(), a: Type.String(), b: Type.String() }, closed)),
    parameters: Type.Object(
      { onlyInA: Type.Array(Type.String()), onlyInB: Type.Array(Type.String()) },
      closed,
    ),
    conditions: Type.Array(condition),
    laws: nullable(
      Type.Object(
        { in: Type.String(), regimes: Type.Array(regime), why: nullable(Type.String()) },
        { ...closed, description: 'null where they were not asked for; why says why there are none' },
      ),
    ),
  },
  closed,
);

export type DiffStatus = (typeof DIFF_STATUSES)[number];
export type ConditionDiff = Static<typeof condition>;
export type LawChange = Static<typeof change>;
export type RegimeDiff = Static<typeof regime>;
export type DeriveDiff = Static<typeof deriveDiffResult>;
