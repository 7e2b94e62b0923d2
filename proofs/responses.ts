/** Checks on the direction in which the optimum moves. */
import { computed, pointwise } from '../src/claims/checks.ts';
import type { Check, CheckRole } from '../src/claims/claim.ts';
import { type Asked, responseAt, shownSign, sideAt, sidesOf, type Writing } from '../src/claims/responses.ts';

/** Below this an elasticity is rounding. */
const ROUNDING = 1e-12;

const nameOf = ({ quantity, parameter, hold }: Asked): string =>
  `${quantity}/${parameter}${hold === 'rho' ? ', rho held' : ''}`;

/** Whether the referee's response has the sign claimed. */
export const responseHas = (role: CheckRole, asked: Asked, sign: 1 | -1): Check =>
  pointwise({
    role,
    name: nameOf(asked),
    model: asked.model,
    tolerance: 0,
    question: `Does the referee's ${nameOf(asked)} ${sign > 0 ? 'rise' : 'fall'}?`,
    off: (_, sold) => Math.max(0, ROUNDING - sign * responseAt(asked, sold)),
    say: (_, __, sold) => `${nameOf(asked)} is ${shownResponse(responseAt(asked, sold))}`,
  });

const shownResponse = (value: number): string => (Math.abs(value) < ROUNDING ? '0' : value.toPrecision(4));

/** Whether sign algebra shows the sign for all parameters. */
export const signShown = (role: CheckRole, asked: Asked, sign: 1 | -1, asserts?: string): Check =>
  computed(role, `${nameOf(asked)}, shown`, `Does sign algebra show the sign of ${nameOf(asked)}?`, () => {
    const off = shownSign(asked) === (sign > 0 ? '+' : '-') ? 0 : 1;
    return { off, tolerance: 0, notes: off === 0 && asserts ? [asserts] : [] };
  });

/** The located surface against the referee, on both sides of it. */
export const turnsWhere = (asked: Asked, writing: Writing): Check =>
  pointwise({
    role: 'instead',
    name: `${nameOf(asked)}, turns`,
    model: asked.model,
    tolerance: 0,
    question: `Is the sign of the referee's ${nameOf(asked)} the one that the located surface gives?`,
    get asserts() {
      return `${nameOf(asked)} falls exactly where ${sidesOf(asked, writing).falls}`;
    },
    off: (_, sold) => (sideAt(asked, sold) === Math.sign(responseAt(asked, sold)) ? 0 : 1),
    say: (_, __, sold) => `${nameOf(asked)} is ${responseAt(asked, sold).toPrecision(4)}`,
  });
