/**
 * No code branches on the name of a variant, a block or a problem: what a model is made of decides, never what it is called.
 * A name may be registered, and asked for; it may not be compared, looked up or listed. Every file in which one stands as a
 * text or a key, beside those that define them, is named here with the reason, and engines have none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BLOCK_IDS } from '../../src/economics/blocks/registry.ts';
import { CLASSIC_IDS } from '../../src/economics/classics/registry.ts';

const ids = ['baseline', ...BLOCK_IDS, ...CLASSIC_IDS];
/** Names that are also what a regime is called; there a comparison is with a regime. */
const REGIMES = ['data-bound', 'data-cost'];
const plain = ids.filter((id) => !REGIMES.includes(id));

/** Where a name stands as a text or as a key of a record. */
function standing(text: string, names: readonly string[]): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const quoted = code.match(new RegExp(`(['"\`])(?:${names.join('|')})\\1`, 'g')) ?? [];
  const words = names.filter((name) => /^\w+$/.test(name)).join('|');
  const keys = code.match(new RegExp(`(?:^|[{,(])\\s*(?:${words})\\s*:(?!=)`, 'gm')) ?? [];
  return [...quoted, ...keys];
}

/** A name compared with something, as a regime's may be where it is one too. */
const compared = (text: string, names: readonly string[]): readonly string[] => {
  const one = `['"\`](?:${names.join('|')})['"\`]`;
  return text.match(new RegExp(`\\.id\\s*[!=]==?\\s*${one}|${one}\\s*[!=]==?\\s*\\w+\\.id\\b`, 'g')) ?? [];
};

/** The files in which a name may stand, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'cli/model.ts': 'what is asked for where nothing is said',
  'cli/verbs/fit.ts': 'a loss law of the same name',
  'economics/model-file/read.ts': 'what a file builds on where it does not say',
  'fit/loss-laws/registry.ts': 'a loss law of the same name',
  'fit/loss-laws/repeated-data.ts': 'a loss law of the same name',
  'numerics/fast/written.ts': 'the registry of programs written out, found again by what they compute',
  'report/derive.ts': 'what is asked for where nothing is said',
  'report/figures/documented.ts': 'what the documented figures draw',
  'report/fit/documented.ts': 'a loss law of the same name',
  'report/fit/quality.ts': 'which variant a fitted law is for',
  'report/laws.ts': 'what is asked for where nothing is said',
  'report/optimize.ts': 'what is asked for where nothing is said',
  'report/paper/chapters/assumptions.ts': 'the pages about the paper begin with its own model',
  'report/paper/chapters/laws.ts': 'the pages about the paper begin with its own model',
  'report/paper/chapters/model.ts': 'the pages about the paper begin with its own model',
  'report/paper/chapters/statics.ts': 'the pages about the paper begin with its own models',
  'report/render/optimize-text.ts': 'what is asked for where nothing is said',
  'report/statics.ts': 'what is asked for where nothing is said',
};
const DEFINING = /^economics\/(?:blocks|classics|variants)\//;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const textOf = (name: string): string => readFileSync(join('src', name), 'utf8');

describe('a branch on a name', () => {
  it.each([
    "if (model.id === 'cournot') return 1;",
    "switch (id) { case 'loss-target': return 1; }",
    "['rival', 'network'].includes(id)",
    "id.startsWith('cournot')",
    'const SLOW = { rival: 2, network: 3 }[id];',
    "new Set(['hill-adoption']).has(model.id)",
    'const isSlow = `ces-quality` === id;',
    "export const hard = ['compute-optimal'];",
  ])('is found: %s', (text) => {
    expect(standing(text, plain).length).toBeGreaterThan(0);
  });

  it('is found of a name that is a regime’s too', () => {
    expect(compared("if (model.id === 'data-bound') return 1;", REGIMES)).toHaveLength(1);
    expect(compared("regime === 'data-bound'", REGIMES)).toEqual([]);
  });

  it('is not seen where a name stands in a comment or in a longer word', () => {
    expect(standing("/** As 'cournot' has it. */ const a = 'cournot-like'; // 'rival'", plain)).toEqual([]);
  });
});

describe('in src', () => {
  it('no name stands but where it is defined and where a reason is given', () => {
    expect(files.length).toBeGreaterThan(200);
    const found = files.filter((name) => !DEFINING.test(name) && standing(textOf(name), plain).length > 0);
    expect(found.filter((name) => !Object.hasOwn(ALLOWED, name))).toEqual([]);
    expect(Object.keys(ALLOWED).filter((name) => !found.includes(name))).toEqual([]);
  });

  it('none is compared with what a model is called, unless it tells the base from blocks put on it', () => {
    const found = files.filter((name) => compared(textOf(name), ids).length > 0);
    expect(found.filter((name) => name !== 'economics/variants/registry.ts')).toEqual([]);
  });
});
