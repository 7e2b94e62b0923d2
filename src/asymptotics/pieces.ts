/**
 * A problem made ready for one case of the signs: every atom deformed_log(q, g) is replaced by its leading part for large q,
 *
 *     q^-g/|g| for g < 0,    1/g for g > 0,    a logarithm for g = 0,
 *
 * so that each condition is a sum of signed monomials. The logarithm stays a symbol: it varies slower than any power, so
 * it counts as a constant until exponents are known. What is left out of an atom is smaller exactly where q > 1, which
 * becomes a guard.
 */
import type { Context } from '../kernel/facts.ts';
import type { Summand as NormalSummand } from '../kernel/normal/data.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { signOfSummand } from '../kernel/normal/power.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { ONE_RATIO } from '../kernel/ratio.ts';
import { shapeRatio, signOfProduct } from '../kernel/shape.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import {
  divide,
  ln,
  negate,
  power,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../kernel/term.ts';
import { hides } from '../solve/powers-of.ts';
import { type Case, inCase, needSign } from './cases.ts';
import { type Atom, type Auxiliary, type Guard, type Problem, type Summand, unknownsOf } from './problem.ts';

/** A monomial of known sign in one equation: `size` is positive, `exact` still holds the atoms. */
export interface Piece {
  readonly source: string;
  readonly sign: 1 | -1;
  readonly size: Term;
  readonly exact: Term;
  /** Exponents of variables as their chooser sees them, where these are not the term's own. */
  readonly own: Readonly<Record<string, Term>>;
}

