/** The optimum in numbers: quantities, regime, what binds and its price, elasticities. */
import { roundedText } from '../../numbers.ts';
import { type Block, heading, prose, table } from '../../paper/block.ts';
import type { SubjectNumbers, SubjectReport } from '../../schemas/subject-report.ts';
import { inOrder, letterCell, partBlocks, type SubjectChapter, sentenceOf } from './chapter.ts';
import { figureBlocks } from './figures.ts';

type Answer = SubjectNumbers['answer'];

const DIGITS = 9;

function elasticitiesTable(
  elasticities: Readonly<Record<string, number>>,
  content: SubjectReport,
): readonly Block[] {
  const { about } = content;
  const isTold = (quantity: string, parameter: string): boolean =>
    Object.hasOwn(elasticities, `${quantity}/${parameter}`);
  const names = about.parameters.map(({ name }) => name);
  const quantities = about.quantities
    .map(({ name }) => name)
    .filter((quantity) => names.some((parameter) => isTold(quantity, parameter)));
  const against = names.filter((parameter) => quantities.some((quantity) => isTold(quantity, parameter)));
  if (quantities.length === 0) return [];
  return [
    table({
      caption:
        'Elasticities: per cent by which a quantity (column) moves with one per cent more of a parameter (line)',
      head: ['', ...quantities],
      rows: against.map((parameter) => [
        letterCell(parameter, content),
        ...quantities.map((quantity) => {
          const value = elasticities[`${quantity}/${parameter}`];
          return value === undefined ? '' : value.toFixed(4).replace(/^-(?=0\.0*$)/, '');
        }),
      ]),
      narrow: [],
    }),
  ];
}

/** Names with numbers, each with its unit and meaning. */
function valuesTable(
  caption: string,
  what: string,
  values: Readonly<Record<string, number>>,
  content: SubjectReport,
): readonly Block[] {
  const told = inOrder(values, content);
  if (told.length === 0) return [];
  const rows = told.map(([name, value]) => {
    const { unit = '', meaning = '' } = content.about.quantities.find((one) => one.name === name) ?? {};
    return [letterCell(name, content), roundedText(value, DIGITS), unit, meaning];
  });
  return [table({ caption, head: [what, 'value', 'unit', 'meaning'], rows, narrow: [] })];
}

/** Why there is no optimum. */
const whyNone = (answer: Answer): string =>
  ('why' in answer ? answer.why : null) ??
  (answer.unbounded
    ? 'profit grows without end at these numbers: there is no optimum'
    : 'no choice makes a profit at these numbers: the best is to stay out');

function optimumBlocks(answer: Answer, content: SubjectReport): readonly Block[] {
  const { optimum, regime, residual, elasticities } = answer;
  if (optimum === null) return [prose(sentenceOf(`No optimum: ${whyNone(answer)}`))];
  const binding = 'binding' in answer ? ` Binding: ${answer.binding.join(', ') || 'nothing'}.` : '';
  const prices = 'multipliers' in answer ? (answer.multipliers ?? {}) : {};
  return [
    ...valuesTable('The optimum', 'quantity', optimum, content),
    prose(
      `Regime: ${regime}.${binding} The worst first-order condition is off by ${residual === null ? 'an unknown share' : residual.toExponential(1)} of its largest part.`,
    ),
    ...valuesTable(
      'Shadow prices: what one unit more of a right side is worth, in units of the objective',
      'multiplier',
      prices,
      content,
    ),
    ...elasticitiesTable(elasticities ?? {}, content),
  ];
}

export const numbers: SubjectChapter = (content) => {
  const taken = content.about.parameters.filter(({ isGiven, value }) => !isGiven && value !== null);
  return [
    heading(2, 'numbers', 'In numbers'),
    prose(
      taken.length === 0
        ? 'At the numbers that stand beside the letters above.'
        : `At the numbers that stand beside the letters above; nobody gives ${taken.map(({ name }) => name).join(', ')}, for which round numbers are taken.`,
    ),
    ...partBlocks(content.numbers, ({ answer, warnings }) => [
      ...optimumBlocks(answer, content),
      ...warnings.map((warning) => prose(`Note: ${warning}.`)),
    ]),
    ...figureBlocks(
      content.figures,
      'around',
      'What is lost where one thing is not chosen at its best while the others are.',
    ),
  ];
};
