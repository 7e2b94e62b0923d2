/** Maps and tables over parameters, recorded: `laws --map` of problems, and `laws --all-variants` where few variants have the letter. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';
import { SHOP } from './shop.ts';

const { record, file } = recorder('map');

test('regimes over two parameters', () => {
  file('shop.json', SHOP);
  return record('problems', [
    'laws --model shop.json --map k,c',
    'laws --model shop.json --map k=1:100,c=0.1:10 --format json',
    'laws --model shop.json --map k,c --out map.svg',
    'laws --model shop.json --map k,c --format md',
    'laws --model shop.json --map k,c --format tex',
    'laws --model shop.json --map k,x',
    'laws --model shop.json --map k=-1:1,c',
    'laws --model shop.json --map k=1,c',
    'laws --model shop.json --map k,c --set k=2',
    'laws --model shop.json --map k,c,k',
    'laws compute-optimal --map C,A',
    'laws compute-optimal --map alpha,C',
    'laws compute-optimal --map C,alpha --set beta=0.3',
  ]);
});

test('the exponents of every variant', () => record('all-variants', ['laws --all-variants --in D']));
