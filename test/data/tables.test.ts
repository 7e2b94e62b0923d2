/** Tables of facts: as their declarations say, read without loss, and refused in one sentence where a cell is wrong. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { yearOf } from '../../src/data/cell.ts';
import { DATASET_IDS, DATASETS, rowsOf } from '../../src/data/registry.ts';
import { readTable } from '../../src/data/table.ts';
import { orSentence } from '../support/terms.ts';
import { readme, sha256 } from './readme.ts';

it('is described by data/README.md', () => {
  if (process.env.UPDATE_GOLDENS) writeFileSync('data/README.md', readme());
  expect(readFileSync('data/README.md', 'utf8')).toBe(readme());
});

describe.each(DATASET_IDS)('%s', (id) => {
  it('is the file whose fingerprint is declared', () => {
    expect(sha256(DATASETS[id].file)).toBe(DATASETS[id].sha256);
  });
  it('has the columns that are declared and no others', () => {
    const [header = ''] = readFileSync(`data/${DATASETS[id].file}`, 'utf8').split('\n');
    expect(header.split(',')).toEqual(Object.keys(DATASETS[id].columns));
  });
  it('is read row by row', () => {
    expect(rowsOf(id).length).toBeGreaterThan(2);
    expect(rowsOf(id)[0]?.line).toBe(2);
  });
});

it('takes numbers, days and empty cells for what they are', () => {
  const [h100] = rowsOf('chips').filter(({ hardware }) => hardware === 'NVIDIA H100 SXM5 80GB');
  expect(h100).toMatchObject({ release_price_usd: 33600, tensor_fp16_bf16_flops: 989.4e12, tdp_w: 700 });
  expect(yearOf('2024-01-01')).toBe(2024);
  expect(yearOf('2023-07-02')).toBeCloseTo(2023.4986, 4);
});

const COLUMNS = {
  date: { kind: 'date', unit: '1', meaning: 'day' },
  spend: { kind: 'positive', unit: 'dollar', meaning: 'spend' },
  share: { kind: 'share', unit: '1', meaning: 'share', optional: true },
} as const;
const said = (text: string): unknown => orSentence(() => readTable(text, COLUMNS, 'spend.csv'));

it.each([
  ['nothing', '', 'spend.csv: it is empty; give a first row of names: date, spend, share.'],
  ['no rows', 'date,spend,share\n', 'spend.csv: it has no rows; give a row an entry.'],
  [
    'a missing column',
    'date,spent,share\n2020-01-01,1,\n',
    'spend.csv: it has no column "spend"; "spent" may be meant; needed are date, spend, share.',
  ],
  [
    'text in a number',
    'date,spend,share\n2020-01-01,1,\n2021-01-01,much,\n',
    'spend.csv line 3: spend = much is not allowed; it must be a positive number.',
  ],
  [
    'a negative',
    'date,spend,share\n2020-01-01,-1,\n',
    'spend.csv line 2: spend = -1 is not allowed; it must be a positive number.',
  ],
  [
    'an infinity',
    'date,spend,share\n2020-01-01,1e999,\n',
    'spend.csv line 2: spend = 1e999 is not allowed; it must be a positive number.',
  ],
  [
    'an empty cell',
    'date,spend,share\n2020-01-01,,\n',
    'spend.csv line 2: spend = (empty) is not allowed; it must be a positive number.',
  ],
  [
    'a day that is none',
    'date,spend,share\n2023-02-29,1,\n',
    'spend.csv line 2: date = 2023-02-29 is not allowed; it must be a day such as 2024-05-31.',
  ],
  [
    'too large a share',
    'date,spend,share\n2020-01-01,1,1.5\n',
    'spend.csv line 2: share = 1.5 is not allowed; it must be a share between 0 and 1, or empty.',
  ],
  [
    'a short row',
    'date,spend,share\n2020-01-01,1\n',
    'spend.csv: line 2 is no row of its table; give every row as many cells as the first.',
  ],
])('refuses %s', (_, text, sentence) => {
  expect(said(text)).toBe(sentence);
});
