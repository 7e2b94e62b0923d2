/** The record of laws and signs, and whether a part of it is found again. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { modelOf, type VariantId } from '../../src/economics/variants/registry.ts';
import { compare } from '../../src/report/check/compare.ts';
import { observe } from '../../src/report/check/observe.ts';
import { readRecord } from '../../src/report/check/record.ts';
import { problemAsked } from '../../src/report/problem/ask.ts';

const PATH = 'derivations/laws.json';
const RECORD = readRecord(readFileSync(PATH, 'utf8'), PATH);

/** Expects a part of what is recorded of a variant or a classic to be found again, all of it and nothing else. */
export function expectAsRecorded(id: string, part: string): void {
  const recorded = RECORD.filter(({ at }) => at.startsWith(`${id} / ${part}`));
  expect(recorded.length).toBeGreaterThan(1);
  const found = observe(problemAsked(id) ?? modelOf(id as VariantId), part);
  expect(compare(recorded, found)).toMatchObject({ changed: [] });
}
