/** The result of `laws`: its shape, the order of regimes, and its numbers against the referee. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/kernel/parse.ts';
import { symbolsOf } from '../../src/kernel/term.ts';
import { lawsStory } from '../../src/report/laws-story.ts';
import { optimize } from '../../src/report/optimize.ts';
import { LAW_QUANTITIES, lawsResult } from '../../src/report/schemas/laws.ts';
import { misfits } from '../support/schema.ts';
import { BOX, regimeOf, reportOn } from './support.ts';

const decided = (gamma: number) => reportOn('baseline', { in: 'E', set: { ...BOX, gamma } });
const open = () => reportOn('baseline', { in: 'E' });
const stock = () => reportOn('data-bound', { in: 'D', set: { ...BOX, gamma: -0.5, E: 1e20 } });

describe('the shape of the result', () => {
  test.each([
    ['open', open],
    ['decided', () => decided(-0.5)],
    ['a stock of data', stock],
    ['rho held', () => reportOn('baseline', { in: 'a', hold: 'rho', set: { gamma: 0.5 } })],
  ])('%s is valid under the schema, with no number that JSON lacks', (_, of) => {
    const { result } = of();
    expect(misfits(lawsResult, result)).toEqual([]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('without values', () => {
  test('every case of the signs is shown, each with its assumptions as the condition', () => {
    const { result } = open();
    expect(result).toMatchObject({ variant: 'baseline', in: 'E', hold: 'b' });
    expect(result.cases.map(({ text }) => text)).toContain('gamma = 0');
    expect(result.cases.some(({ text }) => text.startsWith('gamma < 0 and '))).toBe(true);
    for (const regime of result.regimes) {
      const own = result.cases[regime.case];
      expect(regime.condition.text.startsWith(own?.text ?? '?')).toBe(true);
    }
  });

  test('no end is a number, and every exponent is exact', () => {
    const { result } = open();
    const positive = result.cases.findIndex(({ text }) => text === 'gamma > 0');
    const regime = result.regimes.find((one) => one.case === positive && one.name === 'inference-dominated');
    expect(regime?.exponents.n).toMatchObject({ text: '1/(1 + alpha*gamma)', value: null });
    expect(regime?.to?.value).toBeNull();
  });
});

describe('with every value set', () => {
  test.each([-0.5, 0, 0.5])('gamma %s: one case, and regimes in the order in which E meets them', (gamma) => {
    const { result } = decided(gamma);
    expect(result.cases).toHaveLength(1);
    expect(result.regimes.map(({ name }) => name)).toEqual([
      'stay-out',
      'break-even',
      'inference-dominated',
      'training-dominated',
    ]);
    const [inference, training] = [
      regimeOf(decided(gamma), 'inference-dominated'),
      regimeOf(decided(gamma), 'training-dominated'),
    ];
    expect(inference.to?.value).toBe(training.from?.value);
    expect(training.to).toBeNull();
    for (const name of LAW_QUANTITIES) expect(training.constants[name]?.value).not.toBeNull();
  });

  test('the laws in numbers are those of the optima', () => {
    const E = 1e52;
    const { rows } = optimize({ ...BOX, gamma: 0.5, E });
    const [row] = rows;
    const optimum = row && 'optimum' in row ? row.optimum : null;
    const regime = regimeOf(decided(0.5), 'training-dominated');
    for (const name of LAW_QUANTITIES) {
      const law = (regime.constants[name]?.value ?? 0) * E ** (regime.exponents[name]?.value ?? 0);
      expect((optimum?.[name] ?? 0) / law).toBeCloseTo(1, 2);
    }
  });

  test('logarithms at gamma = 0', () => {
    const { logPowers, exponents, closed } = regimeOf(decided(0), 'training-dominated');
    expect(logPowers.C_train?.value).toBe(1);
    expect(exponents.C_train).toMatchObject({ text: '0', value: 0 });
    expect(closed?.n?.text).toContain('lambert_wm1');
  });

  test('an empty regime is left out', () => {
    const { result } = reportOn('baseline', { in: 'E', set: { ...BOX, b: 1e-9, gamma: -0.5 } });
    expect(result.regimes.map(({ name }) => name)).not.toContain('inference-dominated');
  });

  test('break-even without a closed form comes in numbers from the referee, and says so', () => {
    const [note] = decided(-0.5).warnings;
    const at = Number(/E = (\S+)$/.exec(note ?? '')?.[1]);
    const regimeAt = (E: number) =>
      optimize({ ...BOX, gamma: -0.5, E }).rows.map((row) => 'regime' in row && row.regime);
    expect([regimeAt(at * 0.999), regimeAt(at * 1.001)]).toEqual([['stay-out'], ['break-even']]);
  });

  test('break-even is found far from where the search begins, and its end says what holds there', () => {
    const set = { alpha: 0.34, beta: 0.28, gamma: -0.4, a: 0.0012, b: 0.0013, omega: 1e-5, delta: 1e-21 };
    const { result, warnings } = reportOn('baseline', { in: 'E', set });
    const at = result.regimes[0]?.to?.value ?? Number.NaN;
    expect(warnings[0]).toContain('found numerically, it is at E = ');
    const sells = (E: number) => optimize({ ...set, E }).rows.map((row) => 'regime' in row && row.regime);
    expect([sells(at * 0.999), sells(at * 1.001)]).toEqual([['stay-out'], ['break-even']]);
    expect(result.regimes[0]?.implicit).toEqual({
      from: null,
      to: 'the greatest profit over all choices is zero',
    });
  });

  test('where nothing is sold at any E, that is said in place of a break-even', () => {
    const set = { alpha: 0.2, beta: 0.2, gamma: 0, a: 0.002, b: 4e-5, omega: 4e-5, delta: 1e-24, c_d: 1e-9 };
    const { warnings } = reportOn('data-cost', { in: 'E', set });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^no break-even is found: nothing is sold at any of E = .*, 6\.22e23, /);
    // Data that cost next to nothing leave a break-even.
    const cheap = reportOn('data-cost', { in: 'E', set: { ...set, c_d: 1e-15 } });
    expect(cheap.warnings[0]).toContain('found numerically, it is at E = ');
  });

  test('an end without a closed form, and no other, says which condition it is a root of', () => {
    for (const variant of ['baseline', 'data-bound', 'constant-elasticity'] as const)
      for (const { openEnds, implicit } of reportOn(variant, { in: 'E' }).result.regimes)
        for (const side of ['from', 'to'] as const)
          expect(implicit[side] !== null).toBe(openEnds.includes(side));
  });

  test('no law is said to hold where the firm stays out; entry stands where it is met', () => {
    for (const set of [
      { ...BOX, gamma: -0.5 },
      { ...BOX, gamma: -0.5, beta: BOX.alpha },
    ]) {
      const { result } = reportOn('baseline', { in: 'E', set });
      const [out, even, ...more] = result.regimes;
      expect([out?.name, even?.name]).toEqual(['stay-out', 'break-even']);
      expect(out?.to?.value).toBe(even?.from?.value);
      for (const { from } of more) expect(from?.value).toBeGreaterThanOrEqual(out?.to?.value ?? Infinity);
    }
    const { result } = reportOn('baseline', { in: 'delta', set: { ...BOX, gamma: -0.5, E: 1e20 } });
    expect(result.regimes.map(({ name }) => name).slice(-2)).toEqual(['break-even', 'stay-out']);
    expect(result.regimes.at(-1)?.from?.value).toBeGreaterThan(1e-22);
  });

  test('a growing stock of data stops to bind', () => {
    const bound = regimeOf(stock(), 'data-bound');
    expect(bound.exponents.d?.value).toBe(1);
    expect(bound.exponents.n?.value).toBeCloseTo(BOX.beta / BOX.alpha, 12);
    expect(bound.to?.value).toBe(regimeOf(stock(), 'training-dominated').from?.value);
  });
});

describe('what makes selling dearer grows', () => {
  const S = { alpha: 0.34, beta: 0.28, gamma: 0.7, a: 0.003, b: 0.0005, omega: 2e-5, delta: 3e-22, E: 1e18 };
  const without = (name: string, more: Readonly<Record<string, number>> = {}) =>
    Object.fromEntries(Object.entries({ ...S, ...more }).filter(([own]) => own !== name));

  test.each([
    ['baseline', 'delta', {}, ['inference-dominated', 'training-dominated', 'break-even', 'stay-out']],
    ['data-cost', 'c_d', {}, ['training-dominated', 'data-cost', 'break-even', 'stay-out']],
    ['data-cost', 'c_d', { gamma: 2 }, ['training-dominated', 'data-cost', 'break-even', 'stay-out']],
  ] as const)(
    '%s in %s, %o: up to where the market ends, and nothing is sold beyond',
    (variant, name, more, names) => {
      const { result } = reportOn(variant, { in: name, set: without(name, more) });
      expect(result.regimes.map((regime) => regime.name)).toEqual(names);
    },
  );

  test.each([
    ['delta', 1e-20],
    ['delta', 1e-19],
  ])('the law that ends with the market is that of the referee inside: %s = %f', (name, value) => {
    const training = regimeOf(reportOn('baseline', { in: name, set: without(name) }), 'training-dominated');
    const [row] = optimize({ ...S, [name]: value }).rows;
    if (!row || !('regime' in row)) throw new Error('no optimum');
    expect(row.regime).toBe('training-dominated');
    for (const quantity of ['n', 't', 'C_train'] as const) {
      const law =
        (training.constants[quantity]?.value ?? 0) * value ** (training.exponents[quantity]?.value ?? 0);
      expect(Math.abs(Math.log((row.optimum?.[quantity] ?? 0) / law)), quantity).toBeLessThan(0.35);
    }
  });
});

describe('break-even without a closed form', () => {
  const told = (variant: string, name: string, set: Readonly<Record<string, number>>): string => {
    const { result, symbols } = reportOn(variant, { in: name, set });
    return JSON.stringify(lawsStory(result, symbols));
  };
  const S = { alpha: 0.34, beta: 0.28, gamma: 0.7, a: 0.003, b: 0.0005, omega: 2e-5 };

  test('profit is told to grow on the side on which there is some', () => {
    const brought = told('baseline', 'E', { ...S, delta: 3e-22 });
    expect(brought).toContain('in proportion to E - E_0');
    expect(brought).toContain('just beyond the point at which profit is zero');
    const driven = told('baseline', 'delta', { ...S, E: 1e18 });
    expect(driven).toContain('in proportion to delta_0 - delta');
    expect(driven).toContain('just before the point at which profit is zero');
  });

  test.each([
    ['data-bound', { D: 1e14, gamma: 0 }],
    ['ces-quality', { r: 1, gamma: -0.5 }],
    ['repeated-data', { U: 1e13, Rstar: 15.39, gamma: 0.7 }],
  ])('nothing is sold beyond some rho, and not below one: %s', (variant, more) => {
    const { result } = reportOn(variant, { in: 'rho', set: { ...S, delta: 3e-22, E: 1e18, ...more } });
    expect(result.regimes.at(-1)?.name).toBe('stay-out');
    expect(result.regimes[0]?.name).not.toBe('stay-out');
  });

  test('more repetitions never drive anyone out, and none may be needed to sell', () => {
    const set = { ...S, alpha: 0.5, beta: 0.3, a: 2.2e-4, b: 5.1e-3, omega: 1e-5, delta: 7e-22, E: 3.4e16 };
    const namesWith = (gamma: number, U: number): readonly (string | undefined)[] =>
      reportOn('repeated-data', { in: 'Rstar', set: { ...set, gamma, U } }).result.regimes.map(
        (regime) => regime.name,
      );
    for (const gamma of [-0.01, 0, 0.2]) expect(namesWith(gamma, 1e13)).not.toContain('stay-out');
    // b U^beta is 0.04: without repetitions quality stays below one.
    expect(namesWith(-0.01, 1e3)[0]).toBe('stay-out');
    expect(namesWith(-0.01, 1e3).at(-1)).not.toBe('stay-out');
  });

  test('rho is what is free where rho grows', () => {
    const { b: _, ...rest } = { ...S, delta: 3e-22, E: 1e18 };
    expect(told('baseline', 'rho', rest)).toContain('Free: rho.');
  });

  test('no regime is listed where the growing parameter may not be', () => {
    const { result } = reportOn('rival', { in: 'q0', set: { ...S, gamma: 0, delta: 3e-22, E: 1e18 } });
    expect(result.regimes.map(({ name }) => name)).toEqual(['break-even', 'stay-out']);
  });
});

describe('laws in a logarithm', () => {
  const set = { alpha: 0.34, beta: 0.28, gamma: 0, b: 0.0005, omega: 2e-5, delta: 3e-22, E: 1e18 };
  const told = (name: string, values: Readonly<Record<string, number>>): string => {
    const { result, symbols } = reportOn('baseline', { in: name, set: values });
    return JSON.stringify(lawsStory(result, symbols));
  };
  const SENTENCE = 'Below a = 1 its logarithm is negative';

  test('are said to say nothing where it is negative, and nothing is said where it is not', () => {
    expect(told('a', set)).toContain(SENTENCE);
    const { E: _, ...rest } = { ...set, a: 0.003 };
    expect(told('E', rest)).not.toContain('its logarithm is negative');
  });
});

describe('outcomes that are no law', () => {
  const { result, symbols } = decided(-0.5);
  const [one] = result.cases;
  const told = (changes: object): string =>
    JSON.stringify(
      lawsStory({ ...result, regimes: [], cases: one ? [{ ...one, ...changes }] : [] }, symbols),
    );

  test('an unbounded profit, a case that may be empty, and one that is undecided are told', () => {
    expect(told({ unbounded: true })).toContain(
      'Profit is unbounded here: no optimum exists, and so no law.',
    );
    const regimes = result.regimes.map((regime) => ({ ...regime, case: 0 }));
    const unbounded = one ? [{ ...one, unbounded: true }] : [];
    expect(JSON.stringify(lawsStory({ ...result, regimes, cases: unbounded }, symbols))).not.toContain(
      'inference-dominated',
    );
    expect(told({ undecided: ['the sign of alpha - beta'] })).toContain(
      'Undecided: the sign of alpha - beta.',
    );
    expect(told({})).toContain('No regime is found here.');
    expect(JSON.stringify(lawsStory({ ...result, cases: [], regimes: [] }, symbols))).toContain(
      'No case of the signs',
    );
  });

  test('no law is stated in an unknown of the conditions', () => {
    const names = new Set([...Object.keys(BOX), 'gamma', 'E', 'rho']);
    const { result: inB, symbols: letters } = reportOn('baseline', { in: 'b' });
    for (const { constants, next } of inB.regimes) {
      const terms = [
        ...Object.values(constants),
        ...next.flatMap(({ coefficients }) => Object.values(coefficients)),
      ];
      for (const value of terms) {
        const used = value ? symbolsOf(parse(value.text, letters)) : [];
        expect(used.filter((name) => !names.has(name))).toEqual([]);
      }
    }
  });
});

describe('what is held', () => {
  test('rho and b are different experiments', () => {
    const held = (hold: 'b' | 'rho') =>
      regimeOf(
        reportOn('baseline', { in: 'a', hold, set: { ...BOX, gamma: -0.5, E: 1e22 } }),
        'training-dominated',
      );
    const [b, rho] = [held('b').exponents.C_train?.value, held('rho').exponents.C_train?.value];
    expect(b).not.toBeCloseTo(rho ?? 0, 3);
    expect(reportOn('baseline', { in: 'rho', set: { gamma: 0.5 } }).result.hold).toBe('a');
  });
});
