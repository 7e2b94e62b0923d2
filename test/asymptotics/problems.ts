/** Small problems of which each shows one thing the engine does, the mathematics of it said beside. */
import type { Small } from './small.ts';

/** x y^h less two costs. y = (h x/c)^(1/(1-h)) while the first is the larger, then y = (h x/2e)^(1/(2-h)). */
const twoCosts = {
  equations: { y: { gain: 'h*x*y^h', linear: '-c*y', square: '-2*e*y^2' } },
  objective: { gain: 'x*y^h', linear: '-c*y', square: '-e*y^2' },
  quantities: { y: 'y', revenue: 'x*y^h' },
  names: { linear: 'thin' },
} satisfies Small;

/** The same with an amount that nothing chosen moves: below where it is covered nobody acts. */
const fixedCost = { ...twoCosts, objective: { ...twoCosts.objective, fixed: '-D' } } satisfies Small;

/** One cost and an amount that nothing chosen moves, which grows as well, faster than what is gained where 1/(1-h) < 2. */
const fixedCostGrows = {
  equations: { y: { gain: 'h*x*y^h', linear: '-c*y' } },
  objective: { gain: 'x*y^h', linear: '-c*y', fixed: '-D*x^q' },
  quantities: { y: 'y' },
} satisfies Small;

/** x^2 y^p - y: a maximum for p < 1, none for p > 1, and nothing decided between the terms for p = 1. */
const anyPower = {
  equations: { y: { gain: 'p*x^2*y^p', cost: '-y' } },
  objective: { gain: 'x^2*y^p', cost: '-y' },
  quantities: { y: 'y' },
} satisfies Small;

/** Two costs of one order in x whatever y is: they are told apart by the other letters, and nothing solves all three. */
const tiedCosts = {
  equations: { y: { gain: 'h*x*y^h', linear: '-c*x*y', square: '-2*e*x*y^2', cube: '-3*b*x*y^3' } },
  objective: { gain: 'x*y^h', linear: '-c*x*y', square: '-e*x*y^2', cube: '-b*x*y^3' },
  quantities: { y: 'y' },
} satisfies Small;

/** Two costs tied at every y: they are one, c + e. */
const equalCosts = {
  equations: { y: { gain: 'h*x*y^h', one: '-c*y', other: '-e*y' } },
  objective: { gain: 'x*y^h', one: '-c*y', other: '-e*y' },
  quantities: { y: 'y' },
} satisfies Small;

/** w f(y) x - c y with f the deformed logarithm of y: y = (x/c)^(1/(1+s)) where that is above 1. */
const adoption = {
  equations: { y: { gain: 'x*y^(-s)', cost: '-c*y' } },
  atoms: { f: { argument: 'y', shape: 's' } },
  objective: { gain: 'x*f', cost: '-c*y' },
  quantities: { y: 'y', sold: 'f*y' },
} satisfies Small;

/** Adoption whose argument keeps still as x grows: x f(y) - c x y, so that y = c^(-1/(1+s)), with f kept whole. */
const steadyAdoption = {
  equations: { y: { gain: 'x*y^(-s)', cost: '-c*x*y' }, z: { gain: 'h*x*z^h*f', cost: '-z' } },
  variables: ['y', 'z'],
  atoms: { f: { argument: 'y', shape: 's' } },
  objective: { gain: 'x*f', cost: '-c*x*y', more: 'x*z^h*f', less: '-z' },
  quantities: { y: 'y', z: 'z', sold: 'f*z' },
} satisfies Small;

/** A limit y <= D as a system of its own: with a multiplier where it binds, with a guard where it does not. */
const slack = {
  equations: { y: { gain: 'h*x*y^h', cost: '-c*y' } },
  guards: { limit: 'y/D' },
  objective: { gain: 'x*y^h', cost: '-c*y' },
  quantities: { y: 'y' },
} satisfies Small;
const binding = {
  multipliers: ['mu'],
  equations: { y: { gain: 'h*x*y^h', cost: '-c*y', limit: '-mu' }, limit: { y: 'y', limit: '-D' } },
  objective: { gain: 'x*y^h', cost: '-c*y' },
  quantities: { y: 'y', mu: 'mu' },
} satisfies Small;

