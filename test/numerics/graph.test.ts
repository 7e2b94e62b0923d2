/** Formulas as graphs: what cancels does so before anything is evaluated, and what is left has the formula's value. */
import { describe, expect, test } from 'vitest';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { compile } from '../../src/kernel/compile.ts';
import { symbolsOf } from '../../src/kernel/term.ts';
import { Graph, inputOf, type Node, put } from '../../src/numerics/fast/graph.ts';
import { type Letter, Logarithms } from '../../src/numerics/fast/logarithm.ts';
import { orSentence, read } from '../support/terms.ts';
import { worth } from './worth.ts';

describe('what is the same is one node', () => {
  const graph = new Graph();
  const [x, y, p] = [graph.input(inputOf('x')), graph.input(inputOf('y')), graph.input('p')];

  test('sums and products, in any order', () => {
    expect(graph.add(x, y)).toBe(graph.add(y, x));
    expect(graph.multiply(x, y)).toBe(graph.multiply(y, x));
    expect(graph.add(graph.add(x, y), p)).toBe(graph.add(x, graph.add(y, p)));
    expect(graph.number(0)).toBe(graph.number(-0));
    expect(graph.add(x, y)).not.toBe(graph.add(x, p));
    expect(graph.combine([2, x])).not.toBe(graph.combine([3, x]));
  });

  test('what cancels', () => {
    expect(graph.subtract(graph.add(x, y), y)).toBe(x);
    expect(graph.subtract(x, x)).toBe(graph.number(0));
    expect(graph.divide(x, x)).toBe(graph.number(1));
    expect(graph.divide(graph.multiply(x, y), y)).toBe(x);
    expect(graph.divide(graph.multiply(x, y), x)).toBe(y);
    expect(graph.multiply(graph.divide(x, y), y)).toBe(x);
    expect(graph.multiply(y, graph.divide(x, y))).toBe(x);
    expect(graph.divide(graph.number(0), x)).toBe(graph.number(0));
    expect(graph.negate(graph.negate(x))).toBe(x);
    expect(graph.min(x, x)).toBe(x);
    expect(graph.max(x, x)).toBe(x);
    expect(graph.min(graph.number(3), graph.number(2))).toBe(graph.number(2));
    expect(graph.min(graph.number(2), graph.number(3))).toBe(graph.number(2));
  });

  test('logarithms and exponentials undo each other', () => {
    expect(graph.log(graph.exp(x))).toBe(x);
    expect(graph.exp(graph.log(x))).toBe(x);
    expect(graph.log(graph.multiply(x, y))).toBe(graph.add(graph.log(x), graph.log(y)));
    expect(graph.log(graph.divide(x, y))).toBe(graph.subtract(graph.log(x), graph.log(y)));
    expect(graph.log(graph.combine([2, x]))).toBe(graph.add(graph.number(Math.log(2)), graph.log(x)));
    expect(graph.exp(graph.number(1))).toBe(graph.number(Math.E));
    expect(graph.log(graph.number(1))).toBe(graph.number(0));
  });

  test('a whole multiple of a logarithm that moves is a factor; one of a parameter stays in the exponent', () => {
    const [ofLetter, ofParameter] = [graph.log(x), graph.log(p)];
    const cube = graph.exp(graph.combine([3, ofLetter], [1, y]));
    expect(cube).toBe(graph.multiply(graph.exp(y), graph.multiply(graph.multiply(x, x), x)));
    const reciprocal = graph.exp(graph.combine([-1, ofLetter], [1, y]));
    expect(reciprocal).toBe(graph.divide(graph.exp(y), x));
    for (const kept of [
      graph.combine([4, ofLetter], [1, y]),
      graph.combine([0.5, ofLetter], [1, y]),
      graph.combine([2, ofParameter], [1, y]),
    ]) {
      expect(graph.exp(kept).operation).toBe('exp');
      expect(graph.exp(kept).parts).toEqual([kept]);
    }
  });

  test('whether it moves', () => {
    expect(x.moves).toBe(true);
    expect(p.moves).toBe(false);
    expect(graph.number(2).moves).toBe(false);
    expect(graph.multiply(p, p).moves).toBe(false);
    expect(graph.multiply(p, x).moves).toBe(true);
  });

  test('factors are taken out in front', () => {
    const [two, three] = [graph.combine([2, x]), graph.combine([3, y])];
    expect(graph.multiply(two, three)).toBe(graph.combine([6, graph.multiply(x, y)]));
    expect(graph.divide(two, y)).toBe(graph.combine([2, graph.divide(x, y)]));
    expect(graph.multiply(graph.number(2), x)).toBe(two);
    expect(graph.multiply(x, graph.number(2))).toBe(two);
    expect(graph.divide(x, graph.number(4))).toBe(graph.combine([0.25, x]));
    // A sum is no multiple of one part.
    expect(graph.multiply(graph.combine([1, graph.number(1)], [2, x]), y).operation).toBe('multiply');
  });

  test('other nodes in the place of inputs', () => {
    const formula = graph.add(graph.multiply(x, y), graph.exp(x), graph.softplus(graph.log(x)));
    const here = put(graph, new Map([[inputOf('x'), graph.number(2)]]))(formula);
    const at = { [inputOf('x')]: 2, [inputOf('y')]: 5, p: 7 };
    expect(worth(here, { [inputOf('y')]: 5 })).toBeCloseTo(10 + Math.exp(2) + Math.log(3), 12);
    expect(worth(here, { [inputOf('y')]: 5 })).toBeCloseTo(worth(formula, at), 12);
  });
});

