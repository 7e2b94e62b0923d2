/** Models whose blocks are written as formulas equal to the toolkit's: everything found of them is the same, byte for byte. */
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/economics/model.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { canonicalJson } from '../../src/report/canonical.ts';
import { observe, partNames } from '../../src/report/check/observe.ts';
import { laws } from '../../src/report/laws.ts';
import { statics } from '../../src/report/statics.ts';
import { sampled } from '../support/tier.ts';

const ID = 'as-written';

const QUALITY = { quality: 'min(a*n^alpha, b*d^beta)' };
const ADOPTION = { adoption: 'deformed_log(q, gamma)' };
const PRICE = { price: 'omega*f - delta*t' };
const COST = { cost: { training: '6*n*d/E', inference: '2*n*t/E' } };
const STANDING = { that: '1 + alpha*gamma > 0', because: 'standing assumption 1 + alpha*gamma > 0' };

/** Files by the variant that they write out. */
const FILES = {
  baseline: { blocks: [QUALITY, ADOPTION, PRICE, COST], assume: [STANDING] },
  'data-bound': { blocks: [QUALITY, ADOPTION, PRICE, COST, { limits: { d: 'D' } }], assume: [STANDING] },
  'hill-adoption': { blocks: [{ adoption: 'q^h/(1 + q^h)', ceiling: '1' }, PRICE] },
  cournot: {
    blocks: [{ price: 'omega*f - delta*t - delta*t_others', sellers: 'm' }],
    assume: [{ that: 'm - 1 >= 0', because: 'there is at least one seller' }],
  },
  'fixed-demand': { blocks: [{ price: 'omega*f', sales: 'T' }] },
  'constant-elasticity': {
    blocks: [{ price: 'omega*f*(t/K)^(-1/epsilon)' }],
    assume: [
      { that: 'epsilon - 1 > 0', because: 'epsilon > 1: revenue grows with sales' },
      { that: '1 - 1/epsilon > 0', because: 'epsilon > 1: revenue grows with sales' },
    ],
  },
  'data-cost': { blocks: [{ cost: { data: 'c_d*d' } }] },
  'rival+data-bound': { base: 'rival', blocks: [{ limits: { d: 'D' } }] },
} as const;

/** Entries without the id with which their places begin. */
const nameless = (model: Model, part: string): string =>
  canonicalJson(
    observe(model, part).map(({ at, kind, values }) => ({ at: at.slice(model.id.length), kind, values })),
  );

describe.each(sampled(Object.entries(FILES), 4))('%s written out', (variant, file) => {
  const own = modelFrom({ id: ID, ...file });
  const known = modelOf(variant);

  it('has the same parameters in the same order, and the same assumptions', () => {
    expect(own.parameters.map(({ name }) => name)).toEqual(known.parameters.map(({ name }) => name));
    expect(own.facts).toEqual(known.facts);
  });

  it.each(sampled(partNames(known), 1))('has the same %s', (part) => {
    expect(nameless(own, part)).toBe(nameless(known, part));
  });
});

describe('what is printed', () => {
  const own = (variant: keyof typeof FILES): Model => modelFrom({ id: ID, ...FILES[variant] });
  const named = (text: string): string => text.replaceAll(ID, 'MODEL');

  it('is the same laws', () => {
    const found = named(canonicalJson(laws(own('baseline')).result));
    expect(found).toBe(canonicalJson({ ...laws('baseline').result, variant: 'MODEL' }));
  });
  it('is the same signs, with the same evidence', async () => {
    const found = await statics(own('fixed-demand'), { draws: 40 });
    const known = await statics('fixed-demand', { draws: 40 });
    const expected = canonicalJson(known.rows).replaceAll('optimize fixed-demand ', 'optimize MODEL ');
    expect(named(canonicalJson(found.rows))).toBe(expected);
  });
});
