/** What is maximised at a balance: whether the point is worth choosing, up to where, and on which side nothing is. */
import { rawDerivative } from '../kernel/differentiate.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { divideRatios, isZeroRatio, ONE_RATIO, type Ratio, ZERO_RATIO } from '../kernel/ratio.ts';
import { flipSign } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { add, multiply, negate, symbolsOf, type Term } from '../kernel/term.ts';
import { amountsOf, eliminateColumns } from './break-even-amounts.ts';
import { needSign } from './cases.ts';
import type { Balance, Bound } from './dominant.ts';
import { keptOfObjective, type Leading, leadingOfObjective } from './leading.ts';
import type { Piece, Prepared } from './pieces.ts';
import { exponentOf, ratioOf } from './scale.ts';
import { againstOne, boundWhere } from './window.ts';

export type Objective = { readonly profit: Known; readonly bounds: readonly Bound[] };
type Known = Extract<Leading, { kind: 'leading' }>;

/** Why a balance is no regime of which the next order decides whether it is worth choosing. */
export const VANISHES = 'profit vanishes to leading order';

/** What ends a regime that only an amount which nothing chosen moves makes a loss. */
const FIXED = 'what nothing chosen moves';

/**
 * The objective of a balance whose window ends, where one of its costs would outgrow the rest beyond: that cost is then small in
 * the window, up to where it catches up. Null where no one cost is all that makes a loss.
 */
function untilOutgrown(
  balance: Balance,
  x: string,
  counts: (piece: Piece) => boolean = () => true,
): Objective | null {
  const { prepared, growth } = balance;
  if (!balance.bounds.some(({ side }) => side === 'upper')) return null;
  // What is not one of the costs leaves a loss.
  for (const cost of new Set(prepared.objective.map(({ source }) => source))) {
    const own = leadingOfObjective(x, balance, (piece) => counts(piece) && piece.source === cost);
    const rest = leadingOfObjective(x, balance, (piece) => counts(piece) && piece.source !== cost);
    if (own.kind !== 'leading' || rest.kind !== 'leading' || rest.sign === -1) continue;
    const ratio = ratioOf(negate(own.sum), rest.sum, prepared.context);
    const exponent = exponentOf(ratio, x, prepared.context);
    if (!exponent || needSign(exponent, prepared.context) !== 'positive') continue;
    const end = { source: cost, equation: null };
    return {
      profit: rest,
      bounds: [boundWhere(ratio, exponent, 'positive', x, growth, end, prepared.context)],
    };
  }
  return null;
}

/**
 * The sign of an objective of one order by the amounts in it: the dominant terms of the conditions leave one of them, of which the
 * objective is a number of the exponents. Null where they do not. @throws SignNeeded
 */
function signByAmounts(balance: Balance): Sign | null {
  const { prepared, dominant, exactAtoms } = balance;
  if (Object.keys(exactAtoms).length > 0) return null;
  const { context } = prepared;
  const asSize = (piece: Piece): Piece => ({ ...piece, exact: multiply(piece.sign, piece.size) });
  const kept = keptOfObjective(balance).map(asSize);
  const { columns, rows } = amountsOf([...dominant.map(({ group }) => group.map(asSize)), kept], context);
  // A column of its own stands for the objective, so that rows say how many times an amount it is.
  const marked = rows.map((row, i) => [...row, i === dominant.length ? ONE_RATIO : ZERO_RATIO]);
  for (const held of columns.keys()) {
    const gone = [...columns.keys()].filter((j) => j !== held);
    const row = eliminateColumns(marked, gone).find(
      (left) =>
        !isZeroRatio(left[columns.length] as Ratio) && gone.every((j) => isZeroRatio(left[j] as Ratio)),
    );
    if (!row) continue;
    const sign = needSign(divideRatios(row[held] as Ratio, row[columns.length] as Ratio), context);
    return signOf(columns[held] as Term, context) === 'negative' ? flipSign(sign) : sign;
  }
  return null;
}

