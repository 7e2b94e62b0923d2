/** Published figures: the file is the one whose numbers were read, and units become growth per year. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import trends from '../../data/published-trends.json' with { type: 'json' };
import { observed, textStock } from '../../src/data/published.ts';

it('is the file that data/README.md describes', () => {
  const sum = createHash('sha256').update(readFileSync('data/published-trends.json')).digest('hex');
  expect(readFileSync('data/README.md', 'utf8')).toContain(sum);
});
it('has every value within its interval, and a source', () => {
  for (const { id, unit, source } of trends.rows) {
    const { low, value, high } = unit === 'tokens' ? textStock() : observed(id);
    expect(low, id).toBeLessThanOrEqual(value);
    expect(value, id).toBeLessThanOrEqual(high);
    expect(source.length).toBeGreaterThan(3);
  }
});
it.each([
  ['training-cost', 2.4],
  ['flop-per-dollar-all', 1.3255],
  ['algorithms', 2.8284],
  ['hardware-price', 1.4286],
])('reads %s as a factor a year', (id, factor) => {
  expect(observed(id).value).toBeCloseTo(factor, 3);
});
it('refuses a figure that it has not', () => {
  expect(() => observed('moore')).toThrow(/there is no figure moore/);
});
