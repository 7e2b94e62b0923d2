import { join } from 'node:path';
import { isOn, textOf } from '../flags.ts';
import { enveloped } from '../output.ts';
import { progressBar } from '../progress.ts';
import { done, type Flags, type Verb } from '../verb.ts';

const FOLDER = 'report';

/** The report's JSON and its files, with progress. */
async function made(flags: Flags) {
  const { reportContent, reportFiles } = await import('../../report/report.ts');
  const bar = await progressBar('report', flags.quiet);
  try {
    const content = await reportContent({ progress: (share) => bar.update(0.4 * share) });
    const files = await reportFiles(content, (share) => bar.update(0.4 + 0.6 * share));
    return { content, files };
  } finally {
    bar.stop();
  }
}

const sizeOf = (data: string | Uint8Array): string =>
  `${Math.ceil((typeof data === 'string' ? Buffer.byteLength(data) : data.length) / 1000)} kB`;

/** `report`. */
export const report: Verb = {
  name: 'report',
  summary: 'the whole thing: claims, derivations, laws, signs and figures as HTML, LaTeX and Markdown',
  formats: ['text', 'json'],
  takesValues: false,
  fillsFolder: true,
  declare: (command) => {
    command.option('--pdf', 'typeset report.tex too, where pdflatex is installed');
  },
  run: async (_, flags) => {
    const folder = textOf(flags.out) ?? FOLDER;
    const [{ checkFolder, fillFolder }, { checkTypesetter, typeset }] = await Promise.all([
      import('../write-folder.ts'),
      import('../typeset.ts'),
    ]);
    checkFolder(folder);
    if (isOn(flags.pdf)) checkTypesetter();
    const { content, files } = await made(flags);
    fillFolder(folder, files);
    const pdf = isOn(flags.pdf) ? [typeset(folder, 'report.tex')] : [];
    if (flags.format === 'json') return done(await enveloped('report', content.ledger.seed, content));
    const lines = [...files, ...pdf].map(({ path, data }) => `  ${join(folder, path)}  ${sizeOf(data)}`);
    const next = isOn(flags.pdf)
      ? ''
      : `Typeset the paper with: cd ${folder} && pdflatex report && pdflatex report\n`;
    return done(`${lines.length} files written:\n${lines.join('\n')}\n${next}`);
  },
};
