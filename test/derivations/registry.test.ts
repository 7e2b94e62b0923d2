/** Every derivation builds, keeps its promises, and no line of it is numerically wrong. */
import { describe, expect, it } from 'vitest';
import { DERIVATION_IDS, DERIVATIONS } from '../../derivations/registry.ts';
import { RULES } from '../../src/derive/rules.ts';
import { byTier, sampled } from '../support/tier.ts';
import { faultsOf } from '../support/well-written.ts';
import { isEquivalent, mutantsOf } from './mutants.ts';
import { isNaming, trueIn, trueWhereMeant } from './truth.ts';

describe.each(DERIVATION_IDS)('%s', (id) => {
  const derivation = DERIVATIONS[id]();

  it('is written once, under its own id', () => {
    expect(DERIVATIONS[id]()).toBe(derivation);
    expect(derivation.id).toBe(id);
  });

  it('is written in sentences, with titles and letters that mean something', () => {
    expect(faultsOf(derivation)).toEqual([]);
  });

  it('has steps that look back, under rules of the list', () => {
    for (const [i, step] of derivation.steps.entries()) {
      expect(step.index).toBe(i);
      expect(step.from.every((j) => j >= 0 && j < i)).toBe(true);
      expect(Object.hasOwn(RULES, step.rule)).toBe(true);
    }
  });

  it('has results that are lines of it', () => {
    for (const result of Object.values(derivation.results)) {
      expect(derivation.steps[result.step]?.relation).toMatchObject({
        left: result.relation.left,
        right: result.relation.right,
      });
    }
  });

  it('uses only derivations that are registered', () => {
    for (const used of derivation.uses) expect(DERIVATION_IDS).toContain(used);
  });

  it.each(
    derivation.steps
      .filter(({ relation, rule }) => relation && rule !== 'assume')
      .map((step) => [step.index, step] as const),
  )('step %i is true in some world', (_, { relation, words }) => {
    if (!relation || isNaming(relation, derivation)) return;
    expect(trueWhereMeant(relation, derivation), words).not.toEqual([]);
  });
});

it('leaves few lines to names alone', () => {
  const all = DERIVATION_IDS.flatMap((id) =>
    DERIVATIONS[id]().steps.map((step) => [DERIVATIONS[id](), step] as const),
  );
  const naming = all.filter(([derivation, { relation }]) => relation && isNaming(relation, derivation));
  expect(
    new Set(
      naming.map(
        ([derivation, { relation }]) =>
          `${derivation.id}: ${relation?.left.kind === 'symbol' ? relation.left.name : ''}`,
      ),
    ),
  ).toEqual(new Set(['uniqueness: G', 'change-of-unit: B']));
});

describe('mutated lines', () => {
  const mutants = sampled(
    DERIVATION_IDS.flatMap((id) => mutantsOf(DERIVATIONS[id]())),
    250,
  );
  const caught = mutants.filter(
    ({ relation, derivation }) => trueWhereMeant(relation, derivation).length === 0,
  );
  const elsewhere = mutants.filter((mutant) => !caught.includes(mutant));
  const lost = elsewhere.filter(
    ({ relation, derivation, worlds }) => trueIn(relation, derivation, worlds).length < worlds.length,
  );
  const survivors = elsewhere.filter((mutant) => !lost.includes(mutant) && !isEquivalent(mutant));

  it('are caught, most of them by being true in no world of their derivation', () => {
    const equal = mutants.length - caught.length - lost.length - survivors.length;
    console.info(
      `${mutants.length} mutants: ${caught.length} true nowhere that is meant, ${lost.length} true in fewer worlds than the original, ${equal} of equal value, ${survivors.length} survive`,
    );
    expect(caught.length).toBeGreaterThanOrEqual(byTier(150, 200));
    expect(survivors.map(({ derivation, step, kind }) => `${derivation.id} ${step} ${kind}`)).toEqual([]);
    expect(lost.length).toBeLessThan(caught.length / 10);
  });
});
