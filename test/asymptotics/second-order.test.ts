/** Maxima, saddles and what cannot be told; profit without end; whether the best rises or falls. Each small enough to check by hand. */
import { describe, expect, test } from 'vitest';
import { balanceOf, choicesOf } from '../../src/asymptotics/balance.ts';
import type { Balance } from '../../src/asymptotics/dominant.ts';
import { trendOf } from '../../src/asymptotics/objective.ts';
import { type Piece, prepare } from '../../src/asymptotics/pieces.ts';
import {
  determinant,
  directElasticity,
  freeVariables,
  jacobian,
} from '../../src/asymptotics/second-order.ts';
import { isUnbounded } from '../../src/asymptotics/unbounded.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { caseUnder, problemOf, read, type Small, under } from './small.ts';

const prepared = (small: Small, ...facts: readonly string[]) =>
  prepare(problemOf(small, under(...facts)), caseUnder(...facts));

/** The first choice's outcome: the balance, or why there is none. */
function first(small: Small, ...facts: readonly string[]): Balance | string {
  const own = prepared(small, ...facts);
  const [choice] = choicesOf(own);
  if (!choice) throw new Error('no choice');
  const outcome = balanceOf(choice, own, 'x');
  if (outcome.kind === 'balance') return outcome.balance;
  return outcome.kind === 'rejected' ? outcome.why : outcome.needs;
}
const NO = 'the critical point is no maximum';

/** A x y^i z^j - y^k - z^l: in logarithms the Hessian is A [[i (i - k), i j], [i j, j (j - l)]]. */
const two = (i: string, j: string, k = '1', l = '1'): Small => ({
  variables: ['y', 'z'],
  equations: {
    y: { gain: `(${i})*x*y^(${i})*z^(${j})`, cost: `-(${k})*y^(${k})` },
    z: { gain: `(${j})*x*y^(${i})*z^(${j})`, cost: `-(${l})*z^(${l})` },
  },
  objective: { gain: `x*y^(${i})*z^(${j})`, y: `-y^(${k})`, z: `-z^(${l})` },
});

describe('two variables, one gain', () => {
  test('a maximum where the powers add up to less than one', () => {
    expect(first(two('1/3', '1/3'))).toBeTypeOf('object');
    expect(first(two('1/4', '2/3'))).toBeTypeOf('object');
    expect(first(two('3/4', '3/4', '2', '2'))).toBeTypeOf('object');
  });
  test('a saddle where they add up to more, or one alone is too large', () => {
    expect(first(two('2/3', '2/3'))).toBe(NO);
    expect(first(two('1/3', '2'))).toBe(NO);
    expect(first(two('2', '1/3'))).toBe(NO);
    expect(first(two('2', '2'))).toBe(NO);
  });
  test('a sign of open exponents is asked for', () => {
    expect(() => first(two('p', '1/3'))).toThrow('the sign of');
    expect(first(two('p', '1/3'), '2 - 3*p > 0')).toBeTypeOf('object');
    expect(first(two('p', '1/3'), '3*p - 2 > 0')).toBe(NO);
  });
});

test('a variable that a limit holds has no condition of the second order', () => {
  const held: Small = {
    variables: ['y', 'z'],
    multipliers: ['mu'],
    equations: {
      y: { gain: '2*x*y^2*z^h', limit: '-mu' },
      z: { gain: 'h*x*y^2*z^h', cost: '-z' },
      limit: { y: 'y', limit: '-D' },
    },
    objective: { gain: 'x*y^2*z^h', cost: '-z' },
  };
  const balance = first(held);
  if (typeof balance === 'string') throw new Error(balance);
  expect(freeVariables(balance)).toEqual(['z']);
  const free = first(two('1/3', '1/3'));
  if (typeof free === 'string') throw new Error(free);
  expect(freeVariables(free)).toEqual(['z', 'y']);
  expect(jacobian(free, ['y', 'z'], free.values).map((row) => row.map(printText))).toEqual([
    ['-2/3', '1/3'],
    ['1/3', '-2/3'],
  ]);
});

