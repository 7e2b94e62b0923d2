/** The verb as a user meets it, in-process: formats, and every wrong question answered in one sentence. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { optimand } from '../support/commands.ts';
import { sampled } from '../support/tier.ts';
import { BOX } from './support.ts';

const SET = Object.entries(BOX)
  .map(([name, value]) => `${name}=${value}`)
  .join(',');

describe('formats', () => {
  test('text: cases, regimes, laws, next terms, within 100 columns', async () => {
    const { status, out, err } = await optimand('laws', '--set', `${SET},gamma=-0.5`);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Scaling laws of baseline as E grows\n=+\nSet: alpha = 0\.34/);
    expect(out).toMatch(
      /\d\. inference-dominated: .*\n {5}from, found numerically:\n {9}E = \S+\n {5}to: E = \S+\n/,
    );
    expect(out).toContain('n ~ 349.599 * E^0.662252   [E^(beta/(alpha + beta + 2*alpha*beta*gamma))]');
    expect(out).toContain('in the condition on n, revenue against training');
    expect(out).toMatch(/next term, from revenue .*\n.*n\/n_0 ~ 1 - \S+ \* E\^\(-\S+\)/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('LaTeX is ASCII for \\input; Markdown closes its displays', async () => {
    const tex = await optimand('laws', '--in', 'delta', '--set', 'gamma=0', '--format', 'tex');
    expect(tex.out).toMatch(/^% optimand [\x20-\x7e\n]*$/);
    expect(tex.out).toContain('\\begin{gather*}');
    expect(tex.out).not.toContain('documentclass');
    const md = await optimand('laws', '--in', 'delta', '--set', 'gamma=0', '--format', 'md');
    expect((md.out.match(/^\$\$$/gm) ?? []).length % 2).toBe(0);
  });

  test('JSON: the envelope, the same bytes again', async () => {
    const args = ['laws', 'data-bound', '--in', 'D', '--set', `${SET},gamma=-0.5,E=1e20`, '--format', 'json'];
    const { status, out, err } = await optimand(...args);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      command: 'laws',
      result: { variant: 'data-bound', in: 'D', unbounded: false },
    });
    expect((await optimand(...args)).out).toBe(out);
  });
});

/** docs/laws.md shows what runs print, each block under the command that prints it. UPDATE_GOLDENS=1 writes it anew. */
describe('docs/laws.md', () => {
  const path = join(import.meta.dirname, '../../docs/laws.md');
  const block = /^```console\n\$ optimand (.*)\n([\s\S]*?)^```/gm;

  test('shows what is printed', async () => {
    let page = readFileSync(path, 'utf8');
    const blocks = [...page.matchAll(block)];
    expect(blocks.length).toBeGreaterThan(0);
    for (const [whole, command = '', shown] of sampled(blocks, 2)) {
      const { out } = await optimand(...command.split(' '));
      if (process.env.UPDATE_GOLDENS)
        page = page.replace(whole, `\`\`\`console\n$ optimand ${command}\n${out}\`\`\``);
      else expect(shown).toBe(out);
    }
    if (process.env.UPDATE_GOLDENS) writeFileSync(path, page);
  });
});

describe('wrong questions', () => {
  test.each([
    ['a misspelt parameter', ['--in', 'omgea'], /"omgea" is not declared; did you mean "omega"\?/],
    ['no parameter at all', ['--in', '1e18'], /"1e18" is not declared; known are alpha, /],
    [
      'a parameter of another variant',
      ['--in', 'D'],
      /The variant baseline has no D; ask for optimand laws data-bound --in D\./,
    ],
    [
      'an exponent',
      ['--in', 'gamma'],
      /gamma stands in exponents, so that no quantity is a power of it; ask for one of a, b, /,
    ],
    ['b with rho held', ['--in', 'b', '--hold', 'rho'], /b cannot grow with rho/],
    ['rho with rho held', ['--in', 'rho', '--hold', 'rho'], /rho cannot grow with rho/],
    ['an unknown letter to hold', ['--hold', 'c'], /allowed choices are b, rho/],
    ['an unknown variant', ['basline'], /did you mean "baseline"\?/],
    ['an unknown value', ['--set', 'gama=1'], /"gama" is not declared; did you mean "gamma"\?/],
    [
      'a value outside its domain',
      ['--set', 'gamma=-2'],
      /gamma = -2 is not allowed; it must be at least -1\./,
    ],
    ['values against an assumption', ['--set', 'gamma=-1,alpha=1.2'], /alpha.*must be positive/],
    ['rho where b is held', ['--set', 'rho=3'], /"rho" is not declared/],
    [
      'b and rho at once',
      ['--hold', 'rho', '--set', 'b=1,rho=3'],
      /--set gives both b and rho; give one of them\./,
    ],
    ['b that does not decide rho', ['--hold', 'rho', '--set', 'b=1'], /b alone does not decide rho/],
  ])('%s', async (_, args, sentence) => {
    const { status, out, err } = await optimand('laws', ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^optimand: [^\n]+[.?]\n$/);
    expect(err).toMatch(sentence);
  });

  test('in JSON the error stands in the envelope', async () => {
    const { out } = await optimand('laws', '--in', 'gamma', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ command: 'laws', error: { code: 'usage' } });
  });
});
