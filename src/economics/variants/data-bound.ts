import { VARIANTS } from './registry.ts';

/** The baseline with d ≤ D. */
export const dataBound = VARIANTS['data-bound'];
