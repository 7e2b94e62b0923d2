/** Splitting on signs: what is asked for, which cases follow, what each assumes, and which are empty. */
import { describe, expect, test } from 'vitest';
import {
  type Case,
  caseOf,
  inCase,
  needSign,
  overCases,
  overSteps,
  primitive,
  SignNeeded,
  signAt,
  signOfNumber,
  whereZero,
  witnessOf,
} from '../../src/asymptotics/cases.ts';
import { polynomialTerm } from '../../src/kernel/normal/to-term.ts';
import { parse } from '../../src/kernel/parse.ts';
import type { Polynomial } from '../../src/kernel/polynomial.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import { between, joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { letter } from '../support/terms.ts';
import { caseUnder, read, told, under } from './small.ts';

const ratio = (text: string): Ratio => shapeRatio(read(text), under()) as Ratio;
const polynomial = (text: string): Polynomial => ratio(text).num;
const write = (p: Polynomial): string => printText(polynomialTerm(p));

/** The polynomial that is asked for, or the sign. */
function asked(text: string, ...facts: readonly string[]): string {
  try {
    return needSign(ratio(text), under(...facts));
  } catch (error) {
    if (!(error instanceof SignNeeded)) throw error;
    expect(error.message).toBe(`the sign of ${write(error.polynomial)} is needed`);
    expect(error.more).toEqual([]);
    return write(error.polynomial);
  }
}

describe('the sign that is needed', () => {
  test('is told where the letters or the facts tell it', () => {
    expect(asked('p')).toBe('positive');
    expect(asked('-p*q')).toBe('negative');
    expect(asked('p-p')).toBe('zero');
    expect(asked('s', 's > 0')).toBe('positive');
    expect(asked('h - 1')).toBe('negative');
    expect(asked('(s-1)*p', 's - 1 > 0')).toBe('positive');
    expect(asked('p/(1-s)', 's - 1 > 0')).toBe('negative');
    // A product of several that facts tell one by one.
    const facts = ['s - p > 0', 'q - 1 > 0', 'p - 2 > 0'];
    expect(asked('(s-p)*(q-1)*(p-2)', ...facts)).toBe('positive');
    expect(asked('(s-p)*(1-q)*(p-2)', ...facts)).toBe('negative');
    expect(asked('(s-p)*(q-1)/((2-p)*(q-1)*(s-p) - 2*(s-p)*(p-2)*(q-1))', ...facts)).toBe('negative');
  });
  test('is asked of what is open alone, its first coefficient 1: factors of known sign are left out', () => {
    expect(asked('s')).toBe('s');
    expect(asked('-3*s')).toBe('s');
    expect(asked('2*p*s')).toBe('s');
    expect(asked('(p-1)*p/q')).toBe('p - 1');
    expect(asked('2 - 4*p')).toBe('2*p - 1');
    // The denominator first.
    expect(asked('(p-1)/(q-1)')).toBe('q - 1');
    expect(asked('(p-1)/(q-1)', 'q - 1 > 0')).toBe('p - 1');
    expect(asked('s', 's >= 0')).toBe('s');
  });
});

test('a polynomial up to a positive or negative number', () => {
  expect(write(primitive(polynomial('4*p - 2')))).toBe('2*p - 1');
  expect(write(primitive(polynomial('-4*p + 2')))).toBe('2*p - 1');
  expect(write(primitive(polynomial('p/2 + 1/3')))).toBe('3*p + 2');
});

test('a number is zero but for rounding, or has a sign', () => {
  expect([1e-11, -1e-11, 1e-13, -1e-13, 0, 1e-12, -1e-12].map(signOfNumber)).toEqual([
    'positive',
    'negative',
    'zero',
    'zero',
    'zero',
    'zero',
    'zero',
  ]);
});

test('the sign that numbers tell, null where one is missing', () => {
  const at = (values: Readonly<Record<string, number>>): Case => ({ ...caseUnder(), at: values });
  expect(signAt(polynomial('p - q'), at({ p: 2, q: 1 }))).toBe('positive');
  expect(signAt(polynomial('p - q'), at({ p: 1, q: 2 }))).toBe('negative');
  expect(signAt(polynomial('p - q'), at({ p: 0.1 + 0.2, q: 0.3 }))).toBe('zero');
  expect(signAt(polynomial('p - q'), at({ p: 1 }))).toBeNull();
  expect(signAt(polynomial('p - q'), caseUnder())).toBeNull();
});

