/** `trends --observed`, recorded: growth in the tables of facts. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record } = recorder('trends');

test('observed', () =>
  record('observed', [
    'trends --help',
    'trends --observed',
    'trends --observed chips',
    'trends --observed runs',
    'trends --observed --format md',
    'trends --observed chips --format md',
    'trends --observed runs --format md',
    'trends --observed --format json',
  ]));
