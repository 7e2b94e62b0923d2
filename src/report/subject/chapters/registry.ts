/** The chapters of a report about one subject in the order in which they are read: total, so that one without a text does not compile. */
import type { ReportFigure } from '../../schemas/report.ts';
import type { SubjectReport } from '../../schemas/subject-report.ts';
import type { SubjectChapter } from './chapter.ts';
import { derivations } from './derivations.ts';
import { gaps } from './gaps.ts';
import { laws } from './laws.ts';
import { numbers } from './numbers.ts';
import { reproduce } from './reproduce.ts';
import { sources } from './sources.ts';
import { statement } from './statement.ts';
import { statics } from './statics.ts';
import { summary } from './summary.ts';

export { subjectSources } from './sources.ts';

type SubjectChapterId =
  | 'summary'
  | 'statement'
  | 'numbers'
  | 'laws'
  | 'statics'
  | 'gaps'
  | 'derivations'
  | 'sources'
  | 'reproduce';

export const SUBJECT_CHAPTERS: Readonly<Record<SubjectChapterId, SubjectChapter>> = {
  summary,
  statement,
  numbers,
  laws,
  statics,
  gaps,
  derivations,
  sources,
  reproduce,
};

/** The figures that were made. */
export const subjectFigures = ({ figures }: SubjectReport): readonly ReportFigure[] =>
  figures.flatMap(({ found }) => (found ? [found] : []));
