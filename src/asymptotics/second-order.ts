/**
 * Whether a balance is a maximum. In logarithms of the variables the condition on y_i reads Σ_s c_s m_s = 0 with
 * monomials m_s, so its derivative in ln y_j is Σ_s c_s e_sj m_s; subtracting e_0j times the condition itself leaves
 * Σ_s c_s (e_sj - e_0j) m_s, in which only terms of different exponents count. The matrix of these is the Hessian of what
 * is maximised, which has to be negative definite: leading minors of alternating sign, in any order of the variables.
 */
import type { Context } from '../kernel/facts.ts';
import type { Sign } from '../kernel/functions/function.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { printText } from '../kernel/print-text.ts';
import { flipSign, shapeRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { add, multiply, negate, one, substitute, subtract, symbolsOf, type Term } from '../kernel/term.ts';
import { needSign } from './cases.ts';
import type { Balance, Dominant } from './dominant.ts';
import { leadingParts, NotMonomial, type Piece, slopeOf } from './pieces.ts';
import { exponentOf, isShapeConstant, ratioOf } from './scale.ts';

export type Verdict = 'yes' | 'no' | 'unknown';

/** A piece with its constant atoms as symbols and the others at their leading parts. */
function formOf(piece: Piece, { prepared, exactAtoms }: Balance): Term {
  const leading = leadingParts(prepared.atoms.filter(({ name }) => !(name in exactAtoms)));
  return tidy(substitute(piece.exact, leading), prepared.context);
}

/** Exponent of a symbol in a form. @throws NotMonomial */
function powerIn(form: Term, name: string, { prepared }: Balance): Term {
  const exponent = exponentOf(form, name, prepared.context);
  if (!exponent) throw new NotMonomial(`${printText(form)} is no monomial in ${name}`);
  return ratioTerm(exponent);
}

/**
 * d ln(piece)/d ln(symbol), auxiliary unknowns fixed; a constant atom counts with its elasticity, positive if not known. Where
 * others' amounts have been put in, the exponent that the chooser sees stands for the one in the term; atoms are his own.
 */
export function directElasticity(piece: Piece, name: string, balance: Balance): Term {
  const form = formOf(piece, balance);
  const seen = piece.own[name];
  const others = seen ? [seen, negate(powerIn(piece.exact, name, balance))] : [];
  const kept = balance.prepared.atoms.filter((atom) => atom.name in balance.exactAtoms);
  const through = kept.map((atom) =>
    multiply(
      powerIn(form, atom.name, balance),
      balance.slopes[slopeOf(atom.name)] ?? slopeOf(atom.name),
      powerIn(atom.argument, name, balance),
    ),
  );
  return add(powerIn(form, name, balance), ...others, ...through);
}

type Numbers = Readonly<Record<string, Term>>;

/** The terms that dominate in the equation of that name: a variable's condition, or what an auxiliary unknown is. */
const dominantIn = (name: string, { dominant }: Balance): Dominant =>
  dominant.find(({ equation }) => equation === name) as Dominant;

/**
 * d ln(auxiliary)/d ln(variable) for each auxiliary unknown: its summands' own, in proportion to what they are of it. The
 * condition reads s - m_1 - m_2 = 0, so a summand's weight in it is the negative of its share.
 */
function auxiliaryElasticities(variable: string, balance: Balance, at: Numbers): Numbers {
  const found: Record<string, Term> = {};
  for (const name of balance.prepared.auxiliaries) {
    const { group } = dominantIn(name, balance);
    const whole = group.find(({ source }) => source === name);
    // Not of the largest terms of its own equation, so that those decide nothing about it.
    if (!whole) continue;
    const summands = group.filter((piece) => piece !== whole);
    const shares = summands.map((piece) =>
      multiply(-1, weightOf(piece, whole, balance, at), chained(piece, variable, found, balance)),
    );
    found[name] = tidy(add(...shares), balance.prepared.context);
  }
  return found;
}

/** d ln(piece)/d ln(variable) with the auxiliary unknowns following. */
function chained(piece: Piece, variable: string, auxiliary: Numbers, balance: Balance): Term {
  const through = Object.entries(auxiliary).map(([name, value]) =>
    multiply(directElasticity(piece, name, balance), value),
  );
  return add(directElasticity(piece, variable, balance), ...through);
}

/** A signed piece relative to the dominant one: a number where it is one, else a monomial in the positive unknowns. */
function weightOf(piece: Piece, plus: Piece, balance: Balance, at: Numbers): Term {
  const { context } = balance.prepared;
  const written = ratioOf(formOf(piece, balance), formOf(plus, balance), context);
  const value = tidy(substitute(written, at), context);
  return isShapeConstant(value, context) ? value : written;
}

type Matrix = readonly (readonly Term[])[];

/** Rows and columns in the order of `names`; each row in units of its dominant term, a positive scale. */
function matrixOf(
  balance: Balance,
  names: readonly string[],
  at: Numbers,
  elasticity: (piece: Piece, column: string) => Term,
): Matrix {
  const { context } = balance.prepared;
  return names.map((row) => {
    const { group, plus } = dominantIn(row, balance);
    return names.map((column) => {
      const base = elasticity(plus, column);
      const entries = group.map((piece) => {
        const gap = tidy(subtract(elasticity(piece, column), base), context);
        // Two terms that make up a condition are one another's negative.
        return multiply(gap, group.length === 2 ? -1 : weightOf(piece, plus, balance, at));
      });
      return tidy(add(...entries), context);
    });
  });
}

/** The derivatives of the conditions on the named unknowns in the logarithms of these, auxiliary ones among them. */
export const jacobian = (balance: Balance, names: readonly string[], at: Numbers): Matrix =>
  matrixOf(balance, names, at, (piece, column) => directElasticity(piece, column, balance));

/** Second derivatives of what is maximised in the logarithms of the variables, auxiliary unknowns following. */
function hessian(balance: Balance, names: readonly string[], at: Numbers): Matrix {
  const auxiliary = Object.fromEntries(names.map((name) => [name, auxiliaryElasticities(name, balance, at)]));
  return matrixOf(balance, names, at, (piece, column) =>
    chained(piece, column, auxiliary[column] as Numbers, balance),
  );
}

export function determinant(matrix: Matrix, context: Context): Term {
  const [first, ...rest] = matrix;
  if (!first) return one;
  const terms = first.map((entry, j) => {
    const minor = rest.map((row) => row.filter((_, i) => i !== j));
    const product = multiply(entry, determinant(minor, context));
    return j % 2 === 0 ? product : negate(product);
  });
  return tidy(add(...terms), context);
}

/** @throws SignNeeded where the sign of a minor depends on the exponents alone and is open. */
function signOfMinor(value: Term, context: Context): Sign {
  const ratio = shapeRatio(value, context);
  return ratio ? needSign(ratio, context) : signOf(value, context);
}

/** The variables that no limit holds. */
export const freeVariables = (balance: Balance): readonly string[] =>
  balance.prepared.variables.filter((name) => !isPinned(balance, name)).reverse();

/** Every way of choosing some of the list, in order, the first few first. */
const subsets = (size: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** size - 1 }, (_, code) =>
    Array.from({ length: size }, (__, i) => i).filter((i) => ((code + 1) >> i) % 2 === 1),
  );

