/** Figures as a verb answers with them: drawn, as the data behind them, or in words. */
import type { AnyFigure } from '../figures/registry.ts';
import { fail } from '../kernel/issues.ts';
import { enveloped } from './output.ts';
import { type Answer, done, type Flags } from './verb.ts';

/** Formats in which a figure is to be had. */
const FIGURE_FORMATS: readonly string[] = ['svg', 'json', 'text'];

/** The answer in the format asked for. */
export async function drawn(
  command: string,
  data: AnyFigure,
  flags: Flags,
  words: () => Promise<string>,
): Promise<Answer> {
  switch (flags.format) {
    case 'svg':
      return done((await import('../figures/svg.ts')).figureSvg(data));
    case 'json':
      return done(await enveloped(command, flags.seed, data));
    case 'text':
      return done(await words());
    default:
      return fail({
        code: 'usage',
        what: `a figure is not to be had as ${flags.format}`,
        would: `add --format ${FIGURE_FORMATS.join(', --format ')}`,
      });
  }
}
