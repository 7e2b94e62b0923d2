/** The sign matrix as a reader sees it, whole: its table, its sentences and its surfaces in every format. */
import { beforeAll, expect, test } from 'vitest';
import { STATICS_RENDERERS, STATICS_RENDERINGS } from '../../src/report/render/statics.ts';
import { type StaticsReport, statics } from '../../src/report/statics.ts';
import { expectGolden } from '../support/goldens.ts';
import { SEED } from './tables.ts';

let report: StaticsReport;
beforeAll(async () => {
  report = await statics('baseline', { hold: 'b', seed: SEED, draws: 24 });
});

test.each(STATICS_RENDERINGS)('as %s', (format) => {
  expectGolden(`statics/faces/baseline.${format}`, STATICS_RENDERERS[format](report));
});

test('of no rows is a title, a legend and nothing that rests on a row', () => {
  const none: StaticsReport = { ...report, rows: [], warnings: ['few optima'] };
  const [title, , , ...more] = STATICS_RENDERERS.text(none).split('\n\n');
  expect(title).toBe('Signs of responses');
  expect(more.map((part) => part.trim()).filter(Boolean)).toEqual(['warning: few optima']);
  expect(STATICS_RENDERERS.md(none)).toContain('\n\nNote: few optima.\n');
  expect(STATICS_RENDERERS.tex(none)).not.toContain('description');
  expect(STATICS_RENDERERS.tex(none)).toContain('\n\nfew optima.\n');
});
