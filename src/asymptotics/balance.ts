/**
 * Balances: which terms of each condition dominate, what follows for the unknowns, and whether it is consistent and a
 * maximum. `index.ts` tells the whole story.
 */
import { assuming, type Context, type Fact } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { printText } from '../kernel/print-text.ts';
import { signOf } from '../kernel/sign.ts';
import { divide, multiply, negate, power, substitute, subtract, type Term } from '../kernel/term.ts';
import { solvePairs } from './amounts.ts';
import { needSign } from './cases.ts';
import { areContradictory, isBelowOne } from './consistent.ts';
import type { Balance, Bound, Growth } from './dominant.ts';
import {
  leadingParts,
  levelOf,
  type Piece,
  type Prepared,
  type PreparedAtom,
  type PreparedEquation,
  slopeOf,
  writtenOut,
} from './pieces.ts';
import type { Guard } from './problem.ts';
import { exponentOf, isShapeConstant, ratioOf } from './scale.ts';
import { secondOrder } from './second-order.ts';
import { type Attempt, type Settled, settle } from './settle.ts';
import { againstOne } from './window.ts';

type Solved = Extract<Settled, { kind: 'solved' }>;

export type BalanceOutcome =
  | { readonly kind: 'balance'; readonly balance: Balance }
  | { readonly kind: 'rejected'; readonly why: string }
  | { readonly kind: 'undecided'; readonly needs: string };

/** One positive and one negative term of each condition. */
export type Choice = readonly {
  readonly equation: PreparedEquation;
  readonly plus: Piece;
  readonly minus: Piece;
}[];

const UNDETERMINED = 'the dominant terms do not determine the unknowns';

const rejected = (why: string): BalanceOutcome => ({ kind: 'rejected', why });
const undecided = (needs: string): BalanceOutcome => ({ kind: 'undecided', needs });

/** Every way of choosing one positive and one negative term in each condition. */
export function choicesOf({ equations }: Prepared): readonly Choice[] {
  return equations.reduce<Choice[]>(
    (chosen, equation) => {
      const of = (wanted: Piece['sign']) => equation.pieces.filter(({ sign }) => sign === wanted);
      const pairs = of(1).flatMap((plus) => of(-1).map((minus) => ({ equation, plus, minus })));
      return chosen.flatMap((before) => pairs.map((pair) => [...before, pair]));
    },
    [[]],
  );
}

/** Atoms by what their argument does: those that stay put, and the growth of the logarithms among the others. */
function sortAtoms(
  prepared: Prepared,
  values: Readonly<Record<string, Term>>,
  x: string,
): { readonly constant: readonly PreparedAtom[]; readonly growth: Growth } | null {
  const constant: PreparedAtom[] = [];
  const growth: Record<string, Growth[string]> = {};
  for (const atom of prepared.atoms) {
    const argument = tidy(substitute(atom.argument, values), prepared.context);
    const exponent = exponentOf(argument, x, prepared.context);
    if (!exponent) return null;
    const sign = needSign(exponent, prepared.context);
    if (sign === 'zero') constant.push(atom);
    else if (atom.slow) growth[atom.name] = { exponent, rate: sign === 'positive' ? 1 : -1, argument };
  }
  return { constant, growth };
}

/**
 * What is known of the unknowns before constants are: their powers. Where it `holds` an atom, the argument of that neither
 * grows nor falls, so that it counts as a constant, of which only the two-term conditions left can say how large it is.
 */
interface Guess {
  readonly values: Readonly<Record<string, Term>>;
  readonly holds: boolean;
  /** How large a piece is; an atom that is held is a letter. */
  readonly size: (piece: Piece) => Term;
}

/**
 * Where the dominant terms leave the unknowns open, they may all be of one order whatever the growing parameter, if some
 * atom's argument stays put: one condition is then needed for its level, and any will do.
 */
function guessesOf(choice: Choice, prepared: Prepared): readonly Guess[] {
  const { unknowns, atoms, context } = prepared;
  const solved = (equations: readonly Term[]): Readonly<Record<string, Term>> | null => {
    const outcome = solvePairs(equations, unknowns, context);
    return outcome?.kind === 'solved' ? outcome.values : null;
  };
  const pairsBy = (size: Guess['size']): readonly Term[] =>
    choice.map(({ plus, minus }) => subtract(size(plus), size(minus)));
  const sizeOf: Guess['size'] = ({ size }) => size;
  const guess = solved(pairsBy(sizeOf));
  if (guess) return [{ values: guess, holds: false, size: sizeOf }];
  return atoms.flatMap(({ name, argument }): Guess[] => {
    const leading = leadingParts(atoms.filter((other) => other.name !== name));
    const size: Guess['size'] = ({ exact, sign }) =>
      tidy(multiply(sign, substitute(exact, leading)), context);
    const pairs = pairsBy(size);
    const level = subtract(argument, levelOf(name));
    for (const index of pairs.keys()) {
      const values = solved([...pairs.filter((_, i) => i !== index), level]);
      if (values) return [{ values, holds: true, size }];
    }
    return [];
  });
}

