/** Figures of one kind with the command that draws them, or why there are none. */
import { type Block, command, sentence } from '../../paper/block.ts';
import type { ReportFigure } from '../../schemas/report.ts';
import type { Found } from '../../schemas/subject-report.ts';

export const figureBlocks = (
  figures: readonly Found<ReportFigure>[],
  kind: ReportFigure['data']['figure'],
  caption: string,
): readonly Block[] =>
  figures.flatMap(({ found }) =>
    found && found.data.figure === kind
      ? [{ kind: 'figure' as const, name: found.name, caption: sentence(caption) }, command(found.command)]
      : [],
  );
