/** `report`, recorded, its pieces found in threads: one about a small problem whole, and refusals. */
import { beforeAll, test } from 'vitest';
import { recorder } from '../support/commands.ts';
import { withThreads } from '../support/threads.ts';
import { SHOP } from './shop.ts';

beforeAll(withThreads);

const { record, file } = recorder('report');

test('a small problem', () => {
  file('shop.json', SHOP);
  return record('shop', ['report --model shop.json --in k --out report']);
});

test('wrong questions', () => {
  file('file.txt', 'mine');
  return record('wrong', [
    'report --help',
    'report --set E=1',
    'report --with cournot:m=3',
    'report --in E',
    'report nothing',
    'report --model none.json',
    'report baseline --set X=1 --out report',
    'report compute-optimal --in E --out report',
    'report --out file.txt',
    'report --out file.txt/report',
    'report --format md',
  ]);
});
