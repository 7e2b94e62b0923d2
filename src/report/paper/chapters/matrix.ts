/** Every claim under every variant. */
import type { SwitchCell } from '../../../claims/switchboard.ts';
import { asked, MARKS, nearLinearAnswers, rowsOf, SCOPE, variantsOf } from '../../render/switchboard.ts';
import { command, heading, prose, sentence, strong, table } from '../block.ts';
import { type Chapter, claimAnchor } from './chapter.ts';

export const matrix: Chapter = ({ matrix: { cells: given, seed, runs } }) => {
  const cells = given as readonly SwitchCell[];
  const variants = variantsOf(cells);
  const rows = rowsOf(cells).filter(asked);
  const marks = Object.entries(MARKS)
    .map(([verdict, mark]) => `${mark} ${verdict}`)
    .join(', ');
  return [
    heading(2, 'matrix', 'Change an assumption: claims and variants'),
    prose(`Every claim was put to every variant, at up to ${runs} firms each (seed ${seed}). ${SCOPE}`),
    prose(
      strong('Verdicts'),
      `: ${marks}. `,
      strong('Variants'),
      `: ${variants.map((id, i) => `${i + 1} ${id}`).join(', ')}.`,
    ),
    table({
      caption: 'Claims (rows) and variants (columns)',
      head: ['claim', ...variants.map((_, i) => String(i + 1))],
      rows: rows.map((row) => {
        const [first] = row;
        const id = first?.id ?? '';
        return [
          [{ kind: 'link', text: id, to: claimAnchor(id) }, ...sentence(`: ${first?.reading ?? ''}`)],
          ...variants.map(
            (variant) => MARKS[row.find((cell) => cell.variant === variant)?.verdict ?? 'undecided'],
          ),
        ];
      }),
      narrow: variants.map((_, i) => i + 1),
    }),
    prose(strong('Is "near-linear in E" robust?')),
    { kind: 'list', items: nearLinearAnswers(cells).map((answer) => sentence(answer)) },
    command('optimand claims --all-variants'),
    command('optimand verify --all-variants'),
  ];
};
