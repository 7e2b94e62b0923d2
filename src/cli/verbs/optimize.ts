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
  const report = await import('../../report/optimize.ts');
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

/** Profit around the optimum, drawn for E at several multiples of break-even. */
async function drawnProfit({ variant, set }: AskedModel, flags: Flags): Promise<Answer> {
  const idle = flags.cases !== undefined ? '--cases' : set.E !== undefined ? '--set E' : null;
  if (idle !== null) {
    fail({
      code: 'usage',
      what: `${idle} has no effect on what is drawn, profit around the optimum at multiples of the break-even E`,
      would: 'leave it out',
    });
  }
  const { profitAround } = await import('../../report/figures/profit.ts');
  const { figureSvg } = await import('../../figures/svg.ts');
  return done(figureSvg(profitAround(variant, { set })));
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
    if (flags.format === 'svg') return drawnProfit(asked, flags);
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