describe('formulas in logarithms', () => {
  const POINT: Readonly<Record<string, number>> = { u: 1.7, v: 2.9, p: 0.6 };
  const MOVING = ['u', 'v'];

  function formOf(text: string, what: 'ln' | 'value'): Node {
    const graph = new Graph();
    const letterOf = (name: string): Letter => {
      if (!MOVING.includes(name)) {
        const value = graph.input(name);
        return { logarithm: graph.log(value), value };
      }
      const logarithm = graph.input(inputOf(name));
      return { logarithm, value: graph.exp(logarithm) };
    };
    return new Logarithms(graph, letterOf, new Set(MOVING))[what](read(text));
  }
  const inputs = { p: POINT.p ?? 0, [inputOf('u')]: Math.log(1.7), [inputOf('v')]: Math.log(2.9) };
  const plain = (text: string): number => {
    const names = symbolsOf(read(text));
    return compile(read(text), names, double)(names.map((name) => POINT[name] ?? Number.NaN));
  };

  test.each([
    '3',
    'u',
    'p',
    '2*u^2/v',
    'u^p*v^(p - 1)',
    'u + v',
    'p + u',
    'u*v + p*u + 3',
    '2*p + 3',
    'u*(u + v) + v',
    'u + exp(v)',
    '5 - u',
    '5 - 2*u*p',
    'exp(u - 2*v)',
    'ln(3*u*v)',
    'min(u, v, p)',
    'max(u, v, p)',
    'deformed_log(u, p)',
    'deformed_log(u*v, 0)',
    'min(u, v)*max(p, v)',
    '(u + v)^(1/2)',
    '1 - exp(-u)',
    '(1 - exp(-p*u))*v',
  ])('%s: its logarithm and its value', (text) => {
    const expected = plain(text);
    expect(worth(formOf(text, 'ln'), inputs)).toBeCloseTo(Math.log(expected), 12);
    expect(worth(formOf(text, 'value'), inputs)).toBeCloseTo(expected, 12);
  });

  test.each([
    'u - v',
    'p - u',
    'ln(p)',
    '-(u + v)',
    'u^2 - v^3/p',
    '1/v - 1/u',
    'min(-u, -v)',
    'max(-u, -v)',
  ])('%s, which is negative: its value', (text) => {
    expect(plain(text)).toBeLessThan(0);
    expect(worth(formOf(text, 'value'), inputs)).toBeCloseTo(plain(text), 12);
  });

  test('a product is a sum of logarithms, with no exponential in it', () => {
    const form = formOf('2*u^2/v', 'ln');
    expect(form).toMatchObject({ operation: 'linear', constant: Math.log(2), coefficients: [2, -1] });
  });

  test('a sum of powers adds exponentials, and what does not move beside what does', () => {
    expect(formOf('u + v', 'ln').operation).toBe('sum-of-exponentials');
    const form = formOf('p + u', 'ln');
    expect(form.operation).toBe('linear');
    expect(form.parts.map(({ operation }) => operation).sort()).toEqual(['input', 'softplus']);
    // Numbers are added by their values where one is taken off or is itself a sum or a function.
    for (const text of ['5 - u', 'u*(u + v) + v', 'u + exp(v)'])
      expect(formOf(text, 'ln').operation, text).toBe('log');
  });

  test('1 - e^x keeps its digits near x = 0', () => {
    const form = formOf('1 - exp(-u)', 'value');
    expect(form).toMatchObject({ operation: 'linear', coefficients: [-1] });
    expect(form.parts[0]?.operation).toBe('expm1');
    const tiny = { ...inputs, [inputOf('u')]: Math.log(1e-20) };
    expect(worth(form, tiny)).toBeCloseTo(1e-20, 32);
    // With two e^x, or another number in the place of 1, nothing is lost and nothing is to be kept.
    for (const text of ['2 - exp(-u)', '1 + p - exp(-u)', '1 - 2*exp(-u)'])
      expect(worth(formOf(text, 'value'), inputs), text).toBeCloseTo(plain(text), 12);
  });

  test('a function that is not known here is refused in one sentence', () => {
    for (const what of ['ln', 'value'] as const)
      expect(orSentence(() => formOf('lambert_w0(u)', what))).toBe(
        'lambert_w0(u) has no form in logarithms in the fast solver; use the referee.',
      );
  });
});
