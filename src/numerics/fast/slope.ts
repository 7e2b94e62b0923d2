/** Derivatives in a graph. */
import type { Graph, Node } from './graph.ts';

/** The derivative along something of which each input's own derivative is given; what has none stands still. */
export type Slope = (node: Node) => Node;

/** Rules of differentiation, memorised node by node. `moves` overrules them where it answers. */
export function slopeOf(graph: Graph, moves: (node: Node) => Node | null): Slope {
  const known = new Map<Node, Node>();
  const zero = graph.number(0);
  const slope: Slope = (node) => {
    const before = known.get(node);
    if (before) return before;
    const found = moves(node) ?? ruled(node);
    known.set(node, found);
    return found;
  };
  const ruled = (node: Node): Node => {
    const [x, y] = node.parts as readonly [Node, Node];
    switch (node.operation) {
      case 'input':
      case 'number':
      case 'no-more':
        return zero;
      case 'linear':
        return graph.combine(
          ...node.parts.map((part, i) => [node.coefficients[i] ?? 0, slope(part)] as const),
        );
      case 'multiply':
        return graph.add(graph.multiply(slope(x), y), graph.multiply(x, slope(y)));
      case 'divide':
        return graph.divide(graph.subtract(slope(x), graph.multiply(node, slope(y))), y);
      case 'exp':
        return graph.multiply(node, slope(x));
      case 'log':
        return graph.divide(slope(x), x);
      case 'expm1':
        return graph.multiply(graph.exp(x), slope(x));
      case 'softplus':
        return graph.multiply(graph.logistic(x), slope(x));
      case 'sum-of-exponentials':
        return graph.add(
          graph.multiply(graph.logistic(graph.subtract(x, y)), slope(x)),
          graph.multiply(graph.logistic(graph.subtract(y, x)), slope(y)),
        );
      case 'logistic':
        return graph.multiply(graph.multiply(node, graph.logistic(graph.negate(x))), slope(x));
      case 'deformed-share':
        return graph.negate(graph.multiply(graph.multiply(node, graph.add(node, y)), slope(x)));
      case 'min':
        return choose(graph.noMore(x, y), slope(x), slope(y));
      case 'max':
        return choose(graph.noMore(y, x), slope(x), slope(y));
    }
  };
  const choose = (first: Node, x: Node, y: Node): Node =>
    graph.add(y, graph.multiply(first, graph.subtract(x, y)));
  return slope;
}
