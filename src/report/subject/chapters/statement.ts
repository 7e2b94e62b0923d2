/** The problem as it is stated: objective, parts, constraints, letters, assumptions. */
import { numberText } from '../../numbers.ts';
import { type Block, heading, type Piece, prose, type Sentence, sentence, table } from '../../paper/block.ts';
import type { SubjectAbout } from '../../schemas/subject-report.ts';
import { type SubjectChapter, said } from './chapter.ts';

type Formula = SubjectAbout['objective']['formula'];

const inline = ({ text, tex }: Formula): Piece => ({ kind: 'formula', text, tex });
const display = (formula: Formula): Block => ({
  kind: 'display',
  formula: { text: formula.text, rows: formula.tex, label: '' },
});

const VERBS = { maximum: 'greatest', minimum: 'least', equilibrium: 'greatest' } as const;

function partsTable({ parts, isFirm }: SubjectAbout): Block {
  return isFirm
    ? table({
        caption: 'Building blocks',
        head: ['block', 'what it is', 'source'],
        rows: parts.map(({ name, meaning, source }) => [name, meaning, source]),
        narrow: [],
      })
    : table({
        caption: 'Parts of the objective',
        head: ['part', 'formula'],
        rows: parts.map(({ name, formula }) => [name, formula ? [inline(formula)] : '']),
        narrow: [],
      });
}

const constraintsTable = ({ constraints }: SubjectAbout): readonly Block[] =>
  constraints.length === 0
    ? [prose('Nothing is limited.')]
    : [
        table({
          caption: 'Constraints',
          head: ['name', 'constraint', 'meaning'],
          rows: constraints.map(({ name, formula, meaning }) => [
            name,
            formula ? [inline(formula)] : '',
            meaning,
          ]),
          narrow: [],
        }),
      ];

const valueText = ({ value, isGiven }: SubjectAbout['parameters'][number]): string =>
  value === null
    ? 'none'
    : `${numberText(Number(value.toPrecision(9)))}${isGiven ? '' : ' (not given: taken here)'}`;

export const statement: SubjectChapter = (content) => {
  const { about } = content;
  const letter = (name: string, tex: string): Sentence => [{ kind: 'formula', text: name, tex }];
  return [
    heading(2, 'statement', 'The problem and its letters'),
    prose(`The ${VERBS[about.kind]} ${about.objective.name} is sought, which is`),
    display(about.objective.formula),
    ...(about.source ? [prose(`Source: ${about.source}.`)] : []),
    partsTable(about),
    ...constraintsTable(about),
    table({
      caption: 'What is chosen',
      head: ['letter', 'meaning', 'unit'],
      rows: about.variables.map(({ name, tex, meaning, unit }) => [letter(name, tex), meaning, unit]),
      narrow: [],
    }),
    table({
      caption: 'What is given',
      head: ['letter', 'meaning', 'unit', 'domain', 'number here'],
      rows: about.parameters.map((one) => [
        letter(one.name, one.tex),
        one.meaning,
        one.unit,
        one.domain,
        valueText(one),
      ]),
      narrow: [],
    }),
    heading(3, 'assumptions', 'Assumptions'),
    ...(about.assumptions.length === 0
      ? [prose('None beyond the domains of the letters. Each closed form states besides where it holds.')]
      : [
          {
            kind: 'list' as const,
            items: about.assumptions.map(({ formula, because }) =>
              sentence(inline(formula), ': ', ...said(because, content)),
            ),
          },
        ]),
  ];
};
