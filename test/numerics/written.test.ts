/** Programs that are written out against the tape: the same text made anew, and the same answers to the bit. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { type Geometric, geometricOf } from '../../src/numerics/fast/geometric.ts';
import { stagesOf } from '../../src/numerics/fast/newton.ts';
import { scriptOf } from '../../src/numerics/fast/script.ts';
import { FastSolver } from '../../src/numerics/fast/solver.ts';
import { WRITTEN, writtenWith } from '../../src/numerics/fast/written.ts';
import { drawBox, place } from '../../src/numerics/pool.ts';

const SEED = 20260514;
const ROWS = 1000;
const HELPERS = ['deformed', 'logistic', 'softplus', 'sumOfExponentials'];

const programs = (id: VariantId): Geometric[] =>
  (['profit', 'surplus'] as const).map((goal) => {
    const found = geometricOf(VARIANTS[id], goal);
    if (typeof found === 'string') throw new Error(found);
    return found;
  });

/** The module of a variant's programs. */
function moduleOf(id: VariantId): string {
  const scripts = programs(id).map((program) => scriptOf(program.graph, stagesOf(program)));
  const objects = scripts.map(
    ({ fingerprint, registers, text }) =>
      `{\n  fingerprint: '${fingerprint}',\n  registers: ${registers},\n${text}\n}`,
  );
  const used = HELPERS.filter((name) => scripts.some(({ text }) => text.includes(`${name}(`)));
  return [
    `/** Made by test/numerics/written.test.ts: the programs of ${id}, its profit's and its surplus's. */`,
    ...(used.length > 0 ? [`import { ${used.join(', ')} } from '../elementary.ts';`] : []),
    "import type { Written } from '../script.ts';",
    '',
    `export const WRITTEN: readonly Written[] = [${objects.join(', ')}];`,
    '',
  ].join('\n');
}

describe.each(Object.keys(WRITTEN) as VariantId[])('%s', (id) => {
  const path = new URL(`../../src/numerics/fast/written/${id}.ts`, import.meta.url);
  if (process.env.UPDATE_GOLDENS) writeFileSync(path, moduleOf(id));

  it('is written out as its programs are (UPDATE_GOLDENS=1 writes it anew)', () => {
    expect(readFileSync(path, 'utf8')).toBe(moduleOf(id));
  });

  it('gives the tape’s answers to the bit, seed 20260514', () => {
    const rows = drawBox(SEED, ROWS).map((draw) => place(VARIANTS[id], { ...draw, breakEvenFactor: null }));
    const columns = Object.fromEntries(
      VARIANTS[id].parameters.map(({ name }) => [
        name,
        Float64Array.from(rows, ({ values }) => values[name] as number),
      ]),
    );
    const [written, tape] = [true, false].map((isWritten) =>
      new FastSolver(VARIANTS[id], isWritten).solve(columns, ROWS),
    );
    for (const program of programs(id)) {
      expect(writtenWith(scriptOf(program.graph, stagesOf(program)).fingerprint)).not.toBeNull();
    }
    expect(written).toEqual(tape);
  });
});

test('a program that is another by one number is not taken for one that is written out', () => {
  const [program] = programs('baseline') as [Geometric, Geometric];
  const { graph, conditions } = program;
  const stages = stagesOf(program);
  expect(writtenWith(scriptOf(graph, stages).fingerprint)).not.toBeNull();
  const other = conditions.map((node) => graph.combine([1 + 2 ** -52, node]));
  expect(writtenWith(scriptOf(graph, { ...stages, body: other }).fingerprint)).toBeNull();
});
