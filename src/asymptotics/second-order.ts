/**
 * Whether a balance is a maximum. In logarithms of the variables the condition on y_i reads Σ_s c_s m_s = 0 with
 * monomials m_s, so its derivative in ln y_j is Σ_s c_s e_sj m_s; subtracting e_0j times the condition itself leaves
 * Σ_s c_s (e_sj - e_0j) m_s, in which only terms of different exponents count. The matrix of these is the Hessian of what
 * is maximised, which has to be negative definite: leading minors of alternating sign, in any order of the variables.
 */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { printText } from '../kernel/print-text.ts';
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

/**
 * d ln(auxiliary)/d ln(variable) for each auxiliary unknown: its summands' own, in proportion to what they are of it. The
 * condition reads s - m_1 - m_2 = 0, so a summand's weight in it is the negative of its share.
 */
function auxiliaryElasticities(variable: string, balance: Balance, at: Numbers): Numbers {
  const found: Record<string, Term> = {};
  for (const name of balance.prepared.auxiliaries) {
    const own = balance.dominant.find(({ equation }) => equation === name);
    const whole = own?.group.find(({ source }) => source === name);
    if (!own || !whole) continue;
    const summands = own.group.filter((piece) => piece !== whole);
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
    const own = balance.dominant.find(({ equation }) => equation === row);
    if (!own) return names.map(() => zero);
    return names.map((column) => {
      const base = elasticity(own.plus, column);
      const entries = own.group.map((piece) => {
        const gap = tidy(subtract(elasticity(piece, column), base), context);
        if (isZeroTerm(gap)) return zero;
        // Two terms that make up a condition are one another's negative.
        const isPair = own.group.length === 2 && own.group.includes(own.plus);
        return multiply(gap, isPair ? -1 : weightOf(piece, own.plus, balance, at));
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
  const auxiliary = new Map(names.map((name) => [name, auxiliaryElasticities(name, balance, at)]));
  return matrixOf(balance, names, at, (piece, column) =>
    chained(piece, column, auxiliary.get(column) ?? {}, balance),
  );
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
        chosen.map((i) => chosen.map((j) => matrix[i]?.[j] ?? zero)),
        context,
      ),
      context,
    );
  const wanted = (chosen: readonly number[]): number => (chosen.length % 2 === 0 ? 1 : -1);
  let isOpen = false;
  for (let size = 1; size <= free.length; size++) {
    const chosen = Array.from({ length: size }, (_, i) => i);
    const sign = minorOf(chosen);
    if (sign === null || sign === 0) isOpen = true;
    else if (sign !== wanted(chosen)) return 'no';
  }
  if (!isOpen) return 'yes';
  return subsets(free.length).some((chosen) => minorOf(chosen) === -wanted(chosen)) ? 'no' : 'unknown';
}

/** A variable whose condition determines a multiplier is held by a limit: no second-order condition belongs to it. */
const isPinned = ({ dominant, prepared }: Balance, name: string): boolean => {
  const own = dominant.find(({ equation }) => equation === name);
  return (own?.group ?? []).some(({ size }) =>
    prepared.multipliers.some((multiplier) => {
      const exponent = exponentOf(size, multiplier, prepared.context);
      return exponent !== null && !isZeroRatio(exponent);
    }),
  );
};