/** The leading behaviour of the whole objective, its sign told by amounts where its closed form leaves that open. @throws SignNeeded */
function leadingOfWhole(balance: Balance, x: string): Leading {
  const whole = leadingOfObjective(x, balance);
  if (whole.kind !== 'leading' || whole.sign !== null) return whole;
  const sign = signByAmounts(balance);
  if (sign === 'zero') return { kind: 'cancels' };
  return sign === 'positive' || sign === 'negative'
    ? { ...whole, sign: sign === 'positive' ? 1 : -1 }
    : whole;
}

/**
 * Where a fixed amount is as large as what the choice earns; null where they are of one order, or no one power of what grows. What is
 * earned may be as slow as a power of a logarithm.
 */
function boundByFixed(
  fixed: Term,
  { sum }: Known,
  { prepared: { context }, growth }: Balance,
  x: string,
): Bound | null {
  const ratio = ratioOf(negate(fixed), sum, context);
  const found = againstOne(ratio, x, growth, { source: FIXED, equation: null }, context);
  return typeof found === 'object' && 'bound' in found ? found.bound : null;
}

/**
 * What the objective comes to, or why the balance is no regime. Whether to choose the point is decided by what the choice
 * moves; what it does not move, as a fixed cost, makes a loss of it from where it catches up. There the regime ends, or, where a
 * loss is an answer, the objective is that loss.
 */
export function objectiveOf(balance: Balance, x: string): Objective | { readonly needs: string } | string {
  const whole = leadingOfWhole(balance, x);
  if (whole.kind === 'unknown') return { needs: 'how profit grows with the growing parameter' };
  const { prepared } = balance;
  if (whole.kind === 'leading' && prepared.acceptsLoss) return { profit: whole, bounds: [] };
  const negative = 'profit would be negative';
  const moving = new Set([...prepared.unknowns, ...prepared.atoms.map(({ name }) => name)]);
  const moves = ({ exact }: Piece): boolean => symbolsOf(exact).some((name) => moving.has(name));
  const still = prepared.objective.filter((piece) => !moves(piece));
  const isWorth = whole.kind === 'leading' && whole.sign !== -1;
  if (still.length === 0) {
    if (whole.kind !== 'leading') return VANISHES;
    return isWorth ? { profit: whole, bounds: [] } : (untilOutgrown(balance, x) ?? negative);
  }
  const fixed = add(...still.map(({ exact }) => exact));
  const moved = leadingOfObjective(x, balance, moves);
  if (isWorth) {
    const isCost = moved.kind === 'leading' && signOf(fixed, prepared.context) === 'negative';
    const bound = isCost ? boundByFixed(fixed, moved, balance, x) : null;
    return { profit: whole, bounds: bound ? [bound] : [] };
  }
  if (moved.kind !== 'leading') return VANISHES;
  const worth = moved.sign === -1 ? untilOutgrown(balance, x, moves) : { profit: moved, bounds: [] };
  if (!worth) return negative;
  const { profit, bounds } = worth;
  const bound = boundByFixed(fixed, profit, balance, x);
  return bound ? { profit, bounds: [...bounds, bound] } : negative;
}

/**
 * Whether what is maximised rises or falls with the growing parameter, whatever is chosen, and what may be chosen stays as it is;
 * null where that is not so, others answer, or it is not known. Then the best rises or falls as well, and staying out lies on one side alone.
 */
export function trendOf(systems: readonly Prepared[], x: string): 'rises' | 'falls' | null {
  const moves = (term: Term): boolean => symbolsOf(term).includes(x);
  const isElsewhere = systems.some(
    ({ atoms, guards, objective, hasRivals }) =>
      hasRivals ||
      atoms.some(({ argument, shape }) => moves(argument) || moves(shape)) ||
      guards.some(({ ratio }) => moves(ratio)) ||
      objective.some(({ own }) => Object.keys(own).length > 0),
  );
  if (isElsewhere) return null;
  const slopes = systems.flatMap(({ objective, context }) =>
    objective.map(({ exact }) => signOf(tidy(rawDerivative(exact, x), context), context)),
  );
  const moving = new Set(slopes.filter((sign) => sign !== 'zero'));
  if (moving.size !== 1) return null;
  return moving.has('positive') ? 'rises' : moving.has('negative') ? 'falls' : null;
}
