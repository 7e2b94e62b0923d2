/** The bytes that leave the toolkit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import ledger from '../../proofs/ledger.json' with { type: 'json' };
import { CLAIM_IDS } from '../../src/claims/claim.ts';
import { canonicalJson } from '../../src/report/canonical.ts';
import { errorReport } from '../../src/report/envelope.ts';
import { changesSince, type Ledger } from '../../src/report/ledger.ts';
import { rowsAgree } from '../../src/report/schemas/ledger.ts';
import { SCHEMAS } from '../../src/report/schemas/registry.ts';
import { misfits } from '../support/schema.ts';

test('canonical JSON says the same as JSON, with keys sorted', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(
        JSON.parse(JSON.stringify(value), (_, part) => (Object.is(part, -0) ? 0 : part)),
      );
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 1_000, seed: 20260514 },
  );
});

test('the order of keys does not show; what JSON cannot say is null; undefined is left out', () => {
  expect(canonicalJson({ b: 1, a: [-0, Number.NaN, Number.NEGATIVE_INFINITY], c: undefined })).toBe(
    '{\n  "a": [\n    0,\n    null,\n    null\n  ],\n  "b": 1\n}\n',
  );
  expect(canonicalJson({})).toBe('{}\n');
});

test('an error names its place within a row', () => {
  const issue = { code: 'bad-value', name: 'E', value: '-1', must: 'positive' } as const;
  expect(errorReport(issue).path).toBe('E');
  expect(errorReport(issue, '[2]').path).toBe('[2].params.E');
  expect(errorReport({ code: 'file', path: 'x', what: 'no', would: 'yes' }, '[2]').path).toBe('[2]');
});

test('the ledger as kept is valid, and holds every claim', () => {
  expect(misfits(SCHEMAS.ledger, ledger)).toEqual([]);
  expect(rowsAgree).not.toContain(false);
  expect([...new Set(ledger.rows.map(({ id }) => id))].sort()).toEqual([...CLAIM_IDS].sort());
});

test('a verdict that differs, a row that is new and one that is gone are changes; claims not asked for are none', () => {
  const { rows } = ledger as unknown as Ledger;
  const [first, second] = rows;
  if (!first || !second) throw new Error('the ledger is too short');
  expect(changesSince(rows, [first, second])).toEqual([]);
  expect(changesSince(rows, [{ ...first, verdict: 'undecided' }])).toMatchObject([
    { id: first.id, recorded: first.verdict, found: 'undecided' },
  ]);
  expect(
    changesSince(rows, [{ ...first, reading: 'another' }]).map(({ recorded, found }) => [recorded, found]),
  ).toEqual([
    [first.verdict, null],
    [null, first.verdict],
  ]);
});
