/** How optima respond: signs as comparisons, elasticities, data-bound spend, break-even, substitution. */
import {
  bears,
  FIRM,
  formula,
  type Given,
  given,
  reals,
  result,
  resultOf,
  rightOf,
  STANDING,
  type Theorem,
  termText,
} from '../statement.ts';

const prime = (letter: string): string => `${letter}'`;
const withPrime = (letter: string): string =>
  FIRM.split(' ')
    .map((l) => (l === letter ? prime(l) : l))
    .join(' ');

/** Two firms alike but in one parameter, each at an optimum with positive profit. */
function compared(
  parameter: string,
  rises: boolean,
  name: string,
  claims: Theorem['claims'],
  concludes: string,
): Theorem {
  const other = withPrime(parameter);
  const letters = FIRM.split(' ').flatMap((l) => (l === parameter ? [l, prime(l)] : [l]));
  return {
    name,
    file: 'coq/Statics.v',
    claims,
    says: `of two firms alike but in ${parameter}, the one with more of it has the ${rises ? 'larger' : 'smaller'} optimum`,
    binders: reals(`${letters.join(' ')} n d t n' d' t'`),
    given: [
      STANDING,
      given(`standing ${other}`, `so of ${prime(parameter)}`),
      given(`${parameter} < ${prime(parameter)}`, `${parameter} < ${prime(parameter)}`),
      given(`sells ${FIRM} n d t`, `(n, d, t) is an optimum with positive profit at ${parameter}`),
      given(`sells ${other} n' d' t'`, `(n', d', t') is one at ${prime(parameter)}`),
    ],
    concludes,
  };
}

const UP = "n < n' /\\ d < d'";
const signs = (): readonly Theorem[] => [
  compared('E', true, 'optimum_rises_with_E', [], UP),
  compared('omega', true, 'optimum_rises_with_omega', [], UP),
  compared(
    'b',
    true,
    'optimum_rises_with_b',
    [bears('data-efficiency-raises-spend', 'larger models, a held')],
    "n < n'",
  ),
  compared('delta', false, 'optimum_falls_with_delta', [], "n' < n /\\ d' < d"),
];

const FALLS = 'data-bound-spend-falls-with-data-efficiency';
const STOCK = 'theorem-3/DataBound.v';
const uses = (firm: string, size: string, sales: string): Given =>
  given(
    `data_bound_optimum ${firm} D ${size} D ${sales}`,
    `(${size}, D, ${sales}) is an optimum among d <= D: it uses the whole stock`,
  );
const spendAt = (size: string, efficiency = 'E'): string => `6 * ${size} * D / ${efficiency}`;

function spendCompared(parameter: string, rises: boolean, claims: Theorem['claims']): Theorem {
  const other = withPrime(parameter);
  const letters = FIRM.split(' ').flatMap((l) => (l === parameter ? [l, prime(l)] : [l]));
  const [before, after] = [spendAt('n'), spendAt("n'", parameter === 'E' ? "E'" : 'E')];
  return {
    name: `data_bound_spend_${rises ? 'rises' : 'falls'}_with_${parameter}`,
    file: STOCK,
    claims,
    says: `where the whole stock is used, training spend ${rises ? 'rises' : 'falls'} with ${parameter}`,
    binders: reals(`${letters.join(' ')} D n t n' t'`),
    given: [
      STANDING,
      given(`standing ${other}`, `so of ${prime(parameter)}`),
      given(`${parameter} < ${prime(parameter)}`, `${parameter} < ${prime(parameter)}`),
      uses(FIRM, 'n', 't'),
      uses(other, "n'", "t'"),
    ],
    concludes: rises ? `${before} < ${after}` : `${after} < ${before}`,
  };
}

const dataBound = (): readonly Theorem[] => [
  {
    name: 'data_bound_size',
    file: STOCK,
    claims: [bears('theorem-3', 'where data bind')],
    says: 'an optimum that uses the whole stock has n* = D^(beta/alpha)/rho',
    binders: reals(`${FIRM} D n t`),
    given: [STANDING, uses(FIRM, 'n', 't')],
    concludes: result('data-bound', 'size'),
  },
  {
    name: 'data_bound_spend',
    file: STOCK,
    claims: [bears('theorem-3', 'where data bind')],
    says: 'and spends exactly 6 D^(1 + beta/alpha)/(rho E) on training',
    binders: reals(`${FIRM} D n t`),
    given: [STANDING, uses(FIRM, 'n', 't')],
    concludes: `${spendAt('n')} = ${rightOf('data-bound', 'spend')}`,
  },
  spendCompared('b', true, [bears(FALLS, 'falls with data efficiency b, a held')]),
  spendCompared('a', false, [bears(FALLS, 'falls with parameter efficiency a, b held')]),
  spendCompared('E', false, [bears(FALLS, 'falls with E')]),
];

