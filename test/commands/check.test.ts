/** `check`, recorded, in threads: a model of one's own, a folder of them, a record that differs, and wrong questions. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, test } from 'vitest';
import { recorder } from '../support/commands.ts';
import { withThreads } from '../support/threads.ts';
import { SHOP } from './shop.ts';

beforeAll(withThreads);

const { record, file, folder } = recorder('check');

test("a model of one's own", async () => {
  file('shop.json', SHOP);
  await record('own', [
    'check --model shop.json --update',
    'check --model shop.json',
    'check --model shop.json --format md',
    'check --model shop.json --format json',
  ]);
  const recorded = readFileSync(join(folder, 'shop.laws.json'), 'utf8');
  file('signs.laws.json', recorded.replace('"x":"-","z":"+"', '"x":"+","z":"?"'));
  file(
    'less.laws.json',
    recorded
      .replace('"count": 11', '"count": 10')
      .split('\n')
      .filter((line) => !line.includes('signs / c'))
      .join('\n'),
  );
  file('more.laws.json', recorded.replaceAll('laws in c', 'laws in a'));
  file('short.laws.json', recorded.split('\n').slice(0, 6).join('\n'));
  file('count.laws.json', recorded.replace('"count": 11', '"count": 12'));
  file('shop.json', { ...SHOP, objective: { ...SHOP.objective, parts: { stock: 'c*x^2', orders: 'k/x' } } });
  await record('changed', [
    'check --model shop.json',
    'check --model shop.json --format md',
    'check --model shop.json --format json --out changes.json',
  ]);
  file('shop.json', SHOP);
  await record('other-record', [
    ...['signs', 'less', 'more', 'short', 'count'].map(
      (name) => `check --model shop.json --against ${name}.laws.json`,
    ),
  ]);
});

test('a folder of models', () => {
  mkdirSync(join(folder, 'models'));
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'twice'));
  file('models/shop.json', SHOP);
  file('models/store.json', { ...SHOP, id: 'store' });
  file('models/notes.txt', 'no model');
  file('twice/one.json', SHOP);
  file('twice/two.json', SHOP);
  return record('folder', [
    'check --model models --update',
    'check --model models/',
    'check --model empty',
    'check --model twice',
    'check --model models --against models/laws.json --update --quiet',
  ]);
});

test('wrong questions', () => {
  file('record.json', '{');
  file('own.json', { id: 'own', blocks: ['cournot'] });
  return record('wrong', [
    'check --help',
    'check nothing',
    'check basline',
    'check --against nowhere.json',
    'check --against record.json',
    'check baseline --model own.json',
    'check --model nowhere.json',
    'check --model own.json',
    'check --model record.json',
    'check --format tex',
    'check --update --against no/laws.json',
  ]);
});
