/** Claims that are stated but have no check yet. A claim without a check is undecided; nothing here says otherwise. */
import type { Claim, ClaimId } from '../src/claims/claim.ts';
import { sells, standing } from './hypotheses.ts';

type Judged = 'best-sales' | 'efficient-ray' | 'theorem-1' | 'theorem-2' | 'theorem-3';
type Unjudged = Exclude<ClaimId, Judged>;

const THREAD = "the authors' public thread";
const PAPER = 'Hao & Merrill 2026, abstract';

const stated = <Id extends Unjudged>(
  id: Id,
  source: string,
  statement: string,
  variant = 'baseline',
): readonly Claim[] => [
  {
    id,
    reading: 'as stated',
    statement,
    source,
    variant,
    hypotheses: [standing, sells],
    domain: 'not judged: no check is written for it',
    derivation: null,
    law: null,
    checks: [],
  },
];

export const unjudged: Readonly<Record<Unjudged, readonly Claim[]>> = {
  'near-linear': stated('near-linear', PAPER, 'n* and d* track E at a near-linear rate'),
  'sub-quadratic': stated('sub-quadratic', PAPER, 'C grows less than quadratically in E'),
  'data-efficiency-raises-spend': stated(
    'data-efficiency-raises-spend',
    PAPER,
    'compute-bound: better data efficiency (b) means larger models and more spend',
  ),
  'parameter-efficiency-lowers-all': stated(
    'parameter-efficiency-lowers-all',
    THREAD,
    'compute-bound: better parameter efficiency (a) lowers n*, d* and C',
  ),
  'data-bound-spend-falls-with-data-efficiency': stated(
    'data-bound-spend-falls-with-data-efficiency',
    PAPER,
    'data-bound: C falls with E as well as with data efficiency',
    'data-bound',
  ),
  'elasticity-of-substitution': stated(
    'elasticity-of-substitution',
    PAPER,
    'for L = L_inf + A n^-alpha + B d^-beta, sigma = (A alpha d^beta + B beta n^alpha)/(A alpha (beta+1) d^beta + B beta (alpha+1) n^alpha); 1/(1+alpha) if alpha = beta',
    'ces-quality',
  ),
  'trend-4.11': stated(
    'trend-4.11',
    PAPER,
    'with E growing 1.37x/yr and a growing sqrt(3)x/yr, gamma = 0 permits spend growth of at most 4.11x/yr',
  ),
  'trend-breakeven': stated(
    'trend-breakeven',
    PAPER,
    'spend growth of 5x/yr is permitted only for gamma <= -0.77 at alpha = 0.3',
  ),
  'trend-7.59': stated('trend-7.59', PAPER, 'gamma = -1 permits 7.59x/yr'),
  'trend-4.66': stated('trend-4.66', PAPER, 'with stalled hardware gamma = -1 permits 4.66x/yr'),
  'industry-overspends-when-data-bound': stated(
    'industry-overspends-when-data-bound',
    PAPER,
    "today's spending trend is not optimal when data or hardware stall",
    'data-bound',
  ),
  'fixed-threshold-is-load-bearing': stated(
    'fixed-threshold-is-load-bearing',
    "a referee's objection",
    'the exponents depend on adoption not depending on price, competition or network effects',
  ),
};