/** A step that wants signs of all the ratios, one after another, and answers them. */
const wanting =
  (...texts: readonly string[]) =>
  ({ context, fixed }: Case): string =>
    texts
      .map((text) =>
        needSign(shapeRatio(inCase(read(text), { context, fixed, assumed: [] }), context) as Ratio, context),
      )
      .join(' ');

const casesOf = (start: Case, ...texts: readonly string[]): string =>
  told(
    overCases(start, wanting(...texts)).map((outcome) => ({
      assumed: outcome.case.assumed,
      fixed: outcome.case.fixed,
      facts: outcome.case.context.facts,
      outcome: outcome.kind === 'done' ? outcome.result : `${outcome.kind}: ${outcome.needs}`,
    })),
  );

describe('every case of a sign', () => {
  test('negative, zero with a letter expressed by the others, positive', () => {
    expect(casesOf(caseUnder(), 's - p')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - p - s is negative: one of the cases of its sign
        fixed:
        facts:
          - p - s is negative: one of the cases of its sign
        outcome: "positive"
      -
        assumed:
          - s - p is zero: one of the cases of its sign
        fixed:
          s: p
        facts: none
        outcome: "zero"
      -
        assumed:
          - p - s is positive: one of the cases of its sign
        fixed:
        facts:
          - p - s is positive: one of the cases of its sign
        outcome: "negative""
    `);
  });
  test('not the one that the facts rule out', () => {
    expect(casesOf(caseUnder('s >= 0'), 's')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - s is zero: one of the cases of its sign
        fixed:
          s: 0
        facts: none
        outcome: "zero"
      -
        assumed:
          - s is positive: one of the cases of its sign
        fixed:
        facts:
          - s is non-negative: given
          - s is positive: one of the cases of its sign
        outcome: "positive""
    `);
    expect(casesOf(caseUnder('s <= 0'), 's')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - s is negative: one of the cases of its sign
        fixed:
        facts:
          - s is non-positive: given
          - s is negative: one of the cases of its sign
        outcome: "negative"
      -
        assumed:
          - s is zero: one of the cases of its sign
        fixed:
          s: 0
        facts: none
        outcome: "zero""
    `);
    // h = 2 p lies in its domain for p < 1/2.
    expect(casesOf(caseUnder(), 'h - 2*p')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - h - 2*p is negative: one of the cases of its sign
        fixed:
        facts:
          - h - 2*p is negative: one of the cases of its sign
        outcome: "negative"
      -
        assumed:
          - h - 2*p is zero: one of the cases of its sign
        fixed:
          h: 2*p
        facts:
          - 2*p is positive: h lies in its domain
          - -2*p + 1 is positive: h lies in its domain
        outcome: "zero"
      -
        assumed:
          - h - 2*p is positive: one of the cases of its sign
        fixed:
        facts:
          - h - 2*p is positive: one of the cases of its sign
        outcome: "positive""
    `);
    expect(casesOf(caseUnder('p - q > 0'), 'h*p - h*q - s^2*p^2 - 1')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - h*p - h*q - p^2*s^2 - 1 is negative: one of the cases of its sign
        fixed:
        facts:
          - p - q is positive: given
          - h*p - h*q - p^2*s^2 - 1 is negative: one of the cases of its sign
        outcome: "negative"
      -
        assumed:
          - h + (-p^2*s^2 - 1)/(p - q) is zero: one of the cases of its sign
        fixed:
          h: -(-p^2*s^2 - 1)/(p - q)
        facts:
          - -(-p^2*s^2 - 1)/(p - q) is positive: h lies in its domain
          - (-p^2*s^2 - 1)/(p - q) + 1 is positive: h lies in its domain
          - p - q is positive: given
        outcome: "zero"
      -
        assumed:
          - h*p - h*q - p^2*s^2 - 1 is positive: one of the cases of its sign
        fixed:
        facts:
          - p - q is positive: given
          - h*p - h*q - p^2*s^2 - 1 is positive: one of the cases of its sign
        outcome: "positive""
    `);
  });
  test('none where several facts together tell the sign', () => {
    expect(casesOf(caseUnder('s - 1 > 0', 'p - 2 > 0'), 's*p - p - s + 1')).toMatchInlineSnapshot(`
      "
      -
        assumed: none
        fixed:
        facts:
          - s - 1 is positive: given
          - p - 2 is positive: given
        outcome: "positive""
    `);
    expect(casesOf(caseUnder('s + p > 0', 's - p > 0'), 's')).toMatchInlineSnapshot(`
      "
      -
        assumed: none
        fixed:
        facts:
          - s + p is positive: given
          - s - p is positive: given
        outcome: "positive""
    `);
  });
  test('nor where a combination of them does, which is a fact from then on and no assumption', () => {
    // p s - 1 = p (s - 1) + (p - 2) + 1.
    expect(casesOf(caseUnder('s - 1 > 0', 'p - 2 > 0'), 'p*s - 1', '1 - p*s')).toMatchInlineSnapshot(`
      "
      -
        assumed: none
        fixed:
        facts:
          - s - 1 is positive: given
          - p - 2 is positive: given
          - p*s - 1 is positive: follows from the other assumptions
        outcome: "positive negative""
    `);
  });
  test('nor zero where it is known not to be', () => {
    const apart = { term: read('s'), is: 'non-zero', because: 'given' } as const;
    const outcomes = overCases(caseOf({ ...under(), facts: [apart] }), wanting('s'));
    expect(outcomes.map((outcome) => outcome.kind === 'done' && outcome.result)).toEqual([
      'negative',
      'positive',
    ]);
  });
  test('what vanishes nowhere that can be told is undecided there', () => {
    expect(casesOf(caseUnder(), 's^2 + p^2 - 1')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - p^2 + s^2 - 1 is negative: one of the cases of its sign
        fixed:
        facts:
          - p^2 + s^2 - 1 is negative: one of the cases of its sign
        outcome: "negative"
      -
        assumed: none
        fixed:
        facts: none
        outcome: "undecided: what follows from p^2 + s^2 - 1 = 0"
      -
        assumed:
          - p^2 + s^2 - 1 is positive: one of the cases of its sign
        fixed:
        facts:
          - p^2 + s^2 - 1 is positive: one of the cases of its sign
        outcome: "positive""
    `);
  });
  test('only the one in which given numbers lie', () => {
    const at = (values: Readonly<Record<string, number>>): Case => ({ ...caseUnder(), at: values });
    expect(casesOf(at({ s: 1 }), 's')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - s is positive: one of the cases of its sign
        fixed:
        facts:
          - s is positive: one of the cases of its sign
        outcome: "positive""
    `);
    expect(casesOf(at({ s: -1 }), 's')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - s is negative: one of the cases of its sign
        fixed:
        facts:
          - s is negative: one of the cases of its sign
        outcome: "negative""
    `);
    expect(casesOf(at({ s: 0 }), 's')).toMatchInlineSnapshot(`
      "
      -
        assumed:
          - s is zero: one of the cases of its sign
        fixed:
          s: 0
        facts: none
        outcome: "zero""
    `);
  });
  test('until there are too many', () => {
    let asks = 0;
    const outcomes = overCases({ ...caseUnder(), at: { s: 100 } }, () => {
      asks++;
      throw new SignNeeded(polynomial(`s - ${asks}`));
    });
    expect(asks).toBe(13);
    expect(outcomes).toMatchObject([{ kind: 'undecided', needs: 'the sign of s - 13' }]);
  });
  test('whichever branch it is that asks again and again', () => {
    /** How often a step asks that asks on one branch alone. */
    const asks = (start: Case, is: string, next: (times: number) => string): number => {
      let times = 0;
      const outcomes = overCases(start, ({ assumed }) => {
        if (!assumed.every((one) => one.is === is)) return;
        times++;
        throw new SignNeeded(polynomial(next(times)));
      });
      expect(outcomes.filter(({ kind }) => kind === 'undecided')).toMatchObject([
        { needs: `the sign of ${write(polynomial(next(13)))}` },
      ]);
      return times;
    };
    expect(asks(caseUnder(), 'negative', (k) => `s + ${k}`)).toBe(13);
    expect(asks(caseUnder(), 'positive', (k) => `s - ${k}`)).toBe(13);
    expect(asks(caseUnder(), 'zero', () => 's')).toBe(13);
    expect(asks({ ...caseUnder(), at: { s: 0 } }, 'zero', () => 's')).toBe(13);
    // Signs that follow are no assumptions: p s is above 2.
    const facts = ['s - 1 > 0', 'p - 2 > 0'];
    expect(asks(caseUnder(...facts), 'negative', (k) => `p*s - 1 - 1/${k}`)).toBe(13);
  });
  test('another error is no question of a sign', () => {
    const fault = (): never => {
      throw new RangeError('no sign');
    };
    expect(() => overCases(caseUnder(), fault)).toThrow('no sign');
    expect(() => overSteps([1], fault, caseUnder())).toThrow('no sign');
  });
});

