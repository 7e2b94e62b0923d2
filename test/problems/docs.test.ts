/** docs/classics.md shows what the commands print, and its table what the registry holds. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CLASSIC_IDS, CLASSICS } from '../../src/economics/classics/registry.ts';
import { sampled } from '../support/tier.ts';

const PAGE = 'docs/classics.md';
const page = readFileSync(PAGE, 'utf8');
const cli = join(resolve('.'), 'dist/cli.js');

function run(command: string): string {
  const local = command.replace('npx optimand', `${process.execPath} ${cli}`);
  const { stdout, stderr } = spawnSync('bash', ['-c', local], { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

const SHOWN = /^```console\n\$ (.*)\n([\s\S]*?)^```/gm;

if (process.env.UPDATE_GOLDENS) {
  const printed = page.replace(
    SHOWN,
    (_, command: string) => `\`\`\`console\n$ ${command}\n${run(command).trimEnd()}\n\`\`\``,
  );
  writeFileSync(PAGE, printed);
}

const shown = [...page.matchAll(SHOWN)].map(([, command = '', output = '']) => ({ command, output }));

it('shows some commands', () => {
  expect(shown.length).toBeGreaterThanOrEqual(4);
});

it.runIf(!process.env.UPDATE_GOLDENS).each(sampled(shown, 2))(
  'prints what the page shows: $command',
  ({ command, output }) => {
    expect(run(command).trimEnd()).toBe(output.trimEnd());
  },
);

it.each(CLASSIC_IDS)('lists %s with its parameters', (id) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
  expect(row?.split(' | ').at(-1)?.replace(' |', '')).toBe(
    CLASSICS[id].parameters.map(({ name }) => name).join(', '),
  );
});
