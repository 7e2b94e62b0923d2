/** Tables of responses held against the referee: whole answers at a few firms, as files to be read. */
import { describe, expect, test } from 'vitest';
import { confront, sightingsOf, verdictOn } from '../../src/claims/statics-check.ts';
import { curvesOf } from '../../src/claims/statics-draw.ts';
import { firmsOf, liesAt } from '../../src/claims/statics-firms.ts';
import { lettersAt, thinningAt } from '../../src/claims/statics-letters.ts';
import { observe } from '../../src/claims/statics-observe.ts';
import { propose } from '../../src/claims/statics-propose.ts';
import { QUANTITIES } from '../../src/derive/statics/response.ts';
import { settingsOf } from '../../src/derive/statics/setting.ts';
import { type Cell, cellAt, placeOf, tableOf } from '../../src/derive/statics/table.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { expectGolden } from '../support/goldens.ts';
import { roundedText } from '../support/rounded.ts';

const hill = modelOf('fixed-demand+hill-adoption');
const bound = modelOf('fixed-demand+data-bound');
const OPTIONS = { seed: 5, draws: 12 };

test('a table against a few firms, beyond the box where the box has one sign alone', () => {
  const table = tableOf(bound, 'b', 'data-bound');
  const seen = sightingsOf(table, OPTIONS);
  const rows = table.cells.map((cell) => {
    const found = confront(cell, table, seen);
    return [`${cell.quantity}/${cell.parameter}`, verdictOn(cell, found), found] as const;
  });
  expectGolden('claims/statics-check.json', roundedText(rows.filter((_, i) => i % 3 === 0)));
  // Two confrontations in words: what is shown is the referee's everywhere, what changes is seen to.
  for (const [, verdict, found] of rows) {
    expect([found.against, found.misplaced]).toEqual([0, 0]);
    if (verdict === '+') expect(found.negative).toBe(0);
    if (verdict === 'changes') expect(Math.min(found.positive, found.negative)).toBeGreaterThan(0);
  }
});

describe('a wrong cell is noticed', () => {
  const table = tableOf(bound, 'b', 'data-bound');
  const seen = sightingsOf(table, OPTIONS);
  const cell = table.cells.find(({ quantity, parameter }) => quantity === 'n' && parameter === 'D') as Cell;
  const shownAs = (sign: '+' | '-' | '0'): Cell => ({
    ...cell,
    shown: sign,
    cases: cell.cases.map((one) => ({ ...one, proof: one.proof && { ...one.proof, sign } })),
  });

  test('by every optimum at which the referee has another sign', () => {
    expect(cell.shown).toBe('+');
    for (const sign of ['+', '-', '0'] as const) {
      const found = confront(shownAs(sign), table, seen);
      expect(found.against, sign).toBe(sign === '+' ? 0 : found.optima);
      expect(verdictOn(shownAs(sign), found)).toBe(sign === '+' ? '+' : 'undecided');
    }
  });

  test('by the side of a surface', () => {
    const turned: Cell = {
      ...cell,
      response: {
        ...cell.response,
        numerator: cell.response.numerator.map((one) => ({
          ...one,
          coefficient: { num: -one.coefficient.num, den: one.coefficient.den },
        })),
      },
    };
    const found = confront(turned, table, seen);
    expect(found.misplaced).toBe(found.optima);
    expect(verdictOn(turned, found)).toBe('undecided');
  });

  test('and one of which nothing is seen is not decided', () => {
    const nothing = confront(cell, table, { ...seen, list: [] });
    expect(nothing.optima).toBe(0);
    expect(verdictOn(cell, nothing)).toBe('undecided');
    const open: Cell = { ...cell, shown: null };
    expect(verdictOn(open, { ...nothing, positive: 1 })).toBe('undecided');
    expect(verdictOn(open, { ...nothing, negative: 1 })).toBe('undecided');
    expect(verdictOn(open, { ...nothing, positive: 1, negative: 1 })).toBe('changes');
    expect(verdictOn(open, { ...nothing, positive: 1, negative: 1, misplaced: 1 })).toBe('undecided');
    expect(
      verdictOn({ ...cell, shown: 'changes' }, { ...nothing, positive: 1, negative: 1, optima: 2 }),
    ).toBe('changes');
  });
});

