/** LaTeX to PDF by pdflatex, where it is installed. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../kernel/issues.ts';
import type { FolderFile } from './write-folder.ts';

const MINUTES = 5;
/** References are right after the second run. */
const RUNS = 2;

/** @throws OptimandError where there is no pdflatex. */
export function checkTypesetter(): void {
  if (spawnSync('pdflatex', ['--version']).status === 0) return;
  fail({
    code: 'usage',
    what: '--pdf needs pdflatex, which is not installed',
    would: 'leave out --pdf, or install texlive-latex-recommended',
  });
}

/** The line at which pdflatex stopped, with its complaint. */
const complaintIn = (log: string): string =>
  (/^! .*(?:\n(?!l\.).*)*(?:\nl\.\d+.*)?/m.exec(log)?.[0] ?? 'no complaint was found in its log')
    .replace(/\s+/g, ' ')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 200);

/** The PDF of a file in a folder; without time stamps, so that the same text gives the same bytes. */
export function typeset(folder: string, file: string): FolderFile {
  const name = file.replace(/\.tex$/, '');
  const env = { ...process.env, SOURCE_DATE_EPOCH: '0', FORCE_SOURCE_DATE: '1' };
  for (let run = 0; run < RUNS; run++) {
    const { status, stdout } = spawnSync('pdflatex', ['-halt-on-error', '-interaction=nonstopmode', file], {
      cwd: folder,
      env,
      encoding: 'latin1',
      timeout: MINUTES * 60_000,
      maxBuffer: 2 ** 26,
    });
    if (status === 0) continue;
    fail({
      code: 'file',
      path: join(folder, file),
      what: `pdflatex stopped (${complaintIn(stdout ?? '')})`,
      would: `read ${name}.log beside it`,
    });
  }
  for (const ending of ['aux', 'log', 'toc', 'out'])
    rmSync(join(folder, `${name}.${ending}`), { force: true });
  return { path: `${name}.pdf`, data: readFileSync(join(folder, `${name}.pdf`)) };
}
