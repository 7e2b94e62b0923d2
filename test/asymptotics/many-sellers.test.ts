/**
 * Several sellers who answer one another. With gamma < 0, g = -gamma and adoption q^g/g, each earns where training dominates
 *
 *     revenue less demand  = ω t q^g/(g (m + 1)),        training  = ω t α q^g/k,        k = 1 + α/β,
 *
 * so that all make a profit in the end where α + β > α β g (1 + m). Where they are more, each trains too much because the others
 * do, and they sell between two values of E.
 */
import { describe, expect, it } from 'vitest';
import { caseAt } from '../../src/asymptotics/at-values.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { laws } from '../../src/report/laws.ts';
import { breakEvenIn } from '../../src/report/laws-place.ts';
import { LAWS_RENDERERS } from '../../src/report/render/laws.ts';
import { BASE, placedAt, valuesAt } from './support.ts';

const { cournot } = VARIANTS;
const few: Values = { ...BASE, gamma: -0.9, m: 5 };
const many: Values = { ...few, m: 50 };
const found = lawsOfModel(cournot, 'E', { at: { gamma: -0.9, alpha: 0.34, beta: 0.4 } });

/** The values of a variant's parameters but the growing one. */
const setOf = (values: Values, id: 'cournot' | 'rival', growing: string): Values =>
  Object.fromEntries(
    VARIANTS[id].parameters.flatMap(({ name }) =>
      name === growing || values[name] === undefined ? [] : [[name, values[name]]],
    ),
  );

describe('several sellers as E grows', () => {
  it('cases tell the number at which training leaves no profit, in letters, and no condition is left', () => {
    const told = found.cases.map(({ assumed }) => assumed.map(({ term }) => printText(term)).join(', '));
    expect(told.some((text) => text.includes('alpha*beta*gamma*m + alpha*beta*gamma + alpha + beta'))).toBe(
      true,
    );
    for (const { regimes } of found.cases) {
      for (const { condition, index } of regimes) {
        if (index !== null)
          expect(condition.map(({ because }) => because)).not.toContain('profit is positive');
      }
    }
  });

  it('few go on without end; many leave again, and that is listed', () => {
    expect(placedAt(found, few).map(({ regime }) => regime.name)).toEqual([
      'stay-out',
      'break-even',
      'inference-dominated',
      'training-dominated',
    ]);
    const names = caseAt(found, many)?.regimes.map(({ name }) => name);
    expect(names).toEqual(['stay-out', 'break-even', 'inference-dominated', 'break-even', 'stay-out']);
  });

  it('where profit vanishes to leading order neither is claimed', () => {
    const open = found.cases.filter(({ assumed }) => assumed.some(({ is }) => is === 'zero'));
    expect(open.length).toBeGreaterThan(0);
    for (const { undecided, regimes } of open) {
      expect(undecided.join()).toContain('profit vanishes to leading order');
      expect(regimes.at(-1)?.name).not.toBe('stay-out');
    }
  });

  it('they sell between the two ends that are printed, and nowhere else', () => {
    const set = setOf(many, 'cournot', 'E');
    const { result, warnings } = laws('cournot', { in: 'E', set });
    const [entry, exit] = [result.regimes[0]?.to?.value ?? 0, result.regimes.at(-1)?.from?.value ?? 0];
    expect(entry).toBeGreaterThan(0);
    expect(exit / entry).toBeGreaterThan(10);
    const sells = (E: number): boolean =>
      optimise(cournot, valuesAt(cournot, many, 'E', E, 'b'), { elasticities: false }).kind === 'optimum';
    expect([entry / 1.05, entry * 1.05, exit / 1.05, exit * 1.05, exit * 1e6].map(sells)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(warnings.join()).toContain('beyond which nothing is sold');
    for (const { name, from, to } of result.regimes) {
      if (name === 'inference-dominated') expect([from?.value, to?.value]).toEqual([entry, exit]);
    }
  });

  it('the two break-evens are told apart in words', () => {
    const report = laws('cournot', { in: 'E', set: { gamma: -0.9, alpha: 0.34, beta: 0.4, m: 50 } });
    const text = LAWS_RENDERERS.text(report);
    expect(text).toContain('break-even: just beyond the point at which profit is zero');
    expect(text).toContain('break-even: just before the point at which profit is zero');
    expect(text).toContain('E_0 - E');
  });
});

describe('the referee looks for break-even in whatever letter profit rises or falls with', () => {
  const rival = VARIANTS.rival;
  const values: Values = { ...BASE, q0: 2 };
  it.each(['E', 'omega', 'delta', 'a', 'b', 'q0'])('%s', (growing) => {
    const point = valuesAt(rival, values, growing, values[growing] ?? 1, 'b');
    const at = breakEvenIn(rival, point, growing) ?? Number.NaN;
    const kinds = [at * 0.99, at * 1.01].map((own) => optimise(rival, { ...point, [growing]: own }).kind);
    expect([...kinds].sort()).toEqual(['optimum', 'stay-out']);
  });

  it('not where profit does neither, nor where a limit moves', () => {
    const fixed = VARIANTS['fixed-demand'];
    expect(breakEvenIn(fixed, valuesAt(fixed, { ...BASE, T: 1e15 }, 'T', 1e15, 'b'), 'T')).toBeNull();
    const limited = VARIANTS['data-bound'];
    expect(breakEvenIn(limited, valuesAt(limited, BASE, 'D', 1e13, 'b'), 'D')).toBeNull();
  });

  it('a window that straddles the end of a domain begins there', () => {
    const { result } = laws('rival', {
      in: 'q0',
      set: setOf(BASE, 'rival', 'q0'),
    });
    const [first] = result.regimes;
    expect(first?.from?.value).toBe(1);
    expect(result.regimes.at(-1)?.name).toBe('stay-out');
    expect(result.regimes.at(-1)?.from?.value).toBeGreaterThan(1);
  });
});
