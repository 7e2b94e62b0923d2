/** The step checker whole: certificates, what is asked of each step, the points and every answer, as files to be read. */
import { describe, expect, test } from 'vitest';
import { DERIVATIONS, type DerivationId } from '../../../derivations/registry.ts';
import { certify } from '../../../src/derive/recheck/certificate.ts';
import { checkStep } from '../../../src/derive/recheck/check.ts';
import { DOUBLE, derivative, evaluate } from '../../../src/derive/recheck/evaluate.ts';
import { letterAt } from '../../../src/derive/recheck/exact.ts';
import { goalsOf } from '../../../src/derive/recheck/goals.ts';
import { mutantsOf } from '../../../src/derive/recheck/mutate.ts';
import { readCertificate, type Stated, type Term } from '../../../src/derive/recheck/read.ts';
import { recheckDerivation } from '../../../src/derive/recheck/recheck.ts';
import { compares, generator, isNumber, lettersIn, Plan } from '../../../src/derive/recheck/sample.ts';
import { expectGolden } from '../../support/goldens.ts';

const SEED = 7;
const WRITTEN: readonly DerivationId[] = ['best-sales', 'adoption'];

test.each(WRITTEN)('%s', (id) => {
  const derivation = DERIVATIONS[id]();
  const read = readCertificate(JSON.stringify(certify(derivation)));
  const lines = read.steps.flatMap((step) => {
    const { outcome, exact, worst, why } = checkStep(step, SEED);
    const asked = goalsOf(step).map((goals) => JSON.stringify(goals.map(({ opened: _, ...goal }) => goal)));
    const mutants = mutantsOf(step).map((mutant) => `  mutant: ${JSON.stringify(mutant)}`);
    return [
      JSON.stringify(step),
      `  ${outcome}${exact ? ', exact' : ''}, ${worst.toExponential(1)}: ${why}`,
      ...asked.map((goals) => `  asked: ${goals}`),
      ...mutants.filter((_, i) => i % 5 === 0),
    ];
  });
  const { accepted, notJudged, rejected } = recheckDerivation(derivation, SEED);
  const summary = JSON.stringify({ id: read.id, accepted, notJudged, rejected });
  expectGolden(`recheck/${id}.txt`, [summary, ...lines].join('\n'));
});

describe('draws', () => {
  test('are the same for the same seed, and lie from 0 to 1', () => {
    const [one, same, other] = [generator(SEED), generator(SEED), generator(SEED + 1)];
    const drawn = Array.from({ length: 200 }, () => one());
    expect(drawn).toEqual(Array.from({ length: 200 }, () => same()));
    expect(drawn[0]).not.toBe(other());
    expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true);
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
  });

  const drawnBy = (
    given: readonly Stated[],
    assumptions: readonly Stated[],
    asked: readonly Term[],
    choice = 0,
  ) => {
    const plan = new Plan(given, assumptions, asked, {}, choice);
    const random = generator(SEED);
    const points = Array.from({ length: 60 }, () => plan.draw(random)).filter((at) => at !== null);
    return { plan, points, of: (name: string) => points.map((at) => at.get(name) ?? Number.NaN) };
  };

  test('keep to the bounds of a letter, and meet a closed end and zero', () => {
    const open = drawnBy([], [['>', 'x', '1']], ['x']);
    expect(open.points).toHaveLength(60);
    expect(open.of('x').every((x) => x > 1)).toBe(true);
    const closed = drawnBy([], [['>=', 'x', '1']], ['x']).of('x');
    expect(closed.every((x) => x >= 1)).toBe(true);
    expect(closed.some((x) => x === 1)).toBe(true);
    const between = drawnBy(
      [],
      [
        ['>', 'x', '1'],
        ['<', 'x', '2'],
      ],
      ['x'],
    ).of('x');
    expect(between.every((x) => x > 1 && x < 2)).toBe(true);
    const below = drawnBy([], [['<', 'x', '-1']], ['x']).of('x');
    expect(below.every((x) => x < -1)).toBe(true);
    const free = drawnBy([], [], ['x']).of('x');
    expect([free.some((x) => x < 0), free.some((x) => x > 0), free.some((x) => x === 0)]).toEqual([
      true,
      true,
      true,
    ]);
    const narrow = drawnBy(
      [],
      [
        ['>', 'x', '1'],
        ['>', 'x', '3'],
        ['<', 'x', '9'],
        ['<', 'x', '4'],
      ],
      ['x'],
    ).of('x');
    expect(narrow.every((x) => x > 3 && x < 4)).toBe(true);
  });

  test('put in what the equations given fix, outright or by a root', () => {
    const outright = drawnBy([['=', 'y', ['+', 'x', '1']]], [['>', 'x', '0']], ['y']);
    expect([outright.plan.fixes('y'), outright.plan.fixes('x')]).toEqual([true, false]);
    expect(outright.points.every((at) => at.get('y') === (at.get('x') ?? 0) + 1)).toBe(true);
    const product = [['=', ['*', 'x', 'y'], '6']] as const;
    const [last, first] = [0, 1].map((choice) =>
      drawnBy(
        product,
        [
          ['>', 'x', '0'],
          ['>', 'y', '0'],
        ],
        [],
        choice,
      ),
    );
    expect([last?.plan.fixes('y'), first?.plan.fixes('x')]).toEqual([true, true]);
    for (const found of [last, first]) {
      expect(found?.points.length).toBeGreaterThan(5);
      for (const at of found?.points ?? []) expect((at.get('x') ?? 0) * (at.get('y') ?? 0)).toBeCloseTo(6, 6);
    }
    const [sum, part]: readonly Stated[] = [
      ['=', 'y', ['+', 'x', 'z']],
      ['=', 'z', ['*', '2', 'x']],
    ];
    if (!sum || !part) throw new Error('there are two');
    const two = drawnBy([part, sum], [['>', 'x', '0']], []);
    for (const at of two.points) expect(at.get('y')).toBeCloseTo(3 * (at.get('x') ?? 0), 9);
    // A letter that is put in too early has another value in the end.
    expect(drawnBy([sum, part], [['>', 'x', '0']], []).points).toEqual([]);
    expect(two.points.length).toBeGreaterThan(0);
  });

  test('leave out what no assumption allows', () => {
    expect(
      drawnBy(
        [['=', 'y', ['*', '-1', 'x']]],
        [
          ['>', 'x', '0'],
          ['>', 'y', '0'],
        ],
        [],
      ).points,
    ).toEqual([]);
    // Which of two is the smaller, or the larger, fixes neither.
    for (const [name, sign] of [
      ['min', 1],
      ['max', -1],
    ] as const) {
      const { plan, points } = drawnBy(
        [['=', [name, 'x', 'y'], 'x']],
        [
          ['>', 'x', '0'],
          ['>', 'y', '0'],
        ],
        [],
      );
      expect([plan.fixes('x'), plan.fixes('y')]).toEqual([false, false]);
      expect(points.length).toBeGreaterThan(5);
      expect(points.every((at) => sign * ((at.get('y') ?? 0) - (at.get('x') ?? 0)) > 0)).toBe(true);
    }
  });
});

