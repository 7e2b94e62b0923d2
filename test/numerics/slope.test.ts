/** Derivatives of graphs against differences, and the tape against the operations one by one. */
import { describe, expect, test } from 'vitest';
import { Graph, inputOf, type Node } from '../../src/numerics/fast/graph.ts';
import { BLOCK, Program } from '../../src/numerics/fast/program.ts';
import { slopeOf } from '../../src/numerics/fast/slope.ts';
import { orSentence } from '../support/terms.ts';
import { worth } from './worth.ts';

const graph = new Graph();
const [x, y, p] = [graph.input(inputOf('x')), graph.input(inputOf('y')), graph.input('p')];
const { number, add, subtract, exp, log } = {
  number: graph.number,
  add: graph.add,
  subtract: graph.subtract,
  exp: (node: Node) => graph.exp(node),
  log: (node: Node) => graph.log(node),
};
const times = (one: Node, other: Node): Node => graph.multiply(one, other);
const over = (one: Node, other: Node): Node => graph.divide(one, other);
const plus = (one: Node, constant: number): Node => add(one, number(constant));

/** Each operation, of what moves and of what does not, in sums, products and quotients. */
const FORMULAS: Readonly<Record<string, Node>> = {
  number: number(3),
  parameter: p,
  letter: x,
  sum: graph.combine([2, x], [-3, y], [1, p]),
  product: times(x, y),
  'parameter in front': times(p, x),
  'parameter behind': times(log(plus(x, 2)), p),
  square: times(plus(x, 1), plus(x, 1)),
  'product of exponentials': times(exp(times(x, p)), exp(times(x, y))),
  'product of an exponential and a sum': times(exp(times(x, p)), plus(x, 2)),
  'product of logistics': times(graph.logistic(x), graph.logistic(times(x, y))),
  'twice an exponential': times(graph.combine([2, exp(times(x, y))]), exp(times(x, p))),
  'exponential and one more': times(plus(exp(times(x, p)), 1), exp(times(x, y))),
  quotient: over(x, plus(y, 4)),
  'quotient by a letter': over(plus(y, 1), plus(x, 3)),
  'quotient of exponentials': over(exp(times(x, x)), plus(exp(times(p, x)), 1)),
  'quotient of a product': over(times(exp(times(x, y)), graph.logistic(x)), plus(x, 3)),
  'number over a letter': over(number(2), plus(x, 3)),
  exponential: exp(times(x, y)),
  logarithm: log(plus(x, 5)),
  'logarithm of an exponential and one': log(plus(exp(times(x, y)), 1)),
  'logarithm of a deformed logarithm': log(graph.deformed(plus(x, 2), p)),
  'logarithm of a logistic': log(graph.logistic(times(x, y))),
  expm1: graph.expm1(times(x, y)),
  softplus: graph.softplus(times(x, y)),
  logistic: graph.logistic(times(x, y)),
  'sum of exponentials': graph.sumOfExponentials(times(x, p), y),
  'sum of exponentials, turned round': graph.sumOfExponentials(y, times(x, x)),
  'deformed logarithm': graph.deformed(plus(x, 2), p),
  'deformed logarithm of shape 0': graph.deformed(plus(x, 2), number(0)),
  'smaller, the first': graph.min(x, plus(y, 5)),
  'smaller, the second': graph.min(plus(y, 5), x),
  'larger, the first': graph.max(times(x, x), plus(y, -5)),
  'larger, the second': graph.max(plus(y, -5), times(x, x)),
  'no more': graph.noMore(x, plus(y, 5)),
};
const AT = { [inputOf('x')]: 0.7, [inputOf('y')]: -0.4, p: 0.3 };

