/** The tape by hand: what every operation writes, for which rows, how often, and how many instructions an iteration takes. */
import { describe, expect, test } from 'vitest';
import { Graph, inputOf, type Node } from '../../src/numerics/fast/graph.ts';
import { BLOCK, Program } from '../../src/numerics/fast/program.ts';

const graph = new Graph();
const [x, y, z] = ['x', 'y', 'z'].map((name) => graph.input(inputOf(name))) as [Node, Node, Node];
const p = graph.input('p');
const moving = ['x', 'y', 'z'].map(inputOf);

const bodyOf = (...body: readonly Node[]) => new Program(graph, { moving, start: [], body, end: [] });

/** Writes a number into every row of an input, those beyond the ones that are run too. */
const fill = (program: Program, values: Readonly<Record<string, number>>) => {
  for (const [name, value] of Object.entries(values)) program.input(name)?.fill(value);
};

/** What the body makes of x, y and z in one row. */
function madeOf(node: Node, ...at: readonly number[]): number {
  const program = bodyOf(node);
  fill(program, Object.fromEntries(moving.map((name, i) => [name, at[i] ?? 0])));
  program.prepare(new Set());
  program.runBody(1);
  return program.read(node)[0] as number;
}

describe('an operation', () => {
  const three = graph.number(3);
  test.each<readonly [string, Node, readonly number[], number]>([
    ['a sum and a number', graph.add(x, y, three), [1, 2], 6],
    ['a difference and a number', graph.add(graph.subtract(x, y), three), [1, 2], 2],
    ['multiples and a number', graph.combine([2, x], [-5, y], [1, three]), [4, 2], 1],
    ['one of the first and two of the second', graph.combine([1, x], [2, y]), [4, 3], 10],
    ['five of the first and one of the second', graph.combine([5, x], [1, y]), [4, 3], 23],
    [
      'four parts',
      graph.combine([2, x], [-1, y], [7, z], [-3, graph.negate(graph.max(x, y))]),
      [4, 2, 3],
      39,
    ],
    ['the larger of a letter and a number', graph.max(x, three), [2], 3],
    ['one multiple and a number', graph.combine([2, x], [1, three]), [4], 11],
    ['one multiple alone, of what is infinite', graph.combine([2, x]), [Number.POSITIVE_INFINITY], Infinity],
    ['three parts', graph.combine([2, x], [-1, y], [7, z]), [1, 2, 3], 21],
    ['less: as much', graph.noMore(x, y), [2, 2], 1],
    ['less: less', graph.noMore(x, y), [1, 2], 1],
    ['less: more', graph.noMore(x, y), [3, 2], 0],
    ['the smaller', graph.min(x, y), [3, 2], 2],
    ['the larger', graph.max(x, y), [3, 2], 3],
    ['a product', graph.multiply(x, y), [3, 2], 6],
    ['a quotient', graph.divide(x, y), [3, 2], 1.5],
  ])('%s', (_, node, at, expected) => {
    expect(madeOf(node, ...at)).toBe(expected);
  });

  test('is done for the rows that are asked for and for none beyond', () => {
    const nodes = [
      graph.combine([2, x], [1, three]),
      graph.add(x, y, three),
      graph.add(graph.subtract(x, y), three),
      graph.combine([2, x], [-5, y]),
      graph.combine([2, x], [-5, y], [3, z]),
      graph.combine([2, x], [-5, y], [3, z], [4, graph.exp(x)]),
      graph.multiply(x, y),
      graph.divide(x, y),
      graph.exp(x),
      graph.log(x),
      graph.expm1(x),
      graph.min(x, y),
      graph.max(x, y),
      graph.noMore(x, y),
      graph.deformed(x, y),
      graph.sumOfExponentials(x, y),
      graph.softplus(x),
      graph.logistic(x),
    ];
    const program = bodyOf(...nodes);
    fill(program, { [inputOf('x')]: 2, [inputOf('y')]: 3, [inputOf('z')]: 5 });
    program.prepare(new Set());
    program.runBody(2);
    for (const node of nodes) {
      const column = [...program.read(node)];
      expect(column.slice(0, 2), node.operation).not.toContain(0);
      expect(new Set(column.slice(2)), node.operation).toEqual(new Set([0]));
      expect(column).toHaveLength(BLOCK);
    }
  });
});

