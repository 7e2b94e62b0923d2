/** `claims`, recorded: the ledger as kept, as table, page and graph. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record } = recorder('claims');

test('the ledger as kept', () =>
  record('ledger', [
    'claims --help',
    'claims best-sales',
    'claims theorem-1 efficient-ray',
    'claims theorem-3 --format md',
    'claims best-sales --format json',
    'claims theorem-3 --format dot',
    'claims theorem-3 --format mermaid',
    'claims near-linear --all-variants',
    'claims near-linear --all-variants --format md',
    'claims near-linear --all-variants --format json',
  ]));

test('wrong questions', () =>
  record('wrong', [
    'claims theorem-4',
    'claims x',
    'claims x --all-variants',
    'claims near-linear --all-variants --format dot',
    'claims --format tex',
    'claims --set E=1',
    'claims theorem-1 --out no/claims.txt',
  ]));
