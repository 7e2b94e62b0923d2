/** Shape of the result of `reveal`. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const interval = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() }, closed);
const orNull = Type.Union([Type.Number(), Type.Null()]);

const growth = Type.Object(
  { growth: interval, points: Type.Integer(), from: Type.Number(), to: Type.Number() },
  { ...closed, description: 'a factor per year, 90 %' },
);

const quantiles = {
  low: orNull,
  value: orNull,
  high: orNull,
};

const revealed = Type.Object(
  {
    law: Type.String({ description: "the theorem's bound, or the exact law of a regime" }),
    hold: Type.Union([Type.Literal('rho'), Type.Literal('b')]),
    gamma: Type.Object(quantiles, {
      ...closed,
      description:
        'middle and 90 % of all draws; null where that share of them lies beyond the admissible gammas, from -1 to 2',
    }),
    admissible: Type.Number({ description: 'share of the draws with a gamma from -1 to 2' }),
    tooFast: Type.Number({ description: 'share in which spend grows faster than at gamma = -1' }),
    tooSlow: Type.Number({ description: 'share in which it grows slower than at gamma = 2' }),
    verdict: Type.String(),
    sample: Type.Array(Type.Number(), { description: 'gammas of the draws that have one, in order' }),
    permitted: Type.Array(
      Type.Object(
        { gamma: Type.Number(), value: Type.Number(), low: Type.Number(), high: Type.Number() },
        closed,
      ),
      {
        description:
          'growth of spend that the law permits, as a factor per year: middle and 90 % of the draws',
      },
    ),
  },
  closed,
);

const binds = Type.Object(
  {
    path: Type.String(),
    about: Type.String(),
    growth: interval,
    year: Type.Object(quantiles, {
      ...closed,
      description: 'middle and 90 % of all draws; null where that share of them never binds',
    }),
    never: Type.Number({ description: 'share of the draws in which data do not grow, or bind after 2200' }),
    sample: Type.Array(Type.Number(), { description: 'years of the draws in which data bind, in order' }),
  },
  closed,
);

export const revealResult = Type.Object(
  {
    scenario: Type.String(),
    record: Type.String(),
    spend: growth,
    compute: growth,
    revealed: Type.Array(revealed),
    binds: Type.Array(binds),
    draws: Type.Integer(),
    assumptions: Type.Array(Type.String()),
    sources: Type.Array(Type.String()),
  },
  closed,
);
export const revealAllResult = Type.Object({ scenarios: Type.Array(revealResult) }, closed);
export type RevealAllResult = Static<typeof revealAllResult>;
export type RevealResult = Static<typeof revealResult>;
