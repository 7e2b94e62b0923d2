import { join } from 'node:path';
import { fail } from '../../kernel/issues.ts';
import { isOn, textOf, textsOf } from '../flags.ts';
import { type AskedModel, declareModel, readModel } from '../model.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { done, type Flags, type Verb } from '../verb.ts';

const FOLDER = 'report';

type Progress = (share: number) => void;

/** Everything that the report on the paper says. */
async function onPaper(progress: Progress) {
  const { reportContent } = await import('../../report/report.ts');
  return reportContent({ progress });
}

/** Everything that the report on one model says, its pieces found by threads. */
async function onModel({ described, variant, set, call }: AskedModel, flags: Flags, progress: Progress) {
  const [{ subjectContent }, { reportPool }] = await Promise.all([
    import('../../report/subject/content.ts'),
    import('../report-pool.ts'),
  ]);
  const growing = textOf(flags.in);
  const pool = reportPool(described);
  try {
    return await subjectContent(variant, {
      set,
      call,
      seed: flags.seed,
      worker: pool.worker,
      progress,
      ...(growing === undefined ? {} : { in: growing.split(',').map((name) => name.trim()) }),
    });
  } finally {
    await pool.close();
  }
}

/** The report's JSON and its files, with progress. */
async function made(asked: AskedModel | null, flags: Flags) {
  const { reportFiles } = await import('../../report/report.ts');
  const bar = await progressBar('report', flags.quiet);
  const half = (share: number): void => bar.update(0.4 * share);
  try {
    const content = asked ? await onModel(asked, flags, half) : await onPaper(half);
    const files = await reportFiles(content, (share) => bar.update(0.4 + 0.6 * share));
    return { content, files, seed: 'about' in content ? content.seed : content.ledger.seed };
  } finally {
    bar.stop();
  }
}

/** The model that the report is about; null where it is about the paper. @throws OptimandError for a flag without a model. */
async function askedIn(variant: string | undefined, flags: Flags): Promise<AskedModel | null> {
  if (variant !== undefined || textOf(flags.model) !== undefined) return readModel(variant, flags);
  const idle =
    textsOf(flags.set).length > 0
      ? '--set'
      : textsOf(flags.with).length > 0
        ? '--with'
        : flags.in === undefined
          ? null
          : '--in';
  if (idle !== null)
    fail({
      code: 'usage',
      what: `${idle} has no effect on the report about the paper, which is made from what is recorded`,
      would: 'name a variant, a classic or a file with --model, or leave it out',
    });
  return null;
}

const sizeOf = (data: string | Uint8Array): string =>
  `${Math.ceil((typeof data === 'string' ? Buffer.byteLength(data) : data.length) / 1000)} kB`;

/** `report`. */
export const report: Verb = {
  name: 'report',
  summary:
    'the whole thing as HTML, LaTeX and Markdown: of the paper, or of one model with its derivations, laws, signs and numbers',
  formats: ['text', 'json'],
  takesValues: true,
  fillsFolder: true,
  declare: (command) => {
    declareModel(command, 'a report about one model alone', 'the paper and all claims if left out')
      .option('--in <parameter,…>', 'in which parameters laws are told; with a model')
      .option('--pdf', 'typeset report.tex too, where pdflatex is installed');
  },
  run: async ([variant], flags) => {
    const folder = textOf(flags.out) ?? FOLDER;
    const [{ checkFolder, fillFolder }, { checkTypesetter, typeset }] = await Promise.all([
      import('../write-folder.ts'),
      import('../typeset.ts'),
    ]);
    const asked = await askedIn(variant, flags);
    checkFolder(folder);
    if (isOn(flags.pdf)) checkTypesetter();
    const { content, files, seed } = await made(asked, flags);
    fillFolder(folder, files);
    const pdf = isOn(flags.pdf) ? [typeset(folder, 'report.tex')] : [];
    if (flags.format === 'json') return done(await enveloped('report', seed, content));
    const lines = [...files, ...pdf].map(({ path, data }) => `  ${join(folder, path)}  ${sizeOf(data)}`);
    const next = isOn(flags.pdf)
      ? ''
      : `Typeset the paper with: cd ${folder} && pdflatex report && pdflatex report\n`;
    return done(`${lines.length} files written:\n${lines.join('\n')}\n${next}`);
  },
};
