/** The regression check: green on what is recorded, red and naming the law wherever a block's formula is altered. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Blocks } from '../../src/economics/block.ts';
import { compose, type Model } from '../../src/economics/model.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { POSITIVE, symbolTable } from '../../src/kernel/symbols.ts';
import { fraction, multiply, power } from '../../src/kernel/term.ts';
import { check, observeAll, workerOn } from '../../src/report/check/check.ts';
import { compare } from '../../src/report/check/compare.ts';
import type { Entry, FoundEntry } from '../../src/report/check/entry.ts';
import { observe } from '../../src/report/check/observe.ts';
import { readRecord, recordText } from '../../src/report/check/record.ts';
import { CHECK_RENDERERS } from '../../src/report/render/check.ts';

const PATH = 'derivations/laws.json';
const TEXT = readFileSync(PATH, 'utf8');
const RECORD = readRecord(TEXT, PATH);
const QUICK = 'fixed-demand';

describe('the record', () => {
  it('has entries of every variant, and verdicts', () => {
    const variants = new Set(RECORD.map(({ at }) => at.split(' / ')[0]));
    expect([...variants]).toEqual(expect.arrayContaining([...VARIANT_IDS]));
    expect(RECORD.some(({ kind }) => kind === 'verdict')).toBe(true);
    expect(RECORD.some(({ kind }) => kind === 'law')).toBe(true);
  });

  it('is what its entries print as', () => {
    expect(recordText(RECORD)).toBe(TEXT);
  });

  it('is green', async () => {
    const result = await check(RECORD, PATH, { variants: [QUICK, 'hill-adoption'] });
    expect(result.changed).toEqual([]);
    expect(result.fixed).toEqual([]);
    expect(result.entries).toBeGreaterThan(20);
    expect(CHECK_RENDERERS.text(result)).toMatch(/^Nothing differs/);
  });
});

/** Every kind of block with one of its formulas altered. */
const ALTERED: Readonly<Record<keyof Blocks, (blocks: Blocks) => Blocks>> = {
  quality: (blocks) => ({
    ...blocks,
    quality: { ...blocks.quality, build: (n, d) => blocks.quality.build(multiply(2, n), d) },
  }),
  adoption: (blocks) => ({
    ...blocks,
    adoption: { ...blocks.adoption, onSale: (q) => blocks.adoption.onSale(multiply(2, q)) },
  }),
  market: (blocks) => ({
    ...blocks,
    market: { ...blocks.market, revenue: (f, t) => multiply(fraction(11, 10), blocks.market.revenue(f, t)) },
  }),
  cost: (blocks) => ({
    ...blocks,
    cost: {
      ...blocks.cost,
      training: (n, d) => multiply(power(n, fraction(1, 10)), blocks.cost.training(n, d)),
    },
  }),
  constraint: (blocks) => ({
    ...blocks,
    constraint: {
      ...blocks.constraint,
      limits: () =>
        blocks.constraint.limits().map((limit) => ({ ...limit, bound: multiply(2, limit.bound) })),
    },
  }),
};

const alteredModel = (id: string, kind: keyof Blocks): Model => {
  const { title, blocks } = modelOf(id);
  return compose(id, title, ALTERED[kind](blocks));
};

/** A worker that finds the conditions anew, and takes the rest from the record. */
const conditionsOnly = (modelFor: (id: string) => Model) => (task: { variant: string; part: string }) =>
  task.part === 'conditions'
    ? workerOn(modelFor)(task)
    : Promise.resolve(
        RECORD.filter(({ at }) => `${at} /`.startsWith(`${task.variant} / ${task.part} /`)).map(
          (entry): FoundEntry => ({ ...entry, symbols: symbolTable(), facts: [] }),
        ),
      );

const red = (variant: string, modelFor: (id: string) => Model) =>
  check(RECORD, PATH, { variants: [variant], worker: conditionsOnly(modelFor) });