describe('steps that want signs', () => {
  const step = (text: string): string => needSign(ratio(text), under());
  test('are run one by one where all is known', () => {
    expect(overSteps(['p', '-q'], step, caseUnder())).toEqual(['positive', 'negative']);
  });
  const needs = (at?: Readonly<Record<string, number>>): SignNeeded => {
    try {
      overSteps(['s', 'p', 'p - q', 's - 1'], step, { ...caseUnder(), ...(at && { at }) });
    } catch (error) {
      if (error instanceof SignNeeded) return error;
    }
    throw new Error('no sign was needed');
  };
  test('ask for all that numbers tell at once', () => {
    const { polynomial: first, more } = needs({ s: 3, p: 2, q: 1 });
    expect([first, ...more].map(write)).toEqual(['s', 'p - q', 's - 1']);
    const { polynomial: negative, more: others } = needs({ s: -3, p: 1, q: 2 });
    expect([negative, ...others].map(write)).toEqual(['s', 'p - q', 's - 1']);
  });
  test('ask for the first that numbers do not tell', () => {
    expect([needs(), needs({ s: 0, p: 1, q: 2 })].map(({ polynomial: p, more }) => [write(p), more])).toEqual(
      [
        ['s', []],
        ['s', []],
      ],
    );
    expect(write(needs({ s: 1 }).polynomial)).toBe('p - q');
    expect(write(needs({ s: 2, p: 1, q: 1 }).polynomial)).toBe('p - q');
  });
  test('which are then assumed together, but for those that follow', () => {
    const run = (here: Case): readonly string[] =>
      overSteps(['s', 's - 1', 's + p', 'p - q'], (text) => needSign(ratio(text), here.context), here);
    const [only, other] = overCases({ ...caseUnder(), at: { s: 3, p: 2, q: 1 } }, run);
    expect(other).toBeUndefined();
    expect(only).toMatchObject({ kind: 'done', result: ['positive', 'positive', 'positive', 'positive'] });
    expect(told(only?.case.assumed)).toMatchInlineSnapshot(`
      "
      - s is positive: one of the cases of its sign
      - s - 1 is positive: one of the cases of its sign
      - p - q is positive: one of the cases of its sign"
    `);
    expect(told(only?.case.context.facts)).toMatchInlineSnapshot(`
      "
      - s is positive: one of the cases of its sign
      - s - 1 is positive: one of the cases of its sign
      - p - q is positive: one of the cases of its sign"
    `);
    const [turned] = overCases({ ...caseUnder(), at: { s: -3, p: 1, q: 2 } }, run);
    expect(turned).toMatchObject({ result: ['negative', 'negative', 'negative', 'negative'] });
    expect(told(turned?.case.context.facts)).toMatchInlineSnapshot(`
      "
      - s is negative: one of the cases of its sign
      - p + s is negative: one of the cases of its sign
      - p - q is negative: one of the cases of its sign"
    `);
  });
  test('what follows from those before it by a combination is no assumption', () => {
    const run = (here: Case): readonly string[] =>
      overSteps(['s - 1', 'p - 2', 'p*s - 1'], (text) => needSign(ratio(text), here.context), here);
    const [only] = overCases({ ...caseUnder(), at: { s: 2, p: 3 } }, run);
    expect(told([only?.case.assumed, only?.case.context.facts])).toMatchInlineSnapshot(`
      "
      -
        - s - 1 is positive: one of the cases of its sign
        - p - 2 is positive: one of the cases of its sign
      -
        - s - 1 is positive: one of the cases of its sign
        - p - 2 is positive: one of the cases of its sign
        - p*s - 1 is positive: follows from the other assumptions"
    `);
  });
});

