/** Each verb as a user meets it: answers, exit status, the envelope, and what goes to which stream. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TYPICAL } from '../numerics/reference.ts';
import { misfits } from '../support/schema.ts';
import { byTier, isWhole } from '../support/tier.ts';
import { bench, setting } from './run.ts';

const { dist, folder, optimand, fed, file } = bench();

interface Enveloped<Result> {
  readonly schemaVersion: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly paper: { readonly id: string };
  readonly command: string;
  readonly seed: number;
  readonly result: Result;
  readonly warnings: readonly string[];
}

/** The envelope that a run prints, valid under the schema that is shipped for it. */
function valid<Result>(schema: string, text: string): Enveloped<Result> {
  const value: unknown = JSON.parse(text);
  expect(misfits(JSON.parse(readFileSync(join(dist, 'schemas', `${schema}.json`), 'utf8')), value)).toEqual(
    [],
  );
  return value as Enveloped<Result>;
}

/** Whether every object's keys are sorted, as they stand in the text. */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const keys = Object.keys(value);
  const sorted = Array.isArray(value) || [...keys].sort().every((key, i) => key === keys[i]);
  return sorted && Object.values(value).every(isSorted);
}

describe('help and version', () => {
  test.each([[[]], [['derive']], [['optimize']], [['claims']], [['verify']]])('%s --help', (verb) => {
    const { status, out, err } = optimand(...verb, '--help');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: optimand/);
  });

  test('--version', () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    expect(optimand('--version')).toEqual({ status: 0, out: `${manifest.version}\n`, err: '' });
  });
});

