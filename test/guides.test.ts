/** The guides: console blocks are run and their output compared, TypeScript is run against the library. UPDATE_GOLDENS=1 writes the output. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench } from './cli/run.ts';
import { byTier, sampled } from './support/tier.ts';

const FOLDER = 'docs/guides';
const root = resolve('.');
const { dist, file } = bench();
const pages = readdirSync(FOLDER).map((name) => join(FOLDER, name));

const blocksOf = (page: string, language: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, body = '']) => body,
  );

/** What a command of a page prints, the built file in place of the installed one. */
function run(command: string): string {
  const local = command.replaceAll('npx optimand', `${process.execPath} ${join(dist, 'cli.js')}`);
  const { stdout, stderr } = spawnSync('bash', ['-c', local], { encoding: 'utf8', cwd: root });
  return `${stdout}${stderr}`.trimEnd();
}

const TIME = 120_000;

describe.each(pages)('%s', (page) => {
  it('names only pages that are there', () => {
    for (const [, path = ''] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)/g))
      expect(readFileSync(join(FOLDER, path), 'utf8').length).toBeGreaterThan(0);
  });
  const consoles = blocksOf(page, 'console').map((body) => {
    const [first = '', ...rest] = body.split('\n');
    return { command: first.replace(/^\$ /, ''), expected: rest.join('\n').trimEnd() };
  });
  // A command may need what those before it wrote, so a page's commands are run from its first on.
  it.each(consoles.slice(0, byTier(1, consoles.length, consoles.length)))(
    'prints what it shows: $command',
    ({ command, expected }) => {
      const found = run(command);
      if (process.env.UPDATE_GOLDENS) {
        const now = readFileSync(page, 'utf8');
        const [before, after] = [expected, found].map((text) => (text === '' ? '' : `${text}\n`));
        writeFileSync(
          page,
          now.replace(`$ ${command}\n${before}`, () => `$ ${command}\n${after}`),
        );
      } else expect(found).toBe(expected);
    },
    TIME,
  );
  it.each(
    sampled(
      blocksOf(page, 'ts').map((body, i) => ({ i, body })),
      1,
    ),
  )(
    'runs program $i',
    ({ i, body }) => {
      const library = JSON.stringify(join(dist, 'index.js'));
      const path = file(`guide-${i}.mjs`, body.replaceAll("from 'optimand'", `from ${library}`));
      const { stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8', cwd: root });
      expect(stderr).toBe('');
      const said = [...body.matchAll(/^\/\/ → (.*)$/gm)].map(([, text = '']) => text);
      expect(said.length).toBeGreaterThan(0);
      expect(stdout.trimEnd().split('\n')).toEqual(said);
    },
    TIME,
  );
});
