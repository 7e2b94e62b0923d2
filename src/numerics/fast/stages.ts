/** Which parts of a graph are wanted when. */
import type { Node } from './graph.ts';

export interface Stages {
  /** Inputs that change from iteration to iteration. */
  readonly moving: readonly string[];
  /** Nodes that an iteration needs. */
  readonly body: readonly Node[];
  /** Nodes that are needed at the solution. */
  readonly end: readonly Node[];
  /** Nodes that are needed before the first iteration. */
  readonly start: readonly Node[];
}

/** Whether a node depends on one of the inputs. */
export function movesOf(inputs: ReadonlySet<string>): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  const moves = (node: Node): boolean => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const found = node.operation === 'input' ? inputs.has(node.name) : node.parts.some(moves);
    known.set(node, found);
    return found;
  };
  return moves;
}

/** Everything that the nodes are made of, parts before wholes. */
export function reached(nodes: readonly Node[]): Node[] {
  const all = new Set<Node>();
  const visit = (node: Node): void => {
    if (all.has(node)) return;
    node.parts.forEach(visit);
    all.add(node);
  };
  nodes.forEach(visit);
  return [...all];
}

/** What more than one of the nodes divides by: its reciprocal is taken once, and a product stands for each quotient. */
export function sharedDivisors(nodes: readonly Node[]): ReadonlySet<Node> {
  const divisors = nodes.flatMap(({ operation, parts }) =>
    operation === 'divide' ? [parts[1] as Node] : [],
  );
  return new Set(divisors.filter((divisor, i) => divisors.indexOf(divisor) < i));
}
