/** The graph of the ledger as text for DOT and for Mermaid. */
import type { Graph, Node } from '../../claims/graph.ts';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "'")}"`;

const labelOf = ({ title, verdict }: Node, newline: string): string =>
  verdict === null ? title : `${title}${newline}${verdict}`;

const SHAPE: Readonly<Record<Node['kind'], string>> = {
  claim: 'box',
  derivation: 'ellipse',
  laws: 'hexagon',
  statics: 'hexagon',
  model: 'cylinder',
};

export function graphDot({ nodes, edges }: Graph): string {
  const lines = [
    'digraph ledger {',
    '  rankdir=LR;',
    ...nodes.map(
      (node) => `  ${quoted(node.id)} [shape=${SHAPE[node.kind]}, label=${quoted(labelOf(node, ' — '))}];`,
    ),
    ...edges.map(({ from, to }) => `  ${quoted(from)} -> ${quoted(to)};`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const BRACKETS: Readonly<Record<Node['kind'], readonly [string, string]>> = {
  claim: ['[', ']'],
  derivation: ['([', '])'],
  laws: ['{{', '}}'],
  statics: ['{{', '}}'],
  model: ['[(', ')]'],
};

export function graphMermaid({ nodes, edges }: Graph): string {
  const names = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const lines = [
    'graph LR',
    ...nodes.map((node) => {
      const [open, close] = BRACKETS[node.kind];
      return `  ${names.get(node.id)}${open}${quoted(labelOf(node, '<br/>'))}${close}`;
    }),
    ...edges.map(({ from, to }) => `  ${names.get(from)} --> ${names.get(to)}`),
  ];
  return `${lines.join('\n')}\n`;
}
