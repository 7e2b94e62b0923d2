/** Each part of the step checker by itself, at the places where it gives up, refuses or has no value. */
import { describe, expect, test } from 'vitest';
import { DERIVATIONS } from '../../derivations/registry.ts';
import { certify } from '../../src/derive/recheck/certificate.ts';
import { checkStep } from '../../src/derive/recheck/check.ts';
import { DOUBLE, derivative, evaluate } from '../../src/derive/recheck/evaluate.ts';
import { residues, Unlucky } from '../../src/derive/recheck/exact.ts';
import { goalsOf } from '../../src/derive/recheck/goals.ts';
import { mutantsOf } from '../../src/derive/recheck/mutate.ts';
import { type CertifiedStep, readCertificate, type Stated } from '../../src/derive/recheck/read.ts';
import { recheckCertificate, recheckDerivation, recheckedText } from '../../src/derive/recheck/recheck.ts';
import { rational } from '../../src/kernel/rational.ts';

const SEED = 20260514;
const step = (given: Partial<CertifiedStep>): CertifiedStep => ({
  ...{ index: 0, rule: 'rewrite', method: null, inputs: [], output: null, assumptions: [], definitions: {} },
  ...given,
});
const outcomeOf = (given: Partial<CertifiedStep>): string => {
  const { outcome, why } = checkStep(step(given), SEED);
  return outcome === 'not-judged' ? why : outcome;
};
const NOWHERE: readonly Stated[] = [
  ['>', 'x', '1'],
  ['<', 'x', '0'],
];
const NO_POINT = 'no point was found at which its inputs and assumptions hold';

describe('evaluation', () => {
  const at = (x: number) => new Map([['x', x]]);

  test('knows the larger of two, and no function beyond its list', () => {
    expect(evaluate(['max', 'x', '2'], at(1), {}, DOUBLE)).toBe(2);
    expect(evaluate(['min', 'x', '2'], at(1), {}, DOUBLE)).toBe(1);
    expect(() => evaluate(['sinh', 'x'], at(1), {}, DOUBLE)).toThrow('sinh is not known to the step checker');
    expect(() => evaluate('z', at(1), {}, DOUBLE)).toThrow('z is not known to the step checker');
  });

  test('has slopes of exponentials and logarithms, and of no kink', () => {
    const deformed = derivative(['deformed_log', 'x', '1/2'], 'x', at(4), {}, DOUBLE);
    expect(deformed).toBeCloseTo(4 ** -1.5, 12);
    expect(derivative(['exp', ['*', '2', 'x']], 'x', at(1), {}, DOUBLE)).toBeCloseTo(2 * Math.exp(2), 12);
    expect(derivative(['ln', ['*', '2', 'x']], 'x', at(4), {}, DOUBLE)).toBeCloseTo(0.25, 12);
    expect(derivative(['^', '2', 'x'], 'x', at(3), {}, DOUBLE)).toBeCloseTo(8 * Math.LN2, 12);
    expect(() => derivative(['min', 'x', '2'], 'x', at(1), {}, DOUBLE)).toThrow('the derivative of min');
  });
});

describe('exact evaluation', () => {
  const field = residues();
  const [nought, two, less] = [field.whole(0n), field.whole(2n), field.whole(-1n)];

  test('divides by zero nowhere', () => {
    expect(() => field.pow(nought, less)).toThrow(Unlucky);
    expect(field.pow(nought, two)).toEqual({ at: 0n, as: 0n });
    expect(field.pow(nought, field.whole(0n))).toEqual({ at: 1n, as: null });
  });

  test('draws again where there is no root', () => {
    const root = ['^', ['+', 'x', '1'], 'c'] as const;
    const output = ['=', ['*', root, root], ['^', ['+', 'x', '1'], ['*', '2', 'c']]] as const;
    expect(checkStep(step({ output, assumptions: [['>', 'x', '0']] }), SEED)).toMatchObject({
      outcome: 'accepted',
      exact: true,
    });
  });
});

