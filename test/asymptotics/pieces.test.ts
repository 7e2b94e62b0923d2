/** A problem made ready for a case: atoms by their leading parts, terms with their signs, and what the case fixes put in everywhere. */
import { describe, expect, test } from 'vitest';
import { prepare, writtenOut } from '../../src/asymptotics/pieces.ts';
import type { Problem } from '../../src/asymptotics/problem.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { caseUnder, problemOf, read, type Small, told } from './small.ts';

const NOTHING: Small = { equations: {}, objective: {} };
const ready = (small: Partial<Small>, ...facts: readonly string[]) =>
  prepare(problemOf({ ...NOTHING, ...small }), caseUnder(...facts));

describe('adoption f = (1 - y^-s)/s for large y', () => {
  const of = (shape: string, ...facts: readonly string[]) => {
    const [atom] = ready({ atoms: { f: { argument: 'c*y', shape } } }, ...facts).atoms;
    if (!atom) throw new Error('no atom');
    const { slow, leading, gap } = atom;
    return [slow, printText(leading), printText(gap), printText(writtenOut(atom))];
  };
  test('is (c y)^-s/(-s) for s < 0, 1/s for s > 0, and a logarithm for s = 0', () => {
    expect(of('-p')).toEqual([false, '(c*y)^p/p', '(c*y)^(-p)', '(-(c*y)^p + 1)/(-p)']);
    expect(of('p')).toEqual([false, '1/p', '(c*y)^(-p)', '(-(c*y)^(-p) + 1)/p']);
    expect(of('0')).toEqual([true, 'f', '0', 'ln(c*y)']);
    expect(of('s', 's > 0')).toEqual([false, '1/s', '(c*y)^(-s)', '(-(c*y)^(-s) + 1)/s']);
    expect(() => of('s')).toThrow('the sign of s is needed');
  });
  test('stands in a term by its leading part, which has to be one monomial', () => {
    const gain = (argument: string) =>
      told(ready({ atoms: { f: { argument, shape: '-1' } }, objective: { gain: '-2*x*f^2*y' } }).objective);
    // f = q/1 less 1.
    expect(gain('c*y')).toBe('\n- gain -2*f^2*x*y');
    const [piece] = ready({
      atoms: { f: { argument: 'c*y', shape: '-1' } },
      objective: { gain: '-2*x*f^2*y' },
    }).objective;
    expect(piece && [piece.sign, printText(piece.size)]).toEqual([-1, '2*c^2*x*y^3']);
    expect(() => gain('y + c')).toThrow('gain is no sum of monomials');
  });
});

test('unknowns, adoption, its elasticity and its level are positive quantities', () => {
  const { context } = ready({
    variables: ['u', 'v'],
    auxiliaries: { S: { one: 'y' } },
    multipliers: ['mu'],
    atoms: { adopted: { argument: 'c', shape: 'p' } },
  });
  const own = {
    meaning: 'a positive quantity of the conditions',
    unit: '1',
    role: 'quantity',
    source: 'the engine',
    domain: { lower: { open: true } },
  };
  for (const name of ['u', 'adopted', 'slope_adopted', 'level_adopted'])
    expect(context.symbols.get(name)).toMatchObject({ ...own, name, tex: name });
  // What the problem declares itself stays as it is: v may have any sign.
  expect(context.symbols.get('v')?.domain).toEqual({});
});

test('terms: each with its sign, of an unknown sum the negative of each summand', () => {
  const { equations } = ready({
    variables: ['y', 'z'],
    equations: { y: { gain: 'h*x*y - (1 - h)*x*z', cost: '(h - 1)*c*y' }, z: {} },
    auxiliaries: { S: { one: 'y', other: '2*z' } },
  });
  const list = equations.map(({ name, pieces }) => [
    name,
    pieces.map(({ source, sign, size, exact }) => [source, sign, printText(size), printText(exact)]),
  ]);
  expect(list).toEqual([
    [
      'y',
      [
        ['gain', 1, 'h*x*y', 'h*x*y'],
        ['gain', -1, '(-h + 1)*x*z', '(h - 1)*x*z'],
        ['cost', -1, '(-h + 1)*c*y', '(h - 1)*c*y'],
      ],
    ],
    ['z', []],
    [
      'S',
      [
        ['S', 1, 'S', 'S'],
        ['one', -1, 'y', '-y'],
        ['other', -1, '2*z', '-2*z'],
      ],
    ],
  ]);
});

