/** The whole report: one JSON under its schema, and every face made from that alone. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillFolder } from '../../src/cli/write-folder.ts';
import { CHAPTERS } from '../../src/report/paper/chapters/registry.ts';
import { reportBlocks } from '../../src/report/paper/files.ts';
import { type ReportFile, reportContent, reportFiles } from '../../src/report/report.ts';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import type { ReportResult } from '../../src/report/schemas/report.ts';
import { namedIn, SOURCES } from '../../src/report/sources.ts';
import { faultsOf } from '../figures/support.ts';
import { misfits } from '../support/schema.ts';
import { isWhole } from '../support/tier.ts';

let content: ReportResult;
let files: readonly ReportFile[];

const textOf = (path: string): string => {
  const data = files.find((file) => file.path === path)?.data;
  if (typeof data !== 'string') throw new Error(`no text ${path}`);
  return data;
};

beforeAll(async () => {
  content = await reportContent();
  files = await reportFiles(content);
}, 300_000);

describe('the JSON', () => {
  test('is what its schema says, and the faces are made from it alone', async () => {
    const read = JSON.parse(textOf('report.json'));
    expect(misfits(SCHEMAS.report, read)).toEqual([]);
    const again = isWhole ? await reportFiles(read.result) : [];
    for (const { path, data } of again) {
      expect(
        Buffer.compare(Buffer.from(data), Buffer.from(files.find((file) => file.path === path)?.data ?? '')),
        path,
      ).toBe(0);
    }
  }, 300_000);

  test('tells of every reading which evidence it has, and which it has not', () => {
    const blocks = CHAPTERS.claims(content);
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    const found = tables.find(({ caption }) => JSON.stringify(caption).includes('Evidence:'));
    const rows = content.ledger.rows;
    expect(found?.rows).toHaveLength(rows.length);
    const cells = (found?.rows ?? []).map((row) => row.slice(2).map((cell) => JSON.stringify(cell)));
    for (const [i, { evidence }] of rows.entries()) {
      const { derived, sampled, rechecked, proved } = evidence;
      const has = cells[i]?.map((cell) => !cell.includes('none'));
      expect(has).toEqual([derived, sampled, rechecked, proved].map((one) => one !== null));
    }
    const uniform = rows.findIndex(({ evidence }) => evidence.proved === 'no_uniform_constant_1');
    expect(cells[uniform]?.[3]).toContain('1 theorem');
  });

  test('has laws of every variant, and signs or the reason why not', () => {
    for (const { id } of content.variants) {
      expect(
        content.laws.some(({ variant }) => variant === id),
        id,
      ).toBe(true);
      const own = content.signs.filter(({ variant }) => variant === id);
      expect(own.map(({ rows, missing }) => rows.length > 0 || missing !== null)).toEqual([true, true]);
    }
  });

  test('names the baseline laws by regime, in the order in which E meets them', () => {
    const cases = content.laws.filter(({ variant }) => variant === 'baseline');
    expect(cases.map(({ gamma }) => gamma)).toEqual([-0.5, 0, 0.5]);
    for (const { regimes } of cases)
      expect(regimes.map(({ name }) => name)).toEqual(['inference-dominated', 'training-dominated']);
    const [first] = cases[0]?.regimes ?? [];
    expect(first?.powers.n.value).toBeCloseTo(1 / (1 - 0.34 * 0.5), 12);
  });
});

describe('every chapter', () => {
  test('says something, and every link leads somewhere', () => {
    const blocks = reportBlocks(content);
    for (const chapter of Object.values(CHAPTERS)) expect(chapter(content).length).toBeGreaterThan(1);
    const html = textOf('report.html');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const led = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(led.length).toBeGreaterThan(100);
    expect(led.filter((id) => !ids.has(id))).toEqual([]);
    expect(blocks.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(20);
  });

  test('every figure named is there', () => {
    const shown = reportBlocks(content).flatMap((block) => (block.kind === 'figure' ? [block.name] : []));
    expect(new Set(shown)).toEqual(new Set(content.figures.map(({ name }) => name)));
    for (const name of shown) expect(faultsOf(textOf(`figures/${name}.svg`))).toEqual([]);
  });
});

describe('the page', () => {
  test('fetches nothing, runs nothing, allows neither, and is under 3 MB', () => {
    const html = textOf('report.html');
    expect(Buffer.byteLength(html)).toBeLessThan(3_000_000);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; font-src data:; base-uri 'none'; form-action 'none'$/,
    );
    expect(html).not.toMatch(/<script|<link|<img|\sstyle=|\son\w+=|@import|url\((?!data:font|#)/);
    expect(html).not.toMatch(/katex-error/);
    expect([...html.matchAll(/@font-face/g)].length).toBeGreaterThan(8);
  });

  test('formulas are read out by their text', () => {
    const html = textOf('report.html');
    const formulas = [...html.matchAll(/<span role="math" aria-label="([^"]*)">/g)].map(([, label]) => label);
    expect(formulas.length).toBeGreaterThan(1000);
    expect(formulas.filter((label) => label === '')).toEqual([]);
  });
});

test('every work that a source names has its reference, and none is named that is unknown', () => {
  const texts = [
    ...content.ledger.rows.map(({ source }) => source),
    ...content.variants.flatMap(({ sources }) => sources),
    ...content.derivations.map(({ source }) => source),
  ].join('\n');
  const mentioned = [...texts.matchAll(/(?:[A-Z][\w-]+ (?:et al\. |& [A-Z][\w-]+ )?)(?:1[89]|20)\d\d/g)].map(
    ([name]) => name,
  );
  expect(mentioned.length).toBeGreaterThan(10);
  for (const name of new Set(mentioned)) expect(namedIn(name), name).toHaveLength(1);
  for (const { key } of namedIn(texts)) expect(textOf('references.bib')).toContain(`{${key},`);
  expect(SOURCES.map(({ key }) => key)).toEqual(SOURCES.map(({ key }) => key).toSorted());
});

describe('the paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'optimand-report-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const compile = (file: string) =>
    spawnSync('pdflatex', ['-halt-on-error', '-interaction=nonstopmode', file], {
      cwd: folder,
      encoding: 'latin1',
    });
  const isThere = spawnSync('pdflatex', ['--version']).status === 0;

  test('is ASCII, and needs base and recommended packages alone', () => {
    const tex = textOf('report.tex');
    expect([...tex].filter((sign) => sign > '~')).toEqual([]);
    const packages = [...tex.matchAll(/\\usepackage(?:\[[^\]]*\])?\{([^}]*)\}/g)].flatMap(([, names = '']) =>
      names.split(','),
    );
    const base = ['inputenc', 'geometry', 'amsmath', 'amssymb', 'graphicx', 'longtable', 'array'];
    expect(packages.filter((name) => !base.includes(name))).toEqual([]);
  });

  test.skipIf(!isThere && !process.env.CI)(
    'pdflatex compiles it, and stops at a seeded error',
    () => {
      fillFolder(
        folder,
        files.filter(({ path }) => /\.(?:tex|png)$/.test(path)),
      );
      const good = compile('report.tex');
      expect(good.status, (good.stdout ?? 'pdflatex is not installed').slice(-2000)).toBe(0);
      writeFileSync(
        join(folder, 'bad.tex'),
        textOf('report.tex').replace('\\maketitle', '\\maketitle γ \\nosuchcommand'),
      );
      expect(compile('bad.tex').status).not.toBe(0);
    },
    300_000,
  );
});
