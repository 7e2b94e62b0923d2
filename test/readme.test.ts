/** The README's code blocks are run: console blocks as they stand, with their output; TypeScript blocks against the built library. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const README = readFileSync('README.md', 'utf8');
const root = resolve('.');
const folder = mkdtempSync(join(root, 'node_modules', '.readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks = (language: string): string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, body = '']) => body,
  );

/** The command with the installed name replaced by the built file, so that no package manager is started. */
const run = (command: string): string => {
  const local = command.replaceAll('npx optimand', `${process.execPath} ${join(root, 'dist/cli.js')}`);
  const { stdout, stderr } = spawnSync('bash', ['-c', local], { encoding: 'utf8', cwd: root });
  return `${stdout}${stderr}`;
};

const consoles = blocks('console').map((body) => {
  const [first = '', ...rest] = body.split('\n');
  return { command: first.replace(/^\$ /, ''), expected: rest.join('\n') };
});

if (process.env.UPDATE_GOLDENS) {
  const rewritten = README.replace(
    /^```console\n\$ (.*)\n[\s\S]*?^```/gm,
    (_, command: string) => `\`\`\`console\n$ ${command}\n${run(command).trimEnd()}\n\`\`\``,
  );
  writeFileSync('README.md', rewritten);
}

it('has the blocks that this test is about', () => {
  expect(consoles.length).toBeGreaterThanOrEqual(3);
  expect(blocks('ts').length).toBeGreaterThanOrEqual(1);
});

it.runIf(!process.env.UPDATE_GOLDENS).each(consoles)(
  'prints what the README shows: $command',
  ({ command, expected }) => {
    expect(run(command).trimEnd()).toBe(expected.trimEnd());
  },
);

it.each(blocks('ts').map((body, i) => ({ name: `block ${i + 1}`, body })))(
  'runs the TypeScript $name',
  ({ name, body }) => {
    const file = join(folder, `${name.replace(' ', '-')}.mjs`);
    writeFileSync(
      file,
      body.replaceAll("from 'optimand'", `from ${JSON.stringify(join(root, 'dist/index.js'))}`),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const said = [...body.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text);
    expect(stdout.trim().split('\n')).toEqual(said);
  },
);