test('guards: those of the problem, and of each argument that something chosen moves that it is above 1', () => {
  const { guards } = ready({
    guards: { limit: 'y/D', kink: { ratio: 'y', beyond: 'above' } },
    atoms: {
      f: { argument: 'c*y', shape: 'p', edge: 'nobody', beyond: 'below' },
      g: { argument: 'y', shape: 'p' },
      h: { argument: 'c', shape: 'p' },
    },
  });
  expect(guards.map(({ ratio, ...rest }) => ({ ...rest, ratio: printText(ratio) }))).toEqual([
    { source: 'limit', ratio: 'y/D' },
    { source: 'kink', ratio: 'y', beyond: 'above' },
    { source: 'nobody', ratio: '1/(c*y)', beyond: 'below' },
    { source: 'market-edge', ratio: '1/y' },
  ]);
});

test('what a case fixes is put in wherever it stands', () => {
  const problem: Problem = {
    ...problemOf({
      ...NOTHING,
      guards: { limit: 'y^p' },
      atoms: { f: { argument: 'y^p', shape: 'p' } },
      quantities: { sold: 'y^p' },
      auxiliaries: { S: { one: 'y^p' } },
    }),
    equations: [
      { name: 'y', summands: [{ source: 'gain', term: read('x*y^p'), own: { y: read('p - 1') } }] },
      { name: 'z', summands: [{ source: 'cost', term: read('-c*y^p'), own: { y: read('2*p') } }] },
    ],
    objective: [{ source: 'gain', term: read('x*y^p') }],
  };
  const prepared = prepare(problem, { ...caseUnder(), fixed: { p: read('2*h') } });
  const { guards, atoms, quantities, equations, objective } = prepared;
  const write = (list: readonly { readonly exact: Parameters<typeof printText>[0] }[]) =>
    list.map(({ exact }) => printText(exact));
  expect(guards.map(({ ratio }) => printText(ratio))).toEqual(['y^(2*h)', '1/y^(2*h)']);
  expect(atoms.map(({ shape, leading }) => [printText(shape), printText(leading)])).toEqual([
    ['2*h', '1/(2*h)'],
  ]);
  expect(told(quantities)).toBe('\nsold: y^(2*h)');
  expect(equations.map(({ pieces }) => write(pieces))).toEqual([
    ['x*y^(2*h)'],
    ['-c*y^(2*h)'],
    ['S', '-y^(2*h)'],
  ]);
  expect(equations.map(({ pieces }) => pieces.map(({ own }) => told(own)))).toEqual([
    ['\ny: 2*h - 1'],
    ['\ny: 4*h'],
    ['', ''],
  ]);
  expect(write(objective)).toEqual(['x*y^(2*h)']);
});

test('what else is known of a problem', () => {
  const plain = ready({ names: { linear: 'thin' }, telling: 'z', branch: 'low' });
  expect([plain.acceptsLoss, plain.hasRivals, plain.branch, plain.tellingEquation]).toEqual([
    false,
    false,
    'low',
    'z',
  ]);
  expect([plain.name('linear'), plain.name('square')]).toEqual(['thin', 'square-dominated']);
  const { acceptsLoss, hasRivals, variables, auxiliaries, multipliers, unknowns } = ready({
    acceptsLoss: true,
    hasRivals: true,
    auxiliaries: { S: { one: 'y' } },
    multipliers: ['mu'],
  });
  expect([acceptsLoss, hasRivals]).toEqual([true, true]);
  expect([variables, auxiliaries, multipliers, unknowns]).toEqual([['y'], ['S'], ['mu'], ['y', 'S', 'mu']]);
});

test('what is not understood is refused by name', () => {
  const refused =
    (cost: string, more: Partial<Small> = {}) =>
    () =>
      ready({ ...more, equations: { y: { cost } } });
  expect(refused('-exp(y)')).toThrow('cost is no sum of monomials');
  expect(refused('-(y + 1)^h')).toThrow('cost is no sum of monomials');
  expect(refused('v*y')).toThrow('the sign of cost is not known');
  expect(refused('-exp(c)*y')).not.toThrow();
  expect(refused('y', { atoms: { f: { argument: 'y', shape: 'c' } } })).toThrow(
    'the shape of a deformed logarithm is no function of shape parameters',
  );
});
