import { Option } from 'commander';
import type { LawsRendering } from '../../report/render/laws.ts';
import { textOf } from '../flags.ts';
import { declareModel, readModel } from '../model.ts';
import { enveloped } from '../output.ts';
import { done, type Verb } from '../verb.ts';

/** `laws [VARIANT]`. */
export const laws: Verb = {
  name: 'laws',
  summary: 'scaling laws by regime: exact exponents, constants, crossovers and next terms',
  formats: ['text', 'md', 'tex', 'json'],
  takesValues: true,
  declare: (command) => {
    declareModel(command)
      .option('--in <parameter>', 'which parameter grows', 'E')
      .addOption(
        new Option('--hold <letter>', 'what stays fixed as a grows').choices(['b', 'rho']).default('b'),
      );
  },
  run: async ([asked], flags) => {
    const { variant, set } = await readModel(asked, flags);
    const report = await import('../../report/laws.ts');
    const hold = flags.hold === 'rho' ? 'rho' : 'b';
    const found = report.laws(variant, { in: textOf(flags.in) ?? 'E', hold, set });
    if (flags.format === 'json') {
      return done(await enveloped('laws', flags.seed, found.result, found.warnings));
    }
    const { LAWS_RENDERERS } = await import('../../report/render/laws.ts');
    return done(LAWS_RENDERERS[flags.format as LawsRendering](found));
  },
};
