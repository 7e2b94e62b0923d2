/** Every sign against the referee, and the cells that the theory knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { confront, sightingsOf, verdictOn } from '../../src/claims/statics-check.ts';
import { evaluatorOf } from '../../src/claims/statics-evaluate.ts';
import { measuredAt, type Point, pointsOf } from '../../src/derive/statics/points.ts';
import { QUANTITIES } from '../../src/derive/statics/response.ts';
import { placeOf, placesOf, tableOf } from '../../src/derive/statics/table.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { byTier, isFull } from '../support/tier.ts';
import { type Judged, judge, SEED } from './tables.ts';

const tables = {
  'baseline, b held': judge('baseline', 'b', byTier(120, 320)),
  'baseline, rho held': judge('baseline', 'rho', byTier(120, 320)),
  'data-bound, b held': judge('data-bound', 'b', 50),
  'data-bound, rho held': judge('data-bound', 'rho', 50),
};
const [free, freeRho, bound, boundRho] = Object.values(tables);
const signOf = (table: ReadonlyMap<string, Judged> | undefined, cell: string): string | undefined =>
  table?.get(cell)?.sign;

describe.each(Object.entries(tables))('%s', (name, table) => {
  test('no optimum of the referee is against a sign shown or on the wrong side of a surface', () => {
    const wrong = [...table].filter(([, { found }]) => found.against + found.misplaced > 0);
    expect(wrong.map(([cell]) => cell)).toEqual([]);
    const fewest = Math.min(...[...table.values()].map(({ found }) => found.optima));
    expect(fewest).toBeGreaterThanOrEqual(name.startsWith('baseline') ? byTier(110, 300) : 40);
  });

  test('a cell that changes sign has optima of both signs; at most a few are undecided', () => {
    const undecided = [...table].filter(([, { sign }]) => sign === 'undecided').map(([cell]) => cell);
    expect(undecided.length).toBeLessThanOrEqual(2);
    for (const { sign, found } of table.values()) {
      if (sign === 'changes') expect(Math.min(found.positive, found.negative)).toBeGreaterThan(0);
    }
  });

  test('most optima show a sign beyond rounding, a zero shows none', () => {
    for (const { sign, found } of table.values()) {
      if (sign === '+' || sign === '-') expect(found.level).toBeLessThan(0.3 * found.optima);
      if (sign === '0') expect(found.level).toBe(found.optima);
    }
  });
});

/** The long run takes every variant and every place of its optima; the short one those whose tables are made in seconds. */
const QUICK = ['fixed-demand', 'hill-adoption', 'split-efficiency', 'endogenous-threshold', 'ces-quality'];
const others = (isFull ? VARIANT_IDS : byTier(QUICK.slice(0, 3), QUICK)).flatMap((id) =>
  placesOf(modelOf(id)).map((where) => ({ id, where })),
);

describe.each(others)('$id, $where', ({ id, where }) => {
  test('nothing is against the referee', () => {
    const table = judge(id, 'b', byTier(20, 20, 250), where);
    const wrong = [...table].filter(([, { found }]) => found.against + found.misplaced > 0);
    expect(wrong.map(([cell]) => cell)).toEqual([]);
    expect(Math.min(...[...table.values()].map(({ found }) => found.optima))).toBeGreaterThanOrEqual(10);
  });
});

describe('proofs in the letters of a chart', () => {
  const place = placeOf(modelOf('rival'));
  const points = pointsOf(place.problem);
  const holds = (when: Fact | null, at: Point): boolean => {
    const value = when?.term.kind === 'symbol' ? (at[when.term.name] ?? Number.NaN) : 0;
    return (
      when === null || (when.is === 'zero' ? value === 0 : when.is === 'negative' ? value < 0 : value > 0)
    );
  };
  const proofs = tableOf(modelOf('rival'), 'b').cells.flatMap((cell) =>
    cell.cases.flatMap(({ when, proof }) => (proof && proof.chart.length > 0 ? [{ cell, when, proof }] : [])),
  );

  test('are found for the rival', () => {
    expect(proofs.length).toBeGreaterThan(5);
  });

  test('have letters that are positive and summands of one sign, that of the response, wherever an optimum may lie', () => {
    for (const { cell, when, proof } of proofs)
      for (const here of points.filter((at) => holds(when, at)).slice(0, 20)) {
        const at: Record<string, number> = { ...here };
        for (const { name, definition } of proof.chart) {
          at[name] = evaluatorOf(definition)(at);
          expect(at[name]).toBeGreaterThan(0);
        }
        const signs = new Set(proof.summands.map((term) => Math.sign(evaluatorOf(term)(at))));
        const wanted = proof.sign === '+' ? 1 : -1;
        expect([...signs]).toEqual([wanted]);
        const { value, size } = measuredAt(cell.response.numerator, at);
        if (Math.abs(value) > 1e-9 * size) expect(Math.sign(value)).toBe(wanted);
      }
  });
});

