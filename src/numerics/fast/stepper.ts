/** One step of Newton's method for up to three equations, with the step held back where it does harm. */

/** Longest step in a logarithm: the conditions are nearly linear, but not from afar. */
export const LONGEST_STEP = 6;
/** After a step as short as this the next would be no longer than some 1e-14: steps square, and the conditions are nearly linear. */
export const LAST_STEP = 2e-7;
/** Where nothing sells at the start, more of everything is tried, or less where it is too large. */
export const MORE = 3;
export const LESS = -2;
/** Conditions and heights that are no more than this apart differ by rounding. */
export const ROUNDING = { conditions: 1e-6, height: 1e-12 } as const;

/** Whether the last step has done no harm: the height has fallen, or is low enough; a height that is no number is neither. */
export const isStepKept = (height: number, last: number, enough: number): boolean =>
  height < last || (last < Number.POSITIVE_INFINITY && height < enough);

/** A row on its way: its equations as they are at y, which whoever steps has worked out. */
export class Stepper {
  readonly y: Float64Array;
  /** Where the last step came from. */
  readonly before: Float64Array;
  readonly F: Float64Array;
  /** Derivatives, row by row. */
  readonly J: Float64Array;
  /** What each step must lower: the sum of the conditions' sizes, or a height of which they are the slopes. */
  height = 0;
  /** Whether anything sells at y; where nothing does, conditions mean nothing. */
  sells = true;
  /** Whether it is too much of everything that keeps it from selling. */
  isTooLarge = false;
  /** The height before the last step; infinite before the first. */
  last = Number.POSITIVE_INFINITY;
  private readonly move: Float64Array;
  private readonly free: readonly number[];

  constructor(
    private readonly size: number,
    isHeld: readonly boolean[],
    private readonly hasHeight: boolean,
  ) {
    this.y = new Float64Array(size);
    this.before = new Float64Array(size);
    this.F = new Float64Array(size);
    this.J = new Float64Array(size * size);
    this.move = new Float64Array(3);
    this.free = isHeld.flatMap((held, j) => (held ? [] : [j]));
  }

  /** Takes one step; whether it was the last. */
  advance(): boolean {
    const { F, free } = this;
    if (free.length === 0) return true;
    if (!this.hasHeight) {
      let sum = 0;
      for (let k = 0; k < free.length; k++) sum += Math.abs(F[free[k] as number] as number);
      this.height = sum;
    }
    if (!this.sells) this.height = Number.NaN;
    if (this.stepsBack()) return false;
    this.last = this.height;
    this.solve();
    if (this.hasHeight && !this.descends()) this.descend();
    return this.moves() <= LAST_STEP;
  }

  /** Halves the last step where it has done harm; more of everything where nothing sells yet. */
  private stepsBack(): boolean {
    const { height, last, y, before, free } = this;
    const isFirst = last === Number.POSITIVE_INFINITY;
    if (isStepKept(height, last, this.hasHeight ? last + ROUNDING.height : ROUNDING.conditions)) return false;
    for (let k = 0; k < free.length; k++) {
      const j = free[k] as number;
      y[j] = isFirst
        ? (y[j] as number) + (this.isTooLarge ? LESS : MORE)
        : ((y[j] as number) + (before[j] as number)) / 2;
    }
    return true;
  }

  /** The step of Newton's method, by Cramer's rule. */
  private solve(): void {
    const { F, J, size, free, move } = this;
    const [p = 0, q = 0, r = 0] = [free[0], free[1], free[2]];
    const a = J[p * size + p] as number;
    const u = -(F[p] as number);
    if (free.length === 1) {
      move[0] = u / a;
      return;
    }
    const [b, d, e] = [J[p * size + q] as number, J[q * size + p] as number, J[q * size + q] as number];
    const v = -(F[q] as number);
    if (free.length === 2) {
      const determinant = a * e - b * d;
      move[0] = (u * e - b * v) / determinant;
      move[1] = (a * v - u * d) / determinant;
      return;
    }
    const [c, f] = [J[p * size + r] as number, J[q * size + r] as number];
    const [g, h, k] = [J[r * size + p] as number, J[r * size + q] as number, J[r * size + r] as number];
    const w = -(F[r] as number);
    const [A, B, C] = [e * k - f * h, f * g - d * k, d * h - e * g];
    const determinant = a * A + b * B + c * C;
    move[0] = (u * A + b * (f * w - v * k) + c * (v * h - e * w)) / determinant;
    move[1] = (a * (v * k - f * w) + u * B + c * (d * w - v * g)) / determinant;
    move[2] = (a * (e * w - v * h) + b * (v * g - d * w) + u * C) / determinant;
  }

  /** Whether the step goes down. */
  private descends(): boolean {
    const { F, move, free } = this;
    let slope = 0;
    for (let k = 0; k < free.length; k++) slope += (move[k] as number) * (F[free[k] as number] as number);
    return slope <= 0;
  }

  /** Each letter by itself down the slope. */
  private descend(): void {
    const { F, J, size, move, free } = this;
    for (let k = 0; k < free.length; k++) {
      const j = free[k] as number;
      move[k] = -(F[j] as number) / Math.abs(J[j * size + j] as number);
    }
  }

  /** Moves by the step, no longer than the longest; the length that it had. Stays where the step is no number. */
  private moves(): number {
    const { y, before, move, free } = this;
    let length = 0;
    for (let k = 0; k < free.length; k++) length = Math.max(length, Math.abs(move[k] as number));
    if (!(length < Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
    const factor = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    for (let k = 0; k < free.length; k++) {
      const j = free[k] as number;
      before[j] = y[j] as number;
      y[j] = (y[j] as number) + factor * (move[k] as number);
    }
    return length;
  }
}
