/** What a result rests on: standing assumptions, and parameters with the numbers given for them. */
import { type Static, Type } from '@sinclair/typebox';
import { fact } from './expression.ts';

const parameter = Type.Object(
  {
    name: Type.String(),
    tex: Type.String(),
    meaning: Type.String(),
    unit: Type.String(),
    domain: Type.String(),
    value: Type.Union([Type.Number(), Type.Null()], { description: 'null where the parameter is free' }),
  },
  { additionalProperties: false },
);

/** Two keys of the results that say it. */
export const premises = {
  assumptions: Type.Array(fact, { description: 'held throughout; true or false where numbers decide it' }),
  parameters: Type.Array(parameter),
};

export type ParameterJson = Static<typeof parameter>;
