/** `reveal --all-scenarios`, recorded. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record } = recorder('reveal');

test('every scenario that ships', () =>
  record('all', [
    'reveal --all-scenarios --draws 20',
    'reveal --all-scenarios --draws 20 --format md',
    'reveal --all-scenarios --draws 20 --format json',
  ]));
