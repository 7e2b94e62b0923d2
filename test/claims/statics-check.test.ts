/** Tables of responses held against the referee: whole answers at a few firms, as files to be read. */
import { describe, expect, test } from 'vitest';
import { confront, sightingsOf, verdictOn } from '../../src/claims/statics-check.ts';
import { curvesOf } from '../../src/claims/statics-draw.ts';
import { firmsOf, liesAt } from '../../src/claims/statics-firms.ts';
import { lettersAt, thinningAt } from '../../src/claims/statics-letters.ts';
import { observe } from '../../src/claims/statics-observe.ts';
import { propose } from '../../src/claims/statics-propose.ts';
import { problemOf } from '../../src/derive/statics/problem.ts';
import type { Proof } from '../../src/derive/statics/proof.ts';
import { QUANTITIES } from '../../src/derive/statics/response.ts';
import { type Setting, settingsOf } from '../../src/derive/statics/setting.ts';
import { type Cell, cellAt, placeOf, tableOf } from '../../src/derive/statics/table.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import type { Polynomial } from '../../src/kernel/polynomial.ts';
import { symbol } from '../../src/kernel/term.ts';
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

/** A cell and optima by hand, in the letters x and y. */
type Seen = Parameters<typeof confront>[2]['list'][number];
const TRUE_TABLE = tableOf(bound, 'b', 'data-bound');
const proof = (sign: '+' | '-' | '0', ...conditions: Fact[]): Proof => ({
  sign,
  summands: [],
  chart: [],
  uses: [],
  conditions,
});
const fact = (name: string, is: Fact['is']): Fact => ({ term: symbol(name), is, because: 'by hand' });
const letter = (name: string, coefficient = 1n): Polynomial => [
  { monomial: [[name, 1]], coefficient: { num: coefficient, den: 1n } },
];
const cellOf = (rest: Partial<Omit<Cell, 'response'>>, numerator: Polynomial = letter('y')): Cell => ({
  quantity: 'n',
  parameter: 'D',
  hold: 'b',
  where: 'by hand',
  response: { numerator } as unknown as Cell['response'],
  cases: [],
  whole: null,
  shown: null,
  surface: null,
  open: [],
  ...rest,
});
const seenAt = (
  response: number | null,
  letters: Values = { y: response ?? 0 },
  values: Values = {},
): Seen => ({
  seen: { values, response: () => response } as unknown as Seen['seen'],
  letters,
});
const put = (cell: Cell, ...list: readonly Seen[]) => confront(cell, TRUE_TABLE, { seed: 1, draws: 2, list });

describe('by hand', () => {
  const SIGNS = [-1, 0, 1];
  test.each([
    ['positive', [0, 0, 1]],
    ['negative', [1, 0, 0]],
    ['zero', [0, 1, 0]],
    ['non-negative', [0, 1, 1]],
    ['non-positive', [1, 1, 0]],
    ['non-zero', [1, 0, 1]],
  ] as const)('a case or a condition that x is %s claims where it is', (is, claimed) => {
    const at = (x: number) => seenAt(-1, { x, y: -1 });
    const cases = [{ when: fact('x', is), proof: proof('+') }];
    expect(SIGNS.map((x) => put(cellOf({ cases }), at(x)).against)).toEqual(claimed);
    const whole = proof('+', fact('x', is));
    expect(SIGNS.map((x) => put(cellOf({ whole }), at(x)).against)).toEqual(claimed);
    const inCase = [{ when: null, proof: whole }];
    expect(SIGNS.map((x) => put(cellOf({ cases: inCase }), at(x)).against)).toEqual(claimed);
  });

  test('the first case that applies counts, and all its conditions; one without a proof claims nothing', () => {
    const at = (x: number, y: number) => seenAt(-1, { x, y });
    const cases = [
      { when: fact('x', 'positive'), proof: null },
      { when: null, proof: proof('+', fact('x', 'negative'), fact('y', 'negative')) },
      { when: null, proof: proof('0') },
    ];
    expect(put(cellOf({ cases }), at(1, -1)).against).toBe(0);
    expect(put(cellOf({ cases }), at(-1, -1)).against).toBe(1);
    expect(put(cellOf({ cases }, letter('y', 0n)), at(-1, 1)).against).toBe(0);
    expect(put(cellOf({ cases }, letter('y', 0n)), at(0, -1)).against).toBe(0);
    expect(put(cellOf({ cases: [] }), at(1, -1)).against).toBe(0);
    // The sign for all parameters counts besides that of the case.
    expect(put(cellOf({ cases, whole: proof('-') }), at(-1, -1)).against).toBe(1);
    expect(put(cellOf({ cases: cases.slice(0, 1), whole: proof('0') }), at(1, -1)).against).toBe(1);
  });

  test.each([
    ['+', [1, 0, 0]],
    ['0', [1, 0, 1]],
    ['-', [0, 0, 1]],
  ] as const)('where %s is claimed another sign is against it, and what is level is not', (sign, against) => {
    const cell = cellOf({ cases: [{ when: null, proof: proof(sign) }] });
    expect(SIGNS.map((response) => put(cell, seenAt(response)).against)).toEqual(against);
  });

  test('optima are counted by sign; where the referee has no number there is none', () => {
    const found = put(
      cellOf({}),
      ...[3, -2, 0, null, Number.NaN, Number.POSITIVE_INFINITY, 5, 4].map((response) => seenAt(response)),
    );
    expect(found).toMatchObject({ seed: 1, draws: 2, optima: 5, positive: 3, negative: 1, level: 1 });
    expect(found).toMatchObject({ against: 0, misplaced: 0, beyondBox: false });
  });

  test('the surface must put a response on its side, as far as rounding can tell', () => {
    const sum = [...letter('z'), ...letter('y'), ...letter('x')];
    const side = (response: number, letters: Values) =>
      put(cellOf({}, sum), seenAt(response, letters)).misplaced;
    expect(side(1, { x: 1, y: 0, z: 0 })).toBe(0);
    expect(side(-1, { x: 1, y: 0, z: 0 })).toBe(1);
    expect(side(1, { x: -1, y: 0, z: 0 })).toBe(1);
    expect(side(-1, { x: -1, y: 0, z: 0 })).toBe(0);
    expect(side(0, { x: 1, y: 0, z: 0 })).toBe(0);
    // A ten-millionth of the largest summand: one, and ten.
    expect(side(-1, { x: 1e-7, y: 1, z: -1 })).toBe(0);
    expect(side(-1, { x: 1.01e-7, y: 1, z: -1 })).toBe(1);
    expect(side(-1, { x: 9e-7, y: 10, z: -10 })).toBe(0);
    expect(side(-1, { x: 1.1e-6, y: 10, z: -10 })).toBe(1);
  });

  test('the witness is the clearest of its sign, the first of two alike, plain shapes before tiny ones', () => {
    const of = (...list: readonly (readonly [number, number?])[]) =>
      put(
        cellOf({}),
        ...list.map(([response, gamma], i) =>
          seenAt(response, { y: response }, gamma === undefined ? { i } : { i, gamma }),
        ),
      ).witnesses;
    expect(of([-3], [9], [-2], [-0.2], [-7])).toEqual({
      positive: { params: { i: 1 }, response: 9 },
      negative: { params: { i: 2 }, response: -2 },
    });
    expect(of([5], [5]).positive?.params).toEqual({ i: 0 });
    expect(of([5], [0.3]).positive?.params).toEqual({ i: 1 });
    expect(of([1, 0.009], [40, 0.01]).positive?.params.i).toBe(1);
    expect(of([1, -0.009], [40, -0.5]).positive?.params.i).toBe(1);
    expect(of([1, 0], [40, 0.5]).positive?.params.i).toBe(0);
    expect(of([1], [40, 0.5]).positive?.params.i).toBe(0);
    expect(of([2]).negative).toBeNull();
  });
});

