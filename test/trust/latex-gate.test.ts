/** LaTeX that is wrong does not pass the gate: KaTeX's own list of what it must reject. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { gate, parseBack, UnreadableTex } from '../../src/report/latex-gate.ts';

const { inputs } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../suites/security/katex-invalid.json'), 'utf8'),
) as { inputs: readonly string[] };
const { symbols } = VARIANTS.baseline;

const isUnreadable = async (tex: string): Promise<boolean> => {
  try {
    await parseBack(tex, symbols);
    return false;
  } catch (error) {
    if (error instanceof UnreadableTex) return true;
    throw error;
  }
};

test('every one of the 54 fails the gate, 51 of them at KaTeX and the other 3 when read back', async () => {
  expect(inputs).toHaveLength(54);
  const accepted: string[] = [];
  for (const tex of inputs) if ((await gate(tex)).ok) accepted.push(tex);
  const read: string[] = [];
  for (const tex of accepted) if (!(await isUnreadable(tex))) read.push(tex);
  expect(accepted).toHaveLength(3);
  expect(read).toEqual([]);
});

test('the gate opens for what is right', async () => {
  for (const tex of ['\\frac{1}{2}', '\\alpha n^{\\gamma}', '\\ln q']) {
    expect(await gate(tex)).toEqual({ ok: true });
    expect(await isUnreadable(tex)).toBe(false);
  }
});
