/** How optima respond to data and parameter efficiency, as comparisons of two firms: conditions are those of the ledger. */
import type { Asked } from '../../../src/claims/responses.ts';
import { turnOf } from '../../../src/claims/responses.ts';
import { baseline } from '../../../src/economics/variants/baseline.ts';
import { refuse } from '../../../src/kernel/issues.ts';
import { inShares } from '../../shares.ts';
import {
  bears,
  FIRM,
  type Given,
  given,
  reals,
  SELLS,
  STANDING,
  type Theorem,
  termText,
} from '../statement.ts';

const FILE = 'coq/Responses.v';
const HELD = 'coq/HeldRho.v';
const DATA = 'data-efficiency-raises-spend';
const PARAMETER = 'parameter-efficiency-lowers-all';
const RHO_HELD = 'larger models and more spend, rho held (a rises as well)';

/** The firm with more of the letters named. */
const primed = (letters: string): string =>
  FIRM.split(' ')
    .map((l) => (letters.includes(l) ? `${l}'` : l))
    .join(' ');

const another = (letters: string): readonly Given[] => [
  given(`standing ${primed(letters)}`, `so of ${[...letters].map((l) => `${l}'`).join(' and ')}`),
  given(`${letters[0]} < ${letters[0]}'`, `${letters[0]} < ${letters[0]}'`),
];

const also = (letters: string): Given =>
  given(
    `sells ${primed(letters)} n' d' t'`,
    `(n', d', t') is one at ${[...letters].map((l) => `${l}'`).join(' and ')}`,
  );

const spend = (at: '' | "'"): string => `6 * n${at} * d${at} / E`;

/** w against the value at which the ledger says that the response turns, at the optimum of one of the two firms. */
function side(asked: Omit<Asked, 'model'>, relation: '<=' | '>=', firm: string, at: '' | "'"): Given {
  const turn = turnOf({ ...asked, model: baseline }, inShares);
  if (!turn?.rises) return refuse('the response does not rise above one w', asked.quantity, 'state it anew');
  const [a, alpha, , , gamma, omega, , E] = firm.split(' ');
  const w = `(margin_elasticity ${a} ${alpha} ${gamma} ${omega} ${E} n${at})`;
  const v = `(inference_share ${firm} n${at})`;
  const root = termText(turn.at, { v });
  return given(
    relation === '<=' ? `${w} <= ${root}` : `${root} <= ${w}`,
    `at (n${at}, d${at}, t${at}) w is at ${relation === '<=' ? 'most' : 'least'} where the ledger says that the response turns`,
  );
}

const SPEND_IN_B = { quantity: 'C_train', parameter: 'b', hold: 'b' } as const;
const SIZE_IN_A = { quantity: 'n', parameter: 'a', hold: 'rho' } as const;

const binders = (letters: string): string => {
  const all = FIRM.split(' ').flatMap((l) => (letters.includes(l) ? [l, `${l}'`] : [l]));
  return reals(`${all.join(' ')} n d t n' d' t'`);
};

const heldRho = (
  name: string,
  says: string,
  claims: Theorem['claims'],
  when: Given,
  concludes: string,
): Theorem => ({
  name,
  file: HELD,
  claims,
  says,
  binders: binders('ab'),
  given: [
    STANDING,
    ...another('ab'),
    given("rho a' alpha b' = rho a alpha b", 'rho is held'),
    SELLS,
    also('ab'),
    when,
  ],
  concludes,
});

export const efficiency = (): readonly Theorem[] => [
  {
    name: 'data_rises_with_a',
    file: FILE,
    claims: [bears(PARAMETER, 'b held')],
    says: 'of two firms alike but in a, the one with more of it trains on more data',
    binders: binders('a'),
    given: [STANDING, ...another('a'), SELLS, also('a')],
    concludes: "d < d'",
  },
  {
    name: 'spend_rises_with_b',
    file: FILE,
    claims: [bears(DATA, 'more spend, a held')],
    says: 'training spend rises with b up to where the ledger says that its response turns',
    binders: binders('b'),
    given: [STANDING, ...another('b'), SELLS, also('b'), side(SPEND_IN_B, '>=', primed('b'), "'")],
    concludes: `${spend('')} < ${spend("'")}`,
  },
  {
    name: 'spend_falls_with_b',
    file: FILE,
    claims: [bears(DATA, 'more spend, a held')],
    says: 'and falls with it from there on',
    binders: binders('b'),
    given: [STANDING, ...another('b'), SELLS, also('b'), side(SPEND_IN_B, '<=', FIRM, '')],
    concludes: `${spend("'")} < ${spend('')}`,
  },
  {
    name: 'spend_can_fall_with_b',
    file: FILE,
    claims: [bears(DATA, 'more spend, a held')],
    says: 'there are two firms alike but in b of which the one with more of it spends less',
    binders: '',
    given: [],
    concludes: `exists ${binders('b').slice(1, -5)}, standing ${FIRM} /\\ standing ${primed('b')} /\\ b < b' /\\ sells ${FIRM} n d t /\\ sells ${primed('b')} n' d' t' /\\ ${spend("'")} < ${spend('')}`,
  },
  heldRho(
    'all_rise_with_a_rho_held',
    'rho held and gamma at most 0: size, data and training spend rise with a and b',
    [bears(DATA, RHO_HELD), bears(PARAMETER, 'rho held (b rises as well)')],
    given('gamma <= 0', 'gamma <= 0'),
    `n < n' /\\ d < d' /\\ ${spend('')} < ${spend("'")}`,
  ),
  heldRho(
    'all_fall_with_a_rho_held',
    'rho held: size, data and training spend fall with a and b from where the ledger says that the response turns',
    [bears(DATA, RHO_HELD), bears(PARAMETER, 'rho held (b rises as well)')],
    side(SIZE_IN_A, '<=', FIRM, ''),
    `n' < n /\\ d' < d /\\ ${spend("'")} < ${spend('')}`,
  ),
];
