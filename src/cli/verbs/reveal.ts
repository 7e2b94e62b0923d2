import { readFile } from 'node:fs/promises';
import { fail } from '../../kernel/issues.ts';
import { textOf, wholeNumber } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { done, type Verb } from '../verb.ts';
import { reasonOf } from '../write-file.ts';

const MOST_DRAWS = 100_000;
const FEWEST_DRAWS = 20;

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const what = missing ? 'there is no such file' : reasonOf(error);
    return fail({ code: 'file', path, what, would: 'give a table with the columns date, spend and compute' });
  }
}

/** `reveal`. */
export const reveal: Verb = {
  name: 'reveal',
  summary: 'the gamma that a spending record implies; the year in which data bind',
  formats: ['text', 'md', 'json'],
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
      return done(REVEAL_RENDERERS[flags.format === 'md' ? 'md' : 'text'](result, flags.seed));
    } finally {
      bar.stop();
    }
  },
};
