/** Every formula of every derivation passes the LaTeX gate, and the gate would notice if one did not. */
import { describe, expect, test } from 'vitest';
import { DERIVATIONS } from '../../derivations/registry.ts';
import type { Derivation } from '../../src/derive/derivation.ts';
import { gateDerivation } from '../../src/report/gate-derivations.ts';
import { gate } from '../../src/report/latex-gate.ts';
import { storyOf } from '../../src/report/story.ts';
import { sampled } from '../support/tier.ts';

const all = Object.values(DERIVATIONS).map((make): Derivation => make());

test.each(sampled(all, 8))('$id', async (derivation) => {
  const { formulas, failures } = await gateDerivation(derivation);
  expect(failures).toEqual([]);
  expect(formulas).toBeGreaterThanOrEqual(derivation.steps.filter(({ relation }) => relation).length);
});

test('numbers put in are LaTeX too', async () => {
  const values = { alpha: 0.3, beta: 0.3, gamma: -0.5, a: 1e-3, b: 1e-4, omega: 1e-5, delta: 1e-21, E: 1e18 };
  const lines = all.flatMap((derivation) =>
    storyOf(derivation, { steps: false, values }).blocks.flatMap((block) =>
      block.kind === 'result' ? (block.explanation?.tex ?? []) : [],
    ),
  );
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) expect(await gate(line)).toEqual({ ok: true });
});

describe('a letter shown as another', () => {
  const [first] = all;
  const withTex = (tex: string): Derivation => {
    if (!first) throw new Error('no derivation');
    const gamma = first.symbols.get('gamma');
    if (!gamma) throw new Error('no gamma');
    const symbols = new Map([...first.symbols, ['gamma', { ...gamma, tex }] as const]);
    return { ...first, symbols, context: { ...first.context, symbols } };
  };

  test('is refused where a reader could not tell them apart', async () => {
    expect((await gateDerivation(withTex('q'))).failures.length).toBeGreaterThan(0);
  });

  test('is refused where KaTeX does not know it', async () => {
    await expect(gateDerivation(withTex('\\nosuchletter'))).rejects.toThrow(/nosuchletter/);
  });
});
