/** Laws by regime as claims ask for them: how they read, in text and LaTeX, and how their constants move. */
import { describe, expect, test } from 'vitest';
import type { Regime } from '../../src/asymptotics/law.ts';
import {
  type CaseLaw,
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
import type { Fact } from '../../src/kernel/facts.ts';
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

  test('the limit is the regime without an end', () => {
    const regime = (to: unknown, ...openEnds: string[]) => ({ to, openEnds }) as unknown as Regime;
    expect(last(regime(null))).toBe(true);
    expect(last(regime(null, 'from'))).toBe(true);
    expect(last(regime(null, 'to'))).toBe(false);
    expect(last(regime({}))).toBe(false);
    expect(last(regime({}, 'to'))).toBe(false);
  });

  test('a quantity without a law has none', () => {
    expect(lawsPicked(baseline, 'E', 'nothing' as 'n', last)).toEqual([]);
  });

  test('a fault of ours is not taken for a refusal', () => {
    expect(() => caseOfShapes({} as typeof baseline, 'E', {})).toThrow(TypeError);
  });

  test('shapes: gamma of each sign, and those that turn the regimes round', () => {
    expect(STANDARD_SHAPES.map(({ gamma = 0 }) => Math.sign(gamma))).toEqual([-1, 0, 1]);
    expect(EVERY_SHAPE.slice(0, 3)).toEqual(STANDARD_SHAPES);
    const turned = EVERY_SHAPE.slice(3);
    expect(turned).toHaveLength(2);
    for (const { alpha = 0, beta = 0, gamma = 0 } of turned) {
      expect(1 + beta * gamma).toBeLessThan(0);
      expect(1 + alpha * gamma).toBeGreaterThan(0);
    }
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

describe('how laws read', () => {
  const read = (text: string) => parse(text, baseline.symbols);
  const law = (exponent: string, logPower: string, ...assumed: readonly (readonly [string, Fact['is']])[]) =>
    ({
      one: { assumed: assumed.map(([text, is]) => ({ term: read(text), is, because: '' })) },
      regime: {},
      scaling: { exponent: read(exponent), logPower: read(logPower) },
    }) as unknown as CaseLaw;

  test.each([
    ['0', '0', '1', '1'],
    ['1', '0', 'E', 'E'],
    ['alpha', '0', 'E^(alpha)', 'E^{\\alpha}'],
    ['0', '1', 'ln(E)', '\\ln E'],
    ['0', '2', 'ln(E)^(2)', '(\\ln E)^{2}'],
    ['1', '1', 'E*ln(E)', 'E \\ln E'],
    ['alpha', 'beta', 'E^(alpha)*ln(E)^(beta)', 'E^{\\alpha} (\\ln E)^{\\beta}'],
  ])('E to the %s and its logarithm to the %s', (exponent, logPower, text, tex) => {
    expect(lawText(baseline, 'E', 'n', [law(exponent, logPower, ['gamma', 'zero'])])).toEqual({
      text: `n ~ ${text}`,
      tex: `n \\sim ${tex}`,
    });
  });

  test.each([
    ['n', 'n'],
    ['d', 'd'],
    ['t', 't'],
    ['C_train', 'C'],
  ] as const)('of %s with the letter %s', (quantity, letter) => {
    expect(lawText(baseline, 'D', quantity, [law('1', '0')])).toEqual({
      text: `${letter} ~ D`,
      tex: `${letter} \\sim D`,
    });
  });

  test('of several each with the cases in which it holds, those of one law together', () => {
    const laws = [
      law('1', '0', ['gamma', 'positive'], ['alpha', 'non-zero']),
      law('0', '0', ['gamma', 'zero']),
      law('1', '0', ['gamma', 'negative'], ['beta', 'non-positive']),
    ];
    expect(lawText(baseline, 'E', 'n', laws)).toEqual({
      text: 'n ~ E (gamma > 0, alpha != 0; or gamma < 0, beta <= 0); n ~ 1 (gamma = 0)',
      tex:
        'n \\sim E\\ (\\gamma > 0, \\alpha \\neq 0;\\ \\text{or}\\ \\gamma < 0, \\beta \\leq 0);\\ ' +
        'n \\sim 1\\ (\\gamma = 0)',
    });
    const same = [laws[0], laws[2]].filter((one) => one !== undefined);
    expect(lawText(baseline, 'E', 'n', same)?.text).toBe('n ~ E');
  });
});
