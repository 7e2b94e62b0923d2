/** `fit`, recorded: laws of loss fitted to runs, of few starts, and files that are no table of runs. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('fit');

const GADRE =
  'fit data/training-runs/gadre_overtraining_runs.csv --columns loss=loss_c4_val --where train_dataset=c4_original --starts 3 --workers 1';
const REPEATED =
  'fit data/training-runs/datablations_fit_runs.csv --law repeated-data --fix A=520.83,B=1487.7,E0=1.8691,alpha=0.3526596,beta=0.3526596 --starts 3 --workers 1';

const rows = (...lines: string[]): string => ['params,tokens,loss', ...lines].join('\n');
const GOOD = ['1e8,1e9,4.1', '1e8,1e10,3.4', '1e9,1e9,3.7', '1e9,1e10,2.9', '1e9,1e11,2.5', '1e10,1e11,2.2'];

test('runs', () => {
  file('runs.csv', rows(...GOOD));
  return record('runs', [
    'fit --help',
    GADRE,
    `${GADRE} --format json`,
    `${GADRE} --bootstrap 3 --out residuals.svg`,
    `${GADRE} --bootstrap 3 --seed 4`,
    `${GADRE} --scenario-out none.json`,
    `${GADRE} --law chinchilla-equal --threshold 3`,
    `${GADRE} --threshold 1e9,2e10 --bootstrap 20 --scenario-out scenario.json`,
    REPEATED,
    `${REPEATED} --format svg`,
    'fit runs.csv --starts 2 --workers 1',
  ]);
});

test('wrong questions', () => {
  file('few.csv', rows(...GOOD.slice(0, 2)));
  file('text.csv', rows(...GOOD, '1e9,many,3'));
  file('negative.csv', rows(...GOOD, '1e9,1e9,-3'));
  file('short.csv', rows(...GOOD, '1e9,1e9'));
  file('names.csv', ['size,tokens,loss', ...GOOD].join('\n'));
  file('empty.csv', '');
  file('head.csv', rows());
  const wrong = (name: string): string => `fit ${name}.csv --starts 2 --workers 1`;
  return record('wrong', [
    'fit',
    ...['nowhere', 'few', 'text', 'negative', 'short', 'names', 'empty', 'head'].map(wrong),
    'fit .',
    'fit few.csv --law kaplan',
    'fit few.csv --columns size=params',
    'fit few.csv --columns params',
    'fit few.csv --columns params=nothing --workers 1',
    'fit few.csv --where c4',
    'fit few.csv --where colour=red --workers 1',
    'fit few.csv --threshold much',
    'fit few.csv --threshold 1,2,3',
    'fit few.csv --threshold -1',
    'fit few.csv --fix alpha',
    'fit few.csv --fix gamma=1 --workers 1',
    'fit few.csv --fix alpha=-1 --workers 1',
    'fit few.csv --starts 0',
    'fit few.csv --bootstrap -1',
    'fit few.csv --workers 5000',
    'fit few.csv --scenario-out no/s.json',
    'fit few.csv --format md',
  ]);
});
