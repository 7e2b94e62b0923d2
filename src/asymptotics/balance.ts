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
import { add, call, substitute, subtract, symbolsOf, type Term } from '../kernel/term.ts';
import { solveSystem } from '../solve/system.ts';
import { needSign } from './cases.ts';
import type { Balance, Bound, Growth } from './dominant.ts';
import { eliminate } from './eliminate.ts';
import { NotMonomial, type Piece, type Prepared, type PreparedAtom } from './pieces.ts';
import { exponentOf, isShapeConstant, ratioOf } from './scale.ts';
import { secondOrder } from './second-order.ts';
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

/** The unknowns of two-term conditions as products of powers, or why there are none. */
function firstGuess(choice: Choice, { unknowns, context }: Prepared): Readonly<Record<string, Term>> | null {
  const equations = choice.map(({ plus, minus }) => subtract(plus.size, minus.size));
  const outcome = solveSystem(equations, unknowns, context);
  if (outcome.kind !== 'solved') return null;
  for (const { term } of outcome.conditions) {
    const ratio = shapeRatio(term, context);
    if (ratio && needSign(ratio, context) === 'zero') return null;
  }
  return outcome.values;
}

type Tie = 'number' | 'parameters';
type Comparison = { readonly bound: Bound | null; readonly tie: Tie | null; readonly ratio: Term };

