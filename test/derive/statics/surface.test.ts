/** Surfaces, signs and conditions of polynomials by hand, in the letters of the baseline. */
import { describe, expect, test } from 'vitest';
import { problemOf } from '../../../src/derive/statics/problem.ts';
import type { Proof } from '../../../src/derive/statics/proof.ts';
import type { Setting } from '../../../src/derive/statics/setting.ts';
import { settingsOf } from '../../../src/derive/statics/setting.ts';
import { Signer } from '../../../src/derive/statics/signing.ts';
import { conditionsFor } from '../../../src/derive/statics/sufficient.ts';
import { type Limit, surfaceOf } from '../../../src/derive/statics/surface.ts';
import { modelOf } from '../../../src/economics/variants/registry.ts';
import type { Polynomial } from '../../../src/kernel/polynomial.ts';
import { printText } from '../../../src/kernel/print-text.ts';

const [setting] = settingsOf(modelOf('baseline')) as [Setting];
const signer = new Signer(problemOf(setting));
const { region } = signer;

/** Terms such as '2 S' or '-1 alpha C C', in the order of their letters. */
const sum = (...terms: readonly string[]): Polynomial =>
  terms.map((text) => {
    const [coefficient = '', ...names] = text.split(' ');
    const powers = new Map<string, number>();
    for (const name of names.toSorted()) powers.set(name, (powers.get(name) ?? 0) + 1);
    return { monomial: [...powers], coefficient: { num: BigInt(coefficient), den: 1n } };
  });

describe('the surface', () => {
  const limit = (one: Limit | null) => one && [one.sign, printText(one.leading)];
  const surface = (...terms: readonly string[]) => {
    const { term, root, training, inference } = surfaceOf(sum(...terms), region);
    return {
      term: printText(term),
      root: root && `${root.name} = ${printText(root.value)}`,
      training: limit(training),
      inference: limit(inference),
    };
  };

  test('is solved for training spend before other letters, and what leads on either side has a sign or none', () => {
    expect(surface('1 S', '-3 C', '-2 I')).toEqual({
      term: 'S - 3*C - 2*I',
      root: 'C = -2/3*I + 1/3*S',
      training: ['unknown', '-3*C + S'],
      inference: ['unknown', '-2*I + S'],
    });
    expect(surface('1 S', '-1 C', '2 I')).toMatchObject({
      root: 'C = 2*I + S',
      training: ['positive', '-C + S'],
      inference: ['positive', '2*I + S'],
    });
  });

  test('leads with the lowest power of what vanishes, without positive factors', () => {
    expect(surface('-2 C C', '1 C I', '-3 I I')).toMatchObject({
      root: null,
      training: ['negative', '-1'],
      inference: ['negative', '-1'],
    });
    expect(surface('-2 C S', '1 S S')).toMatchObject({ training: null, inference: ['positive', '1'] });
    expect(surface('1 gamma I', '1 I I')).toMatchObject({ training: ['unknown', 'gamma'], inference: null });
  });

  test('is solved for a letter that is no exponent, dollars first and logarithms last', () => {
    expect(surface('1 alpha', '-1 gamma').root).toBeNull();
    expect(surface('1 ln_q', '-2 theta').root).toBe('theta = 1/2*ln_q');
    expect(surface('1 S', '-1 theta').root).toBe('S = theta');
    expect(surface('1 S', '-1 I').root).toBe('I = S');
    expect(surface('1 G', '-1 S').root).toBe('S = G');
    expect(surface('1 G', '-1 theta').root).toBe('G = theta');
    expect(surface('1 ln_q', '-1 gamma').root).toBe('ln_q = gamma');
    expect(surface('1 C C', '-2 theta', '1 theta theta').root).toBeNull();
  });
});