/**
 * Leading minors of alternating sign decide for a maximum, any principal minor of the other sign against it. Where one
 * is zero, what the balance leaves out would decide, unless another one does.
 */
export function secondOrder(balance: Balance, at: Readonly<Record<string, Term>>): Verdict {
  const { context } = balance.prepared;
  const free = freeVariables(balance);
  const matrix = hessian(balance, free, at);
  const minorOf = (chosen: readonly number[]) =>
    signOfMinor(
      determinant(
        chosen.map((i) => chosen.map((j) => (matrix[i] as readonly Term[])[j] as Term)),
        context,
      ),
      context,
    );
  const wanted = (chosen: readonly number[]): Sign => (chosen.length % 2 === 0 ? 'positive' : 'negative');
  const isWrong = (chosen: readonly number[]): boolean => minorOf(chosen) === flipSign(wanted(chosen));
  const leading = free.map((_, last) => [...free.keys()].slice(0, last + 1));
  if (leading.every((chosen) => minorOf(chosen) === wanted(chosen))) return 'yes';
  return [...leading, ...subsets(free.length)].some(isWrong) ? 'no' : 'unknown';
}

/** A variable whose condition determines a multiplier is held by a limit: no second-order condition belongs to it. */
const isPinned = (balance: Balance, name: string): boolean =>
  dominantIn(name, balance).group.some(({ size }) =>
    symbolsOf(size).some((own) => balance.prepared.multipliers.includes(own)),
  );