/** How a value that must stay below 1 behaves: tied with 1, or below it on one side of a bound. Null where it never does. */
function compare(
  ratio: Term,
  x: string,
  growth: Growth,
  source: string,
  equation: string | null,
  context: Context,
): Comparison | null {
  const e = exponentOf(ratio, x, context);
  if (!e) return null;
  const sign = needSign(e, context);
  if (sign !== 'zero')
    return { tie: null, ratio, bound: boundWhere(ratio, e, sign, x, growth, source, equation, context) };
  for (const [name, { rate }] of Object.entries(growth)) {
    const l = exponentOf(ratio, name, context);
    if (!l) return null;
    if (isZeroRatio(l)) continue;
    const bound =
      needSign(l, context) === 'negative'
        ? logBound(ratio, rate, x, growth, source, equation, context)
        : null;
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

interface Attempt {
  readonly groups: readonly (readonly Piece[])[];
  readonly exact: readonly PreparedAtom[];
}

/** The truncated conditions of an attempt solved, atoms put in; or why not. */
function settle(prepared: Prepared, { groups, exact }: Attempt) {
  const { atoms, context, unknowns } = prepared;
  const kept = exact.map(({ name }) => name);
  const leading = Object.fromEntries(
    atoms.filter(({ name }) => !kept.includes(name)).map((atom) => [atom.name, atom.leading]),
  );
  const depends = Object.fromEntries(
    exact.map(({ name, argument }) => [
      name,
      symbolsOf(argument).filter((symbol) => unknowns.includes(symbol)),
    ]),
  );
  const equations = groups.map((group) =>
    tidy(substitute(add(...group.map((piece) => piece.exact)), leading), context),
  );
  const outcome = eliminate(equations, unknowns, depends, context);
  if (outcome.kind !== 'solved') return outcome;
  const circular = exact.filter(({ name, argument }) =>
    symbolsOf(tidy(substitute(argument, outcome.values), context)).some(
      (symbol) => symbol === name || kept.includes(symbol),
    ),
  );
  if (circular.length > 0)
    return { kind: 'unsolved' as const, tried: circular.map(({ name }) => `${name} depends on itself`) };
  const atomValues = Object.fromEntries(
    exact.map(({ name, argument, shape }) => [
      name,
      call('deformed_log', tidy(substitute(argument, outcome.values), context), shape),
    ]),
  );
  const values = Object.fromEntries(
    Object.entries(outcome.values).map(([name, value]) => [
      name,
      tidy(substitute(value, atomValues), context),
    ]),
  );
  return { kind: 'solved' as const, values, atomValues };
}

/** The balance that a choice leads to; a step that the normal form refuses leaves it undecided. @throws SignNeeded */
export function balanceOf(choice: Choice, prepared: Prepared, x: string): BalanceOutcome {
  try {
    return attemptBalance(choice, prepared, x);
  } catch (error) {
    if (error instanceof OptimandError || error instanceof NotMonomial) return undecided(error.message);
    throw error;
  }
}

function attemptBalance(choice: Choice, prepared: Prepared, x: string): BalanceOutcome {
  const { context, equations } = prepared;
  const guess = firstGuess(choice, prepared);
  if (!guess) return rejected('the dominant terms do not determine the unknowns');
  const sorted = sortAtoms(prepared, guess, x);
  if (!sorted) return undecided('an atom whose argument is one power of the growing parameter');
  const { constant, growth } = sorted;
  const at = (value: Term): Term => tidy(substitute(value, guess), context);
  const bounds: Bound[] = [];
  const conditions: Fact[] = [];
  const narrow: Piece[][] = [];
  const wide: Piece[][] = [];
  const ties: Fact[] = [];
  for (const [i, { plus, minus }] of choice.entries()) {
    const equation = equations[i];
    if (!equation) continue;
    const [close, broad]: [Piece[], Piece[]] = [
      [plus, minus],
      [plus, minus],
    ];
    for (const piece of equation.pieces) {
      if (piece === plus || piece === minus) continue;
      const found = compare(
        at(ratioOf(piece.size, plus.size, context)),
        x,
        growth,
        piece.source,
        equation.name,
        context,
      );
      if (!found)
        return rejected(`${piece.source} outgrows the terms kept in the condition on ${equation.name}`);
      if (found.bound) bounds.push(found.bound);
      if (found.tie) broad.push(piece);
      if (found.tie === 'number') close.push(piece);
      if (found.tie === 'parameters') ties.push(below(found.ratio, piece.source));
    }
    narrow.push(close);
    wide.push(broad);
  }
  for (const { source, ratio } of prepared.guards) {
    const found = compare(at(ratio), x, growth, source, null, context);
    if (!found) return undecided(`the guard ${source} as a power of the growing parameter`);
    if (found.bound) bounds.push(found.bound);
    if (found.tie === 'parameters') conditions.push(below(found.ratio, source));
    if (found.tie === 'number' && isAbove(found.ratio, context)) return rejected(`${source} binds`);
  }
  const attempts: { attempt: Attempt; extra: readonly Fact[] }[] = [
    { attempt: { groups: wide, exact: constant }, extra: [] },
    { attempt: { groups: narrow, exact: constant.filter(({ slow }) => slow) }, extra: ties },
  ];
  const tried: string[] = [];
  for (const { attempt, extra } of attempts) {
    const outcome = settle(prepared, attempt);
    if (outcome.kind === 'none') return rejected(outcome.why);
    if (outcome.kind === 'unsolved') {
      tried.push(...outcome.tried);
      continue;
    }
    return finish(choice, prepared, attempt, outcome, growth, bounds, [...conditions, ...extra]);
  }
  return undecided(`leading coefficients: ${tried.join('; ')}`);
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

function finish(
  choice: Choice,
  prepared: Prepared,
  { groups }: Attempt,
  solved: {
    readonly values: Readonly<Record<string, Term>>;
    readonly atomValues: Readonly<Record<string, Term>>;
  },
  growth: Growth,
  bounds: readonly Bound[],
  conditions: readonly Fact[],
): BalanceOutcome {
  const { context, unknowns } = prepared;
  const { values, atomValues } = solved;
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
    bounds: bounds.map((bound) => ({ ...bound, at: bound.at && substitute(bound.at, atomValues) })),
    conditions: [...conditions, ...extra].map((fact) => ({
      ...fact,
      term: substitute(fact.term, atomValues),
    })),
  };
  const maximum = secondOrder(full, put);
  if (maximum === 'no') return rejected('the critical point is no maximum');
  if (maximum === 'unknown') return undecided('whether the critical point is a maximum');
  return { kind: 'balance', balance: full };
}
