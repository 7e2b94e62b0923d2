/**
 * A graph as instructions over blocks of rows. Each node is a column of as many numbers as a block has rows; a node is
 * worked out as seldom as what it depends on allows:
 *
 *   still   once a call, where its inputs are the same in every row
 *   row     once a block
 *   body    once an iteration, where it depends on what is solved for
 *   end     once, at the solution
 *
 * What it costs to read an instruction is spread over the rows of a block. No text is made into code.
 */
import { deformed, logistic, softplus, sumOfExponentials } from './elementary.ts';
import type { Graph, Node } from './graph.ts';
import { movesOf, reached, type Stages, sharedDivisors } from './stages.ts';

/** Rows of a block: the columns of a hundred nodes stay in the processor's second cache. */
export const BLOCK = 256;

type Columns = Float64Array;

interface Instruction {
  readonly kernel: Kernel;
  readonly target: Columns;
  readonly x: Columns;
  readonly y: Columns;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly z: Columns;
}
type Kernel = (
  target: Columns,
  x: Columns,
  y: Columns,
  rows: number,
  a: number,
  b: number,
  c: number,
  z: Columns,
) => void;

const kernels = {
  affine: (target, x, _, rows, a, _b, c) => {
    for (let i = 0; i < rows; i++) target[i] = a * (x[i] as number) + c;
  },
  sum: (target, x, y, rows, _a, _b, c) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i] as number) + (y[i] as number) + c;
  },
  difference: (target, x, y, rows, _a, _b, c) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i] as number) - (y[i] as number) + c;
  },
  linear: (target, x, y, rows, a, b, c) => {
    for (let i = 0; i < rows; i++) target[i] = a * (x[i] as number) + b * (y[i] as number) + c;
  },
  more: (target, x, y, rows, a, b) => {
    for (let i = 0; i < rows; i++)
      target[i] = (target[i] as number) + (a * (x[i] as number) + b * (y[i] as number));
  },
  moreOne: (target, x, _, rows, a) => {
    for (let i = 0; i < rows; i++) target[i] = (target[i] as number) + a * (x[i] as number);
  },
  multiply: (target, x, y, rows) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i] as number) * (y[i] as number);
  },
  divide: (target, x, y, rows) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i] as number) / (y[i] as number);
  },
  exp: (target, x, _, rows) => {
    for (let i = 0; i < rows; i++) target[i] = Math.exp(x[i] as number);
  },
  log: (target, x, _, rows) => {
    for (let i = 0; i < rows; i++) target[i] = Math.log(x[i] as number);
  },
  expm1: (target, x, _, rows) => {
    for (let i = 0; i < rows; i++) target[i] = Math.expm1(x[i] as number);
  },
  min: (target, x, y, rows) => {
    for (let i = 0; i < rows; i++) target[i] = Math.min(x[i] as number, y[i] as number);
  },
  max: (target, x, y, rows) => {
    for (let i = 0; i < rows; i++) target[i] = Math.max(x[i] as number, y[i] as number);
  },
  'no-more': (target, x, y, rows) => {
    for (let i = 0; i < rows; i++) target[i] = (x[i] as number) <= (y[i] as number) ? 1 : 0;
  },
  deformed: (target, x, y, rows, _a, _b, _c, z) => {
    for (let i = 0; i < rows; i++) target[i] = deformed(x[i] as number, y[i] as number, z[i] as number);
  },
  'sum-of-exponentials': (target, x, y, rows) => {
    for (let i = 0; i < rows; i++) target[i] = sumOfExponentials(x[i] as number, y[i] as number);
  },
  softplus: (target, x, _, rows) => {
    for (let i = 0; i < rows; i++) target[i] = softplus(x[i] as number);
  },
  logistic: (target, x, _, rows) => {
    for (let i = 0; i < rows; i++) target[i] = logistic(x[i] as number);
  },
} satisfies Record<string, Kernel>;

const ONES = new Float64Array(BLOCK).fill(1);

export class Program {
  private readonly columns = new Map<Node, Columns>();
  private readonly inputs = new Map<string, Columns>();
  private readonly parts: { readonly start: Node[]; readonly body: Node[]; readonly end: Node[] };
  private still: Instruction[] = [];
  private row: Instruction[] = [];
  private readonly body: Instruction[];
  private readonly end: Instruction[];