describe('steps', () => {
  test('in words, to leading order, or by a rule that is an input are not judged', () => {
    expect(goalsOf(step({}))).toEqual([]);
    expect(outcomeOf({})).toBe('rewrite');
    expect(outcomeOf({ rule: 'assume', output: ['>', 'x', '0'] })).toBe('input');
    expect(outcomeOf({ rule: 'argument', output: ['>', 'x', '0'] })).toBe('argument');
    expect(outcomeOf({ output: ['~', 'x', 'y'] })).toBe('leading order');
    expect(outcomeOf({ inputs: [['~', 'x', 'y']], output: ['=', 'x', 'y'] })).toBe('leading order');
    expect(outcomeOf({ output: ['=', ['sinh', 'x'], 'x'] })).toBe('sinh is not known to the step checker');
  });

  test('a derivative set to zero is that derivative', () => {
    const inputs: readonly Stated[] = [['=', 'y', ['*', '2', 'x']]];
    expect(outcomeOf({ rule: 'stationary', inputs, output: ['=', ['*', '2', 'x'], '0'] })).toBe('accepted');
    expect(outcomeOf({ rule: 'stationary', inputs, output: ['=', ['*', '3', 'x'], '0'] })).toBe('rejected');
  });

  test('limits are taken near the limit', () => {
    const quotient = ['*', ['+', ['^', 'q', 'g'], '-1'], ['^', 'g', '-1']] as const;
    const limit = {
      rule: 'limit',
      method: 'g to 0',
      inputs: [['=', 'y', quotient]],
      assumptions: [['>', 'q', '0']],
    } as const;
    expect(outcomeOf({ ...limit, output: ['=', 'y', ['ln', 'q']] })).toBe('accepted');
    expect(outcomeOf({ ...limit, output: ['=', 'y', ['*', '2', ['ln', 'q']]] })).toBe('rejected');
    const small = { ...limit, inputs: [['=', 'y', ['*', '1/100000', quotient]]] as const };
    expect(outcomeOf({ ...small, output: ['=', 'y', ['*', '1/100000', ['ln', 'q']]] })).toBe('accepted');
    expect(outcomeOf({ ...small, output: ['=', 'y', ['*', '1/100001', ['ln', 'q']]] })).toBe('rejected');
  });

  test('what is too large for a number is decided exactly, or not at all', () => {
    const large = ['exp', ['*', '1000', 'x']] as const;
    const assumptions: readonly Stated[] = [['>', 'x', '1']];
    expect(checkStep(step({ output: ['=', large, large], assumptions }), SEED)).toMatchObject({
      outcome: 'accepted',
      exact: true,
      worst: 0,
    });
    expect(outcomeOf({ output: ['=', large, ['*', '2', large]], assumptions })).toBe(NO_POINT);
  });

  test('sides that are one: not smaller, but not larger either', () => {
    expect(outcomeOf({ output: ['<', 'x', ['+', 'x', '0']] })).toBe(NO_POINT);
    expect(outcomeOf({ output: ['<=', 'x', ['+', 'x', '0']] })).toBe('accepted');
    expect(outcomeOf({ output: ['>=', 'x', ['+', 'x', '0']] })).toBe('accepted');
    expect(outcomeOf({ output: ['>', 'x', ['+', 'x', '1']] })).toBe('rejected');
  });

  test('of which of two is the smaller follows how they compare', () => {
    const inputs: readonly Stated[] = [['=', ['min', 'x', 'y'], 'x']];
    expect(outcomeOf({ inputs, output: ['<=', 'x', 'y'] })).toBe('accepted');
    expect(outcomeOf({ inputs, output: ['>=', 'x', 'y'] })).toBe('rejected');
  });

  test('an equation between numbers fixes no letter', () => {
    expect(outcomeOf({ inputs: [['=', '2', '2']], output: ['=', ['+', 'x', 'x'], ['*', '2', 'x']] })).toBe(
      'accepted',
    );
  });

  test('a letter put in counts where what it is put into has a value', () => {
    const put = { rule: 'substitute', inputs: [['=', 'y', ['ln', 'x']] as const, ['=', 'x', 'z'] as const] };
    expect(outcomeOf({ ...put, output: ['=', 'y', ['ln', 'z']] })).toBe('accepted');
    expect(outcomeOf({ ...put, output: ['=', 'y', ['ln', ['*', '2', 'z']]] })).toBe('rejected');
  });

  test('where there is no point an equation holds if it is exact, and a root of a square is none', () => {
    const doubled = ['+', 'x', 'x'] as const;
    expect(outcomeOf({ output: ['=', doubled, ['*', '2', 'x']], assumptions: NOWHERE })).toBe('accepted');
    expect(outcomeOf({ output: ['<', doubled, ['*', '3', 'x']], assumptions: NOWHERE })).toBe(NO_POINT);
    const put = { rule: 'substitute', inputs: [['<', 'y', 'x'] as const, ['=', 'x', 'z'] as const] };
    expect(outcomeOf({ ...put, output: ['<', 'y', 'z'], assumptions: NOWHERE })).toBe('accepted');
    const quadratic = { rule: 'solve', method: 'quadratic', inputs: [['=', ['^', 'x', '2'], '4'] as const] };
    expect(outcomeOf({ ...quadratic, output: ['=', 'x', '2'] })).toBe('accepted');
    expect(outcomeOf({ ...quadratic, output: ['=', 'x', '3'] })).toBe('rejected');
    expect(outcomeOf({ ...quadratic, output: ['=', 'x', '2'], assumptions: NOWHERE })).toBe('rejected');
  });
});

