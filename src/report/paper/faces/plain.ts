/** What the faces of a report share. */
import type { ReportFigure } from '../../schemas/report.ts';
import type { Block, Sentence } from '../block.ts';

/** A report as every face takes it. */
export interface Paper {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The figures that the blocks name. */
  readonly figures: readonly ReportFigure[];
}

/** A sentence as text. */
export const textOf = (parts: Sentence): string => parts.map(({ text }) => text).join('');
