import { describe, expect, it } from 'vitest';
import type { VariantBlock } from '../../src/economics/block.ts';
import { BLOCK_IDS, BLOCKS, type BlockId } from '../../src/economics/blocks/registry.ts';
import { clashOf } from '../../src/economics/combine.ts';
import { contextOf, type Model, settled } from '../../src/economics/model.ts';
import { checkParameters, type Values } from '../../src/economics/parameters.ts';
import { modelOf, VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { compile, evaluate } from '../../src/kernel/compile.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printTex } from '../../src/kernel/print-tex.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { isNonZero, signOf } from '../../src/kernel/sign.ts';
import { inDomain } from '../../src/kernel/symbols.ts';
import { substitute, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { sameUnit, unitOf } from '../../src/kernel/units.ts';
import { BOX } from '../../src/numerics/box.ts';
import { SAMPLE, sampleFor } from '../numerics/samples.ts';

/** 6 and 2 are FLOP per parameter and token. */
const FLOP = { '6': 'flop/(parameter*token)', '2': 'flop/(parameter*token)' };
const CHOICE = { n: 4e12, d: 1.4e13, t: 4e16 };

const profitAt = (model: Model): number => {
  const values = { ...sampleFor(model), ...CHOICE };
  return evaluate(settled(model, model.profit), values, double);
};

/** What must be true of every model, however it is put together. */
function expectSound(model: Model): void {
  const context = contextOf(model);
  for (const term of [model.profit, model.revenue, model.trainingSpend, model.inferenceSpend]) {
    expect(sameUnit(unitOf(term, context, FLOP), 'dollar', context)).toBe(true);
  }
  expect(sameUnit(unitOf(model.price, context), 'dollar/token', context)).toBe(true);
  expect(unitOf(model.quality, context)).toBe('1');
  for (const [name, value] of [...Object.entries(model.rivals), ...Object.entries(model.given)]) {
    expect(sameUnit(unitOf(value, context), model.symbols.get(name)?.unit ?? '', context)).toBe(true);
  }
  expect(checkParameters(model, sampleFor(model))).toEqual(sampleFor(model));
  expect(Number.isFinite(profitAt(model))).toBe(true);
  for (const { term, because } of model.facts) {
    expect(because).not.toBe('');
    for (const name of symbolsOf(term)) expect(model.symbols.has(name), `${name} in a fact`).toBe(true);
  }
  const inputs = [...model.variables, ...model.parameters.map(({ name }) => name)];
  expect(() => compile(settled(model, model.profit), inputs, double)).not.toThrow();
  expect(printTex(model.profit, model.symbols)).not.toBe('');
  const read = parse(printText(model.profit), model.symbols);
  expect(evaluate(settled(model, read), { ...sampleFor(model), ...CHOICE }, double)).toBe(profitAt(model));
}

describe.each(BLOCK_IDS)('the block %s', (id) => {
  const block: VariantBlock = BLOCKS[id];
  it('stands under its own id, and says what it is and from where', () => {
    expect(block.id).toBe(id);
    for (const text of [block.title, block.meaning, block.source]) expect(text.length).toBeGreaterThan(3);
  });
  it('brings only parameters that its model uses', () => {
    const model = VARIANTS[id];
    const limits = model.limits.map(({ bound }) => bound);
    const used = [settled(model, model.profit), ...limits].flatMap(symbolsOf);
    for (const { name } of model.parameters) expect(used, name).toContain(name);
  });
  it('says where each parameter that it brings realistically lies, inside its domain', () => {
    for (const { name, domain } of block.parameters) {
      if (name in BOX || name === 'a' || name === 'b') continue;
      const range = block.ranges[name];
      expect(range, name).toBeDefined();
      expect(inDomain(range?.low ?? Number.NaN, domain)).toBe(true);
      expect(inDomain(range?.high ?? Number.NaN, domain)).toBe(true);
    }
  });
  it('states facts that hold in its parameters and are known to the engine', () => {
    const context = contextOf(VARIANTS[id]);
    for (const { term, is } of block.facts) {
      if (is === 'non-zero') expect(isNonZero(term, context)).toBe('yes');
      else expect(signOf(term, context)).toBe(is);
    }
  });
  it('changes the profit of the baseline, or limits it', () => {
    const model = VARIANTS[id];
    const same = printText(model.profit) === printText(VARIANTS.baseline.profit);
    expect(!same || model.limits.length > 0).toBe(true);
  });
});

describe.each(VARIANT_IDS)('the variant %s', (id) => {
  it('is sound', () => expectSound(VARIANTS[id]));
  it('is found by its id, and is one object', () => {
    expect(VARIANTS[id].id).toBe(id);
    expect(modelOf(id)).toBe(VARIANTS[id]);
    expect(modelOf(`baseline+${id}`)).toBe(VARIANTS[id]);
  });
  it('has training spend 6 n d/E, whatever else is paid', () => {
    const { trainingSpend, symbols } = VARIANTS[id];
    expect(printText(trainingSpend)).toBe(printText(parse('6*n*d/E', symbols)));
  });
});

const PAIRS = BLOCK_IDS.flatMap((first) => BLOCK_IDS.map((second) => [first, second] as const));

/** The message with which a combination is refused, or null. */
function refusal(id: string): string | null {
  try {
    modelOf(id);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(OptimandError);
    return (error as OptimandError).message;
  }
}

describe.each(PAIRS)('%s with %s', (first, second) => {
  const [one, other]: readonly VariantBlock[] = [BLOCKS[first], BLOCKS[second]];
  const id = `${first}+${second}`;
  it('composes to a sound model whatever the order, or is refused with one reason', () => {
    const reason = clashOf(one as VariantBlock, other as VariantBlock);
    if (reason !== null) {
      expect(refusal(id)).toBe(`No model has these blocks: ${reason}; leave one of them out.`);
      expect(refusal(`${second}+${first}`)).not.toBeNull();
      return;
    }
    const [model, turned] = [modelOf(id), modelOf(`${second}+${first}`)];
    expect(model.id).toBe(id);
    expectSound(model);
    expect(printText(turned.profit)).toBe(printText(model.profit));
    const names = (ids: readonly BlockId[]): Set<string> =>
      new Set(ids.flatMap((part) => BLOCKS[part].parameters.map(({ name }) => name)));
    for (const name of names([first, second])) expect(model.symbols.has(name)).toBe(true);
  });
});

describe('refusals', () => {
  it.each([
    ['rival+rival', /rival is asked for twice/],
    ['network+fixed-demand', /network and fixed-demand both replace the market/],
    ['cournot+network', /no source says whether own or industry sales enter network/],
    ['constant-elasticity+cournot', /no source says whether own or industry sales enter constant-elasticity/],
    ['cournot+ces-quality+cournot', /cournot is asked for twice/],
    ['cournt', /"cournt" is not a variant; did you mean "cournot"\?/],
    ['cournot+', /"" is not a variant/],
    ['toString', /"toString" is not a variant/],
  ])('%s', (id, expected) => expect(refusal(id)).toMatch(expected));
});

describe('what blocks mean together', () => {
  const at = (id: string, term: (model: Model) => Term, values: Values): number =>
    evaluate(term(modelOf(id)), values, double);
  it('thresholds move before the rival is compared, whatever the order asked for', () => {
    const q = 0.002 * 4e12 ** 0.31;
    const f = (s: number): number => (1 - s ** -0.3) / 0.3;
    const expected = 4e-5 * 4e16 * (f(q ** 0.7) - f(1.5));
    for (const id of ['rival+endogenous-threshold', 'endogenous-threshold+rival']) {
      const model = modelOf(id);
      const values = sampleFor(model, { alpha: 0.31, a: 0.002, omega: 4e-5, delta: 8e-22 });
      const revenue = at(id, () => model.revenue, { ...values, ...CHOICE, d: 1e18 });
      expect(revenue + 8e-22 * 4e16 ** 2).toBeCloseTo(expected, -2);
    }
  });
  it('one seller of cournot is the baseline, and more compete sales away', () => {
    const cournot = VARIANTS.cournot;
    const alone = { ...sampleFor(cournot), ...CHOICE, m: 1 };
    expect(evaluate(settled(cournot, cournot.profit), alone, double)).toBeCloseTo(
      profitAt(VARIANTS.baseline),
      0,
    );
    expect(profitAt(cournot)).toBeLessThan(profitAt(VARIANTS.baseline));
    expect(cournot.kind).toBe('equilibrium');
  });
  it('data bills and repeated data leave each other alone: each token trained on is paid for', () => {
    const model = modelOf('repeated-data+data-cost');
    expect(printText(model.dataSpend)).toBe('c_d*d');
  });
  it('repeated data join smoothly at d = U', () => {
    const { quality } = VARIANTS['repeated-data'];
    const slope = (factor: number): number => {
      const value = (d: number): number =>
        evaluate(
          substitute(quality, {}),
          { ...sampleFor(VARIANTS['repeated-data'], { beta: 0.43 }), n: 1e30, d },
          double,
        );
      const d = 1e12 * factor;
      return (value(d * (1 + 1e-6)) - value(d * (1 - 1e-6))) / (2e-6 * value(d));
    };
    expect(slope(0.9999)).toBeCloseTo(0.43, 6);
    expect(slope(1.0001)).toBeCloseTo(0.43, 4);
    expect(slope(40)).toBeLessThan(0.1);
  });
  it.each([
    ['cournot', { m: 2.5 }, 'm = 2.5 is not allowed; it must be an integer at least 1.'],
    ['cournot', { m: 0 }, 'm = 0 is not allowed'],
    ['endogenous-threshold', { kappa: 1 }, 'kappa = 1 is not allowed; it must be at least 0 and below 1.'],
    ['constant-elasticity', { epsilon: 1 }, 'epsilon = 1 is not allowed; it must be above 1.'],
    ['network', { nu: 1 }, 'nu = 1 is not allowed; it must be positive and below 1.'],
    ['rival', { q0: 0.99 }, 'q0 = 0.99 is not allowed; it must be at least 1.'],
    ['hill-adoption', { gamma: 0.3 }, '"gamma" is not declared'],
    ['fixed-demand', { delta: 1 }, '"delta" is not declared'],
  ])('%s with %o is refused', (id, change, message) => {
    const model = modelOf(id);
    expect(() => checkParameters(model, { ...sampleFor(model), ...change })).toThrow(message);
  });
  it('every domain of a parameter holds its sample', () => {
    for (const id of VARIANT_IDS)
      for (const { name, domain } of VARIANTS[id].parameters)
        expect(inDomain(SAMPLE[name] ?? Number.NaN, domain), name).toBe(true);
  });
});