test('firms of a place: as many as lie there, the same for the same seed, and the share done', () => {
  const [interior, limited] = settingsOf(bound);
  if (!interior || !limited) throw new Error('the variant has two places');
  const told: number[] = [];
  const firms = [interior, limited].map((setting) =>
    firmsOf(setting, { seed: 7, draws: 6, progress: (done) => told.push(done) }),
  );
  expect(firmsOf(limited, { seed: 7, draws: 6 })).toBe(firms[1]);
  expect(firms[0]?.every((one) => liesAt(interior, one) && !liesAt(limited, one))).toBe(true);
  expect(firms[1]?.every((one) => liesAt(limited, one) && !liesAt(interior, one))).toBe(true);
  const letters = lettersAt(tableOf(bound, 'b', 'data-bound').problem);
  const shown = firms.map((list) =>
    list.slice(0, 2).map(({ values, optimum }) => ({ values, n: optimum.n, d: optimum.d })),
  );
  const at = (firms[1] ?? []).slice(0, 2).map(letters);
  expectGolden(
    'claims/statics-firms.json',
    roundedText({ counts: firms.map((list) => list.length), told, shown, at }),
  );
});

const FIRM = {
  alpha: 0.34,
  beta: 0.28,
  gamma: -0.4,
  a: 0.004,
  b: 0.0016,
  omega: 1e-5,
  E: 1e18,
  T: 1e15,
  D: 1e13,
};

test('responses at one firm, b held and rho held', () => {
  const seen = observe(bound, FIRM);
  if (!seen) throw new Error('the firm sells');
  const names = [...bound.parameters.map(({ name }) => name), 'rho'];
  const rows = (['b', 'rho'] as const).flatMap((hold) =>
    names.map((name) => [
      `${name}, ${hold} held`,
      ...QUANTITIES.map((quantity) => seen.response(quantity, name, hold)),
    ]),
  );
  expectGolden('claims/statics-observe.json', roundedText(rows));
  // n = (D^beta b/a)^(1/alpha) where data bind.
  expect(seen.response('n', 'a', 'b')).toBeCloseTo(-1 / 0.34, 9);
  expect(seen.response('n', 'D', 'b')).toBeCloseTo(0.28 / 0.34, 9);
  expect(seen.response('n', 'a', 'rho')).toBe(0);
  expect(seen.response('d', 'E', 'b')).toBe(0);
  expect(observe(bound, { ...FIRM, E: 1e5 })).toBeNull();
});

test('the mean of thresholds, by series and in full', () => {
  expect(thinningAt(2, 0)).toBe(1);
  expect(thinningAt(2, 1e-5)).toBeCloseTo(1 - 2e-5 / 6, 12);
  expect(thinningAt(2, 4.9e-5)).toBeCloseTo(1 - 9.8e-5 / 6, 12);
  expect(thinningAt(2, 5.1e-5)).toBeCloseTo(1 - 1.02e-4 / 6, 8);
  expect(thinningAt(3, 2)).toBeCloseTo((1 - 6 / Math.expm1(6)) / 2, 12);
  expect(thinningAt(3, -2)).toBeCloseTo((1 + 6 / Math.expm1(-6)) / -2, 12);
});

test('parameters for wished-for letters: the referee has an optimum there with that sign', () => {
  const { problem } = tableOf(hill, 'b', 'interior');
  const wishes = [
    propose(problem, () => true),
    propose(problem, ({ h = 0 }) => h < 1),
    propose(problem, () => false),
  ];
  expect(wishes.map((list) => list.length)).toEqual([6, 6, 0]);
  expect(wishes[1]?.every(({ h = 2 }) => h < 1)).toBe(true);
  expectGolden(
    'claims/statics-propose.json',
    roundedText(wishes.slice(0, 2).map((list) => list.slice(0, 3))),
  );
});

test('surfaces as curves', () => {
  const place = placeOf(modelOf('baseline'));
  const curves = (['n', 'd', 'profit'] as const).map((quantity) =>
    curvesOf(cellAt(place, quantity, 'a', 'b'), place.problem),
  );
  expect(curves.map((list) => list.length)).toEqual([3, 0, 0]);
  expectGolden('claims/statics-draw.json', roundedText(curves[0]));
});
