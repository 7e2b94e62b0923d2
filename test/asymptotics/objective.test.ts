/**
 * Whether a balance is worth choosing, and up to where. One example throughout: half the gain x y^(1/2) against c y, so that
 *
 *     y = (x/2c)^2,     gain x y^(1/2) = x^2/2c,     cost c y = x^2/4c,     profit x^2/4c.
 */
import { describe, expect, test } from 'vitest';
import { balanceOf, choicesOf } from '../../src/asymptotics/balance.ts';
import { type Objective, objectiveOf } from '../../src/asymptotics/objective.ts';
import { prepare } from '../../src/asymptotics/pieces.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { caseUnder, problemOf, type Small, under } from './small.ts';

const equations = { y: { gain: 'x*y^(1/2)/2', cost: '-c*y' } };
const gain = 'x*y^(1/2)';
const cost = '-c*y';

const sentence = (found: Objective | { readonly needs: string } | string): unknown => {
  if (typeof found === 'string') return found;
  if ('needs' in found) return { needs: found.needs };
  const { profit, bounds } = found;
  const ends = bounds.map(
    ({ side, source, equation, at }) =>
      `${side} end at ${at && printText(at)}: ${source}${equation === null ? '' : ` in ${equation}`}`,
  );
  return [`${profit.sign}: ${printText(profit.sum)}`, ...ends];
};

/** What the objective comes to at the first balance that there is. */
function worth(small: Partial<Small> & Pick<Small, 'objective'>, ...facts: readonly string[]): unknown {
  const own = prepare(problemOf({ equations, ...small }, under(...facts)), caseUnder(...facts));
  for (const choice of choicesOf(own)) {
    const outcome = balanceOf(choice, own, 'x');
    if (outcome.kind === 'balance') return sentence(objectiveOf(outcome.balance, 'x'));
  }
  throw new Error('no balance');
}

/** A window that ends at x = D, and one that begins at x = a. */
const ENDS = { ends: 'x/D' };
const BEGINS = { begins: 'a/x' };
const LOSS = 'profit would be negative';
const PROFIT = '1: 1/4*x^2/c';

describe('what the choice moves', () => {
  test('a profit, a loss, a loss that is an answer, and nothing at all', () => {
    expect(worth({ objective: { gain, cost } })).toEqual([PROFIT]);
    expect(worth({ objective: { cost } })).toBe(LOSS);
    expect(worth({ objective: { cost }, acceptsLoss: true })).toEqual(['-1: -1/4*x^2/c']);
    const nothing = { gain, cost: '-2*c*y' };
    expect(worth({ objective: nothing })).toBe('profit vanishes to leading order');
    expect(worth({ objective: nothing, acceptsLoss: true })).toBe('profit vanishes to leading order');
    expect(worth({ objective: { gain, cost, odd: 'exp(x)*y' } })).toEqual({
      needs: 'how profit grows with the growing parameter',
    });
  });

  // e x^2 y = e x^4/4c^2, which is as large as the profit at x^2 = c/e.
  const late = '-e*x^2*y';
  test('a cost that outgrows the rest beyond the end of the window ends it where it catches up', () => {
    const ended = [PROFIT, 'upper end at (c/e)^(1/2): late'];
    const objective = { gain, cost, late };
    expect(worth({ objective, guards: ENDS })).toEqual(ended);
    expect(worth({ objective, guards: { ...BEGINS, ...ENDS } })).toEqual(ended);
    expect(worth({ objective: { late, gain, cost }, guards: ENDS })).toEqual(ended);
    expect(worth({ objective })).toBe(LOSS);
    expect(worth({ objective, guards: BEGINS })).toBe(LOSS);
    // Where a loss is an answer nothing ends: the loss is what there is.
    expect(worth({ objective, guards: ENDS, acceptsLoss: true })).toEqual(['-1: -1/4*e*x^4/c^2']);
  });
  test('not where two of them do, nor where it is of one order with the gain', () => {
    expect(worth({ objective: { gain, cost, late, later: '-e*x^3*y' }, guards: ENDS })).toBe(LOSS);
    expect(worth({ objective: { gain, cost: '-5*c*y' }, guards: ENDS })).toBe(LOSS);
    expect(worth({ objective: { gain, cost, more: '-2*c*y' }, guards: ENDS })).toBe(LOSS);
  });
  test('what the balance leaves out of a condition is left out of profit too', () => {
    // 2 e y^2 in the condition is less than c y below y = c/2e, so that x^2/4c^2 = c/2e.
    const square = { gain: 'x*y^(1/2)/2', cost: '-c*y', square: '-2*e*y^2' };
    const objective = { square: '-e*y^2', gain, cost };
    expect(worth({ equations: { y: square }, objective })).toEqual([PROFIT]);
    const more = { ...objective, late: '-D*x^2*y' };
    expect(worth({ equations: { y: square }, objective: more })).toEqual([
      PROFIT,
      'upper end at (c/D)^(1/2): late',
    ]);
  });
});

