import { Option } from 'commander';
import { fail } from '../../kernel/issues.ts';
import type { FitRequest } from '../../report/fit.ts';
import { collect, textsOf, wholeNumber } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { textOfFile } from '../read-file.ts';
import { done, type Flags, type Verb } from '../verb.ts';

const MOST_STARTS = 100_000;
const MOST_DRAWS = 100_000;
/** Total, so that a law that is not on offer does not compile. */
const LAWS = Object.keys({
  chinchilla: true,
  'chinchilla-equal': true,
  'repeated-data': true,
} satisfies Record<FitRequest['law'], true>);

/** key=value pairs of a flag that may stand several times. */
function pairs(flag: string, texts: readonly string[]): Record<string, string> {
  const list = texts
    .flatMap((text) => text.split(','))
    .map((text): [string, string] => {
      const at = text.indexOf('=');
      if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
      return fail({ code: 'usage', what: `${flag} ${text} is no pair`, would: `write ${flag} name=value` });
    });
  return Object.fromEntries(list);
}

async function requestOf(path: string, flags: Flags): Promise<FitRequest> {
  const { QUANTITIES } = await import('../../report/fit.ts');
  const columns = pairs('--columns', textsOf(flags.columns));
  for (const name of Object.keys(columns)) {
    if (!QUANTITIES.some((quantity) => quantity === name)) {
      fail({
        code: 'usage',
        what: `--columns knows no "${name}"`,
        would: `its names are ${QUANTITIES.join(', ')}`,
      });
    }
  }
  return {
    path,
    columns,
    where: pairs('--where', textsOf(flags.where)),
    law: flags.law as FitRequest['law'],
    starts: flags.starts as number,
    draws: flags.bootstrap as number,
    seed: flags.seed,
  };
}

const read = (path: string): Promise<string> =>
  textOfFile(path, 'give a table of runs as comma-separated text');

/** `fit FILE`. */
export const fit: Verb = {
  name: 'fit',
  summary: 'a loss law L(N, D) fitted to training runs, with intervals',
  formats: ['text', 'json'],
  takesValues: false,
  declare: (command) => {
    command
      .argument('<FILE>', 'comma-separated text with a first row of names and a row a run')
      .addOption(new Option('--law <law>', 'which law').choices(LAWS).default('chinchilla'))
      .option(
        '--columns <quantity=column>',
        'which column is params, tokens, unique_tokens or loss, where its name does not say; may be repeated',
        collect,
        [],
      )
      .option('--where <column=text>', 'take only rows with that text; may be repeated', collect, [])
      .option(
        '--bootstrap <number>',
        'draws for 95 % intervals',
        (text) => wholeNumber('--bootstrap', text, 0, MOST_DRAWS),
        0,
      )
      .option(
        '--starts <number>',
        'starts, drawn from a grid',
        (text) => wholeNumber('--starts', text, 1, MOST_STARTS),
        100,
      );
  },
  run: async ([path = ''], flags) => {
    const request = await requestOf(path, flags);
    const text = await read(path);
    const [{ fit: fitted }, { fitText }] = await Promise.all([
      import('../../report/fit.ts'),
      import('../../report/render/fit.ts'),
    ]);
    const bar = await progressBar('fit', flags.quiet);
    try {
      const report = fitted(text, { ...request, progress: bar.update });
      if (flags.format === 'json')
        return done(await enveloped('fit', flags.seed, report.result, report.warnings));
      return done(fitText(report, flags.seed));
    } finally {
      bar.stop();
    }
  },
};
