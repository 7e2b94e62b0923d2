/** SymPy's assertions about limits in the kernel's domain: at least 95 % right, the rest undecided, none wrong. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Constant from '../../src/kernel/limits/constant.ts';
import { limitAt } from '../../src/kernel/limits/index.ts';
import { isWhole, sampled } from '../support/tier.ts';
import { exponentsIn, formsAtInfinity, sidesOf } from './domain.ts';
import { countsOf, type Outcome, outcomes, page } from './report.ts';
import { caseOf } from './sympy.ts';

const PAGE = 'docs/limits.md';

let all: readonly Outcome[] = [];
beforeAll(() => {
  all = outcomes();
});

describe('limits that SymPy asserts', () => {
  it('are right in at least 95 % of the domain, undecided in the rest, and nowhere wrong', () => {
    const { taken, right, undecided, wrong } = countsOf(all);
    expect(all.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(wrong).toBe(0);
    expect(taken).toBeGreaterThanOrEqual(110);
    expect(right + undecided).toBe(taken);
    expect(right / taken).toBeGreaterThanOrEqual(0.95);
  });

  it('stand in the documentation, every one with what became of it', () => {
    if (process.env.UPDATE_GOLDENS) writeFileSync(PAGE, page(all));
    expect(readFileSync(PAGE, 'utf8')).toBe(page(all));
  });

  it('are left out for an unbounded exponent only where the engine finds no finite limit of it', () => {
    let checked = 0;
    for (const { assertion, leftOut } of all) {
      if (leftOut !== 'an exponential of an unbounded argument') continue;
      const { value, x, place, context } = caseOf(assertion);
      const finite = sidesOf(place).every((side) =>
        formsAtInfinity(value, x, side, context).some((form) =>
          exponentsIn(form, x).every(
            (exponent) => limitAt(exponent, x, { kind: 'infinity' }, context).kind === 'finite',
          ),
        ),
      );
      expect(finite).toBe(false);
      checked++;
    }
    expect(checked).toBeGreaterThan(50);
  });
});

describe('an engine that is wrong', () => {
  afterAll(() => {
    vi.doUnmock('../../src/kernel/limits/constant.ts');
    vi.resetModules();
  });

  /** How many cases are answered right and wrong with some functions of the engine replaced. */
  async function countsWith(change: (own: typeof Constant) => Partial<typeof Constant>) {
    vi.resetModules();
    vi.doMock('../../src/kernel/limits/constant.ts', async (original) => {
      const own = (await original()) as typeof Constant;
      return { ...own, ...change(own) };
    });
    const { judge } = await import('./judge.ts');
    const inDomain = sampled(
      all.filter(({ leftOut }) => leftOut === null),
      40,
    );
    const verdicts = inDomain.map(({ assertion }) => judge(caseOf(assertion)).verdict);
    const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length;
    return { share: count('right') / verdicts.length, wrong: count('wrong') };
  }

  it('is caught where it compares exponents the wrong way round', async () => {
    const { share, wrong } = await countsWith((own) => ({
      compareConstants: (x, y, context) => own.compareConstants(y, x, context),
    }));
    expect(share).toBeLessThan(0.95);
    expect(wrong).toBeGreaterThan(0);
  });

  it('is caught where it takes every constant for positive', async () => {
    const { wrong } = await countsWith(() => ({ signOfConstant: () => 1 }));
    expect(wrong).toBeGreaterThan(0);
  });

  it('is not caught where nothing is changed', async () => {
    const { share, wrong } = await countsWith(() => ({}));
    expect(wrong).toBe(0);
    if (isWhole) expect(share).toBe(countsOf(all).right / countsOf(all).taken);
    else expect(share).toBeGreaterThan(0.9);
  });
});