/** Quality S of two means, of which the second helps less the more of it there is: x S^h less what each costs. */
const means = {
  variables: ['y', 'z'],
  auxiliaries: { S: { y: 'y^(1/2)', z: 'z^(1/4)' } },
  equations: {
    y: { gain: 'h*x*S^(h-1)*y^(1/2)/2', cost: '-c*y' },
    z: { gain: 'h*x*S^(h-1)*z^(1/4)/4', cost: '-e*z' },
  },
  objective: { gain: 'x*S^h', first: '-c*y', second: '-e*z' },
  quantities: { y: 'y', z: 'z', S: 'S' },
} satisfies Small;

/** Two sides of something piecewise: a further unit costs c below y = 1, and c y above; the one side leads to the other at x = c/h. */
const below = {
  branch: 'below',
  equations: { y: { gain: 'h*x*y^h', cost: '-c*y' } },
  guards: { kink: { ratio: 'y', beyond: 'above' } },
  objective: { gain: 'x*y^h', cost: '-c*y' },
  quantities: { y: 'y' },
} satisfies Small;
const withBranches: readonly Small[] = [
  below,
  {
    branch: 'above',
    equations: { y: { gain: 'h*x*y^h', cost: '-c*y^2' } },
    guards: { kink: { ratio: '1/y', beyond: 'below' } },
    objective: { gain: 'x*y^h', cost: '-c*y^2/2', before: '-c/2' },
    quantities: { y: 'y' },
  },
];

const plain = slack.equations;
const gained = slack.objective;

/** What the engine cannot follow, or must not take for a regime. */
export const HARD: Readonly<Record<string, Small>> = {
  'a gain that is no power of x': {
    equations: { y: { ...plain.y, gain: 'h*exp(x)*y^h' } },
    objective: gained,
  },
  'a cost that is no power of x': {
    equations: { y: { ...plain.y, more: '-2*exp(x)*y^2' } },
    objective: { ...gained, more: '-exp(x)*y^2' },
  },
  'a guard that is no power of x': { equations: plain, guards: { wall: 'exp(x)*y' }, objective: gained },
  'an argument that is no power of x': {
    equations: plain,
    atoms: { f: { argument: 'exp(x)*y', shape: 'p' } },
    objective: gained,
  },
  'a quantity that is no power of x': {
    equations: plain,
    objective: gained,
    quantities: { odd: 'exp(x)*y' },
  },
  'a variable in a function': { equations: { y: { ...plain.y, cost: '-exp(y)' } }, objective: gained },
  'a variable in a sum': { equations: { y: { ...plain.y, cost: '-(y+1)^h' } }, objective: gained },
  'a sign that is not known': { equations: { y: { ...plain.y, more: 'v*y' } }, objective: gained },
  'a shape that is an amount': {
    equations: plain,
    atoms: { f: { argument: 'y', shape: 'c' } },
    objective: gained,
  },
  'a guard that binds': { equations: plain, guards: { wall: '2' }, objective: gained },
  'a guard that is met exactly': { equations: plain, guards: { wall: '1' }, objective: gained },
  'guards that hold': {
    equations: plain,
    guards: { half: '1/2', share: 'w', power: '2^(-h)', small: '(1/2)^h', decay: 'exp(-c)' },
    objective: gained,
    quantities: { y: 'y' },
  },
  'a guard that binds by its power': { equations: plain, guards: { power: '2^h' }, objective: gained },
  'guards that may hold': {
    equations: plain,
    guards: { amount: 'c', power: 'c^h', growth: 'exp(v)', own: '2^c' },
    objective: gained,
    quantities: { y: 'y' },
  },
  'a loss': { equations: plain, objective: { cost: '-c*y' } },
  'a loss that is an answer': { equations: plain, objective: { cost: '-c*y' }, acceptsLoss: true },
  'nothing left': { equations: plain, objective: { gain: 'x*y^h', cost: '-x*y^h' } },
  'nothing chosen moves it': { equations: plain, objective: { fixed: '-D' } },
  'a fixed cost twice the gain': {
    equations: { y: { gain: 'h*x*y^h', cost: '-y' } },
    objective: { gain: 'x*y^h', cost: '-y', fixed: '-2*(1/h-1)*(h*x)^(1/(1-h))' },
  },
  'a fixed cost as large as the gain': { equations: plain, objective: { gain: 'c', fixed: '-c' } },
};

/** e - c - y: what is left of two amounts, if something is. */
const difference = {
  equations: { y: { gain: 'e', cost: '-c', own: '-y' } },
  objective: { gain: 'x*e*y', cost: '-x*c*y', own: '-x*y^2/2' },
  quantities: { y: 'y' },
} satisfies Small;

