/** The console blocks of the pages about data are run as they stand, with their output. UPDATE_GOLDENS=1 writes them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bench } from '../cli/run.ts';
import { isWhole, sampled } from '../support/tier.ts';

const { dist } = bench();

const blocks = [
  'docs/trends.md',
  'docs/data.md',
  'docs/scenarios.md',
  'docs/reveal.md',
  'docs/fits.md',
].flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```console\n\$ (.*)\n([\s\S]*?)^```/gm)].map(
    ([, command = '', expected = '']) => ({ page, command, expected }),
  ),
);

const run = (command: string): string => {
  const local = command.replace(/\boptimand(?= )/, `${process.execPath} ${join(dist, 'cli.js')}`);
  const { stdout, stderr } = spawnSync('bash', ['-c', local], { encoding: 'utf8' });
  return `${stdout}${stderr}`.trimEnd();
};

it('has blocks', () => expect(blocks.length).toBeGreaterThanOrEqual(3));

/** Those that fit losses take long. */
const short = blocks.filter(({ page }) => page !== 'docs/fits.md');

it.each(isWhole ? blocks : sampled(short, 4))(
  'prints what $page shows: $command',
  ({ page, command, expected }) => {
    const found = run(command);
    if (process.env.UPDATE_GOLDENS) {
      const now = readFileSync(page, 'utf8');
      writeFileSync(
        page,
        now.replace(`$ ${command}\n${expected}`, () => `$ ${command}\n${found}\n`),
      );
    } else expect(found).toBe(expected.trimEnd());
  },
);
