/** The truncated conditions of a balance solved: groups of terms of one order, atoms whose argument stays put kept exactly. */
import { assuming, type Context, type Fact } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { signOf } from '../kernel/sign.ts';
import {
  add,
  call,
  multiply,
  negate,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';
import { solveAmounts } from './amounts.ts';
import { eliminate } from './eliminate.ts';
import { type LogarithmRoot, logarithmRoots } from './logarithm.ts';
import { leadingParts, type Piece, type Prepared, type PreparedAtom, slopeOf, writtenOut } from './pieces.ts';
import { exponentOf, summandsOf } from './scale.ts';

export interface Attempt {
  readonly groups: readonly (readonly Piece[])[];
  readonly exact: readonly PreparedAtom[];
}

export type Settled =
  | {
      readonly kind: 'solved';
      readonly values: Readonly<Record<string, Term>>;
      readonly atomValues: Readonly<Record<string, Term>>;
      /** What is known of atoms and their elasticities by the root that is taken. */
      readonly facts: readonly Fact[];
      /** The arguments of logarithms that determine themselves, and what must hold for them to have a value at all. */
      readonly leveled: readonly Term[];
      readonly conditions: readonly Fact[];
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

/** The value of an atom that determines itself, and what its root is known by. */
interface Level extends LogarithmRoot {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly leveled: readonly Term[];
}

/**
 * The one logarithm that stands in its own argument, L = ln(K L^m), by Lambert's W: the larger root first, and where m > 0 the smaller.
 * Both sides touch at L = m, so that the roots lie on either side of it, and the elasticity 1/L of the logarithm on the other of 1/m.
 */
function levelsOf(circular: readonly PreparedAtom[], found: Values, context: Context): readonly Level[] {
  const [atom, more] = circular;
  if (!atom?.slow || more) return [];
  const { name } = atom;
  const argument = tidy(substitute(atom.argument, found), context);
  const power = exponentOf(argument, name, context);
  if (!power) return [];
  const m = ratioTerm(power);
  const gaps = [subtract(symbol(name), m), subtract(1, multiply(m, symbol(slopeOf(name))))];
  return logarithmRoots(argument, name, context).map((root, i) => ({
    value: tidy(root.value, context),
    conditions: root.conditions.map((fact) => ({ ...fact, because: 'the logarithm has such a value' })),
    leveled: [atom.argument],
    name,
    facts: gaps.map(
      (gap): Fact => ({
        term: i === 0 ? gap : negate(gap),
        is: 'positive',
        because: i === 0 ? 'the larger of two roots' : 'the smaller of two roots',
      }),
    ),
  }));
}

/** The unknowns and the atoms that are kept, the latter put into the former. `level`: of an atom that determines itself. */
function withAtoms(
  prepared: Prepared,
  { exact }: Attempt,
  found: Values,
  level: Level | null = null,
): Settled {
  const { context } = prepared;
  const { facts, conditions, leveled } = level ?? { facts: [], conditions: [], leveled: [] };
  const own = level ? { [level.name]: level.value } : {};
  const others = exact.filter(({ name }) => name !== level?.name);
  const atomValues = { ...atomsAt(others, found, prepared), ...own };
  const none = notPositive({ ...found, ...atomValues }, assuming(context, ...facts));
  if (none) return none;
  const values = Object.entries(found).map(
    ([name, value]) => [name, tidy(substitute(value, atomValues), context)] as const,
  );
  return { kind: 'solved', values: Object.fromEntries(values), atomValues, facts, conditions, leveled };
}

/** Atoms stay letters, and are put in once what they depend on is known. */
function inLetters(prepared: Prepared, attempt: Attempt): readonly [Settled, ...Settled[]] {
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
  if (outcome.kind !== 'solved') return [outcome];
  const circular = exact.filter(({ argument }) =>
    symbolsOf(tidy(substitute(argument, outcome.values), context)).some((symbol) => kept.includes(symbol)),
  );
  if (circular.length === 0) return [withAtoms(prepared, attempt, outcome.values)];
  const [larger, ...smaller] = levelsOf(circular, outcome.values, context).map((level) =>
    withAtoms(prepared, attempt, outcome.values, level),
  );
  return larger
    ? [larger, ...smaller]
    : [{ kind: 'unsolved', tried: circular.map(({ name }) => `${name} depends on itself`) }];
}

/** Atoms are written out, so that a condition may determine what stands in them. */
function inFull(prepared: Prepared, attempt: Attempt): Settled {
  const { context, unknowns } = prepared;
  const full = Object.fromEntries(attempt.exact.map((atom) => [atom.name, writtenOut(atom)]));
  const equations = truncated(prepared, attempt, full);
  const outcome = inAmounts(prepared, equations) ?? eliminate(equations, unknowns, {}, context);
  return outcome.kind === 'solved' ? withAtoms(prepared, attempt, outcome.values) : outcome;
}

/**
 * The truncated conditions of an attempt solved, atoms put in; or why not. Two solutions where an atom that determines itself has
 * two roots, that of the larger first.
 */
export function settle(prepared: Prepared, attempt: Attempt): readonly [Settled, ...Settled[]] {
  const found = inLetters(prepared, attempt);
  const [first] = found;
  if (first.kind !== 'unsolved' || attempt.exact.length === 0) return found;
  const full = inFull(prepared, attempt);
  return [full.kind === 'unsolved' ? { kind: 'unsolved', tried: [...first.tried, ...full.tried] } : full];
}
