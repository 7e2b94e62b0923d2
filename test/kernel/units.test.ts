import { describe, expect, test } from 'vitest';
import * as derivationLetters from '../../derivations/letters.ts';
import { contextOf } from '../../src/economics/model.ts';
import { NOTATION } from '../../src/economics/symbols.ts';
import { VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { parse } from '../../src/kernel/parse.ts';
import { joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { add, power, substitute, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { parseUnit, sameUnit, UNDECLARED, unitOf, unitsWith } from '../../src/kernel/units.ts';
import { CONTEXT, letter, read } from '../support/terms.ts';

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

describe('what is said of units that do not fit', () => {
  const context = contextOf(VARIANTS.baseline);
  const said = (ask: () => unknown): readonly string[] => {
    try {
      ask();
    } catch (error) {
      if (error instanceof OptimandError && error.issue.code === 'refused')
        return [error.issue.what, error.issue.where, error.issue.would];
      throw error;
    }
    return [];
  };
  const inBaseline = (text: string): readonly string[] => said(() => unitOf(read(text), context, FLOP));

  test('of a sum, an argument and an exponent', () => {
    expect(inBaseline('n + d')).toEqual([
      'd has the unit token, but n has parameter,',
      'n + d',
      'correct one of them',
    ]);
    expect(inBaseline('max(0, n, d)')).toEqual([
      'd has the unit token, but n has parameter,',
      'max(0, n, d)',
      'correct one of them',
    ]);
    expect(inBaseline('2*ln(n)')).toEqual([
      'n has the unit parameter',
      'ln(n)',
      'make the argument dimensionless',
    ]);
    expect(inBaseline('n^d')).toEqual([
      'the exponent d of n, which has the unit parameter, is no shape',
      'a unit',
      'make the base dimensionless',
    ]);
    expect(inBaseline('1 + n')).toHaveLength(3);
    expect(inBaseline('(n/n)^d')).toEqual([]);
    expect(inBaseline('0 + n')).toEqual([]);
    expect(inBaseline('alpha + 1/2')).toEqual([]);
    expect(unitOf(read('n^alpha'), context)).toBe('parameter^alpha');
    expect(unitOf(read('exp(n/n)*d'), context)).toBe('token');
  });

  test('of a text that names none', () => {
    const bases = 'parameter, token, flop, dollar, second, hour, year, kilowatt, chip';
    for (const text of ['2*dollar', 'dollar + token', 'ln(token)', '1 + token', 'alpha*token'])
      expect(said(() => parseUnit(text, context))).toEqual([
        `"${text}" is not a product of powers of ${bases}`,
        'a unit',
        'write it as one',
      ]);
    // A letter of the model is no unit, though a shape parameter may stand in an exponent.
    expect(() => parseUnit('n', context)).toThrow(/"?n"? is not/);
    expect(parseUnit('token^alpha', context)).toHaveLength(1);
  });

  test('of a letter that is not declared, with those that are', () => {
    let issue: unknown = null;
    try {
      unitOf({ kind: 'symbol', name: 'nosuch' }, CONTEXT);
    } catch (error) {
      if (error instanceof OptimandError) issue = error.issue;
    }
    expect(issue).toEqual({
      code: 'unknown-symbol',
      name: 'nosuch',
      known: [...CONTEXT.symbols.keys()],
      suggestion: null,
    });
  });
});

describe('units of formulas of which not all is declared', () => {
  const table = symbolTable(
    { ...letter('n', {}), unit: 'parameter' },
    { ...letter('d', {}), unit: 'token' },
    { ...letter('w', {}), unit: 'widget' },
    { ...letter('o', {}), unit: UNDECLARED },
    { ...letter('alpha', {}, 'shape'), unit: 'token' },
  );
  const units = unitsWith({ symbols: table, facts: [] }, ['widget']);
  const of = (text: string): string | null => units.of(parse(text, table));

  test('a FLOP is a parameter times a token, whatever number stands before it', () => {
    expect(of('6*n*d')).toBe(units.per('flop', '1'));
    expect(units.same('flop', 'parameter*token')).toBe(true);
    expect(units.same('flop', 'token')).toBe(false);
    expect(units.per('dollar', 'token^2')).toBe('dollar/token^2');
    expect(units.per('token', 'token')).toBe('1');
  });

  test('their own base units count, and others are refused', () => {
    expect(of('w/n')).toBe('widget/parameter');
    expect(() => units.check('widget^2/token')).not.toThrow();
    expect(() => units.check(UNDECLARED)).not.toThrow();
    expect(() => units.check('gadget')).toThrow(OptimandError);
    expect(() => units.check('2*widget')).toThrow(
      /parameter, token, flop, dollar, second, hour, year, kilowatt, chip, widget/,
    );
  });

  test('what is not declared, and a number that may be measured, have any', () => {
    expect(of('o')).toBeNull();
    expect(of('7')).toBeNull();
    expect(of('0.5*n')).toBeNull();
    expect(of('o*n')).toBeNull();
    expect(of('2*n')).toBe('parameter');
    expect(of('n + 7')).toBe('parameter');
    expect(of('max(7, d, o)')).toBe('token');
    expect(of('o + d')).toBe('token');
    expect(of('n/n')).toBe('1');
    expect(of('o^2')).toBeNull();
    expect(of('alpha')).toBe('1');
    expect(() => of('o + d + n')).toThrow(/n has the unit parameter, but d has token/);
  });
});
