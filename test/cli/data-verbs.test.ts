/** The verbs about data: bad tables and scenarios are refused in one sentence that names row and column, and good ones give the same bytes on any number of threads. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCENARIO_IDS } from '../../src/data/scenario-file.ts';
import { bench, type Run } from './run.ts';

const { folder, optimand, file } = bench();
const root = join(import.meta.dirname, '../..');

/** The one sentence that a failing run prints. */
function complaint({ status, out, err }: Run): string {
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/^optimand: [^\n]+[.?]\n$/);
  expect(err).not.toMatch(/\bat .*\.(?:js|ts):\d|Error:|node:internal|undefined|\[object/);
  return err.slice('optimand: '.length).trimEnd();
}

const rows = (count: number, tokens: (i: number) => number, loss = (i: number) => 3 - i / 20): string =>
  `params,tokens,loss\n${Array.from({ length: count }, (_, i) => `${10 ** (7 + i / 4)},${tokens(i)},${loss(i)}`).join('\n')}\n`;

describe('fit', () => {
  test.each([
    [
      'a missing column',
      'params,tokens\n1e9,2e10\n',
      /no column is the loss; say which with --columns loss=params\.$/,
    ],
    [
      'text in a number',
      'params,tokens,loss\n1e9,2e10,3\n1e9,many,3\n',
      /line 3: tokens = many is not allowed; it must be a positive number\.$/,
    ],
    ['a loss of zero', 'params,tokens,loss\n1e9,2e10,0\n', /line 2: loss = 0 is not allowed/],
    ['a negative loss', 'params,tokens,loss\n1e9,2e10,-2\n', /line 2: loss = -2 is not allowed/],
    ['one row', 'params,tokens,loss\n1e9,2e10,3\n', /5 constants cannot be told from 1 run/],
    [
      'runs on one ray',
      rows(12, (i) => 20 * 10 ** (7 + i / 4)),
      /all runs lie on one ray.*params and tokens/,
    ],
    ['nothing', '', /it is empty; give a first row of names/],
  ])('%s', (_, text, sentence) => {
    const path = file('runs.csv', text);
    const said = complaint(optimand('fit', path, '--workers', '1'));
    expect(said).toMatch(sentence);
  });

  test.each([
    [['--fix', 'Rstar=3'], /chinchilla has no constant "Rstar" to fix/],
    [['--fix', 'alpha'], /--fix/],
    [['--threshold', 'many'], /--threshold = many is not allowed; it must be a positive loss/],
    [['--threshold', '1,2,3'], /parameters and tokens as in/],
    [['--workers', '0'], /--workers = 0 is not allowed; it must be a whole number from 1/],
    [['--columns', 'size=params'], /--columns knows no "size"/],
    [['--where', 'loss'], /--where loss is no pair/],
    [['--scenario-out', join('nowhere', 'x.json')], /nowhere/],
  ])('%s', (flags, sentence) => {
    const path = file(
      'runs.csv',
      rows(12, (i) => 10 ** (9 + (i % 3))),
    );
    expect(complaint(optimand('fit', path, ...flags))).toMatch(sentence);
  });

  test('a scenario needs intervals, and none is written without them', () => {
    const path = file(
      'runs.csv',
      rows(12, (i) => 10 ** (9 + (i % 3))),
    );
    const said = complaint(
      optimand('fit', path, '--starts', '4', '--threshold', '9', '--scenario-out', 'new.json'),
    );
    expect(said).toMatch(/add --bootstrap 200/);
    expect(existsSync(join(folder, 'new.json'))).toBe(false);
  });

  test('the same bytes on one thread, two and three', () => {
    const path = join(root, 'data/training-runs/gadre_overtraining_runs.csv');
    const flags = ['--columns', 'loss=loss_c4_val', '--where', 'train_dataset=c4_original'];
    const [one, two, three] = ['1', '2', '3'].map((workers) =>
      optimand(
        'fit',
        path,
        ...flags,
        '--starts',
        '12',
        '--bootstrap',
        '10',
        '--format',
        'json',
        '--workers',
        workers,
      ),
    );
    expect(one?.status).toBe(0);
    expect(two?.out).toBe(one?.out);
    expect(three?.out).toBe(one?.out);
  });
});