describe('what nothing chosen moves', () => {
  // D x^3 is as large as the profit at x = 1/4cD, D x at x = 4cD.
  test('makes a loss from where it catches up', () => {
    const fixed = '-D*x^3';
    const source = 'what nothing chosen moves';
    expect(worth({ objective: { gain, cost, fixed } })).toEqual([PROFIT, `upper end at 1/4/D/c: ${source}`]);
    expect(worth({ objective: { gain, cost, fixed }, acceptsLoss: true })).toEqual(['-1: -D*x^3']);
    const both = { gain, cost, late: '-e*x^2*y' };
    expect(worth({ objective: { ...both, fixed: '-D*x' }, guards: ENDS })).toEqual([
      PROFIT,
      'upper end at (c/e)^(1/2): late',
      `lower end at 4*D*c: ${source}`,
    ]);
    expect(worth({ objective: { ...both, fixed }, guards: ENDS })).toEqual([
      PROFIT,
      'upper end at (c/e)^(1/2): late',
      `upper end at 1/4/D/c: ${source}`,
    ]);
    expect(worth({ objective: { ...both, fixed } })).toBe(LOSS);
    expect(worth({ objective: { ...both, fixed: '-D*x' } })).toBe(LOSS);
  });
  test('two amounts of one order count together', () => {
    expect(worth({ objective: { gain, cost, fixed: '-D*x^3', more: '-D*x^3' } })).toEqual([
      PROFIT,
      'upper end at 1/8/D/c: what nothing chosen moves',
    ]);
  });
  test('ends nothing where it is of one order with the profit, or alone', () => {
    expect(worth({ objective: { gain, cost, fixed: '-x^2/c' } })).toBe(LOSS);
    expect(worth({ objective: { fixed: '-D' } })).toBe('profit vanishes to leading order');
    expect(worth({ objective: { gain, cost: '-2*c*y', fixed: '-D' } })).toBe(
      'profit vanishes to leading order',
    );
  });
  test('a cost that is outgrown begins the regime where the choice earns it', () => {
    const source = 'what nothing chosen moves';
    // x^2/4c = D, and x^2/4c = D x.
    expect(worth({ objective: { gain, cost, fixed: '-D' } })).toEqual([
      PROFIT,
      `lower end at 2*(D*c)^(1/2): ${source}`,
    ]);
    expect(worth({ objective: { gain, cost, fixed: '-D*x' } })).toEqual([
      PROFIT,
      `lower end at 4*D*c: ${source}`,
    ]);
    // A loss that is an answer, a gift, what may be either, and a cost of one order with what is earned begin nothing.
    expect(worth({ objective: { gain, cost, fixed: '-D' }, acceptsLoss: true })).toEqual([PROFIT]);
    expect(worth({ objective: { gain, cost, fixed: 'D' } })).toEqual([PROFIT]);
    expect(worth({ objective: { gain, cost, fixed: '-x^2/8/c' } })).toEqual(['1: 1/8*x^2/c']);
  });

  test('adoption that grows is chosen, and is no fixed amount', () => {
    // y^p = y - 1 for large y: the gain is f = y/1 less 1.
    const atoms = { f: { argument: 'y', shape: '-1' } };
    expect(worth({ atoms, objective: { gain, loss: '-x^3*f' } })).toBe(LOSS);
  });
});

describe('a sign that the closed form leaves open is told by the amounts in the conditions', () => {
  // The condition says G/2 = c y + e y, so that k G - c y - e y is (k - 1/2) G.
  const tied = { y: { gain: 'x*y^(1/2)/2', cost: '-c*y', more: '-e*y' } };
  const sign = (objective: Small['objective'], own: Small['equations'] = tied, more: Partial<Small> = {}) => {
    const found = worth({ equations: own, objective, ...more });
    return Array.isArray(found) ? Number(String(found[0]).split(':')[0]) : found;
  };
  const more = '-e*y';
  test('positive, negative, or nothing', () => {
    expect(sign({ gain, cost, more })).toBe(1);
    expect(sign({ gain: 'x*y^(1/2)/3', cost, more })).toBe(LOSS);
    expect(sign({ gain: 'x*y^(1/2)/3', cost, more }, tied, { acceptsLoss: true })).toBe(-1);
    expect(sign({ gain: 'x*y^(1/2)/2', cost, more })).toBe('profit vanishes to leading order');
  });
  test('whatever comes first, and where what is left is a cost', () => {
    const turned = { y: { cost: '-c*y', more: '-e*y', gain: 'x*y^(1/2)/2' } };
    expect(sign({ gain, cost, more }, turned)).toBe(1);
    // Two gains and one cost: G_1 + G_2 = 2 c y, so that the profit is c y.
    const gains = { y: { gain: 'x*y^(1/2)/2', other: 'e*x*y^(1/2)/2', cost: '-c*y' } };
    expect(sign({ gain, other: 'e*x*y^(1/2)', cost }, gains)).toBe(1);
    expect(sign({ gain, other: 'e*x*y^(1/2)', cost: '-3*c*y' }, gains)).toBe(LOSS);
  });
  test('not where adoption is kept whole: it is less than its leading part 1/s, so that no amount tells', () => {
    // y = (1/c)^(1/(1+s)) at every x, and x (f(y) - 1/2s) is positive where y^s is above 2.
    const steady = { y: { gain: 'x*y^(-s)', cost: '-c*x*y' } };
    const found = worth(
      {
        equations: steady,
        atoms: { f: { argument: 'y', shape: 's' } },
        objective: { gain: 'x*f', tax: '-x/(2*s)' },
      },
      's > 0',
    );
    expect(found).toEqual([expect.stringMatching(/^null: /)]);
  });
});
