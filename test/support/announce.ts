/** Said once before the tests: how much this run tries, and the seed of its samples. */
import { SAMPLE_SEED, TIER } from './tier.ts';

const MEANING = {
  quick: `samples by seed ${SAMPLE_SEED}; npm run test:whole takes all cases`,
  whole: 'all cases; npm run test:full draws more, afresh',
  full: 'all cases, drawn afresh, and more of them',
} as const;

export default (): void => console.log(`Tests, the ${TIER} tier: ${MEANING[TIER]}.`);
