/** Ends of regimes without a closed form, in words. */
import { expect, it } from 'vitest';
import type { LawCase, Regime } from '../../src/asymptotics/law.ts';
import { implicitEnd } from '../../src/report/laws-ends.ts';

type Bound = Pick<Regime['bounds'][number], 'side' | 'source'>;
type Crossing = Pick<Regime['crossings'][number], 'side' | 'other'>;

/** A regime of which nothing is told but its name and what ends it, nothing in closed form. */
const regime = (
  name: string,
  index: number | null,
  bounds: readonly Bound[] = [],
  crossings: readonly Crossing[] = [],
) =>
  ({
    name,
    index,
    bounds: bounds.map((one) => ({ ...one, at: null })),
    crossings: crossings.map((one) => ({ ...one, at: null })),
  }) as unknown as Regime;
const among = (...regimes: readonly Regime[]) => ({ regimes }) as unknown as LawCase;
const end = (regimes: readonly Regime[], place: number, side: 'from' | 'to') =>
  implicitEnd(regimes[place] as Regime, side, among(...regimes));

const entering = [regime('stay-out', null), regime('break-even', null), regime('training-dominated', 0)];
const leaving = [...entering, regime('break-even', null), regime('stay-out', null)];

it('where a firm enters the greatest profit is zero, on both sides of the place', () => {
  expect(end(entering, 0, 'to')).toBe('the greatest profit over all choices is zero');
  expect(end(entering, 1, 'from')).toBe('the greatest profit over all choices is zero');
});

it('and so it is where it leaves', () => {
  expect(end(leaving, 3, 'to')).toBe('the greatest profit over all choices is zero');
  expect(end(leaving, 4, 'from')).toBe('the greatest profit over all choices is zero');
});

it('the law at break-even gives way to the next by degrees, or the one before to it', () => {
  expect(end(entering, 1, 'to')).toBe('this law gives way to the next, by degrees');
  expect(end(leaving, 3, 'from')).toBe('the law before gives way to this one, by degrees');
  expect(end(entering, 2, 'from')).toBe('the law at break-even gives way to this one, by degrees');
  expect(end(leaving, 2, 'to')).toBe('this law gives way to that at break-even, by degrees');
});

it('else what ends it is said: what catches up, each once, and the laws that agree', () => {
  const both = regime(
    'inference-dominated',
    1,
    [
      { side: 'upper', source: 'training' },
      { side: 'upper', source: 'training' },
      { side: 'upper', source: 'adoption' },
      { side: 'lower', source: 'price' },
    ],
    [
      { side: 'upper', other: 0 },
      { side: 'upper', other: 7 },
    ],
  );
  const all = [...entering, both];
  expect(end(all, 3, 'to')).toBe(
    'training or adoption, along the laws below, is as large as what balances; these laws and those of training-dominated agree',
  );
  expect(end(all, 3, 'from')).toBe('price, along the laws below, is as large as what balances');
});

it('of a problem without break-even it is a term left out', () => {
  const alone = [regime('x alone', 0)];
  expect(end(alone, 0, 'from')).toBe('a term left out is as large as what balances');
  expect(end(alone, 0, 'to')).toBe('a term left out is as large as what balances');
});
