import { Option } from 'commander';
import { fail } from '../../kernel/issues.ts';
import type { OptimizeOptions, OptimizeReport } from '../../report/optimize.ts';
import { readCases } from '../cases.ts';
import { textOf, textsOf } from '../flags.ts';
import { type AskedModel, declareModel, readModel } from '../model.ts';
import { enveloped } from '../output.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';

/** The report on the rows of --cases, or on the one point that --set gives. */
async function reportOn(asked: AskedModel, flags: Flags): Promise<OptimizeReport> {
  const [report, { problemAsked }] = await Promise.all([
    import('../../report/optimize.ts'),
    import('../../report/problem/ask.ts'),
  ]);
  const problem = problemAsked(asked.variant);
  if (problem && flags.hold === 'rho')
    fail({ code: 'usage', what: `rho is no letter of ${problem.id}`, would: 'leave out --hold' });
  const options: OptimizeOptions = { variant: asked.variant, hold: flags.hold === 'rho' ? 'rho' : 'b' };
  const cases = textOf(flags.cases);
  if (cases === undefined) return report.optimize(asked.set, options);
  if (textsOf(flags.set).length > 0) {
    fail({
      code: 'usage',
      what: '--cases and --set are both given',
      would: 'give the parameters in one place',
    });
  }
  const { blocks, blockValues } = asked;
  return report.optimizeRows(await readCases(cases), { ...options, blocks, blockValues });
}

/**
 * The objective around the optimum, drawn: profit in size at several multiples of the break-even E where it is derived and
 * nobody sets E, else each choice held off its best at the numbers set.
 */
async function drawnAround({ variant, set }: AskedModel, flags: Flags): Promise<Answer> {
  if (flags.cases !== undefined) {
    fail({
      code: 'usage',
      what: '--cases has no effect on what is drawn, one optimum and what is around it',
      would: 'give the numbers with --set',
    });
  }
  const [{ isProfitDerived, profitAround }, { objectiveAround }, { figureSvg }] = await Promise.all([
    import('../../report/figures/profit.ts'),
    import('../../report/figures/around.ts'),
    import('../../figures/svg.ts'),
  ]);
  const data =
    isProfitDerived(variant) && set.E === undefined
      ? profitAround(variant, { set })
      : objectiveAround(variant, { set });
  return done(figureSvg(data));
}

/** `optimize [VARIANT]`. */
export const optimize: Verb = {
  name: 'optimize',
  summary: 'the optimum in numbers, with elasticities, regime and residual',
  formats: ['text', 'json', 'svg'],
  takesValues: true,
  declare: (command) => {
    declareModel(command, 'which model, where a row does not say')
      .option(
        '--cases <file>',
        'rows of parameters: a JSON array or JSON lines of {"params": {…}}; - is standard input',
      )
      .addOption(
        new Option('--hold <letter>', 'what stays fixed in elasticities against a and alpha')
          .choices(['b', 'rho'])
          .default('b'),
      );
  },
  run: async ([variant], flags) => {
    const asked = await readModel(variant, flags);
    if (flags.format === 'svg') return drawnAround(asked, flags);
    const { rows, warnings } = await reportOn(asked, flags);
    const { complaintAbout } = await import('../../report/optimize.ts');
    const complaint = complaintAbout(rows);
    const { optimizeText } = await import('../../report/render/optimize-text.ts');
    const output =
      flags.format === 'json'
        ? await enveloped('optimize', flags.seed, rows, warnings)
        : optimizeText(rows, warnings, asked.variant);
    return { output, status: complaint === null ? 0 : 2, complaint };
  },
};