describe('where a polynomial vanishes', () => {
  const where = (text: string, ...facts: readonly string[]): string => {
    const found = whereZero(caseUnder(...facts), polynomial(text));
    return typeof found === 'string' ? found : told({ fixed: found.fixed, facts: found.context.facts });
  };
  test('a letter is what the others make it, and in its domain', () => {
    expect(where('s - p')).toMatchInlineSnapshot(`
      "
      fixed:
        s: p
      facts: none"
    `);
    expect(where('h - q', 'p - h > 0')).toMatchInlineSnapshot(`
      "
      fixed:
        h: q
      facts:
        - q is positive: h lies in its domain
        - -q + 1 is positive: h lies in its domain
        - p - q is positive: given"
    `);
    expect(where('p - q - 1')).toMatchInlineSnapshot(`
      "
      fixed:
        p: -(-q - 1)
      facts:
        - -(-q - 1) is positive: p lies in its domain"
    `);
  });
  test('the ends of a domain belong to it where it is closed', () => {
    const [low, high] = [1n, 2n].map((num) => ({ at: { num, den: 1n }, open: false }));
    if (!low || !high) throw new Error('no ends');
    const symbols = joinTables(symbolTable(letter('k', between(low, high), 'shape')), under().symbols);
    const at = (text: string): string => {
      const { num } = shapeRatio(parse(text, symbols), { symbols, facts: [] }) as Ratio;
      const found = whereZero(caseOf({ symbols, facts: [] }), num);
      return typeof found === 'string' ? found : told(found.context.facts);
    };
    expect(at('k - q')).toMatchInlineSnapshot(`
      "
      - q - 1 is non-negative: k lies in its domain
      - -q + 2 is non-negative: k lies in its domain"
    `);
    expect([at('k - 1'), at('k - 2')]).toEqual([' none', ' none']);
    expect([at('2*k - 1'), at('k - 3')]).toEqual(['none', 'none']);
  });
  test('nowhere where that contradicts a domain or a fact of any kind', () => {
    expect(where('p + 1')).toBe('none');
    expect(where('h - 1')).toBe('none');
    expect(where('h')).toBe('none');
    expect(where('h - 1/2')).not.toBe('none');
    for (const fact of [
      's - 2 > 0',
      '1 - s > 0',
      's - 1 < 0',
      's - 1 > 0',
      's - 3 = 0',
      's - 2 >= 0',
      '-s >= 0',
      's <= 0',
      '2 - s <= 0',
    ])
      expect(where('s - 1', fact), fact).toBe('none');
    for (const fact of ['s > 0', 's - 1 >= 0', 's - 1 <= 0', 's - 1 = 0', 's - 2 < 0', '1 - s <= 0'])
      expect(where('s - 1', fact), fact).not.toBe('none');
    expect(where('s - 1', 's + 1 = 0')).toBe('none');
    // What is then never positive is not positive, and what is never negative not negative.
    expect(where('p - q', 's >= 0', 'q - p - s > 0')).toBe('none');
    expect(where('p - q', 's >= 0', 's + p - q < 0')).toBe('none');
    expect(where('p - q', 's >= 0', 's + p - q >= 0')).not.toBe('none');
    const apart = { term: read('s - 1'), is: 'non-zero', because: 'given' } as const;
    expect(whereZero(caseOf({ ...under(), facts: [apart] }), polynomial('s - 1'))).toBe('none');
    expect(whereZero(caseOf({ ...under(), facts: [apart] }), polynomial('s - 2'))).not.toBe('none');
    // p s is above 2, which no fact says alone: 1 - p s > 0 is false.
    expect(where('q - 1', 's - 1 > 0', 'p - 2 > 0', 'q - p*s > 0')).toBe('none');
    expect(where('q - 3', 's - 1 > 0', 'p - 2 > 0', 'q - p*s > 0')).not.toBe('none');
    // Not by one fact alone, but by two.
    expect(where('s - p', 's + q < 0')).toBe('none');
    expect(where('s - p - q', 'p - 1 > 0', 's - q - 1 < 0')).toBe('none');
  });
  test('not told where no letter stands in it by its first power alone', () => {
    expect(where('s^2 - 2')).toBe('unsolved');
    expect(where('p^2*q^2 - 1')).toBe('unsolved');
  });
  test('what was fixed before is fixed in the letters that are left', () => {
    const before: Case = { ...caseUnder(), fixed: { q: read('s + 1') }, at: { p: 2 } };
    const found = whereZero(before, polynomial('s - p'));
    expect(told(found)).toContain('q: p + 1');
    expect(found).toMatchObject({ at: { p: 2 } });
  });
});

test('numbers at which a case holds, of the letters that are not fixed', () => {
  const found = witnessOf({ ...caseUnder('s - p > 0', 'p - 3 > 0'), fixed: { q: read('p') } });
  expect(Object.keys(found ?? {}).sort()).toEqual(['h', 'p', 's']);
  expect(found?.p).toBeGreaterThan(3);
  expect(found?.s).toBeGreaterThan(found?.p ?? Number.NaN);
  expect(witnessOf(caseUnder('p + q < 0'))).toBeNull();
});
