import { Option } from 'commander';
import { fail } from '../../kernel/issues.ts';
import type { TableKind } from '../../report/render/trends.ts';
import { drawn } from '../figure.ts';
import { collect, textOf, textsOf } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { type Answer, done, type Flags, type Verb } from '../verb.ts';

const TABLES = Object.keys({ series: true, chips: true, runs: true } satisfies Record<TableKind, true>);

/** What the tables say of growth. */
async function observed(kind: TableKind, flags: Flags): Promise<Answer> {
  if (textsOf(flags.scenario).length > 0)
    fail({ code: 'usage', what: '--scenario has no effect on --observed', would: 'leave one of them out' });
  if (flags.format === 'svg')
    fail({ code: 'usage', what: '--observed is not drawn', would: 'choose --format text, md or json' });
  const { observedGrowth } = await import('../../report/observed.ts');
  const found = observedGrowth({ seed: flags.seed });
  if (flags.format === 'json') return done(await enveloped('trends', flags.seed, found));
  const { OBSERVED_RENDERERS } = await import('../../report/render/trends.ts');
  return done(OBSERVED_RENDERERS[flags.format === 'md' ? 'md' : 'text'](kind, found));
}

/** `trends`. */
export const trends: Verb = {
  name: 'trends',
  summary: 'growth that the theory permits against growth observed',
  formats: ['text', 'md', 'json', 'svg'],
  takesValues: false,
  declare: (command) => {
    command
      .option(
        '--scenario <name|file>',
        'which scenario, all that ship where none is named; may be repeated',
        collect,
      )
      .addOption(
        new Option(
          '--observed [table]',
          'the growth observed alone: its series, or E of all chips, or of all runs',
        )
          .choices(TABLES)
          .preset('series'),
      );
  },
  run: async (_, flags) => {
    const table = textOf(flags.observed);
    if (table !== undefined) return observed(table as TableKind, flags);
    const report = await import('../../report/trends.ts');
    const bar = await progressBar('trends', flags.quiet);
    try {
      const rows = report.trends({
        scenarios: textsOf(flags.scenario),
        seed: flags.seed,
        progress: bar.update,
      });
      if (flags.format === 'json') return done(await enveloped('trends', flags.seed, rows));
      const { TRENDS_RENDERERS } = await import('../../report/render/trends.ts');
      if (flags.format === 'svg') {
        const { trendsFigure } = await import('../../report/figures/trends.ts');
        return drawn('trends', trendsFigure(rows), flags, async () => TRENDS_RENDERERS.text(rows));
      }
      return done(TRENDS_RENDERERS[flags.format === 'md' ? 'md' : 'text'](rows));
    } finally {
      bar.stop();
    }
  },
};
