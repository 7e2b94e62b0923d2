/** The commands on docs/check.md are run, and print what the page shows. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bench } from '../cli/run.ts';
import { sampled } from '../support/tier.ts';

const { dist } = bench();
const root = join(import.meta.dirname, '../..');
const PAGE = join(root, 'docs/check.md');
const BLOCK = /^```console\n\$ (.*)\n([\s\S]*?)^```/gm;

/** What a command prints where the command line is installed, on either stream. */
function run(command: string): string {
  const local = command.replaceAll('npx optimand', `${process.execPath} ${join(dist, 'cli.js')}`);
  const { stdout, stderr } = spawnSync('bash', ['-c', local], { cwd: root, encoding: 'utf8' });
  return `${stdout}${stderr}`.trimEnd();
}

it('shows what its commands print', () => {
  const page = readFileSync(PAGE, 'utf8');
  const shown = [...page.matchAll(BLOCK)].map(([, command = '', output = '']) => [command, output.trimEnd()]);
  const printed = sampled(shown, 1).map(([command = '']) => [command, run(command)]);
  expect(shown.length).toBe(2);
  if (process.env.UPDATE_GOLDENS === '1') {
    const found = page.replace(BLOCK, (_, command: string) => {
      const output = printed.find(([own]) => own === command)?.[1] ?? '';
      return `\`\`\`console\n$ ${command}\n${output}\n\`\`\``;
    });
    writeFileSync(PAGE, found);
    return;
  }
  expect(shown).toEqual(expect.arrayContaining(printed));
  expect(printed.length).toBe(sampled(shown, 1).length);
});
