/** How to see all of it again. */
import { command, heading, prose } from '../../paper/block.ts';
import { TOOL } from '../../version.ts';
import type { SubjectChapter } from './chapter.ts';

export const reproduce: SubjectChapter = ({ about, seed }) => [
  heading(2, 'reproduce', 'Do it again, or otherwise'),
  prose(
    `Made by ${TOOL.name} ${TOOL.version} with seed ${seed}. This report, in all its forms, is made from report.json beside it and nothing else; the same model and seed give the same bytes. Change an assumption in the file, or numbers with --set.`,
  ),
  command(about.again),
  command(`optimand derive ${about.call} --format sympy --out check.py && python3 check.py`),
];