describe('where a sign is missing, optima are proposed', () => {
  const surface = {} as Cell['surface'];
  const real = TRUE_TABLE.cells.find(
    ({ quantity, parameter }) => quantity === 'n' && parameter === 'D',
  ) as Cell;
  const positive = seenAt(1);

  test('only where a surface is shown, and of the missing sign alone', () => {
    // n* rises with D wherever data bind: no letters have the other sign, and what is found is positive.
    const none = put({ ...real, surface: null });
    expect(none).toMatchObject({ optima: 0, beyondBox: false });
    const both = put({ ...real, surface });
    expect(both).toMatchObject({ negative: 0, level: 0, against: 0, misplaced: 0, beyondBox: true });
    expect(both.positive).toBe(both.optima);
    expect(both.optima).toBeGreaterThan(2);
    expect(put({ ...real, surface }, positive)).toMatchObject({ optima: 1, beyondBox: false });
  });

  test('the referee decides whether they have it: a surface the wrong way round finds none', () => {
    const turned = real.response.numerator.map((one) => ({
      ...one,
      coefficient: { num: -one.coefficient.num, den: one.coefficient.den },
    }));
    const found = put({ ...real, surface, response: { ...real.response, numerator: turned } }, positive);
    expect(found.negative).toBe(0);
    expect(found.positive).toBeGreaterThan(2);
    expect(found.beyondBox).toBe(false);
    expect(found.misplaced).toBeGreaterThan(2);
  });

  test('what lies elsewhere does not count, and one of several of the missing sign is enough', () => {
    const always: Polynomial = [{ monomial: [], coefficient: { num: 1n, den: 1n } }];
    const at = (id: string, parameter: string, ...list: readonly Seen[]) => {
      const [setting] = settingsOf(modelOf(id)) as [Setting];
      const problem = problemOf(setting);
      const cell = cellOf({ quantity: 'C_train', parameter, surface }, always);
      const firms = propose(problem, () => true).flatMap((values) => observe(setting.model, values) ?? []);
      const here = firms.filter((one) => liesAt(setting, one));
      const found = confront(cell, { problem, cells: [] }, { seed: 1, draws: 2, list });
      return {
        found,
        firms: firms.length,
        signs: here.map((one) => Math.sign(one.response('C_train', parameter, 'b') ?? 0)),
      };
    };
    const elsewhere = at('repeated-data', 'E');
    expect(elsewhere.signs.length).toBeLessThan(elsewhere.firms);
    expect(elsewhere.found.optima).toBe(elsewhere.signs.length);
    const mixed = at('baseline', 'b', seenAt(-1));
    expect(mixed.signs).toEqual(expect.arrayContaining([1, -1]));
    expect(mixed.found).toMatchObject({ optima: 1 + mixed.signs.length, beyondBox: true });
    expect(mixed.found.negative).toBe(1 + mixed.signs.filter((sign) => sign < 0).length);
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