test('of three terms each counts by its share: 1/4 and 3/4 of the gain', () => {
  const balance = first({
    equations: { y: { gain: 'x*y^(1/2)', one: '-c*y', other: '-3*c*y' } },
    objective: { gain: '2*x*y^(1/2)', one: '-c*y', other: '-3*c*y' },
  });
  if (typeof balance === 'string') throw new Error(balance);
  expect(balance.dominant[0]?.group).toHaveLength(3);
  // (1 - 1/2) (-1/4 - 3/4).
  expect(jacobian(balance, ['y'], balance.values).map((row) => row.map(printText))).toEqual([['-1/2']]);
});

describe('the elasticity of a term', () => {
  const own = prepared(
    {
      equations: {},
      atoms: { f: { argument: 'y^2', shape: 's' } },
      objective: {},
    },
    's > 0',
  );
  const at = (exactAtoms: Balance['exactAtoms'], slopes: Balance['slopes'] = {}): Balance => ({
    prepared: own,
    dominant: [],
    values: {},
    growth: {},
    exactAtoms,
    slopes,
    isRough: false,
    bounds: [],
    conditions: [],
  });
  const piece = (exact: string, seen: Piece['own'] = {}): Piece => ({
    source: 'gain',
    sign: 1,
    size: read(exact),
    exact: read(exact),
    own: seen,
  });
  const of = (one: Piece, balance: Balance, name = 'y'): string =>
    printText(directElasticity(one, name, balance));
  test('is its power, with adoption by its leading part 1/s, which does not move', () => {
    expect(of(piece('x*y^p*f'), at({}))).toBe('p');
    expect(of(piece('x*y^p*f'), at({}), 'x')).toBe('1');
    expect(of(piece('x*y^p*f'), at({}), 'z')).toBe('0');
  });
  test('adds that of adoption that is kept whole: a letter, or what it is known to be, of an argument y^2', () => {
    const kept = { f: read('e') };
    expect(of(piece('x*y^p*f'), at(kept))).toBe('p + 2*slope_f');
    expect(of(piece('x*y^p*f^3'), at(kept))).toBe('p + 6*slope_f');
    expect(of(piece('x*y^p*f'), at(kept, { slope_f: read('h') }))).toBe('p + 2*h');
    expect(of(piece('x*y^p'), at(kept))).toBe('p');
    expect(of(piece('x*y^p*f'), at(kept), 'x')).toBe('1');
  });
  test('is what the chooser sees, where others’ amounts stand in the term too', () => {
    expect(of(piece('x*y^p', { y: read('h') }), at({}))).toBe('p + h - p');
    expect(of(piece('x*y^p', { z: read('h') }), at({}))).toBe('p');
    expect(of(piece('x*y^p*f', { y: read('h') }), at({ f: read('e') }))).toBe('p + h - p + 2*slope_f');
  });
  test('is not known of what is no monomial', () => {
    expect(() => of(piece('c*exp(y)'), at({}))).toThrow('c*exp(y) is no monomial in y');
  });
});

test('two gains that move apart: a zero on the diagonal tells nothing, another minor may', () => {
  // A tie: x y - x y^h stands still in y, whose own second derivative is not zero.
  const straight: Small = {
    variables: ['y', 'z'],
    equations: { y: { gain: 'x*y*z^h', cost: '-c*y*z' }, z: { gain: 'h*x*y*z^h', cost: '-c*y*z' } },
    objective: { gain: 'x*y*z^h', cost: '-c*y*z' },
  };
  expect(first(straight)).toMatch(/determine|contradict|vanish|maximum/);
});

test('what an auxiliary sum makes of the second derivative', () => {
  // x S^h with S = y + y^2 and y small: (h - 1) < 0.
  const small: Small = {
    auxiliaries: { S: { one: 'y', two: 'y^2' } },
    equations: { y: { gain: 'h*x*S^(h-1)*y', cost: '-c*y' } },
    objective: { gain: 'x*S^h', cost: '-c*y' },
  };
  const balance = first(small);
  if (typeof balance === 'string') throw new Error(balance);
  expect(printText(balance.values.y ?? read('0'))).toBe('(c/h/x)^(1/(h - 1))');
  const steep: Small = {
    ...small,
    equations: { y: { gain: '2*x*S*y', cost: '-c*y' } },
    objective: { gain: 'x*S^2', cost: '-c*y' },
  };
  expect(first(steep)).toBe(NO);
});

