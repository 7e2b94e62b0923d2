import { describe, expect, test } from 'vitest';
import * as derivationLetters from '../../derivations/letters.ts';
import { contextOf } from '../../src/economics/model.ts';
import { NOTATION } from '../../src/economics/symbols.ts';
import { VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { add, power, substitute, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { parseUnit, sameUnit, unitOf } from '../../src/kernel/units.ts';
import { CONTEXT, read } from '../support/terms.ts';

/** 6 and 2 are FLOP per parameter and token. */
const FLOP = { '6': 'flop/(parameter*token)', '2': 'flop/(parameter*token)' };
const ALL = { symbols: joinTables(NOTATION, symbolTable(...Object.values(derivationLetters))), facts: [] };

describe('declared units', () => {
  test.each([...ALL.symbols.values()].map((declaration) => [declaration.name, declaration.unit] as const))(
    'of %s: %s',
    (_, unit) => {
      expect(parseUnit(unit, ALL).length).toBe(1);
    },
  );

  test.each(['metre', '2*dollar', 'dollar + token', 'ln(token)', 'token^n', 'n', 'dollar*omega'])(
    '%s is none',
    (text) => {
      expect(() => parseUnit(text, ALL)).toThrow(OptimandError);
    },
  );

  test('are one whatever the order in which they are written', () => {
    expect(sameUnit('dollar/token', 'token^(-1)*dollar', ALL)).toBe(true);
    expect(sameUnit('token^(beta/alpha)/parameter', '(token^beta/parameter^alpha)^(1/alpha)', ALL)).toBe(
      true,
    );
    expect(sameUnit('dollar/token', 'dollar/token^2', ALL)).toBe(false);
  });
});

describe.each(VARIANT_IDS)('%s', (id) => {
  const model = VARIANTS[id];
  const context = contextOf(model);
  const summands = (term: Term): readonly Term[] => (term.kind === 'sum' ? term.terms : [term]);

  test('every summand of profit is in dollars', () => {
    for (const summand of summands(model.profit))
      expect(sameUnit(unitOf(summand, context, FLOP), 'dollar', context)).toBe(true);
    expect(sameUnit(unitOf(model.profit, context, FLOP), 'dollar', context)).toBe(true);
    expect(sameUnit(unitOf(model.trainingSpend, context, FLOP), 'dollar', context)).toBe(true);
    expect(unitOf(model.quality, context)).toBe('1');
  });

  test('limits have the unit of what they limit', () => {
    for (const { variable, bound } of model.limits)
      expect(unitOf(bound, context)).toBe(unitOf({ kind: 'symbol', name: variable }, context));
  });

  test('each letter misplaced is noticed', () => {
    for (const { name } of [...model.symbols.values()].filter(
      ({ unit, role }) => unit !== '1' && role === 'quantity',
    )) {
      if (!symbolsOf(model.profit).includes(name)) continue;
      const spoiled = substitute(model.profit, { [name]: power(name, 2) });
      expect(() => unitOf(spoiled, context, FLOP)).toThrow(OptimandError);
    }
  });
});

test('the summand that does not fit is named', () => {
  const context = contextOf(VARIANTS.baseline);
  const said = (term: Term): string => {
    try {
      return unitOf(term, context, FLOP);
    } catch (error) {
      return error instanceof OptimandError ? error.message : 'another error';
    }
  };
  expect(said(read('omega*t - delta*t'))).toMatch(/^-?delta\*t has the unit .*, but omega\*t has dollar/);
  expect(said(read('ln(n)'))).toMatch(/^n has the unit parameter/);
  expect(said(read('n^t'))).toMatch(/exponent t of n/);
  expect(said(add(read('max(0, t)'), 0))).toBe('token');
  expect(said(read('(a*n^alpha)^(1/gamma)'))).toBe('1');
  expect(() => unitOf({ kind: 'symbol', name: 'nosuch' }, CONTEXT)).toThrow(/nosuch/);
});
