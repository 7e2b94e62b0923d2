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

const count = Type.Integer({ minimum: 0 });

/** With `--steps`: one row a derivation, and the certificates that were checked. */
export const recheckResult = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          derivation: text,
          steps: count,
          inputs: count,
          accepted: count,
          exact: count,
          rejected: Type.Array(Type.Object({ step: count, rule: text, why: text }, closed)),
          notJudged: Type.Record(text, count),
          worst: Type.Number(),
        },
        closed,
      ),
    ),
    certificates: Type.Array(
      Type.Object(
        {
          certificate: Type.Literal(1),
          id: text,
          variant: text,
          title: text,
          steps: Type.Array(
            Type.Object(
              {
                index: count,
                rule: text,
                method: Type.Union([text, Type.Null()]),
                words: text,
                inputs: Type.Array(Type.Array(Type.Any())),
                output: Type.Union([Type.Array(Type.Any()), Type.Null()]),
                assumptions: Type.Array(Type.Array(Type.Any())),
                definitions: Type.Record(text, Type.Any()),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
