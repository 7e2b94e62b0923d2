/** The gate lets nothing through that KaTeX refuses or that says something else than its term. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printTex } from '../../src/kernel/print-tex.ts';
import { compareTerms, gate, parseBack, sameValue } from '../../src/report/latex-gate.ts';
import { LETTERS, LETTERS_CONTEXT } from '../support/letters.ts';
import { randomTerm } from '../support/random-terms.ts';

const runs = process.env.OPTIMAND_FULL ? 5_000 : 600;

test('a random term, printed and read back, keeps its value', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(randomTerm, async (term) => {
      const tex = printTex(term, LETTERS);
      expect(await gate(tex)).toEqual({ ok: true });
      const comparison = compareTerms(term, await parseBack(tex, LETTERS), LETTERS_CONTEXT, 16);
      if (comparison.same) counted++;
      else expect(`${tex}: ${comparison.why}`).toMatch(/points have a value/);
    }),
    { numRuns: runs },
  );
  expect(counted).toBeGreaterThan(0.8 * runs);
});
