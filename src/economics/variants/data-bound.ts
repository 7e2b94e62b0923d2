import { dataStock } from '../blocks/data-stock.ts';
import { compose } from '../model.ts';
import { baselineBlocks } from './baseline.ts';

/** The baseline with d ≤ D. */
export const dataBound = compose('data-bound', 'Data-bound baseline', {
  ...baselineBlocks,
  constraint: dataStock,
});
