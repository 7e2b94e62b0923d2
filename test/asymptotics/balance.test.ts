/** What becomes of each choice of dominant terms: a balance with all that follows, or why it is none. */
import { describe, expect, test } from 'vitest';
import { type BalanceOutcome, balanceOf, choicesOf } from '../../src/asymptotics/balance.ts';
import type { Case } from '../../src/asymptotics/cases.ts';
import { caseOf, overCases } from '../../src/asymptotics/cases.ts';
import { prepare } from '../../src/asymptotics/pieces.ts';
import type { Problem } from '../../src/asymptotics/problem.ts';
import { conditionsOf } from '../../src/economics/conditions.ts';
import { contextOf } from '../../src/economics/model.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { expectGolden } from '../support/goldens.ts';
import { HARD, PROBLEMS } from './problems.ts';
import { caseUnder, problemOf, type Small, told, under } from './small.ts';

/** Every choice by the terms that it takes to dominate, with its outcome, case by case. */
const outcomesOf = (problem: Problem, start: Case, x: string): string =>
  told(
    overCases(start, (here) => {
      const prepared = prepare(problem, here);
      return choicesOf(prepared).map((choice) => ({
        choice: choice
          .map(({ equation, plus, minus }) => `${equation.name}: ${plus.source} = ${minus.source}`)
          .join(', '),
        ...balanceOf(choice, prepared, x),
      }));
    }).map((outcome) => ({
      assumed: outcome.case.assumed,
      outcomes: outcome.kind === 'done' ? outcome.result : outcome.needs,
    })),
    ['prepared'],
  ).slice(1);

const NAMES = [
  'two costs',
  'tied costs',
  'any power',
  'adoption, s = 0',
  'steady adoption, s > 0',
  'steady adoption, s = 0',
  'two means',
  'guards that hold',
  'guards that may hold',
  'a difference',
  'a difference that is positive',
  'a difference that is negative',
  'a difference that is zero',
  'nobody buys',
  'a cost that is no power of x',
  'a guard that is no power of x',
  'an argument that is no power of x',
  'a guard that binds',
];

test.each(NAMES)('%s', (name) => {
  const { systems, facts = [] } = PROBLEMS[name] ?? { systems: [HARD[name] as Small] };
  expect(systems).toHaveLength(1);
  const texts = systems.map((small) =>
    outcomesOf(problemOf(small, under(...facts)), caseUnder(...facts), 'x'),
  );
  expectGolden(`asymptotics/choices/${name}.txt`, texts.join('\n'));
});

test.each([
  ['hill-adoption', 0],
  ['constant-elasticity', -0.5],
  ['fixed-demand', 0],
] as const)('%s, gamma = %s', (id, gamma) => {
  const model = modelOf(id);
  const [problem] = conditionsOf(model);
  if (!problem) throw new Error('no conditions');
  const at = { alpha: 0.34, beta: 0.4, h: 0.7, epsilon: 2.5, gamma };
  const texts = outcomesOf(problem, { ...caseOf(contextOf(model)), at }, 'E');
  expectGolden(`asymptotics/choices/${id}, gamma ${gamma}.txt`, texts);
});

