/** What a step needs before it may be recorded, by hand: yes where it is known, no where it is false or open. */
import { describe, expect, test } from 'vitest';
import { type Relation, relation } from '../../src/derive/relation.ts';
import {
  convexityFault,
  fitsDomain,
  follows,
  isKnown,
  isPowerOf,
  isRefuted,
  replaces,
  risesEverywhere,
  sameFact,
  vanishesAgainst,
} from '../../src/derive/vouch.ts';
import { contextOf } from '../../src/economics/model.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { parse } from '../../src/kernel/parse.ts';
import type { Domain } from '../../src/kernel/symbols.ts';
import type { Term } from '../../src/kernel/term.ts';

const baseline = modelOf('baseline');
const context = contextOf(baseline);
const read = (text: string): Term => parse(text, context.symbols);
const fact = (text: string, is: Fact['is']): Fact => ({ term: read(text), is, because: '' });
const states = (left: string, sign: Relation['sign'], right: string): Relation =>
  relation(read(left), sign, read(right));

const KINDS = ['positive', 'negative', 'zero', 'non-negative', 'non-positive', 'non-zero'] as const;
/** Terms whose sign is known, and gamma, whose sign is not. */
const TERMS = { positive: 'alpha', negative: '-E', zero: 'E - E', open: 'gamma' } as const;

describe('facts', () => {
  test.each([
    ['positive', ['positive', 'non-negative', 'non-zero']],
    ['negative', ['negative', 'non-positive', 'non-zero']],
    ['zero', ['zero', 'non-negative', 'non-positive']],
    ['open', []],
  ] as const)('what is %s is known to be so', (sign, known) => {
    expect(KINDS.filter((is) => isKnown(fact(TERMS[sign], is), context)).toSorted()).toEqual(
      known.toSorted(),
    );
  });

  test.each([
    ['positive', ['negative', 'non-positive', 'zero']],
    ['negative', ['positive', 'non-negative', 'zero']],
    ['zero', ['positive', 'negative', 'non-zero']],
    ['open', []],
  ] as const)('what is %s refutes the others', (sign, refuted) => {
    expect(KINDS.filter((is) => isRefuted(fact(TERMS[sign], is), context)).toSorted()).toEqual(
      refuted.toSorted(),
    );
  });

  test('say the same up to a positive factor, or any where both vanish', () => {
    const same = (x: Fact, y: Fact) => sameFact(x, y, context);
    expect(same(fact('gamma', 'positive'), fact('gamma', 'positive'))).toBe(true);
    expect(same(fact('gamma', 'positive'), fact('gamma', 'negative'))).toBe(false);
    expect(same(fact('gamma', 'positive'), fact('2*alpha*gamma', 'positive'))).toBe(true);
    expect(same(fact('gamma', 'positive'), fact('-gamma', 'positive'))).toBe(false);
    expect(same(fact('gamma', 'zero'), fact('-2*gamma', 'zero'))).toBe(true);
    expect(same(fact('gamma', 'non-zero'), fact('-2*gamma', 'non-zero'))).toBe(true);
    expect(same(fact('gamma', 'non-negative'), fact('-2*gamma', 'non-negative'))).toBe(false);
    expect(same(fact('gamma', 'zero'), fact('gamma - 1', 'zero'))).toBe(false);
    expect(same(fact('gamma', 'zero'), fact('gamma^2', 'zero'))).toBe(false);
  });
});

test('relations follow by the normal form or by signs', () => {
  const yes = [
    'alpha + beta > beta',
    'alpha > 0',
    '1 + alpha*gamma > 0',
    '2*alpha >= alpha',
    '-E < 0',
    '-E <= 0',
  ];
  const no = ['alpha > beta', 'gamma > 0', 'gamma >= 0', 'alpha < 0', 'alpha <= 0'];
  const of = (text: string): boolean => {
    const [left = '', sign = '', right = ''] = text.split(/ (>=|<=|>|<) /);
    return follows(states(left, sign as '<', right), context);
  };
  expect(yes.filter((text) => !of(text))).toEqual([]);
  expect(no.filter(of)).toEqual([]);
  expect(follows(states('(alpha + beta)^2', '=', 'alpha^2 + 2*alpha*beta + beta^2'), context)).toBe(true);
  expect(follows(states('alpha', '=', 'beta'), context)).toBe(false);
  expect(follows(states('alpha', '!=', '-beta'), context)).toBe(true);
  expect(follows(states('alpha', '!=', 'beta'), context)).toBe(false);
  expect(follows(states('alpha', '~', 'alpha'), context)).toBe(false);
});

test('a definition fits the domain of its letter', () => {
  const at = (num: bigint, open: boolean) => ({ at: { num, den: 1n }, open });
  const fits = (text: string, domain: Domain): boolean =>
    fitsDomain({ ...(baseline.symbols.get('E') as never as object), domain } as never, read(text), context);
  expect(fits('gamma', {})).toBe(true);
  expect(fits('alpha', { lower: at(0n, true) })).toBe(true);
  expect(fits('gamma', { lower: at(0n, true) })).toBe(false);
  expect(fits('E - E', { lower: at(0n, true) })).toBe(false);
  expect(fits('E - E', { lower: at(0n, false) })).toBe(true);
  expect(fits('1 + alpha', { lower: at(1n, true) })).toBe(true);
  expect(fits('alpha', { lower: at(1n, true) })).toBe(false);
  expect(fits('-alpha', { upper: at(0n, true) })).toBe(true);
  expect(fits('alpha', { upper: at(0n, true) })).toBe(false);
  expect(fits('E - E', { upper: at(0n, true) })).toBe(false);
  expect(fits('E - E', { upper: at(0n, false) })).toBe(true);
  expect(fits('alpha/(1 + alpha)', { lower: at(0n, true), upper: at(1n, true) })).toBe(true);
  expect(fits('1 + alpha', { lower: at(0n, true), upper: at(1n, true) })).toBe(false);
});

