/** `derive`, recorded: every format and flag, and wrong questions. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('derive');

const TEX = 'derive compute-optimal --format tex';

test('help', () => record('help', ['--help', '--version', 'derive --help']));

test('of a problem, in every format', () =>
  record('problem', [
    'derive compute-optimal',
    'derive compute-optimal --steps',
    'derive compute-optimal --set alpha=0.34,beta=0.28',
    'derive compute-optimal --set alpha=1/3,beta=1/3,A=400,B=400,C=10^21,L_inf=1.7',
    'derive compute-optimal --format md --steps',
    'derive compute-optimal --format html --steps',
    'derive compute-optimal --format sympy',
    'derive compute-optimal --format json',
    'derive compute-optimal --format json --set alpha=0.34,beta=0.28 --seed 3',
  ]));

test('as LaTeX', () =>
  record('tex', [
    TEX,
    `${TEX} --steps --env gather`,
    `${TEX} --numbered --labels`,
    `${TEX} --env none`,
    `${TEX} --standalone`,
    `${TEX} --set alpha=0.34,beta=0.28 --out derived.tex`,
  ]));

test('of a firm', () => {
  file('own.json', {
    id: 'steep',
    blocks: [{ adoption: '(q - 1)/(s + q)' }],
    symbols: [{ name: 's', meaning: 'how slowly buyers come' }],
  });
  return record('firm', [
    'derive --set gamma=-1,alpha=0.3,beta=0.3',
    'derive data-bound --format json',
    'derive cournot --format sympy',
    'derive baseline --with cournot:m=3 --with ces-quality:r=1 --format md',
    'derive fixed-demand --format html',
    'derive --model own.json',
    'derive --model docs/models/log-power.json --format tex',
  ]);
});

test('wrong questions', () => {
  file('list.json', []);
  file('text.json', 'no JSON');
  file('kind.json', { id: 'own', kind: 'largest' });
  return record('wrong', [
    'wander',
    'optimise',
    'derive basline',
    'derive baseline again',
    'derive --numbered',
    'derive --labels --format md',
    'derive --env gather --format json',
    'derive --standalone --format sympy',
    'derive --env eqnarray',
    'derive --format tex --env none --standalone',
    'derive --format tex --env none --numbered',
    'derive --no-laws',
    'derive --diff data-bound --steps',
    'derive --diff data-bound --format html',
    'derive --diff data-bound --format sympy',
    'derive --diff nothing',
    'derive --diff none.json',
    'derive --diff data-bound --format tex --numbered',
    'derive compute-optimal --diff baseline',
    'derive --wat',
    'derive --frmat json',
    'derive --seed NaN',
    'derive --seed -1',
    'derive --seed 1.5',
    'derive --out no/such/file.txt',
    'derive --out .',
    'derive --out list.json',
    'derive --set gamma=-2',
    'derive --set gama=1',
    'derive --set alpha',
    "derive --set 'E=1,,a=2'",
    'derive --set E=',
    'derive --set E=1,E=2',
    'derive --set E=1 --set E=2',
    'derive --set E=NaN',
    'derive --set E=1e400',
    'derive --set E=1e-400',
    'derive --set E=(1',
    'derive --set E=1/0',
    'derive --set E=x',
    'derive --with cournot --with cournot',
    'derive --with rival --with network',
    'derive --with cournot:m=x',
    'derive --with cournot:k=2',
    'derive --with :m=2',
    'derive --model list.json',
    'derive --model text.json',
    'derive --model kind.json',
    'derive --model .',
  ]);
});
