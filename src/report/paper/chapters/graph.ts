/** What rests on what. */
import { command, heading, prose, sentence } from '../block.ts';
import type { Chapter } from './chapter.ts';

export const graph: Chapter = () => [
  heading(2, 'graph', 'What rests on what'),
  prose(
    'Lines lead from each reading of a claim to the derivations and tables it rests on, and from these to the profit function that they take as their only input. A change of a profit function reaches every claim that a path leads to.',
  ),
  { kind: 'figure', name: 'graph', caption: sentence('Claims, derivations and profit functions.') },
  command('optimand claims --format dot'),
];