/** Adoption kept at an argument below 1, where nobody buys. */
const nobodyBuys = {
  ...steadyAdoption,
  equations: { y: { gain: 'x*y^(-s)', cost: '-2*x*y' }, z: { gain: 'h*x*z^h*f', cost: '-z' } },
} satisfies Small;

/** Profit without bound: with two kinds of amounts, one of which gains more than it costs however large it is. */
const endless = {
  variables: ['y', 'z'],
  equations: { y: { gain: '2*x*y^2*z', cost: '-c*y' }, z: { gain: 'x*y^2*z', cost: '-e*z' } },
  objective: { gain: 'x*y^2*z', first: '-c*y', second: '-e*z' },
} satisfies Small;

/** A cost small in the window that outgrows the gain beyond its end: profit is judged without it. */
const lateCost = {
  equations: { y: { gain: 'h*x*y^h', linear: '-c*y', late: '-q*x^3*y^q' } },
  objective: { gain: 'x*y^h', linear: '-c*y', late: '-x^3*y^q', other: '-x^4*y^q' },
  quantities: { y: 'y' },
} satisfies Small;

/** A law that begins at x = D, and beside it one without ends: unless that need not hold, nobody stays out. */
const begins = { ...slack, branch: 'one', guards: { begins: 'D/x' } } satisfies Small;
const always = { ...slack, branch: 'other', guards: {} } satisfies Small;

/** Each with the facts under which it is asked about. */
export const PROBLEMS: Readonly<
  Record<string, { readonly systems: readonly Small[]; readonly facts?: readonly string[] }>
> = {
  'two costs': { systems: [twoCosts] },
  'two costs, a loss is an answer': { systems: [{ ...twoCosts, acceptsLoss: true }] },
  'fixed cost': { systems: [fixedCost] },
  'fixed cost, a loss is an answer': { systems: [{ ...fixedCost, acceptsLoss: true }] },
  'fixed cost that grows': { systems: [fixedCostGrows] },
  'any power': { systems: [anyPower] },
  'tied costs': { systems: [tiedCosts] },
  'equal costs': { systems: [equalCosts] },
  'adoption, s < 0': { systems: [adoption], facts: ['s < 0', 's + 1 > 0'] },
  'adoption, s = 0': {
    systems: [
      {
        ...adoption,
        equations: { y: { gain: 'x', cost: '-c*y' } },
        atoms: { f: { argument: 'y', shape: '0' } },
      },
    ],
    facts: ['s = 0'],
  },
  'adoption, s > 0': { systems: [adoption], facts: ['s > 0'] },
  'steady adoption, s > 0': { systems: [steadyAdoption], facts: ['s > 0'] },
  'steady adoption, s = 0': {
    systems: [
      {
        ...steadyAdoption,
        equations: { y: { gain: 'x', cost: '-c*x*y' }, z: { gain: 'h*x*z^h*f', cost: '-z' } },
        atoms: { f: { argument: 'y', shape: '0' } },
      },
    ],
  },
  limit: { systems: [slack, binding] },
  'two means': { systems: [means] },
  'two sides': { systems: withBranches },
  'a difference': { systems: [difference] },
  'a difference that is positive': { systems: [difference], facts: ['e - c > 0'] },
  'a difference that is negative': { systems: [difference], facts: ['e - c < 0'] },
  'a difference that is zero': { systems: [difference], facts: ['e - c = 0'] },
  'nobody buys': { systems: [nobodyBuys], facts: ['s > 0'] },
  'a beginning': { systems: [begins] },
  'a beginning beside a law that holds': { systems: [begins, always] },
  'a beginning beside a law that may hold': { systems: [begins, { ...always, guards: { amount: 'c' } }] },
  'a beginning of what falls': { systems: [{ ...begins, trend: 'falls' }] },
  'an end of what rises': { systems: [{ ...begins, guards: { ends: 'x/D' }, trend: 'rises' }] },
  'an end': { systems: [{ ...begins, guards: { ends: 'x/D' } }] },
  'a beginning and an end': { systems: [{ ...begins, guards: { begins: 'D/x', ends: 'x/a' } }] },
  'late cost': { systems: [lateCost], facts: ['q - 1 > 0'] },
  endless: { systems: [endless] },
  'no system': { systems: [] },
  'one gain, no cost': { systems: [{ ...slack, equations: { y: { gain: 'h*x*y^h' } } }] },
};
