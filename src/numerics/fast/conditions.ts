/** The first-order conditions of a geometric program in two shapes: to come home from afar, and to descend. */
import type { Graph, Node } from './graph.ts';

/** Added to second derivatives, which vanish far out. */
const FLAT = 1e-7;

/** A graph with the slopes of its nodes by the letters solved for. */
interface Slopes {
  readonly graph: Graph;
  slopes(node: Node): Node[];
}

export interface System {
  /** Zero at the solution, one a letter. */
  readonly conditions: readonly Node[];
  readonly jacobian: readonly (readonly Node[])[];
  /** What each step must lower; null where it is the conditions themselves. */
  readonly height: Node | null;
}

/** ln(marginal costs/marginal gain), nearly linear, so that Newton's method comes home from afar. */
export function balances(builder: Slopes, slopes: readonly Node[], pulls: readonly Node[]): System {
  const { graph } = builder;
  const relative = (node: Node): Node[] => builder.slopes(node).map((slope) => graph.divide(slope, node));
  const ratios = pulls.map((pull, j) => graph.divide(pull, slopes[j] as Node));
  const jacobian = pulls.map((pull, j) => {
    const [rising, falling] = [relative(pull), relative(slopes[j] as Node)];
    return rising.map((slope, k) => graph.subtract(slope, falling[k] as Node));
  });
  return { conditions: ratios.map(graph.plainLog), jacobian, height: null };
}

/** The slopes of ln costs - ln gain, which is convex, with its second derivatives, by which it is descended. */
export function ascent(
  builder: Slopes,
  slopes: readonly Node[],
  pulls: readonly Node[],
  potentialShare: Node,
): System {
  const { graph } = builder;
  const conditions = pulls.map((pull, j) =>
    graph.subtract(graph.divide(pull, potentialShare), slopes[j] as Node),
  );
  const jacobian = conditions.map((condition, j) =>
    builder
      .slopes(condition)
      .map((slope, k) => graph.combine([1, slope], [j === k ? 1 : 0, graph.number(FLAT)])),
  );
  return { conditions, jacobian, height: graph.plainLog(potentialShare) };
}