describe('an altered block', () => {
  const kinds = ['quality', 'adoption', 'market', 'cost'] as const;
  it.each(VARIANT_IDS.flatMap((id) => kinds.map((kind) => [id, kind] as const)))(
    'turns the check of %s red: %s',
    async (id, kind) => {
      const { changed } = await red(id, () => alteredModel(id, kind));
      const isRefused = RECORD.some((entry) => entry.at === `${id} / conditions` && entry.kind === 'refused');
      if (isRefused) return;
      expect(changed.length).toBeGreaterThan(0);
      for (const { at } of changed) expect(at).toMatch(new RegExp(`^${id} / conditions`));
    },
  );

  it('turns the check of a model with a limit red', async () => {
    const { changed } = await red('data-bound', () => alteredModel('data-bound', 'constraint'));
    expect(changed.map(({ at }) => at)).toEqual(['data-bound / conditions / system #2 / data-bound']);
  });

  it.each(VARIANT_IDS)('and without one the conditions of %s are green', async (id) => {
    expect((await red(id, modelOf)).changed).toEqual([]);
  });

  it('turns laws into other laws where an exponent changes, and prints old and new LaTeX', async () => {
    const result = await check(RECORD, PATH, {
      variants: [QUICK],
      worker: workerOn(() => alteredModel(QUICK, 'cost')),
    });
    const laws = result.changed.filter(({ change }) => change === 'other-law');
    expect(laws.length).toBeGreaterThan(0);
    const exponent = laws[0]?.values.find(({ name }) => name === 'exponent');
    expect(exponent?.was?.tex).toMatch(/\\alpha|\\beta/);
    expect(exponent?.is?.tex).not.toBe(exponent?.was?.tex);
    expect(CHECK_RENDERERS.md(result)).toContain(`$${exponent?.was?.tex}$ → $${exponent?.is?.tex}$`);
    for (const line of CHECK_RENDERERS.text(result).split('\n'))
      if (!line.trim().match(/^\S+$/)) expect(line.length).toBeLessThanOrEqual(100);
  });
});

const letter = (name: string) => ({
  name,
  tex: name,
  meaning: name,
  unit: '1',
  domain: POSITIVE,
  role: 'shape' as const,
  source: 'test',
});
const symbols = symbolTable(letter('p'), letter('s'));
const law = (values: Entry['values'], at = 'v / laws in E / always / r / n'): FoundEntry => ({
  at,
  kind: 'law',
  values,
  symbols,
  facts: [],
});

