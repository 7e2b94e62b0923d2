/**
 * Formulas over doubles as a graph in which equal parts are one node. Sums are kept as linear combinations, so that
 * logarithms that cancel do so before anything is evaluated: in ln(gain) + ln(elasticity) the factor that both hold is
 * gone, and with it its rounding error.
 */

export type Operation =
  | 'input'
  | 'number'
  /** constant + Σ coefficient · part */
  | 'linear'
  | 'multiply'
  | 'divide'
  | 'exp'
  | 'log'
  | 'expm1'
  | 'min'
  | 'max'
  /** 1 where the first part is no more than the second, else 0. */
  | 'no-more'
  /** (1 - e^(-g u))/g, u at g = 0, of u, g and e^(-g u): the deformed logarithm of e^u. */
  | 'deformed'
  /** ln(e^x + e^y) */
  | 'sum-of-exponentials'
  /** ln(1 + e^x) */
  | 'softplus'
  /** 1/(1 + e^-x) */
  | 'logistic';

export interface Node {
  readonly id: number;
  readonly operation: Operation;
  readonly parts: readonly Node[];
  /** Of `linear` alone: one a part. */
  readonly coefficients: readonly number[];
  /** The value of a number, the constant of `linear`. */
  readonly constant: number;
  /** The name of an input. */
  readonly name: string;
  /** Whether it depends on the logarithm of a letter. */
  readonly moves: boolean;
}

const LN = 'ln ';
/** The input that is a letter's logarithm. */
export const inputOf = (letter: string): string => LN + letter;
const isLogarithm = (input: string): boolean => input.startsWith(LN);

/** Powers of a factor as high as this are written out. */
const HIGHEST_POWER = 3;

/** Makes nodes; the same one for the same operation on the same parts. */
export class Graph {
  private readonly known = new Map<string, Node>();

  private make(operation: Operation, parts: readonly Node[], more: Partial<Node> = {}): Node {
    const { coefficients = [], constant = 0, name = '' } = more;
    const ids = parts.map(({ id }) => id).join(' ');
    const key = `${operation} ${name} ${Object.is(constant, -0) ? 0 : constant} ${ids} | ${coefficients.join(' ')}`;
    const found = this.known.get(key);
    if (found) return found;
    const moves = operation === 'input' ? isLogarithm(name) : parts.some((part) => part.moves);
    const node: Node = { id: this.known.size, operation, parts, coefficients, constant, name, moves };
    this.known.set(key, node);
    return node;
  }

  input = (name: string): Node => this.make('input', [], { name });
  number = (constant: number): Node => this.make('number', [], { constant });

  /** Σ weight · node. */
  combine(...weighted: readonly (readonly [number, Node])[]): Node {
    const weights = new Map<Node, number>();
    let constant = 0;
    const put = (weight: number, node: Node): void => {
      if (node.operation === 'number') constant += weight * node.constant;
      else if (node.operation === 'linear') {
        constant += weight * node.constant;
        for (const [i, part] of node.parts.entries()) put(weight * (node.coefficients[i] ?? 0), part);
      } else weights.set(node, (weights.get(node) ?? 0) + weight);
    };
    for (const [weight, node] of weighted) if (weight !== 0) put(weight, node);
    const left = [...weights].filter(([, weight]) => weight !== 0).sort(([x], [y]) => x.id - y.id);
    const [first, ...rest] = left;
    if (!first) return this.number(constant);
    if (rest.length === 0 && first[1] === 1 && constant === 0) return first[0];
    const coefficients = left.map(([, weight]) => weight);
    return this.make(
      'linear',
      left.map(([node]) => node),
      { coefficients, constant },
    );
  }

  add = (...nodes: readonly Node[]): Node => this.combine(...nodes.map((node) => [1, node] as const));
  subtract = (x: Node, y: Node): Node => this.combine([1, x], [-1, y]);
  negate = (x: Node): Node => this.combine([-1, x]);

  multiply(x: Node, y: Node): Node {
    if (x.operation === 'number') return this.combine([x.constant, y]);
    if (y.operation === 'number') return this.combine([y.constant, x]);
    if (x.operation === 'divide' && x.parts[1] === y) return x.parts[0] as Node;
    if (y.operation === 'divide' && y.parts[1] === x) return y.parts[0] as Node;
    const [scale, inner] = scaled(x);
    const [other, own] = scaled(y);
    if (scale * other !== 1) return this.combine([scale * other, this.multiply(inner, own)]);
    return this.make('multiply', x.id <= y.id ? [x, y] : [y, x]);
  }