interface Groups {
  readonly narrow: readonly (readonly Piece[])[];
  readonly wide: readonly (readonly Piece[])[];
  readonly ties: readonly Fact[];
  readonly bounds: readonly Bound[];
}

/** Every term against the dominant ones: of one order with them, or bounding the window; or the outcome where one is neither. */
function groupsOf(
  choice: Choice,
  prepared: Prepared,
  guess: Guess,
  x: string,
  growth: Growth,
): Groups | BalanceOutcome {
  const { context } = prepared;
  const { size, holds } = guess;
  const groups = {
    narrow: [] as Piece[][],
    wide: [] as Piece[][],
    ties: [] as Fact[],
    bounds: [] as Bound[],
  };
  for (const { equation, plus, minus } of choice) {
    const [close, broad]: [Piece[], Piece[]] = [
      [plus, minus],
      [plus, minus],
    ];
    for (const piece of equation.pieces) {
      if (piece === plus || (piece === minus && !holds)) continue;
      const ratio = tidy(substitute(ratioOf(size(piece), size(plus), context), guess.values), context);
      const end = { source: piece.source, equation: equation.name, piece };
      const found = againstOne(ratio, x, growth, end, context);
      const place = `in the condition on ${equation.name}`;
      if (found === 'not known') return undecided(`how ${piece.source} grows ${place}`);
      if (found === 'outgrows') return rejected(`${piece.source} outgrows the terms kept ${place}`);
      if ('bound' in found) {
        if (piece === minus) return rejected(UNDETERMINED);
        groups.bounds.push(found.bound);
      } else if (piece !== minus) {
        broad.push(piece);
        if (found.tie === 'number') close.push(piece);
        else groups.ties.push(below(found.ratio, piece.source));
      }
    }
    groups.narrow.push(close);
    groups.wide.push(broad);
  }
  return groups;
}

interface Guarded {
  readonly bounds: readonly Bound[];
  readonly conditions: readonly Fact[];
}

/** Where the guards hold; or the outcome where one does not or cannot be told. */
function guardsOf(
  { guards, context }: Prepared,
  at: Readonly<Record<string, Term>>,
  x: string,
  growth: Growth,
): Guarded | BalanceOutcome {
  const bounds: Bound[] = [];
  const conditions: Fact[] = [];
  for (const { source, ratio, beyond } of guards) {
    const end = { source, equation: null, ...(beyond !== undefined && { beyond }) };
    const found = againstOne(tidy(substitute(ratio, at), context), x, growth, end, context);
    if (typeof found === 'string')
      return undecided(`the guard ${source} as a power of the growing parameter`);
    if ('bound' in found) {
      bounds.push(found.bound);
      continue;
    }
    const is = isBelowOne(found.ratio, context);
    if (is === false) return rejected(`${source} binds`);
    if (is === null) conditions.push(below(found.ratio, source));
  }
  return { bounds, conditions };
}

/** The balance that a choice leads to. @throws SignNeeded | OptimandError | NotMonomial where the normal form refuses a step. */
export function balanceOf(choice: Choice, prepared: Prepared, x: string): BalanceOutcome {
  const guesses = guessesOf(choice, prepared);
  let outcome = rejected(UNDETERMINED);
  for (const guess of guesses) {
    outcome = attemptGuess(choice, prepared, guess, x);
    if (outcome.kind === 'balance') return outcome;
  }
  return outcome;
}

function attemptGuess(choice: Choice, prepared: Prepared, guess: Guess, x: string): BalanceOutcome {
  const sorted = sortAtoms(prepared, guess.values, x);
  if (!sorted) return undecided('an atom whose argument is one power of the growing parameter');
  const { constant, growth } = sorted;
  const groups = groupsOf(choice, prepared, guess, x, growth);
  if ('kind' in groups) return groups;
  const { narrow, wide, ties, bounds } = groups;
  const attempts: { attempt: Attempt; extra: readonly Fact[] }[] = [
    { attempt: { groups: wide, exact: constant }, extra: [] },
    ...(guess.holds
      ? []
      : [{ attempt: { groups: narrow, exact: constant.filter(({ slow }) => slow) }, extra: ties }]),
  ];
  const finished = ({ attempt, extra }: (typeof attempts)[number], outcome: Solved): BalanceOutcome => {
    const final = { ...outcome.atomValues, ...outcome.values };
    // An argument that stays put is not large, so that its leading part told powers and no constants.
    const stays = attempt.exact.some(({ slow }) => !slow) || guess.holds;
    // A logarithm that has a level has an argument above 1.
    const isMet = ({ ratio }: Guard): boolean =>
      outcome.leveled.some((argument) => printText(ratio) === printText(power(argument, -1)));
    const open = { ...prepared, guards: prepared.guards.filter((guard) => !isMet(guard)) };
    const guarded = guardsOf(open, stays ? final : guess.values, x, growth);
    if ('kind' in guarded) return guarded;
    const again = stays ? groupsOf(choice, prepared, { ...guess, values: final }, x, growth) : groups;
    const ends = 'kind' in again ? bounds : again.bounds;
    return finish(
      choice,
      prepared,
      attempt,
      outcome,
      growth,
      [...ends, ...guarded.bounds],
      [...guarded.conditions, ...outcome.conditions, ...extra],
      extra.length > 0 || constant.some((atom) => !attempt.exact.includes(atom)),
    );
  };
  const tried: string[] = [];
  for (const one of attempts) {
    const settled = settle(prepared, one.attempt);
    const [first] = settled;
    if (first.kind === 'unsolved') {
      tried.push(...first.tried);
      continue;
    }
    return bestOf(settled, (outcome) => finished(one, outcome));
  }
  return undecided(`leading coefficients: ${[...new Set(tried)].join('; ')}`);
}

