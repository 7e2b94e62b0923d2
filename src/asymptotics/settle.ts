/** The truncated conditions of a balance solved: groups of terms of one order, atoms whose argument stays put kept exactly. */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { signOf } from '../kernel/sign.ts';
import { add, call, substitute, symbolsOf, type Term } from '../kernel/term.ts';
import { solveAmounts } from './amounts.ts';
import { eliminate } from './eliminate.ts';
import { leadingParts, type Piece, type Prepared, type PreparedAtom, writtenOut } from './pieces.ts';
import { summandsOf } from './scale.ts';

export interface Attempt {
  readonly groups: readonly (readonly Piece[])[];
  readonly exact: readonly PreparedAtom[];
}

export type Settled =
  | {
      readonly kind: 'solved';
      readonly values: Readonly<Record<string, Term>>;
      readonly atomValues: Readonly<Record<string, Term>>;
    }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

type Values = Readonly<Record<string, Term>>;

/** deformed_log at the values, for every atom that is kept. */
function atomsAt(exact: readonly PreparedAtom[], values: Values, { context }: Prepared): Values {
  return Object.fromEntries(
    exact.map(({ name, argument, shape }) => [
      name,
      call('deformed_log', tidy(substitute(argument, values), context), shape),
    ]),
  );
}

/** The conditions with the atoms that grow at their leading parts, the others as `kept` says. */
function truncated({ atoms, context }: Prepared, { groups, exact }: Attempt, kept: Values): readonly Term[] {
  const leading = leadingParts(atoms.filter((atom) => !exact.includes(atom)));
  return groups.map((group) =>
    tidy(substitute(substitute(add(...group.map((piece) => piece.exact)), kept), leading), context),
  );
}

/** The conditions by their amounts, or null where these do not determine one another. @throws SignNeeded */
function inAmounts({ equations, auxiliaries, unknowns, context }: Prepared, sums: readonly Term[]) {
  const split = sums.map((sum) => summandsOf(sum, context));
  // Auxiliary equations come last.
  const own = equations.length - auxiliaries.length;
  return solveAmounts(split.slice(0, own), split.slice(own), unknowns, context);
}

/**
 * No balance where an unknown comes out negative or zero, nor where an atom does, whose argument is then not above 1. Powers
 * of such a value are not real, so this is asked before any is taken.
 */
function notPositive(values: Values, context: Context): Extract<Settled, { kind: 'none' }> | null {
  const found = Object.entries(values).find(([, value]) =>
    ['negative', 'zero'].includes(signOf(value, context)),
  );
  return found ? { kind: 'none', why: `${found[0]} would not be positive` } : null;
}

/** The unknowns and the atoms that are kept, the latter put into the former. */
function withAtoms(prepared: Prepared, { exact }: Attempt, found: Values): Settled {
  const { context } = prepared;
  const atomValues = atomsAt(exact, found, prepared);
  const none = notPositive({ ...found, ...atomValues }, context);
  if (none) return none;
  const values = Object.entries(found).map(
    ([name, value]) => [name, tidy(substitute(value, atomValues), context)] as const,
  );
  return { kind: 'solved', values: Object.fromEntries(values), atomValues };
}

/** Atoms stay letters, and are put in once what they depend on is known. */
function inLetters(prepared: Prepared, attempt: Attempt): Settled {
  const { context, unknowns } = prepared;
  const { exact } = attempt;
  const kept = exact.map(({ name }) => name);
  const depends = Object.fromEntries(
    exact.map(({ name, argument }) => [
      name,
      symbolsOf(argument).filter((symbol) => unknowns.includes(symbol)),
    ]),
  );
  const equations = truncated(prepared, attempt, {});
  const outcome = inAmounts(prepared, equations) ?? eliminate(equations, unknowns, depends, context);
  if (outcome.kind !== 'solved') return outcome;
  const circular = exact.filter(({ argument }) =>
    symbolsOf(tidy(substitute(argument, outcome.values), context)).some((symbol) => kept.includes(symbol)),
  );
  if (circular.length > 0)
    return { kind: 'unsolved', tried: circular.map(({ name }) => `${name} depends on itself`) };
  return withAtoms(prepared, attempt, outcome.values);
}

/** Atoms are written out, so that a condition may determine what stands in them. */
function inFull(prepared: Prepared, attempt: Attempt): Settled {
  const { context, unknowns } = prepared;
  const full = Object.fromEntries(attempt.exact.map((atom) => [atom.name, writtenOut(atom)]));
  const equations = truncated(prepared, attempt, full);
  const outcome = inAmounts(prepared, equations) ?? eliminate(equations, unknowns, {}, context);
  return outcome.kind === 'solved' ? withAtoms(prepared, attempt, outcome.values) : outcome;
}

/** The truncated conditions of an attempt solved, atoms put in; or why not. */
export function settle(prepared: Prepared, attempt: Attempt): Settled {
  const found = inLetters(prepared, attempt);
  if (found.kind !== 'unsolved' || attempt.exact.length === 0) return found;
  const full = inFull(prepared, attempt);
  return full.kind === 'unsolved' ? { kind: 'unsolved', tried: [...found.tried, ...full.tried] } : full;
}
