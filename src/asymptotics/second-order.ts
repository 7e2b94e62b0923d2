/**
 * Whether a balance is a maximum. In logarithms of the variables the condition on y_i reads Σ_s c_s m_s = 0 with
 * monomials m_s, so its derivative in ln y_j is Σ_s c_s e_sj m_s; subtracting e_0j times the condition itself leaves
 * Σ_s c_s (e_sj - e_0j) m_s, in which only terms of different exponents count. The matrix of these is the Hessian of what
 * is maximised, which has to be negative definite: leading minors of alternating sign, in any order of the variables.
 */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { isZeroRatio } from '../kernel/ratio.ts';
import { shapeRatio } from '../kernel/shape.ts';
import { signOf } from '../kernel/sign.ts';
import { add, isZeroTerm, multiply, negate, substitute, subtract, type Term, zero } from '../kernel/term.ts';
import { needSign } from './cases.ts';
import type { Balance } from './dominant.ts';
import { NotMonomial, type Piece, slopeOf } from './pieces.ts';
import { exponentOf, isShapeConstant, ratioOf } from './scale.ts';

export type Verdict = 'yes' | 'no' | 'unknown';

/** A piece with its constant atoms as symbols and the others at their leading parts. */
function formOf(piece: Piece, { prepared, exactAtoms }: Balance): Term {
  const others = prepared.atoms.filter(({ name }) => !(name in exactAtoms));
  const leading = Object.fromEntries(others.map((atom) => [atom.name, atom.leading]));
  return tidy(substitute(piece.exact, leading), prepared.context);
}

/** d ln(piece)/d ln(variable); a constant atom counts with its own, unknown but positive, elasticity. */
function elasticityOf(piece: Piece, variable: string, balance: Balance): Term {
  const { context, atoms } = balance.prepared;
  const form = formOf(piece, balance);
  const power = (value: Term, name: string): Term => {
    const exponent = exponentOf(value, name, context);
    if (!exponent) throw new NotMonomial(`${piece.source} is no monomial in ${name}`);
    return ratioTerm(exponent);
  };
  const kept = atoms.filter(({ name }) => name in balance.exactAtoms);
  const through = kept.map(({ name, argument }) =>
    multiply(power(form, name), slopeOf(name), power(argument, variable)),
  );
  return add(power(form, variable), ...through);
}

/** A signed piece relative to the dominant one: a number where it is one, else a monomial in the positive unknowns. */
function weightOf(piece: Piece, plus: Piece, balance: Balance, at: Readonly<Record<string, Term>>): Term {
  const { context } = balance.prepared;
  const written = ratioOf(formOf(piece, balance), formOf(plus, balance), context);
  const value = tidy(substitute(written, at), context);
  return isShapeConstant(value, context) ? value : written;
}

type Matrix = readonly (readonly Term[])[];

/** Rows and columns in the order of `names`; each row in units of its dominant term, a positive scale. */
export function hessian(
  balance: Balance,
  names: readonly string[],
  at: Readonly<Record<string, Term>>,
): Matrix {
  const { context } = balance.prepared;
  return names.map((row) => {
    const own = balance.dominant.find(({ equation }) => equation === row);
    if (!own) return names.map(() => zero);
    return names.map((column) => {
      const base = elasticityOf(own.plus, column, balance);
      const entries = own.group.map((piece) => {
        const gap = tidy(subtract(elasticityOf(piece, column, balance), base), context);
        if (isZeroTerm(gap)) return zero;
        return multiply(gap, weightOf(piece, own.plus, balance, at));
      });
      return tidy(add(...entries), context);
    });
  });
}

export function determinant(matrix: Matrix, context: Context): Term {
  const [first, ...rest] = matrix;
  if (!first) return { kind: 'number', value: { num: 1n, den: 1n } };
  const terms = first.map((entry, j) => {
    if (isZeroTerm(entry)) return zero;
    const minor = rest.map((row) => row.filter((_, i) => i !== j));
    const product = multiply(entry, determinant(minor, context));
    return j % 2 === 0 ? product : negate(product);
  });
  return tidy(add(...terms), context);
}

/** @throws SignNeeded where the sign of a minor depends on the exponents alone and is open. */
function signOfMinor(value: Term, context: Context): 1 | -1 | 0 | null {
  const ratio = shapeRatio(value, context);
  const sign = ratio ? needSign(ratio, context) : signOf(value, context);
  return sign === 'positive' ? 1 : sign === 'negative' ? -1 : sign === 'zero' ? 0 : null;
}

/** The variables that no limit holds. */
export const freeVariables = (balance: Balance): readonly string[] =>
  balance.prepared.variables.filter((name) => !isPinned(balance, name)).reverse();

export function secondOrder(balance: Balance, at: Readonly<Record<string, Term>>): Verdict {
  const { context } = balance.prepared;
  const free = freeVariables(balance);
  const matrix = hessian(balance, free, at);
  for (let size = 1; size <= free.length; size++) {
    const minor = determinant(
      matrix.slice(0, size).map((row) => row.slice(0, size)),
      context,
    );
    const sign = signOfMinor(minor, context);
    if (sign === null) return 'unknown';
    if (sign !== (size % 2 === 0 ? 1 : -1)) return 'no';
  }
  return 'yes';
}

/** A variable whose condition determines a multiplier is held by a limit: no second-order condition belongs to it. */
const isPinned = ({ dominant, prepared }: Balance, name: string): boolean => {
  const own = dominant.find(({ equation }) => equation === name);
  const multipliers = prepared.unknowns.filter((unknown) => !prepared.variables.includes(unknown));
  return (own?.group ?? []).some(({ size }) =>
    multipliers.some((multiplier) => {
      const exponent = exponentOf(size, multiplier, prepared.context);
      return exponent !== null && !isZeroRatio(exponent);
    }),
  );
};
