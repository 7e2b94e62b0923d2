/** What rests on what: every node exists, nothing rests on itself, and a seeded fault of either kind is found. */
import { describe, expect, it } from 'vitest';
import { DERIVATIONS } from '../../derivations/registry.ts';
import { cycleIn, danglingEdges, type Graph, graphOf } from '../../src/claims/graph.ts';
import type { ClaimRow } from '../../src/claims/row.ts';
import type { Written } from '../../src/derive/argument.ts';
import type { VariantId } from '../../src/economics/variants/registry.ts';
import { keptLedger } from '../../src/report/ledger.ts';
import { graphDot, graphMermaid } from '../../src/report/render/graph.ts';

const { rows } = keptLedger();
const graph = graphOf(rows, Object.values(DERIVATIONS));

describe('the graph of the ledger', () => {
  it('has a node for every row, and every edge ends at a node', () => {
    expect(graph.nodes.filter(({ kind }) => kind === 'claim').length).toBe(rows.length);
    expect(danglingEdges(graph)).toEqual([]);
  });
  it('has no cycle', () => {
    expect(cycleIn(graph)).toBeNull();
  });
  it('leads from every judged claim to what it rests on', () => {
    for (const { id, reading, verdict, uses } of rows) {
      if (verdict === 'undecided') continue;
      expect(uses.length, `${id}, ${reading}`).toBeGreaterThan(0);
    }
  });
  it('is found wanting where a node is missing or rests on itself', () => {
    const [edge] = graph.edges;
    if (!edge) throw new Error('no edges');
    const missing: Graph = { ...graph, nodes: graph.nodes.filter(({ id }) => id !== edge.to) };
    expect(danglingEdges(missing)).toContainEqual(edge);
    const round: Graph = { ...graph, edges: [...graph.edges, { from: edge.to, to: edge.from }] };
    expect(cycleIn(round)).not.toBeNull();
  });
  it('prints as DOT and as Mermaid, one line a node and an edge', () => {
    const lines = graph.nodes.length + graph.edges.length;
    expect(graphDot(graph).trim().split('\n').length).toBe(lines + 3);
    expect(graphMermaid(graph).trim().split('\n').length).toBe(lines + 1);
  });
});

describe('by hand', () => {
  /** A derivation of a model that uses others. */
  const written = (id: string, variant: VariantId, ...uses: readonly Written[]): Written =>
    Object.assign(() => ({ id, title: `on ${id}` }) as ReturnType<Written>, { variant, uses });
  const last = written('last', 'data-bound');
  const left = written('left', 'baseline', last);
  const top = written('top', 'baseline', left, last);
  const row = (id: string, reading: string, uses: readonly string[]): ClaimRow =>
    ({ id, reading, verdict: 'refuted', variant: 'baseline', uses }) as unknown as ClaimRow;

  it('holds what a row reaches: each node once, an edge for each use', () => {
    const rows = [
      row('first', 'r', ['derivation/top', 'laws/data-bound/E', 'statics/cournot/rho']),
      row('second', 's', ['derivation/last', 'laws/nowhere/E', 'other/baseline/E']),
    ];
    const { nodes, edges } = graphOf(rows, [top, left, last, written('unused', 'rival')]);
    const node = (id: string, kind: string, title: string, verdict: string | null = null) => ({
      id,
      kind,
      title,
      verdict,
    });
    expect(nodes).toEqual([
      node('claim/first/r', 'claim', 'first: r', 'refuted'),
      node('model/baseline', 'model', 'profit of baseline'),
      node('derivation/top', 'derivation', 'on top'),
      node('derivation/left', 'derivation', 'on left'),
      node('derivation/last', 'derivation', 'on last'),
      node('model/data-bound', 'model', 'profit of data-bound'),
      node('laws/data-bound/E', 'laws', 'laws of data-bound in E'),
      node('statics/cournot/rho', 'statics', 'signs of cournot, rho held'),
      node('model/cournot', 'model', 'profit of cournot'),
      node('claim/second/s', 'claim', 'second: s', 'refuted'),
    ]);
    expect(edges.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'claim/first/r > model/baseline',
      'claim/first/r > derivation/top',
      'derivation/last > model/data-bound',
      'derivation/left > derivation/last',
      'derivation/left > model/baseline',
      'derivation/top > derivation/left',
      'derivation/top > derivation/last',
      'derivation/top > model/baseline',
      'claim/first/r > laws/data-bound/E',
      'laws/data-bound/E > model/data-bound',
      'claim/first/r > statics/cournot/rho',
      'statics/cournot/rho > model/cournot',
      'claim/second/s > model/baseline',
      'claim/second/s > derivation/last',
      'claim/second/s > laws/nowhere/E',
      'claim/second/s > other/baseline/E',
    ]);
    expect(danglingEdges({ nodes, edges }).map(({ to }) => to)).toEqual([
      'laws/nowhere/E',
      'other/baseline/E',
    ]);
  });

  const drawn = (nodes: string, ...edges: readonly string[]): Graph => ({
    nodes: [...nodes].map((id) => ({ id, kind: 'claim', title: id, verdict: null })),
    edges: edges.map(([from = '', to = '']) => ({ from, to })),
  });

  it('an edge dangles at either end', () => {
    const { edges } = drawn('', 'ab', 'ax', 'xb');
    expect(danglingEdges({ ...drawn('ab'), edges })).toEqual(edges.slice(1));
    expect(danglingEdges(drawn('ab', 'ab'))).toEqual([]);
  });

  it('a cycle is found from the first node that leads to it, and two ways to one node are none', () => {
    expect(cycleIn(drawn('abcd', 'ab', 'ac', 'bd', 'cd'))).toBeNull();
    expect(cycleIn(drawn('abcd', 'ab', 'cd', 'dc'))).toBe('c');
    expect(cycleIn(drawn('abc', 'ab', 'bc', 'cb'))).toBe('a');
    expect(cycleIn(drawn('a', 'aa'))).toBe('a');
    expect(cycleIn(drawn('ab'))).toBeNull();
  });
});
