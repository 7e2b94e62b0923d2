/** How each verdict was checked: questions, draws, failures, the worst residual. */
import { roundedText } from '../../numbers.ts';
import { command, heading, link, prose, table } from '../block.ts';
import { type Chapter, claimAnchor } from './chapter.ts';

export const checks: Chapter = ({ ledger: { rows, seed, runs } }) => [
  heading(2, 'checks', 'How it was checked'),
  prose(
    `Each row is one question that a program put. "Sampled" questions were put to firms drawn from the hypotheses (seed ${seed}, up to ${runs} draws), "followed" ones along a family, "computed" ones once. "Worst" is the largest residual or ratio met. A sampled question is never called proved.`,
  ),
  table({
    caption: 'Checks',
    head: ['claim', 'question', 'kind', 'draws', 'against', 'worst'],
    rows: rows.flatMap(({ id, checks: own }) =>
      own.map(({ question, kind, draws, failures, worst }) => [
        link(id, claimAnchor(id)),
        question,
        kind,
        String(draws),
        String(failures),
        worst === null ? '' : roundedText(worst, 3),
      ]),
    ),
    narrow: [2, 3, 4, 5],
  }),
  command(`optimand verify --seed ${seed} --runs ${runs}`),
];
