/** Comparative statics: the sign of every response, and what is known of those without one. */
import { type Block, heading, prose, strong, table } from '../../paper/block.ts';
import type { SubjectReport, SubjectStatics } from '../../schemas/subject-report.ts';
import { letterCell, partBlocks, type SubjectChapter } from './chapter.ts';

const MARKS: Readonly<Record<SubjectStatics['rows'][number]['signs'][string], string>> = {
  '+': '+',
  '-': '-',
  '0': '0',
  changes: '+/-',
  undecided: '?',
};

const HELD: Readonly<Record<string, string>> = {
  b: ', b held fixed where a or alpha moves',
  rho: ', rho = (a/b)^(1/alpha) held fixed where a or alpha moves',
};

function tableOf({ rows, quantities, where, hold }: SubjectStatics, content: SubjectReport): Block {
  const place = where === 'interior' ? 'at an interior optimum' : `where ${where} holds`;
  return table({
    caption: `Signs of responses ${place}${HELD[hold ?? ''] ?? ''}`,
    head: ['', ...quantities],
    rows: rows.map(({ parameter, signs }) => [
      letterCell(parameter, content),
      ...quantities.map((quantity) => {
        const sign = signs[quantity];
        return sign === undefined ? '' : MARKS[sign];
      }),
    ]),
    narrow: quantities.map((_, i) => i + 1),
  });
}

const evidenceText = ({ evidence: { optima, draws, seed, against } }: SubjectStatics): string =>
  optima === 0
    ? `No draw of ${draws} (seed ${seed}) has its optimum there, so that nothing is held against the optimiser.`
    : `Held against the optimiser at ${optima} optima or more (${draws} draws, seed ${seed}): ${against} against a sign shown.`;

export const statics: SubjectChapter = (content) => [
  heading(2, 'statics', 'Comparative statics'),
  prose(
    'A line is a parameter that rises, a column a quantity of the optimum: + it rises, - it falls, 0 it does not move, +/- both signs were met, ? one sign was met or none, and none is shown. The signs +, - and 0 are shown for all values of the letters.',
  ),
  ...content.statics.flatMap((part) =>
    partBlocks(part, (found) => [
      tableOf(found, content),
      prose(evidenceText(found)),
      ...(found.hypotheses.length > 0 ? [prose(`They suppose that ${found.hypotheses.join('; ')}.`)] : []),
      ...found.warnings.map((warning) => prose(`Note: ${warning}.`)),
      ...(found.open.length > 0
        ? [
            {
              kind: 'list' as const,
              items: found.open.map(({ quantity, parameter, words }) => [
                strong(`${quantity} / ${parameter}`),
                { kind: 'words' as const, text: ': ' },
                ...words,
              ]),
            },
          ]
        : []),
    ]),
  ),
];
