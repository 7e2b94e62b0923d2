/** Variants that are the baseline in other letters, with their laws in their own; and demand that is given. */

import { DERIVATIONS } from '../../../derivations/registry.ts';
import { VARIANTS, type VariantId } from '../../../src/economics/variants/registry.ts';
import { parse } from '../../../src/kernel/parse.ts';
import type { CoqNames } from '../../../src/kernel/print-coq.ts';
import { joinTables, type SymbolTable } from '../../../src/kernel/symbols.ts';
import {
  bears,
  FIRM,
  formula,
  type Given,
  given,
  reals,
  result,
  rightOf,
  STANDING,
  type Theorem,
  termText,
} from '../statement.ts';
import { type Meaning, meaning } from './model.ts';

const FILE = 'coq/Variants.v';
const LAWS = 'coq/VariantLaws.v';
const FIXED = 'coq/FixedDemand.v';
const OBJECTION = 'fixed-threshold-is-load-bearing';

const profitOf = (id: VariantId, names: CoqNames = {}): string => termText(VARIANTS[id].profit, names);
/** Its kappa is another than the derivations'. */
const DRIFT = { kappa: 'drift' };
const FIXED_FIRM = 'a alpha b beta gamma omega T E';

/** What the variants' profits and optima are in Coq. */
export const variantMeanings = (): readonly Meaning[] => [
  meaning(
    'profit, endogenous-threshold',
    `${FIRM} drift n d t`,
    `drifting_profit ${FIRM} drift n d t`,
    profitOf('endogenous-threshold', DRIFT),
    'Variants',
  ),
  meaning(
    'profit, rival',
    `${FIRM} q0 n d t`,
    `rival_profit ${FIRM} q0 n d t`,
    profitOf('rival'),
    'Variants',
  ),
  meaning(
    'profit, cournot',
    `${FIRM} t_others n d t`,
    `cournot_profit ${FIRM} t_others n d t`,
    profitOf('cournot'),
    'Variants',
  ),
  meaning(
    'equilibrium, cournot',
    `${FIRM} m n d t`,
    `cournot_equilibrium ${FIRM} m n d t`,
    `sells_at (cournot_profit ${FIRM} (${Object.values(VARIANTS.cournot.rivals).map((term) => termText(term))})) n d t`,
    'Variants',
  ),
  meaning(
    'profit, fixed-demand',
    `${FIXED_FIRM} n d`,
    `fixed_profit ${FIXED_FIRM} n d`,
    profitOf('fixed-demand'),
    'FixedDemand',
  ),
];

const positive = (letters: string): readonly Given[] =>
  letters.split(' ').map((letter) => given(`0 < ${letter}`, `${letter} > 0`));
const NEGATIVE = given('gamma < 0', 'gamma < 0');

/** The two-sided law of the baseline for gamma < 0, in other letters. */
const twoSided = (names: CoqNames = {}): string =>
  `Rmin (${formula('dominated-regimes', '(omega*alpha*E/(4*a^gamma))^(1/(1+alpha*gamma))', names)}) (${formula('dominated-regimes', '(alpha^2*omega^2*E/(2*k*kappa*a^(2*gamma)))^(1/(k+2*alpha*gamma))', names)}) <= n /\\ n < Rmin (${names.n_I ?? '(n_I a alpha gamma omega E)'}) (${rightOf('theorems-1-and-2', 'training-bound-negative', names)})`;

interface Case {
  readonly name: string;
  readonly words: string;
  /** Letters besides the firm's. */
  readonly letters: string;
  readonly given: readonly Given[];
  readonly sells: Given;
  readonly beta: string;
  /** What stands for the baseline's letters. */
  readonly names: CoqNames;
  readonly reading: string;
}

const sold = (profit: string, words: string): Given => given(`sells_at (${profit}) n d t`, words);

const drifting: Case = {
  name: 'drifting',
  words: 'thresholds that drift with the frontier',
  letters: 'drift',
  given: [
    given('drift < 1', 'drift < 1'),
    given(
      'standing a (alpha * (1 - drift)) b (beta * (1 - drift)) gamma omega delta E',
      'a, alpha, b, beta, omega, delta, E > 0 and 1 + alpha (1 - drift) gamma > 0',
    ),
  ],
  sells: sold(`drifting_profit ${FIRM} drift`, '(n, d, t) is an optimum with positive profit'),
  beta: 'beta * (1 - drift)',
  names: {
    a: '(Rpower a (1 - drift))',
    alpha: '(alpha * (1 - drift))',
    n_I: '(n_I (Rpower a (1 - drift)) (alpha * (1 - drift)) gamma omega E)',
  },
  reading: 'thresholds rise with the frontier',
};

const rival: Case = {
  name: 'rival',
  words: 'a free rival',
  letters: 'q0',
  given: [STANDING, ...positive('q0')],
  sells: sold(`rival_profit ${FIRM} q0`, '(n, d, t) is an optimum with positive profit'),
  beta: 'beta',
  names: {},
  reading: 'a free rival serves the low end',
};

