/** Theorems 1 and 2, their slack, and the laws by regime. */
import {
  bears,
  CRITICAL,
  definitionOf,
  EARNS,
  FIRM,
  formula,
  type Given,
  given,
  reals,
  result,
  rightOf,
  SELLS,
  STANDING,
  type Theorem,
} from '../statement.ts';

const LIMIT = 'E to infinity, the rest fixed';
const ASYMPTOTIC = 'n*, E to infinity';
const UNIFORM = 'uniformly in E, a and rho';
const all = (letters: string): string => reals(letters);
const AT_OPTIMUM = [STANDING, SELLS];

/** The bounds of the paper's two theorems, their constants left out. */
const bound1 = (): string => formula('theorems-1-and-2', '(E/(rho*a^gamma))^(1/(1+alpha*gamma))');
const bound2 = (): string => formula('theorems-1-and-2', 'a*E/rho');

const positives = (letters: string): readonly Given[] =>
  letters.split(' ').map((letter) => given(`0 < ${letter}`, `${letter} > 0`));
const ALPHA_GAMMA = given('0 < 1 + alpha * gamma', '1 + alpha gamma > 0');
const BETA_GAMMA = given('0 < 1 + beta * gamma', '1 + beta gamma > 0');

/** For every share there is an E beyond which no optimum reaches that share of the bound. */
const slack = (bound: string, firm: string): string =>
  `exists E0, 0 < E0 /\\ forall E n d t, E0 <= E -> sells ${firm} n d t -> n <= eps * (${bound})`;

/** No constant serves all a, b and E. */
const noConstant = (bound: string, firm: string): string =>
  `~ exists K, forall a b E n d t, standing ${firm} -> sells ${firm} n d t -> n <= K * (${bound})`;

const paper = (): readonly Theorem[] => [
  ...(['size', 'data', 'spend'] as const).map(
    (part): Theorem => ({
      name: `theorem_1_${part}`,
      file: 'theorem-1/Theorem1.v',
      claims: [bears('theorem-1', LIMIT)],
      says: `the bound of theorem 1 on ${part}, with its constant and for every E`,
      binders: all(`${FIRM} n d t`),
      given: AT_OPTIMUM,
      concludes: result('theorems-1-and-2', `theorem-1-${part}`),
    }),
  ),
  {
    name: 'quoted_exponents',
    file: 'theorem-1/Theorem1.v',
    claims: [bears('theorem-1', LIMIT)],
    says: 'the exponents quoted at alpha = beta = 0.3, gamma = -1 are right to two decimals',
    binders: '',
    given: [],
    concludes: `Rabs (${rightOf('theorems-1-and-2', 'size-exponent', { alpha: '(3 / 10)', gamma: '(- (1))' })} - 143 / 100) <= 5 / 1000 /\\ Rabs (${rightOf('theorems-1-and-2', 'spend-exponent', { alpha: '(3 / 10)', gamma: '(- (1))', k: '(k (3 / 10) (3 / 10))' })} - 186 / 100) <= 5 / 1000`,
  },
  {
    name: 'theorem_1_slack',
    file: 'theorem-1/Theorem1.v',
    claims: [bears('theorem-1', LIMIT), bears('near-linear', ASYMPTOTIC)],
    says: 'n*/bound tends to 0 as E grows: the bound of theorem 1 is not tight',
    binders: all('a alpha b beta gamma omega delta eps'),
    given: [...positives('a alpha b beta omega delta'), ALPHA_GAMMA, BETA_GAMMA, ...positives('eps')],
    concludes: slack(bound1(), FIRM),
  },
  {
    name: 'no_uniform_constant_1',
    file: 'coq/Bounds.v',
    claims: [bears('theorem-1', UNIFORM)],
    says: 'uniformly in a, b and E theorem 1 holds with no constant',
    binders: all('alpha beta gamma omega delta'),
    given: [...positives('alpha beta omega delta'), ALPHA_GAMMA],
    concludes: noConstant(bound1(), FIRM),
  },
  ...(['size', 'spend'] as const).map(
    (part): Theorem => ({
      name: `theorem_2_${part}`,
      file: 'theorem-2/Theorem2.v',
      claims: [bears('theorem-2', LIMIT)],
      says: `the bound of theorem 2 on ${part}, with its constant and for every E`,
      binders: all('a alpha b beta omega delta E n d t'),
      given: [
        given('standing a alpha b beta 0 omega delta E', 'a, alpha, b, beta, omega, delta, E > 0; gamma = 0'),
        given('sells a alpha b beta 0 omega delta E n d t', '(n, d, t) is an optimum with positive profit'),
      ],
      concludes: result('theorems-1-and-2', `theorem-2-${part}`),
    }),
  ),
  {
    name: 'theorem_2_slack',
    file: 'theorem-2/Theorem2.v',
    claims: [bears('theorem-2', LIMIT)],
    says: 'n*/bound tends to 0 as E grows: the bound of theorem 2 is not tight',
    binders: all('a alpha b beta omega delta eps'),
    given: positives('a alpha b beta omega delta eps'),
    concludes: slack(bound2(), 'a alpha b beta 0 omega delta E'),
  },
  {
    name: 'no_uniform_constant_2',
    file: 'coq/Bounds.v',
    claims: [bears('theorem-2', UNIFORM)],
    says: 'uniformly in a, b and E theorem 2 holds with no constant, where alpha differs from 1',
    binders: all('alpha beta omega delta'),
    given: [
      ...positives('alpha'),
      given('alpha <> 1', 'alpha differs from 1'),
      ...positives('beta omega delta'),
    ],
    concludes: noConstant(bound2(), 'a alpha b beta 0 omega delta E'),
  },
];

