/** What the command line says before any verb runs, recorded: help, the version, and what it cannot read, as text and as JSON. */
import { expect, test } from 'vitest';
import { callOfFile } from '../../src/cli/model-file.ts';
import { TOOL } from '../../src/report/version.ts';
import { optimand, recorder } from '../support/commands.ts';

const { record } = recorder('refusals');

test('help', () =>
  record('help', ['--help', 'help', 'help laws', 'claims --help', 'explore --help', 'fit -h']));

test('no verb, and none of these', () =>
  record('verbs', [
    'lawz',
    'lawz --format json',
    'lawz --format=json',
    'something',
    '--nothing',
    '--nothing --format=json',
    '--format json',
  ]));

test('flags that a verb has not, or without what they need', () =>
  record('flags', [
    'laws --nothing',
    'laws --ni E',
    'laws --in',
    'laws --in --format json',
    'laws --format',
    'laws --format xml',
    'laws --format=xml --format=json',
    'laws --format json --format xml',
    'laws --seed many',
    'laws --seed -1',
    'laws --seed 1.5 --format json',
    'laws --model',
    'laws baseline data-bound',
    'optimize --set',
    'statics --draw',
    'derive --steps=yes',
  ]));

test('the version', async () => {
  expect(await optimand('--version')).toEqual({ status: 0, out: `${TOOL.version}\n`, err: '' });
});

test('nothing at all', async () => {
  const { status, out, err } = await optimand();
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^optimand: No verb is given; choose one of .*explore.*, or see optimand --help\.\n$/);
});

test.each([
  ['shop.json', '--model shop.json'],
  ['models/my-shop_2.json', '--model models/my-shop_2.json'],
  ['my shop.json', "--model 'my shop.json'"],
  ['$shop.json', "--model '$shop.json'"],
  ["a's.json", "--model 'a'\\''s.json'"],
  ['shop.json;', "--model 'shop.json;'"],
])('a file %s is asked for as a shell reads it: %s', (path, call) => {
  expect(callOfFile({ path, blocks: [] })).toBe(call);
  expect(callOfFile({ path, blocks: ['rival', 'cournot'] })).toBe(`${call} --with rival --with cournot`);
});
