/** Laws as recorded, of the variants that take the engine the least time; `check` finds those of all of them anew. */
import { test } from 'vitest';
import { expectAsRecorded } from '../support/record.ts';

test.each([
  ['fixed-demand', 'laws in E'],
  ['baseline', 'laws in E'],
  ['constant-elasticity', 'laws in E'],
  ['rival', 'laws in E'],
  ['data-bound', 'laws in E'],
  ['hill-adoption', 'laws in E'],
  ['inference-adjusted', 'laws in t'],
  ['loss-target', 'laws in A'],
])('%s, %s', (id, part) => {
  expectAsRecorded(id, part);
});
