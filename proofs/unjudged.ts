/** Claims that are stated but have no check yet. A claim without a check is undecided; nothing here says otherwise. */
import type { Claim } from '../src/claims/claim.ts';
import { sells, standing } from './hypotheses.ts';

export const fixedThresholdUnjudged: readonly Claim[] = [
  {
    id: 'fixed-threshold-is-load-bearing',
    reading: 'as stated',
    statement: 'the exponents depend on adoption not depending on price, competition or network effects',
    source: "a referee's objection",
    variant: 'baseline',
    hypotheses: [standing, sells],
    uses: [],
    law: null,
    checks: [],
  },
];
