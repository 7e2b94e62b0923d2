/** Verbs that run long, recorded by their help and their refusals, which come before any work. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record } = recorder('rest');

test('the page', () =>
  record('explore', [
    'explore --help',
    'explore --port x',
    'explore --port 70000',
    'explore --format json',
    'explore now',
  ]));

test('the proofs', () =>
  record('prove', [
    'prove --help',
    'prove nothing',
    'prove theorem-4',
    'prove --format tex',
    'prove x --format json',
  ]));
