/** Shape of the result of `optimize`: one row per point asked for. */
import { type Static, Type } from '@sinclair/typebox';
import { premises } from './premises.ts';

const closed = { additionalProperties: false } as const;

export const REGIMES = [
  'stay-out',
  'break-even',
  'inference-dominated',
  'training-dominated',
  'size-bound',
  'data-bound',
  'sales-bound',
  'data-cost',
  'saturated',
] as const;
export type Regime = (typeof REGIMES)[number];

const params = Type.Unknown({ description: 'the parameters as given' });

export const optimizeAnswer = Type.Object(
  {
    params,
    ...premises,
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

const numbers = Type.Record(Type.String(), Type.Number());
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** The answer to a problem of another kind than a firm's. */
export const problemAnswer = Type.Object(
  {
    params,
    ...premises,
    solved: Type.Boolean({ description: 'whether there is an optimum' }),
    unbounded: Type.Boolean({ description: 'whether the objective improves without end' }),
    why: orNull(Type.String({ description: 'why there is no optimum' })),
    optimum: orNull(numbers),
    multipliers: orNull(
      Type.Record(Type.String(), Type.Number(), {
        description: "what one unit more of a constraint's right side is worth, in units of the objective",
      }),
    ),
    binding: Type.Array(Type.String(), { description: 'constraints that bind' }),
    elasticities: orNull(numbers),
    regime: orNull(Type.String()),
    residual: orNull(
      Type.Number({ description: 'worst first-order condition, as a share of the largest of its parts' }),
    ),
    deviation: Type.Optional(
      Type.Number({
        description:
          'of an equilibrium: what the best deviation found would gain the player who alone deviates, as a share of what is at stake',
      }),
    ),
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

export const optimizeResult = Type.Array(Type.Union([optimizeAnswer, problemAnswer, optimizeFailure]));

export type OptimizeAnswer = Static<typeof optimizeAnswer>;
export type ProblemAnswer = Static<typeof problemAnswer>;
export type OptimizeFailure = Static<typeof optimizeFailure>;
export type OptimizeRow = OptimizeAnswer | ProblemAnswer | OptimizeFailure;
