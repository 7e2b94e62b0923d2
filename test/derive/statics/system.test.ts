/** Places of optima with their letters and the conditions in them, as files to be read. */
import { expect, test } from 'vitest';
import { pointsOf } from '../../../src/derive/statics/points.ts';
import { problemOf } from '../../../src/derive/statics/problem.ts';
import { settingsOf } from '../../../src/derive/statics/setting.ts';
import { systemOf } from '../../../src/derive/statics/system.ts';
import { modelOf } from '../../../src/economics/variants/registry.ts';
import { expectGolden } from '../../support/goldens.ts';
import { pointsText, problemText, systemText } from '../../support/statics-text.ts';

/** Places of which the conditions alone are written, in letters. */
const PLACES = [
  'ces-quality',
  'cournot',
  'constant-elasticity',
  'network',
  'endogenous-threshold',
  'rival',
  'data-cost',
  'repeated-data',
];

test.each(PLACES)('the places of %s', (id) => {
  const texts = settingsOf(modelOf(id)).map((setting) => {
    const problem = problemOf(setting);
    expect(problem.system.jacobian).toEqual(systemOf(setting).jacobian);
    return [systemText(problem.system), problemText(problem), pointsText(pointsOf(problem))].join('\n\n');
  });
  expectGolden(`statics/places/${id}.txt`, texts.join('\n\n\n'));
});