describe('a difference', () => {
  it.each([
    ['exponent', { exponent: 'p' }, { exponent: 's' }, 'other-law'],
    ['power of the logarithm', { exponent: 'p' }, { exponent: 'p', logPower: '1' }, 'other-law'],
    ['constant', { exponent: 'p', constant: '2' }, { exponent: 'p', constant: '3' }, 'other-constant'],
    ['closed form lost', { exponent: 'p', constant: '2' }, { exponent: 'p' }, 'other-constant'],
  ])('of %s', (_, was, is, change) => {
    expect(compare([law(was)], [law(is)]).changed.map((one) => one.change)).toEqual([change]);
  });

  it('of print alone is none', () => {
    const { changed, printedDifferently } = compare(
      [law({ exponent: '(p + s)^2', constant: '1/p' })],
      [law({ exponent: 's^2 + 2*p*s + p^2', constant: 'p^(-1)' })],
    );
    expect(changed).toEqual([]);
    expect(printedDifferently).toEqual(['v / laws in E / always / r / n']);
  });

  it('of signs, order and verdicts is told by its kind', () => {
    const pairs = [
      ['signs', { n: '+' }, { n: '-' }, 'other-signs'],
      ['order', { order: 'a, b' }, { order: 'b, a' }, 'other-order'],
      ['verdict', { verdict: 'holds' }, { verdict: 'refuted' }, 'other-verdict'],
      ['verdict', { verdict: 'holds' }, { verdict: 'not-applicable' }, 'not-applicable'],
    ] as const;
    for (const [kind, was, is, change] of pairs)
      expect(compare([{ ...law(was), kind }], [{ ...law(is), kind }]).changed[0]?.change).toBe(change);
  });

  it('between an answer and a refusal is one change, and a fix where the answer is new', () => {
    const answered = [law({ exponent: 'p' }), law({ exponent: 's' }, 'v / laws in E / always / r / d')];
    const refused: FoundEntry = { ...law({ why: 'no' }, 'v / laws in E'), kind: 'refused' };
    const broken = compare(answered, [refused]);
    expect(broken.changed.map(({ at, change, entries }) => [at, change, entries])).toEqual([
      ['v / laws in E', 'refused', 2],
    ]);
    const fixed = compare([refused], answered);
    expect(fixed.changed).toEqual([]);
    expect(fixed.fixed.map(({ at, change }) => [at, change])).toEqual([['v / laws in E', 'answered']]);
    expect(compare([refused], [refused]).stillOpen).toHaveLength(1);
  });

  it('of a whole case is one change on either side', () => {
    const case1 = law({ exponent: 'p' }, 'v / laws in E / p > 0 / r / n');
    const case2 = [1, 2, 3].map((i) => law({ exponent: 'p' }, `v / laws in E / p < 0 / r / n${i}`));
    expect(compare([case1], [case1, ...case2]).changed).toMatchObject([{ change: 'new', entries: 3 }]);
    expect(compare([case1, ...case2], [case1]).changed).toMatchObject([{ change: 'gone', entries: 3 }]);
  });
});

describe('a file that is no record', () => {
  const sentence = (text: string): string => {
    try {
      readRecord(text, 'laws.json');
      return 'none';
    } catch (error) {
      return error instanceof OptimandError ? error.message : 'another error';
    }
  };
  const lines = TEXT.split('\n');
  const swapped = (from: string | RegExp, to: string): string => TEXT.replace(from, to);
  it.each([
    ['empty', '', /cut short/],
    ['cut short', TEXT.slice(0, 4000), /laws.json: it is cut short after line \d+; /],
    ['no JSON', `${TEXT}}`, /it is no JSON/],
    ['something else', '{"rows": []}', /no record of laws/],
    ['older', swapped('"schemaVersion": 1', '"schemaVersion": 0'), /older tool \(schemaVersion 0, not 1\)/],
    ['newer', swapped('"schemaVersion": 1', '"schemaVersion": 9'), /newer tool/],
    [
      'without a line',
      [...lines.slice(0, 8), ...lines.slice(9)].join('\n'),
      /holds \d+ entries and says \d+/,
    ],
    [
      'changed by hand',
      swapped(/"exponent":"[^"]*"/, '"exponent":"1"'),
      /line \d+ was changed by hand: ".* \/ .*"/,
    ],
    [
      'with a line twice',
      [...lines.slice(0, 8), lines[7], ...lines.slice(8)].join('\n'),
      /stands in it twice/,
    ],
    ['with a number', swapped(/"exponent":"[^"]*"/, '"exponent":1'), /line \d+ holds no entry/],
  ])('is told so: %s', (_, text, expected) => {
    expect(sentence(text)).toMatch(expected);
    expect(sentence(text)).not.toMatch(/\n/);
  });
});

it('what is found is found again, byte for byte', async () => {
  const once = await observeAll({ variants: [QUICK], worker: workerOn() });
  const again = await observeAll({ variants: [QUICK], worker: workerOn((id) => ({ ...modelOf(id) })) });
  expect(recordText(again.filter(({ kind }) => kind !== 'verdict'))).toBe(
    recordText(once.filter(({ kind }) => kind !== 'verdict')),
  );
  expect(observe(modelOf(QUICK), 'conditions').length).toBeGreaterThan(0);
});