const explicit = (): readonly Theorem[] => [
  {
    name: 'size_below_n_I',
    file: 'theorem-1/Theorem1.v',
    claims: [bears('theorem-1', LIMIT), bears('theorem-2', LIMIT)],
    says: 'n* < n_I for every E; rho does not enter',
    binders: all(`${FIRM} n d t`),
    given: AT_OPTIMUM,
    concludes: result('explicit-bound', 'bound'),
  },
  {
    name: 'margin_still_rises',
    file: 'coq/Critical.v',
    claims: [],
    says: 'at a critical point a larger model would still raise the margin',
    binders: all(`${FIRM} n`),
    given: [STANDING, CRITICAL],
    concludes: result('explicit-bound', 'marginal-positive'),
  },
  {
    name: 'marginal_revenue_split',
    file: 'theorem-1/Theorem1.v',
    claims: [bears('theorem-1', LIMIT)],
    says: 'marginal revenue pays for inference and, 3kd/t times as much, for training',
    binders: all(`${FIRM} n d t`),
    given: AT_OPTIMUM,
    concludes: result('explicit-bound', 'split'),
  },
  {
    name: 'size_identity_at_optimum',
    file: 'theorem-1/Theorem1.v',
    claims: [bears('theorem-1', LIMIT)],
    says: 'n* = n_I (1 + 3kd/t)^(-1/(1 + alpha gamma)) exactly',
    binders: all(`${FIRM} n d t`),
    given: AT_OPTIMUM,
    concludes: result('explicit-bound', 'identity'),
  },
];

const TRAINING_NEGATIVE = 'training-bound-negative';
const NEGATIVE = given('gamma < 0', 'gamma < 0');
const SATURATED = given('0 < gamma', 'gamma > 0');

/** Beyond these E the firm is deep enough in its training-dominated regime. */
const efficient = (): readonly Given[] => [
  given(
    `${formula('dominated-regimes', '((alpha*omega^2/(gamma*kappa*a^gamma))^(1+alpha*gamma)/(alpha*omega/(4*a^gamma))^(k+alpha*gamma))^(1/(k-1))')} <= E`,
    'E is past an explicit threshold on inference',
  ),
  given(
    `${formula('dominated-regimes', '2*k*kappa*a^(2*gamma)*((2+alpha*gamma)/a^gamma)^((k+2*alpha*gamma)/(alpha*gamma))/(alpha^2*omega^2)')} <= E`,
    'E is past an explicit threshold on saturation',
  ),
];

