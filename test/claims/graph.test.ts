/** What rests on what: every node exists, nothing rests on itself, and a seeded fault of either kind is found. */
import { describe, expect, it } from 'vitest';
import { DERIVATIONS } from '../../derivations/registry.ts';
import { cycleIn, danglingEdges, type Graph, graphOf } from '../../src/claims/graph.ts';
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
