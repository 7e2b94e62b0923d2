/** Shape of the result of `check`: what differs from the record, law by law. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Every way in which an entry may differ from the record, in words. */
export const CHANGE_KINDS = {
  'other-law': 'another exponent or power of the logarithm',
  'other-constant': 'the same exponents with another constant',
  'other-condition': 'another first-order condition',
  'other-ends': 'another beginning, end or condition of a regime',
  'other-order': 'other regimes, or another order of them',
  'other-signs': 'another sign of a response',
  'other-verdict': 'another verdict',
  'not-applicable': 'the claim makes no sense for the variant any more',
  'other-refusal': 'refused for another reason',
  refused: 'answered in the record, and refused',
  answered: 'refused in the record, and answered',
  new: 'not in the record',
  gone: 'in the record alone',
} as const;
export type ChangeKind = keyof typeof CHANGE_KINDS;

const value = Type.Object(
  { text: Type.String(), tex: nullable(Type.String({ description: 'null for words' })) },
  closed,
);

const valueChange = Type.Object({ name: Type.String(), was: nullable(value), is: nullable(value) }, closed);

const change = Type.Object(
  {
    at: Type.String({ description: 'variant / part / case / regime / quantity' }),
    change: Type.Union((Object.keys(CHANGE_KINDS) as ChangeKind[]).map((kind) => Type.Literal(kind))),
    entries: Type.Integer({ description: 'how many entries of the record it stands for' }),
    values: Type.Array(valueChange),
  },
  closed,
);

export const checkResult = Type.Object(
  {
    against: Type.String({ description: 'the record' }),
    entries: Type.Integer(),
    same: Type.Integer(),
    changed: Type.Array(change),
    fixed: Type.Array(change, { description: 'without an answer in the record, and answered' }),
    stillFailing: Type.Array(Type.Object({ at: Type.String(), why: Type.String() }, closed), {
      description: 'without an answer, as recorded',
    }),
    printedDifferently: Type.Array(Type.String(), { description: 'equal, and written otherwise: no change' }),
  },
  closed,
);

export type CheckResult = Static<typeof checkResult>;
export type ChangeJson = Static<typeof change>;
export type ValueChangeJson = Static<typeof valueChange>;
