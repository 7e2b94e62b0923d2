/** Derivatives in a graph. */
import type { Graph, Node } from './graph.ts';
import { no } from './ray.ts';

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
  /** Whether the slope relative to the node divides by nothing that the node does not divide by: it holds where the node underflows. */
  const isFactor = (node: Node): boolean => {
    const { operation, parts, constant } = node;
    const [x, more] = parts;
    if (slope(node) === zero || operation === 'exp' || operation === 'logistic' || operation === 'deformed')
      return true;
    if (operation === 'multiply') return parts.every(isFactor);
    if (operation === 'linear' && (more || constant !== 0)) return false;
    return (operation === 'divide' || operation === 'linear') && x !== undefined && isFactor(x);
  };
  /** The slope as a share of the node. */
  const relative: Slope = (node) => {
    const [x, y] = node.parts as readonly [Node, Node];
    if (slope(node) === zero) return zero;
    if (node.operation === 'exp') return slope(x);
    if (node.operation === 'logistic') return graph.multiply(graph.logistic(graph.negate(x)), slope(x));
    if (node.operation === 'linear' && !y && node.constant === 0) return relative(x);
    if (node.operation === 'multiply') return graph.add(relative(x), relative(y));
    if (node.operation === 'divide') return graph.subtract(relative(x), relative(y));
    return graph.divide(slope(node), node);
  };
  const ruled = (node: Node): Node => {
    const [x, y, z] = node.parts as readonly [Node, Node, Node];
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
        if (slope(x) === zero) return graph.multiply(x, slope(y));
        if (slope(y) === zero) return graph.multiply(y, slope(x));
        return isFactor(x) && isFactor(y)
          ? graph.multiply(node, graph.add(relative(x), relative(y)))
          : graph.add(graph.multiply(slope(x), y), graph.multiply(x, slope(y)));
      case 'divide':
        if (slope(y) === zero) return graph.divide(slope(x), y);
        return isFactor(x)
          ? graph.multiply(node, graph.subtract(relative(x), relative(y)))
          : graph.divide(graph.subtract(slope(x), graph.multiply(node, slope(y))), y);
      case 'exp':
        return graph.multiply(node, slope(x));
      case 'log':
        return relative(x);
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
        return graph.multiply(node, graph.multiply(graph.logistic(graph.negate(x)), slope(x)));
      case 'deformed':
        if (slope(y) !== zero) no('a derivative by the shape of adoption');
        return graph.multiply(z, slope(x));
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
