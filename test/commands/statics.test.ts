/** `statics`, recorded: the signs of a problem in every format, and wrong questions. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';
import { SHOP } from './shop.ts';

const { record, file } = recorder('statics');

test('of a problem', () =>
  record('problem', [
    'statics --help',
    'statics compute-optimal',
    'statics compute-optimal --format md',
    'statics compute-optimal --format json',
  ]));

test('of a small problem', () => {
  file('shop.json', SHOP);
  return record('shop', [
    'statics --model shop.json',
    'statics --model shop.json --format md --seed 3',
    'statics --model shop.json --format tex',
    'statics --model shop.json --format json',
  ]);
});

test('wrong questions', () =>
  record('wrong', [
    'statics --set E=1',
    'statics --format svg',
    'statics --plane E,gamma',
    'statics nothing',
    'statics --hold c',
    'statics --where nowhere',
    'statics compute-optimal --where nowhere',
    'statics compute-optimal --hold rho',
    'statics compute-optimal --draw n/A',
    'statics --draw n',
    'statics --draw n/x',
    'statics --draw n/a --plane E',
    'statics --draw n/a --plane E,E',
    'statics --draw n/a --plane E,nothing',
    'statics --draw n/a --set X=1',
    'statics --format html',
  ]));