describe('monotone and asymptotic', () => {
  test('a term rises everywhere only without facts about the variable', () => {
    expect(risesEverywhere(read('alpha*E'), 'E', context)).toBe(true);
    expect(risesEverywhere(read('-E'), 'E', context)).toBe(false);
    expect(risesEverywhere(read('beta'), 'E', context)).toBe(false);
    expect(risesEverywhere(read('gamma*E'), 'E', context)).toBe(false);
    const given = { ...context, facts: [...context.facts, fact('gamma', 'positive')] };
    expect(risesEverywhere(read('gamma*E'), 'E', given)).toBe(true);
    expect(risesEverywhere(read('gamma^2'), 'gamma', given)).toBe(false);
  });

  test('one vanishes against the other as a power of the variable', () => {
    expect(vanishesAgainst(read('E^2'), read('E^3'), 'E', context)).toBe(true);
    expect(vanishesAgainst(read('E^3'), read('E^2'), 'E', context)).toBe(false);
    expect(vanishesAgainst(read('E'), read('2*E'), 'E', context)).toBe(false);
    expect(vanishesAgainst(read('1'), read('E^alpha'), 'E', context)).toBe(true);
    expect(vanishesAgainst(read('1'), read('E^gamma'), 'E', context)).toBe(false);
    // The slope depends on E itself: no power.
    expect(vanishesAgainst(read('1'), read('1 + E'), 'E', context)).toBe(false);
  });

  test('a term is a power of a letter times what is free of it', () => {
    expect(isPowerOf(read('alpha*E^gamma*(1 + beta)'), 'E', context)).toBe(true);
    expect(isPowerOf(read('beta'), 'E', context)).toBe(true);
    expect(isPowerOf(read('1 + E'), 'E', context)).toBe(false);
    expect(isPowerOf(read('ln(E)'), 'E', context)).toBe(false);
  });
});

describe('an equation put into an inequality', () => {
  const put = (next: Relation, inequality: Relation, equality: Relation) =>
    replaces(next, inequality, equality, context);
  const equal = states('alpha', '=', 'beta');

  test('either way round, on either side', () => {
    expect(put(states('beta', '<', 'E'), states('alpha', '<', 'E'), equal)).toBe(true);
    expect(put(states('alpha', '<', 'E'), states('beta', '<', 'E'), equal)).toBe(true);
    expect(put(states('E', '>', 'beta'), states('alpha', '<', 'E'), equal)).toBe(true);
    expect(put(states('E', '<', 'beta'), states('alpha', '<', 'E'), equal)).toBe(false);
    expect(put(states('2*beta', '<', 'E'), states('alpha', '<', 'E'), equal)).toBe(false);
    expect(put(states('gamma', '<', 'E'), states('alpha', '<', 'E'), equal)).toBe(false);
  });

  test('keeps what is strict, and may give it up', () => {
    expect(put(states('beta', '<=', 'E'), states('alpha', '<', 'E'), equal)).toBe(true);
    expect(put(states('beta', '<=', 'E'), states('alpha', '<=', 'E'), equal)).toBe(true);
    expect(put(states('beta', '<', 'E'), states('alpha', '<=', 'E'), equal)).toBe(false);
    expect(put(states('E', '>', 'beta'), states('E', '>=', 'alpha'), equal)).toBe(false);
    expect(put(states('E', '>=', 'beta'), states('E', '>=', 'alpha'), equal)).toBe(true);
  });

  test('needs an equation and two inequalities', () => {
    expect(put(states('beta', '<', 'E'), states('alpha', '<', 'E'), states('alpha', '<', 'beta'))).toBe(
      false,
    );
    expect(put(states('beta', '=', 'E'), states('alpha', '<', 'E'), equal)).toBe(false);
    expect(put(states('beta', '<', 'E'), states('alpha', '=', 'E'), equal)).toBe(false);
  });
});

test('convexity in logarithms, with a summand that may vanish there and not', () => {
  const fault = (text: string, ...mayVanish: readonly string[]) =>
    convexityFault(read(text), ['E', 'omega'], mayVanish, context);
  expect(fault('E + omega')).toBeNull();
  expect(fault('E*omega')).not.toBeNull();
  expect(fault('E - omega')).not.toBeNull();
  // Without its summand nothing bends in omega.
  expect(fault('E + delta*omega')).toBeNull();
  expect(fault('E + delta*omega', 'delta')).not.toBeNull();
  expect(fault('E + omega + delta*E*omega', 'delta')).toBeNull();
  // A letter of either sign is tried as a positive one.
  expect(fault('E + omega + gamma*E*omega')).not.toBeNull();
  expect(fault('E + omega + gamma*E*omega', 'gamma')).toBeNull();
});
