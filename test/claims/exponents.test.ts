/** Laws by regime as claims ask for them: how they read, in text and LaTeX, and how their constants move. */
import { describe, expect, test } from 'vitest';
import {
  caseOfShapes,
  EVERY_SHAPE,
  factTex,
  growthOf,
  hasExponent,
  last,
  lawsPicked,
  lawText,
  named,
  properRegimes,
  STANDARD_SHAPES,
} from '../../src/claims/exponents.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { parse } from '../../src/kernel/parse.ts';
import { FIRM } from '../support/firm.ts';
import { expectGolden } from '../support/goldens.ts';
import { roundedText } from '../support/rounded.ts';

const baseline = modelOf('baseline');
const QUANTITIES = ['n', 'd', 't', 'C_train'] as const;

test('of the baseline, as a file to be read', () => {
  const picks = { 'inference-dominated': named('inference-dominated'), last };
  const rows = Object.entries(picks).flatMap(([name, pick]) =>
    QUANTITIES.map((quantity) => {
      const laws = lawsPicked(baseline, 'E', quantity, pick);
      return {
        asked: `${quantity}, ${name}`,
        law: lawText(baseline, 'E', quantity, laws),
        growth: laws.slice(0, 2).map((law) => growthOf(baseline, law, 'E', ['a', 'omega'], FIRM)),
      };
    }),
  );
  expectGolden('claims/exponents.json', roundedText(rows));
});

describe('what is picked', () => {
  test('cases are found once, and regimes proper leave out the edge of the market', () => {
    const [shapes = {}] = STANDARD_SHAPES;
    const found = caseOfShapes(baseline, 'E', shapes);
    expect(caseOfShapes(baseline, 'E', shapes)).toBe(found);
    expect(caseOfShapes(baseline, 'E', EVERY_SHAPE[1] ?? {})).not.toBe(found);
    expect(found?.regimes.map(({ name }) => name)).toEqual([
      'stay-out',
      'break-even',
      'inference-dominated',
      'training-dominated',
    ]);
    expect(found && properRegimes(found).map(({ name }) => name)).toEqual([
      'inference-dominated',
      'training-dominated',
    ]);
  });

  test('a case without the regime has no law, and no laws have no text', () => {
    expect(lawsPicked(baseline, 'E', 'n', named('data-bound'))).toEqual([]);
    expect(lawText(baseline, 'E', 'n', [])).toBeNull();
    expect(lawsPicked(baseline, 'E', 'n', last, STANDARD_SHAPES.slice(0, 1))).toHaveLength(1);
    expect(lawsPicked(baseline, 'E', 'n', last, [])).toEqual([]);
  });

  test('where the engine refuses the question there is no law', () => {
    expect(caseOfShapes(baseline, 'T', STANDARD_SHAPES[0] ?? {})).toBeNull();
    expect(caseOfShapes(baseline, 'T', STANDARD_SHAPES[0] ?? {})).toBeNull();
    expect(lawsPicked(baseline, 'T', 'n', last, STANDARD_SHAPES)).toEqual([]);
  });
});

test('an exponent is the one claimed, or not', () => {
  const claimed = (text: string) => parse(text, baseline.symbols);
  const [inference] = lawsPicked(baseline, 'E', 'n', named('inference-dominated'));
  if (!inference) throw new Error('there is a law');
  expect(hasExponent(baseline, inference, claimed('1/(1 + alpha*gamma)'))).toBe(true);
  expect(hasExponent(baseline, inference, claimed('1/(1 + beta*gamma)'))).toBe(false);
  const zero = lawsPicked(baseline, 'E', 'n', last, [{ alpha: 0.34, beta: 0.28, gamma: 0 }])[0];
  if (!zero) throw new Error('there is a law');
  // n ~ (E ln E)^(1/k): the power is right and the logarithm is not.
  expect(hasExponent(baseline, zero, claimed('beta/(alpha + beta)'))).toBe(false);
});

test('facts as LaTeX', () => {
  const term = parse('alpha*gamma', baseline.symbols);
  const of = (is: Parameters<typeof factTex>[0]['is']) => factTex({ term, is, because: '' }, baseline);
  expect(
    (['positive', 'negative', 'zero', 'non-zero', 'non-negative', 'non-positive'] as const).map(of),
  ).toEqual([
    '\\alpha\\gamma > 0',
    '\\alpha\\gamma < 0',
    '\\alpha\\gamma = 0',
    '\\alpha\\gamma \\neq 0',
    '\\alpha\\gamma \\geq 0',
    '\\alpha\\gamma \\leq 0',
  ]);
});

test('elasticities of a law are those of its formula by hand', () => {
  const [law] = lawsPicked(baseline, 'E', 'n', named('inference-dominated'));
  if (!law) throw new Error('there is a law');
  // n_I = (omega alpha E/(2 a^gamma))^(1/(1 + alpha gamma)).
  const power = 1 / (1 + 0.34 * -0.5);
  const found = growthOf(baseline, law, 'E', ['a', 'omega', 'b'], FIRM);
  expect(Object.keys(found ?? {})).toEqual(['a', 'omega', 'b', 'E']);
  expect(found?.a).toBeCloseTo(0.5 * power, 12);
  expect(found?.omega).toBeCloseTo(power, 12);
  expect(found?.b).toBe(0);
  expect(found?.E).toBeCloseTo(power, 12);
  const open = { ...law, scaling: { ...law.scaling, constant: null } };
  expect(growthOf(baseline, open, 'E', ['a'], FIRM)).toBeNull();
});
