import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { drawn } from '../figure.ts';
import { textOf, wholeNumber } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { done, type Verb } from '../verb.ts';

const MOST_DRAWS = 100_000;
const FEWEST_DRAWS = 8;
const MOST_WORKERS = 64;

/** `calibrate`. */
export const calibrate: Verb = {
  name: 'calibrate',
  summary: 'a scenario in dollars, with intervals and what matters most',
  formats: ['text', 'md', 'json', 'svg'],
  takesValues: false,
  declare: (command) => {
    command
      .option('--scenario <name|file>', 'which scenario', 'calibrated')
      .option(
        '--draws <number>',
        'rows of each of the two samples of inputs',
        (text) => wholeNumber('--draws', text, FEWEST_DRAWS, MOST_DRAWS),
        512,
      )
      .addOption(
        new Option('--workers <number>', 'threads; the answer does not depend on them')
          .argParser((text) => wholeNumber('--workers', text, 1, MOST_WORKERS))
          .default(availableParallelism(), 'one for each processor'),
      );
  },
  run: async (_, flags) => {
    const { calibrated } = await import('../calibrate/threads.ts');
    const bar = await progressBar('calibrate', flags.quiet);
    const result = await calibrated(textOf(flags.scenario) ?? 'calibrated', {
      draws: flags.draws as number,
      seed: flags.seed,
      workers: flags.workers as number,
      progress: bar.update,
    }).finally(bar.stop);
    if (flags.format === 'json') return done(await enveloped('calibrate', flags.seed, result));
    const { CALIBRATE_RENDERERS } = await import('../../report/render/calibrate.ts');
    if (flags.format === 'svg') {
      const { sensitivityFigure } = await import('../../report/figures/sensitivity.ts');
      return drawn('calibrate', sensitivityFigure(result), flags, async () =>
        CALIBRATE_RENDERERS.text(result, flags.seed),
      );
    }
    return done(CALIBRATE_RENDERERS[flags.format === 'md' ? 'md' : 'text'](result, flags.seed));
  },
};
