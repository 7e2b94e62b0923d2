/** Shape of the result of `optimize`: one row per point asked for. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;

export const REGIMES = [
  'stay-out',
  'break-even',
  'inference-dominated',
  'training-dominated',
  'data-bound',
  'data-cost',
  'saturated',
] as const;
export type Regime = (typeof REGIMES)[number];

const params = Type.Unknown({ description: 'the parameters as given' });

export const optimizeAnswer = Type.Object(
  {
    params,
    produces: Type.Boolean({ description: 'whether a positive profit exists' }),
    unbounded: Type.Boolean({ description: 'whether profit grows without end' }),
    optimum: Type.Union([
      Type.Object(
        {
          n: Type.Number({ description: 'parameters' }),
          d: Type.Number({ description: 'training tokens' }),
          t: Type.Number({ description: 'inference tokens' }),
          profit: Type.Number({ description: 'dollars' }),
          C_train: Type.Number({ description: 'training spend, dollars' }),
        },
        closed,
      ),
      Type.Null(),
    ]),
    elasticities: Type.Union([Type.Record(Type.String(), Type.Number()), Type.Null()], {
      description: '"n/E" is d ln n / d ln E, the other parameters held fixed',
    }),
    regime: Type.Union([...REGIMES.map((name) => Type.Literal(name)), Type.String(), Type.Null()], {
      description: 'one of these, or the name that a model gives it',
    }),
    residual: Type.Union([Type.Number(), Type.Null()], {
      description: 'worst first-order condition, as a share of marginal cost',
    }),
  },
  closed,
);

export const optimizeFailure = Type.Object(
  {
    params,
    error: Type.Object(
      { code: Type.String(), message: Type.String(), path: Type.Union([Type.String(), Type.Null()]) },
      closed,
    ),
  },
  closed,
);

export const optimizeResult = Type.Array(Type.Union([optimizeAnswer, optimizeFailure]));

export type OptimizeAnswer = Static<typeof optimizeAnswer>;
export type OptimizeFailure = Static<typeof optimizeFailure>;
export type OptimizeRow = OptimizeAnswer | OptimizeFailure;
