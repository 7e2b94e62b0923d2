/** A report about one model: its JSON under its schema, every face from that alone, and what could not be done said. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillFolder } from '../../src/cli/write-folder.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { model, problem } from '../../src/report/model.ts';
import { optimize } from '../../src/report/optimize.ts';
import { subjectBlocks } from '../../src/report/paper/files.ts';
import { type ReportFile, reportFiles, subjectContent } from '../../src/report/report.ts';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import type { SubjectReport } from '../../src/report/schemas/subject-report.ts';
import { SUBJECT_CHAPTERS } from '../../src/report/subject/chapters/registry.ts';
import { type PieceWorker, pieceWorkerOn } from '../../src/report/subject/pieces.ts';
import { faultsOf } from '../figures/support.ts';
import { misfits } from '../support/schema.ts';

const described = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../docs/models/${name}.json`), 'utf8'));

const firm = model(described('log-power'));
const gap = model(described('closing-gap'));
const cobbDouglas = problem(described('cobb-douglas'));
/** Fewer draws than a reader gets: what is compared with the referee is tested elsewhere. */
const FEW = { draws: 24 };

interface Made {
  readonly content: SubjectReport;
  readonly files: readonly ReportFile[];
}
const made = new Map<string, Made>();
const of = (name: string): Made => {
  const found = made.get(name);
  if (!found) throw new Error(`no report ${name}`);
  return found;
};

const textIn = (files: readonly ReportFile[], path: string): string => {
  const data = files.find((file) => file.path === path)?.data;
  if (typeof data !== 'string') throw new Error(`no text ${path}`);
  return data;
};

beforeAll(async () => {
  for (const subject of [firm, gap, cobbDouglas]) {
    const call = `--model docs/models/${subject.id}.json`;
    const content = await subjectContent(subject, { ...FEW, call });
    made.set(subject.id, { content, files: await reportFiles(content) });
  }
}, 300_000);

