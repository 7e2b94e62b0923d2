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
  /** g/(e^(g u) - 1) of u and g, 1/u at g = 0: the elasticity of the deformed logarithm of e^u. */
  | 'deformed-share'
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
}

/** Makes nodes; the same one for the same operation on the same parts. */
export class Graph {
  private readonly known = new Map<string, Node>();

  private make(operation: Operation, parts: readonly Node[], more: Partial<Node> = {}): Node {
    const { coefficients = [], constant = 0, name = '' } = more;
    const ids = parts.map(({ id }) => id).join(' ');
    const key = `${operation} ${name} ${Object.is(constant, -0) ? 0 : constant} ${ids} | ${coefficients.join(' ')}`;
    const found = this.known.get(key);
    if (found) return found;
    const node: Node = { id: this.known.size, operation, parts, coefficients, constant, name };
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
    const [scale, inner] = scaled(x);
    const [other, own] = scaled(y);
    if (scale * other !== 1) return this.combine([scale * other, this.multiply(inner, own)]);
    return this.make('multiply', x.id <= y.id ? [x, y] : [y, x]);
  }

  divide(x: Node, y: Node): Node {
    if (y.operation === 'number') return this.combine([1 / y.constant, x]);
    if (x === y) return this.number(1);
    if (x.operation === 'number' && x.constant === 0) return x;
    return this.make('divide', [x, y]);
  }

  /** e^x; logarithms that stand alone in x become factors. */
  exp(x: Node): Node {
    if (x.operation === 'number') return this.number(Math.exp(x.constant));
    if (x.operation === 'log') return x.parts[0] as Node;
    if (x.operation !== 'linear') return this.make('exp', [x]);
    const at = x.parts.findIndex(
      (part, i) => part.operation === 'log' && Math.abs(x.coefficients[i] ?? 0) === 1,
    );
    if (at < 0) return this.make('exp', [x]);
    const [logarithm, sign] = [x.parts[at] as Node, x.coefficients[at] as number];
    const rest = this.exp(this.combine([1, x], [-sign, logarithm]));
    const factor = logarithm.parts[0] as Node;
    return sign > 0 ? this.multiply(rest, factor) : this.divide(rest, factor);
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
  plainLog = (x: Node): Node => this.plain('log', x);

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
  deformedShare = (u: Node, g: Node): Node => this.plain('deformed-share', u, g);
  noMore = (x: Node, y: Node): Node => this.plain('no-more', x, y);
  min = (x: Node, y: Node): Node => (x === y ? x : this.plain('min', x, y));
  max = (x: Node, y: Node): Node => (x === y ? x : this.plain('max', x, y));
}

/** The one coefficient of a combination of one part, and the part; else 1 and the node. */
function scaled(node: Node): readonly [number, Node] {
  const [part, more] = node.parts;
  if (node.operation !== 'linear' || !part || more || node.constant !== 0) return [1, node];
  return [node.coefficients[0] as number, part];
}
