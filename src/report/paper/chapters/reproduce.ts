/** How to see all of it again. */
import { PAPER, TOOL } from '../../version.ts';
import { command, heading, link, prose } from '../block.ts';
import type { Chapter } from './chapter.ts';

export const reproduce: Chapter = ({ ledger: { seed } }) => [
  heading(2, 'reproduce', 'Do it again, or otherwise'),
  prose(
    `Made by ${TOOL.name} ${TOOL.version} after ${PAPER.id}${PAPER.version}, with seed ${seed}. This report, in all its forms, is made from report.json beside it and nothing else; the same records give the same bytes. Under each part stands the command that makes it afresh. `,
    link('Change an assumption', 'matrix'),
    ' by naming another variant or other values in any of them, or move them in the page that the last command opens.',
  ),
  command('npm ci && npm run reproduce'),
  command('optimand report --out report'),
  command('optimand check'),
  command('optimand explore'),
];
