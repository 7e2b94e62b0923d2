/** Directions of responses as claims ask for them: laws, where they turn and on which side a firm is, in words. */
import { describe, expect, test } from 'vitest';
import { inDollars, inShares } from '../../proofs/shares.ts';
import { soldAt } from '../../src/claims/pool.ts';
import {
  type Asked,
  onSide,
  responseAt,
  responseLaw,
  shownSign,
  sideAt,
  sidesOf,
  turnOf,
} from '../../src/claims/responses.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { FIRM as ROUND_FIRM } from '../support/firm.ts';
import { expectGolden } from '../support/goldens.ts';
import { roundedText } from '../support/rounded.ts';

const FIRM = { ...ROUND_FIRM, gamma: -0.4 };
const QUANTITIES = ['n', 'd', 't', 'C_train'] as const;
const baseline = modelOf('baseline');
const [small, large] = [{ ...FIRM, E: 1e15 }, FIRM].map((values) => soldAt(baseline, values));

const PARAMETERS = [
  ['a', 'b'],
  ['a', 'rho'],
  ['b', 'b'],
  ['E', 'b'],
  ['omega', 'rho'],
] as const;

test('of the baseline, at two firms, as a file to be read', () => {
  if (!small || !large) throw new Error('a firm does not sell');
  const rows = PARAMETERS.flatMap(([parameter, hold]) =>
    QUANTITIES.map((quantity) => {
      const asked: Asked = { model: baseline, quantity, parameter, hold };
      const turns = [inShares, inDollars].map((writing) => turnOf(asked, writing));
      return {
        asked: `${quantity}/${parameter}, ${hold} held`,
        inShares: responseLaw(asked, inShares),
        inDollars: responseLaw(asked, inDollars),
        sides: [inShares, inDollars].map((writing) => sidesOf(asked, writing)),
        turns: turns.map((turn) => turn && `${printText(turn.at)}, ${turn.rises ? 'rises' : 'falls'}`),
        shown: shownSign(asked),
        at: [small, large].map((sold) => [responseAt(asked, sold), sideAt(asked, sold)]),
      };
    }),
  );
  expectGolden('claims/responses.json', roundedText(rows));
});

describe('the side of a firm', () => {
  test("is the sign of the referee's response, asked twice alike", () => {
    if (!small || !large) throw new Error('a firm does not sell');
    for (const sold of [small, large, small]) {
      for (const quantity of QUANTITIES) {
        const asked: Asked = { model: baseline, quantity, parameter: 'a', hold: 'b' };
        expect(sideAt(asked, sold), quantity).toBe(Math.sign(responseAt(asked, sold)));
      }
    }
  });

  test('as a hypothesis', () => {
    if (!small || !large) throw new Error('a firm does not sell');
    const asked: Asked = { model: baseline, quantity: 'n', parameter: 'a', hold: 'b' };
    const [up, down] = [onSide(asked, 'rises', inShares), onSide(asked, 'falls', inShares)];
    expect([up.name, down.name, up.stated, down.stated]).toEqual(['side', 'side', false, false]);
    expect(up.statement).toBe(sidesOf(asked, inShares).rises);
    expect(down.statement).toBe(sidesOf(asked, inShares).falls);
    for (const sold of [small, large]) {
      const side = sideAt(asked, sold);
      expect([up.admits?.({}, sold), down.admits?.({}, sold)]).toEqual([side === 1, side === -1]);
    }
    expect(new Set([small, large].map((sold) => sideAt(asked, sold))).size).toBe(2);
  });

  test('a sign that changes from case to case is none', () => {
    const hill = modelOf('fixed-demand+hill-adoption');
    expect(shownSign({ model: hill, quantity: 'n', parameter: 'h', hold: 'b' })).toBeNull();
    expect(shownSign({ model: hill, quantity: 'n', parameter: 'omega', hold: 'b' })).toBe('+');
    expect(shownSign({ model: hill, quantity: 't', parameter: 'omega', hold: 'b' })).toBe('0');
  });

  test('is no number where the referee gives no elasticities', () => {
    if (!small) throw new Error('a firm does not sell');
    const { elasticities: _, ...optimum } = small.optimum;
    const bare = { ...small, optimum } as typeof small;
    expect(responseAt({ quantity: 'n', parameter: 'a', hold: 'rho' }, bare)).toBeNaN();
  });
});