export interface PreparedEquation {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** An atom in a case; a `slow` one is the logarithm of its argument. */
export interface PreparedAtom extends Atom {
  readonly slow: boolean;
  readonly leading: Term;
  /** What the leading part has too much, relative to it: q^-|g|, nothing of a logarithm. */
  readonly gap: Term;
}

export interface Prepared {
  readonly context: Context;
  readonly branch: string;
  readonly variables: readonly string[];
  readonly auxiliaries: readonly string[];
  readonly multipliers: readonly string[];
  readonly unknowns: readonly string[];
  readonly equations: readonly PreparedEquation[];
  readonly atoms: readonly PreparedAtom[];
  readonly guards: readonly Guard[];
  readonly objective: readonly Piece[];
  readonly acceptsLoss: boolean;
  readonly hasRivals: boolean;
  readonly quantities: Readonly<Record<string, Term>>;
  readonly name: (source: string) => string;
  readonly tellingEquation: string;
}

/** The terms of the equation of that name, none where there is no such equation. */
export const piecesIn = (equation: string, { equations }: Prepared): readonly Piece[] =>
  equations.flatMap(({ name, pieces }) => (name === equation ? pieces : []));

/** The engine does not know how some function behaves; the message says which. */
export class NotMonomial extends Error {}

/** A letter for what is positive wherever the conditions hold: an unknown, adoption, an amount. */
export const positiveQuantity = (name: string): Declaration => ({
  name,
  tex: name,
  meaning: 'a positive quantity of the conditions',
  unit: '1',
  domain: POSITIVE,
  role: 'quantity',
  source: 'the engine',
});

/** The symbol for the elasticity of an atom in its argument, positive because a deformed logarithm rises. */
export const slopeOf = (atom: string): string => `slope_${atom}`;

/** The symbol for the value that an atom's argument keeps where it neither grows nor falls. */
export const levelOf = (atom: string): string => `level_${atom}`;

/** The context in which unknowns and atoms are positive symbols. */
const extended = (context: Context, names: readonly string[]): Context => ({
  symbols: joinTables(symbolTable(...names.map(positiveQuantity)), context.symbols),
  facts: context.facts,
});

function prepareAtom(atom: Atom, here: Case): PreparedAtom {
  const [argument, shape] = [inCase(atom.argument, here), inCase(atom.shape, here)];
  const own = { ...atom, argument, shape };
  const ratio = shapeRatio(shape, here.context);
  if (!ratio) throw new NotMonomial('the shape of a deformed logarithm is no function of shape parameters');
  switch (needSign(ratio, here.context)) {
    case 'zero':
      return { ...own, slow: true, leading: symbol(atom.name), gap: zero };
    case 'positive':
      return { ...own, slow: false, leading: divide(1, shape), gap: power(argument, negate(shape)) };
    default:
      return {
        ...own,
        slow: false,
        leading: divide(power(argument, negate(shape)), negate(shape)),
        gap: power(argument, shape),
      };
  }
}

/** Atoms by name, each as its leading part. */
export const leadingParts = (atoms: readonly PreparedAtom[]): Readonly<Record<string, Term>> =>
  Object.fromEntries(atoms.map(({ name, leading }) => [name, leading]));

/** deformed_log(q, g) written out for the sign that its shape has. */
export const writtenOut = ({ argument, shape, slow }: PreparedAtom): Term =>
  slow ? ln(argument) : divide(subtract(1, power(argument, negate(shape))), shape);

/** The normal summands of a term as pieces. @throws NotMonomial where an unknown hides in a function or a sum. */
function piecesOf(
  { source, term: exact, own: seen = {} }: Summand,
  leading: Readonly<Record<string, Term>>,
  unknowns: readonly string[],
  context: Context,
): readonly Piece[] {
  return normalise(exact, context).map((own) => {
    const written = normalTerm([own]);
    const normal = normalise(substitute(written, leading), context);
    const [only] = normal;
    const isHidden = ({ factors }: NormalSummand): boolean =>
      unknowns.some((name) => factors.some(({ base }) => base.kind !== 'symbol' && hides(base, name)));
    if (!only || normal.length > 1 || isHidden(only))
      throw new NotMonomial(`${source} is no sum of monomials`);
    const outer = signOfSummand({ ...only, coefficient: ONE_RATIO }, context);
    const sign = signOfProduct([needSign(only.coefficient, context), outer]);
    if (sign !== 'positive' && sign !== 'negative')
      throw new NotMonomial(`the sign of ${source} is not known`);
    const size = normalTerm(normal);
    return sign === 'negative'
      ? { source, sign: -1, size: normalTerm(normalise(negate(size), context)), exact: written, own: seen }
      : { source, sign: 1, size, exact: written, own: seen };
  });
}

/** The problem in a case. @throws SignNeeded | NotMonomial */
export function prepare(problem: Problem, here: Case): Prepared {
  const unknowns = unknownsOf(problem);
  const names = [...unknowns, ...problem.atoms.flatMap(({ name }) => [name, slopeOf(name), levelOf(name)])];
  const context = extended(here.context, names);
  const inside: Case = { ...here, context };
  const atoms = problem.atoms.map((atom) => prepareAtom(atom, inside));
  const leading = leadingParts(atoms);
  const put = (summand: Summand): Summand => ({
    source: summand.source,
    term: inCase(summand.term, here),
    own: Object.fromEntries(
      Object.entries(summand.own ?? {}).map(([name, value]) => [name, inCase(value, here)]),
    ),
  });
  const read = (summand: Summand): readonly Piece[] => piecesOf(put(summand), leading, unknowns, context);
  const edges = atoms
    .filter(({ argument }) => symbolsOf(argument).some((name) => unknowns.includes(name)))
    .map(
      ({ argument, edge, beyond }): Guard => ({
        source: edge,
        ratio: power(argument, -1),
        ...(beyond !== undefined && { beyond }),
      }),
    );
  const auxiliary = ({ name, summands }: Auxiliary): PreparedEquation => ({
    name,
    pieces: [
      ...read({ source: name, term: symbol(name) }),
      ...summands.flatMap((summand) => read({ ...summand, term: negate(summand.term) })),
    ],
  });
  return {
    context,
    branch: problem.branch,
    variables: problem.variables,
    auxiliaries: problem.auxiliaries.map(({ name }) => name),
    multipliers: problem.multipliers,
    unknowns,
    equations: [
      ...problem.equations.map(({ name, summands }) => ({ name, pieces: summands.flatMap(read) })),
      ...problem.auxiliaries.map(auxiliary),
    ],
    atoms,
    guards: [...problem.guards.map((guard) => ({ ...guard, ratio: inCase(guard.ratio, here) })), ...edges],
    objective: problem.objective.flatMap(read),
    acceptsLoss: problem.acceptsLoss === true,
    hasRivals: problem.hasRivals === true,
    name: (source) => problem.names[source] ?? `${source}-dominated`,
    tellingEquation: problem.tellingEquation,
    quantities: Object.fromEntries(
      Object.entries(problem.quantities).map(([name, value]) => [name, inCase(value, here)]),
    ),
  };
}