const regimes = (): readonly Theorem[] => [
  {
    name: 'size_below_training_law',
    file: 'coq/Laws.v',
    claims: [bears('near-linear', ASYMPTOTIC)],
    says: 'gamma < 0: n* is below the training-dominated law for every E',
    binders: all(`${FIRM} n d t`),
    given: [...AT_OPTIMUM, NEGATIVE, BETA_GAMMA],
    concludes: result('theorems-1-and-2', TRAINING_NEGATIVE),
  },
  {
    name: 'two_sided_law',
    file: 'coq/Laws.v',
    claims: [bears('near-linear', ASYMPTOTIC)],
    says: 'gamma < 0: n* lies between constant multiples of the smaller of the two laws, for every E',
    binders: all(`${FIRM} n d t`),
    given: [...AT_OPTIMUM, NEGATIVE, BETA_GAMMA],
    concludes: `Rmin (${formula('dominated-regimes', '(omega*alpha*E/(4*a^gamma))^(1/(1+alpha*gamma))')}) (${formula('dominated-regimes', '(alpha^2*omega^2*E/(2*k*kappa*a^(2*gamma)))^(1/(k+2*alpha*gamma))')}) <= n /\\ n < Rmin (${definitionOf('explicit-bound', 'n_I')}) (${rightOf('theorems-1-and-2', TRAINING_NEGATIVE)})`,
  },
  {
    name: 'size_below_saturated_law',
    file: 'coq/Laws.v',
    claims: [bears('near-linear', ASYMPTOTIC)],
    says: 'gamma > 0: n* is below the training-dominated law for every E',
    binders: all(`${FIRM} n d t`),
    given: [...AT_OPTIMUM, SATURATED],
    concludes: result('theorems-1-and-2', 'training-bound-positive'),
  },
  {
    name: 'size_above_saturated_law',
    file: 'coq/Laws.v',
    claims: [bears('near-linear', ASYMPTOTIC)],
    says: 'gamma > 0: for E beyond an explicit one n* is above the law with a quarter under its root',
    binders: all(`${FIRM} n d t`),
    given: [...AT_OPTIMUM, SATURATED, ...efficient()],
    concludes: `${formula('dominated-regimes', '(alpha*omega^2*E/(4*(gamma*kappa*a^gamma)))^(1/(k+alpha*gamma))')} <= n`,
  },
];

const unique = (): readonly Theorem[] => [
  {
    name: 'critical_is_maximum',
    file: 'coq/Critical.v',
    claims: [],
    says: 'a critical point that does not lose money is the strict maximum over all sizes that sell',
    binders: all(`${FIRM} n m`),
    given: [
      STANDING,
      CRITICAL,
      EARNS,
      given('0 < m', 'm > 0'),
      given('0 < margin a alpha gamma omega E m', 'its margin is positive'),
      given('m <> n', 'm is not n'),
    ],
    concludes: `reduced ${FIRM} m < reduced ${FIRM} n`,
  },
  {
    name: 'critical_is_local_maximum',
    file: 'coq/Critical.v',
    claims: [],
    says: 'and so a strict local maximum',
    binders: all(`${FIRM} n`),
    given: [STANDING, CRITICAL, EARNS],
    concludes: `exists h, 0 < h /\\ forall m, Rabs (m - n) < h -> m <> n -> reduced ${FIRM} m < reduced ${FIRM} n`,
  },
  {
    name: 'critical_unique',
    file: 'coq/Critical.v',
    claims: [],
    says: 'there is only one',
    binders: all(`${FIRM} n m`),
    given: [
      STANDING,
      CRITICAL,
      given(`critical ${FIRM} m`, 'm is critical too'),
      EARNS,
      given(`0 <= reduced ${FIRM} m`, 'nor does m lose money'),
    ],
    concludes: 'n = m',
  },
  {
    name: 'optimum_exists',
    file: 'coq/Existence.v',
    claims: [],
    says: 'if any choice earns something, an optimum exists',
    binders: all(`${FIRM} n d t`),
    given: [
      STANDING,
      ...positives('n d'),
      given('0 <= t', 't >= 0'),
      given(`0 < profit ${FIRM} n d t`, 'its profit is positive'),
    ],
    concludes: `exists n' d' t', sells ${FIRM} n' d' t'`,
  },
  {
    name: 'sells_eventually',
    file: 'coq/Existence.v',
    claims: [],
    says: 'every firm is in business once E is large enough, so nothing said of optima is vacuous',
    binders: all('a alpha b beta gamma omega delta'),
    given: [...positives('a alpha b beta omega delta'), ALPHA_GAMMA],
    concludes: `exists E0, 0 < E0 /\\ forall E, E0 <= E -> exists n d t, sells ${FIRM} n d t`,
  },
];

export const bounds = (): readonly Theorem[] => [...paper(), ...explicit(), ...regimes(), ...unique()];
