/** Every formula of laws passes the LaTeX gate, reads back to its text, and is a formula of the language. */
import { describe, expect, test } from 'vitest';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { parse } from '../../src/kernel/parse.ts';
import { gate, sameValue } from '../../src/report/latex-gate.ts';
import type { LawsReport } from '../../src/report/laws.ts';
import { lawsStory } from '../../src/report/laws-story.ts';
import { BOX, reportOn } from './support.ts';

interface Formula {
  readonly text: string;
  readonly tex: string;
}

const isFormula = (value: object): value is Formula & { value: unknown } =>
  'text' in value && 'tex' in value && 'value' in value;

/** Every expression within a result, once. */
function expressionsIn(value: unknown, found = new Map<string, Formula>()): ReadonlyMap<string, Formula> {
  if (typeof value !== 'object' || value === null) return found;
  if (isFormula(value)) found.set(value.text, value);
  else for (const part of Object.values(value)) expressionsIn(part, found);
  return found;
}

const REPORTS: Readonly<Record<string, () => LawsReport>> = {
  'baseline in E': () => reportOn('baseline', { in: 'E' }),
  'baseline in b, whose next terms are open': () => reportOn('baseline', { in: 'b', set: { gamma: 0.5 } }),
  'baseline in rho': () => reportOn('baseline', { in: 'rho' }),
  'data-bound in D': () => reportOn('data-bound', { in: 'D', set: { gamma: -0.5 } }),
  'baseline in E, in numbers': () => reportOn('baseline', { in: 'E', set: { ...BOX, gamma: 0 } }),
};

describe.each(Object.entries(REPORTS))('%s', (_, of) => {
  const { result, symbols } = of();

  test('expressions and their LaTeX say the same', async () => {
    const expressions = [...expressionsIn(result).values()];
    expect(expressions.length).toBeGreaterThan(10);
    const facts = [...VARIANTS.baseline.facts];
    let unread = 0;
    for (const { text, tex } of expressions) {
      const compared = await sameValue(parse(text, symbols), tex, { symbols, facts }, 16);
      const isRare = !compared.same && compared.at === null && /points tried/.test(compared.why);
      if (isRare) unread++;
      expect(compared.same || isRare ? '' : `${text}: ${JSON.stringify(compared)}`).toBe('');
      expect(await gate(tex)).toEqual({ ok: true });
    }
    // Values of few terms lie in so small a part of the letters' domains that too few points have one.
    expect(unread).toBeLessThan(0.1 * expressions.length);
  });

  test('formulas and conditions as shown are accepted', async () => {
    const shown = lawsStory(result, symbols).flatMap((block) =>
      block.kind === 'formulas' ? block.formulas : [],
    );
    const conditions = result.regimes.map(({ condition }) => condition).filter(({ tex }) => tex !== '');
    for (const { tex } of [...shown, ...conditions])
      expect([tex, await gate(tex)]).toEqual([tex, { ok: true }]);
  });
});
