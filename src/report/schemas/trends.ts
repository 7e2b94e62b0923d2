/** Shape of the result of `trends`. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const factor = (description: string) => Type.Union([Type.Number(), Type.Null()], { description });
const interval = { value: Type.Number(), low: Type.Number(), high: Type.Number() };

const observed = Type.Object(
  { ...interval, source: Type.String(), id: Type.String(), window: Type.String(), quantity: Type.String() },
  { ...closed, description: 'growth per year as a factor, in the unit of the row' },
);
export type ObservedJson = Static<typeof observed>;

const answer = Type.Union(
  [Type.Literal('yes'), Type.Literal('no'), Type.Literal('within the interval'), Type.Null()],
  { description: 'whether the growth observed is permitted: yes, all of its interval; no, none of it' },
);

const needed = Type.Union([Type.Number(), Type.Null()], {
  description:
    'gamma from which on downwards that growth is permitted; null where no gamma from -1 to 2 is the edge, so that all of them permit it where it is permitted at all, and none otherwise',
});

export const trendsRow = Type.Object(
  {
    scenario: Type.String(),
    title: Type.String(),
    variant: Type.String(),
    quantity: Type.Union([Type.Literal('spend'), Type.Literal('flop')]),
    unit: Type.Union([Type.Literal('$'), Type.Literal('FLOP')]),
    hold: Type.Union([Type.Literal('b'), Type.Literal('rho')]),
    growth: Type.Record(Type.String(), Type.Number(), {
      description: 'of parameters per year, as the scenario has it',
    }),
    sources: Type.Array(Type.String(), { description: 'of that growth and of the exponents' }),
    gamma: Type.Union([Type.Number(), Type.Null()]),
    regime: Type.String({ description: "of the scenario's own point" }),
    bound: factor("growth per year at the theorem's bound"),
    theorem: Type.Union([Type.String(), Type.Null()]),
    law: factor('growth per year by the exact law of the regime'),
    laws: Type.Record(Type.String(), Type.Number(), {
      description: 'the same by every regime that has a law',
    }),
    local: factor("growth per year by the referee's elasticities at the scenario's own point"),
    observed,
    also: Type.Array(observed, { description: 'the same quantity over other windows' }),
    permits: Type.Object({ bound: answer, law: answer, local: answer }, closed),
    gammaNeeded: Type.Object({ bound: needed, law: needed }, closed),
    byGamma: Type.Array(
      Type.Object(
        {
          gamma: Type.Number(),
          bound: factor('at the bound'),
          theorem: Type.Union([Type.String(), Type.Null()]),
          laws: Type.Record(Type.String(), Type.Number()),
          local: factor('by the referee, price and sales as observed'),
          regime: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type TrendsRow = Static<typeof trendsRow>;
export const trendsResult = Type.Array(trendsRow);

export const observationsResult = Type.Object(
  {
    series: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          quantity: Type.String(),
          unit: Type.String(),
          about: Type.String(),
          growth: Type.Object(interval, { ...closed, description: 'a factor per year, 90 %' }),
          doubling: Type.Number({ description: 'years in which it doubles' }),
          points: Type.Integer(),
          from: Type.Number(),
          to: Type.Number(),
          scatter: Type.Number({ description: 'standard deviation of the logarithm about the line' }),
          source: Type.String(),
        },
        closed,
      ),
    ),
    chips: Type.Array(
      Type.Object(
        {
          hardware: Type.String(),
          released: Type.String(),
          price: Type.Number({ description: 'dollars at release' }),
          peak: Type.Number({ description: 'FLOP per second' }),
          format: Type.String(),
          hour: Type.Number({ description: 'dollars per hour of work, for the owner' }),
          E: Type.Object(interval, {
            ...closed,
            description: 'FLOP per dollar; the ends with every cost at its worst and best',
          }),
        },
        closed,
      ),
    ),
    runs: Type.Array(
      Type.Object(
        {
          model: Type.String(),
          date: Type.String(),
          frontier: Type.Boolean(),
          flop: Type.Number(),
          spend: Type.Number({ description: 'dollars of 2023' }),
          E: Type.Number({ description: 'FLOP per dollar' }),
        },
        closed,
      ),
    ),
    utilisation: Type.Object({ ...interval, runs: Type.Integer() }, closed),
    draws: Type.Integer(),
    sources: Type.Array(Type.String()),
  },
  closed,
);
export type ObservationsResult = Static<typeof observationsResult>;