describe.each(['log-power', 'closing-gap', 'cobb-douglas'])('the report about %s', (name) => {
  test('is what its schema says, and the faces are made from it alone', async () => {
    const { files } = of(name);
    const read = JSON.parse(textIn(files, 'report.json'));
    expect(misfits(SCHEMAS.report, read)).toEqual([]);
    const again = await reportFiles(read.result);
    for (const { path, data } of again) {
      const before = files.find((file) => file.path === path)?.data ?? '';
      expect(Buffer.compare(Buffer.from(data), Buffer.from(before)), path).toBe(0);
    }
    const { about: _, ...withoutSubject } = read.result;
    expect(misfits(SCHEMAS.report, { ...read, result: withoutSubject })).not.toEqual([]);
  });

  test('every chapter says something, every link leads somewhere, every formula is set', () => {
    const { content, files } = of(name);
    for (const chapter of Object.values(SUBJECT_CHAPTERS)) expect(chapter(content).length).toBeGreaterThan(1);
    const html = textIn(files, 'report.html');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const led = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(led.length).toBeGreaterThan(8);
    expect(led.filter((id) => !ids.has(id))).toEqual([]);
    expect(html).not.toMatch(/<script|<link|<img|\sstyle=|\son\w+=|@import|url\((?!data:font|#)|katex-error/);
    expect([...textIn(files, 'report.tex')].filter((sign) => sign > '~')).toEqual([]);
  });

  test('draws the optimum as something grows, and what is around it', () => {
    const { content, files } = of(name);
    expect(content.figures.map(({ missing }) => missing)).toEqual([null, null]);
    const shown = subjectBlocks(content).flatMap((block) => (block.kind === 'figure' ? [block.name] : []));
    expect(shown.length).toBe(2);
    for (const figure of shown) expect(faultsOf(textIn(files, `figures/${figure}.svg`))).toEqual([]);
  });

  test('names under every part the command that makes it', () => {
    const { content } = of(name);
    const parts = [
      content.derivations,
      ...content.laws,
      ...content.statics,
      content.numbers,
      ...content.figures,
    ];
    const commands = subjectBlocks(content).flatMap((block) =>
      block.kind === 'command' ? [block.text] : [],
    );
    for (const { command } of parts) {
      expect(command).toMatch(
        new RegExp(`^optimand (derive|laws|statics|optimize) --model docs/models/${name}`),
      );
      expect(commands).toContain(command);
    }
  });
});

test('the commands of a report hold every number that it was made with', async () => {
  const none: PieceWorker = async () => ({ found: null, missing: 'not asked for here' });
  const { about, numbers, statics } = await subjectContent(VARIANTS['data-bound'], {
    set: { gamma: -0.5 },
    in: ['E'],
    seed: 7,
    worker: none,
  });
  expect(about.again).toBe('optimand report data-bound --set gamma=-0.5 --in E --seed 7 --out report');
  expect(statics[0]?.command).toBe('optimand statics data-bound --seed 7');
  const [, asked = ''] = numbers.command.split(' --set ');
  const values = Object.fromEntries(
    asked
      .split(',')
      .map((one) => one.split('='))
      .map(([k, v]) => [k, Number(v)]),
  );
  expect(values).toEqual(Object.fromEntries(about.parameters.map(({ name, value }) => [name, value])));
});

test('numbers, laws and signs are those of the verbs', () => {
  const { content } = of('cobb-douglas');
  const [row] = optimize({}, { variant: cobbDouglas }).rows;
  expect(content.numbers.found?.answer.optimum).toEqual(row && 'optimum' in row ? row.optimum : null);
  const inWage = content.laws.find(({ found }) => found?.in === 'w')?.found;
  expect(inWage?.regimes.map(({ exponents }) => exponents.K?.text)).toEqual(['b/(a + b - 1)']);
  const wage = content.statics[0]?.found?.rows.find(({ parameter }) => parameter === 'w');
  expect(wage?.signs).toMatchObject({ K: '-', L: '-', profit: '-', Y: '-' });
});

test('what could not be done stands in a chapter of its own, with the reason', () => {
  const { files } = of('closing-gap');
  const text = textIn(files, 'report.md');
  const gaps = text.slice(text.indexOf('## What could not be done'), text.indexOf('## The derivations'));
  expect(gaps).toContain('is no sum of monomials');
  expect(gaps).toContain('no regime is found');
});

test('a model without numbers has everything but these, and says which letter has none', async () => {
  const bare = { ...described('log-power'), set: {} };
  const worker = pieceWorkerOn(model(bare));
  const answer = await worker({ kind: 'numbers', of: '', set: {}, seed: 1 });
  expect(answer.missing).toMatch(/^the figure of log-power needs s \(how fast/);
  const content = await subjectContent(cobbDouglas, {
    ...FEW,
    worker: async (task) =>
      task.kind === 'statics' ? { found: null, missing: 'it was stopped' } : pieceWorkerOn(cobbDouglas)(task),
  });
  const text = textIn(await reportFiles(content), 'report.md');
  expect(text).toContain('This could not be done: it was stopped.');
  expect(text).toContain('**optimand statics cobb-douglas**: it was stopped.');
});

test('wrong questions get one sentence', async () => {
  await expect(subjectContent(cobbDouglas, { in: ['wage'] })).rejects.toThrow(/"wage" is not declared/);
  await expect(subjectContent(firm, { in: ['s'] })).rejects.toThrow(/exponent/);
  await expect(subjectContent(firm, { set: { E: -1 } })).rejects.toThrow(/positive/);
  await expect(subjectContent(firm, { set: { e: 1 } })).rejects.toThrow(/"e" is not declared/);
});

describe('the paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'optimand-subject-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const isThere = spawnSync('pdflatex', ['--version']).status === 0;

  test.skipIf(!isThere && !process.env.CI)(
    'pdflatex compiles it',
    () => {
      const { files } = of('cobb-douglas');
      fillFolder(
        folder,
        files.filter(({ path }) => /\.(?:tex|png)$/.test(path)),
      );
      const { status, stdout } = spawnSync(
        'pdflatex',
        ['-halt-on-error', '-interaction=nonstopmode', 'report.tex'],
        { cwd: folder, encoding: 'latin1' },
      );
      expect(status, (stdout ?? '').slice(-2000)).toBe(0);
    },
    120_000,
  );
});
