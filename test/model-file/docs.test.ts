/** docs/models.md: console blocks are run and their output compared, TypeScript is run, JSON is that of the files beside it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { bench } from '../cli/run.ts';
import { isWhole, sampled } from '../support/tier.ts';

const PAGE = 'docs/models.md';
const page = readFileSync(PAGE, 'utf8');
const root = resolve('.');
const { dist, file } = bench();

const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, body = '']) => body,
  );

/** What a command of the page prints, the built file in place of the installed one. */
function run(command: string): string {
  const local = command.replaceAll('npx optimand', `${process.execPath} ${join(dist, 'cli.js')}`);
  const { stdout, stderr } = spawnSync('bash', ['-c', local], { encoding: 'utf8', cwd: root });
  return `${stdout}${stderr}`.trimEnd();
}

const consoles = blocks('console').map((body) => {
  const [first = '', ...rest] = body.split('\n');
  return { command: first.replace(/^\$ /, ''), expected: rest.join('\n').trimEnd() };
});

it.runIf(process.env.UPDATE_GOLDENS)(
  'is written anew',
  () => {
    const rewritten = page.replace(
      /^```console\n\$ (.*)\n[\s\S]*?^```/gm,
      (_, command: string) => `\`\`\`console\n$ ${command}\n${run(command)}\n\`\`\``,
    );
    writeFileSync(PAGE, rewritten);
  },
  300_000,
);

it.runIf(!process.env.UPDATE_GOLDENS).each(sampled(consoles, 3))(
  'prints what the page shows: $command',
  ({ command, expected }) => {
    expect(run(command)).toBe(expected);
  },
  120_000,
);

it('shows the files as they are', () => {
  const shown = blocks('json').map((body) => JSON.parse(body));
  expect(shown.length).toBeGreaterThanOrEqual(2);
  for (const one of shown)
    expect(JSON.parse(readFileSync(`docs/models/${one.id}.json`, 'utf8'))).toEqual(one);
});

it.runIf(isWhole).each(blocks('ts'))(
  'runs the TypeScript',
  (body) => {
    const path = file(
      'own.mjs',
      body.replaceAll("from 'optimand'", `from ${JSON.stringify(join(dist, 'index.js'))}`),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const said = [...body.matchAll(/\/\/ → (.*)$/gm)].map(([, text = '']) => text);
    expect(stdout.trim().split('\n')).toEqual(said);
  },
  120_000,
);
