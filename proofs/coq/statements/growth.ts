/** How data and training spend grow with E, the rest fixed. */
import {
  bears,
  definitionOf,
  FIRM,
  formula,
  given,
  reals,
  rightOf,
  SELLS,
  STANDING,
  type Theorem,
} from '../statement.ts';

const FILE = 'coq/Growth.v';
const ID = 'dominated-regimes';
const positive = (letter: string) => given(`0 < ${letter}`, `${letter} > 0`);

/** Data on the ray at the smaller of two sizes. */
const dataAt = (one: string, other: string): string =>
  rightOf('efficient-ray', 'data', { n: `(Rmin (${one}) (${other}))` });

export const growth = (): readonly Theorem[] => [
  {
    name: 'spend_sub_quadratic',
    file: FILE,
    claims: [bears('sub-quadratic', 'E to infinity')],
    says: 'training spend over the square of E tends to 0',
    binders: reals('a alpha b beta gamma omega delta eps'),
    given: [
      ...'a alpha b beta omega delta'.split(' ').map(positive),
      given('0 < 1 + alpha * gamma', '1 + alpha gamma > 0'),
      given(`0 < ${formula(ID, 'k + 3*alpha*gamma')}`, 'k + 3 alpha gamma > 0'),
      positive('eps'),
    ],
    concludes: `exists E0, 0 < E0 /\\ forall E n d t, E0 <= E -> sells ${FIRM} n d t -> 6 * n * d / E <= eps * E ^ 2`,
  },
  {
    name: 'two_sided_data_law',
    file: FILE,
    claims: [bears('near-linear', 'd*, E to infinity')],
    says: 'gamma < 0: data lie between what the ray gives at the two bounds of the two-sided law, for every E',
    binders: reals(`${FIRM} n d t`),
    given: [
      STANDING,
      SELLS,
      given('gamma < 0', 'gamma < 0'),
      given('0 < 1 + beta * gamma', '1 + beta gamma > 0'),
    ],
    concludes: `${dataAt(
      formula(ID, '(omega*alpha*E/(4*a^gamma))^(1/(1+alpha*gamma))'),
      formula(ID, '(alpha^2*omega^2*E/(2*k*kappa*a^(2*gamma)))^(1/(k+2*alpha*gamma))'),
    )} <= d /\\ d < ${dataAt(definitionOf('explicit-bound', 'n_I'), rightOf('theorems-1-and-2', 'training-bound-negative'))}`,
  },
];
