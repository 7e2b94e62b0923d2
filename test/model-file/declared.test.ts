/** What a file declares, defines and assumes of its letters, and the numbers it gives them: what comes out, and every refusal. */
import { describe, expect, it } from 'vitest';
import { assumptionsOf } from '../../src/economics/model-file/assume.ts';
import { at, declarationOf, definitionsOf, lettersOf, read } from '../../src/economics/model-file/letters.ts';
import { rangesOf, valuesOf } from '../../src/economics/model-file/numbers.ts';
import type { ModelFile, SymbolEntry } from '../../src/economics/model-file/schema.ts';
import { wrong } from '../../src/economics/model-file/shape.ts';
import { PARAMETERS } from '../../src/economics/symbols.ts';
import { fail, OptimandError } from '../../src/kernel/issues.ts';
import { rational } from '../../src/kernel/rational.ts';
import { NON_NEGATIVE, POSITIVE, REAL } from '../../src/kernel/symbols.ts';
import { fraction } from '../../src/kernel/term.ts';
import { UNDECLARED } from '../../src/kernel/units.ts';

/** The place and the sentence of the refusal, null where there is none. */
function refusal(ask: () => unknown): readonly [string, string] | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'model') throw error;
    return [error.issue.path, error.issue.says];
  }
}

const g = { name: 'g', meaning: 'a tail' };
const term = (text: string) => read(text, PARAMETERS, '');
const ends = (lower?: [number, boolean], upper?: [number, boolean]) => ({
  ...(lower && { lower: { at: rational(lower[0]), open: lower[1] } }),
  ...(upper && { upper: { at: rational(upper[0]), open: upper[1] } }),
});

