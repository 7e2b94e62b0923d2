/** Shape of the matrix of claims and variants. */
import { type TSchema, Type } from '@sinclair/typebox';
import { VERDICTS } from './ledger.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();

const cell = Type.Object(
  {
    id: text,
    reading: text,
    variant: text,
    verdict: Type.Union(VERDICTS.map((verdict) => Type.Literal(verdict))),
    law: nullable(text),
    found: text,
    draws: Type.Integer(),
    trueAt: nullable(Type.Integer()),
    witness: nullable(
      Type.Object({ variant: text, params: Type.Record(text, Type.Number()), found: text }, closed),
    ),
    replay: nullable(text),
  },
  closed,
);

export const switchResult = Type.Array(cell);

/** The matrix as it is kept. */
export const switchFile = Type.Object(
  {
    schemaVersion: Type.Integer(),
    seed: Type.Integer(),
    runs: Type.Integer(),
    versions: Type.Record(text, text),
    cells: switchResult,
  },
  closed,
);
