/** Machine-checked proofs. */
import { code, command, heading, prose, table } from '../block.ts';
import type { Chapter } from './chapter.ts';

export const proofs: Chapter = ({ theorems: { coq, list } }) => [
  heading(2, 'proofs', 'Machine-checked proofs'),
  prose(
    `${list.length} theorems were compiled and checked by Coq ${coq}, with its standard axioms of the real numbers. They are about real numbers, not about a program; their statements are printed from the same terms as the derivations.`,
  ),
  table({
    caption: 'Theorems',
    head: ['theorem', 'says', 'assumes', 'bears on'],
    rows: list.map(({ name, says, hypotheses, claims }) => [
      code(name),
      says,
      hypotheses.join('; '),
      claims.join(', '),
    ]),
    narrow: [],
  }),
  command('optimand prove'),
];
