/** The leading behaviour of sums at a balance: which summands are largest, and constant, power and log power of their sum. */
import type { Context } from '../kernel/facts.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import {
  addRatios,
  isZeroRatio,
  negateRatio,
  type Ratio,
  subtractRatios,
  ZERO_RATIO,
} from '../kernel/ratio.ts';
import { shapeRatio, signOfProduct } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { add, multiply, power, substitute, type Term } from '../kernel/term.ts';
import { needSign } from './cases.ts';
import type { Balance, Growth } from './dominant.ts';
import type { Scaling } from './law.ts';
import { leadingParts, type Piece, piecesIn } from './pieces.ts';
import { exponentOf, isShapeConstant, ratioOf, summandsOf, without } from './scale.ts';

/** c x^exponent Π slow^logs, with c free of x and of the slow logarithms. */
interface Monomial {
  readonly term: Term;
  readonly exponent: Ratio;
  readonly logs: Readonly<Record<string, Ratio>>;
}

/** A value at the balance: unknowns, constant atoms and leading parts of the others put in. */
export function atBalance(value: Term, { prepared, values, exactAtoms }: Balance): Term {
  const leading = leadingParts(prepared.atoms.filter(({ name }) => !(name in exactAtoms)));
  const put = { ...values, ...exactAtoms };
  return tidy(substitute(substitute(value, leading), put), prepared.context);
}

function monomialOf(term: Term, x: string, { prepared, growth }: Balance): Monomial | null {
  const exponent = exponentOf(term, x, prepared.context);
  const logs: Record<string, Ratio> = {};
  for (const name of Object.keys(growth)) {
    const own = exponentOf(term, name, prepared.context);
    if (!own) return null;
    logs[name] = own;
  }
  return exponent && { term, exponent, logs };
}

/** Compares growth: powers first, then the powers of the logarithms together. @throws SignNeeded */
function compareGrowth(left: Monomial, right: Monomial, balance: Balance): number {
  const { context } = balance.prepared;
  const total = ({ logs }: Monomial): Ratio => Object.values(logs).reduce(addRatios, ZERO_RATIO);
  for (const gap of [
    subtractRatios(left.exponent, right.exponent),
    subtractRatios(total(left), total(right)),
  ]) {
    const sign = needSign(gap, context);
    if (sign !== 'zero') return sign === 'positive' ? 1 : -1;
  }
  return 0;
}

export type Leading =
  | {
      readonly kind: 'leading';
      readonly sum: Term;
      readonly scaling: Scaling;
      readonly sign: 1 | -1 | null;
      /** Whether all summands are of this order, logarithms among it, so that it is theirs wherever the balance holds and not only far out. */
      readonly isWhole: boolean;
    }
  | { readonly kind: 'cancels' }
  | { readonly kind: 'unknown' };

/** The sign of a sum of terms of one order: by the ratio to the first where that is a number of the exponents. @throws SignNeeded */
function signOfGroup(sum: Term, first: Term, context: Context): Sign {
  const ratio = shapeRatio(ratioOf(sum, first, context), context);
  return ratio ? signOfProduct([needSign(ratio, context), signOf(first, context)]) : signOf(sum, context);
}

const SIGNS: Partial<Record<Sign, 1 | -1>> = { positive: 1, negative: -1 };

/** ln(argument) ~ |rate| · ln(base): what a slow logarithm amounts to, put in as a constant factor. */
function logConstant({ logs }: Monomial, { growth }: Balance): Term {
  const factors = Object.entries(logs)
    .filter(([, own]) => !isZeroRatio(own))
    .map(([name, own]) => {
      const { exponent, rate } = growth[name] as Growth[string];
      return power(ratioTerm(rate < 0 ? negateRatio(exponent) : exponent), ratioTerm(own));
    });
  return multiply(...factors);
}

/** The leading behaviour of a signed sum. @throws SignNeeded */
export function leadingOf(pieces: readonly Term[], x: string, balance: Balance): Leading {
  const { context } = balance.prepared;
  const monomials: Monomial[] = [];
  for (const piece of pieces) {
    for (const term of summandsOf(piece, context)) {
      const monomial = monomialOf(term, x, balance);
      if (!monomial) return { kind: 'unknown' };
      monomials.push(monomial);
    }
  }
  let top: Monomial[] = [];
  for (const next of monomials) {
    const [best] = top;
    const order = best ? compareGrowth(next, best, balance) : 1;
    if (order > 0) top = [next];
    else if (order === 0) top.push(next);
  }
  const [first] = top;
  if (!first) return { kind: 'cancels' };
  const sum = tidy(add(...top.map(({ term }) => term)), context);
  const sign = signOfGroup(sum, first.term, context);
  if (sign === 'zero') return { kind: 'cancels' };
  const bare = Object.entries(first.logs).reduce(
    (value, [name, own]) => without(value, name, own, context),
    without(sum, x, first.exponent, context),
  );
  const logPower = Object.values(first.logs).reduce(addRatios, ZERO_RATIO);
  const scaling = {
    exponent: ratioTerm(first.exponent),
    logPower: ratioTerm(logPower),
    constant: tidy(multiply(bare, logConstant(first, balance)), context),
  };
  const isWhole = top.length === monomials.length;
  return { kind: 'leading', sum, scaling, sign: SIGNS[sign] ?? null, isWhole };
}

/**
 * The leading behaviour of a quantity. A summand that a condition leaves out as small is left out beside another that is kept
 * there: throughout the regime it is small beside that one too.
 */
export function leadingOfQuantity(value: Term, x: string, balance: Balance): Leading {
  const { prepared, dominant } = balance;
  const { context } = prepared;
  const isOf = (term: Term, pieces: readonly Piece[]): boolean =>
    pieces.some(({ size }) => isShapeConstant(ratioOf(term, size, context), context));
  const summands = summandsOf(value, context);
  const isSmall = (term: Term): boolean =>
    summands.length > 1 &&
    dominant.some(({ equation, group }) => {
      const left = piecesIn(equation, prepared).filter((piece) => !group.includes(piece));
      return isOf(term, left) && summands.some((other) => isOf(other, group));
    });
  return leadingOf(
    summands.filter((term) => !isSmall(term)).map((term) => atBalance(term, balance)),
    x,
    balance,
  );
}

/**
 * The amounts of what is maximised that count at a balance. One that the balance leaves out of a condition is small throughout the
 * regime, also where it would outgrow the others beyond the regime's end, so it is left out here too.
 */
export function keptOfObjective({ prepared, dominant }: Balance): readonly Piece[] {
  const dropped = dominant.flatMap(({ equation, group }) => {
    return piecesIn(equation, prepared).filter((piece) => !group.includes(piece));
  });
  const isDropped = ({ source, size }: Piece): boolean =>
    dropped.some(
      (other) =>
        other.source === source &&
        isShapeConstant(ratioOf(other.size, size, prepared.context), prepared.context),
    );
  return prepared.objective.filter((piece) => !isDropped(piece));
}

/** The leading behaviour of what is maximised. `counts`: which amounts are asked about. */
export const leadingOfObjective = (
  x: string,
  balance: Balance,
  counts: (piece: Piece) => boolean = () => true,
): Leading =>
  leadingOf(
    keptOfObjective(balance)
      .filter(counts)
      .map(({ exact }) => atBalance(exact, balance)),
    x,
    balance,
  );
