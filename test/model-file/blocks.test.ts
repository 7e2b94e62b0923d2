/** Blocks made of formulas: what each says of itself, the terms it builds, where logarithms may be negative, and refusals. */
import { describe, expect, it } from 'vitest';
import type { VariantBlock, WholeBlock } from '../../src/economics/block.ts';
import { blocksOf } from '../../src/economics/model-file/blocks.ts';
import { read } from '../../src/economics/model-file/letters.ts';
import type { BlockEntry } from '../../src/economics/model-file/schema.ts';
import {
  a,
  alpha,
  b,
  D,
  d,
  delta,
  E,
  m,
  n,
  omega,
  PARAMETERS,
  q,
  t,
  tOthers,
} from '../../src/economics/symbols.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { symbol, type Term } from '../../src/kernel/term.ts';

const letters = joinTables(PARAMETERS, symbolTable(n, d, t, q, tOthers));
const term = (text: string): Term => read(text, letters, '');
const made = (entry: BlockEntry, definitions = {}): readonly VariantBlock[] =>
  blocksOf(entry, '/blocks/0', { letters: PARAMETERS, facts: [], set: {}, ranges: {}, definitions });

/** The one block of an entry, of the kind that it must be. */
function one<Kind extends WholeBlock['kind']>(kind: Kind, entry: BlockEntry, definitions = {}) {
  const found = made(entry, definitions);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ kind });
  return found[0] as Extract<WholeBlock, { readonly kind: Kind }> & VariantBlock;
}

const own = (kind: string, meaning: string, parameters: readonly object[]) => ({
  kind,
  id: `own-${kind}`,
  title: `Own ${kind}`,
  meaning,
  source: 'the model file',
  parameters,
  facts: [],
  ranges: {},
});
const WORDS = { title: 'A title', meaning: 'a meaning', source: 'a source' };

describe('what a block says of itself', () => {
  it.each<readonly [BlockEntry, object]>([
    [{ quality: 'b*n^alpha*a' }, own('quality', 'quality is b*n^alpha*a', [alpha, a, b])],
    [{ adoption: 'q', ceiling: 'E' }, own('adoption', 'adoption is q', [E])],
    [{ price: 'omega*f' }, own('market', 'the price is omega*f', [omega])],
    [
      { price: 'omega*f', sales: 'D', sellers: 'm' },
      own('market', 'the price is omega*f', [omega, m, D].sort(place)),
    ],
    [
      { cost: { data: 'D', training: 'n/E' } },
      own('cost', 'data costs D, training costs n/E', [E, D].sort(place)),
    ],
    [{ limits: { d: 'D', t: 'E' } }, own('constraint', 'at most D of d, at most E of t', [E, D].sort(place))],
  ])('of %j', (entry, said) => {
    const [found] = made(entry);
    expect(found).toMatchObject(said);
    expect(found).not.toHaveProperty('openLogarithms');
    const [named] = made({ ...(entry as { quality: string }), ...WORDS });
    expect(named).toMatchObject({ ...said, ...WORDS });
  });
});

/** Parameters stand in the order of the toolkit's. */
function place(x: { readonly name: string }, y: { readonly name: string }): number {
  const names = [...PARAMETERS.keys()];
  return names.indexOf(x.name) - names.indexOf(y.name);
}

