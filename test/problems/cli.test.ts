/** The classics on the command line: JSON that keeps its schema, and one sentence for everything that is wrong. */
import { describe, expect, it } from 'vitest';
import { CLASSIC_IDS, type ClassicId } from '../../src/economics/classics/registry.ts';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import { bench } from '../cli/run.ts';
import { misfits } from '../support/schema.ts';
import { sampled } from '../support/tier.ts';

const { optimand, fed } = bench();

const LAW = 'A=406.4,B=410.7,alpha=0.34,beta=0.28,L_inf=1.69';
const SET: Readonly<Record<ClassicId, string>> = {
  'compute-optimal': `${LAW},C=5.76e23`,
  'loss-target': `${LAW},loss=2`,
  'inference-adjusted': `${LAW},loss=2,t=1e13`,
};

describe.each(CLASSIC_IDS)('%s', (id) => {
  it.each(sampled(['derive', 'laws', 'optimize', 'statics'] as const, 2))(
    'answers %s in JSON of its schema',
    (verb) => {
      const set = verb === 'statics' ? [] : ['--set', SET[id]];
      const { status, out, err } = optimand(verb, id, ...set, '--format', 'json');
      expect([status, err]).toEqual([0, '']);
      expect(misfits(SCHEMAS[verb], JSON.parse(out))).toEqual([]);
    },
  );

  it.each(['md', 'tex', 'html'])('is derived as %s', (format) => {
    const { status, out } = optimand('derive', id, '--steps', '--format', format);
    expect(status).toBe(0);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(sampled(['md', 'tex'], 1))('has its laws and signs as %s', (format) => {
    for (const verb of ['laws', 'statics']) {
      const { status, out } = optimand(verb, id, '--format', format);
      expect(status).toBe(0);
      expect(out).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

it('stands among rows of cases', () => {
  const rows = [
    { params: { variant: 'loss-target', A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28, L_inf: 1.69, loss: 2 } },
    { params: { variant: 'loss-target', A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28, L_inf: 1.69 } },
  ];
  const { status, out } = fed(JSON.stringify(rows), 'optimize', '--cases', '-', '--format', 'json');
  expect(status).toBe(2);
  const [good, bad] = (JSON.parse(out) as { result: { solved?: boolean; error?: { message: string } }[] })
    .result;
  expect(good?.solved).toBe(true);
  expect(bad?.error?.message).toMatch(/needs loss/);
});

it.each([
  ['a missing parameter', ['optimize', 'compute-optimal', '--set', LAW], /needs C \(compute/],
  [
    'a loss below L_inf',
    ['optimize', 'loss-target', '--set', `${LAW},loss=1.5`],
    /no size and no data bring the loss down to L_inf/,
  ],
  [
    'a loss at L_inf',
    ['laws', 'loss-target', '--in', 'A', '--set', `${LAW},loss=1.69`],
    /no size and no data/,
  ],
  [
    'no compute',
    ['optimize', 'compute-optimal', '--set', `${LAW},C=0`],
    /C = 0 is not allowed; it must be positive/,
  ],
  [
    'a parameter of another problem',
    ['optimize', 'compute-optimal', '--set', `${LAW},C=1e20,t=1`],
    /"t" is not declared/,
  ],
  ['laws in an exponent', ['laws', 'loss-target', '--in', 'alpha'], /stands in exponents/],
  [
    'laws in the origin of a distance',
    ['laws', 'loss-target', '--in', 'L_inf'],
    /matters only by loss - L_inf/,
  ],
  ['a block', ['laws', 'compute-optimal', '--with', 'cournot:m=3'], /is no firm/],
  ['a map of one parameter', ['laws', 'compute-optimal', '--map', 'C,C'], /needs two parameters/],
  [
    'a difference from a firm',
    ['derive', 'compute-optimal', '--diff', 'baseline'],
    /baseline is a firm and compute-optimal is not/,
  ],
  ['rho', ['laws', 'compute-optimal', '--hold', 'rho'], /rho is no letter of compute-optimal/],
  [
    'a place that is none',
    ['statics', 'compute-optimal', '--where', 'data-bound'],
    /is no place of an optimum/,
  ],
])('refuses %s in one sentence', (_, args, sentence) => {
  const { status, out, err } = optimand(...args);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});
