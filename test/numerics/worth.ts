/** What nodes of the fast solver's graphs are worth, worked out one by one as their operations are said to be. */
import type { Node } from '../../src/numerics/fast/graph.ts';

/** The value of a node at values of its inputs. */
export function worth(node: Node, inputs: Readonly<Record<string, number>>): number {
  const parts = node.parts.map((part) => worth(part, inputs));
  const [x = Number.NaN, y = Number.NaN] = parts;
  switch (node.operation) {
    case 'input':
      return inputs[node.name] ?? Number.NaN;
    case 'number':
      return node.constant;
    case 'linear':
      return parts.reduce((sum, part, i) => sum + (node.coefficients[i] ?? Number.NaN) * part, node.constant);
    case 'multiply':
      return x * y;
    case 'divide':
      return x / y;
    case 'exp':
      return Math.exp(x);
    case 'log':
      return Math.log(x);
    case 'expm1':
      return Math.expm1(x);
    case 'min':
      return Math.min(x, y);
    case 'max':
      return Math.max(x, y);
    case 'no-more':
      return x <= y ? 1 : 0;
    case 'deformed':
      return y === 0 ? x : -Math.expm1(-y * x) / y;
    case 'sum-of-exponentials':
      return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
    case 'softplus':
      return Math.log1p(Math.exp(x));
    case 'logistic':
      return 1 / (1 + Math.exp(-x));
  }
}
