/** The report: its JSON under its schema, its formulas through the gate, its verb, its words. */
import { beforeAll, describe, expect, test } from 'vitest';
import { observe } from '../../src/claims/statics-observe.ts';
import { runCommandLine } from '../../src/cli/program.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { canonicalJson } from '../../src/report/canonical.ts';
import { envelope } from '../../src/report/envelope.ts';
import { gate } from '../../src/report/latex-gate.ts';
import { STATICS_RENDERERS } from '../../src/report/render/statics.ts';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import type { StaticsRow } from '../../src/report/schemas/statics.ts';
import { type StaticsReport, statics } from '../../src/report/statics.ts';
import { misfits } from '../support/schema.ts';
import { SEED } from './tables.ts';

let report: StaticsReport;
const rowOf = (name: string): StaticsRow => {
  const row = report.rows.find(({ quantity, parameter }) => `${quantity}/${parameter}` === name);
  if (!row) throw new Error(`there is no row ${name}`);
  return row;
};

beforeAll(async () => {
  report = await statics('baseline', { hold: 'b', seed: SEED, draws: 60 });
});

describe('as JSON', () => {
  test('validates against its schema, and is the same again', async () => {
    const text = canonicalJson(envelope('statics', SEED, report.rows, report.warnings));
    expect(misfits(SCHEMAS.statics, JSON.parse(text))).toEqual([]);
    const again = await statics('baseline', { hold: 'b', seed: SEED, draws: 60 });
    expect(canonicalJson(envelope('statics', SEED, again.rows, again.warnings))).toBe(text);
  });

  test('a sign has a proof, a change has a boundary, and only they', () => {
    for (const { sign, proof, boundary } of report.rows) {
      expect([proof !== null, boundary !== null]).toEqual(
        sign === 'changes' || sign === 'undecided' ? [false, true] : [true, false],
      );
    }
  });

  test('every proof is a sum without disagreement', () => {
    for (const { proof } of report.rows)
      for (const one of proof?.cases ?? []) expect([one.sign !== null, one.conditions]).toEqual([true, []]);
  });

  test('witnesses have few digits and, before the referee, the sign they stand for', () => {
    const { witnesses } = rowOf('n/a').boundary ?? {};
    for (const [sign, witness] of [
      [1, witnesses?.positive],
      [-1, witnesses?.negative],
    ] as const) {
      expect(Math.sign(observe(baseline, witness?.params ?? {})?.response('n', 'a', 'b') ?? 0)).toBe(sign);
      expect(witness?.replay).toMatch(/^optimand optimize baseline --set /);
    }
  });

  test('the surface is drawn for several shapes', () => {
    const curves = rowOf('n/a').boundary?.drawn ?? [];
    expect(curves.filter(({ points }) => points.length > 3).length).toBeGreaterThanOrEqual(3);
  });
});

describe('for readers', () => {
  test('every surface passes the LaTeX gate', async () => {
    for (const { boundary } of report.rows) {
      for (const shown of [boundary?.surface, boundary?.root])
        if (shown) expect(await gate(shown.tex)).toEqual({ ok: true });
    }
  });

  test.each(['text', 'md', 'tex'] as const)('%s has every parameter and no gap', (format) => {
    const text = STATICS_RENDERERS[format](report);
    for (const name of ['gamma', 'omega', 'delta']) expect(text).toContain(name);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('text fits 100 columns', () => {
    const lines = STATICS_RENDERERS.text(report).split('\n');
    expect(
      lines.filter((line) => line.length > 100 && line.trim().includes(' ') && !line.includes('*')),
    ).toEqual([]);
  });

  test('sentences say what is held, and what does what', () => {
    expect(rowOf('n/E').sentence).toBe('More efficient hardware makes the optimal model larger.');
    expect(rowOf('n/a').sentence).toMatch(
      /^More parameter-efficient training \(holding b\) can move the size of the optimal model either way: when training costs dominate .* exactly where C.*when inference costs dominate .* exactly where gamma < 0\. Here /,
    );
    expect(new Set(report.rows.map(({ sentence }) => sentence)).size).toBe(report.rows.length);
  });
});

test('the verb refuses what it does not know', async () => {
  const said: string[] = [];
  const status = await runCommandLine(['statics', 'baseline', '--hold', 'c'], {
    out: () => {},
    err: (text) => said.push(text),
  });
  expect([status, said.length]).toEqual([2, 1]);
});
