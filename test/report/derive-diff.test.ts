/** What changes between two variants: by value, condition by condition and regime by regime. */
import { describe, expect, it } from 'vitest';
import { deriveDiff } from '../../src/report/derive-diff.ts';
import { gate } from '../../src/report/latex-gate.ts';
import { problem } from '../../src/report/model.ts';
import { DIFF_RENDERERS } from '../../src/report/render/derive-diff.ts';
import { deriveDiffResult } from '../../src/report/schemas/derive-diff.ts';
import { bench } from '../cli/run.ts';
import { rationed } from '../problems/textbook.ts';
import { misfits } from '../support/schema.ts';

const { optimand } = bench();

const plain = (a: string, b: string) => deriveDiff(a, b, { laws: false });
const statusOf = ({ conditions }: ReturnType<typeof plain>, name: string): string | undefined =>
  conditions.find((one) => `${one.part}/${one.name}` === name)?.status;

describe('conditions', () => {
  const diff = plain('baseline', 'cournot');

  it('says what changes with competition and what does not', () => {
    expect(statusOf(diff, 'conditions/first-order-t')).toBe('changed');
    expect(statusOf(diff, 'best-sales/sales')).toBe('changed');
    expect(statusOf(diff, 'conditions/ray')).toBe('same');
    expect(statusOf(diff, 'explicit-bound/bound')).toBe('same');
    expect(diff.parameters).toEqual({ onlyInA: [], onlyInB: ['m'] });
    expect(diff.blocks.map(({ kind }) => kind)).toEqual(['market']);
  });

  it('says what only one of them has', () => {
    const smooth = plain('baseline', 'ces-quality');
    expect(statusOf(smooth, 'conditions/ray')).toBe('only-in-a');
    expect(statusOf(smooth, 'best-mix/mix')).toBe('only-in-b');
  });

  it('compares by value: a letter that means something else is a change', () => {
    const drifting = plain('baseline', 'endogenous-threshold');
    const along = drifting.conditions.find(({ name }) => name === 'first-order-n');
    expect(along?.a?.relation?.text).toBe(along?.b?.relation?.text);
    expect(along?.status).toBe('changed');
  });

  it('finds nothing between a variant and itself', () => {
    expect(plain('network', 'network').conditions.every(({ status }) => status === 'same')).toBe(true);
  });

  it('is the same one way and the other, sides swapped', () => {
    const back = plain('cournot', 'baseline');
    for (const { part, name, status } of diff.conditions)
      expect(statusOf(back, `${part}/${name}`)).toBe(status);
  });

  it('has LaTeX that passes the gate, and a shape that is the schema', async () => {
    for (const { a, b } of diff.conditions)
      for (const side of [a, b])
        if (side?.relation) expect((await gate(side.relation.tex)).ok, side.relation.tex).toBe(true);
    expect(misfits(deriveDiffResult, diff)).toEqual([]);
    expect(DIFF_RENDERERS.tex(diff, true)).toContain('\\documentclass');
    expect(DIFF_RENDERERS.md(diff)).toContain('$$');
  });
});

describe('laws', () => {
  it('are compared regime by regime where shapes are given', () => {
    const set = { alpha: 0.31, beta: 0.43, gamma: -0.5 };
    const { laws } = deriveDiff('baseline', 'split-efficiency', { set });
    expect(laws?.why).toBeNull();
    expect(laws?.regimes.length).toBeGreaterThan(0);
    const changed = laws?.regimes.flatMap(({ changes }) => changes.map(({ what }) => what)) ?? [];
    expect(changed.length).toBeGreaterThan(0);
  }, 120_000);
});

describe('problems of another kind', () => {
  const diff = deriveDiff('loss-target', 'inference-adjusted');

  it('are compared part by part, condition by condition and regime by regime', () => {
    expect(misfits(deriveDiffResult, JSON.parse(JSON.stringify(diff)))).toEqual([]);
    expect(diff.blocks).toEqual([{ kind: 'part inference', a: 'none', b: '2*n*t' }]);
    expect(diff.parameters).toEqual({ onlyInA: [], onlyInB: ['t'] });
    expect(statusOf(diff, 'conditions/first-order-n')).toBe('changed');
    expect(statusOf(diff, 'conditions/first-order-d')).toBe('same');
    expect(statusOf(diff, 'solution/n')).toBe('only-in-a');
    expect(diff.laws?.in).toBe('loss');
    expect(diff.laws?.regimes.map(({ name, status }) => [name, status])).toEqual([
      ['training-dominated', 'changed'],
      ['inference-dominated', 'only-in-b'],
    ]);
  });

  it('keep what one more constraint leaves as it is where it does not bind', () => {
    const free = problem({
      ...rationed,
      id: 'free',
      constraints: [],
      symbols: (rationed.symbols ?? []).slice(0, -1),
      set: {},
    });
    const own = deriveDiff(free, problem(rationed), { laws: false });
    expect(own.blocks).toEqual([{ kind: 'constraint ration', a: 'none', b: 'K <= Kmax' }]);
    expect(own.conditions.find(({ name }) => name === 'K' && own)?.a?.relation?.text).toMatch(/^K = /);
    expect(
      own.conditions.some(({ part, status }) => part === 'conditions-ration' && status === 'only-in-b'),
    ).toBe(true);
  });

  it('are not compared with firms', () => {
    expect(() => deriveDiff('baseline', 'loss-target')).toThrow(
      /^baseline is a firm and loss-target is not: .* compare two firms, or two problems of another kind\.$/,
    );
  });
});

describe('derive A --diff B', () => {
  it('prints what the function gives', () => {
    const { out, status } = optimand('derive', 'baseline', '--diff', 'rival', '--no-laws');
    expect(status).toBe(0);
    expect(out).toBe(DIFF_RENDERERS.text(plain('baseline', 'rival')));
  });

  it('puts --with on both', () => {
    const { out } = optimand(
      'derive',
      'baseline',
      '--diff',
      'rival',
      '--no-laws',
      '--with',
      'cournot',
      '--format',
      'json',
    );
    expect(JSON.parse(out).result).toMatchObject({ a: 'cournot', b: 'rival+cournot' });
  });

  it.each([
    [['--diff', 'cournott'], /did you mean "cournot"/],
    [['--diff', 'compute-optimal'], /baseline is a firm and compute-optimal is not/],
    [['--diff', 'nowhere.json'], /nowhere\.json: there is no such file/],
    [['--diff', 'rival', '--steps'], /--steps has no effect on --diff/],
    [['--diff', 'rival', '--format', 'html'], /not written as html/],
    [['--no-laws'], /--no-laws is about --diff/],
  ])('refuses %j in one sentence', (flags, sentence) => {
    const { err, status } = optimand('derive', 'baseline', ...flags);
    expect(status).toBe(2);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
