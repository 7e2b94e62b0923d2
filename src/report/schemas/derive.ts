/** Shape of the result of `derive`. */
import { type Static, Type } from '@sinclair/typebox';
import { expression, fact, relation } from './expression.ts';
import { premises } from './premises.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const open = nullable(
  Type.Object(
    { unknown: Type.String(), tried: Type.Array(Type.String()) },
    {
      ...closed,
      description: 'the letter that the relation determines without a closed form, and what was tried',
    },
  ),
);

const step = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    rule: Type.String(),
    ruleMeaning: Type.String(),
    method: nullable(Type.String()),
    words: Type.String(),
    relation: nullable(relation),
    open,
    from: Type.Array(Type.Integer({ minimum: 1 }), { description: 'numbers of the steps it came from' }),
    assumes: Type.Array(fact),
  },
  closed,
);

/** A formula, the same with numbers put in, and its value; then the abbreviations in it, each the same way. */
export const explanation = Type.Object(
  { text: Type.Array(Type.String()), tex: Type.Array(Type.String()) },
  closed,
);

const result = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    step: Type.Integer({ minimum: 1 }),
    relation: nullable(relation),
    open,
    domain: Type.Array(fact, { description: 'what must hold for it' }),
    parameters: Type.Array(Type.String(), {
      description: 'letters left free in it, abbreviations opened; `symbols` has their units and domains',
    }),
    applies: Type.Union([Type.Boolean(), Type.Null()], {
      description: 'whether the values set lie in the domain; null where they do not decide it',
    }),
    explanation: nullable(explanation),
  },
  closed,
);

const letter = Type.Object(
  {
    name: Type.String(),
    tex: Type.String(),
    meaning: Type.String(),
    unit: Type.String(),
    domain: Type.String(),
    source: Type.String(),
    definition: nullable(expression),
  },
  closed,
);

export const derivationSchema = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    statement: Type.String(),
    source: Type.String(),
    variant: Type.String(),
    uses: Type.Array(Type.String(), { description: 'ids of the derivations that it rests on' }),
    symbols: Type.Array(letter),
    steps: Type.Array(step),
    results: Type.Array(result),
  },
  closed,
);

export const deriveResult = Type.Object(
  {
    variant: Type.String(),
    set: Type.Record(Type.String(), Type.Number(), { description: 'the values given' }),
    ...premises,
    derivations: Type.Array(derivationSchema),
  },
  closed,
);

export type StepJson = Static<typeof step>;
export type ResultJson = Static<typeof result>;
export type LetterJson = Static<typeof letter>;
export type Explanation = Static<typeof explanation>;
export type DerivationJson = Static<typeof derivationSchema>;
export type DeriveResult = Static<typeof deriveResult>;