test('a sign that is turned round is caught at every optimum', () => {
  const shown = free?.get('n/E');
  if (!shown) throw new Error('the table lacks a cell');
  const table = tableOf(modelOf('baseline'), 'b');
  const sightings = sightingsOf(table, { seed: SEED, draws: 60 });
  const turned = shown.cell.cases.map((one) => ({
    ...one,
    proof: one.proof && { ...one.proof, sign: '-' as const },
  }));
  const found = confront({ ...shown.cell, cases: turned }, table, sightings);
  expect(found.against).toBe(found.optima);
  const numerator = shown.cell.response.numerator.map((term) => ({
    ...term,
    coefficient: { num: -term.coefficient.num, den: term.coefficient.den },
  }));
  const flipped = confront(
    { ...shown.cell, response: { ...shown.cell.response, numerator } },
    table,
    sightings,
  );
  expect(flipped.misplaced).toBe(flipped.optima);
});

describe('what the theory knows', () => {
  test('better hardware: larger models, more data, more sales, more profit (§5.4)', () => {
    for (const quantity of ['n', 'd', 't', 'profit', 'q']) expect(signOf(free, `${quantity}/E`)).toBe('+');
  });

  test('data-bound spend rises with b and falls with a and E (§5.5)', () => {
    expect(['b', 'a', 'E'].map((name) => signOf(bound, `C_train/${name}`))).toEqual(['+', '-', '-']);
    expect(signOf(boundRho, 'C_train/a')).toBe('0');
  });

  test('a at fixed rho raises n for gamma <= 0; at fixed b it depends (§5.6)', () => {
    const cases = freeRho
      ?.get('n/a')
      ?.cell.cases.map(({ when, proof }) => [when?.is, proof?.conditions.length === 0 ? proof.sign : null]);
    expect(cases).toEqual([
      ['negative', '+'],
      ['zero', '+'],
      ['positive', null],
    ]);
    const atB = free
      ?.get('n/a')
      ?.cell.cases.map(({ proof }) => (proof?.conditions.length === 0 ? proof.sign : null));
    expect(atB).toEqual([null]);
  });

  test('spend rises with E for gamma <= 0 and may fall for gamma > 0 (§5.3)', () => {
    const cell = free?.get('C_train/E');
    expect(cell?.cell.cases.map(({ proof }) => (proof?.conditions.length === 0 ? proof.sign : null))).toEqual(
      ['+', '+', null],
    );
    expect(cell?.sign).toBe('changes');
  });

  test('b and rho are different experiments', () => {
    expect([signOf(free, 'd/a'), signOf(freeRho, 'd/a')]).toEqual(['+', 'changes']);
    expect([signOf(bound, 'n/a'), signOf(boundRho, 'n/a')]).toEqual(['-', '0']);
  });
});

test('a sign that the referee contradicts, or never saw change, is undecided', () => {
  const shown = free?.get('n/E');
  const open = free?.get('n/a');
  if (!shown || !open) throw new Error('the table lacks a cell');
  expect(verdictOn(shown.cell, { ...shown.found, against: 1 })).toBe('undecided');
  expect(verdictOn(open.cell, { ...open.found, negative: 0 })).toBe('undecided');
  expect(verdictOn(open.cell, { ...open.found, misplaced: 1 })).toBe('undecided');
});

test('the tables of the documentation are as produced', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/statics.md'), 'utf8');
  const sections = page.split('### Signs of responses ').slice(1);
  const marks: Readonly<Record<string, string>> = { changes: '+/-', undecided: '?' };
  const heads = [
    'at an interior (compute-bound) optimum, b',
    'at an interior (compute-bound) optimum, rho',
    'where data bind, b',
    'where data bind, rho',
  ];
  for (const [i, table] of Object.values(tables).entries()) {
    expect(sections[i]?.startsWith(heads[i] ?? '')).toBe(true);
    for (const parameter of new Set([...table.values()].map(({ cell }) => cell.parameter))) {
      const row = QUANTITIES.map((quantity) => signOf(table, `${quantity}/${parameter}`) ?? '').map(
        (sign) => marks[sign] ?? sign,
      );
      expect(sections[i]).toContain(`\n| ${[parameter, ...row].join(' | ')} |\n`);
    }
  }
});