/**
 * What the solutions come to, tried in their order: the first that is a balance, else what one of them would need. Where two roots of a
 * logarithm solve the conditions, the matrix of their derivatives has opposite signs at them, so that one at most is a maximum.
 */
function bestOf(
  settled: readonly [Settled, ...Settled[]],
  finished: (outcome: Solved) => BalanceOutcome,
): BalanceOutcome {
  const outcomes: BalanceOutcome[] = [];
  for (const own of settled) {
    const outcome =
      own.kind === 'solved' ? finished(own) : rejected(own.kind === 'none' ? own.why : UNDETERMINED);
    if (outcome.kind === 'balance') return outcome;
    outcomes.push(outcome);
  }
  return outcomes.find(({ kind }) => kind === 'undecided') ?? (outcomes[0] as BalanceOutcome);
}

const below = (ratio: Term, source: string): Fact => ({
  term: subtract(1, ratio),
  is: 'positive',
  because: `${source} stays the smaller`,
});

/** A window whose ends differ by a number of the exponents alone never becomes wide: it is no regime. */
function isNarrow({ bounds, prepared }: Balance): boolean {
  const ends = (side: Bound['side']): Term[] =>
    bounds.filter((bound) => bound.side === side).flatMap(({ at }) => at ?? []);
  return ends('upper').some((upper) =>
    ends('lower').some((lower) => isShapeConstant(ratioOf(upper, lower, prepared.context), prepared.context)),
  );
}

function finish(
  choice: Choice,
  prepared: Prepared,
  { groups, exact }: Attempt,
  { values, atomValues, facts }: Solved,
  growth: Growth,
  bounds: readonly Bound[],
  conditions: readonly Fact[],
  isRough: boolean,
): BalanceOutcome {
  const { context, unknowns } = prepared;
  const extra: Fact[] = [];
  for (const name of unknowns) {
    const value = values[name] as Term;
    // One term is positive whatever the parameters are, or its sign is known.
    if (value.kind === 'sum' && signOf(value, context) !== 'positive')
      extra.push({ term: value, is: 'positive', because: `${name} is positive` });
  }
  const dominant = choice.map(({ equation: { name }, plus, minus }, i) => ({
    equation: name,
    plus,
    minus,
    group: groups[i] as readonly Piece[],
  }));
  const put = { ...atomValues, ...values };
  const full: Balance = {
    prepared,
    dominant,
    values,
    growth,
    exactAtoms: atomValues,
    isRough,
    slopes: slopesAt(exact, put, context),
    bounds: bounds.map((bound) => ({ ...bound, at: bound.at && substitute(bound.at, atomValues) })),
    conditions: [...conditions, ...extra].map((fact) => ({
      ...fact,
      term: substitute(fact.term, atomValues),
    })),
  };
  const known = assuming(context, ...facts);
  if (areContradictory([...conditions, ...extra], known)) return rejected('what it needs is a contradiction');
  if (isNarrow(full)) return rejected('the window never becomes wide');
  const maximum = secondOrder({ ...full, prepared: { ...prepared, context: known } }, put);
  if (maximum === 'no') return rejected('the critical point is no maximum');
  if (maximum === 'unknown') return undecided('whether the critical point is a maximum');
  return { kind: 'balance', balance: full };
}

/** q^-g/f for atoms kept exactly, where that is a number of the exponents. */
function slopesAt(
  exact: readonly PreparedAtom[],
  at: Readonly<Record<string, Term>>,
  context: Context,
): Readonly<Record<string, Term>> {
  const found = exact.flatMap((atom) => {
    const slope = divide(power(atom.argument, negate(atom.shape)), writtenOut(atom));
    const value = tidy(substitute(slope, at), context);
    return isShapeConstant(value, context) ? [[slopeOf(atom.name), value] as const] : [];
  });
  return Object.fromEntries(found);
}
