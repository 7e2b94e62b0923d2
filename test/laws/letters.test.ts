/** Letters of laws beside those of a model. */
import { expect, it } from 'vitest';
import { laws } from '../../src/report/laws.ts';
import { LAWS_RENDERERS } from '../../src/report/render/laws.ts';

it('the constant of a law has a letter of its own: c_d is the price of data', () => {
  const text = LAWS_RENDERERS.text(laws('data-cost', { set: { gamma: 0 } }));
  expect(text).toContain('d ~ k_d * E^(alpha/beta)');
  expect(text).not.toMatch(/c_d = /);
  expect(LAWS_RENDERERS.text(laws('baseline', { set: { gamma: 0 } }))).toContain('c_d = ');
});
