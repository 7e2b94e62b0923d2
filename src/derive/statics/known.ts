import type { Polynomial } from '../../kernel/polynomial.ts';

/** A polynomial known to be positive, or not negative, and why. */
export interface Known {
  readonly polynomial: Polynomial;
  readonly strict: boolean;
  readonly because: string;
}
