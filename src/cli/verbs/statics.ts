import { Option } from 'commander';
import { fail } from '../../kernel/issues.ts';
import type { StaticsRendering } from '../../report/render/statics.ts';
import { declareModel, readModel } from '../model.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { done, type Verb } from '../verb.ts';

/** `statics [VARIANT]`. */
export const statics: Verb = {
  name: 'statics',
  summary: 'how the optimum responds to every parameter: signs, proved or located',
  formats: ['text', 'md', 'tex', 'json'],
  takesValues: false,
  declare: (command) => {
    declareModel(command).addOption(
      new Option('--hold <letter>', 'what stays fixed when a or alpha moves')
        .choices(['b', 'rho'])
        .default('b'),
    );
  },
  run: async ([asked], flags) => {
    const { variant, set } = await readModel(asked, flags);
    const [valued] = Object.keys(set);
    if (valued !== undefined) {
      fail({
        code: 'usage',
        what: `--with gives ${valued} a value, and statics answers for all values`,
        would: 'name the block alone',
      });
    }
    const report = await import('../../report/statics.ts');
    const hold = flags.hold === 'rho' ? 'rho' : 'b';
    const bar = await progressBar('statics', flags.quiet);
    const found = await report
      .statics(variant, { hold, seed: flags.seed, progress: bar.update })
      .finally(bar.stop);
    if (flags.format === 'json')
      return done(await enveloped('statics', flags.seed, found.rows, found.warnings));
    const { STATICS_RENDERERS } = await import('../../report/render/statics.ts');
    return done(STATICS_RENDERERS[flags.format as StaticsRendering](found));
  },
};