describe('formulas', () => {
  const [x, y] = [symbol('x'), symbol('y')];
  const all = joinTables(letters, symbolTable({ ...n, name: 'x' }, { ...n, name: 'y' }));
  const at = (text: string): Term => read(text, all, '');

  it('of quality are in n and d, with what the definitions put in', () => {
    expect(one('quality', { quality: 'a*n + b*d' }).build(x, y)).toEqual(at('a*x + b*y'));
    expect(one('quality', { quality: 'a*n + b*d' }, { a: term('b') }).build(y, x)).toEqual(at('b*y + b*x'));
  });

  it.each([
    // What is never negative holds for every quality; anything else is cut off where nobody buys.
    ['q', 'x', 'x'],
    ['ln(q)', 'ln(x)', 'max(0, ln(x))'],
    ['max(0, ln(q))', 'ln(x)', 'max(0, ln(x))'],
    ['max(ln(q), 0)', 'ln(x)', 'max(ln(x), 0)'],
    ['2*max(0, ln(q))', '2*ln(x)', '2*max(0, ln(x))'],
    ['max(1, q)', 'max(1, x)', 'max(1, x)'],
    ['max(0, q, 1)', 'max(0, x, 1)', 'max(0, x, 1)'],
    ['min(q, 1)', 'min(x, 1)', 'min(x, 1)'],
    ['2 + min(0, ln(q))', '2 + min(0, ln(x))', 'max(0, 2 + min(0, ln(x)))'],
  ])('of adoption %s: %s where somebody buys, and %s everywhere', (adoption, onSale, everywhere) => {
    const block = one('adoption', { adoption });
    expect(block.onSale(x)).toEqual(at(onSale));
    expect(block.everywhere(x)).toEqual(at(everywhere));
    expect(block).not.toHaveProperty('reached');
  });

  it('of a ceiling tell the share of it that is reached', () => {
    expect(one('adoption', { adoption: 'max(0, ln(q))', ceiling: 'E' }).reached?.(x)).toEqual(at('ln(x)/E'));
  });

  it.each([
    ['omega*f - delta*t', 'omega*x - delta*y', 'omega*y*x - delta*y^2'],
    ['omega*f - E', 'omega*x - E', 'omega*y*x - E*y'],
    ['f', 'x', 'y*x'],
    ['omega*ln(f)*alpha', 'omega*ln(x)*alpha', 'omega*y*ln(x)*alpha'],
    ['t*f*omega', 'y*x*omega', 'y^2*x*omega'],
    ['omega*f/t', 'omega*x/y', 'omega*y*x/y'],
  ])('of a price %s: %s a token, and %s in all', (price, each, whole) => {
    const block = one('market', { price });
    expect(block.price(x, y)).toEqual(at(each));
    expect(block.revenue(x, y)).toEqual(at(whole));
    expect(block).not.toHaveProperty('sales');
    expect(block).not.toHaveProperty('rivals');
  });

  it('of several sellers hold what the others sell, m - 1 times one’s own at symmetry', () => {
    const block = one('market', { price: 'omega*f - delta*t_others', sellers: 'm' });
    expect(block.revenue(x, y)).toEqual(at('omega*y*x - delta*y*t_others'));
    expect(block.rivals).toEqual([{ letter: tOthers, atSymmetry: at('(m - 1)*t') }]);
    expect(block.parameters).toEqual([omega, delta, m].sort(place));
  });

  it('of sales that demand fixes', () => {
    expect(one('market', { price: 'omega*f', sales: '2*D' }).sales).toEqual(at('2*D'));
  });

  it('of a price in quality itself bring quality in the place of adoption', () => {
    const [itself, market, more] = made({ price: 'omega*q' });
    expect(more).toBeUndefined();
    expect(itself).toMatchObject({
      ...own('adoption', 'the price is one for quality itself', []),
      id: 'quality-itself',
    });
    const { onSale, everywhere } = itself as ReturnType<typeof one<'adoption'>>;
    expect([onSale(x), everywhere(y)]).toEqual([x, y]);
    expect((market as ReturnType<typeof one<'market'>>).price(x, y)).toEqual(at('omega*x'));
  });

  it('of the whole cost of a firm take the place of what is there', () => {
    const block = one('cost', { cost: { training: 'n*d', inference: 'n*t', data: 'E*d' } });
    expect(block).not.toHaveProperty('wrap');
    expect([block.training(x, y), block.inference(x, y), block.data?.(y)]).toEqual(
      ['x*y', 'x*y', 'E*y'].map(at),
    );
  });

  it.each([
    [{ training: 'n*d' }, ['training']],
    [{ inference: 'n*t' }, ['inference']],
    [{ data: 'd' }, ['data']],
    [{ training: 'n*d', data: 'd' }, ['training', 'data']],
  ])('of some of it, %j, change those alone', (cost, changed) => {
    const [block] = made({ cost });
    expect(block).toMatchObject({ kind: 'cost', changes: 'result' });
    const parts = (block as unknown as { wrap: () => Record<string, (x: Term, y: Term) => Term> }).wrap();
    expect(Object.keys(parts)).toEqual(changed);
    for (const [key, value] of Object.entries(parts))
      expect(value(x, y)).toEqual(key === 'data' ? x : at('x*y'));
  });

  it('of limits bound each variable', () => {
    expect(one('constraint', { limits: { n: '2', t: 'E' } }).limits()).toEqual([
      { variable: 'n', bound: at('2') },
      { variable: 't', bound: at('E') },
    ]);
  });
});

