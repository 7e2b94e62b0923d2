/** Whole answers of comparative statics, from the place to the sign, as files to be read. */
import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../../src/derive/statics/points.ts';
import { placeOf, tableOf } from '../../../src/derive/statics/table.ts';
import { modelOf } from '../../../src/economics/variants/registry.ts';
import { expectGolden } from '../../support/goldens.ts';
import { cellText, pointsText, problemText, systemText } from '../../support/statics-text.ts';

const TABLES = [
  ['fixed-demand+data-bound', 'interior', 'b'],
  ['fixed-demand+data-bound', 'data-bound', 'rho'],
  ['fixed-demand+hill-adoption', 'interior', 'rho'],
  ['fixed-demand+repeated-data', 'd<U', 'b'],
] as const;

test.each(TABLES)('%s, %s, %s held', (id, where, hold) => {
  const table = tableOf(modelOf(id), hold, where);
  const { problem } = placeOf(modelOf(id), where);
  const text = [
    systemText(problem.system),
    problemText(problem),
    pointsText(pointsOf(problem)),
    ...table.cells.map((cell) => cellText(cell, table)),
  ].join('\n\n');
  expectGolden(`statics/${id}, ${where}, ${hold} held.txt`, text);
});

describe('what is made is kept', () => {
  test('places and tables', () => {
    const model = modelOf('fixed-demand+data-bound');
    expect(placeOf(model)).toBe(placeOf(model, 'data-bound'));
    expect(placeOf(model, 'interior')).not.toBe(placeOf(model, 'data-bound'));
    expect(tableOf(model, 'b', 'interior')).toBe(tableOf(model, 'b', 'interior'));
  });
});
