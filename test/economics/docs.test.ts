/** docs/variants.md says of every block what the registry says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isWrapping, type VariantBlock } from '../../src/economics/block.ts';
import { BLOCK_IDS, BLOCKS } from '../../src/economics/blocks/registry.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';

const text = readFileSync(new URL('../../docs/variants.md', import.meta.url), 'utf8');
const rows = text.split('\n').filter((line) => /^\| `[a-z-]+` \| [a-z]+ \| (replaces|wraps) \|/.test(line));
const cells = (id: string): readonly string[] =>
  rows.find((line) => line.startsWith(`| \`${id}\` |`))?.split(' | ') ?? [];

describe('the table of blocks', () => {
  it('has a row for every block and none besides', () => {
    expect(rows.map((line) => /`([a-z-]+)`/.exec(line)?.[1])).toEqual(BLOCK_IDS);
  });
  it.each(BLOCK_IDS)('%s: kind, what it does, its own parameters and their units', (id) => {
    const block: VariantBlock = BLOCKS[id];
    const [, kind, does, , parameters = ''] = cells(id);
    expect(kind).toBe(block.kind);
    expect(does).toBe(isWrapping(block) ? 'wraps' : 'replaces');
    const old = new Set(VARIANTS.baseline.parameters.map(({ name }) => name));
    const own = block.parameters.filter(({ name }) => !old.has(name));
    expect([...parameters.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(own.map(({ name }) => name));
    for (const { name, unit } of own) {
      if (unit !== '1') expect(parameters).toContain(`\`${name}\` ${unit}`);
    }
  });
});
