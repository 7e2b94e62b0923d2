/** Shape of the result of `report` about one model or problem: everything that its HTML, LaTeX and Markdown are made from. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { optimizeAnswer, problemAnswer } from './optimize.ts';
import { derivation, figure, formulaText, letter, type ReportFigure, sentence } from './report.ts';
import { STATICS_SIGNS } from './statics.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();

/** Either what was found, or in a sentence why it was not. */
const found = <T extends TSchema>(schema: T) =>
  Type.Object(
    {
      command: Type.String({ description: 'what makes this part afresh' }),
      found: nullable(schema),
      missing: nullable(Type.String({ description: 'why nothing was found' })),
    },
    closed,
  );

const parameter = Type.Object(
  {
    ...letter.properties,
    value: nullable(Type.Number({ description: 'at which numbers are given' })),
    isGiven: Type.Boolean({ description: 'whether the file or the command gives the value' }),
  },
  closed,
);

const named = Type.Object(
  { name: text, meaning: text, formula: nullable(formulaText), source: text },
  closed,
);

const about = Type.Object(
  {
    id: text,
    title: text,
    kind: Type.Union([Type.Literal('maximum'), Type.Literal('minimum'), Type.Literal('equilibrium')]),
    isFirm: Type.Boolean(),
    meaning: text,
    source: text,
    call: Type.String({ description: 'how a command line asks for it' }),
    again: Type.String({ description: 'how a command line asks for the same report' }),
    objective: Type.Object({ name: text, formula: formulaText }, closed),
    parts: Type.Array(named, {
      description: 'blocks of a firm; summands of the objective of another problem',
    }),
    constraints: Type.Array(named),
    variables: Type.Array(letter),
    quantities: Type.Array(letter, { description: 'what is reported, multipliers among them' }),
    parameters: Type.Array(parameter),
    assumptions: Type.Array(Type.Object({ formula: formulaText, because: text }, closed)),
  },
  closed,
);

const lawBlock = Type.Union([
  Type.Object(
    {
      kind: Type.Union([
        Type.Literal('case'),
        Type.Literal('regime'),
        Type.Literal('note'),
        Type.Literal('prose'),
      ]),
      words: sentence,
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('formulas'), lead: sentence, formulas: Type.Array(formulaText) }, closed),
]);

const laws = Type.Object(
  {
    in: text,
    quantities: Type.Array(text),
    regimes: Type.Array(
      Type.Object({ case: text, name: text, exponents: Type.Record(text, formulaText) }, closed),
      { description: 'the exponent of each quantity, regime by regime' },
    ),
    story: Type.Array(lawBlock, { description: 'cases, regimes and laws as a reader meets them' }),
    open: Type.Array(Type.String({ description: 'what is undecided in a case, or has no closed form' })),
    warnings: Type.Array(text),
  },
  closed,
);

const statics = Type.Object(
  {
    hold: nullable(Type.String({ description: 'what stays fixed when a or alpha moves; null of no firm' })),
    where: Type.String({ description: 'interior, or what binds' }),
    quantities: Type.Array(text),
    rows: Type.Array(
      Type.Object(
        {
          parameter: text,
          signs: Type.Record(text, Type.Union(STATICS_SIGNS.map((sign) => Type.Literal(sign)))),
        },
        closed,
      ),
    ),
    hypotheses: Type.Array(text),
    open: Type.Array(Type.Object({ quantity: text, parameter: text, words: sentence }, closed), {
      description: 'responses without one sign',
    }),
    evidence: Type.Object(
      {
        seed: Type.Integer(),
        draws: Type.Integer(),
        optima: Type.Integer({ description: 'the least number of optima that a response was held against' }),
        against: Type.Integer({ description: 'optima at which the referee contradicts a sign shown' }),
      },
      closed,
    ),
    warnings: Type.Array(text),
  },
  closed,
);

const numbers = Type.Object(
  { answer: Type.Union([optimizeAnswer, problemAnswer]), warnings: Type.Array(text) },
  closed,
);

export const subjectReport = Type.Object(
  {
    seed: Type.Integer(),
    about,
    derivations: found(Type.Array(derivation)),
    laws: Type.Array(found(laws)),
    statics: Type.Array(found(statics)),
    numbers: found(numbers),
    figures: Type.Array(found(figure)),
  },
  closed,
);

export interface Found<T> {
  command: string;
  found: T | null;
  missing: string | null;
}
export type SubjectReport = Omit<Static<typeof subjectReport>, 'figures'> & {
  figures: readonly Found<ReportFigure>[];
};
export type SubjectAbout = Static<typeof about>;
export type SubjectLaws = Static<typeof laws>;
export type SubjectStatics = Static<typeof statics>;
export type SubjectNumbers = Static<typeof numbers>;