describe('logarithms', () => {
  it.each([
    ['q', false],
    ['ln(q)', false],
    ['deformed_log(q, gamma)', false],
    ['3*ln(q)', false],
    ['E*ln(q)^3', false],
    ['E*ln(q)^alpha', false],
    ['ln(q) - 1', false],
    ['ln(q) - alpha - E', false],
    ['exp(-q)', false],
    ['exp(q) + 1', false],
    ['deformed_log(q, gamma) + 1', true],
    // Something positive besides may make the whole positive where the logarithm is not.
    ['ln(q) + 1', true],
    ['ln(q) - 1 + E', true],
    ['1 - ln(q)', true],
    // An even power is positive either way.
    ['E*ln(q)^2', true],
    ['1/ln(q)^2', true],
    ['-ln(q)', true],
    ['ln(q) - ln(E)', true],
    ['ln(q)*ln(E)', true],
    ['1/(1 + ln(q))', true],
    ['ln(1 + ln(q))', true],
    ['exp(ln(q) + 1)', true],
    ['q^ln(E)', true],
  ])('in a quality of %s may be negative where it is sold: %s', (text, isOpen) => {
    const [block] = made({ quality: text.replaceAll('q', 'n') });
    expect(block?.openLogarithms ?? false).toBe(isOpen);
  });
});

describe('refusals', () => {
  it.each<readonly [BlockEntry, string, string]>([
    [{ quality: 'a*t' }, '/quality', '"t" is not declared'],
    [{ adoption: 'n' }, '/adoption', '"n" is not declared'],
    [{ adoption: 'q', ceiling: 'q' }, '/ceiling', '"q" is not declared'],
    [{ price: 'omega*f - t_others' }, '/price', '"t_others" is not declared'],
    [{ price: 'omega*f', sellers: 't' }, '/sellers', '"t" is not declared'],
    [{ price: 'omega*f', sales: 't' }, '/sales', '"t" is not declared'],
    [
      { price: 'omega*f*q' },
      '/price',
      'the price is in q and in f; write it in one of them: f is the adoption that q buys.',
    ],
    [
      { price: 'omega*t' },
      '/price',
      'the price depends on neither f nor q; let quality count, or nothing would be trained.',
    ],
    [{ cost: {} }, '/cost', 'no cost is given; give training, inference or data.'],
    [{ cost: { training: 't' } }, '/cost/training', '"t" is not declared'],
    [{ cost: { inference: 'd' } }, '/cost/inference', '"d" is not declared'],
    [{ cost: { data: 'n' } }, '/cost/data', '"n" is not declared'],
    [{ limits: {} }, '/limits', 'no limit is given; give n, d or t.'],
    [{ limits: { d: 'n' } }, '/limits/d', '"n" is not declared'],
    ['courno', '', '"courno"'],
    [{ block: 'courno' }, '', '"courno"'],
    [
      { block: 'cournot', parameters: { m: 2, r: 1 } },
      '/parameters/r',
      '"r" is no parameter of cournot; it has omega, delta, m.',
    ],
  ])('of %j', (entry, path, says) => {
    let issue: unknown;
    try {
      made(entry);
    } catch (error) {
      if (error instanceof OptimandError) issue = error.issue;
    }
    expect(issue).toEqual({ code: 'model', path: `/blocks/0${path}`, says: expect.stringContaining(says) });
  });

  it('are none of a block by name with parameters that it has', () => {
    expect(made({ block: 'cournot', parameters: { m: 2 } })).toEqual(made('cournot'));
    expect(made({ block: 'cournot' })).toEqual(made('cournot'));
    expect(made('cournot').map(({ id }) => id)).toEqual(['cournot']);
  });
});
