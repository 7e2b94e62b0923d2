/**
 * Local elasticities of certified optima. At the solution z(θ) the conditions G(z, θ) = 0 hold, so that dz/d ln θ =
 * -G_z⁻¹ θ G_θ for the letters that are free, while one at its limit moves with the limit; and a quantity moves by its own
 * derivative and through the letters. All of it is written as one graph, which is worked out on blocks of rows.
 */
import { OptimandError } from '../../kernel/issues.ts';
import type { Geometric } from './geometric.ts';
import { type Graph, inputOf, type Node } from './graph.ts';
import { BLOCK, Program } from './program.ts';
import { type Slope, slopeOf } from './slope.ts';

type Columns = Float64Array;

/** What elasticities are of. */
export const OF = ['n', 'd', 't', 'C_train'] as const;

/** The name of a column: `n/E` is d ln n/d ln E. */
export const elasticityOf = (quantity: (typeof OF)[number], parameter: string): string =>
  `${quantity}/${parameter}`;

/** x with A x = b, for up to three unknowns, by Cramer's rule. */
function solved(graph: Graph, A: readonly (readonly Node[])[], b: readonly Node[]): Node[] {
  const product = (x: Node, y: Node): Node => graph.multiply(x, y);
  const determinant = (rows: readonly (readonly Node[])[]): Node => {
    const [first] = rows;
    if (!first) return graph.number(1);
    const minors = first.map((_, j) => rows.slice(1).map((row) => row.filter((_one, k) => k !== j)));
    return graph.combine(
      ...first.map((x, j) => [j % 2 === 0 ? 1 : -1, product(x, determinant(minors[j] as Node[][]))] as const),
    );
  };
  const whole = determinant(A);
  const put = (j: number): Node[][] => A.map((row, i) => row.map((x, k) => (k === j ? (b[i] as Node) : x)));
  return b.map((_, j) => graph.divide(determinant(put(j)), whole));
}

/** d ln θ of every quantity, in the order of OF. */
function movements(model: Geometric, isHeld: readonly boolean[], parameter: string): Node[] {
  const { graph, conditions, jacobian, quantities, trainingSpend, bounds } = model;
  const along = (input: Node, slope: Node): Slope =>
    slopeOf(graph, (node) => (node === input ? slope : null));
  const own = graph.input(parameter);
  const byParameter = along(own, own);
  const letters = model.solved.map((letter) => graph.input(inputOf(letter)));
  const byLetter = letters.map((letter) => along(letter, graph.number(1)));
  const zero = graph.number(0);
  const held = letters.map((_, j) => {
    const bound = bounds[j];
    return isHeld[j] && bound ? byParameter(bound) : zero;
  });
  const free = letters.flatMap((_, j) => (isHeld[j] ? [] : [j]));
  const pushes = free.map((i) =>
    graph.negate(
      graph.add(
        byParameter(conditions[i] as Node),
        ...held.map((moved, j) => graph.multiply(jacobian[i]?.[j] as Node, moved)),
      ),
    ),
  );
  const inner = free.map((i) => free.map((j) => jacobian[i]?.[j] as Node));
  const found = solved(graph, inner, pushes);
  const moved = letters.map((_, j) => (isHeld[j] ? (held[j] as Node) : (found[free.indexOf(j)] as Node)));
  return [quantities.n, quantities.d, quantities.t, trainingSpend].map((quantity) =>
    graph.add(
      byParameter(quantity),
      ...moved.map((by, j) => graph.multiply(byLetter[j]?.(quantity) as Node, by)),
    ),
  );
}

export class Elasticities {
  private readonly program: Program;
  private readonly out: readonly Columns[];
  private readonly names: readonly string[];

  constructor(
    private readonly model: Geometric,
    isHeld: readonly boolean[],
    parameters: readonly string[],
  ) {
    const nodes = parameters.flatMap((parameter) => movements(model, isHeld, parameter));
    this.names = parameters.flatMap((parameter) => OF.map((of) => elasticityOf(of, parameter)));
    this.program = new Program(model.graph, {
      moving: model.solved.map(inputOf),
      start: [],
      body: nodes,
      end: [],
    });
    this.out = nodes.map(this.program.read);
  }

  /** Writes the elasticities of these rows: `parameters` says a row's parameters, `optima` holds n, d and t. */
  write(
    rows: readonly number[],
    parameter: (name: string, row: number) => number,
    names: readonly string[],
    optima: Readonly<Record<'n' | 'd' | 't', Columns>>,
    into: Readonly<Record<string, Columns>>,
  ): void {
    const { program, model } = this;
    program.prepare(new Set(names));
    for (let from = 0; from < rows.length; from += BLOCK) {
      const some = rows.slice(from, from + BLOCK);
      for (const name of names) {
        const input = program.input(name);
        if (input) for (const [i, row] of some.entries()) input[i] = parameter(name, row);
      }
      for (const letter of model.solved) {
        const [input, column] = [program.input(inputOf(letter)), optima[letter as 'n' | 'd' | 't']];
        if (input && column)
          for (const [i, row] of some.entries()) input[i] = Math.log(column[row] as number);
      }
      program.runRow(some.length);
      program.runBody(some.length);
      for (const [k, name] of this.names.entries()) {
        const [column, target] = [this.out[k] as Columns, into[name] as Columns];
        for (const [i, row] of some.entries()) target[row] = column[i] as number;
      }
    }
  }
}

/** Elasticities against these parameters; null where one of them shapes an adoption function. */
export function elasticitiesOf(
  model: Geometric,
  isHeld: readonly boolean[],
  parameters: readonly string[],
): Elasticities | null {
  try {
    return new Elasticities(model, isHeld, parameters);
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    return null;
  }
}
