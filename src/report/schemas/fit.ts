/** Shape of the result of `fit`. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const end = Type.Union([Type.Number(), Type.Null()], {
  description: 'end of the 95 % bootstrap interval; null where no draw was asked for',
});

const letter = Type.Object(
  {
    value: Type.Number(),
    low: end,
    high: end,
    unit: Type.String(),
    meaning: Type.String(),
    fixed: Type.Boolean({ description: 'whether it was given and not fitted' }),
  },
  closed,
);

const interval = Type.Object({ value: Type.Number(), low: end, high: end }, closed);

const quality = Type.Object(
  {
    derivation: Type.String({ description: 'id of the derivation by which the parameters follow' }),
    threshold: Type.Object(
      {
        loss: interval,
        at: Type.Union([Type.Object({ params: Type.Number(), tokens: Type.Number() }, closed), Type.Null()], {
          description: 'the model whose loss by the fit it is; null where the loss was given',
        }),
        model: Type.Union([Type.String(), Type.Null()]),
      },
      { ...closed, description: 'what has quality 1' },
    ),
    laws: Type.Array(
      Type.Object(
        {
          variant: Type.String(),
          set: Type.Record(Type.String(), Type.Number()),
          exact: Type.String({ description: 'where its quality is that of the fit' }),
          parameters: Type.Record(
            Type.String(),
            Type.Object({ value: Type.Number(), low: end, high: end, unit: Type.String() }, closed),
          ),
        },
        closed,
      ),
    ),
    draws: Type.Integer({ description: 'bootstrap draws that leave some loss to be removed' }),
  },
  closed,
);
export type FitQuality = Static<typeof quality>;

export const fitResult = Type.Object(
  {
    law: Type.String(),
    statement: Type.String(),
    source: Type.String(),
    parameters: Type.Record(Type.String(), letter),
    loss: Type.Number({ description: "sum over the runs of Huber's loss of the residual in ln L" }),
    delta: Type.Number({ description: 'the residual in ln L beyond which the loss is linear' }),
    slope: Type.Number({ description: "length of the loss's gradient over delta times the number of runs" }),
    starts: Type.Object({ tried: Type.Integer(), agreeing: Type.Integer() }, closed),
    others: Type.Array(
      Type.Object(
        {
          loss: Type.Number(),
          starts: Type.Integer(),
          parameters: Type.Record(Type.String(), Type.Number()),
        },
        closed,
      ),
      { description: 'other minima whose loss is within 1 % of the best, the lowest first' },
    ),
    condition: Type.Union([Type.Number(), Type.Null()], {
      description: 'of the scaled derivatives of ln L in the fitted parameters; null where it is infinite',
    }),
    bootstrap: Type.Object({ asked: Type.Integer(), fitted: Type.Integer() }, closed),
    runs: Type.Integer(),
    columns: Type.Record(Type.String(), Type.String()),
    residuals: Type.Object(
      {
        median: Type.Number({ description: 'of the absolute residuals in ln L' }),
        largest: Type.Number(),
        line: Type.Integer({ description: 'the line of the file on which the largest stands' }),
      },
      closed,
    ),
    points: Type.Array(
      Type.Object(
        {
          line: Type.Integer({ description: 'of the file' }),
          perParameter: Type.Number({ description: 'tokens per parameter' }),
          epochs: Type.Number({
            description: 'tokens per unique token; 1 where the law does not ask for unique tokens',
          }),
          observed: Type.Number({ description: 'loss' }),
          fitted: Type.Number({ description: 'loss by the fit' }),
        },
        closed,
      ),
      { description: 'the runs in the order of the table' },
    ),
    quality: Type.Union([quality, Type.Null()], {
      description: "the model's parameters; null where the law is not one of n and d alone",
    }),
  },
  closed,
);
export type FitResult = Static<typeof fitResult>;
