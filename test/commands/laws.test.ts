/** `laws`, recorded: every format, flag and wrong question that is cheap. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('laws');

const FIRM = 'alpha=0.34,beta=0.28,a=0.004,b=0.0016,omega=1e-5,delta=1e-21';

test('help', () => record('help', ['laws --help']));

test('of firms', () =>
  record('firms', [
    'laws --set gamma=0',
    `laws --set ${FIRM},gamma=-0.1`,
    'laws --in delta --set gamma=0',
    'laws --in delta --set gamma=0 --format md',
    'laws --in delta --set gamma=0 --format tex',
    'laws --in delta --set gamma=0 --format json',
    `laws --in a --hold rho --set alpha=0.34,beta=0.28,gamma=0`,
  ]));

test('of problems', () =>
  record('problems', [
    'laws compute-optimal',
    'laws compute-optimal --in C --set alpha=0.34,beta=0.28',
    'laws compute-optimal --format md',
    'laws compute-optimal --format tex',
    'laws compute-optimal --format json --seed 7',
    'laws loss-target',
    'laws inference-adjusted --in t',
    'laws --model compute-optimal --in A --out laws.txt',
    'laws compute-optimal --format svg',
    'laws compute-optimal --out laws.svg',
  ]));

test('wrong questions', () => {
  file('mine.json', { id: 'own', blocks: ['courno'] });
  return record('wrong', [
    'laws --in omgea',
    'laws compute-optimal --in E',
    'laws compute-optimal --with cournot',
    'laws compute-optimal --hold rho',
    'laws compute-optimal --in alpha',
    'laws --map E',
    'laws --map E,E',
    'laws --map E,delta --in a',
    'laws --map E,delta --hold b',
    'laws --map E=1e14,delta',
    'laws --map E=1e20:1e14,delta',
    'laws --map E=x:y,delta',
    'laws --map E,nothing',
    'laws --format svg --hold rho',
    'laws --format svg --in gamma',
    'laws --all-variants --format json',
    'laws --all-variants --in x',
    'laws --model none.json',
    'laws --model mine.json',
    'laws baseline --model mine.json',
    'laws --with courno:m=3',
    'laws --with cournot:m=3 --set m=4',
    'laws --with cournot:m=0',
    'laws --with',
    'laws --format xml',
  ]);
});
