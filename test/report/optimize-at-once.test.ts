/** What the page shows at once is what the command line says: the same digits, the same regime. */
import { describe, expect, it } from 'vitest';
import { VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { drawBox, place } from '../../src/numerics/pool.ts';
import { growth, growthPoints } from '../../src/report/figures/growth.ts';
import { byFastSolver } from '../../src/report/figures/optima-along.ts';
import { laws, lawsOnce, rememberLaws } from '../../src/report/laws.ts';
import { elasticityText, roundedText } from '../../src/report/numbers.ts';
import { optimize } from '../../src/report/optimize.ts';
import { optimizeAtOnce, type Told } from '../../src/report/optimize-at-once.ts';
import { FIRM } from '../support/firm.ts';
import { byTier } from '../support/tier.ts';

const [SEED, DRAWS] = [20260514, byTier(4, 40)];
/** Digits that the page shows of a quantity. */
const DIGITS = 9;

/** What is shown, as it is shown. */
function shown({ produces, unbounded, optimum, elasticities, regime }: Told): Record<string, unknown> {
  const texts = (values: Readonly<Record<string, number>> | null, text: (value: number) => string): unknown =>
    values &&
    Object.fromEntries(
      Object.entries(values)
        .map(([name, value]) => [name, text(value)])
        .sort(),
    );
  return {
    ...{ produces, unbounded, regime },
    optimum: texts(optimum, (value) => roundedText(value, DIGITS)),
    elasticities: texts(elasticities, elasticityText),
  };
}

describe.each(VARIANT_IDS)(`%s, ${DRAWS} firms, next to break-even too, seed ${SEED}`, (id) => {
  const model = VARIANTS[id];
  const firms = drawBox(SEED, DRAWS).map((draw) => place(model, draw).values);

  it('shows the digits of `optimize`', () => {
    for (const values of firms) {
      const { answer } = optimizeAtOnce(model, values);
      const [row] = optimize(values, { variant: model }).rows;
      if (!answer || !row || !('produces' in row)) throw new Error('no answer');
      expect(shown(answer)).toEqual(shown(row));
    }
  }, 120_000);
});

describe('the baseline', () => {
  const model = VARIANTS.baseline;
  const set = {
    ...FIRM,
  };

  it('refuses what `optimize` refuses, in the same words', () => {
    for (const wrong of [{ a: -1 }, { E: 0 }, { zeta: 1 }]) {
      const said = [optimizeAtOnce, (_: unknown, values: object) => optimize({ ...values })].map((solve) => {
        try {
          return JSON.stringify(solve(model, { ...set, ...wrong } as typeof set));
        } catch (error) {
          return (error as Error).message;
        }
      });
      expect(said[0]).toBe(said[1]);
    }
  });

  it('has the referee’s points along E, with laws and without', () => {
    const byReferee = growth(model, { set });
    expect(growth(model, { set, along: byFastSolver })).toEqual(byReferee);
    const bare = growthPoints(model, { set, along: byFastSolver });
    for (const [k, { optima, slopes }] of byReferee.quantities.entries())
      expect(bare.quantities[k]).toMatchObject({ optima, slopes, laws: [], bound: [] });
  }, 120_000);

  it('has the same laws where another thread has found them', () => {
    const place = { model: { ...model }, growing: 'E', values: set };
    rememberLaws(place, structuredClone(lawsOnce({ ...place, model }, 'b')));
    expect(laws(place.model, { set }).result).toEqual(laws(model, { set }).result);
  }, 120_000);
});
