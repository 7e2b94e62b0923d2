/** What the referee answers. */
/** Evaluations of profit or its gradient, and steps of the search and of Newton's method together. */
export interface Work {
  readonly evaluations: number;
  readonly iterations: number;
}

/** No positive profit exists, so the firm stays out. */
export interface StayOut {
  readonly kind: 'stay-out';
  readonly reason: 'nothing-sells' | 'costs-exceed-gain';
  /** The largest of gain/loss - 1, which is not positive; -1 where nothing can be sold. */
  readonly bestMargin: number;
  readonly work: Work;
}

/** The point of highest profit. */
export interface Optimum {
  readonly kind: 'optimum';
  /** Model parameters. */
  readonly n: number;
  /** Training tokens. */
  readonly d: number;
  /** Inference tokens sold. */
  readonly t: number;
  /** Dollars, positive. */
  readonly profit: number;
  /** Dollars. */
  readonly revenue: number;
  /** Dollars: C. */
  readonly trainingSpend: number;
  /** Worst condition of the optimum, as a share of the variable's marginal cost. */
  readonly residual: number;
  /** By name: `n/E` is d ln n / d ln E at the optimum; for n, d, t and C_train. */
  readonly elasticities?: Readonly<Record<string, number>>;
  readonly active: {
    /** Whether the optimum sits on a kink of the profit: for the Leontief quality, a n^α = b d^β. */
    readonly kink: boolean;
    /** The variables whose limit binds. */
    readonly limits: readonly string[];
  };
  readonly warnings: readonly string[];
  readonly work: Work;
}

/** Profit grows without end along a ray; the point is one on it where it is at least `profit`. */
export interface Unbounded {
  readonly kind: 'unbounded';
  readonly n: number;
  readonly d: number;
  readonly t: number;
  readonly profit: number;
  readonly work: Work;
}

/** No answer that the referee stands by, and what it tried. */
export interface Unsolved {
  readonly kind: 'unsolved';
  readonly tried: readonly string[];
  readonly work: Work;
}

export type Outcome = StayOut | Optimum | Unbounded | Unsolved;

/** Counts what a run costs. */
export class Meter implements Work {
  evaluations = 0;
  iterations = 0;
  spend(evaluations: number, iterations = 0): void {
    this.evaluations += evaluations;
    this.iterations += iterations;
  }
  get work(): Work {
    return { evaluations: this.evaluations, iterations: this.iterations };
  }
}

/** n, d and t. */
export interface Quantities {
  readonly n: number;
  readonly d: number;
  readonly t: number;
}
