/** Where a parameter realistically lies: what samples are drawn from. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Drawn evenly in the logarithm, in the number itself, or among the whole numbers. */
  readonly scale: 'log' | 'linear' | 'whole';
  readonly meaning: string;
}
