/** Shape of the result of `prove`. */
import { Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const text = Type.String();
const bearing = Type.Object({ id: text, reading: Type.Union([text, Type.Null()]) }, closed);

export const proveResult = Type.Object(
  {
    coq: text,
    files: Type.Array(text),
    theorems: Type.Array(
      Type.Object(
        {
          name: text,
          file: text,
          claims: Type.Array(bearing),
          says: text,
          hypotheses: Type.Array(text),
          statement: text,
          axioms: Type.Array(text),
        },
        closed,
      ),
    ),
    failures: Type.Array(text),
  },
  closed,
);

/** With `--steps`: one row a derivation. */
export const recheckResult = Type.Array(
  Type.Object(
    {
      derivation: text,
      steps: Type.Integer(),
      accepted: Type.Integer(),
      inputs: Type.Integer(),
      notChecked: Type.Record(Type.String(), Type.Integer()),
      rejected: Type.Array(Type.Object({ step: Type.Integer(), rule: text, why: text }, closed)),
      worst: Type.Number(),
    },
    closed,
  ),
);
