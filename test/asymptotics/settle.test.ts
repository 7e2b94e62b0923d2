/** Conditions cut down to their largest terms, with adoption kept whole where its argument stays put. Solved by hand. */
import { expect, test } from 'vitest';
import { prepare } from '../../src/asymptotics/pieces.ts';
import { settle } from '../../src/asymptotics/settle.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { caseUnder, problemOf, type Small, told } from './small.ts';

/** All terms of each condition, or those of the sources named; adoption of the names kept whole. */
function solved(
  small: Omit<Small, 'objective'>,
  kept: readonly string[] = [],
  ...facts: readonly string[]
): unknown {
  const prepared = prepare(problemOf({ ...small, objective: {} }), caseUnder(...facts));
  const groups = prepared.equations.map(({ pieces }) => pieces);
  const exact = prepared.atoms.filter(({ name }) => kept.includes(name));
  const [first, ...others] = settle(prepared, { groups, exact }).map(answer);
  return others.length === 0 ? first : [first, ...others];
}

function answer(found: ReturnType<typeof settle>[number]): unknown {
  if (found.kind === 'none') return found.why;
  if (found.kind === 'unsolved') return found.tried;
  const known = [...found.facts, ...found.conditions].map(({ term }) => `known: ${printText(term)}`);
  return [...`${told(found.values)}${told(found.atomValues)}`.trim().split('\n'), ...known];
}

const f = (argument: string, shape: string) => ({ atoms: { f: { argument, shape } } });

test('adoption by its leading part', () => {
  // f = 2 y^(1/2) for large y: 2 x y^(1/2) = c y^2.
  const equations = { y: { gain: 'x*f', cost: '-c*y^2' } };
  expect(solved({ equations, ...f('y', '-1/2') })).toEqual(['y: (4*x^2/c^2)^(1/3)']);
});

test('adoption kept whole is a letter until its argument is known, and is put in then', () => {
  const equations = { y: { gain: 'x', cost: '-c*y' }, z: { gain: 'x*f', cost: '-z' } };
  const small = { variables: ['y', 'z'], equations };
  expect(solved({ ...small, ...f('y', 's') }, ['f'], 's > 0')).toEqual([
    'y: x/c',
    'z: deformed_log(x/c, s)*x',
    'f: deformed_log(x/c, s)',
  ]);
  // By its leading part it is 1/s.
  expect(solved({ ...small, ...f('y', 's') }, [], 's > 0')).toEqual(['y: x/c', 'z: x/s']);
});

test('nobody buys where an argument is not above 1', () => {
  const at = (gain: string) => solved({ equations: { y: { gain, cost: '-2*x*y' } }, ...f('y', '-1') }, ['f']);
  // y = 1/2 and y = 1: f = y - 1 is -1/2 and 0.
  expect(at('x')).toBe('f would not be positive');
  expect(at('2*x')).toBe('f would not be positive');
  expect(at('3*x')).toEqual(['y: 3/2', 'f: deformed_log(3/2, -1)']);
});

test('a condition that says how large adoption is, is solved for what stands in it', () => {
  // ln(c y) = 2.
  const equations = { y: { gain: 'x*f', cost: '-2*x' } };
  expect(solved({ equations, ...f('c*y', '0') }, ['f'])).toEqual([
    'y: exp(2)/c',
    'f: deformed_log(exp(2), 0)',
  ]);
  // c y - 1 = y/2, so that y = 1/(c - 1/2).
  const own = { y: { gain: 'x*f', cost: '-x*y/2' } };
  expect(solved({ equations: own, ...f('c*y', '-1') }, ['f'], '2*c - 1 > 0')).toEqual([
    'y: 1/(-1/2/c + 1)/c',
    'f: deformed_log(1/(-1/2/c + 1), -1)',
  ]);
});

test('what was tried is told: with letters, then with adoption written out', () => {
  const equations = { y: { gain: 'x*f', cost: '-x*y' } };
  const tried = solved({ equations, ...f('c*y', 's') }, ['f'], 's > 0') as readonly string[];
  expect(tried[0]).toBe('f depends on itself');
  expect(tried.length).toBeGreaterThan(1);
  expect(tried.filter((one) => one === 'f depends on itself')).toHaveLength(1);
  expect(tried.slice(1).every((one) => /^[a-z]+: /.test(one))).toBe(true);
  // Without adoption once is enough.
  const three = { y: { gain: 'x', cost: '-c*y', more: '-e*y^2', most: '-a*y^5' } };
  const plain = solved({ equations: three }) as readonly string[];
  expect(new Set(plain).size).toBe(plain.length);
  expect(plain.length).toBeGreaterThan(1);
});

test('a logarithm that determines itself has two roots, the larger first, and what is known of either', () => {
  // c y = x f and f = ln(y^2), so that f = ln((x/c)^2 f^2): with w = -f/2 it is w e^w = -c/(2 x), two roots where x/c > e/2.
  const equations = { y: { gain: 'x*f', cost: '-c*y' } };
  const root = (W: string) => [`y: -2*${W}(-1/2*c/x)*x/c`, `f: -2*${W}(-1/2*c/x)`];
  expect(solved({ equations, ...f('y^2', '0') }, ['f'])).toEqual([
    [...root('lambert_wm1'), 'known: f - 2', 'known: -2*slope_f + 1', 'known: ln(2*x/c) - 1'],
    [...root('lambert_w0'), 'known: -(f - 2)', 'known: -(-2*slope_f + 1)', 'known: ln(2*x/c) - 1'],
  ]);
});

test('a logarithm that falls as it grows has one root', () => {
  // y = x/f and f = ln y: f + ln f = ln x.
  const equations = { y: { gain: 'x', cost: '-y*f' } };
  const found = solved({ equations, ...f('y', '0') }, ['f']) as readonly string[];
  expect(found.slice(0, 2)).toEqual(['y: x/lambert_w0(x)', 'f: lambert_w0(x)']);
});

test('what is no logarithm, or two that hold one another, stays undecided', () => {
  const equations = { y: { gain: 'x*f', cost: '-c*y*g' } };
  const two = { f: { argument: 'y', shape: '0' }, g: { argument: 'y*c', shape: '0' } };
  expect((solved({ equations, atoms: two }, ['f', 'g']) as readonly string[]).slice(0, 2)).toEqual([
    'f depends on itself',
    'g depends on itself',
  ]);
});