describe('calibrate', () => {
  test('gives the same bytes by one thread and by two', () => {
    const by = (workers: string): string =>
      optimand('calibrate', '--draws', '900', '--format', 'json', '--workers', workers).out;
    expect(by('2')).toBe(by('1'));
  });
});

describe('reveal', () => {
  test('every scenario that ships, on request, and none by name then', () => {
    const { status, out } = optimand('reveal', '--all-scenarios', '--draws', '20');
    expect(status).toBe(0);
    for (const id of SCENARIO_IDS) expect(out).toContain(id);
    expect(complaint(optimand('reveal', '--all-scenarios', '--scenario', 'paper'))).toMatch(
      /--all-scenarios and --scenario/,
    );
    expect(complaint(optimand('reveal', '--all-scenarios', '--format', 'svg'))).toMatch(/one scenario/);
  });
  const said = (text: string): string =>
    complaint(optimand('reveal', '--record', file('record.csv', text), '--draws', '20'));
  test.each([
    ['a missing column', 'date,spend\n2020-01-01,1\n', /it has no column "compute"/],
    ['text in a number', 'date,spend,compute\n2020-01-01,much,1\n', /line 2: spend = much is not allowed/],
    [
      'no spend',
      'date,spend,compute\n2020-01-01,0,1\n',
      /line 2: spend = 0 is not allowed; it must be a positive number/,
    ],
    ['a negative spend', 'date,spend,compute\n2020-01-01,-5,1\n', /line 2: spend = -5 is not allowed/],
    [
      'a day that is none',
      'date,spend,compute\n2020-02-31,1,1\n',
      /line 2: date = 2020-02-31 is not allowed/,
    ],
    [
      'dates out of order',
      'date,spend,compute\n2023-01-01,1,1\n2022-01-01,2,2\n',
      /line 3: date = 2022-01-01 is not allowed; it must be no earlier than 2023-01-01/,
    ],
    ['one row', 'date,spend,compute\n2023-01-01,1,1\n', /a trend cannot be told from 1 amount/],
    [
      'one day',
      `date,spend,compute\n${'2023-01-01,1,1\n'.repeat(4)}`,
      /a trend cannot be told from amounts of one day/,
    ],
  ])('%s', (_, text, sentence) => expect(said(text)).toMatch(sentence));
  test('no such file', () =>
    expect(complaint(optimand('reveal', '--record', 'nowhere.csv'))).toMatch(/nowhere\.csv.*no such file/));
});

const calibrated = readFileSync(join(root, 'data/scenarios/calibrated.json'), 'utf8');
type Loose = { inputs: Record<string, Record<string, unknown>>; parameters: Record<string, string> };
const changed = (change: (scenario: Loose) => void): string => {
  const scenario = JSON.parse(calibrated) as Loose;
  change(scenario);
  return JSON.stringify(scenario);
};

describe.each(['calibrate', 'trends'])('%s', (verb) => {
  test.each([
    ['text that is no JSON', '{', /it is no JSON/],
    [
      'text in a number',
      changed(({ inputs }) => Object.assign(inputs.E ?? {}, { value: 'much' })),
      /inputs\.E\.value is not as a scenario has it/,
    ],
    [
      'a number without source',
      changed(({ inputs }) => delete inputs.E?.source),
      /inputs\.E\.source is not as a scenario has it/,
    ],
    [
      'an interval turned round',
      changed(({ inputs }) => Object.assign(inputs.E ?? {}, { low: 1e30 })),
      /input E has its value outside its interval/,
    ],
    [
      'a formula of the wrong unit',
      changed(({ parameters }) => Object.assign(parameters, { E: 'price' })),
      /parameters\.E has the unit dollar\/token, not flop\/dollar/,
    ],
    [
      'a parameter that the model has not',
      changed(({ parameters }) => Object.assign(parameters, { omga: '1' })),
      /parameters\.omga is no parameter of baseline; did you mean "omega"/,
    ],
  ])('%s', (_, text, sentence) =>
    expect(complaint(optimand(verb, '--scenario', file('mine.json', text)))).toMatch(sentence),
  );
  test('no such scenario', () =>
    expect(complaint(optimand(verb, '--scenario', 'calibratd'))).toMatch(/did you mean "calibrated"/));
});
