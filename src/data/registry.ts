/** Every table of facts: total, so that an id without a table does not compile. */
import { dataText } from './folder.ts';
import { type RowOf, readTable } from './table.ts';
import { chips } from './tables/chips.ts';
import { models } from './tables/models.ts';
import { prices } from './tables/prices.ts';
import { scalingLaws } from './tables/scaling-laws.ts';
import { usage } from './tables/usage.ts';

export const DATASETS = { chips, models, usage, prices, 'scaling-laws': scalingLaws } as const;
export type DatasetId = keyof typeof DATASETS;
export const DATASET_IDS = Object.keys(DATASETS) as readonly DatasetId[];

export type Row<Id extends DatasetId> = RowOf<(typeof DATASETS)[Id]['columns']>;

const read = new Map<DatasetId, readonly unknown[]>();

/** The rows of a table that ships with the toolkit. @throws OptimandError naming line and column where one is wrong. */
export function rowsOf<Id extends DatasetId>(id: Id): readonly Row<Id>[] {
  const { file, columns } = DATASETS[id];
  const rows = read.get(id) ?? readTable(dataText(file), columns, `data/${file}`);
  read.set(id, rows);
  return rows as readonly Row<Id>[];
}
