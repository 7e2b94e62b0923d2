/** Shape of the result of `fit`. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const end = Type.Union([Type.Number(), Type.Null()], {
  description: 'end of the 95 % bootstrap interval; null where no draw was asked for',
});

const letter = Type.Object(
  { value: Type.Number(), low: end, high: end, unit: Type.String(), meaning: Type.String() },
  closed,
);

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
  },
  closed,
);
export type FitResult = Static<typeof fitResult>;