describe('a declaration', () => {
  const plain = {
    ...g,
    tex: 'g',
    unit: '1',
    domain: POSITIVE,
    role: 'shape',
    source: 'the model file',
  };
  it.each<readonly [Partial<SymbolEntry>, object]>([
    [{}, {}],
    [{ unit: '1' }, {}],
    [{ unit: 'dollar' }, { unit: 'dollar', role: 'quantity' }],
    [{ role: 'quantity' }, { unit: UNDECLARED, role: 'quantity' }],
    [
      { role: 'quantity', unit: '1' },
      { unit: '1', role: 'quantity' },
    ],
    [{ role: 'shape', unit: '1' }, {}],
    [{ name: 'sigma_0' }, { name: 'sigma_0', tex: String.raw`\sigma_{0}` }],
    [{ tex: String.raw`\bar{g}` }, { tex: String.raw`\bar{g}` }],
    [{ source: 'a book' }, { source: 'a book' }],
    [{ domain: 'real' }, { domain: REAL }],
    [{ domain: 'positive' }, {}],
    [{ domain: { above: 0, below: 1 } }, { domain: ends([0, true], [1, true]) }],
    [{ domain: { atLeast: 1, atMost: 1 } }, { domain: ends([1, false], [1, false]) }],
    [{ domain: { above: -2, atMost: 2 } }, { domain: ends([-2, true], [2, false]) }],
    [{ domain: { atMost: 2 } }, { domain: ends(undefined, [2, false]) }],
    [{ domain: { atLeast: 1, integer: true } }, { domain: { ...ends([1, false]), integer: true } }],
    [{ domain: { integer: false } }, { domain: REAL }],
    [{ domain: { atLeast: '1/3' } }, { domain: { lower: { at: rational(1, 3), open: false } } }],
    [{ domain: { above: 0.1 } }, { domain: { lower: { at: rational(1, 10), open: true } } }],
    [
      { role: 'quantity', unit: '1', domain: { atLeast: 0 } },
      { role: 'quantity', domain: NON_NEGATIVE },
    ],
    [
      { role: 'quantity', unit: '1', domain: { above: 1 } },
      { role: 'quantity', domain: ends([1, true]) },
    ],
  ])('with %j', (more, meant) => {
    expect(declarationOf({ ...g, ...more }, '/symbols/0')).toEqual({ ...plain, ...meant });
  });

  const EMPTY = 'no number lies in this domain; give a lower end below the upper one.';
  const NEGATIVE =
    'a quantity is the base of powers and must not be negative; give it a domain from 0 on, or the role of a shape.';
  it.each<readonly [Partial<SymbolEntry>, string, string]>([
    [{ name: 'n' }, '/name', '"n" is model parameters already; choose another name.'],
    [
      { role: 'shape', unit: 'dollar' },
      '/role',
      'a shape has no unit, and this one has dollar; make it a quantity.',
    ],
    [{ tex: '2' }, '/tex', 'the LaTeX "2" is not whole; give every { its } and every _ and ^ something.'],
    [
      { domain: { above: 0, atLeast: 0 } },
      '/domain',
      '"above" and "atLeast" are both given; give one of them.',
    ],
    [
      { domain: { below: 1, atMost: 1 } },
      '/domain',
      '"below" and "atMost" are both given; give one of them.',
    ],
    [{ domain: { atLeast: 2, atMost: 1 } }, '/domain', EMPTY],
    [{ domain: { above: 1, atMost: 1 } }, '/domain', EMPTY],
    [{ domain: { atLeast: 1, below: 1 } }, '/domain', EMPTY],
    [
      { domain: { above: 'x' } },
      '/domain/above',
      '"x" is not declared (at character 1, near "x"); no letter may stand here.',
    ],
    [
      { domain: { atMost: 'sqrt(2)' } },
      '/domain/atMost',
      'this is no exact number; write it as 0.5 or "1/3".',
    ],
    [{ role: 'quantity', domain: 'real' }, '/domain', NEGATIVE],
    [{ unit: 'dollar', domain: { atLeast: -1 } }, '/domain', NEGATIVE],
    [{ unit: 'dollar', domain: { below: 3 } }, '/domain', NEGATIVE],
  ])('with %j is refused', (more, path, says) => {
    expect(refusal(() => declarationOf({ ...g, ...more }, '/symbols/0'))).toEqual([
      `/symbols/0${path}`,
      says,
    ]);
  });
});

describe('letters', () => {
  it('are the toolkit’s and then the file’s, which take the place of those', () => {
    const letters = lettersOf({ symbols: [g, { name: 'alpha', meaning: 'mine' }] });
    expect([...letters.keys()]).toEqual([...PARAMETERS.keys(), 'g']);
    expect(letters.get('alpha')?.meaning).toBe('mine');
    expect([...lettersOf({}, new Map()).keys()]).toEqual([]);
    expect([...lettersOf({})]).toEqual([...PARAMETERS]);
  });

  const fee = { name: 'fee', meaning: 'a fee' };
  it.each<readonly [Pick<ModelFile, 'symbols' | 'units'>, string | null, string]>([
    [{ symbols: [{ ...fee, unit: 'dollar/seat' }], units: ['seat'] }, null, ''],
    [{ symbols: [{ ...fee, unit: 'token^g' }, g] }, null, ''],
    [{ symbols: [g, { ...fee, role: 'quantity' }] }, null, ''],
    [{ symbols: [g, g] }, '/symbols/1/name', '"g" is declared twice; choose another name.'],
    [
      { symbols: [g, { ...fee, unit: 'dollar + token' }] },
      '/symbols/1/unit',
      '"dollar + token" is not a product of powers of parameter, token, flop, dollar, second, hour, year, kilowatt, chip in a unit; write it as one.',
    ],
  ])('of %j: %s', (file, path, says) => {
    expect(refusal(() => lettersOf(file))).toEqual(path === null ? null : [path, says]);
  });
});

