/** `reveal`, recorded: what a record of spending implies, of few draws. */
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('reveal');

const RECORD = [
  'date,spend,compute',
  '2020-06-01,4e6,3e23',
  '2022-03-01,1.2e7,2.5e24',
  '2023-03-01,7e7,2.1e25',
  '2025-02-01,4e8,4e26',
];

test('records', () => {
  file('record.csv', RECORD.join('\n'));
  return record('records', [
    'reveal --help',
    'reveal --draws 20',
    'reveal --draws 20 --seed 2 --format md',
    'reveal --draws 20 --format json',
    'reveal --draws 20 --out reveal.svg',
    'reveal --draws 20 --record record.csv',
    'reveal --draws 20 --scenario stalled-hardware --format md',
  ]);
});

test('wrong questions', () => {
  file('short.csv', RECORD.slice(0, 2).join('\n'));
  file('columns.csv', RECORD.join('\n').replace('spend', 'dollars'));
  file('date.csv', RECORD.join('\n').replace('2022-03-01', 'spring'));
  file('negative.csv', RECORD.join('\n').replace('1.2e7', '-3'));
  file('text.csv', RECORD.join('\n').replace('1.2e7', 'much'));
  file('empty.csv', '');
  return record('wrong', [
    'reveal --record nowhere.csv',
    'reveal --record .',
    'reveal --record short.csv --draws 20',
    'reveal --record columns.csv --draws 20',
    'reveal --record date.csv --draws 20',
    'reveal --record negative.csv --draws 20',
    'reveal --record text.csv --draws 20',
    'reveal --record empty.csv --draws 20',
    'reveal --scenario nothing --draws 20',
    'reveal --all-scenarios --scenario paper',
    'reveal --all-scenarios --format svg',
    'reveal --draws 19',
    'reveal --format tex',
  ]);
});