const cournot: Case = {
  name: 'cournot',
  words: 'm sellers alike',
  letters: 'm',
  given: [STANDING, given('1 <= m', 'm >= 1')],
  sells: given(
    `cournot_equilibrium ${FIRM} m n d t`,
    "where the others sell (m - 1) t no choice of one's own beats (n, d, t), which earns something",
  ),
  beta: 'beta',
  names: { kappa: '(kappa a alpha b beta (delta * (m + 1) / 2))' },
  reading: 'sellers compete (Cournot)',
};

const lawsOf = ({
  name,
  words,
  letters,
  given: assumed,
  sells,
  beta,
  names,
  reading,
}: Case): readonly Theorem[] => {
  const shared = {
    file: LAWS,
    claims: [bears(OBJECTION, reading)],
    binders: reals(`${FIRM} ${letters} n d t`),
  };
  return [
    {
      ...shared,
      name: `${name}_size_below_n_I`,
      says: `${words}: n* < n_I${names.n_I ? ', in the letters of the drift' : ' as in the baseline'}`,
      given: [...assumed, sells],
      concludes: result('explicit-bound', 'bound', names),
    },
    {
      ...shared,
      name: `${name}_law`,
      says: `${words}: the two-sided law for gamma < 0`,
      given: [
        ...assumed,
        sells,
        NEGATIVE,
        given(`0 < 1 + ${beta} * gamma`, `1 + ${beta.replaceAll('* ', '')} gamma > 0`),
      ],
      concludes: twoSided(names),
    },
  ];
};

const same = (
  name: string,
  words: string,
  letters: string,
  more: readonly Given[],
  left: string,
  right: string,
): Theorem => ({
  name,
  file: FILE,
  claims: [],
  says: words,
  binders: reals(`${FIRM} ${letters} n d t`),
  given: [...positive('a b'), ...more],
  concludes: `(sells_at (${left}) n d t <-> sells ${right} n d t)`,
});

/** The letters of the reduced problem and T. */
export const demandLetters = (): SymbolTable =>
  joinTables(DERIVATIONS['dominated-regimes']().symbols, VARIANTS['fixed-demand'].symbols);

const withDemand = (text: string): string => termText(parse(text, demandLetters()));

/** The two laws of given demand, as the toolkit finds them, for size. */
export const FIXED_LAWS = {
  inference: '(omega*alpha*E/(2*a^gamma))^(1/(1+alpha*gamma))',
  training: '(T*omega*alpha*E/(6*k*R*a^gamma))^(1/(k+alpha*gamma))',
} as const;
const halved = (law: string): string => withDemand(law.replace('/(2*', '/(4*').replace('/(6*', '/(12*'));

const FIXED_STANDING = given(
  `standing ${FIXED_FIRM}`,
  'a, alpha, b, beta, omega, T, E > 0 and 1 + alpha gamma > 0',
);
const FIXED_SELLS = given(
  `fixed_sells ${FIXED_FIRM} n d`,
  'no choice of size and data beats (n, d), which earns something',
);

export const variants = (): readonly Theorem[] => [
  same(
    'drifting_is_baseline',
    'thresholds that drift are the baseline with other efficiencies and exponents',
    'drift',
    [given('drift < 1', 'drift < 1')],
    `drifting_profit ${FIRM} drift`,
    '(Rpower a (1 - drift)) (alpha * (1 - drift)) (Rpower b (1 - drift)) (beta * (1 - drift)) gamma omega delta E',
  ),
  same(
    'rival_is_baseline',
    'a free rival is the baseline with efficiencies and a price scale in units of its quality',
    'q0',
    positive('q0'),
    `rival_profit ${FIRM} q0`,
    '(a / q0) alpha (b / q0) beta gamma (omega * Rpower q0 (- gamma)) delta E',
  ),
  {
    name: 'cournot_is_baseline',
    file: FILE,
    claims: [],
    says: 'each of m sellers in equilibrium chooses what one alone would whose demand falls (m + 1)/2 times as fast',
    binders: reals(`${FIRM} m n d t`),
    given: [...cournot.given, cournot.sells],
    concludes: 'sells a alpha b beta gamma omega (delta * (m + 1) / 2) E n d t',
  },
  ...[drifting, rival, cournot].flatMap(lawsOf),
  {
    name: 'fixed_condition',
    file: FIXED,
    claims: [],
    says: 'demand given: an optimum lies on the ray, and marginal revenue pays for inference and training',
    binders: reals(`${FIXED_FIRM} n d`),
    given: [FIXED_STANDING, FIXED_SELLS],
    concludes: `${result('efficient-ray', 'ray')} /\\ T * (alpha * omega / (Rpower a gamma * Rpower n (1 + alpha * gamma))) = 2 * T / E + 6 * k alpha beta * ray a b beta * Rpower n (k alpha beta - 1) / E`,
  },
  {
    name: 'fixed_demand_law',
    file: FIXED,
    claims: [],
    says: 'demand given: n* is below both laws, and above the smaller of them with halves under their roots, for every E and gamma',
    binders: reals(`${FIXED_FIRM} n d`),
    given: [FIXED_STANDING, FIXED_SELLS],
    concludes: `Rmin (${halved(FIXED_LAWS.inference)}) (${halved(FIXED_LAWS.training)}) <= n /\\ n < Rmin (${withDemand(FIXED_LAWS.inference)}) (${withDemand(FIXED_LAWS.training)})`,
  },
];
