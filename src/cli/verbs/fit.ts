import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { fail, shown } from '../../kernel/issues.ts';
import type { FitReport, FitRequest } from '../../report/fit/fit.ts';
import { drawn } from '../figure.ts';
import { collect, textOf, textsOf, wholeNumber } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { textOfFile } from '../read-file.ts';
import { readSet } from '../set.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';
import { checkWritable, writeWhole } from '../write-file.ts';

const MOST_STARTS = 100_000;
const MOST_DRAWS = 100_000;
const MOST_WORKERS = 1024;
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

/** `--threshold LOSS` or `--threshold PARAMS,TOKENS`. */
function thresholdOf(text: string): NonNullable<FitRequest['threshold']> {
  const numbers = text
    .split(',')
    .map((part) => (/^[\d.]+(e[+-]?\d+)?$/i.test(part) ? Number(part) : Number.NaN));
  const [first = Number.NaN, second, more] = numbers;
  if (more === undefined && numbers.every((value) => Number.isFinite(value) && value > 0))
    return second === undefined ? { loss: first } : { params: first, tokens: second };
  const must = 'a positive loss, or parameters and tokens as in 1.7e11,2.4e11';
  return fail({ code: 'bad-value', name: '--threshold', value: shown(text), must });
}

async function requestOf(path: string, flags: Flags): Promise<FitRequest> {
  const { QUANTITIES } = await import('../../report/fit/fit.ts');
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
  const threshold = textOf(flags.threshold);
  return {
    path,
    columns,
    where: pairs('--where', textsOf(flags.where)),
    law: flags.law as FitRequest['law'],
    starts: flags.starts as number,
    draws: flags.bootstrap as number,
    seed: flags.seed,
    fixed: await readSet(textsOf(flags.fix), '--fix'),
    ...(threshold === undefined ? {} : { threshold: thresholdOf(threshold) }),
  };
}

/** The fit, its pieces shared among threads. */
async function fitted(text: string, request: FitRequest, flags: Flags): Promise<FitReport> {
  const [{ fit: fitTo }, { threadsOf }] = await Promise.all([
    import('../../report/fit/fit.ts'),
    import('../fit/threads.ts'),
  ]);
  const threads = threadsOf(flags.workers as number);
  const bar = await progressBar('fit', flags.quiet);
  try {
    return await fitTo(text, { ...request, worker: threads.worker, progress: bar.update });
  } finally {
    bar.stop();
    await threads.close();
  }
}

async function answerOf(report: FitReport, flags: Flags): Promise<Answer> {
  if (flags.format === 'json')
    return done(await enveloped('fit', flags.seed, report.result, report.warnings));
  const { fitText } = await import('../../report/render/fit.ts');
  if (flags.format === 'text') return done(fitText(report, flags.seed));
  const { fitResidualsFigure } = await import('../../report/figures/fit-residuals.ts');
  return drawn('fit', fitResidualsFigure(report.result), flags, async () => fitText(report, flags.seed));
}

const read = (path: string): Promise<string> =>
  textOfFile(path, 'give a table of runs as comma-separated text');

/** `fit FILE`. */
export const fit: Verb = {
  name: 'fit',
  summary: 'a loss law L(N, D) fitted to training runs, with intervals',
  formats: ['text', 'json', 'svg'],
  takesValues: false,
  declare: (command) => {
    command
      .argument('<FILE>', 'comma-separated text with a first row of names and a row a run')
      .addOption(new Option('--law <law>', 'which law').choices(LAWS).default('chinchilla'))
      .option(
        '--columns <quantity=column>',
        'which column is params, tokens, unique_tokens or loss, where its name does not say; may be repeated',
        collect,
      )
      .option('--where <column=text>', 'take only rows with that text; may be repeated', collect)
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
      )
      .option('--fix <k=v,…>', 'constants of the law that are given and not fitted; may be repeated', collect)
      .option(
        '--threshold <loss|params,tokens>',
        'what has quality 1: a loss, or a model; the first model sold by API unless told',
      )
      .option('--scenario-out <file>', 'write the calibrated scenario with this fit, for --scenario')
      .addOption(
        new Option('--workers <number>', 'threads; the answer does not depend on them')
          .argParser((text) => wholeNumber('--workers', text, 1, MOST_WORKERS))
          .default(availableParallelism(), 'one for each processor'),
      );
  },
  run: async ([path = ''], flags) => {
    const scenario = textOf(flags.scenarioOut);
    if (scenario !== undefined) checkWritable(scenario, 'json');
    const request = await requestOf(path, flags);
    const report = await fitted(await read(path), request, flags);
    if (scenario !== undefined) {
      const { fitScenario } = await import('../../report/fit/scenario.ts');
      writeWhole(scenario, fitScenario(report.result, report.mapped, path));
    }
    return answerOf(report, flags);
  },
};
