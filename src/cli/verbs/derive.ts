import { Option } from 'commander';
import { OptimandError } from '../../kernel/issues.ts';
import type { RenderOptions, TexEnvironment } from '../../report/render/options.ts';
import type { Rendering } from '../../report/render/registry.ts';
import { isOn, textOf } from '../flags.ts';
import { type AskedModel, declareModel, modelDescribed, readModel } from '../model.ts';
import { readModelFile } from '../model-file.ts';
import { enveloped } from '../output.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';

const FORMATS = ['text', 'md', 'tex', 'html', 'sympy', 'json'] as const;

const renderOptions = (flags: Flags, values: RenderOptions['values']): RenderOptions => ({
  steps: isOn(flags.steps),
  values,
  environment: (textOf(flags.env) ?? 'align') as TexEnvironment,
  numbered: isOn(flags.numbered),
  labels: isOn(flags.labels),
  standalone: isOn(flags.standalone),
});

/** Formulas alone stand in no environment, which is what would carry a number. */
function refuseOnBare(flags: Flags): void {
  const idle = flags.env === 'none' && (['numbered', 'labels'] as const).find((name) => isOn(flags[name]));
  if (idle)
    throw new OptimandError({
      code: 'usage',
      what: `--${idle} has no effect on --env none, which prints formulas alone`,
      would: 'choose --env align or gather',
    });
}

/** Flags that change LaTeX alone are refused elsewhere, rather than read and ignored. */
function refuseIdleFlags(flags: Flags): void {
  refuseOnBare(flags);
  if (flags.format === 'tex') return;
  const idle = (['env', 'numbered', 'labels', 'standalone'] as const).find(
    (name) => flags[name] !== undefined,
  );
  if (idle === undefined) return;
  throw new OptimandError({
    code: 'usage',
    what: `--${idle} has no effect on --format ${flags.format}`,
    would: 'add --format tex',
  });
}

/** `derive A --diff B`. */
async function diffed(
  variant: AskedModel['variant'],
  blocks: readonly string[],
  set: Readonly<Record<string, number>>,
  flags: Flags,
): Promise<Answer> {
  refuseIdleWithDiff(flags);
  const { deriveDiff } = await import('../../report/derive-diff.ts');
  const named = textOf(flags.diff) ?? '';
  const other = await modelDescribed(
    named.endsWith('.json') ? await readModelFile(named, blocks) : [named, ...blocks].join('+'),
  );
  const diff = deriveDiff(variant, other, { set, laws: flags.laws !== false });
  if (flags.format === 'json') return done(await enveloped('derive', flags.seed, diff));
  const { DIFF_RENDERERS } = await import('../../report/render/derive-diff.ts');
  const render = DIFF_RENDERERS[flags.format as keyof typeof DIFF_RENDERERS];
  return done(render(diff, isOn(flags.standalone)));
}

/** Flags and formats that --diff has no place for. */
function refuseIdleWithDiff(flags: Flags): void {
  const idle = (['steps', 'env', 'numbered', 'labels'] as const).find((name) => flags[name] !== undefined);
  if (idle !== undefined)
    throw new OptimandError({
      code: 'usage',
      what: `--${idle} has no effect on --diff`,
      would: 'leave it out',
    });
  if (flags.format === 'html' || flags.format === 'sympy')
    throw new OptimandError({
      code: 'usage',
      what: `--diff is not written as ${flags.format}`,
      would: 'use --format text, md, tex or json',
    });
}

/** `derive [VARIANT]`. */
export const derive: Verb = {
  name: 'derive',
  summary: 'conditions, closed forms and steps, from the profit function',
  formats: FORMATS,
  takesValues: true,
  declare: (command) => {
    declareModel(command)
      .option(
        '--diff <variant>',
        'what changes from VARIANT to this one, or to the one in a file (.json); --with is put on both',
      )
      .option('--no-laws', 'leave the laws out of --diff: they take longer to find than conditions')
      .option('--steps', 'show every step of every argument')
      .addOption(
        new Option('--env <environment>', 'LaTeX environment of the formulas').choices([
          'align',
          'gather',
          'none',
        ]),
      )
      .option('--numbered', 'number the formulas (LaTeX)')
      .option('--labels', 'label the formulas eq:<derivation>:<result> (LaTeX)')
      .option('--standalone', 'a LaTeX document rather than a part for \\input');
  },
  run: async ([asked], flags) => {
    refuseIdleFlags(flags);
    const { variant, set, blocks } = await readModel(asked, flags);
    if (flags.diff === undefined && flags.laws === false)
      throw new OptimandError({
        code: 'usage',
        what: '--no-laws is about --diff alone',
        would: 'leave it out',
      });
    if (textOf(flags.diff) !== undefined) return diffed(variant, blocks, set, flags);
    const { deriveResult, prepare } = await import('../../report/derive.ts');
    const prepared = prepare(variant, { set });
    if (flags.format === 'json') return done(await enveloped('derive', flags.seed, deriveResult(prepared)));
    const { RENDERERS } = await import('../../report/render/registry.ts');
    const render = await RENDERERS[flags.format as Rendering]();
    return done(await render(prepared.derivations, renderOptions(flags, prepared.values)));
  },
};