test('determinants', () => {
  const of = (...rows: readonly (readonly string[])[]): string =>
    printText(
      determinant(
        rows.map((row) => row.map(read)),
        under(),
      ),
    );
  expect(of()).toBe('1');
  expect(of(['p'])).toBe('p');
  expect(of(['1', '2'], ['3', '4'])).toBe('-2');
  expect(of(['p', 'q'], ['q', 'p'])).toBe('p^2 - q^2');
  expect(of(['0', '1', '2'], ['3', '4', '5'], ['6', '7', '9'])).toBe('-3');
});

describe('profit without end', () => {
  const unbounded = (small: Small, ...facts: readonly string[]): boolean =>
    isUnbounded(prepared(small, ...facts));
  test('where the powers of the gain add up to more than those of the costs', () => {
    expect(unbounded(two('2', '1'))).toBe(true);
    expect(unbounded(two('2/3', '2/3'))).toBe(true);
    expect(unbounded(two('1/3', '1/3'))).toBe(false);
    expect(unbounded(two('1/2', '1/2'))).toBe(false);
    expect(unbounded(two('1', '1', '2', '2'))).toBe(false);
    expect(unbounded(two('1', '1', '2', '3/2'))).toBe(true);
  });
  test('not where that is open, and where it is known', () => {
    expect(unbounded(two('p', '2/3'))).toBe(false);
    expect(unbounded(two('p', '2/3'), 'p - 1/2 > 0')).toBe(true);
    expect(unbounded(two('p', '2/3'), '1/4 - p > 0')).toBe(false);
  });
  test('told of two variables and nothing else', () => {
    const more = two('2', '1');
    expect(
      unbounded({
        ...more,
        variables: ['y'],
        equations: { y: { gain: '2*x*y^2', cost: '-y' } },
        objective: { gain: 'x*y^2', cost: '-y' },
      }),
    ).toBe(false);
    expect(unbounded({ ...more, auxiliaries: { S: { y: 'y', z: 'z' } } })).toBe(false);
    expect(unbounded({ ...more, atoms: { f: { argument: 'y', shape: '0' } } })).toBe(false);
    // Adoption does not fall on the way.
    expect(unbounded({ ...more, atoms: { f: { argument: 'y', shape: 'p' } } })).toBe(true);
    expect(unbounded({ ...more, atoms: { f: { argument: 'y^(-1)*z^(-1)', shape: 'p' } } })).toBe(false);
  });
});

describe('whether the best rises with what grows, whatever is chosen', () => {
  const base: Small = {
    equations: { y: { gain: 'h*x*y^h', cost: '-c*y' } },
    objective: { gain: 'x*y^h', cost: '-c*y' },
  };
  const trend = (small: Small, x = 'x', more: readonly Small[] = []): string | null =>
    trendOf(
      [small, ...more].map((one) => prepared(one)),
      x,
    );
  test('rises with what is gained, falls with what is paid', () => {
    expect(trend(base)).toBe('rises');
    expect(trend(base, 'c')).toBe('falls');
    expect(trend(base, 'D')).toBeNull();
    expect(trend({ ...base, objective: { gain: 'x*y^h', cost: '-x*y' } })).toBeNull();
    expect(trend({ ...base, objective: { gain: 'x^v*y^h', cost: '-c*y' } })).toBeNull();
  });
  test('is not told where others answer, or where it moves an argument, a shape or a guard', () => {
    expect(trend({ ...base, hasRivals: true })).toBeNull();
    expect(trend({ ...base, guards: { limit: 'x*y' } })).toBeNull();
    expect(trend({ ...base, guards: { limit: 'y/D' } })).toBe('rises');
    expect(trend({ ...base, atoms: { f: { argument: 'x*y', shape: 'p' } } })).toBeNull();
    expect(trend({ ...base, atoms: { f: { argument: 'y', shape: 'p' } } })).toBe('rises');
    expect(trend(base, 'x', [{ ...base, guards: { limit: 'x*y' } }])).toBeNull();
    expect(trend(base, 'x', [base])).toBe('rises');
    const own = problemOf(base);
    const seen = own.objective.map((summand) => ({ ...summand, own: { y: read('h') } }));
    expect(trendOf([prepare({ ...own, objective: seen }, caseUnder())], 'x')).toBeNull();
  });
});
