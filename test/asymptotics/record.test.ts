/**
 * Laws as recorded: in the quick tier of the variants that take the engine the least time, else of all but `network`, which
 * takes longer than all others together and is found anew by `check`.
 */
import { test } from 'vitest';
import { VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { expectAsRecorded } from '../support/record.ts';
import { isWhole } from '../support/tier.ts';

const QUICK = [
  ['fixed-demand', 'laws in E'],
  ['baseline', 'laws in E'],
  ['constant-elasticity', 'laws in E'],
  ['rival', 'laws in E'],
  ['data-bound', 'laws in E'],
  ['hill-adoption', 'laws in E'],
  ['inference-adjusted', 'laws in t'],
  ['loss-target', 'laws in A'],
] as const;
const IN_E = VARIANT_IDS.filter((id) => id !== 'network' && !QUICK.some(([quick]) => quick === id)).map(
  (id) => [id, 'laws in E'] as const,
);
const CLASSIC = [
  ['loss-target', 'laws in loss'],
  ['loss-target', 'laws in B'],
  ['compute-optimal', 'laws in C'],
  ['compute-optimal', 'laws in A'],
] as const;

test.each([...QUICK, ...(isWhole ? [...CLASSIC, ...IN_E] : [])])('%s, %s', (id, part) => {
  expectAsRecorded(id, part);
});