describe('what is said of a part', () => {
  it('is told with its place, unless it has one or is no issue', () => {
    expect(at('/x', () => 1)).toBe(1);
    expect(refusal(() => at('/x', () => fail({ code: 'usage', what: 'A', would: 'b' })))).toEqual([
      '/x',
      'A; b.',
    ]);
    expect(refusal(() => at('/x', () => wrong('/y', 'A', 'b')))).toEqual(['/y', 'A; b.']);
    expect(refusal(() => at('/x', () => wrong('/y', 'A', 'was b meant?')))).toEqual([
      '/y',
      'A; was b meant?',
    ]);
    const bug = new TypeError('a bug');
    expect(() =>
      at('/x', () => {
        throw bug;
      }),
    ).toThrow(bug);
  });
});

describe('definitions', () => {
  const file = (more: object): ModelFile => ({ id: 'x', ...more });
  it.each<readonly [object, Readonly<Record<string, ReturnType<typeof term>>>]>([
    [{}, {}],
    [{ define: { alpha: 0.3 } }, { alpha: fraction(3, 10) }],
    [{ define: { alpha: '1/3' } }, { alpha: fraction(1, 3) }],
    // Each is put into the others, in whatever order they stand.
    [
      { define: { E: 'alpha*a', alpha: 'beta/2', beta: 'gamma^2' } },
      { E: term('gamma^2*a/2'), alpha: term('gamma^2/2'), beta: term('gamma^2') },
    ],
    [{ define: { beta: 'gamma', alpha: 'beta' } }, { alpha: term('gamma'), beta: term('gamma') }],
    [
      { blocks: ['rival', { quality: 'a*n' }, { block: 'cournot', parameters: { delta: 'omega/2' } }] },
      { delta: term('omega/2') },
    ],
    [{ blocks: [{ block: 'cournot' }] }, {}],
  ])('of %j', (more, meant) => {
    expect(definitionsOf(file(more), PARAMETERS)).toEqual(meant);
  });

  const known = [...PARAMETERS.keys()].join(', ');
  const circle = (names: string): string =>
    `definitions use each other: ${names}; define one of them without the others.`;
  it.each<readonly [object, string, string]>([
    [
      { define: { delta: 1 }, blocks: ['rival', { block: 'cournot', parameters: { delta: 1 } }] },
      '/blocks/1/parameters/delta',
      '"delta" is defined twice; define it once.',
    ],
    [{ define: { aplha: 1 } }, '/define/aplha', '"aplha" is not declared; did you mean "alpha"?'],
    [{ define: { wxyzwx: 1 } }, '/define/wxyzwx', `"wxyzwx" is not declared; known are ${known}.`],
    [{ define: { alpha: 'beta', beta: 'alpha' } }, '/define/alpha', circle('alpha -> beta -> alpha')],
    [{ define: { alpha: 'alpha' } }, '/define/alpha', circle('alpha -> alpha')],
    // The circle is told without the way that leads to it.
    [
      { define: { E: 'alpha', alpha: 'beta', beta: 'alpha' } },
      '/define/alpha',
      circle('alpha -> beta -> alpha'),
    ],
    [
      { define: { alpha: '2 beta' } },
      '/define/alpha',
      'A multiplication sign is missing at character 3, near "beta"; write * between "2" and "beta".',
    ],
  ])('of %j are refused', (more, path, says) => {
    expect(refusal(() => definitionsOf(file(more), PARAMETERS))).toEqual([path, says]);
  });
});