const BRANCH: readonly Given[] = [
  STANDING,
  given(
    'locally E (fun e => critical a alpha b beta gamma omega delta e (n e))',
    'n(e) is critical for every e near E',
  ),
  given("is_derive n E n'", "n' is the derivative of n at E"),
  given(`0 <= reduced ${FIRM} (n E)`, 'reduced profit at E is not negative'),
];
const branchBinders = `(${FIRM} : R) (n : R -> R) (n' : R)`;
const AT = {
  n: '(n E)',
  v: `(inference_share ${FIRM} (n E))`,
  w: '(margin_elasticity a alpha gamma omega E (n E))',
  M: '(margin a alpha gamma omega E (n E))',
};

const elasticity = (): readonly Theorem[] => [
  {
    name: 'second_order',
    file: 'coq/Elasticity.v',
    claims: [],
    says: 'the denominator of the local elasticity is positive wherever profit is not negative',
    binders: reals(`${FIRM} n`),
    given: [
      STANDING,
      given(`critical ${FIRM} n`, 'n is critical'),
      given(`0 <= reduced ${FIRM} n`, 'its reduced profit is not negative'),
    ],
    concludes: `0 < (1 + alpha * gamma) * (1 + inference_share ${FIRM} n) + (k alpha beta - 1) - margin_elasticity a alpha gamma omega E n`,
  },
  {
    name: 'local_elasticity',
    file: 'coq/Elasticity.v',
    claims: [],
    says: 'd ln n*/d ln E along any differentiable branch of critical points',
    binders: branchBinders,
    given: BRANCH,
    concludes: `n' * E / n E = ${rightOf('local-elasticity', 'size', AT)}`,
  },
  {
    name: 'elasticity_bounds',
    file: 'coq/Elasticity.v',
    claims: [],
    says: 'its bounds for alpha >= beta',
    binders: branchBinders,
    given: [BRANCH[0] as Given, given('beta <= alpha', 'alpha >= beta'), ...BRANCH.slice(1)],
    concludes: `${formula('local-elasticity', '1/(1 + alpha*gamma + (k-1)/(1+v))', AT)} < n' * E / n E <= ${formula('local-elasticity', '(1 + 2*n/E/M/(1+v))/(1 + alpha*gamma)', AT)}`,
  },
];

const EQUAL = 'a alpha b alpha gamma omega delta E';
const breakEven = (name: string, gamma: Given, quality: string): Theorem => ({
  name,
  file: 'coq/BreakEven.v',
  claims: [],
  says: 'with alpha = beta some choice earns something exactly where E is beyond one closed form',
  binders: reals('a alpha b gamma omega delta E q n'),
  given: [
    given(`standing ${EQUAL}`, 'a, alpha, b, omega, delta, E > 0, 1 + alpha gamma > 0, beta = alpha'),
    given(result('break-even', 'size'), 'n is the size at which quality is q'),
    gamma,
    given(result('break-even', quality), 'q is the quality at break-even'),
  ],
  concludes: `let F := ${formula('break-even', 'alpha*omega/(a^gamma*n^(1+alpha*gamma))')} in (profitable ${EQUAL} <-> ${termText(resultOf('break-even', 'efficiency').right)} < E)`,
});

const SUBSTITUTION = 'elasticity-of-substitution/Substitution.v';
const positive = (letters: string): readonly Given[] =>
  letters.split(' ').map((letter) => given(`0 < ${letter}`, `${letter} > 0`));

const substitution = (): readonly Theorem[] => [
  {
    name: 'elasticity_of_substitution',
    file: SUBSTITUTION,
    claims: [bears('elasticity-of-substitution', 'the formula')],
    says: 'd ln(d/n)/d ln(rate) along any differentiable isoquant d(n) of the loss law',
    binders: '(A alpha B beta L_inf : R)',
    given: positive('A alpha B beta'),
    concludes: `forall (d : R -> R) (n d' : R), 0 < n -> locally n (fun x => 0 < d x /\\ loss A alpha B beta L_inf x (d x) = loss A alpha B beta L_inf n (d n)) -> is_derive d n d' -> exists s1 s2, is_derive (fun x => ln (d x / x)) n s1 /\\ is_derive (fun x => ln (substitution_rate A alpha B beta L_inf x (d x))) n s2 /\\ s2 <> 0 /\\ s1 / s2 = ${rightOf('elasticity-of-substitution', 'loss-law', { d: '(d n)' })}`,
  },
  {
    name: 'equal_exponents',
    file: SUBSTITUTION,
    claims: [bears('elasticity-of-substitution', 'the formula')],
    says: 'with alpha = beta it is 1/(1 + alpha)',
    binders: reals('A alpha B n d'),
    given: positive('A alpha B'),
    concludes: `${rightOf('elasticity-of-substitution', 'loss-law', { beta: 'alpha' })} = ${rightOf('elasticity-of-substitution', 'loss-law-equal-exponents')}`,
  },
];

export const responses = (): readonly Theorem[] => [
  ...signs(),
  ...dataBound(),
  ...elasticity(),
  breakEven('break_even_power', given('gamma <> 0', 'gamma is not 0'), 'quality'),
  breakEven('break_even_log', given('gamma = 0', 'gamma = 0'), 'quality-log'),
  ...substitution(),
];
