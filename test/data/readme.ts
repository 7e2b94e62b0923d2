/** What data/README.md must say of each table, made from the registry. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Dataset } from '../../src/data/dataset.ts';
import { DATASET_IDS, DATASETS, rowsOf } from '../../src/data/registry.ts';
import { numberText } from '../../src/report/numbers.ts';

export const sha256 = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(`data/${file}`))
    .digest('hex');

const cell = (text: string): string => text.replaceAll('|', '\\|');

function section(id: (typeof DATASET_IDS)[number]): string {
  const set: Dataset = DATASETS[id];
  const columns = Object.entries(set.columns).map(
    ([name, { kind, unit, meaning, optional }]) =>
      `| \`${name}\` | ${kind}${optional ? ', may be empty' : ''} | ${unit === '1' ? '' : unit} | ${cell(meaning)} |`,
  );
  return [
    `## \`${set.file}\``,
    '',
    `${set.about[0]?.toUpperCase()}${set.about.slice(1)}; ${rowsOf(id).length} rows.`,
    '',
    `- Source: ${set.source}.`,
    `- Licence: ${set.licence}. Date: ${set.date}.`,
    `- SHA-256: \`${set.sha256}\``,
    '',
    '| column | kind | unit | meaning |',
    '|---|---|---|---|',
    ...columns,
  ].join('\n');
}

const HEAD = `# Data

Facts about the world that the toolkit uses, each with its source. Nothing else in the code base states one. The tables are
read by \`src/data\`, which refuses a row that is not as declared below and names its line and column. Training runs that
\`fit\` is tried on stand in [training-runs](training-runs/README.md); scenarios in [scenarios](scenarios/README.md).

This page is written from the declarations in \`src/data/tables\` and from the files themselves; a test holds it against them.

## \`published-trends.json\`

Published growth figures with their intervals; \`published\` is the text of the source, \`value\`, \`low\` and \`high\` the numbers
in it, in the unit of the row. Where versions of a page differ they span the interval; \`null\` where no interval is published.

- Source: each row names its own. Licence: facts.
- SHA-256: \`${sha256('published-trends.json')}\`
`;

/** Choices and assumptions that stand in files of values, each with its reason. */
interface Valued {
  readonly about: string;
  readonly values: Readonly<
    Record<string, { value: number; reason: string; unit?: string; meaning?: string; source?: string }>
  >;
}

function valuesSection(file: string): string {
  const { about, values } = JSON.parse(readFileSync(`data/${file}`, 'utf8')) as Valued;
  const rows = Object.entries(values).map(([name, { value, unit, meaning, reason, source }]) => {
    const measured = unit === undefined || unit === '1' ? numberText(value) : `${numberText(value)} ${unit}`;
    const why = source === undefined ? reason : `${reason}; ${source}`;
    return `| \`${name}\` | ${measured} | ${cell(meaning ?? '')} | ${cell(why)} |`;
  });
  return [
    `## \`${file}\``,
    '',
    `${about}.`,
    '',
    `- SHA-256: \`${sha256(file)}\``,
    '',
    '| name | value | meaning | why, and from where |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const VALUED = ['owning-a-chip.json', 'conventions.json', 'example-firm.json'];

export const readme = (): string =>
  `${[HEAD, ...DATASET_IDS.map(section), ...VALUED.map(valuesSection)].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
