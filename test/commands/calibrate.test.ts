/** `calibrate`, recorded: scenarios in dollars, of few draws. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record } = recorder('calibrate');

test('scenarios', () =>
  record('scenarios', [
    'calibrate --help',
    'calibrate --draws 8',
    'calibrate --draws 8 --seed 2 --format md',
    'calibrate --draws 8 --format json --workers 1',
    'calibrate --draws 8 --out calibrate.svg',
    'calibrate --draws 8 --scenario data-bound',
    'calibrate --draws 8 --scenario data/scenarios/permissive.json',
    'calibrate --draws 8 --scenario paper',
  ]));

test('wrong questions', () =>
  record('wrong', [
    'calibrate --scenario clibrated',
    'calibrate --scenario none.json',
    'calibrate --draws 7',
    'calibrate --draws 1e3',
    'calibrate --workers 0',
    'calibrate --workers 65',
    'calibrate --format tex',
    'calibrate data-bound',
  ]));
