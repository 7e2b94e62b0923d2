/** Shape of the result of `calibrate`. */
import { type Static, Type } from '@sinclair/typebox';
import { inputSchema } from '../../data/scenario-file.ts';

const closed = { additionalProperties: false } as const;
const interval = { value: Type.Number(), low: Type.Number(), high: Type.Number() };
const spread = Type.Object(
  { ...interval, unit: Type.String(), meaning: Type.String() },
  {
    ...closed,
    description:
      'value at the middle of the inputs, and the ends of nine tenths of the draws in which the firm sells',
  },
);
const quantity = Type.Union(
  (['n', 'd', 't', 'C_train', 'profit', 'price'] as const).map((name) => Type.Literal(name)),
);

const indices = Type.Object(
  {
    input: Type.String(),
    first: Type.Object(interval, {
      ...closed,
      description: 'share of the variance of the logarithm that goes once the input is known',
    }),
    total: Type.Object(interval, { ...closed, description: 'share that is left while it alone is unknown' }),
  },
  closed,
);

export const calibrateResult = Type.Object(
  {
    scenario: Type.String(),
    title: Type.String(),
    about: Type.String(),
    variant: Type.String(),
    date: Type.String(),
    inputs: Type.Record(Type.String(), inputSchema),
    parameters: Type.Record(Type.String(), spread),
    optimum: Type.Record(Type.String(), spread),
    regime: Type.String({ description: 'at the middle' }),
    regimes: Type.Record(Type.String(), Type.Number(), {
      description: 'share of the first 50 draws, of fewer where fewer are asked for',
    }),
    against: Type.Array(
      Type.Object(
        {
          quantity: Type.String(),
          unit: Type.String(),
          optimum: Type.Object(interval, closed),
          observed: Type.Object(interval, {
            ...closed,
            description: 'the trend of frontier runs at that date',
          }),
          source: Type.String(),
        },
        closed,
      ),
      { description: 'what the calibration did not use' },
    ),
    draws: Type.Object(
      {
        asked: Type.Integer(),
        solved: Type.Integer({ description: 'optima looked for in all' }),
        sells: Type.Integer({ description: 'draws of both samples in which the firm sells' }),
      },
      closed,
    ),
    oneAtATime: Type.Array(
      Type.Object(
        {
          quantity,
          input: Type.String(),
          low: Type.Union([Type.Number(), Type.Null()], {
            description: 'the quantity with the input at its low end; null where nothing sells',
          }),
          high: Type.Union([Type.Number(), Type.Null()]),
        },
        closed,
      ),
    ),
    sobol: Type.Record(
      Type.String(),
      Type.Object({ rows: Type.Integer(), inputs: Type.Array(indices) }, closed),
    ),
    assumptions: Type.Array(Type.String(), { description: 'inputs that nobody measured' }),
    sources: Type.Array(Type.String()),
  },
  closed,
);
export type CalibrateResult = Static<typeof calibrateResult>;