describe('assumptions', () => {
  const own = { that: 'alpha > beta', because: 'it is so' };
  it.each([
    ['alpha > beta', 'alpha - beta', 'positive', 'assumed'],
    ['alpha < beta', 'alpha - beta', 'negative', 'assumed'],
    ['alpha >= beta', 'alpha - beta', 'non-negative', 'assumed'],
    ['alpha <= beta', 'alpha - beta', 'non-positive', 'assumed'],
    ['alpha != beta', 'alpha - beta', 'non-zero', 'assumed'],
    ['1 + alpha*gamma > 0', '1 + alpha*gamma', 'positive', 'assumed'],
    ['0 < alpha', '-alpha', 'negative', 'assumed'],
    [own, 'alpha - beta', 'positive', 'it is so'],
  ] as const)('%j', (entry, text, is, because) => {
    expect(assumptionsOf({ assume: [entry] }, PARAMETERS, {})).toEqual([{ term: term(text), is, because }]);
  });

  it('hold what the definitions put in', () => {
    expect(assumptionsOf({ assume: ['alpha > beta', own] }, PARAMETERS, { alpha: term('2*gamma') })).toEqual([
      { term: term('2*gamma - beta'), is: 'positive', because: 'assumed' },
      { term: term('2*gamma - beta'), is: 'positive', because: 'it is so' },
    ]);
    expect(assumptionsOf({}, PARAMETERS, {})).toEqual([]);
  });

  const FORM =
    'an assumption is two formulas with one of > >= < <= != between them; write it as in 1 + alpha*gamma > 0.';
  it.each([
    ['alpha', '', FORM],
    ['alpha = beta', '', FORM],
    ['alpha > beta > gamma', '', FORM],
    [{ that: 'alpha', because: 'why' }, '/that', FORM],
    ['2 > 1', '', 'the assumption is about numbers alone; leave it out.'],
    [{ that: '2 > 1', because: 'why' }, '/that', 'the assumption is about numbers alone; leave it out.'],
    ['E > 1', '', 'the definitions leave nothing open in it; leave it out.'],
    [{ that: 'E > 1', because: 'why' }, '', 'the definitions leave nothing open in it; leave it out.'],
    ['alpha > x', '', '"x" is not declared (at character 2, near "x")'],
    ['x > alpha', '', '"x" is not declared (at character 1, near "x ")'],
    [
      'alpha >',
      '',
      'There is no formula at character 1, near "the end"; write one, such as omega*f - delta*t.',
    ],
  ])('%j is refused', (entry, path, says) => {
    const found = refusal(() => assumptionsOf({ assume: [own, entry] }, PARAMETERS, { E: fraction(2, 1) }));
    expect(found?.[0]).toBe(`/assume/1${path}`);
    expect(found?.[1].startsWith(says)).toBe(true);
  });
});

