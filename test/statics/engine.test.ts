/** The engine alone: its responses against the derivation of the elasticities, its sign algebra, other building blocks. */
import { describe, expect, test } from 'vitest';
import { localElasticity } from '../../derivations/11-local-elasticity.ts';
import type { Quantity } from '../../src/derive/statics/reduce.ts';
import { problemFor, responseOf } from '../../src/derive/statics/response.ts';
import { prove, signCases } from '../../src/derive/statics/signing.ts';
import { surfaceOf } from '../../src/derive/statics/surface.ts';
import { computeCost } from '../../src/economics/blocks/compute-cost.ts';
import { compose } from '../../src/economics/model.ts';
import { E } from '../../src/economics/symbols.ts';
import { baseline, baselineBlocks } from '../../src/economics/variants/baseline.ts';
import { equalTerms } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import { divide, multiply, substitute, type Term } from '../../src/kernel/term.ts';

const problem = problemFor(baseline, 'interior');
const { context } = problem.frame;
const term = (text: string): Term => parse(text, context.symbols);
const isSame = (x: Term, y: Term): boolean => equalTerms(x, y, context) === 'zero';

describe('responses', () => {
  test('d ln n/d ln E is that of the derivation', () => {
    const { numerator, denominator } = responseOf(problem, 'n', 'E', 'b');
    const derived = substitute(localElasticity().results.size.relation.right, { k: term('1 + alpha/beta') });
    expect(isSame(divide(numerator, denominator), derived)).toBe(true);
  });

  test('profit needs no movement of size: rho d(profit)/d(rho) is minus alpha times that of b', () => {
    const [byB, byRho] = [
      responseOf(problem, 'profit', 'b', 'b'),
      responseOf(problem, 'profit', 'rho', 'rho'),
    ];
    expect(byB.method).toBe('envelope');
    expect(isSame(byRho.numerator, multiply(-1, 'alpha', byB.numerator))).toBe(true);
  });

  test('a at fixed rho is a and b together', () => {
    const [together, a, b] = [
      responseOf(problem, 'n', 'a', 'rho'),
      responseOf(problem, 'n', 'a', 'b'),
      responseOf(problem, 'n', 'b', 'b'),
    ];
    expect(isSame(together.numerator, { kind: 'sum', terms: [a.numerator, b.numerator] })).toBe(true);
  });
});

describe('sign algebra', () => {
  test('needs the standing assumption written as a letter', () => {
    const proof = prove(term('v + alpha*gamma*v'), problem, context);
    expect([proof?.sign, proof?.conditions.length]).toEqual(['+', 0]);
  });

  test('needs the second-order condition, and profit', () => {
    expect(prove(problem.bend ?? term('0'), problem, context)?.uses.map(({ because }) => because)).toContain(
      'second-order condition',
    );
    expect(prove(term('(1 + alpha/beta) - w'), problem, context)?.conditions).toEqual([]);
  });

  test('splits on the sign of gamma, and shows nothing that is not so', () => {
    const { cases } = signCases(term('v - gamma*w'), problem);
    expect(cases.map(({ when, proof }) => [when?.is, proof?.sign ?? null])).toEqual([
      ['negative', '+'],
      ['zero', '+'],
      ['positive', null],
    ]);
    expect(prove(term('v - w'), problem, context)?.conditions).not.toEqual([]);
    expect(prove(term('v - M'), problem, context)).toBeNull();
  });

  test('a surface is cleared of fractions and of common factors', () => {
    const { root, term: surface } = surfaceOf(
      term('v*w^2/beta - alpha*v*w/beta + w^2/beta - alpha*w/beta'),
      context,
    );
    expect(root && isSame(root, term('alpha'))).toBe(true);
    expect(isSame(surface, term('v*w - alpha*v + w - alpha'))).toBe(true);
  });
});

test('another building block gives another table, with no other edit', () => {
  const own = { ...E, name: 'E_inf', meaning: 'efficiency of inference hardware' };
  const cost = {
    ...computeCost,
    parameters: [E, own],
    inference: (n: Term, t: Term) => divide(multiply(2, n, t), 'E_inf'),
  };
  const split = problemFor(compose('split', 'Split efficiency', { ...baselineBlocks, cost }), 'interior');
  const shown = (quantity: Quantity, parameter: string) => {
    const { cases } = signCases(responseOf(split, quantity, parameter, 'b').numerator, split);
    return cases.every(({ proof }) => proof?.conditions.length === 0)
      ? cases.map(({ proof }) => proof?.sign).join('')
      : null;
  };
  expect([shown('n', 'E'), shown('n', 'E_inf'), shown('C_train', 'E_inf')]).toEqual(['+', '+', '+']);
  expect([shown('profit', 'E'), shown('profit', 'E_inf'), shown('t', 'E')]).toEqual(['+', '+', '+']);
  expect(shown('price', 'E')).toBe('+');
});
