/**
 * Balances: which terms of each condition dominate, what follows for the unknowns, and whether it is consistent and a
 * maximum. `index.ts` tells the whole story.
 */
import type { Context, Fact } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { isZeroRatio } from '../kernel/ratio.ts';
import { shapeRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import {
  divide,
  multiply,
  negate,
  power,
  substitute,
  subtract,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';
import { solveSystem } from '../solve/system.ts';
import { needSign } from './cases.ts';
import type { Balance, Bound, Growth } from './dominant.ts';
import {
  levelOf,
  NotMonomial,
  type Piece,
  type Prepared,
  type PreparedAtom,
  slopeOf,
  writtenOut,
} from './pieces.ts';
import { exponentOf, isShapeConstant, ratioOf } from './scale.ts';
import { secondOrder } from './second-order.ts';
import { type Attempt, type Settled, settle } from './settle.ts';
import { boundWhere, logBound } from './window.ts';

export type BalanceOutcome =
  | { readonly kind: 'balance'; readonly balance: Balance }
  | { readonly kind: 'rejected'; readonly why: string }
  | { readonly kind: 'undecided'; readonly needs: string };

type Choice = readonly { readonly plus: Piece; readonly minus: Piece }[];

const rejected = (why: string): BalanceOutcome => ({ kind: 'rejected', why });
const undecided = (needs: string): BalanceOutcome => ({ kind: 'undecided', needs });

/** Every way of choosing one positive and one negative term in each condition. */
export function choicesOf({ equations }: Prepared): readonly Choice[] {
  return equations.reduce<Choice[]>(
    (chosen, { pieces }) => {
      const pairs = pieces
        .filter(({ sign }) => sign > 0)
        .flatMap((plus) => pieces.filter(({ sign }) => sign < 0).map((minus) => ({ plus, minus })));
      return chosen.flatMap((before) => pairs.map((pair) => [...before, pair]));
    },
    [[]],
  );
}

/** The unknowns of two-term conditions as products of powers, or null where these do not determine them. */
function solveGuess(
  equations: readonly Term[],
  { unknowns, context }: Prepared,
): Readonly<Record<string, Term>> | null {
  const outcome = solveSystem(equations, unknowns, context);
  if (outcome.kind !== 'solved') return null;
  for (const { term } of outcome.conditions) {
    const ratio = shapeRatio(term, context);
    if (ratio && needSign(ratio, context) === 'zero') return null;
  }
  return outcome.values;
}

const firstGuess = (choice: Choice, prepared: Prepared): Readonly<Record<string, Term>> | null =>
  solveGuess(
    choice.map(({ plus, minus }) => subtract(plus.size, minus.size)),
    prepared,
  );

type Tie = 'number' | 'parameters';
type Comparison = { readonly bound: Bound | null; readonly tie: Tie | null; readonly ratio: Term };

/** What a bound is the bound of. */
type End = Pick<Bound, 'source' | 'equation' | 'beyond' | 'piece'>;

/** How a value that must stay below 1 behaves: tied with 1, or below it on one side of a bound. Null where it never does. */
function compare(ratio: Term, x: string, growth: Growth, end: End, context: Context): Comparison | null {
  const e = exponentOf(ratio, x, context);
  if (!e) return null;
  const sign = needSign(e, context);
  if (sign !== 'zero')
    return { tie: null, ratio, bound: boundWhere(ratio, e, sign, x, growth, end, context) };
  for (const [name, { rate }] of Object.entries(growth)) {
    const l = exponentOf(ratio, name, context);
    if (!l) return null;
    if (isZeroRatio(l)) continue;
    const bound = needSign(l, context) === 'negative' ? logBound(ratio, rate, x, growth, end, context) : null;
    return bound && { tie: null, ratio, bound };
  }
  return { tie: isShapeConstant(ratio, context) ? 'number' : 'parameters', ratio, bound: null };
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

/** The balance that a choice leads to; a step that the normal form refuses leaves it undecided. @throws SignNeeded */
export function balanceOf(choice: Choice, prepared: Prepared, x: string): BalanceOutcome {
  try {
    return attemptBalance(choice, prepared, x);
  } catch (error) {
    if (error instanceof OptimandError || error instanceof NotMonomial)
      return undecided(error.message.replace(/\.$/, ''));
    throw error;
  }
}

/**
 * What is known of the unknowns before constants are: their powers. `held` is an atom whose argument neither grows nor
 * falls, so that it counts as a constant, of which only the two-term conditions left can say how large it is.
 */
interface Guess {
  readonly values: Readonly<Record<string, Term>>;
  readonly held: string | null;
}

/**
 * Where the dominant terms leave the unknowns open, they may all be of one order whatever the growing parameter, if some
 * atom's argument stays put: one condition is then needed for its level, and any will do.
 */
function guessesOf(choice: Choice, prepared: Prepared): readonly Guess[] {
  const guess = firstGuess(choice, prepared);
  if (guess) return [{ values: guess, held: null }];
  const moving = prepared.atoms.filter(({ argument }) =>
    symbolsOf(argument).some((name) => prepared.unknowns.includes(name)),
  );
  return moving.flatMap(({ name, argument }): Guess[] => {
    const levels = subtract(argument, levelOf(name));
    const pairs = choice.map(({ plus, minus }) =>
      subtract(sizeWith(plus, name, prepared), sizeWith(minus, name, prepared)),
    );
    for (const index of pairs.keys()) {
      const equations = [...pairs.filter((_, i) => i !== index), levels];
      const values = solveGuess(equations, prepared);
      if (values) return [{ values, held: name }];
    }
    return [];
  });
}

/** The size of a piece, a held atom as a letter. */
function sizeWith({ size, exact, sign }: Piece, held: string | null, { atoms, context }: Prepared): Term {
  if (held === null) return size;
  const others = atoms.filter(({ name }) => name !== held);
  const leading = Object.fromEntries(others.map((atom) => [atom.name, atom.leading]));
  return tidy(multiply(sign, substitute(exact, leading)), context);
}

interface Groups {
  readonly narrow: readonly (readonly Piece[])[];
  readonly wide: readonly (readonly Piece[])[];
  readonly ties: readonly Fact[];
  readonly bounds: readonly Bound[];
}

/** Every term against the dominant ones: of one order with them, or bounding the window; or the reason to reject. */
function groupsOf(
  choice: Choice,
  prepared: Prepared,
  guess: Guess,
  x: string,
  growth: Growth,
): Groups | string {
  const { context, equations } = prepared;
  const size = (piece: Piece): Term => sizeWith(piece, guess.held, prepared);
  const groups = {
    narrow: [] as Piece[][],
    wide: [] as Piece[][],
    ties: [] as Fact[],
    bounds: [] as Bound[],
  };
  for (const [i, { plus, minus }] of choice.entries()) {
    const equation = equations[i];
    if (!equation) continue;
    const [close, broad]: [Piece[], Piece[]] = [
      [plus, minus],
      [plus, minus],
    ];
    for (const piece of equation.pieces) {
      if (piece === plus || (piece === minus && guess.held === null)) continue;
      const ratio = tidy(substitute(ratioOf(size(piece), size(plus), context), guess.values), context);
      const end = { source: piece.source, equation: equation.name, piece };
      const found = compare(ratio, x, growth, end, context);
      if (!found) return `${piece.source} outgrows the terms kept in the condition on ${equation.name}`;
      if (piece === minus) {
        if (!found.tie) return 'the dominant terms do not determine the unknowns';
        continue;
      }
      if (found.bound) groups.bounds.push(found.bound);
      if (found.tie) broad.push(piece);
      if (found.tie === 'number') close.push(piece);
      if (found.tie === 'parameters') groups.ties.push(below(found.ratio, piece.source));
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
    const end = { source, equation: null, ...(beyond === undefined ? {} : { beyond }) };
    const found = compare(tidy(substitute(ratio, at), context), x, growth, end, context);
    if (!found) return undecided(`the guard ${source} as a power of the growing parameter`);
    if (found.bound) bounds.push(found.bound);
    if (found.tie && isAbove(found.ratio, context)) return rejected(`${source} binds`);
    if (found.tie && !isBelowOne(found.ratio, context)) conditions.push(below(found.ratio, source));
  }
  return { bounds, conditions };
}

function attemptBalance(choice: Choice, prepared: Prepared, x: string): BalanceOutcome {
  const guesses = guessesOf(choice, prepared);
  let outcome = rejected('the dominant terms do not determine the unknowns');
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
  if (typeof groups === 'string') return rejected(groups);
  const { narrow, wide, ties, bounds } = groups;
  const attempts: { attempt: Attempt; extra: readonly Fact[] }[] = [
    { attempt: { groups: wide, exact: constant }, extra: [] },
    ...(guess.held === null
      ? [{ attempt: { groups: narrow, exact: constant.filter(({ slow }) => slow) }, extra: ties }]
      : []),
  ];
  const tried: string[] = [];
  for (const { attempt, extra } of attempts) {
    const outcome = settle(prepared, attempt);
    if (outcome.kind === 'none') return rejected(outcome.why);
    if (outcome.kind === 'unsolved') {
      tried.push(...outcome.tried);
      continue;
    }
    const final = { ...outcome.atomValues, ...outcome.values };
    // An argument that stays put is not large, so that its leading part told powers and no constants.
    const stays = attempt.exact.some(({ slow }) => !slow) || guess.held !== null;
    const guarded = guardsOf(prepared, stays ? final : guess.values, x, growth);
    if ('kind' in guarded) return guarded;
    const again = stays ? groupsOf(choice, prepared, { ...guess, values: final }, x, growth) : groups;
    const ends = typeof again === 'string' ? bounds : again.bounds;
    return finish(
      choice,
      prepared,
      attempt,
      outcome,
      growth,
      [...ends, ...guarded.bounds],
      [...guarded.conditions, ...extra],
      extra.length > 0 || constant.some((atom) => !attempt.exact.includes(atom)),
    );
  }
  return undecided(`leading coefficients: ${[...new Set(tried)].join('; ')}`);
}

const below = (ratio: Term, source: string): Fact => ({
  term: subtract(1, ratio),
  is: 'positive',
  because: `${source} stays the smaller`,
});

/** Whether a number of the exponents is known not to be below 1. @throws SignNeeded */
function isAbove(ratio: Term, context: Context): boolean {
  const gap = shapeRatio(subtract(ratio, 1), context);
  return gap !== null && needSign(gap, context) !== 'negative';
}

/** Whether a value is known to be below 1; of a power, by its base and its exponent. */
function isBelowOne(ratio: Term, context: Context): boolean {
  if (signOf(subtract(1, ratio), context) === 'positive') return true;
  const gap = shapeRatio(subtract(1, ratio), context);
  if (gap) return needSign(gap, context) === 'positive';
  if (ratio.kind === 'call' && ratio.name === 'exp')
    return signOf(ratio.args[0] as Term, context) === 'negative';
  if (ratio.kind !== 'power') return false;
  const base = shapeRatio(subtract(ratio.base, 1), context);
  const exponent = shapeRatio(ratio.exponent, context);
  if (!base || !exponent) return false;
  const signs = [needSign(base, context), needSign(exponent, context)];
  return signs.includes('positive') && signs.includes('negative');
}

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
  { values, atomValues }: Extract<Settled, { kind: 'solved' }>,
  growth: Growth,
  bounds: readonly Bound[],
  conditions: readonly Fact[],
  isRough: boolean,
): BalanceOutcome {
  const { context, unknowns } = prepared;
  const extra: Fact[] = [];
  for (const name of unknowns) {
    const value = values[name] as Term;
    const sign = signOf(value, context);
    if (sign === 'negative' || sign === 'zero') return rejected(`${name} would not be positive`);
    if (sign === 'positive') continue;
    const [only, more] = value.kind === 'sum' ? value.terms : [value];
    if (only && !more) continue;
    extra.push({ term: value, is: 'positive', because: `${name} is positive` });
  }
  const dominant = choice.map((pair, i) => ({
    ...pair,
    equation: prepared.equations[i]?.name ?? '',
    group: groups[i] ?? [],
  }));
  const put = { ...atomValues, ...values };
  const full: Balance = {
    prepared,
    dominant,
    values,
    slow: Object.fromEntries(Object.entries(growth).map(([name, { exponent }]) => [name, exponent])),
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
  if (isNarrow(full)) return rejected('the window never becomes wide');
  const maximum = secondOrder(full, put);
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
