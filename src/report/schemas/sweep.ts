/** Shape of what `sweep` says about its rows; it stands beside them as their manifest too. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ minimum: 0 });

export const sweepResult = Type.Object(
  {
    model: Type.String({ description: 'the variant, or the id of a model of one’s own' }),
    fingerprint: Type.String({ description: 'SHA-256 of what is swept: equal for parts of one sweep' }),
    set: Type.Record(Type.String(), Type.Number()),
    hold: Type.Union([Type.Literal('b'), Type.Literal('rho')]),
    elasticities: Type.Optional(Type.Literal(true, { description: 'rows have their elasticities too' })),
    axes: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          low: Type.Number(),
          high: Type.Number(),
          scale: Type.Union([Type.Literal('linear'), Type.Literal('log')]),
          count: Type.Union([Type.Integer(), Type.Null()]),
        },
        closed,
      ),
      { description: 'the last varies fastest' },
    ),
    design: Type.Union([
      Type.Object({ kind: Type.Literal('grid') }, closed),
      Type.Object({ kind: Type.Literal('sobol'), points: count, seed: Type.Integer() }, closed),
    ]),
    format: Type.Union([Type.Literal('csv'), Type.Literal('jsonl'), Type.Literal('parquet')]),
    columns: Type.Array(Type.String()),
    rows: Type.Integer({ description: 'of the whole sweep' }),
    from: Type.Integer({ description: 'first row here, counted from 0' }),
    to: Type.Integer({ description: 'row after the last one here' }),
    done: Type.Integer({ description: 'row after the last one that is written' }),
    bytes: Type.Integer({ description: 'of the rows that are written, where they are one file' }),
    parts: Type.Array(Type.Object({ file: Type.String(), from: count, to: count }, closed), {
      description: 'files of the rows that are written, where they are a folder',
    }),
    outcomes: Type.Record(Type.String(), count, { description: 'rows by outcome' }),
    refereed: Type.Integer({ description: 'rows that the referee answered, the fast solver being in doubt' }),
  },
  closed,
);

export type SweepManifest = Static<typeof sweepResult>;
