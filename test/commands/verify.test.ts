/** `verify`, recorded: claims put to firms drawn, to one firm, to every variant and to a model of one's own. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('verify');

const AT = '--set alpha=0.34,beta=0.28,a=0.004,b=0.0016,omega=1e-5,delta=1e-21,gamma=-0.1,E=1e18';

test('help', () => record('help', ['verify --help']));

test('one firm', () =>
  record('firm', [
    `verify sub-quadratic ${AT}`,
    `verify best-sales theorem-1 ${AT}`,
    `verify sub-quadratic ${AT} --format json`,
    `verify best-sales --with cournot:m=3 ${AT}`,
    `verify best-sales --variant data-bound ${AT},D=1e12`,
    `verify best-sales --model docs/models/log-power.json ${AT}`,
  ]));

test('firms that are drawn', () =>
  record('drawn', [
    'verify best-sales --runs 5',
    'verify best-sales --runs 5 --format md',
    'verify best-sales --runs 5 --format json',
    'verify best-sales --runs 1 --strict',
  ]));

test('wrong questions', () => {
  file('mine.json', { id: 'own', blocks: ['cournot'] });
  return record('wrong', [
    'verify x',
    'verify theorem-4',
    'verify best-sales --runs 0',
    'verify best-sales --runs many',
    'verify best-sales --update',
    'verify best-sales --all-variants --update',
    'verify best-sales --all-variants --update --model mine.json',
    'verify best-sales --with cournot:m=3',
    'verify best-sales --variant data-bound',
    'verify --all-variants --set E=1',
    'verify --all-variants --model compute-optimal',
    'verify best-sales --set E=1e18',
    'verify best-sales --set X=1',
    'verify best-sales --variant nothing --set E=1',
    'verify best-sales --variant compute-optimal --set C=1',
    'verify best-sales --format tex',
  ]);
});
