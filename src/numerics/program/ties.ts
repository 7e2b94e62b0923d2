/**
 * Constraints that bind alike at a solution: one that is met without being counted among those that bind, since its slopes are
 * a sum of multiples of theirs. Which of them are counted is then chance: what each is worth alone is not determined.
 */
import { double } from '../../kernel/arithmetic/double.ts';
import { dot } from '../ellipsoid.ts';
import { solveLinear } from '../linear-solve.ts';
import { slopedIn } from './localise.ts';
import type { Solved } from './outcome.ts';
import { type Held, inDuals } from './program.ts';

/** What a constraint that is met may lack. */
const MET = 1e-9;
/** Slopes that differ by this share of the largest are alike. */
const ALIKE = 1e-9;

export interface Tie {
  /** The one that is met and not counted. */
  readonly met: Held;
  /** Those that count, and that its slopes are made of. */
  readonly counted: readonly Held[];
}

/** The numbers by which the rows make up the target; null where they do not. */
function multiplesOf(rows: readonly (readonly number[])[], target: readonly number[]): number[] | null {
  const gram = rows.map((row) => rows.map((other) => dot(row, other)));
  const found = solveLinear(
    double,
    gram,
    rows.map((row) => dot(row, target)),
  );
  const size = Math.max(...target.map(Math.abs));
  const isMade = target.every((value, i) => {
    const made = rows.reduce((sum, row, j) => sum + (found?.[j] ?? 0) * (row[i] ?? 0), 0);
    return Math.abs(value - made) <= ALIKE * size;
  });
  return found && isMade && size > 0 ? found : null;
}

/** Every tie at a solution; none at most. */
export function tiesOf({ program, theta, binding, z }: Solved): readonly Tie[] {
  const x = z.slice(0, program.variables.length);
  const at = ({ excess }: Held) => slopedIn(program, inDuals(program, excess, double), theta)(x);
  const rows = binding.map((one) => at(one).gradient);
  return program.held.flatMap((met): Tie[] => {
    if (binding.includes(met)) return [];
    const { value, gradient } = at(met);
    const multiples = Math.abs(value) <= MET ? multiplesOf(rows, gradient) : null;
    if (!multiples) return [];
    return [{ met, counted: binding.filter((_, j) => Math.abs(multiples[j] ?? 0) > ALIKE) }];
  });
}
