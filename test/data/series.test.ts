/** Series out of the tables: which rows count, and what would be wrong to count. */
import { expect, it } from 'vitest';
import { yearOf } from '../../src/data/cell.ts';
import { rowsOf } from '../../src/data/registry.ts';
import { seriesOf } from '../../src/report/facts/runs.ts';

it('leaves models trained further out of training data: the table has the further tokens alone', () => {
  const further = rowsOf('models').find(({ model }) => model === 'Flan-PaLM 540B');
  expect(further).toMatchObject({ base_model: 'PaLM (540B)', training_dataset_size: 1.4e9 });
  const tokens = seriesOf('data', { frontierOnly: true, from: 2018 }).map(([, amount]) => amount);
  expect(tokens).toContain(7.8e11);
  expect(tokens).not.toContain(1.4e9);
});
it('has the dates in order, and none before the first year asked for', () => {
  const years = seriesOf('flop', { frontierOnly: false, from: 2020 }).map(([year]) => year);
  expect(years).toEqual([...years].sort((x, y) => x - y));
  expect(years[0]).toBeGreaterThanOrEqual(yearOf('2020-01-01'));
});