  constructor(graph: Graph, { moving, body, end, start }: Stages) {
    const moves = movesOf(new Set(moving));
    const all = reached([...start, ...body, ...end]);
    for (const node of all) {
      const column = new Float64Array(BLOCK);
      this.columns.set(node, column);
      if (node.operation === 'number') column.fill(node.constant);
      if (node.operation === 'input') this.inputs.set(node.name, column);
    }
    for (const name of moving) {
      if (!this.inputs.has(name)) this.inputs.set(name, this.columnOf(graph.input(name)));
    }
    this.parts = {
      start: all.filter((node) => !moves(node)),
      body: reached(body).filter(moves),
      end: reached(end).filter(moves),
    };
    this.body = this.stage(this.parts.body, this.parts.body);
    this.end = this.stage(this.parts.end, this.parts.end);
  }

  /** Instructions an iteration takes. */
  get length(): number {
    return this.body.length;
  }

  private columnOf(node: Node): Columns {
    const known = this.columns.get(node) ?? new Float64Array(BLOCK);
    this.columns.set(node, known);
    return known;
  }

  /** The column of a node: to be read after the stage that works it out. */
  read = (node: Node): Columns => this.columnOf(node);

  /** The column of an input, to be written before the stage that reads it; null where nothing reads it. */
  input = (name: string): Columns | null => this.inputs.get(name) ?? null;

  /** Says which inputs vary from row to row, all others having been written, and works out what stays the same. */
  prepare(varying: ReadonlySet<string>): void {
    const moves = movesOf(varying);
    const { start } = this.parts;
    this.still = this.stage(
      start.filter((node) => !moves(node)),
      start,
    );
    this.row = this.stage(start.filter(moves), start);
    execute(this.still, BLOCK);
  }

  runRow = (rows: number): void => execute(this.row, rows);
  runBody = (rows: number): void => execute(this.body, rows);
  runEnd = (rows: number): void => execute(this.end, rows);

  /** The instructions of some nodes of a stage, in whose whole reciprocals are shared. */
  private stage(nodes: readonly Node[], whole: readonly Node[]): Instruction[] {
    const shared = sharedDivisors(whole);
    const reciprocals = new Map<Node, Columns>();
    return nodes.flatMap((node) => {
      const [x, y] = node.parts;
      if (node.operation !== 'divide' || !x || !y || !shared.has(y)) return this.instructions(node);
      const one = { x: ONES, y: this.columnOf(y), z: ONES, a: 1, b: 1, c: 0 };
      const known = reciprocals.get(y);
      const target = known ?? new Float64Array(BLOCK);
      reciprocals.set(y, target);
      const product = {
        ...one,
        kernel: kernels.multiply,
        target: this.columnOf(node),
        x: this.columnOf(x),
        y: target,
      };
      return known ? [product] : [{ ...one, kernel: kernels.divide, target }, product];
    });
  }

  private instructions(node: Node): Instruction[] {
    const target = this.columnOf(node);
    const [x = target, y = target, z = target] = node.parts.map((part) => this.columnOf(part));
    const { operation } = node;
    if (operation === 'input' || operation === 'number') return [];
    if (operation === 'linear') return this.combination(node);
    return [{ kernel: kernels[operation], target, x, y, a: 1, b: 1, c: 0, z }];
  }

  /** A combination, two parts at a time. */
  private combination(node: Node): Instruction[] {
    const target = this.columnOf(node);
    const terms = node.parts.map((part, i) => ({ x: this.columnOf(part), a: node.coefficients[i] ?? 0 }));
    const made: Instruction[] = [];
    for (let i = 0; i < terms.length; i += 2) {
      const [first, second] = [terms[i] as (typeof terms)[number], terms[i + 1]];
      const { x, a } = first;
      const at = { target, x, y: second?.x ?? x, a, b: second?.a ?? 0, c: node.constant, z: target };
      made.push({ ...at, kernel: i === 0 ? leading(a, second?.a) : second ? kernels.more : kernels.moreOne });
    }
    return made;
  }
}

/** The kernel of the first one or two parts of a combination with these coefficients. */
function leading(a: number, b: number | undefined): Kernel {
  if (b === undefined) return kernels.affine;
  if (a === 1 && b === 1) return kernels.sum;
  return a === 1 && b === -1 ? kernels.difference : kernels.linear;
}

function execute(instructions: readonly Instruction[], rows: number): void {
  for (const { kernel, target, x, y, a, b, c, z } of instructions) kernel(target, x, y, rows, a, b, c, z);
}
