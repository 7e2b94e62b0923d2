/** Variants and blocks on the command line: every reference row, compositions, and one sentence for what has no meaning. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OptimizeAnswer } from '../../src/index.ts';
import { bench, type Run, setting } from './run.ts';

const { optimand, fed } = bench();
const REFERENCE = join(import.meta.dirname, '../reference/optima.json');

const rowsOf = ({ status, out }: Run): readonly OptimizeAnswer[] => {
  expect(status).toBe(0);
  return (JSON.parse(out) as { result: OptimizeAnswer[] }).result;
};

interface Expected {
  readonly produces: boolean;
  readonly optimum?: Readonly<Record<string, string>>;
  readonly elasticities?: Readonly<Record<string, number>>;
}

test('every reference row through --cases', () => {
  const expected = JSON.parse(readFileSync(REFERENCE, 'utf8')) as readonly Expected[];
  const rows = rowsOf(optimand('optimize', '--cases', REFERENCE, '--format', 'json'));
  expect(rows).toHaveLength(expected.length);
  for (const [i, row] of rows.entries()) {
    const { produces, optimum, elasticities = {} } = expected[i] as Expected;
    expect(row.produces).toBe(produces);
    expect(row.unbounded).toBe(false);
    if (!optimum) {
      expect([row.optimum, row.elasticities, row.regime]).toEqual([null, null, 'stay-out']);
      continue;
    }
    for (const name of ['n', 'd', 't', 'C_train'] as const)
      expect(Math.abs((row.optimum?.[name] ?? 0) / Number(optimum[name]) - 1), `row ${i}`).toBeLessThan(1e-8);
    for (const [name, value] of Object.entries(elasticities))
      expect(Math.abs((row.elasticities?.[name] ?? Number.NaN) - value), `row ${i}`).toBeLessThan(1e-5);
    expect(row.residual).toBeLessThan(1e-11);
  }
});

describe('--with', () => {
  const json = (...args: readonly string[]) => rowsOf(optimand('optimize', ...args, '--format', 'json'))[0];

  test('blocks and their numbers are VARIANT and --set in other words', () => {
    const composed = json('--with', 'cournot:m=3', '--with', 'ces-quality:r=1', '--set', setting());
    expect(composed?.params).toMatchObject({ variant: 'cournot+ces-quality', m: 3, r: 1 });
    const same = json('cournot', '--with', 'ces-quality', '--set', setting({ m: 3, r: 1 }));
    const named = json('cournot+ces-quality', '--set', setting({ m: 3, r: 1 }));
    expect([same?.optimum, named?.optimum]).toEqual([composed?.optimum, composed?.optimum]);
  });

  test('on every row of --cases, whatever variant it names', () => {
    const params = Object.fromEntries(
      setting()
        .split(',')
        .map((pair) => pair.split('='))
        .map(([name, value]) => [name, Number(value)]),
    );
    const lines = [{ params }, { params: { ...params, variant: 'rival', q0: 2 } }].map((row) =>
      JSON.stringify(row),
    );
    const rows = rowsOf(
      fed(lines.join('\n'), 'optimize', '--cases', '-', '--with', 'cournot:m=2', '--format', 'json'),
    );
    const alone = json('rival+cournot', '--set', setting({ q0: 2, m: 2 }));
    expect(rows[1]?.optimum).toEqual(alone?.optimum);
    expect(rows[0]?.optimum).toEqual(json('cournot', '--set', setting({ m: 2 }))?.optimum);
  });

  test('profit without end is an answer', () => {
    const set = setting({ alpha: 0.3, beta: 0.3, gamma: -1, b: 4.2e-4 });
    const row = json('network', '--set', `${set},nu=0.8,K=1e14`);
    expect(row).toMatchObject({ produces: true, unbounded: true, optimum: null, elasticities: null });
    const { out } = optimand('optimize', 'network', '--set', `${set},nu=0.8,K=1e14`);
    expect(out).toContain('profit grows without end');
  });

  test('where too many sell, that is said, and with few where they would start', () => {
    const warnings = (changes: Readonly<Record<string, number>>): string =>
      JSON.parse(optimand('optimize', 'cournot', '--set', setting(changes), '--format', 'json').out)
        .warnings[0];
    expect(warnings({ m: 1e6 })).toMatch(
      /^there is no symmetric equilibrium in which every seller makes a profit/,
    );
    expect(warnings({ m: 3, E: 1e10 })).toMatch(/makes a profit; each breaks even at E = \d/);
    expect(warnings({ m: 12, alpha: 0.35, beta: 0.35, gamma: -0.9, E: 1e24 })).toMatch(
      /makes a profit at this E; each breaks even at a lower one, E = \d/,
    );
  });

  test('fixed demand is reported as sold', () => {
    const row = json('fixed-demand', '--set', setting({ delta: null, T: 1e15 }));
    expect(row?.optimum?.t).toBe(1e15);
    expect(row?.elasticities).toMatchObject({ 't/T': 1, 't/E': 0 });
  });
});

describe('what has no meaning is one sentence', () => {
  test.each([
    [
      ['cournot', '--with', 'network'],
      /both replace the market, and no source says whether own or industry sales/,
    ],
    [['--with', 'network', '--with', 'fixed-demand'], /network and fixed-demand both replace the market/],
    [['rival', '--with', 'rival'], /rival is asked for twice/],
    [['--with', 'cournt:m=3'], /--with cannot add "cournt", which is no block; did you mean "cournot"\?/],
    [['--with', 'baseline'], /--with cannot add "baseline"/],
    [['--with', 'cournot:r=1'], /given r, which is no parameter of that block; it has omega, delta, m/],
    [['--with', 'cournot:'], /--with cannot read ""/],
    [['--with', 'cournot:m=3', '--set', 'm=2'], /^m is given twice; give each name once\.$/],
    [
      ['cournot', '--set', setting({ m: 2.5 })],
      /^m = 2\.5 is not allowed; it must be an integer at least 1\.$/,
    ],
    [['cournot', '--set', setting({ m: -1 })], /m = -1 is not allowed/],
    [['cournot', '--set', setting()], /cournot needs m \(number of sellers\)/],
    [
      ['--with', 'endogenous-threshold:kappa=1', '--set', setting()],
      /^kappa = 1 is not allowed; it must be at least 0 and below 1\.$/,
    ],
    [
      ['constant-elasticity', '--set', setting({ delta: null, epsilon: 1, K: 1 })],
      /^epsilon = 1 is not allowed; it must be above 1\.$/,
    ],
    [['hill-adoption', '--set', setting({ h: 2 })], /"gamma" is not declared/],
    [['fixed-demand', '--set', setting({ T: 1e15 })], /"delta" is not declared/],
    [['network+', '--set', setting()], /"" is not a variant/],
  ])('%o', (args, sentence) => {
    const { status, out, err } = optimand('optimize', ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^optimand: [^\n]+[.?]\n$/);
    expect(err.slice('optimand: '.length).trimEnd()).toMatch(sentence);
  });

  test('a row that gives what --with gives is wrong, the others are answered', () => {
    const { status, out } = fed(
      '[{"params":{"m":3}}]',
      ...['optimize', '--cases', '-', '--with', 'cournot:m=2', '--format', 'json'],
    );
    expect(status).toBe(2);
    expect(out).toContain('m is given by --with and by the row');
  });
});
