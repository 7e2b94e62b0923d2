/** Shape of the result of `claims` and `verify`: rows of the ledger. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import type { ClaimRow } from '../../claims/row.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();

export const VERDICTS = [
  'holds',
  'holds-on-domain',
  'bound-not-tight',
  'other-law',
  'refuted',
  'not-reproduced',
  'not-applicable',
  'undecided',
] as const;

const ROLES = ['holds', 'law', 'figure', 'tight', 'elsewhere', 'instead'] as const;

const witness = Type.Object(
  { variant: text, params: Type.Record(Type.String(), Type.Number()), found: text },
  closed,
);

const check = Type.Object(
  {
    role: Type.Union(ROLES.map((role) => Type.Literal(role))),
    kind: Type.Union((['sampled', 'followed', 'computed'] as const).map((kind) => Type.Literal(kind))),
    name: text,
    question: text,
    passed: Type.Boolean(),
    draws: Type.Number(),
    failures: Type.Number(),
    worst: nullable(Type.Number()),
    witness: nullable(witness),
    notes: Type.Array(text),
  },
  closed,
);

const hypothesis = Type.Object(
  {
    name: text,
    statement: text,
    stated: Type.Boolean(),
    needed: nullable(Type.Boolean({ description: 'whether the claim fails without it' })),
    dropped: nullable(Type.Object({ draws: Type.Number(), failures: Type.Number() }, closed)),
  },
  closed,
);

const evidence = Type.Object(
  {
    derived: nullable(Type.String({ description: 'id of the derivation' })),
    sampled: nullable(
      Type.Object({ draws: Type.Number(), seed: Type.Number(), worst: nullable(Type.Number()) }, closed),
    ),
    rechecked: nullable(Type.String({ description: 'by the step checker' })),
    proved: nullable(Type.String({ description: 'the machine-checked theorem' })),
  },
  closed,
);

export const claimRow = Type.Object(
  {
    id: text,
    reading: text,
    statement: text,
    source: text,
    variant: text,
    hypotheses: Type.Array(hypothesis),
    parameters: Type.Array(text),
    constants: Type.Record(Type.String(), Type.Number()),
    uses: Type.Array(Type.String({ description: 'node of the graph' })),
    verdict: Type.Union(VERDICTS.map((verdict) => Type.Literal(verdict))),
    domain: text,
    notes: Type.Array(text),
    law: nullable(Type.Object({ text, tex: text }, closed)),
    evidence,
    witness: nullable(witness),
    replay: nullable(text),
    checks: Type.Array(check),
  },
  closed,
);

export const ledgerResult = Type.Array(claimRow);

/** Answers of claims at one firm: the result of `verify --set`. */
export const putResult = Type.Array(
  Type.Object(
    {
      id: text,
      reading: text,
      check: text,
      role: Type.Union(ROLES.map((role) => Type.Literal(role))),
      question: text,
      answer: nullable(Type.Boolean()),
      found: text,
    },
    closed,
  ),
);

/** The type without its readonly marks, which JSON has not. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

type SameKeys<Left, Right> = [keyof Left, keyof Right] extends [keyof Right, keyof Left] ? true : never;

/** The rows as JSON say what the rows in the program say, no more and no less: a schema that lags does not compile. */
type Row = Static<typeof claimRow>;
type Agreement = [
  Plain<ClaimRow> extends Row ? true : never,
  SameKeys<ClaimRow, Row>,
  SameKeys<ClaimRow['checks'][number], Row['checks'][number]>,
  SameKeys<ClaimRow['evidence'], Row['evidence']>,
];
export const rowsAgree: Agreement = [true, true, true, true];

/** The ledger as it is kept: the rows, and what computed them. */
export const ledgerFile = Type.Object(
  {
    schemaVersion: Type.Integer(),
    seed: Type.Integer(),
    runs: Type.Integer(),
    versions: Type.Record(Type.String(), Type.String()),
    rows: ledgerResult,
  },
  closed,
);
