/** No code branches on the name of a variant or a problem: what a model is made of decides, never what it is called. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BLOCK_IDS } from '../../src/economics/blocks/registry.ts';
import { CLASSIC_IDS } from '../../src/economics/classics/registry.ts';

const ids = ['baseline', ...BLOCK_IDS, ...CLASSIC_IDS];
/** Names that are also what a regime is called; there a comparison is with a regime. */
const REGIMES = ['data-bound', 'data-cost'];

/** Where an id is read, the base is told from the blocks put on it; the pages about the paper begin with its own model. */
const ALLOWED = [
  'economics/variants/registry.ts',
  'report/paper/chapters/laws.ts',
  'report/paper/chapters/model.ts',
];

const branches = (text: string, names: readonly string[]): readonly string[] =>
  text.match(
    new RegExp(
      `(?:[!=]==?\\s*|\\bcase\\s+)['"\`](?:${names.join('|')})['"\`]|['"\`](?:${names.join('|')})['"\`]\\s*[!=]==?`,
      'g',
    ),
  ) ?? [];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

it('finds a branch where there is one', () => {
  expect(branches("if (model.id === 'cournot') return 1;", ids)).toHaveLength(1);
  expect(branches("switch (id) { case 'loss-target': }", ids)).toHaveLength(1);
});

it('finds none in src', () => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((name) => {
    const text = readFileSync(join('src', name), 'utf8');
    const own = branches(
      text,
      ids.filter((id) => !REGIMES.includes(id)),
    );
    const onId = text.match(new RegExp(`\\.id\\s*[!=]==?\\s*['"](?:${ids.join('|')})['"]`, 'g')) ?? [];
    return [...own, ...onId].map((one) => `${name}: ${one}`);
  });
  expect(found.filter((one) => !ALLOWED.some((file) => one.startsWith(`${file}: `)))).toEqual([]);
});
