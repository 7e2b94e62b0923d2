/** The console blocks of docs/derive.md are run as they stand, with their output. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bench } from '../cli/run.ts';

const PAGE = 'docs/derive.md';
const { optimand } = bench();

const text = readFileSync(PAGE, 'utf8');
const blocks = [...text.matchAll(/^```console\n\$ optimand (.*)\n([\s\S]*?)^```/gm)].map(
  ([, command = '', expected = '']) => ({ command, expected }),
);

const run = (command: string): string => {
  const { out, err } = optimand(...command.split(' '));
  return `${out}${err}`.trimEnd();
};

it('has blocks', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(2);
});

it.each(blocks)('prints what the page shows: $command', ({ command, expected }) => {
  const found = run(command);
  if (process.env.UPDATE_GOLDENS) {
    const now = readFileSync(PAGE, 'utf8');
    writeFileSync(
      PAGE,
      now.replace(`$ optimand ${command}\n${expected}`, `$ optimand ${command}\n${found}\n`),
    );
  } else expect(found).toBe(expected.trimEnd());
});
