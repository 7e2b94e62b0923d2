/** The efficiency of hardware: every result has the unit of what it says, and a wrong one would be noticed. */
import { expect, it } from 'vitest';
import { HARDWARE_CARRIED, hardwareEfficiency } from '../../derivations/15-hardware-efficiency.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { parse } from '../../src/kernel/parse.ts';
import { sameUnit, unitOf } from '../../src/kernel/units.ts';

const { results, symbols, context } = hardwareEfficiency();
const unit = (text: string): string => unitOf(parse(text, symbols), context, HARDWARE_CARRIED);

it.each(Object.entries(results))('%s has one unit on both sides', (_, { relation: { left, right } }) => {
  const [l, r] = [left, right].map((side) => unitOf(side, context, HARDWARE_CARRIED)) as [string, string];
  expect(sameUnit(l, r, context)).toBe(true);
});
it('notices energy that is not multiplied by its price', () => {
  expect(() => unit('h*V/(y*Y) + theta*W')).toThrow(/unit/);
});
it('notices hours taken for seconds', () => {
  expect(sameUnit(unit('P*u/c'), 'flop/dollar', context)).toBe(false);
  expect(sameUnit(unit('3600*P*u/c'), 'flop/dollar', context)).toBe(true);
});
it('gives the example of the notation: 1e15 FLOP/s at 40 % for 2 $/h is 7.2e17 FLOP/$', () => {
  expect(evaluate(results.rented.relation.right, { P: 1e15, u: 0.4, c: 2 }, double)).toBeCloseTo(7.2e17, -10);
});