describe('numbers', () => {
  const declared = [
    declarationOf({ ...g }, ''),
    declarationOf({ ...g, name: 'share', domain: { above: 0, below: 1 } }, ''),
    declarationOf({ ...g, name: 'more', domain: { above: 1 } }, ''),
    declarationOf({ ...g, name: 'whole', domain: { atLeast: 1, integer: true } }, ''),
    declarationOf({ ...g, name: 'free', domain: 'real' }, ''),
    declarationOf({ ...g, name: 'low', domain: { atLeast: 0 } }, ''),
  ];
  const defined = { beta: fraction(1, 2) };
  const names = declared.map(({ name }) => name).join(', ');
  const ALREADY = '"beta" stands for something else and takes no number; leave one of the two out.';

  it.each<readonly [Record<string, number>, string | null, string]>([
    [{}, null, ''],
    [{ g: 2, share: 0.5, whole: 3, free: -1, low: 0 }, null, ''],
    [{ g: 0 }, '/set/g', 'g = 0 is not allowed; it must be positive.'],
    [{ whole: 1.5 }, '/set/whole', 'whole = 1.5 is not allowed; it must be an integer at least 1.'],
    [{ beta: 1 }, '/set/beta', ALREADY],
    [{ hsare: 1 }, '/set/hsare', '"hsare" is not declared; did you mean "share"?'],
    [{ wxyzwx: 1 }, '/set/wxyzwx', `"wxyzwx" is not declared; known are ${names}.`],
  ])('set to %j: %s', (set, path, says) => {
    expect(refusal(() => valuesOf({ set }, declared, defined))).toEqual(path === null ? null : [path, says]);
    if (path === null) expect(valuesOf({ set }, declared, defined)).toEqual(set);
  });

  it('are none where none are given', () => {
    expect(valuesOf({}, declared, defined)).toEqual({});
    expect(rangesOf({}, declared, defined)).toEqual({});
  });

  const range = (low: number, high: number, scale: string) => ({ low, high, scale, meaning: 'a tail' });
  const given = (name: string, low: number, high: number, scale?: 'log' | 'linear' | 'whole') => ({
    ranges: { [name]: { low, high, ...(scale && { scale }) } },
  });
  const symbol = (name: string, set?: number) => ({
    symbols: [{ ...g, name }],
    ...(set !== undefined && { set: { [name]: set } }),
  });
  it.each<readonly [Pick<ModelFile, 'ranges' | 'set' | 'symbols'>, object]>([
    [given('g', 1, 2), { g: range(1, 2, 'log') }],
    [given('g', 2, 2), { g: range(2, 2, 'log') }],
    [given('g', 1, 2, 'linear'), { g: range(1, 2, 'linear') }],
    [given('low', 0, 2), { low: range(0, 2, 'linear') }],
    [given('free', -1, 2), { free: range(-1, 2, 'linear') }],
    [given('whole', 1, 5), { whole: range(1, 5, 'whole') }],
    [given('whole', 1, 5, 'log'), { whole: range(1, 5, 'log') }],
    // Of order one where nothing is known, and none where that is outside the domain.
    [symbol('g'), { g: range(0.1, 10, 'log') }],
    [symbol('share'), {}],
    [symbol('more'), {}],
    [symbol('whole'), {}],
    [symbol('nowhere'), {}],
    // Ten times less and more than the number, or ten times nearer to the end of the domain.
    [symbol('g', 20), { g: range(2, 200, 'log') }],
    [symbol('share', 0.5), { share: range(0.05, 0.95, 'log') }],
    [symbol('more', 3), { more: range(1.2, 30, 'log') }],
    [symbol('more', 30), { more: range(3, 300, 'log') }],
    [symbol('whole', 3), {}],
    [symbol('free', -3), {}],
    [symbol('low', 0), {}],
    [symbol('free', 2), { free: range(0.2, 20, 'log') }],
    [{ ...symbol('g', 20), ...given('g', 1, 2) }, { g: range(1, 2, 'log') }],
    [
      { ...symbol('g', 20), ...given('share', 0.1, 0.2) },
      { g: range(2, 200, 'log'), share: range(0.1, 0.2, 'log') },
    ],
  ])('lie for %j in %j', (file, meant) => {
    expect(rangesOf(file, declared, defined)).toEqual(meant);
  });

  it.each<readonly [Pick<ModelFile, 'ranges' | 'set' | 'symbols'>, string, string]>([
    [given('g', -1, 2), '/ranges/g/low', 'g = -1 is not allowed; it must be positive.'],
    [
      given('share', 0.5, 2),
      '/ranges/share/high',
      'share = 2 is not allowed; it must be positive and below 1.',
    ],
    [given('g', 2, 1), '/ranges/g', 'the range begins at 2 and ends at 1; turn it round.'],
    [
      given('free', -1, 1, 'log'),
      '/ranges/free/scale',
      'a logarithm needs a positive beginning; take the linear scale.',
    ],
    [
      given('low', 0, 1, 'log'),
      '/ranges/low/scale',
      'a logarithm needs a positive beginning; take the linear scale.',
    ],
    [given('beta', 1, 2), '/ranges/beta', ALREADY],
    [given('shrae', 1, 2), '/ranges/shrae', '"shrae" is not declared; did you mean "share"?'],
  ])('%j are refused', (file, path, says) => {
    expect(refusal(() => rangesOf(file, declared, defined))).toEqual([path, says]);
  });
});
