/** What rests on what, drawn: a small graph whole, with a node of every kind and a claim of every verdict. */
import { expect, test } from 'vitest';
import { drawGraph, type GraphFigure } from '../../src/figures/graph.ts';
import { figureSvg } from '../../src/figures/svg.ts';
import { expectGolden } from '../support/goldens.ts';
import { faultsOf } from './support.ts';

const VERDICTS = [
  ...['holds', 'holds-on-domain', 'bound-not-tight', 'other-law', 'refuted'],
  ...['not-reproduced', 'not-applicable', 'undecided', 'of a later version'],
];
/** One letter more than a name may have, and exactly as many. */
const LONG = 'A claim whose name is one letter longer than what the page has roo';
const claims = VERDICTS.map((verdict, i) => ({
  id: `claim-${i}`,
  kind: 'claim',
  title: [LONG, `${LONG}m`][i] ?? `Claim that is ${verdict}`,
  verdict,
}));
const other = (kind: string, id: string) => ({ id, kind, title: `The ${id}`, verdict: null });

const SMALL: GraphFigure = {
  figure: 'graph',
  title: 'What rests on what',
  nodes: [
    ...claims,
    other('derivation', 'derivation/ray'),
    other('derivation', 'derivation/sales'),
    other('laws', 'table of laws'),
    other('statics', 'table of signs'),
    other('model', 'baseline'),
    other('kind that is unknown', 'other'),
  ],
  edges: [
    ...claims.slice(0, 4).map(({ id }) => ({ from: id, to: 'derivation/ray' })),
    { from: 'claim-5', to: 'derivation/sales' },
    { from: 'claim-4', to: 'table of laws' },
    { from: 'claim-6', to: 'table of signs' },
    { from: 'derivation/sales', to: 'derivation/ray' },
    { from: 'derivation/ray', to: 'baseline' },
    // What a longer path says already is not drawn.
    { from: 'derivation/sales', to: 'baseline' },
    { from: 'claim-0', to: 'baseline' },
  ],
};

test('as a drawing', () => {
  const svg = figureSvg(SMALL);
  expect(faultsOf(svg)).toEqual([]);
  expectGolden('figures/graph.svg', svg);
});

const { panels, description, height } = drawGraph(SMALL);
const marks = panels[0]?.marks ?? [];
const labels = marks.flatMap((mark) => (mark.kind === 'label' ? [mark] : []));

test('claims are named to the left of their marks, in the order in which they come', () => {
  const named = labels.filter(({ anchor }) => anchor === 'end');
  expect(named.map(({ text }) => text)).toEqual([
    LONG,
    `${LONG.slice(0, -1)}…`,
    ...claims.slice(2).map(({ title }) => title),
  ]);
  expect(new Set(named.map(({ at }) => at[0])).size).toBe(1);
  const heights = named.map(({ at }) => at[1]);
  expect(heights).toEqual(heights.toSorted((x, y) => x - y));
});

test('what rests on another stands before it', () => {
  const x = (text: string): number => labels.find((one) => one.text === text)?.at[0] ?? Number.NaN;
  expect(x(LONG)).toBeLessThan(x('sales'));
  expect(x('sales')).toBeLessThan(x('ray'));
  expect(x('ray')).toBeLessThan(x('The baseline'));
});

test('a line that a longer path implies is not drawn', () => {
  const lines = marks.flatMap((mark) => (mark.kind === 'line' ? mark.points : []));
  const drawn = lines.filter(([x]) => Number.isFinite(x)).length / 2;
  expect(drawn).toBe(SMALL.edges.length - 2);
});

test('in words', () => {
  expect(description).toBe(
    '9 readings of claims, 2 derivations, 2 tables of laws and signs, 1 profit functions, and lines from each to what it rests on. Most is rested on ray by 5, sales by 1.',
  );
  expect(height).toBeGreaterThan(9 * 15);
});
