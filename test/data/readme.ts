/** What data/README.md must say of each table, made from the registry. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Dataset } from '../../src/data/dataset.ts';
import { DATASET_IDS, DATASETS, rowsOf } from '../../src/data/registry.ts';

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

This page is written from the declarations in \`src/data/tables\`; a test holds it against them.

## \`published-trends.json\`

Published growth figures with their intervals; \`published\` is the text of the source, \`value\`, \`low\` and \`high\` the numbers
in it, in the unit of the row. Where versions of a page differ they span the interval; \`null\` where no interval is published.

- Source: each row names its own. Licence: facts.
- SHA-256: \`${sha256('published-trends.json')}\`
`;

export const readme = (): string =>
  `${[HEAD, ...DATASET_IDS.map(section)].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