describe('how often', () => {
  const square = graph.multiply(p, p);
  const q = graph.input('q');
  const cube = graph.multiply(square, q);
  const whole = graph.multiply(x, square);
  const last = graph.add(y, cube);
  const program = new Program(graph, { moving, start: [cube], body: [whole], end: [last] });
  const first = (node: Node) => program.read(node)[0];

  test('each thing is worked out when what it depends on was said to change', () => {
    fill(program, { p: 2, q: 3, [inputOf('x')]: 10, [inputOf('y')]: 1 });
    // Nothing is worked out for rows before it is said what varies from row to row.
    program.runRow(1);
    expect([square, cube, whole, last].map(first)).toEqual([0, 0, 0, 0]);
    program.prepare(new Set(['q']));
    expect([square, cube, whole, last].map(first)).toEqual([4, 0, 0, 0]);
    program.runRow(1);
    expect([square, cube, whole, last].map(first)).toEqual([4, 12, 0, 0]);
    program.runBody(1);
    expect([square, cube, whole, last].map(first)).toEqual([4, 12, 40, 0]);
    program.runEnd(1);
    expect([square, cube, whole, last].map(first)).toEqual([4, 12, 40, 13]);
    // What was said to stay the same is not looked at again, by rows or by iterations.
    fill(program, { p: 5, q: 7, [inputOf('x')]: 20, [inputOf('y')]: 2 });
    program.runBody(1);
    program.runEnd(1);
    expect([square, cube, whole, last].map(first)).toEqual([4, 12, 80, 14]);
    program.runRow(1);
    expect([square, cube, whole, last].map(first)).toEqual([4, 28, 80, 14]);
    program.prepare(new Set(['p']));
    program.runRow(1);
    expect([square, cube].map(first)).toEqual([25, 175]);
  });

  test('only inputs are found by name', () => {
    expect(program.input('p')).toBe(program.read(p));
    expect(program.input(inputOf('z'))).toHaveLength(BLOCK);
    expect(program.input('')).toBeNull();
    expect(program.input('r')).toBeNull();
  });
});

describe('instructions that an iteration takes', () => {
  const [xz, yz, xy] = [graph.divide(x, z), graph.divide(y, z), graph.divide(x, y)];
  test.each<readonly [string, readonly Node[], number]>([
    ['none for an input, a number, or what does not move', [x, graph.number(2), graph.multiply(p, p)], 0],
    ['one for a quotient', [xz], 1],
    ['one for each of two that share no divisor', [xz, xy], 2],
    ['three for two that share one: the reciprocal is taken once', [xz, yz], 3],
    ['and one more for what is multiplied by it', [xz, yz, graph.multiply(x, z)], 4],
    ['one for two parts of a sum', [graph.add(x, y)], 1],
    ['two for three and four', [graph.add(x, y, z), graph.add(x, y, z, graph.softplus(x))], 5],
    ['one for one part', [graph.negate(x)], 1],
  ])('%s', (_, body, expected) => {
    expect(bodyOf(...body).length).toBe(expected);
  });

  test('a shared divisor changes no value, of quotients or of anything else that it is in', () => {
    const body = [xz, yz, graph.multiply(x, z), graph.min(x, z), graph.subtract(x, z)];
    const program = bodyOf(...body);
    fill(program, { [inputOf('x')]: 6, [inputOf('y')]: 3, [inputOf('z')]: 4 });
    program.prepare(new Set());
    program.runBody(1);
    expect(body.map((node) => program.read(node)[0])).toEqual([1.5, 0.75, 24, 4, 2]);
  });
});
