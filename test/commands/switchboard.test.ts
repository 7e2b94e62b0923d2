/** Claims put to every variant and to a model of one's own, recorded, and a verdict that differs from the ledger. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('verify');

test("every variant, a model of one's own, and a verdict that differs", () => {
  file('mine.json', { id: 'mine', blocks: ['cournot'] });
  return record('variants', [
    'verify efficient-ray --all-variants --runs 2',
    'verify efficient-ray --all-variants --runs 2 --format md',
    'verify efficient-ray --all-variants --runs 2 --format json',
    'verify efficient-ray --all-variants --model docs/models/log-power.json --runs 2',
    'verify efficient-ray --all-variants --model docs/models/log-power.json --runs 2 --format md',
    'verify efficient-ray --all-variants --model docs/models/log-power.json --runs 2 --format json',
    'verify efficient-ray --all-variants --variant cournot --model mine.json --runs 2',
    'verify theorem-3 --runs 1',
    'verify theorem-3 --runs 1 --format json',
  ]);
});
