/** The console blocks of docs/claims.md are run, and print what they show. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bench } from '../cli/run.ts';

const FILE = 'docs/claims.md';
const BLOCK = /^```console\n\$ optimand (.*)\n([\s\S]*?)^```/gm;
const text = readFileSync(FILE, 'utf8');
const blocks = [...text.matchAll(BLOCK)].map(([, command = '', shown = '']) => ({ command, shown }));
const { optimand } = bench();

const run = (command: string): string => optimand(...command.split(' ')).out.trimEnd();

describe('docs/claims.md', () => {
  it('has commands to run', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3);
  });
  it.runIf(process.env.UPDATE_GOLDENS)('is rewritten', () => {
    const written = text.replace(
      BLOCK,
      (_, command: string) => `\`\`\`console\n$ optimand ${command}\n${run(command)}\n\`\`\``,
    );
    writeFileSync(FILE, written);
  });
  it.runIf(!process.env.UPDATE_GOLDENS).each(blocks)('$command', ({ command, shown }) => {
    expect(run(command)).toBe(shown.trimEnd());
  });
});
