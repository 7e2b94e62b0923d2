/** Signs as recorded, of the variants that take the engine the least time; `check` finds those of all of them anew. */
import { test } from 'vitest';
import { expectAsRecorded } from '../support/record.ts';

test.each([
  'baseline',
  'data-bound',
  'constant-elasticity',
  'endogenous-threshold',
  'data-cost',
  'split-efficiency',
  'fixed-demand',
  'hill-adoption',
])('%s', (id) => {
  expectAsRecorded(id, 'signs with b held');
});