describe('derive', () => {
  test('JSON: valid, sorted, the same bytes again, numbers where --set decides them', () => {
    const args = ['derive', '--format', 'json', '--set', setting(), '--seed', '7'];
    const { status, out, err } = optimand(...args);
    expect([status, err]).toEqual([0, '']);
    expect(optimand(...args).out).toBe(out);
    const { command, seed, paper, tool, result } = valid<{
      derivations: {
        id: string;
        results: { name: string; relation: { right: { value: number | null } } }[];
      }[];
    }>('derive', out);
    expect([command, seed, paper.id, tool.name]).toEqual(['derive', 7, 'arXiv:2605.16430', 'optimand']);
    expect(isSorted(JSON.parse(out))).toBe(true);
    const bound = result.derivations
      .find(({ id }) => id === 'explicit-bound')
      ?.results.find(({ name }) => name === 'bound');
    const n =
      ((TYPICAL.omega * TYPICAL.alpha * TYPICAL.E) / (2 * TYPICAL.a ** TYPICAL.gamma)) **
      (1 / (1 + TYPICAL.alpha * TYPICAL.gamma));
    expect((bound?.relation.right.value ?? 0) / n).toBeCloseTo(1, 12);
  });

  test('text reads as an argument, each step with where it came from', () => {
    const { out } = optimand('derive', '--steps');
    expect(out).toContain(
      'Sell one token more.\n          pi_t = M - 2*delta*t\n      [differentiate (d/dt), from (1)]',
    );
    expect(optimand('derive').out).not.toContain('Argument');
  });

  test('--set shows formula, numbers put in, value', () => {
    const { out } = optimand('derive', '--set', 'alpha=0.3,beta=0.3,gamma=-1');
    expect(out).toContain('| k = 1 + alpha/beta\n      | k = 1 + 0.3/0.3\n      | k = 2');
    expect(out).toContain('the values set lie outside this domain');
  });

  test('LaTeX: environments, numbers, labels, a document of its own', () => {
    const tex = (...flags: string[]): string => optimand('derive', '--format', 'tex', ...flags).out;
    expect(tex()).toContain('\\begin{align*}');
    expect(tex('--env', 'gather', '--numbered')).toContain('\\begin{gather}');
    expect(tex('--numbered', '--labels')).toContain('\\label{eq:explicit-bound:bound}');
    expect(tex('--standalone')).toMatch(/^\\documentclass[\s\S]*\\end\{document\}\n$/);
    const bare = tex('--env', 'none');
    expect(bare).not.toMatch(/\\begin\{align|\\subsection/);
    expect(bare).toContain('n^{\\ast} < n_I');
    for (const text of [tex('--steps'), bare]) expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('HTML: one file, no script, no font, nothing from elsewhere', () => {
    const { out } = optimand('derive', '--format', 'html', '--steps');
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).toContain('Content-Security-Policy');
    expect(out).toContain('<math');
    expect(out).not.toMatch(/<script|<link|<img|@font-face|url\(|\son\w+=|(?:src|href)="(?!#)/);
  });

  test('Markdown keeps formulas in dollars', () => {
    const { out } = optimand('derive', '--format', 'md');
    expect(out).toContain('$$\nt^{\\ast} =');
    expect((out.match(/(?<!\\)\$\$/g) ?? []).length % 2).toBe(0);
  });

  test('data-bound comes with what it rests on', () => {
    const { result } = valid<{ derivations: { id: string }[] }>(
      'derive',
      optimand('derive', 'data-bound', '--format', 'json').out,
    );
    expect(result.derivations.map(({ id }) => id)).toEqual([
      'conditions',
      'best-sales',
      'efficient-ray',
      'reduced-profit',
      'data-bound',
      'explicit-bound',
      'break-even',
      'local-elasticity',
    ]);
  });

  test('--out writes the file whole and prints nothing', () => {
    const path = join(folder, 'derivations.md');
    expect(optimand('derive', '--format', 'md', '--out', path)).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(path, 'utf8')).toBe(optimand('derive', '--format', 'md').out);
    expect(optimand('derive', '--format', 'md', '--out', path).status).toBe(0);
  });
});

describe('optimize', () => {
  interface Row {
    readonly produces: boolean;
    readonly unbounded: boolean;
    readonly optimum: Readonly<Record<string, number>> | null;
    readonly elasticities: Readonly<Record<string, number>> | null;
    readonly regime: string;
    readonly residual: number;
  }
  const one = (...args: readonly string[]): Row => {
    const { status, out, err } = optimand('optimize', ...args, '--format', 'json');
    expect([status, err]).toEqual([0, '']);
    const [row] = valid<Row[]>('optimize', out).result;
    if (!row) throw new Error('no row');
    return row;
  };

  test('a point that produces', () => {
    const row = one('--set', setting());
    expect(row).toMatchObject({ produces: true, unbounded: false, regime: 'inference-dominated' });
    expect((row.optimum?.n ?? 0) / 4767201043209.11).toBeCloseTo(1, 9);
    expect(row.elasticities?.['n/E']).toBeCloseTo(0.91331434, 6);
    expect(Object.keys(row.elasticities ?? {})).not.toContain('n/gamma');
    expect(row.residual).toBeLessThan(1e-9);
  });

  test('staying out, breaking even, training, data', () => {
    expect(one('--set', setting({ E: 1e10 }))).toMatchObject({
      produces: false,
      optimum: null,
      elasticities: null,
      regime: 'stay-out',
      residual: null,
    });
    expect(one('--set', setting({ E: 1e24, gamma: -0.5 })).regime).toBe('training-dominated');
    expect(one('data-bound', '--set', `${setting()},D=1e12`).regime).toBe('data-bound');
  });

  test('--hold rho takes elasticities against rho in place of b', () => {
    const names = Object.keys(one('--set', setting(), '--hold', 'rho').elasticities ?? {});
    expect(names).toContain('n/rho');
    expect(names).not.toContain('n/b');
  });

  test('a number may be a formula of numbers', () => {
    expect(one('--set', setting({ E: '2*10^18' })).optimum).toEqual(
      one('--set', setting({ E: 2e18 })).optimum,
    );
  });

  test('--cases: an array from a file, lines from standard input; the envelope is the same bytes again', () => {
    const rows = [
      { params: TYPICAL },
      { params: { ...TYPICAL, variant: 'data-bound', D: 1e12 }, note: 'ignored' },
    ];
    const path = file('cases.json', JSON.stringify(rows));
    const { out } = optimand('optimize', '--cases', path, '--format', 'json');
    expect(valid<Row[]>('optimize', out).result).toHaveLength(2);
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');
    expect(fed(lines, 'optimize', '--cases', '-', '--format', 'json').out).toBe(out);
  });

  test('rows that are wrong are valid under the schema too', () => {
    const { out } = fed('[{"params":{}}]', 'optimize', '--cases', '-', '--format', 'json');
    expect(valid<Row[]>('optimize', out).result).toHaveLength(1);
  });

  test('the table names units, regime and residual', () => {
    const { out } = optimand('optimize', '--set', setting());
    expect(out).toMatch(/n +4\.76720104e12 {2}parameters/);
    expect(out).toMatch(/regime: inference-dominated; residual of the first-order conditions: \d/);
  });
});

/** Draws of a claim that is verified. */
const RUNS = byTier('40', '200');

describe('claims and verify', () => {
  test('claims prints the ledger as kept', () => {
    const { status, out, err } = optimand('claims', '--format', 'json');
    expect([status, err]).toEqual([0, '']);
    const { result } = valid<{ id: string }[]>('claims', out);
    expect(new Set(result.map(({ id }) => id)).size).toBe(17);
    expect(
      valid<{ id: string }[]>('claims', optimand('claims', 'theorem-1', '--format', 'json').out).result.every(
        ({ id }) => id === 'theorem-1',
      ),
    ).toBe(true);
  });

  test('the table is at most 100 columns wide, and no id is cut', () => {
    const { out } = optimand('claims');
    expect(Math.max(...out.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100);
    expect(out).not.toContain('…');
  });

  test('verify recomputes, says nothing on standard error, and agrees with the ledger', () => {
    const { status, out, err } = optimand(
      'verify',
      'best-sales',
      'efficient-ray',
      '--runs',
      RUNS,
      '--format',
      'json',
    );
    expect([status, err]).toEqual([0, '']);
    expect(valid<{ id: string; verdict: string }[]>('verify', out).result.map(({ id }) => id)).toEqual([
      'best-sales',
      'efficient-ray',
    ]);
    expect(optimand('verify', 'best-sales', 'efficient-ray', '--runs', RUNS, '--format', 'json').out).toBe(
      out,
    );
  });

  test('--set puts a claim to one firm, and prints within 100 columns', () => {
    const { status, out } = optimand('verify', 'sub-quadratic', '--set', setting());
    expect(status).toBe(0);
    expect(out).toMatch(/true here: Is d ln C\/d ln E below 2\?/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    valid('verify', optimand('verify', 'sub-quadratic', '--set', setting(), '--format', 'json').out);
    const put = optimand(
      'verify',
      'best-sales',
      '--with',
      'cournot:m=3',
      '--with',
      'ces-quality:r=1',
      '--set',
      setting(),
    );
    expect(put.out).toMatch(/FALSE HERE: Is t\* = /);
    const bad = optimand('verify', 'sub-quadratic', '--set', 'E=1e18');
    expect([bad.status, bad.err.split('\n').length]).toEqual([2, 2]);
  });

  test('the graph prints as DOT and Mermaid', () => {
    expect(optimand('claims', 'theorem-1', '--format', 'dot').out).toMatch(/^digraph ledger \{/);
    expect(optimand('claims', 'theorem-1', '--format', 'mermaid').out).toMatch(/^graph LR/);
  });

  test.runIf(isWhole)('--strict exits with 3 where a claim is undecided, as with too few draws', () => {
    expect(optimand('verify', 'efficient-ray', '--runs', '40', '--strict').status).toBe(0);
    const { status, out, err } = optimand('verify', 'theorem-2', '--runs', '1', '--strict');
    expect(status).toBe(3);
    expect(out).toContain('undecided');
    expect(err).toBe('optimand: 1 of 2 claims are undecided, the first of them theorem-2.\n');
  });

  test('the matrix of claims and variants prints within 100 columns and is valid as JSON', () => {
    const { status, out } = optimand('claims', '--all-variants');
    expect(status).toBe(0);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const { result } = valid<{ variant: string }[]>(
      'claims',
      optimand('claims', 'near-linear', '--all-variants', '--format', 'json').out,
    );
    expect(new Set(result.map(({ variant }) => variant)).size).toBe(13);
  });
});

test('a reader that stops reading ends the program quietly', async () => {
  const run = spawn(process.execPath, [join(dist, 'cli.js'), 'derive', '--steps', '--format', 'json']);
  let said = '';
  run.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  run.stdout.once('data', () => run.stdout.destroy());
  const status = await new Promise<number | null>((resolve) => run.on('close', resolve));
  expect([status, said]).toEqual([0, '']);
});

describe('fit', () => {
  const runs = join(process.cwd(), 'data/training-runs/gadre_overtraining_runs.csv');
  const args = [
    runs,
    '--columns',
    'loss=loss_c4_val',
    '--where',
    'train_dataset=c4_original',
    '--starts',
    '10',
  ];

  test('gives every constant, and the same again', () => {
    const { status, out, err } = optimand('fit', ...args);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/alpha\s+0\.25257/);
    expect(optimand('fit', ...args).out).toBe(out);
  });

  test('as JSON is what its schema says', () => {
    const { result } = valid('fit', optimand('fit', ...args, '--format', 'json').out);
    expect(result).toMatchObject({ law: 'chinchilla', runs: 34, starts: { tried: 10 } });
  });

  test.each([
    ['an unknown law', ['--law', 'kaplan'], /chinchilla, chinchilla-equal, repeated-data/],
    ['an unknown quantity', ['--columns', 'size=params'], /--columns knows no "size"; its names are params/],
    ['no pair', ['--where', 'c4'], /--where c4 is no pair/],
  ])('%s is told so', (_, more, sentence) => {
    const { status, err } = optimand('fit', runs, ...more);
    expect(status).toBe(2);
    expect(err).toMatch(sentence);
  });
});
