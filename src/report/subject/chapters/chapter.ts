/** What a chapter of a report about one model or problem is, and what the chapters share. */
import { type Inline, inlineParts, type Letters } from '../../inline.ts';
import { type Block, command, type Piece, prose, words } from '../../paper/block.ts';
import type { Found, SubjectReport } from '../../schemas/subject-report.ts';

export type SubjectChapter = (content: SubjectReport) => readonly Block[];

/** The letters of the subject, as its sentences use them. */
export const lettersOf = ({ about }: SubjectReport): Letters =>
  new Map(
    [...about.variables, ...about.parameters, ...about.quantities]
      .filter(({ name }) => name !== about.objective.name)
      .map(({ name, tex }) => [name, { tex }]),
  );

/** A sentence with the formulas in it set; the name of the objective is a word there. */
export function said(text: string, content: SubjectReport): readonly Inline[] {
  return inlineParts(text, lettersOf(content));
}

/** A part with the command that makes it afresh, or why it is not there. */
export const partBlocks = <T>(
  { found, missing, command: again }: Found<T>,
  shown: (found: T) => readonly Block[],
): readonly Block[] => [
  ...(found === null ? [prose(`This could not be done: ${sentenceOf(missing ?? '')}`)] : shown(found)),
  command(again),
];

/** What an error says, as a sentence of its own. */
export const sentenceOf = (said: string): string => `${said.replace(/\.$/, '')}.`;

/** A letter as it is set; a name that is none of the subject's letters is a word. */
export function letterCell(name: string, { about }: SubjectReport): Piece {
  const declared = [...about.variables, ...about.parameters, ...about.quantities].find(
    (one) => one.name === name,
  );
  return declared ? { kind: 'formula', text: name, tex: declared.tex } : words(name);
}

/** Numbers by name in the order in which the subject tells its quantities: JSON keeps none. */
export const inOrder = (
  values: Readonly<Record<string, number>>,
  { about }: SubjectReport,
): readonly (readonly [string, number])[] =>
  about.quantities.flatMap(({ name }) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