describe('certificates', () => {
  test('define terms', () => {
    const steps = [step({ definitions: { k: 3 as unknown as string } })];
    expect(() => readCertificate(JSON.stringify({ id: 'x', steps }))).toThrow('defines what is no term');
  });

  test('hold the bounds of letters, from below and from above, with their ends and without', () => {
    const derivation = DERIVATIONS['best-sales']();
    const delta = derivation.symbols.get('delta');
    if (!delta) throw new Error('no delta');
    const boundsWith = (open: boolean): string => {
      const domain = { lower: { at: rational(0), open }, upper: { at: rational(1), open } };
      const steps = derivation.steps.map((own) => ({
        ...own,
        symbols: new Map([...own.symbols, ['delta', { ...delta, domain }]]),
      }));
      return JSON.stringify(certify({ ...derivation, steps }));
    };
    expect(boundsWith(true)).toMatch(/\[">","delta","0"\],\["<","delta","1"\]/);
    expect(boundsWith(false)).toMatch(/\[">=","delta","0"\],\["<=","delta","1"\]/);
  });

  test('say how many steps of each kind are not judged', () => {
    const words = step({ rule: 'argument', output: ['>', 'x', '0'] });
    const { accepted, notJudged } = recheckCertificate(
      JSON.stringify({ id: 'x', steps: [words, words] }),
      SEED,
    );
    expect([accepted, notJudged]).toEqual([0, { argument: 2 }]);
  });

  test('made wrong: nothing is dropped of what is one part, and words have no mutants', () => {
    expect(mutantsOf(step({}))).toEqual([]);
    const kinds = (output: Stated): readonly string[] => mutantsOf(step({ output })).map(({ kind }) => kind);
    expect(kinds(['=', 'y', ['+', 'x']])).toEqual([]);
    expect(kinds(['=', 'y', ['*', 'x']])).toEqual(['sign']);
    expect(kinds(['=', 'y', ['^', 'x', '2']])).toEqual(['exponent', 'number']);
    expect(kinds(['<', 'y', 'x'])).toEqual(['sign']);
  });

  test('are judged once for a seed, and what is said of them counts the steps', () => {
    const derivation = DERIVATIONS['best-sales']();
    const row = recheckDerivation(derivation, SEED);
    expect(recheckDerivation(derivation, SEED)).toBe(row);
    const clean = { ...row, notJudged: {} };
    expect(recheckedText([])).toBeNull();
    expect(recheckedText([clean])).toBe(`${row.accepted} steps of a derivation`);
    expect(recheckedText([clean, clean])).toBe(`${2 * row.accepted} steps of 2 derivations`);
    expect(recheckedText([{ ...row, notJudged: { argument: 2 } }])).toMatch(/; 2 more in words/);
    const rejected = [{ step: 1, rule: 'rewrite', why: 'it does not hold at a point' }];
    expect(recheckedText([clean, { ...row, rejected }])).toBeNull();
  });
});
