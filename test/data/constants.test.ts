/**
 * A number about the world stands in `data/` with its source. Code is searched for literals of three digits and more: one that
 * is neither known to be none of the world's, nor a figure that a claim quotes in order to judge it, must stand in `data/`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import example from '../../data/example-firm.json' with { type: 'json' };
import { rowsOf } from '../../src/data/registry.ts';
import { realised } from '../../src/report/facts/runs.ts';

const FOLDERS = [
  'derivations',
  'proofs',
  ...['claims', 'data', 'economics', 'fit', 'report'].map((layer) => `src/${layer}`),
];

/** Literals that say nothing of the world, by file: what they are. */
const NOT_OF_THE_WORLD: Readonly<Record<string, readonly string[]>> = {
  seed: ['20260514', '20260605'],
  'sizes of pieces and buffers': ['512', '255', '256', '8192'],
  'shares and tolerances': ['0.975', '0.999', '1.001', '1.01', '401'],
  'windows and dates of trends, printed with every figure': [
    '2016',
    '2017',
    '2018',
    '2020',
    '2025.5',
    '2100',
    '2200',
  ],
  'directions of Sobol sequences': ['103', '107', '109', '115', '131', '137', '143', '145', '157'],
};
/** Figures of the paper that claims judge; each stands in the claim's statement. */
const JUDGED = ['0.7622', '0.31205', '1.43', '1.86', '4.11', '4.66', '7.59', '1.37'];
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));

/** Code without comments, texts and patterns. */
const bare = (code: string): string =>
  code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, '')
    .replace(/`[^`]*`/g, '');

const LITERAL = /(?<![\w.#])\d[\d_]*\.?\d*(?:e[+-]?\d+)?(?!\w)/g;

/** Where the tables are read, every number counts, however short. */
const FACT_FOLDERS = ['src/report/facts', 'src/report/scenario'];
const SHORT_AND_NOT_OF_THE_WORLD: Readonly<Record<string, readonly string[]>> = {
  'counting and units: watts in a kilowatt, tokens in a million, draws': ['0', '1', '2', '1000', '1e6'],
  'quantiles and the ends of intervals': ['0.5', '0.05', '0.95', '0.001'],
  'next to the log case': ['1e-9'],
  'windows and dates of trends': ['2016', '2017', '2018', '2020', '2025.5'],
};
const plain = new Set(Object.values(SHORT_AND_NOT_OF_THE_WORLD).flat());
const shortStrays = (code: string): readonly string[] =>
  [...bare(code).matchAll(LITERAL)]
    .map(([literal]) => literal.replaceAll('_', ''))
    .filter((literal) => !plain.has(literal));

/** Literals of three digits and more, in a text that is code or data. */
function literalsIn(text: string): readonly string[] {
  return [...text.matchAll(LITERAL)]
    .map(([literal]) => literal.replaceAll('_', ''))
    .filter(
      (literal) =>
        literal
          .replace(/e.*/, '')
          .replace('.', '')
          .replace(/^0+|0+$/g, '').length >= 3,
    );
}

const inData = new Set(
  filesIn('data')
    .filter((path) => /\.(csv|json)$/.test(path) && !path.includes('training-runs'))
    .flatMap((path) => literalsIn(readFileSync(path, 'utf8')).map(Number)),
);
const known = new Set([...Object.values(NOT_OF_THE_WORLD).flat(), ...JUDGED]);
const strays = (code: string): readonly string[] =>
  literalsIn(bare(code)).filter((literal) => !known.has(literal) && !inData.has(Number(literal)));

const sources = FOLDERS.flatMap(filesIn).filter((path) => path.endsWith('.ts'));

test('no number about the world is typed into code', () => {
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.flatMap((path) => strays(readFileSync(path, 'utf8')).map((one) => `${path}: ${one}`));
  // 31205 over 100000 is the mean exponent as an exact fraction.
  expect(found).toEqual(['derivations/13-elasticity-of-substitution.ts: 31205']);
});
test('where the tables are read not even a short one is', () => {
  const found = FACT_FOLDERS.flatMap(filesIn).flatMap((path) =>
    shortStrays(readFileSync(path, 'utf8')).map((one) => `${path}: ${one}`),
  );
  expect(found).toEqual([]);
  expect(shortStrays('const READ_PER_WRITTEN = 3;')).toEqual(['3']);
  expect(shortStrays('const PLAUSIBLE = { low: 1e15 };')).toEqual(['1e15']);
});
test('the example firm has the published R* to four digits, and runs left out are those that the conventions say', () => {
  const published = rowsOf('scaling-laws').find(({ law }) => law.startsWith('Muennighoff'))?.Rstar_D;
  expect(example.values.Rstar.value).toBe(Number(published?.toPrecision(4)));
  const known = rowsOf('models').filter(
    ({ training_compute_cost_2023usd: cost, base_model }) => cost !== null && base_model === null,
  );
  expect(known.length - realised().length).toBe(6);
});
test('one that is typed in is seen', () => {
  expect(strays('const PRICE = 7.25e-6;')).toEqual(['7.25e-6']);
  expect(strays("const A = 482.02; // 1.234\nconst text = '3.456';")).toEqual(['482.02']);
});
test('figures that claims judge stand in a statement of the ledger', () => {
  const ledger = readFileSync('proofs/ledger.json', 'utf8');
  const statements = [...ledger.matchAll(/"statement": "([^"]*)"/g)].map(([, text]) => text).join(' ');
  for (const figure of JUDGED) expect(statements).toContain(figure);
});
