/**
 * The kinks of a term: its calls of min and max. On each side of a kink the term is smooth; on the kink itself a maximum
 * is stationary for a blend of the two sides, with weights that are non-negative and sum to one (Clarke, Optimization and
 * Nonsmooth Analysis, 1983, §2.3), at a point where the two arguments tie.
 */
import { mapParts, multiply, parts, power, sameTerm, type Term } from '../kernel/term.ts';

export type Kink = Extract<Term, { kind: 'call' }>;

/** What stands in for one call of min or max: one of its arguments, or the blend of two that tie. */
export type Choice =
  | { readonly kind: 'argument'; readonly index: number }
  | { readonly kind: 'tie'; readonly first: number; readonly second: number };

/** Two terms that are equal, and the letters of the weights with which their gradients are blended. */
export interface Tie {
  readonly left: Term;
  readonly right: Term;
  readonly weights: readonly [string, string];
}

/** Smooth gain and loss, and the ties under which they equal the kinked ones. */
export interface Piece {
  readonly gain: Term;
  readonly loss: Term;
  readonly ties: readonly Tie[];
}

/** Every distinct call of min or max, inner ones before the calls that hold them. */
export function kinksOf(term: Term): readonly Kink[] {
  const found: Kink[] = [];
  const visit = (part: Term): void => {
    parts(part).forEach(visit);
    if (part.kind !== 'call' || (part.name !== 'min' && part.name !== 'max')) return;
    if (!found.some((kink) => sameTerm(kink, part))) found.push(part);
  };
  visit(term);
  return found;
}

const weightsOf = (k: number): readonly [string, string] => [`weight ${k} left`, `weight ${k} right`];

/**
 * The smooth piece that takes `choices[k]` at the kink `kinks[k]`. Two arguments that tie are blended as the product of
 * their powers with the weights: at the tie it has their value and, like the sum, the weighted sum of their gradients.
 */
export function pieceOf(gain: Term, loss: Term, kinks: readonly Kink[], choices: readonly Choice[]): Piece {
  const ties = new Map<number, Tie>();
  const replace = (part: Term): Term => {
    const k = part.kind === 'call' ? kinks.findIndex((kink) => sameTerm(kink, part)) : -1;
    const choice = choices[k];
    if (!choice) return mapParts(part, replace);
    const args = parts(part).map(replace);
    if (choice.kind === 'argument') return args[choice.index] as Term;
    const [left, right] = [args[choice.first] as Term, args[choice.second] as Term];
    const weights = weightsOf(k);
    ties.set(k, { left, right, weights });
    return multiply(power(left, weights[0]), power(right, weights[1]));
  };
  return { gain: replace(gain), loss: replace(loss), ties: [...ties.values()] };
}

/** Arguments whose ratio is nearer to one than this may tie; a tie is then tried first. */
const NEAR_TIE = 0.1;

/**
 * The choices worth trying at a kink whose arguments have these values: the blend of the two foremost where both are
 * positive (ties are compared by logarithms), and each of them alone. The blend comes first where they are near.
 */
export function choicesAt(kink: Kink, values: readonly number[]): readonly Choice[] {
  const sense = kink.name === 'min' ? 1 : -1;
  const order = [...values.keys()].sort((i, j) => sense * ((values[i] ?? 0) - (values[j] ?? 0)));
  const [first, second] = order;
  if (first === undefined || second === undefined) return [];
  const alone = (index: number): Choice => ({ kind: 'argument', index });
  const [best, next] = [values[first] ?? 0, values[second] ?? 0];
  if (!(best > 0 && next > 0)) return [alone(first)];
  const tie: Choice = { kind: 'tie', first: Math.min(first, second), second: Math.max(first, second) };
  return Math.abs(best / next - 1) < NEAR_TIE
    ? [tie, alone(first), alone(second)]
    : [alone(first), tie, alone(second)];
}

/** Whether a choice is the one that the values of the kink's arguments make, up to a relative rounding error. */
export function isChosen(kink: Kink, choice: Choice, values: readonly number[], tolerance = 1e-10): boolean {
  const sense = kink.name === 'min' ? 1 : -1;
  const slack = tolerance * Math.max(...values.map(Math.abs));
  const picked = choice.kind === 'argument' ? [choice.index] : [choice.first, choice.second];
  return picked.every((i) => values.every((value) => sense * ((values[i] ?? Number.NaN) - value) <= slack));
}