describe('by hand', () => {
  /** What becomes of the choice in which these costs stand against the first gains. */
  function outcomeOf(
    small: Omit<Small, 'objective'>,
    costs: readonly string[] = ['cost', 'cost'],
    ...facts: readonly string[]
  ): BalanceOutcome {
    const own = prepare(problemOf({ ...small, objective: {} }, under(...facts)), caseUnder(...facts));
    const choice = choicesOf(own).find((one) => one.every(({ minus }, i) => minus.source === costs[i]));
    if (!choice) throw new Error('no such choice');
    return balanceOf(choice, own, 'x');
  }
  /** The unknowns, bounds and conditions, or why there is no balance. */
  function of(...asked: Parameters<typeof outcomeOf>): unknown {
    const outcome = outcomeOf(...asked);
    if (outcome.kind === 'rejected') return outcome.why;
    if (outcome.kind === 'undecided') return { needs: outcome.needs };
    const { values, bounds, conditions } = outcome.balance;
    return [
      ...Object.entries(values).map(([name, value]) => `${name} = ${printText(value)}`),
      ...bounds.map(({ side, source, at }) => `${source}, ${side}: ${at && printText(at)}`),
      ...conditions.map(({ term, because }) => `${because}: ${printText(term)}`),
    ];
  }
  const f = (argument: string, shape: string) => ({ f: { argument, shape } });
  /** (1 - c s)^(-1/s), as it is written. */
  const LEVEL = '(1/(1/s/c - 1)/s/c)^(1/s)';
  const FACTS = ['s > 0', '1 - c*s > 0'];

  test('a term that is larger by a logarithm alone is one that must not be left out', () => {
    const equations = { y: { gain: 'x', cost: '-c*y', more: '-e*f*y' } };
    const atoms = f('y', '0');
    expect(of({ equations, atoms }, ['cost'])).toBe('more outgrows the terms kept in the condition on y');
    // e y ln y = x: the other is smaller where e ln y > c, so above e y = e exp(c/e), x = c exp(c/e).
    expect(of({ equations, atoms }, ['more'])).toEqual([
      'y = x/e/f',
      'cost, lower: exp(c/e)/(1/c)',
      expect.stringMatching(/^market-edge, lower: /),
    ]);
  });
  test('what grows in no known way beside the logarithm is not known', () => {
    const equations = { y: { gain: 'x*f', cost: '-c*y', more: '-e*exp(f)*y' } };
    expect(of({ equations, atoms: f('y', '0') }, ['cost'])).toEqual({
      needs: 'how more grows in the condition on y',
    });
  });

  test('a condition that tells how large adoption is, tells its argument', () => {
    // (1 - y^(-s))/s = c; its leading part 1/s tells nothing.
    expect(
      of({ equations: { y: { gain: 'c*x', cost: '-x*f' } }, atoms: f('y', 's') }, ['cost'], ...FACTS),
    ).toEqual([`y = ${LEVEL}`, 'market-edge stays the smaller: -((1/s/c - 1)*s*c)^(1/s) + 1']);
    // y - 1 = c.
    expect(of({ equations: { y: { gain: 'c*x', cost: '-x*f' } }, atoms: f('y', '-1') }, ['cost'])).toEqual([
      'y = c + 1',
      'market-edge stays the smaller: -1/(1/c + 1)/c + 1',
    ]);
    // More of it would be better still.
    expect(
      of({ equations: { y: { gain: 'x*f', cost: '-c*x' } }, atoms: f('y', 's') }, ['cost'], ...FACTS),
    ).toBe('the critical point is no maximum');
  });
  test('not where the gain outgrows it, nor where something is told by nothing', () => {
    const undetermined = 'the dominant terms do not determine the unknowns';
    expect(
      of({ equations: { y: { gain: 'c*x', cost: '-x^2*f' } }, atoms: f('y', 's') }, ['cost'], ...FACTS),
    ).toBe(undetermined);
    const open = {
      variables: ['y', 'z'],
      equations: { y: { gain: 'c*x', cost: '-x*f' }, z: { gain: 'x', cost: '-x' } },
      atoms: f('y', 's'),
    };
    expect(of(open, ['cost', 'cost'], ...FACTS)).toBe(undetermined);
  });
  test('with another adoption that grows, by its leading part', () => {
    // g = 2 z^(1/2) for large z: 2 x z = z^2.
    const two = {
      variables: ['y', 'z'],
      equations: { y: { gain: 'c*x', cost: '-x*f' }, z: { gain: 'x*z^(1/2)*g', cost: '-z^2' } },
      atoms: { ...f('y', 's'), g: { argument: 'z', shape: '-1/2' } },
    };
    expect(of(two, ['cost', 'cost'], ...FACTS)).toEqual([
      `y = ${LEVEL}`,
      'z = 2*x',
      'market-edge, lower: 1/2',
      'market-edge stays the smaller: -((1/s/c - 1)*s*c)^(1/s) + 1',
    ]);
  });
  test('whichever of two adoptions it is that stays put', () => {
    // y = x z^(1/2), and g(z) = c: were it y that stays, z would fall and g with it.
    const other = {
      variables: ['y', 'z'],
      equations: { y: { gain: 'c*x', cost: '-x*g' }, z: { gain: 'y', cost: '-x*z^(1/2)' } },
      atoms: { ...f('y', 's'), g: { argument: 'z', shape: 's' } },
    };
    expect(of(other, ['cost', 'cost'], ...FACTS)).toEqual(expect.arrayContaining([`z = ${LEVEL}`]));
  });
  test('a logarithm that stays put stands in the ends of the window by its value', () => {
    // y = 1/c, f = ln(1/c), z = x^2 f^2/4, which is 1/e at x = 2/(f e^(1/2)).
    const steady = {
      variables: ['y', 'z'],
      equations: {
        y: { gain: 'x', cost: '-c*x*y' },
        z: { gain: 'x*z^(1/2)*f/2', cost: '-z', late: '-e*z^2' },
      },
      atoms: f('y', '0'),
    };
    const [, , end] = of(steady) as readonly string[];
    expect(end).toMatch(/^late, upper: .*deformed_log\(1\/c, 0\)/);
    const outcome = outcomeOf(steady);
    const at = outcome.kind === 'balance' ? outcome.balance.bounds[0]?.at : null;
    expect(at && evaluate(at, { c: 1 / Math.E, e: 4 }, double)).toBeCloseTo(1, 12);
  });
  test('a window whose ends are a number apart is none', () => {
    // y = x/c: between x = c/2 and x = c.
    const equations = { y: { gain: 'x', cost: '-c*y' } };
    const between = (low: string, high: string) => of({ equations, guards: { low, high } }, ['cost']);
    expect(between('c/(2*x)', 'x/c')).toBe('the window never becomes wide');
    expect(between('c/x', 'x/c')).toBe('the window never becomes wide');
    expect(between('c/x', 'x/D')).toEqual(['y = x/c', 'low, lower: c', 'high, upper: D']);
    expect(between('c/x', 'c/(2*x)')).toEqual(['y = x/c', 'low, lower: c', 'high, lower: 1/2*c']);
  });
  test('a logarithm that determines itself: ln y = c y, of whose two roots the larger is the maximum', () => {
    const level = outcomeOf({ equations: { y: { gain: 'x*f', cost: '-c*x*y' } }, atoms: f('y', '0') }, [
      'cost',
    ]);
    if (level.kind !== 'balance') throw new Error(JSON.stringify(level));
    const { values, conditions, bounds, isRough } = level.balance;
    expect([bounds, isRough]).toEqual([[], false]);
    // An argument above 1 is not asked for: both roots are.
    expect(conditions.map(({ because }) => because)).not.toContain('market-edge stays the smaller');
    const y = values.y ? evaluate(values.y, { c: 0.2 }, double) : Number.NaN;
    expect(Math.log(y) / (0.2 * y)).toBeCloseTo(1, 10);
    expect(y).toBeGreaterThan(Math.E);
  });
  test('conditions that contradict one another make none', () => {
    const equations = { y: { gain: 'x', cost: '-c*y' } };
    const both = (low: string, high: string) => of({ equations, guards: { low, high } }, ['cost']);
    expect(both('c', '1/c')).toBe('what it needs is a contradiction');
    expect(both('c', 'c/2')).toEqual([
      'y = x/c',
      'low stays the smaller: -c + 1',
      'high stays the smaller: -1/2*c + 1',
    ]);
  });
  test('whether more is better where adoption is steep is not told: f = c y with f = y - 1', () => {
    // Its elasticity y/f is 1/c, whose size against 1 the facts may tell, but no sign of the letter for it does.
    const steep = { y: { gain: 'x*f*y^(1/2)', cost: '-c*x*y^(3/2)' } };
    expect(of({ equations: steep, atoms: f('y', '-1') }, ['cost'], '1 - c > 0')).toEqual({
      needs: 'whether the critical point is a maximum',
    });
  });
  test('guards that are numbers, shares, exponentials and powers', () => {
    const guarded = (ratio: string, ...facts: readonly string[]) =>
      of({ equations: { y: { gain: 'x', cost: '-c*y' } }, guards: { wall: ratio } }, ['cost'], ...facts);
    const holds = ['y = x/c'];
    const binds = 'wall binds';
    expect([guarded('1/2'), guarded('1'), guarded('2')]).toEqual([holds, binds, binds]);
    expect([guarded('h'), guarded('1/h')]).toEqual([holds, binds]);
    expect(guarded('p', '1 - p > 0')).toEqual(holds);
    expect(guarded('w', '1 - w > 0')).toEqual(holds);
    expect(guarded('exp(-c)')).toEqual(holds);
    expect(guarded('exp(c)')).toEqual(['y = x/c', 'wall stays the smaller: -exp(c) + 1']);
    expect([guarded('2^(-h)'), guarded('2^h'), guarded('(1/2)^h'), guarded('(1/2)^(-h)')]).toEqual([
      holds,
      binds,
      holds,
      binds,
    ]);
    expect(guarded('c')).toEqual(['y = x/c', 'wall stays the smaller: -c + 1']);
    expect(guarded('c^h')).toEqual(['y = x/c', 'wall stays the smaller: -c^h + 1']);
  });
});
