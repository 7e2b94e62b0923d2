/** The law of size at gamma = 0, which is written with Lambert's W. */
import { bears, definitionOf, formula, given, reals, rightOf, type Theorem } from '../statement.ts';

const FILE = 'coq/Lambert.v';
const ID = 'dominated-regimes';
const NEAR_LINEAR = [bears('near-linear', 'n*, E to infinity')];

/** The derivation's law with what stands for its A_0. */
const law = (A0: string): string => rightOf(ID, 'training-zero', { A_0: `(${A0})` });
const A0 = (): string => definitionOf(ID, 'A_0');
/** A part of A_0 that is enough from below. */
const part = (): string => `${A0()} / (2 * Rmax 2 (k alpha beta))`;

const LOG_FIRM = 'a alpha b beta 0 omega delta E';
const AT = [
  given(`standing ${LOG_FIRM}`, 'a, alpha, b, beta, omega, delta, E > 0; gamma = 0'),
  given(`sells ${LOG_FIRM} n d t`, '(n, d, t) is an optimum with positive profit'),
];
const BINDERS = reals('a alpha b beta omega delta E n d t');

export const logLaw = (): readonly Theorem[] => [
  {
    name: 'lambert_branch',
    file: FILE,
    claims: [],
    says: "the lower branch of Lambert's W, defined for -1/e <= y < 0",
    binders: reals('y'),
    given: [given('- exp (- (1)) <= y < 0', '-1/e <= y < 0')],
    concludes: 'lambert_wm1 y <= - (1) /\\ lambert_wm1 y * exp (lambert_wm1 y) = y',
  },
  {
    name: 'lambert_unique',
    file: FILE,
    claims: [],
    says: 'nothing else is that branch',
    binders: reals('w y'),
    given: [given('w <= - (1)', 'w <= -1'), given('w * exp w = y', 'w exp(w) = y')],
    concludes: 'lambert_wm1 y = w',
  },
  {
    name: 'size_below_log_law',
    file: FILE,
    claims: NEAR_LINEAR,
    says: "gamma = 0: n* is below the training-dominated law, Lambert's W, for every E",
    binders: BINDERS,
    given: AT,
    concludes: `n < ${law(A0())}`,
  },
  {
    name: 'size_above_log_law',
    file: FILE,
    claims: NEAR_LINEAR,
    says: 'gamma = 0: n* is above the smaller of half the inference-dominated law and that law with part of its A_0',
    binders: BINDERS,
    given: [...AT, given(`exp 1 <= ${part()}`, 'that part of A_0 is at least e')],
    concludes: `Rmin (${formula(ID, 'omega*alpha*E/4')}) (${law(part())}) <= n`,
  },
];
