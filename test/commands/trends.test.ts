/** `trends`, recorded: growth permitted against growth observed. */
import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { recorder } from '../support/commands.ts';

const { record, file } = recorder('trends');

const paper = (): Record<string, unknown> => JSON.parse(readFileSync('data/scenarios/paper.json', 'utf8'));

test('permitted', () =>
  record('permitted', [
    'trends --scenario paper',
    'trends --scenario paper --format md',
    'trends --scenario paper --format json',
    'trends --scenario paper --out trends.svg',
  ]));

test('wrong questions', () => {
  file('text.json', 'no JSON');
  file('empty.json', {});
  file('more.json', { ...paper(), colour: 'red' });
  file('less.json', { ...paper(), inputs: undefined });
  return record('wrong', [
    'trends --scenario papr',
    'trends --scenario nothing',
    'trends --scenario nowhere.json',
    'trends --scenario text.json',
    'trends --scenario empty.json',
    'trends --scenario more.json',
    'trends --scenario less.json',
    'trends --observed chips --scenario paper',
    'trends --observed --format svg',
    'trends --observed planes',
    'trends --format tex',
  ]);
});
