/** Laws as recorded, of the variants that take the engine the least time; `check` finds those of all of them anew. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { compare } from '../../src/report/check/compare.ts';
import { observe } from '../../src/report/check/observe.ts';
import { readRecord } from '../../src/report/check/record.ts';
import { problemAsked } from '../../src/report/problem/ask.ts';

const PATH = 'derivations/laws.json';
const RECORD = readRecord(readFileSync(PATH, 'utf8'), PATH);

const PARTS = [
  ['fixed-demand', 'laws in E'],
  ['baseline', 'laws in E'],
  ['inference-adjusted', 'laws in t'],
  ['loss-target', 'laws in A'],
] as const;

it.each(PARTS)('%s, %s', (id, part) => {
  const recorded = RECORD.filter(({ at }) => at.startsWith(`${id} / ${part}`));
  expect(recorded.length).toBeGreaterThan(1);
  const found = observe(problemAsked(id) ?? modelOf(id), part);
  expect(compare(recorded, found)).toMatchObject({ changed: [] });
});
