import { Option } from 'commander';
import { fail } from '../../kernel/issues.ts';
import type { OptimizeOptions, OptimizeReport } from '../../report/optimize.ts';
import { readCases } from '../cases.ts';
import { textOf, textsOf } from '../flags.ts';
import { enveloped } from '../output.ts';
import { readSet } from '../set.ts';
import type { Flags, Verb } from '../verb.ts';

/** The report on the rows of --cases, or on the one point that --set gives. */
async function reportOn(flags: Flags, options: OptimizeOptions): Promise<OptimizeReport> {
  const report = await import('../../report/optimize.ts');
  const [cases, set] = [textOf(flags.cases), textsOf(flags.set)];
  if (cases === undefined) return report.optimize(await readSet(set), options);
  if (set.length > 0) {
    fail({
      code: 'usage',
      what: '--cases and --set are both given',
      would: 'give the parameters in one place',
    });
  }
  return report.optimizeRows(await readCases(cases), options);
}

/** `optimize [VARIANT]`. */
export const optimize: Verb = {
  name: 'optimize',
  summary: 'the optimum in numbers, with elasticities, regime and residual',
  formats: ['text', 'json'],
  takesValues: true,
  declare: (command) => {
    command
      .argument('[VARIANT]', 'which model, where a row does not say: baseline or data-bound', 'baseline')
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
  run: async ([variant = 'baseline'], flags) => {
    const { variantOf } = await import('../../report/variant.ts');
    const hold = flags.hold === 'rho' ? 'rho' : 'b';
    const { rows, warnings } = await reportOn(flags, { variant: variantOf(variant).id, hold });
    const { complaintAbout } = await import('../../report/optimize.ts');
    const complaint = complaintAbout(rows);
    const { optimizeText } = await import('../../report/render/optimize-text.ts');
    const output =
      flags.format === 'json'
        ? await enveloped('optimize', flags.seed, rows, warnings)
        : optimizeText(rows, warnings);
    return { output, status: complaint === null ? 0 : 2, complaint };
  },
};
