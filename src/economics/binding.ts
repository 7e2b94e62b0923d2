/** Which constraints of a problem bind, and on which side. */
import { subtract, type Term } from '../kernel/term.ts';
import type { Constraint } from './problem.ts';
import { subsetsOf } from './subsets.ts';

/** A constraint that binds, turned so that its multiplier is positive: excess = left - right, or right - left. */
export interface Binding {
  readonly constraint: Constraint;
  readonly excess: Term;
  /** 1 where more of the right side helps, -1 where less does. */
  readonly side: 1 | -1;
}

/** Every way of choosing which constraints bind, the freest first, and on which side where they are equations. */
export function waysOf(constraints: readonly Constraint[]): readonly (readonly Binding[])[] {
  const on = (constraint: Constraint, side: Binding['side']): Binding => {
    const [low, high] = [constraint.left, constraint.right];
    return { constraint, excess: side === 1 ? subtract(low, high) : subtract(high, low), side };
  };
  return subsetsOf(constraints)
    .filter((set) => constraints.every((one) => one.relation === '<=' || set.includes(one)))
    .flatMap((set) =>
      set.reduce<readonly (readonly Binding[])[]>(
        (ways, constraint) =>
          ways.flatMap((way) =>
            (constraint.relation === '<=' ? ([1] as const) : ([1, -1] as const)).map((side) => [
              ...way,
              on(constraint, side),
            ]),
          ),
        [[]],
      ),
    );
}
