/** Shape of the result of `report`: everything that its HTML, LaTeX and Markdown are made from. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { type AnyFigure, FIGURE_IDS, FIGURES } from '../../figures/registry.ts';
import { ledgerResult } from './ledger.ts';
import { switchResult } from './switchboard.ts';

const closed = { additionalProperties: false } as const;
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();

const inline = Type.Union([
  Type.Object({ kind: Type.Literal('words'), text }, closed),
  Type.Object({ kind: Type.Literal('formula'), text, tex: text }, closed),
]);
export const sentence = Type.Array(inline);

const formula = Type.Object(
  {
    text,
    rows: Type.String({
      description: 'LaTeX for an aligned environment: & before the relation, \\\\ between lines',
    }),
    label: text,
  },
  closed,
);

const step = Type.Object(
  { number: Type.Integer(), words: sentence, formula: nullable(formula), reason: sentence },
  closed,
);

const result = Type.Object(
  {
    name: text,
    title: sentence,
    step: nullable(Type.Integer()),
    formula: nullable(formula),
    open: sentence,
    domain: sentence,
  },
  closed,
);

export const derivation = Type.Object(
  {
    id: text,
    title: sentence,
    statement: sentence,
    source: text,
    variant: text,
    uses: Type.Array(text),
    steps: Type.Array(step),
    letters: Type.Array(sentence, { description: 'what the letters of the results stand for' }),
    results: Type.Array(result),
  },
  closed,
);

export const letter = Type.Object({ name: text, tex: text, meaning: text, unit: text, domain: text }, closed);

const variant = Type.Object(
  { id: text, title: text, parameters: Type.Array(letter), sources: Type.Array(text) },
  closed,
);

export const formulaText = Type.Object({ text, tex: text }, closed);

const power = Type.Object(
  {
    exponent: nullable(formulaText),
    logPower: nullable(formulaText),
    constant: nullable(formulaText),
    value: nullable(Type.Number({ description: 'of the exponent at the values' })),
  },
  closed,
);

const regime = Type.Object(
  {
    name: text,
    powers: Type.Object({ n: power, d: power, t: power, C_train: power, profit: power }, closed),
  },
  closed,
);

const laws = Type.Object(
  {
    variant: text,
    in: text,
    gamma: nullable(
      Type.Number({ description: 'at which the case was chosen; null where there is no gamma' }),
    ),
    case: nullable(formulaText),
    undecided: Type.Boolean({ description: 'whether something in the case is undecided' }),
    unbounded: Type.Boolean(),
    regimes: Type.Array(regime),
  },
  closed,
);

const signs = Type.Object(
  {
    variant: text,
    hold: Type.Union([Type.Literal('b'), Type.Literal('rho')]),
    rows: Type.Array(Type.Object({ parameter: text, signs: Type.Record(text, text) }, closed)),
    missing: nullable(Type.String({ description: 'why there are none' })),
  },
  closed,
);

const theorem = Type.Object(
  { name: text, file: text, says: text, hypotheses: Type.Array(text), claims: Type.Array(text) },
  closed,
);

export const figure = Type.Object(
  { name: text, command: text, data: Type.Union(FIGURE_IDS.map((id) => FIGURES[id].schema)) },
  closed,
);

const node = Type.Object({ id: text, kind: text, title: text, verdict: nullable(text) }, closed);
const edge = Type.Object({ from: text, to: text }, closed);

const observed = Type.Object(
  {
    id: text,
    quantity: text,
    unit: text,
    value: Type.Number(),
    low: nullable(Type.Number()),
    high: nullable(Type.Number()),
    source: text,
  },
  closed,
);

export const reportResult = Type.Object(
  {
    ledger: Type.Object({ seed: Type.Integer(), runs: Type.Integer(), rows: ledgerResult }, closed),
    graph: Type.Object({ nodes: Type.Array(node), edges: Type.Array(edge) }, closed),
    matrix: Type.Object({ seed: Type.Integer(), runs: Type.Integer(), cells: switchResult }, closed),
    variables: Type.Array(letter, { description: 'what a firm chooses, and quality' }),
    variants: Type.Array(variant),
    derivations: Type.Array(derivation),
    laws: Type.Array(laws),
    signs: Type.Array(signs),
    theorems: Type.Object({ coq: text, list: Type.Array(theorem) }, closed),
    observed: Type.Array(observed),
    figures: Type.Array(figure),
  },
  closed,
);

export interface ReportFigure {
  readonly name: string;
  readonly command: string;
  readonly data: AnyFigure;
}
export type ReportResult = Omit<Static<typeof reportResult>, 'figures'> & {
  figures: readonly ReportFigure[];
};
export type FormulaJson = Static<typeof formula>;
export type FormulaText = Static<typeof formulaText>;
export type DerivationStory = Static<typeof derivation>;
export type RecordedLaws = Static<typeof laws>;
export type RecordedSigns = Static<typeof signs>;