  divide(x: Node, y: Node): Node {
    if (y.operation === 'number') return this.combine([1 / y.constant, x]);
    if (x === y) return this.number(1);
    if (x.operation === 'number' && x.constant === 0) return x;
    const [scale, inner] = scaled(x);
    if (scale !== 1) return this.combine([scale, this.divide(inner, y)]);
    if (x.operation === 'multiply' && x.parts.includes(y))
      return (x.parts[0] === y ? x.parts[1] : x.parts[0]) as Node;
    return this.make('divide', [x, y]);
  }

  /**
   * e^x; whole multiples of logarithms that vary from step to step become factors. Those of parameters stay in the exponent,
   * where they are added up once a row and nothing overflows.
   */
  exp(x: Node): Node {
    if (x.operation === 'number') return this.number(Math.exp(x.constant));
    if (x.operation === 'log') return x.parts[0] as Node;
    if (x.operation !== 'linear') return this.make('exp', [x]);
    const at = x.parts.findIndex((part, i) => {
      const times = Math.abs(x.coefficients[i] ?? 0);
      return part.operation === 'log' && part.moves && Number.isInteger(times) && times <= HIGHEST_POWER;
    });
    if (at < 0) return this.make('exp', [x]);
    const [logarithm, times] = [x.parts[at] as Node, x.coefficients[at] as number];
    const rest = this.exp(this.combine([1, x], [-times, logarithm]));
    const factor = logarithm.parts[0] as Node;
    const power = Array.from({ length: Math.abs(times) }, () => factor).reduce((so, one) =>
      this.multiply(so, one),
    );
    return times > 0 ? this.multiply(rest, power) : this.divide(rest, power);
  }

  /** ln x; of products and quotients of what is positive, as a combination of logarithms. */
  log(x: Node): Node {
    if (x.operation === 'number') return this.number(Math.log(x.constant));
    if (x.operation === 'exp') return x.parts[0] as Node;
    const [left, right] = x.parts as readonly [Node, Node];
    if (x.operation === 'multiply') return this.add(this.log(left), this.log(right));
    if (x.operation === 'divide') return this.subtract(this.log(left), this.log(right));
    const [scale, inner] = scaled(x);
    if (scale !== 1 && scale > 0)
      return this.combine([1, this.number(Math.log(scale))], [1, this.log(inner)]);
    return this.make('log', [x]);
  }

  /** ln x as it stands, x worked out first. */
  plainLog = (x: Node): Node => (x.operation === 'number' ? this.log(x) : this.plain('log', x));

  /** The node with other parts; an input with what is put in its place. */
  rebuilt(node: Node, parts: readonly Node[], input?: Node): Node {
    const [x, y] = parts as readonly [Node, Node];
    switch (node.operation) {
      case 'input':
        return input ?? node;
      case 'number':
        return node;
      case 'linear': {
        const sum = parts.map((part, i) => [node.coefficients[i] ?? 0, part] as const);
        return this.combine([1, this.number(node.constant)], ...sum);
      }
      case 'multiply':
        return this.multiply(x, y);
      case 'divide':
        return this.divide(x, y);
      case 'exp':
        return this.exp(x);
      case 'log':
        return this.log(x);
      default:
        return this.plain(node.operation, ...parts);
    }
  }

  private plain(operation: Operation, ...parts: readonly Node[]): Node {
    return this.make(operation, parts);
  }

  expm1 = (x: Node): Node => this.plain('expm1', x);
  softplus = (x: Node): Node => this.plain('softplus', x);
  sumOfExponentials = (x: Node, y: Node): Node => this.plain('sum-of-exponentials', x, y);
  logistic = (x: Node): Node => this.plain('logistic', x);
  deformed = (u: Node, g: Node): Node =>
    this.plain('deformed', u, g, this.exp(this.negate(this.multiply(g, u))));
  noMore = (x: Node, y: Node): Node => this.plain('no-more', x, y);
  min = (x: Node, y: Node): Node => {
    const numbers = x.operation === 'number' && y.operation === 'number';
    if (numbers) return x.constant <= y.constant ? x : y;
    return x === y ? x : this.plain('min', x, y);
  };
  max = (x: Node, y: Node): Node => (x === y ? x : this.plain('max', x, y));
}

/** The one coefficient of a combination of one part, and the part; else 1 and the node. */
function scaled(node: Node): readonly [number, Node] {
  const [part, more] = node.parts;
  if (node.operation !== 'linear' || !part || more || node.constant !== 0) return [1, node];
  return [node.coefficients[0] as number, part];
}

/** What a node is with other nodes in place of inputs; nodes are the same graph's. */
export function put(graph: Graph, inputs: ReadonlyMap<string, Node>): (node: Node) => Node {
  const known = new Map<Node, Node>();
  const visit = (one: Node): Node => {
    const before = known.get(one);
    if (before) return before;
    const found = graph.rebuilt(one, one.parts.map(visit), inputs.get(one.name));
    known.set(one, found);
    return found;
  };
  return visit;
}
