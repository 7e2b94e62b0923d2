/** The rules by which nodes are put together: where each applies, and where another node that looks like it is left alone. */
import { describe, expect, test } from 'vitest';
import { Graph, inputOf, type Node, put } from '../../src/numerics/fast/graph.ts';

const graph = new Graph();
const [x, y] = [graph.input(inputOf('x')), graph.input(inputOf('y'))];
const p = graph.input('p');
const smaller = graph.min(x, y);

describe('what is left alone', () => {
  test.each<readonly [string, Node, string]>([
    ['a product with a quotient by something else', graph.multiply(graph.divide(x, y), p), 'multiply'],
    ['the same the other way round', graph.multiply(p, graph.divide(x, y)), 'multiply'],
    ['a product with what has it as a part', graph.multiply(smaller, y), 'multiply'],
    ['the same with its own part in front', graph.multiply(y, smaller), 'multiply'],
    ['a quotient of a product by something else', graph.divide(graph.multiply(x, y), p), 'divide'],
    ['a quotient of what has the divisor as a part', graph.divide(smaller, y), 'divide'],
    ['the smaller of a number and a letter', graph.min(graph.number(3), x), 'min'],
    ['the smaller of a letter and a number', graph.min(x, graph.number(3)), 'min'],
    ['the logarithm of a sum', graph.log(graph.add(x, graph.number(1))), 'log'],
    ['the logarithm of what is taken off', graph.log(graph.negate(x)), 'log'],
    ['the logarithm as it stands', graph.plainLog(graph.multiply(x, y)), 'log'],
  ])('%s', (_, node, operation) => {
    expect(node.operation).toBe(operation);
  });
});

describe('what is put together', () => {
  const [two, three, half] = [2, 3, 1 / 2].map((value) => (node: Node) => graph.combine([value, node])) as [
    (node: Node) => Node,
    (node: Node) => Node,
    (node: Node) => Node,
  ];
  test.each<readonly [string, Node, Node]>([
    ['factors of a product', graph.multiply(three(x), three(y)), graph.combine([9, graph.multiply(x, y)])],
    ['the factor of what is divided', graph.divide(two(x), y), two(graph.divide(x, y))],
    ['the logarithm of a number', graph.plainLog(graph.number(1)), graph.number(0)],
    ['of two numbers the smaller', graph.min(graph.number(3), graph.number(2)), graph.number(2)],
    ['nothing of something', graph.combine([0, x], [1, y]), y],
    [
      'e^(3 ln x + 1)',
      graph.exp(graph.combine([3, graph.log(x)], [1, graph.number(1)])),
      graph.combine([Math.E, graph.multiply(graph.multiply(x, x), x)]),
    ],
  ])('%s', (_, made, expected) => {
    expect(made).toBe(expected);
  });

  test('in the place of an input, by the same rules', () => {
    const here = put(graph, new Map([[inputOf('x'), graph.number(2)]]));
    const there = put(graph, new Map([[inputOf('x'), y]]));
    expect(here(graph.multiply(x, y))).toBe(two(y));
    expect(here(graph.divide(y, x))).toBe(half(y));
    expect(here(graph.exp(x))).toBe(graph.number(Math.exp(2)));
    expect(here(graph.log(x))).toBe(graph.number(Math.log(2)));
    expect(here(graph.combine([5, x], [1, y]))).toBe(graph.combine([1, y], [1, graph.number(10)]));
    expect(there(graph.divide(x, y))).toBe(graph.number(1));
    expect(there(graph.subtract(x, y))).toBe(graph.number(0));
    expect(there(graph.number(7))).toBe(graph.number(7));
    expect(there(p)).toBe(p);
  });
});