describe('terms', () => {
  test('letters and numbers', () => {
    expect(lettersIn([['+', 'x', ['*', '2', 'M']], 'x'], { M: ['+', 'n', 'x'] })).toEqual(['x', 'n']);
    expect([isNumber('2'), isNumber('-2/3'), isNumber('x2'), isNumber(['+', '2'])]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('how sides compare', () => {
    const signs = ['<', '<=', '=', '!=', '>=', '>'];
    const of = (gap: number) => signs.filter((sign) => compares(sign, gap));
    expect(of(-1)).toEqual(['<', '<=', '!=']);
    expect(of(0)).toEqual(['<=', '=', '>=']);
    expect(of(1)).toEqual(['!=', '>=', '>']);
    expect(of(Number.NaN)).toEqual([]);
  });

  const CASES: readonly (readonly [Term, number, number])[] = [
    [['+', 'x', '3', 'x'], 7, 2],
    [['*', 'x', 'x', '3'], 12, 12],
    [['^', 'x', '3'], 8, 12],
    [['^', 'x', '-1/2'], 2 ** -0.5, -0.5 * 2 ** -1.5],
    [['exp', ['*', '-1', 'x']], Math.exp(-2), -Math.exp(-2)],
    [['ln', 'x'], Math.LN2, 0.5],
    [['deformed_log', 'x', '1/2'], (1 - 2 ** -0.5) * 2, 2 ** -1.5],
    [['deformed_log', 'x', '0'], Math.LN2, 0.5],
    ['5', 5, 0],
    ['x', 2, 1],
  ];
  test.each(CASES)('%j: %d with slope %d', (term, value, slope) => {
    const at = new Map([['x', 2]]);
    expect(evaluate(term, at, {}, DOUBLE)).toBeCloseTo(value, 12);
    expect(derivative(term, 'x', at, {}, DOUBLE)).toBeCloseTo(slope, 10);
  });

  test('letters are the same residue for the same seed, and of no other', () => {
    const [x, same, other] = [
      letterAt('x', false, '1'),
      letterAt('x', false, '1'),
      letterAt('x', false, '2'),
    ];
    expect(x).toEqual(same);
    expect(x).not.toEqual(other);
    expect(letterAt('y', false, '1')).not.toEqual(x);
  });

  test('made wrong by one: whole numbers and fractions', () => {
    const numbersOf = (right: Term) =>
      mutantsOf({
        index: 0,
        rule: 'rewrite',
        method: null,
        inputs: [],
        output: ['=', 'y', right],
        assumptions: [],
        definitions: {},
      })
        .filter(({ kind }) => kind === 'number')
        .map(({ step }) => step.output?.[2]);
    expect([numbersOf('3'), numbersOf('2/3'), numbersOf('-1/2'), numbersOf('x')]).toEqual([
      ['4'],
      ['5/3'],
      ['1/2'],
      [],
    ]);
  });
});