describe('signs', () => {
  const told = (proof: Proof | null) => proof && [proof.sign, proof.conditions.length];
  const signs = (...terms: readonly string[]) => {
    const { whole, cases } = signer.sign(sum(...terms));
    return { whole: told(whole), cases: cases.map(({ when, proof }) => [when?.is ?? null, told(proof)]) };
  };

  test('for all parameters at once, by what is known', () => {
    expect(signs('1 S', '-1 C')).toEqual({ whole: ['+', 0], cases: [[null, ['+', 0]]] });
    expect(signs('-1 S', '1 C')).toEqual({ whole: ['-', 0], cases: [[null, ['-', 0]]] });
    expect(signs()).toEqual({ whole: ['0', 0], cases: [[null, ['0', 0]]] });
    expect(signs('1 S', '-2 C')).toEqual({ whole: null, cases: [[null, null]] });
    const profit = signer.sign(sum('1 S', '-1 C')).whole;
    expect(profit?.uses).toEqual(['the firm makes a profit']);
    const loss = signer.sign(sum('-1 S', '1 C')).whole;
    expect(loss?.summands.map((one) => printText(one))).toEqual(
      profit?.summands
        .map((one) => printText(one))
        .map((text) => (text === '-C + S' ? '-(-C + S)' : `-${text}`)),
    );
  });

  test('case by case, on the sign of gamma', () => {
    expect(signs('1 gamma C')).toEqual({
      whole: null,
      cases: [
        ['negative', ['-', 0]],
        ['zero', ['0', 0]],
        ['positive', ['+', 0]],
      ],
    });
    expect(signs('1 C', '2 gamma C')).toEqual({
      whole: null,
      cases: [
        ['negative', null],
        ['zero', ['+', 0]],
        ['positive', ['+', 0]],
      ],
    });
  });

  test('under conditions on the exponents, where no summand would then disagree', () => {
    expect(signs('1 S', '1 alpha C', '-1 beta C')).toEqual({ whole: ['+', 1], cases: [[null, null]] });
  });
});

describe('conditions that suffice', () => {
  const conditions = (...terms: readonly string[]) => {
    const found = conditionsFor(sum(...terms), region);
    return found && [found.sign, ...found.conditions.map(({ term, is }) => `${printText(term)} ${is}`)];
  };

  test('give every summand the sign of those that have one', () => {
    expect(conditions('1 S', '1 alpha C', '-1 beta C')).toEqual(['+', 'alpha - beta non-negative']);
    expect(conditions('-1 S', '1 alpha C', '-1 beta C')).toEqual(['-', '-alpha + beta non-negative']);
    // The same condition twice is one, and positive factors of it go.
    expect(conditions('1 S', '1 alpha C', '-1 beta C', '1 alpha alpha I', '-1 alpha beta I')).toEqual([
      '+',
      'alpha - beta non-negative',
    ]);
    const found = conditionsFor(sum('1 S', '1 alpha C', '-1 beta C'), region);
    expect(found).toMatchObject({ chart: [], uses: [] });
    expect(found?.summands.map((one) => printText(one)).toSorted()).toEqual(['C*(alpha - beta)', 'S']);
    expect(found?.conditions[0]?.because).toBe('sufficient: no summand disagrees');
  });

  test('are none where nothing has a sign, both have, or more than two would be needed', () => {
    expect(conditions('1 alpha C', '-1 beta C')).toBeNull();
    expect(conditions('1 S', '-1 I', '1 alpha C', '-1 beta C')).toBeNull();
    expect(conditions('1 S', '-1 C')).toBeNull();
    expect(conditions('1 S', '1 alpha C', '1 beta C')).toBeNull();
    // A letter of either sign has no part in it.
    expect([...problemOf(setting).system.ring.open]).toContain('ln_a');
    expect(conditions('1 S', '1 alpha ln_a', '-1 beta ln_a')).toBeNull();
    expect(conditions('1 S', '1 alpha C', '-1 beta C', '1 alpha ln_a', '1 beta ln_a')).toBeNull();
    const two = ['1 S', '1 alpha C', '-1 beta C', '1 gamma I', '-1 alpha I'];
    expect(conditions(...two)).toHaveLength(3);
    expect(conditions(...two, '1 gamma G', '-1 beta G')).toBeNull();
  });
});
