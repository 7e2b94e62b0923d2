/** The derivations, step by step. */
import { heading, prose } from '../../paper/block.ts';
import { derivationBlocks } from '../../paper/chapters/derivations.ts';
import { partBlocks, type SubjectChapter } from './chapter.ts';

export const derivations: SubjectChapter = ({ derivations: part }) => [
  heading(2, 'derivations', 'The derivations'),
  prose('Every step names the rule by which it follows and the steps it follows from.'),
  ...partBlocks(part, (list) => list.flatMap((one) => derivationBlocks(one, list))),
];
