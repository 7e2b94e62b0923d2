/** Letters of laws beside those of a model. */
import { expect, it } from 'vitest';
import { modelOf } from '../../src/economics/variants/registry.ts';
import type { Declaration } from '../../src/kernel/symbols.ts';
import { laws } from '../../src/report/laws.ts';
import { freeLogLetter } from '../../src/report/laws-formula.ts';
import { LAWS_RENDERERS } from '../../src/report/render/laws.ts';

it('the constant of a law has a letter of its own: c_d is the price of data', () => {
  const text = LAWS_RENDERERS.text(laws('data-cost', { set: { gamma: 0 } }));
  expect(text).toContain('d ~ k_d * E^(alpha/beta)');
  expect(text).not.toMatch(/c_d = /);
  expect(LAWS_RENDERERS.text(laws('baseline', { set: { gamma: 0 } }))).toContain('c_d = ');
});

it('what a parameter is measured against under a logarithm has a letter that the model leaves free', () => {
  const { symbols } = modelOf('baseline');
  const [delta] = [...symbols.values()].filter(({ name }) => name === 'delta');
  expect(freeLogLetter('delta', symbols)).toBe('delta_1');
  expect(freeLogLetter('delta', new Map([...symbols, ['delta_1', delta as Declaration]]))).toBe('delta_2');
});
