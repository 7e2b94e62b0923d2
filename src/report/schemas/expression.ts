/** Shapes of expressions, relations and facts as JSON. */
import { type Static, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;

export const expression = Type.Object(
  {
    text: Type.String({ description: 'in the language that the toolkit reads' }),
    tex: Type.String({ description: 'LaTeX of mathematics mode' }),
    value: Type.Union([Type.Number(), Type.Null()], {
      description: 'the number, where the values set decide it',
    }),
  },
  closed,
);

export const relationSign = Type.Union(
  (['=', '!=', '<', '<=', '>', '>=', '~'] as const).map((sign) => Type.Literal(sign)),
  { description: '~ is asymptotic equality' },
);

export const relation = Type.Object(
  {
    text: Type.String(),
    tex: Type.String(),
    left: expression,
    sign: relationSign,
    right: expression,
  },
  closed,
);

export const fact = Type.Object(
  {
    text: Type.String(),
    tex: Type.String(),
    because: Type.String(),
    holds: Type.Union([Type.Boolean(), Type.Null()]),
  },
  closed,
);

export type ExpressionJson = Static<typeof expression>;
export type RelationJson = Static<typeof relation>;
export type FactJson = Static<typeof fact>;