describe('a derivative', () => {
  test.each(Object.entries(FORMULAS))('%s', (_, node) => {
    for (const input of [x, y]) {
      const slope = slopeOf(graph, (one) => (one === input ? number(1) : null))(node);
      const h = 1e-5;
      const moved = (by: number) => worth(node, { ...AT, [input.name]: (AT[input.name] ?? 0) + by });
      // Central differences with a step of 1e-5 have an error of some 1e-10.
      expect(worth(slope, AT)).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 8);
    }
  });

  test('along several inputs at once, and of what is given', () => {
    const along = slopeOf(graph, (one) => (one === x ? number(2) : one === y ? number(5) : null));
    expect(worth(along(times(x, y)), AT)).toBeCloseTo(2 * -0.4 + 5 * 0.7, 12);
    const given = slopeOf(graph, (one) => (one === times(x, y) ? p : null));
    expect(given(graph.combine([3, times(x, y)]))).toBe(graph.combine([3, p]));
  });

  test('what stands still has none', () => {
    const slope = slopeOf(graph, (one) => (one === x ? number(1) : null));
    for (const still of [number(3), p, y, times(y, p), exp(y), log(plus(y, 5)), graph.noMore(x, y)])
      expect(slope(still)).toBe(number(0));
  });

  test('where exponentials vanish it does too, and is not 0/0', () => {
    const far = { ...AT, [inputOf('x')]: -2000 };
    const slope = slopeOf(graph, (one) => (one === x ? number(1) : null));
    const small = exp(graph.combine([1, x], [1, p]));
    for (const node of [times(small, exp(graph.combine([3, x], [1, y]))), over(small, plus(exp(x), 1))])
      expect(worth(slope(node), far)).toBe(0);
    // ln(1/(1 + e^-x)) rises by one in x far below zero: as a share of what is lost in rounding.
    expect(worth(slope(log(graph.logistic(x))), far)).toBe(1);
  });

  test('by the shape of a deformed logarithm there is none', () => {
    const slope = slopeOf(graph, (one) => (one === p ? number(1) : null));
    expect(orSentence(() => slope(graph.deformed(x, p)))).toBe(
      'a derivative by the shape of adoption in the fast solver; use the referee.',
    );
  });
});

describe('the tape', () => {
  const nodes = Object.values(FORMULAS);
  // A divisor that several share, and a sum of five parts, beside each formula.
  const shared = [over(x, plus(exp(x), 1)), over(y, plus(exp(x), 1)), over(p, plus(exp(x), 1))];
  const long = graph.combine([2, x], [-1, y], [0.5, times(x, y)], [3, p], [-0.25, exp(x)], [1, number(7)]);
  const pairs = [add(x, y), subtract(x, y), graph.combine([-1, x], [1, y]), graph.negate(x), plus(x, 2)];
  const all = [...nodes, ...shared, long, ...pairs];
  const rows = 5;
  const columns = {
    x: [0.7, -0.2, 1.5, 0, 2],
    y: [-0.4, 0.3, 0, 1, -1],
    p: [0.3, 0.9, 1.1, 0.2, 0.5],
  };
  const inputsAt = (i: number) => ({
    [inputOf('x')]: columns.x[i] ?? 0,
    [inputOf('y')]: columns.y[i] ?? 0,
    p: columns.p[i] ?? 0,
  });

  /** Runs with all at the end, or all in the body; p varies from row to row, or is the first row's. */
  function run(stage: 'body' | 'end', isVarying: boolean): (i: number) => number[] {
    const program = new Program(graph, {
      moving: [inputOf('x'), inputOf('y')],
      start: [times(p, p)],
      body: stage === 'body' ? all : [x],
      end: stage === 'end' ? all : [x],
    });
    const ofP = program.input('p');
    if (isVarying) ofP?.set(columns.p);
    else ofP?.fill(columns.p[0] ?? 0);
    program.prepare(new Set(isVarying ? ['p'] : []));
    program.runRow(rows);
    program.input(inputOf('x'))?.set(columns.x);
    program.input(inputOf('y'))?.set(columns.y);
    program.runBody(rows);
    program.runEnd(rows);
    return (i) => all.map((node) => program.read(node)[i] as number);
  }

  test.each([
    ['body', true],
    ['end', true],
    ['body', false],
    ['end', false],
  ] as const)('%s, a parameter that varies: %s', (stage, isVarying) => {
    const at = run(stage, isVarying);
    for (let i = 0; i < rows; i++) {
      const inputs = isVarying ? inputsAt(i) : { ...inputsAt(i), p: columns.p[0] ?? 0 };
      const found = at(i);
      for (const [k, node] of all.entries())
        expect(found[k], `node ${k} (${node.operation}) of row ${i}`).toBeCloseTo(worth(node, inputs), 12);
    }
  });

  test('an input that nothing reads has a column where it moves, and none elsewhere', () => {
    const program = new Program(graph, { moving: [inputOf('x')], start: [], body: [p], end: [] });
    expect(program.input(inputOf('x'))).toHaveLength(BLOCK);
    expect(program.input('q')).toBeNull();
    expect(program.length).toBe(0);
  });
});
