/** Adoption, best sales, the efficient ray, and the link from the three-variable problem to the reduced one. */
import {
  bears,
  CRITICAL,
  EARNS,
  FIRM,
  given,
  reals,
  relationText,
  result,
  resultOf,
  rightOf,
  SELLS,
  STANDING,
  type Theorem,
} from '../statement.ts';

const ADOPTION = 'coq/Adoption.v';
const LINK = 'coq/Link.v';
const positive = (letter: string) => given(`0 < ${letter}`, `${letter} > 0`);
const bought = '(adoption gamma (quality a alpha b beta n d))';
const profit = (t: string): string => `profit ${FIRM} n d ${t}`;
const bestSales = (): string => rightOf('best-sales', 'sales', { f: bought });

const adoption = (): readonly Theorem[] => [
  {
    name: 'adoption_integral',
    file: ADOPTION,
    claims: [],
    says: 'f(q) is the integral of the density of thresholds from 1 to q',
    binders: reals('q gamma'),
    given: [positive('q')],
    concludes: `is_RInt (fun s => ${rightOf('adoption', 'slope', { q: 's' })}) 1 q (${rightOf('adoption', 'adoption')})`,
  },
  {
    name: 'deformed_log_not_0',
    file: ADOPTION,
    claims: [],
    says: 'its closed form for gamma not 0',
    binders: reals('q gamma'),
    given: [given('gamma <> 0', 'gamma is not 0')],
    concludes: result('adoption', 'power-case', { f: '(deformed_log q gamma)' }),
  },
  {
    name: 'deformed_log_0',
    file: ADOPTION,
    claims: [],
    says: 'its closed form at gamma = 0',
    binders: reals('q'),
    given: [],
    concludes: result('adoption', 'log-case', { f: '(deformed_log q 0)' }),
  },
  {
    name: 'adoption_limit',
    file: ADOPTION,
    claims: [],
    says: 'the closed form tends to ln q as gamma tends to 0',
    binders: reals('q'),
    given: [positive('q')],
    concludes: `is_lim (fun gamma => ${rightOf('adoption', 'power-case')}) 0 (${rightOf('adoption', 'log-case')})`,
  },
  {
    name: 'adoption_derivative',
    file: ADOPTION,
    claims: [],
    says: 'its derivative is the density',
    binders: reals('q gamma'),
    given: [positive('q')],
    concludes: `is_derive (fun x => ${rightOf('adoption', 'adoption', { q: 'x' })}) q (${rightOf('adoption', 'slope')})`,
  },
  {
    name: 'adoption_increasing',
    file: ADOPTION,
    claims: [],
    says: 'it increases, for every gamma',
    binders: reals('x y gamma'),
    given: [given('0 < x < y', '0 < x < y')],
    concludes: 'deformed_log x gamma < deformed_log y gamma',
  },
  {
    name: 'adoption_concave',
    file: ADOPTION,
    claims: [],
    says: 'it is concave for gamma >= -1 above the lowest threshold',
    binders: reals('x y s gamma'),
    given: [
      given('1 <= x', 'x >= 1'),
      given('1 <= y', 'y >= 1'),
      given('0 <= s <= 1', '0 <= s <= 1'),
      given('-1 <= gamma', 'gamma >= -1'),
    ],
    concludes:
      's * deformed_log x gamma + (1 - s) * deformed_log y gamma <= deformed_log (s * x + (1 - s) * y) gamma',
  },
  {
    name: 'adoption_where',
    file: ADOPTION,
    claims: [],
    says: 'adoption is the formula from the lowest threshold on, and 0 below it',
    binders: reals('q gamma'),
    given: [positive('q')],
    concludes: '(1 <= q -> adoption gamma q = deformed_log q gamma) /\\ (q <= 1 -> adoption gamma q = 0)',
  },
];

const sales = (): readonly Theorem[] => [
  {
    name: 'best_sales',
    file: 'best-sales/BestSales.v',
    claims: [bears('best-sales', 'at given n and d')],
    says: 'at given n and d any other t earns less than t*; it is negative where the margin is, and then not on offer',
    binders: reals(`${FIRM} n d t`),
    given: [STANDING, given(`t <> ${bestSales()}`, 't is not t*')],
    concludes: `${profit('t')} < ${profit(`(${bestSales()})`)}`,
  },
  {
    name: 'no_sales',
    file: 'best-sales/BestSales.v',
    claims: [bears('best-sales', 'at given n and d')],
    says: 'where the margin is not positive, selling nothing is best',
    binders: reals(`${FIRM} n d t`),
    given: [STANDING, given(`omega * ${bought} <= 2 * n / E`, 'the margin is not positive'), positive('t')],
    concludes: `${profit('t')} < ${profit('0')}`,
  },
  {
    name: 'optimum_sales',
    file: 'best-sales/BestSales.v',
    claims: [bears('best-sales', 'at given n and d')],
    says: 'an optimum with positive profit sells t*, which is positive',
    binders: reals(`${FIRM} n d t`),
    given: [STANDING, SELLS],
    concludes: `${result('best-sales', 'sales', { f: bought })} /\\ 0 < t`,
  },
];

