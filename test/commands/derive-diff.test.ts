/** `derive --diff`, recorded: what changes from one model to another. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record } = recorder('derive');

test('what changes', () =>
  record('diff', [
    'derive --diff data-bound --no-laws',
    'derive --diff split-efficiency --no-laws --format md',
    'derive --diff fixed-demand --with cournot --no-laws --format tex',
    'derive --diff fixed-demand --no-laws --format tex --standalone --set gamma=0',
    'derive compute-optimal --diff loss-target',
    'derive compute-optimal --diff inference-adjusted --format json',
    'derive --diff docs/models/log-power.json --no-laws',
    'derive --diff baseline --no-laws',
  ]));
