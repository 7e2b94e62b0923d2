import { drawn } from '../figure.ts';
import { textOf, wholeNumber } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { textOfFile } from '../read-file.ts';
import { done, type Verb } from '../verb.ts';

const MOST_DRAWS = 100_000;
const FEWEST_DRAWS = 20;

const read = (path: string): Promise<string> =>
  textOfFile(path, 'give a table with the columns date, spend and compute');

/** `reveal`. */
export const reveal: Verb = {
  name: 'reveal',
  summary: 'the gamma that a spending record implies; the year in which data bind',
  formats: ['text', 'md', 'json', 'svg'],
  takesValues: false,
  declare: (command) => {
    command
      .option(
        '--record <file>',
        'comma-separated text with the columns date, spend ($) and compute (FLOP); the frontier where none is named',
      )
      .option('--scenario <name|file>', 'where exponents and growth come from', 'calibrated')
      .option(
        '--draws <number>',
        'draws',
        (text) => wholeNumber('--draws', text, FEWEST_DRAWS, MOST_DRAWS),
        400,
      );
  },
  run: async (_, flags) => {
    const path = textOf(flags.record);
    const record = path === undefined ? {} : { record: { text: await read(path), path } };
    const report = await import('../../report/reveal.ts');
    const bar = await progressBar('reveal', flags.quiet);
    try {
      const result = report.reveal({
        ...record,
        scenario: textOf(flags.scenario) ?? 'calibrated',
        draws: flags.draws as number,
        seed: flags.seed,
        progress: bar.update,
      });
      if (flags.format === 'json') return done(await enveloped('reveal', flags.seed, result));
      const { REVEAL_RENDERERS } = await import('../../report/render/reveal.ts');
      if (flags.format === 'svg') {
        const { revealedFigure } = await import('../../report/figures/revealed.ts');
        return drawn('reveal', revealedFigure(result), flags, async () =>
          REVEAL_RENDERERS.text(result, flags.seed),
        );
      }
      return done(REVEAL_RENDERERS[flags.format === 'md' ? 'md' : 'text'](result, flags.seed));
    } finally {
      bar.stop();
    }
  },
};
