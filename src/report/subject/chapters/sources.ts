/** The literature named, as far as the toolkit knows it, and what the subject itself names. */
import { heading, prose } from '../../paper/block.ts';
import { worksChapter } from '../../paper/chapters/sources.ts';
import type { SubjectReport } from '../../schemas/subject-report.ts';
import { namedIn } from '../../sources.ts';
import type { SubjectChapter } from './chapter.ts';

const ownSources = ({ about }: SubjectReport): readonly string[] =>
  [...new Set([about.source, ...about.parts.map(({ source }) => source)])].filter((source) => source !== '');

/** Every text of the report that names where something comes from. */
export const subjectSources = (content: SubjectReport): string =>
  [...ownSources(content), ...(content.derivations.found ?? []).map(({ source }) => source)].join('\n');

export const sources: SubjectChapter = (content) => {
  const texts = subjectSources(content);
  return namedIn(texts).length > 0
    ? worksChapter(texts)
    : [
        heading(2, 'sources', 'Sources'),
        prose(
          ownSources(content).length > 0
            ? `As the model names them: ${ownSources(content).join('; ')}.`
            : 'None is named.',
        ),
      ];
};
