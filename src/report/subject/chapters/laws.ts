/** Scaling laws by regime, a section for each parameter that grows, and the optimum drawn against one. */
import { type Block, heading, prose, type Sentence, sentence, strong, table } from '../../paper/block.ts';
import type { SubjectLaws } from '../../schemas/subject-report.ts';
import { partBlocks, type SubjectChapter } from './chapter.ts';
import { figureBlocks } from './figures.ts';

function storyBlocks(block: SubjectLaws['story'][number]): readonly Block[] {
  switch (block.kind) {
    case 'case':
      return [heading(4, '', ...block.words)];
    case 'regime':
      return [prose(...block.words.map((part) => (part.kind === 'words' ? strong(part.text) : part)))];
    case 'note':
    case 'prose':
      return [prose(...block.words)];
    case 'formulas':
      return [
        ...(block.lead.length > 0 ? [prose(...block.lead, ':')] : []),
        ...block.formulas.map(
          ({ text, tex }): Block => ({ kind: 'display', formula: { text, rows: tex, label: '' } }),
        ),
      ];
  }
}

const LONGEST = 60;

/** Exponents at a glance; one that is long stands among the laws below alone. */
function exponentsTable({ in: growing, regimes, quantities }: SubjectLaws): readonly Block[] {
  if (regimes.length === 0) return [];
  const hasCases = new Set(regimes.map((one) => one.case)).size > 1;
  const cell = (exponent: SubjectLaws['regimes'][number]['exponents'][string] | undefined): Sentence =>
    exponent === undefined
      ? sentence('no law')
      : exponent.text.length > LONGEST
        ? sentence('below')
        : [{ kind: 'formula', ...exponent }];
  return [
    table({
      caption: `Exponents in ${growing} by regime, powers of logarithms aside`,
      head: [...(hasCases ? ['where'] : []), 'regime', ...quantities],
      rows: regimes.map(({ case: where, name, exponents }) => [
        ...(hasCases ? [where || 'everywhere'] : []),
        name,
        ...quantities.map((quantity) => cell(exponents[quantity])),
      ]),
      narrow: [],
    }),
  ];
}

export const laws: SubjectChapter = ({ laws: parts, figures }) => [
  heading(2, 'laws', 'Scaling laws by regime'),
  prose(
    'In a regime one part of the condition outweighs the others, and the optimum follows a power law, sometimes with a logarithm, whose exponent is exact.',
  ),
  ...parts.flatMap((part) => [
    ...(part.found ? [heading(3, `laws-${part.found.in}`, `As ${part.found.in} grows`)] : []),
    ...partBlocks(part, (found) => [
      ...exponentsTable(found),
      ...found.story.flatMap(storyBlocks),
      ...found.warnings.map((warning) => prose(`Note: ${warning}.`)),
    ]),
  ]),
  ...figureBlocks(
    figures,
    'growth',
    'The optimum against one parameter: numerical optima, the laws of each regime and, below, local elasticities.',
  ),
];
