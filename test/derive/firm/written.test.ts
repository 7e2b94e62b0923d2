/** Ways in which the argument about a firm goes beside those of test/derivations/written.test.ts, as files to be read. */
import { describe, expect, test } from 'vitest';
import { PARTS, type PartId } from '../../../src/derive/firm/registry.ts';
import { modelFrom } from '../../../src/economics/model-file/read.ts';
import { NOTATION } from '../../../src/economics/symbols.ts';
import { modelOf } from '../../../src/economics/variants/registry.ts';
import { derivationText } from '../../support/derivation-text.ts';
import { expectGolden } from '../../support/goldens.ts';
import { orSentence } from '../../support/terms.ts';

const quantity = (name: string, unit: string) => ({ name, meaning: name, role: 'quantity' as const, unit });

/** Models of one's own: what each has that no variant has. */
const OWN = {
  /** Two limits, each with a multiplier of its own. */
  capped: {
    symbols: [quantity('N', 'parameter'), quantity('T', 'token')],
    blocks: [{ limits: { n: 'N', t: 'T' } }],
  },
  /** One limit, on size. */
  'capped-size': { symbols: [quantity('N', 'parameter')], blocks: [{ limits: { n: 'N' } }] },
  /** Serving costs more than the last sale earns at the margin. */
  crowded: { blocks: [{ cost: { inference: '2*n*t/E + omega*t^2/10' } }] },
  /** A larger model is tuned for less, and served for more by as much: what training alone costs at the margin has no sign. */
  tuned: {
    symbols: [quantity('Y', 'dollar'), quantity('N', 'parameter')],
    blocks: [{ cost: { training: '6*n*d/E + Y*exp(-n/N)', inference: '2*n*t/E + Y*(1 - exp(-n/N))' } }],
  },
  /** Adoption rises faster and faster with size. */
  steep: { blocks: [{ quality: 'min(n^2/(1/a)^(2/alpha), b*d^beta)' }, { adoption: 'q' }] },
  /** No mix of the two is better than all others, and letters of the argument that the model has already. */
  product: {
    symbols: [{ name: 'tau', meaning: 'mine' }],
    blocks: [{ quality: 'a*n^alpha*b*d^beta' }, { adoption: 'ln(q)/tau' }],
  },
  /** Both have one share in quality, so that no data are the best for a size that sells. */
  alike: {
    symbols: [quantity('U', 'token'), quantity('N', 'parameter')],
    blocks: [{ quality: 'n*d/(N*U)' }, { adoption: 'ln(q)' }],
  },
  /** The larger of two things inside quality, one of which grows by itself. */
  larger: {
    symbols: [quantity('U', 'token')],
    blocks: [{ quality: 'min(a*n^alpha, b*(d + max(d, U*exp(d/U)))^beta)' }],
  },
} as const;

/** What is shown of each. */
const SHOWN: readonly (readonly [string, readonly PartId[]])[] = [
  ['network', ['best-sales', 'local-elasticity']],
  ['fixed-demand', ['conditions', 'best-sales', 'explicit-bound', 'local-elasticity']],
  ['data-cost', ['explicit-bound', 'break-even']],
  ['constant-elasticity', ['best-sales', 'explicit-bound', 'local-elasticity']],
  ['hill-adoption', ['conditions', 'explicit-bound']],
  ['hill-adoption+constant-elasticity', ['explicit-bound']],
  ['ces-quality+fixed-demand', ['best-mix', 'break-even']],
  ['ces-quality+repeated-data', ['conditions', 'best-mix']],
  ['capped', ['conditions', 'best-sales', 'break-even']],
  ['capped-size', ['conditions']],
  ['crowded', ['explicit-bound', 'local-elasticity']],
  ['tuned', ['explicit-bound']],
  ['steep', ['explicit-bound']],
  ['product', ['best-mix']],
  ['alike', ['best-mix']],
  ['larger', ['conditions']],
];

const isOwn = (id: string): id is keyof typeof OWN => Object.hasOwn(OWN, id);

test.each(SHOWN)('%s', (id, shown) => {
  const model = isOwn(id) ? modelFrom({ id, ...OWN[id] }) : modelOf(id);
  const parts = shown.flatMap((part) => PARTS[part](model));
  const text = parts.map((part) => derivationText(part, NOTATION)).join('\n\n\n');
  expectGolden(`derivations/firms/${id.replaceAll('+', '-and-')}.txt`, text);
});

describe('quality of a form that the argument does not cover is refused', () => {
  const refusalOf = (quality: string) => {
    const symbols = [quantity('U', 'token'), quantity('V', 'token'), quantity('N', 'parameter')];
    return orSentence(
      () => PARTS.conditions(modelFrom({ id: 'own', symbols, blocks: [{ quality }] })).length,
    );
  };

  test.each([
    'min(a*n^alpha, b*d^beta, a*n^alpha*b*d^beta)',
    'min(a*n^alpha, a*n^alpha*b*d^beta)',
    'min(a*n^alpha*b*d^beta, b*d^beta)',
    'min(a*n^alpha, b*min(d, U)^beta)',
  ])('%s', (quality) => {
    expect(refusalOf(quality)).toBe(
      'quality is the smallest of several things, but not of two, one of parameters alone and one of data alone in the argument about own; write it so, or as a smooth function of both.',
    );
  });

  test.each([
    'min(a*n^alpha, b*min(d, U, V)^beta)',
    'min(a*n^alpha, b*(min(d, U) + min(d, V))^beta)',
    'a*n^alpha + b*(min(d, U) + max(d, V))^beta',
  ])('%s', (quality) => {
    expect(refusalOf(quality)).toBe(
      'quality has more than one kink inside in the argument about own; write it with one min or max of two.',
    );
  });

  test.each(['min(a*(n + min(n, N))^alpha, b*d^beta)', 'a*n^alpha + b*d^beta + b*min(d, U)^beta'])(
    '%s',
    (quality) => {
      expect(refusalOf(quality)).toBe(
        'data do not act through one term that holds the kink inside quality in the argument about own; write quality in n and one term in d.',
      );
    },
  );
});

test('each part is written once', () => {
  const model = modelOf('baseline');
  expect(PARTS.conditions(model)).toBe(PARTS.conditions(model));
  expect(PARTS['best-sales'](model)).not.toBe(PARTS.conditions(model));
});
