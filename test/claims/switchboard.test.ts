/** The matrix of claims and variants: whole, computed, and different where a claim or a model is. */
import { describe, expect, it } from 'vitest';
import { CLAIMS, claimsOf } from '../../proofs/registry.ts';
import { exponentUnder, inferenceOutweighs, notApplicable } from '../../proofs/under.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { named } from '../../src/claims/exponents.ts';
import { largeMarketPool } from '../../src/claims/pool.ts';
import { switchCell, switchColumn } from '../../src/claims/switchboard.ts';
import { VARIANT_IDS, VARIANTS, type VariantId } from '../../src/economics/variants/registry.ts';
import { model } from '../../src/report/model.ts';
import { keptSwitchboard } from '../../src/report/switchboard.ts';

const run = { seed: 20260514, runs: 24 };
const { cells } = keptSwitchboard();

describe('the matrix as kept', () => {
  it('has a cell for every reading under every variant, each once', () => {
    const keys = new Set(cells.map(({ id, reading, variant }) => `${id}|${reading}|${variant}`));
    expect(keys.size).toBe(cells.length);
    expect(cells.length).toBe(claimsOf().length * VARIANT_IDS.length);
  });
  it('gives a reason, a law or a finding in every cell, and a witness where a firm decided', () => {
    for (const { verdict, found, law, witness, id, reading, variant } of cells) {
      const name = `${id} (${reading}) under ${variant}`;
      expect(`${found}${law ?? ''}`, name).not.toBe('');
      if (verdict === 'refuted' || verdict === 'holds-on-domain') expect(witness, name).not.toBeNull();
      if (verdict === 'holds') expect(witness, name).toBeNull();
    }
  });
});

const [nearLinear] = CLAIMS['near-linear'];
const cellFor = (claim: Claim, variant: VariantId) => switchCell(claim, VARIANTS[variant], run);

/** The claim with another exponent. */
const withExponent = (exponent: (alpha: number, gamma: number) => number): Claim => {
  if (!nearLinear) throw new Error('no claim');
  return {
    ...nearLinear,
    under: (model) =>
      exponentUnder(
        {
          model,
          quantity: 'n',
          pool: largeMarketPool,
          where: inferenceOutweighs,
          regime: named('inference-dominated'),
        },
        ({ alpha = 0, gamma = 0 }) => exponent(alpha, gamma),
      ),
  };
};

describe('a model of one’s own', () => {
  const own = model({
    id: 'steeper',
    symbols: [{ name: 's', meaning: 'power' }],
    blocks: [{ adoption: 'max(0, ln(q))^s' }],
    set: { s: 2 },
    ranges: { s: { low: 0.5, high: 3 } },
  });
  const claims = (['efficient-ray', 'theorem-1', 'sub-quadratic'] as const).flatMap((id) => CLAIMS[id]);
  const found = switchColumn(claims, own, run);
  it('is put to every claim as a variant is, and told what does not apply or is open, and why', () => {
    expect(found.map(({ verdict }) => verdict)).toEqual([
      'holds',
      'not-applicable',
      'not-applicable',
      'undecided',
      'undecided',
      'refuted',
    ]);
    expect(found[1]?.found).toBe('steeper has no gamma');
    expect(found[3]?.found).toBe('the firms to which this is put have no value of s');
    expect(found[5]?.replay).toMatch(/^optimand verify sub-quadratic --variant steeper --set alpha=/);
  });
});

describe('a cell', () => {
  it('is another law where price decides adoption, and the claim elsewhere', () => {
    if (!nearLinear) throw new Error('no claim');
    expect(cellFor(nearLinear, 'constant-elasticity')).toMatchObject({ verdict: 'other-law', trueAt: 0 });
    expect(cellFor(nearLinear, 'rival').verdict).toBe('holds');
  });
  it('is told from a claim with a wrong exponent, and holds once the exponent is put right', () => {
    expect(
      cellFor(
        withExponent((alpha, gamma) => 1 / (1 - alpha * gamma)),
        'baseline',
      ).verdict,
    ).toBe('other-law');
    expect(
      cellFor(
        withExponent(() => 0),
        'constant-elasticity',
      ).verdict,
    ).toBe('holds');
  });
  it('says why a claim makes no sense', () => {
    if (!nearLinear) throw new Error('no claim');
    expect(cellFor(nearLinear, 'hill-adoption')).toMatchObject({
      verdict: 'not-applicable',
      found: 'hill-adoption has no gamma',
    });
    const none = { ...nearLinear, under: () => notApplicable('because') };
    expect(cellFor(none, 'baseline')).toMatchObject({ verdict: 'not-applicable', found: 'because' });
  });
});
