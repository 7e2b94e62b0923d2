/**
 * The best value of a letter in closed form, the other letters given, where gain and costs are powers of it: the best sales
 * of a linear demand are the well-known case. Write p for the gain's exponent in the letter x, e for a cost's, and s for
 * the cost's share of the gain, κ for its weight. Then
 *
 *   profit     Σ κ e s = p           with one exponent e beside p and 0:  x^(e-p) = (p - Σ over e = p of κ e s)/(κ e s at x = 1)
 *   surplus    Σ κ (e - p) s = 0     with two exponents e < E beside p:   x^(E-e) = (p - e) κ s/((E - p) κ S), both at x = 1
 *
 * A value that is none, the logarithm of a negative number, makes every condition none: the row is in doubt.
 */
import { type Graph, inputOf, type Node, put } from './graph.ts';

export interface Costs {
  /** ln of each. */
  readonly logarithms: readonly Node[];
  /** Shares κ at which they count in the potential. */
  readonly weights: readonly number[];
  /** Exponents: one list a cost, one entry a letter. */
  readonly exponents: readonly (readonly Node[])[];
}

export interface Parts {
  readonly graph: Graph;
  readonly solved: readonly string[];
  /** ln gain, and its slopes by the letters. */
  readonly gain: Node;
  readonly slopes: readonly Node[];
  readonly costs: Costs;
}

const isNumber = (node: Node, constant: number): boolean =>
  node.operation === 'number' && node.constant === constant;

/** Σ κ s at x = 1 of the costs of each exponent. */
function groupsOf({ graph, solved, gain, costs }: Parts, j: number): Map<Node, Node> {
  const atOne = put(graph, new Map([[inputOf(solved[j] as string), graph.number(0)]]));
  const groups = new Map<Node, Node>();
  for (const [i, cost] of costs.logarithms.entries()) {
    const exponent = costs.exponents[i]?.[j] as Node;
    const share = graph.exp(graph.subtract(atOne(cost), atOne(gain)));
    const before = groups.get(exponent) ?? graph.number(0);
    groups.set(exponent, graph.combine([1, before], [costs.weights[i] ?? 1, share]));
  }
  return groups;
}

export interface Best {
  /** ln of the letter, in the other letters. */
  readonly logarithm: Node;
  /** Below zero where the others are so large that no amount of the letter pays; null where that cannot be. */
  readonly room: Node | null;
}

/** The letter at its best; null where it has no closed form of this kind. */
export function bestOf(parts: Parts, j: number, goal: 'profit' | 'surplus'): Best | null {
  const { graph, solved, slopes, costs } = parts;
  const p = slopes[j] as Node;
  if (solved.length < 2 || [p, ...costs.exponents.map((own) => own[j] as Node)].some(({ moves }) => moves))
    return null;
  const groups = groupsOf(parts, j);
  const own = groups.get(p) ?? graph.number(0);
  const others = [...groups].filter(([e]) => e !== p);
  if (goal === 'profit') {
    const [only, more] = others.filter(([e]) => !isNumber(e, 0));
    if (!only || more) return null;
    const [e, share] = only;
    const left = graph.subtract(p, graph.multiply(p, own));
    const taken = graph.multiply(e, share);
    const gap = graph.subtract(graph.log(left), graph.log(taken));
    return {
      logarithm: graph.divide(gap, graph.subtract(e, p)),
      room: own.operation === 'number' ? null : left,
    };
  }
  const [low, high, more] = others.sort(([x], [y]) => x.constant - y.constant);
  if (!low || !high || more || [low, high].some(([e]) => e.operation !== 'number')) return null;
  const below = graph.multiply(graph.subtract(p, low[0]), low[1]);
  const above = graph.multiply(graph.subtract(high[0], p), high[1]);
  const gap = graph.subtract(graph.log(below), graph.log(above));
  return { logarithm: graph.divide(gap, graph.subtract(high[0], low[0])), room: null };
}
