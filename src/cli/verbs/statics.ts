import { Option } from 'commander';
import type { Problem } from '../../economics/problem.ts';
import { fail } from '../../kernel/issues.ts';
import type { StaticsRendering } from '../../report/render/statics.ts';
import { drawn } from '../figure.ts';
import { textOf } from '../flags.ts';
import { readPlane } from '../map.ts';
import { type AskedModel, declareModel, readModel } from '../model.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';

/** A response, or all that change sign, over a plane: drawn, as the data behind it, or in words. */
async function drawnSigns(
  variant: AskedModel['variant'],
  draw: string,
  set: Readonly<Record<string, number>>,
  flags: Flags,
): Promise<Answer> {
  const plane = textOf(flags.plane);
  const { problemAsked } = await import('../../report/problem/ask.ts');
  const problem = problemAsked(variant);
  if (problem) {
    fail({
      code: 'usage',
      what: `--draw follows where a response of a firm changes sign from one plane of its parameters to the next; of ${problem.id}, which is no firm, statics prints the sum whose sign decides`,
      would: 'leave out --draw, or draw its regimes with laws --map',
    });
  }
  const { signMap } = await import('../../report/figures/sign-map.ts');
  const map = signMap(variant, {
    hold: flags.hold === 'rho' ? 'rho' : 'b',
    set,
    ...(draw === 'all' ? {} : { cell: draw }),
    ...(plane === undefined ? {} : { plane: readPlane('--plane', plane) }),
  });
  return drawn('statics', map, flags, async () =>
    (await import('../../figures/sign-map.ts')).signMapText(map),
  );
}

/** Signs are for all values, and nothing is drawn of them alone. @throws OptimandError */
function refuseIdle(set: Readonly<Record<string, number>>, flags: Flags): void {
  const [valued] = Object.keys(set);
  if (valued !== undefined) {
    fail({
      code: 'usage',
      what: `${valued} is given a value, and statics answers for all values`,
      would: 'leave the value out, or add --draw n/a',
    });
  }
  const needs = flags.format === 'svg' ? '--format svg' : flags.plane === undefined ? null : '--plane';
  if (needs !== null)
    fail({ code: 'usage', what: `${needs} draws where a response changes sign`, would: 'add --draw n/a' });
}

/** The signs of a problem of another kind than a firm's. */
async function ofProblem(
  problem: Problem,
  hold: 'b' | 'rho',
  where: string | undefined,
  flags: Flags,
): Promise<Answer> {
  const { problemStatics } = await import('../../report/problem/statics.ts');
  const bar = await progressBar('statics', flags.quiet);
  try {
    const options = { hold, seed: flags.seed, progress: bar.update, ...(where ? { where } : {}) };
    const found = problemStatics(problem, options);
    if (flags.format === 'json')
      return done(await enveloped('statics', flags.seed, found.rows, found.warnings));
    const { PROBLEM_STATICS_RENDERERS } = await import('../../report/render/problem-statics.ts');
    return done(PROBLEM_STATICS_RENDERERS[flags.format as StaticsRendering](found));
  } finally {
    bar.stop();
  }
}

/** `statics [VARIANT]`. */
export const statics: Verb = {
  name: 'statics',
  summary: 'how the optimum responds to every parameter: signs, shown or located',
  formats: ['text', 'md', 'tex', 'json', 'svg'],
  takesValues: true,
  declare: (command) => {
    declareModel(command)
      .addOption(
        new Option('--hold <letter>', 'what stays fixed when a or alpha moves')
          .choices(['b', 'rho'])
          .default('b'),
      )
      .option('--where <place>', 'which optima: interior, data-bound, …; where most binds if left out')
      .option('--draw <response>', 'where a response changes sign, as in n/a; all of them: all')
      .option('--plane <x,y>', 'the parameters over which --draw is drawn: E=1e14:1e20,gamma');
  },
  run: async ([asked], flags) => {
    const { variant, set } = await readModel(asked, flags);
    const draw = textOf(flags.draw);
    if (draw !== undefined) return drawnSigns(variant, draw, set, flags);
    refuseIdle(set, flags);
    const hold = flags.hold === 'rho' ? 'rho' : 'b';
    const where = textOf(flags.where);
    const { problemAsked } = await import('../../report/problem/ask.ts');
    const problem = problemAsked(variant);
    if (problem) return ofProblem(problem, hold, where, flags);
    const report = await import('../../report/statics.ts');
    const bar = await progressBar('statics', flags.quiet);
    const found = await report
      .statics(variant, { hold, seed: flags.seed, progress: bar.update, ...(where ? { where } : {}) })
      .finally(bar.stop);
    if (flags.format === 'json')
      return done(await enveloped('statics', flags.seed, found.rows, found.warnings));
    const { STATICS_RENDERERS } = await import('../../report/render/statics.ts');
    return done(STATICS_RENDERERS[flags.format as StaticsRendering](found));
  },
};
