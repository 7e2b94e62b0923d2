import { fail } from '../../kernel/issues.ts';
import type { RevealOptions } from '../../report/reveal.ts';
import { drawn } from '../figure.ts';
import { textOf, wholeNumber } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { textOfFile } from '../read-file.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';

const MOST_DRAWS = 100_000;
const FEWEST_DRAWS = 20;

const read = (path: string): Promise<string> =>
  textOfFile(path, 'give a table with the columns date, spend and compute');

type AllOptions = Omit<RevealOptions, 'scenario'>;

async function answerOf(options: RevealOptions, flags: Flags): Promise<Answer> {
  const { reveal: revealed } = await import('../../report/reveal.ts');
  const result = revealed(options);
  if (flags.format === 'json') return done(await enveloped('reveal', flags.seed, result));
  const { REVEAL_RENDERERS } = await import('../../report/render/reveal.ts');
  if (flags.format === 'svg') {
    const { revealedFigure } = await import('../../report/figures/revealed.ts');
    return drawn('reveal', revealedFigure(result), flags, async () =>
      REVEAL_RENDERERS.text(result, flags.seed),
    );
  }
  return done(REVEAL_RENDERERS[flags.format === 'md' ? 'md' : 'text'](result, flags.seed));
}

async function answerOfAll(options: AllOptions, flags: Flags): Promise<Answer> {
  const { revealAll } = await import('../../report/reveal.ts');
  const result = revealAll(options);
  if (flags.format === 'json') return done(await enveloped('reveal', flags.seed, result));
  const { REVEAL_ALL_RENDERERS } = await import('../../report/render/reveal.ts');
  return done(REVEAL_ALL_RENDERERS[flags.format === 'md' ? 'md' : 'text'](result, flags.seed));
}

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
      .option(
        '--scenario <name|file>',
        'where exponents and growth come from; calibrated where none is named',
      )
      .option('--all-scenarios', 'every scenario that ships, one after the other')
      .option(
        '--draws <number>',
        'draws',
        (text) => wholeNumber('--draws', text, FEWEST_DRAWS, MOST_DRAWS),
        400,
      );
  },
  run: async (_, flags) => {
    const path = textOf(flags.record);
    const scenario = textOf(flags.scenario);
    const all = flags.allScenarios === true;
    if (all && scenario !== undefined)
      fail({
        code: 'usage',
        what: '--all-scenarios and --scenario exclude each other',
        would: 'leave one out',
      });
    if (all && flags.format === 'svg')
      fail({ code: 'usage', what: 'The figure is of one scenario', would: 'name it by --scenario' });
    const bar = await progressBar('reveal', flags.quiet);
    const options = {
      ...(path === undefined ? {} : { record: { text: await read(path), path } }),
      draws: flags.draws as number,
      seed: flags.seed,
      progress: bar.update,
    };
    try {
      return all
        ? await answerOfAll(options, flags)
        : await answerOf({ ...options, scenario: scenario ?? 'calibrated' }, flags);
    } finally {
      bar.stop();
    }
  },
};
