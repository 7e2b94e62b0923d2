/** Definitions are put into every formula of every block, and take the letters that they replace out of the parameters. */
import { describe, expect, it } from 'vitest';
import type { Blocks } from '../../src/economics/block.ts';
import { withDefinitions } from '../../src/economics/model-file/define.ts';
import { read } from '../../src/economics/model-file/letters.ts';
import {
  a,
  alpha,
  b,
  beta,
  d,
  gamma,
  n,
  omega,
  PARAMETERS,
  t,
  tOthers,
} from '../../src/economics/symbols.ts';
import { joinTables, symbolTable } from '../../src/kernel/symbols.ts';
import { multiply, symbol, type Term } from '../../src/kernel/term.ts';

const letters = joinTables(PARAMETERS, symbolTable(n, d, t));
const term = (text: string): Term => read(text, letters, '');
const about = { meaning: 'a block of this test', source: 'this test', parameters: [], facts: [] };
const positive = (text: string) => ({ term: term(text), is: 'positive' as const, because: 'test' });

/** Every formula that a block can have, each with α in it. */
const BLOCKS: Blocks = {
  quality: {
    ...about,
    kind: 'quality',
    id: 'quality',
    parameters: [alpha, a, b],
    facts: [positive('alpha - a'), positive('alpha'), positive('a')],
    build: (size, data) => multiply('alpha', size, data),
    reached: (size, data) => multiply(2, 'alpha', size, data),
  },
  adoption: {
    ...about,
    kind: 'adoption',
    id: 'adoption',
    parameters: [gamma, alpha, beta],
    onSale: (quality) => multiply(3, 'alpha', quality),
    everywhere: (quality) => multiply(4, 'alpha', quality),
    reached: (quality) => multiply(5, 'alpha', quality),
  },
  market: {
    ...about,
    kind: 'market',
    id: 'market',
    parameters: [omega],
    price: (adopted, sold) => multiply(6, 'alpha', adopted, sold),
    revenue: (adopted, sold) => multiply(7, 'alpha', adopted, sold),
    sales: term('8*alpha'),
    rivals: [{ letter: tOthers, atSymmetry: term('9*alpha*t') }],
  },
  cost: {
    ...about,
    kind: 'cost',
    id: 'cost',
    training: (size, data) => multiply(10, 'alpha', size, data),
    inference: (size, sold) => multiply(11, 'alpha', size, sold),
    data: (data) => multiply(12, 'alpha', data),
  },
  constraint: {
    ...about,
    kind: 'constraint',
    id: 'constraint',
    limits: () => [{ variable: 'd', bound: term('13*alpha') }],
  },
};
const [x, y] = [symbol('n'), symbol('d')];

/** What each formula says of n and d. */
const formulasOf = ({ quality, adoption, market, cost, constraint }: Blocks) => [
  quality.build(x, y),
  quality.reached?.(x, y),
  adoption.onSale(x),
  adoption.everywhere(x),
  adoption.reached?.(x),
  market.price(x, y),
  market.revenue(x, y),
  market.sales,
  market.rivals?.[0]?.atSymmetry,
  cost.training(x, y),
  cost.inference(x, y),
  cost.data?.(y),
  constraint.limits()[0]?.bound,
];
/** The same by hand, with A for what stands for α. */
const BY_HAND = [
  ...['A*n*d', '2*A*n*d', '3*A*n', '4*A*n', '5*A*n', '6*A*n*d', '7*A*n*d', '8*A', '9*A*t'],
  ...['10*A*n*d', '11*A*n*d', '12*A*d', '13*A'],
];
const defined = withDefinitions(BLOCKS, { alpha: term('beta*omega') }, PARAMETERS);

describe('a definition', () => {
  it('is put in wherever its letter stands', () => {
    const byHand = (value: string): readonly Term[] => BY_HAND.map((text) => term(text.replace('A', value)));
    expect(formulasOf(BLOCKS)).toEqual(byHand('alpha'));
    expect(formulasOf(defined)).toEqual(byHand('beta*omega'));
  });

  it('leaves what else a block says as it is', () => {
    expect(defined.market.rivals?.[0]?.letter).toBe(tOthers);
    expect(defined.constraint.limits()[0]?.variable).toBe('d');
    for (const kind of ['quality', 'adoption', 'market', 'cost', 'constraint'] as const)
      expect(defined[kind]).toMatchObject({ kind, id: kind, source: 'this test' });
  });

  it('takes its letter out of the parameters, and brings those that it needs, each once', () => {
    expect(defined.quality.parameters).toEqual([a, b, beta, omega]);
    expect(defined.adoption.parameters).toEqual([gamma, beta, omega]);
    expect(defined.market.parameters).toEqual([omega]);
    expect(defined.cost.parameters).toEqual([]);
  });

  it('is put into assumptions, and what is left of numbers alone is left out', () => {
    expect(defined.quality.facts.map((fact) => fact.term)).toEqual(
      ['beta*omega - a', 'beta*omega', 'a'].map(term),
    );
    const numbers = withDefinitions(BLOCKS, { alpha: term('2') }, PARAMETERS);
    expect(numbers.quality.facts).toEqual([positive('2 - a'), positive('a')]);
    expect(numbers.quality.parameters).toEqual([a, b]);
  });

  it('is no change where there is none, and makes no formula where a block has none', () => {
    expect(withDefinitions(BLOCKS, {}, PARAMETERS)).toBe(BLOCKS);
    const { reached: _, ...quality } = BLOCKS.quality;
    const { reached: __, ...adoption } = BLOCKS.adoption;
    const { sales: ___, rivals: ____, ...market } = BLOCKS.market;
    const { data: _____, ...cost } = BLOCKS.cost;
    const few = withDefinitions(
      { ...BLOCKS, quality, adoption, market, cost },
      { alpha: term('2') },
      PARAMETERS,
    );
    expect(few.quality.reached).toBeUndefined();
    expect(few.adoption.reached).toBeUndefined();
    expect([few.market.sales, few.market.rivals, few.cost.data]).toEqual([undefined, undefined, undefined]);
  });
});