const ray = (): readonly Theorem[] => {
  const onRay = result('efficient-ray', 'ray');
  const at = (n: string, d: string): string => result('efficient-ray', 'ray', { n, d });
  const { left, right } = resultOf('efficient-ray', 'ray');
  const offRay = relationText({ left, sign: '!=', right });
  return [
    {
      name: 'off_the_ray',
      file: 'efficient-ray/EfficientRay.v',
      claims: [bears('efficient-ray', 'at an optimum that sells')],
      says: 'off the ray a point on it, no dearer in n or d and cheaper in training, gives the same quality',
      binders: reals(`${FIRM} n d`),
      given: [STANDING, positive('n'), positive('d'), given(offRay, 'off the ray')],
      concludes: `exists n0 d0, 0 < n0 <= n /\\ 0 < d0 <= d /\\ n0 * d0 < n * d /\\ ${at('n0', 'd0')} /\\ quality a alpha b beta n0 d0 = quality a alpha b beta n d`,
    },
    {
      name: 'optimum_on_ray',
      file: 'efficient-ray/EfficientRay.v',
      claims: [bears('efficient-ray', 'at an optimum that sells')],
      says: 'an optimum lies on the ray',
      binders: reals(`${FIRM} n d t`),
      given: [STANDING, given(`optimum ${FIRM} n d t`, '(n, d, t) is an optimum')],
      concludes: onRay,
    },
    {
      name: 'data_bound_on_ray',
      file: 'efficient-ray/EfficientRay.v',
      claims: [bears('efficient-ray', 'at an optimum that sells')],
      says: 'so does an optimum among d <= D',
      binders: reals(`${FIRM} D n d t`),
      given: [STANDING, given(`data_bound_optimum ${FIRM} D n d t`, '(n, d, t) is an optimum among d <= D')],
      concludes: onRay,
    },
    {
      name: 'ray_data',
      file: LINK,
      claims: [bears('efficient-ray', 'at an optimum that sells')],
      says: 'the ray solved for data',
      binders: reals(`${FIRM} n d`),
      given: [STANDING, positive('n'), positive('d')],
      concludes: `(${onRay} <-> ${result('efficient-ray', 'data')})`,
    },
  ];
};

const link = (): readonly Theorem[] => [
  {
    name: 'link',
    file: LINK,
    claims: [],
    says: 'an optimum with positive profit lies on the ray, sells t*, solves the reduced condition, and earns the reduced profit',
    binders: reals(`${FIRM} n d t`),
    given: [STANDING, SELLS],
    concludes: `${result('efficient-ray', 'ray')} /\\ ${result('efficient-ray', 'data')} /\\ t = margin a alpha gamma omega E n / (2 * delta) /\\ critical ${FIRM} n /\\ ${profit('t')} = reduced ${FIRM} n`,
  },
  {
    name: 'profit_below_reduced',
    file: LINK,
    claims: [],
    says: 'every profitable choice is matched on the ray at best sales by a model no larger',
    binders: reals(`${FIRM} n d t`),
    given: [
      STANDING,
      positive('n'),
      positive('d'),
      given('0 <= t', 't >= 0'),
      given(`0 < ${profit('t')}`, 'its profit is positive'),
    ],
    concludes: `exists m, 0 < m <= n /\\ 0 < margin a alpha gamma omega E m /\\ ${profit('t')} <= reduced ${FIRM} m`,
  },
  {
    name: 'critical_iff',
    file: LINK,
    claims: [],
    says: 'the reduced profit is stationary exactly where the reduced first-order condition holds, alpha = beta or not',
    binders: reals(`${FIRM} n`),
    given: [STANDING, positive('n'), given('0 < margin a alpha gamma omega E n', 'the margin is positive')],
    concludes: `(is_derive (reduced ${FIRM}) n 0 <-> ${result('reduced-profit', 'first-order')})`,
  },
  {
    name: 'critical_is_optimum',
    file: 'coq/Critical.v',
    claims: [],
    says: 'conversely, a critical point that does not lose money gives the optimum over all n, d and t',
    binders: reals(`${FIRM} n`),
    given: [STANDING, CRITICAL, EARNS],
    concludes: `optimum ${FIRM} n (ray a b beta * Rpower n (k alpha beta - 1)) (margin a alpha gamma omega E n / (2 * delta))`,
  },
];

export const choices = (): readonly Theorem[] => [...adoption(), ...sales(), ...ray(), ...link()];
