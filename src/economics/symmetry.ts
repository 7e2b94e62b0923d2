/**
 * The conditions of a symmetric equilibrium. One's own objective is differentiated with the others' amounts given, which are
 * put in afterwards. Where one's own problem is not known to be convex in logarithms, a summand keeps the exponents that its
 * chooser sees, for whether he is at a maximum is decided by those:
 *
 *     Σ_s c_s m_s = 0,      own exponent of m_s in v  =  the coefficient of m_s in v ∂(Σ_s c_s m_s)/∂v at symmetry, over c_s.
 */
import type { Auxiliary, Summand } from '../asymptotics/problem.ts';
import { rawDerivative } from '../kernel/differentiate.ts';
import { refuse } from '../kernel/issues.ts';
import { factorsKey } from '../kernel/normal/data.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import { printText } from '../kernel/print-text.ts';
import { divideRatios } from '../kernel/ratio.ts';
import { add, multiply, substitute, symbolsOf, type Term } from '../kernel/term.ts';
import { type Model, settled } from './model.ts';
import type { Monomials } from './monomials.ts';

/** Letters of others like oneself, and of what is not chosen. */
export type Others = Pick<Model, 'rivals' | 'given'>;

const isAlone = ({ rivals }: Others): boolean => Object.keys(rivals).length === 0;

const holdsOthers = ({ rivals }: Others, value: Term): boolean =>
  symbolsOf(value).some((name) => Object.hasOwn(rivals, name));

const noLaw = (value: Term): never =>
  refuse(
    `${printText(value)} is no product of powers where all do the same`,
    'the conditions of an equilibrium',
    'write what the others do so that it joins one’s own',
  );

/**
 * What stands for the names of sums that hold others' amounts; each is one monomial where all do the same.
 * @throws OptimandError where one is not, or where others' amounts stand in a logarithm.
 */
function sumsOfOthers(
  others: Others,
  { auxiliaries, atoms, context }: Monomials,
): Readonly<Record<string, Term>> {
  const found: Record<string, Term> = {};
  for (const { name, summands } of auxiliaries) {
    const value = substitute(add(...summands.map(({ term }) => term)), found);
    if (!holdsOthers(others, value)) continue;
    const [, more] = normalise(settled(others, value), context);
    if (more) noLaw(value);
    found[name] = value;
  }
  for (const { argument } of atoms) {
    const value = substitute(argument, found);
    if (holdsOthers(others, value))
      refuse(
        `${printText(value)} stands in a logarithm, and holds what the others do`,
        'the conditions of an equilibrium',
        'write the objective without that logarithm',
      );
  }
  return found;
}

/** The summands of a condition where all do the same, each with the exponents of the variables that one of them sees. */
export function atSymmetry(
  source: string,
  terms: readonly Term[],
  others: Others,
  variables: readonly string[],
  monomials: Monomials,
): readonly Summand[] {
  if (isAlone(others)) return terms.map((term) => ({ source, term }));
  const { context } = monomials;
  const sums = sumsOfOthers(others, monomials);
  const own = substitute(add(...terms), sums);
  const put = (value: Term) => normalise(tidy(settled(others, value), context), context);
  const whole = put(own);
  const pushed = variables.map((name) => [name, put(multiply(name, rawDerivative(own, name)))] as const);
  const keys = whole.map(({ factors }) => factorsKey(factors));
  for (const [, summands] of pushed)
    for (const { factors } of summands) if (!keys.includes(factorsKey(factors))) noLaw(own);
  return whole.map((summand, i) => {
    const exponents = pushed.map(([name, summands]) => {
      const found = summands.find(({ factors }) => factorsKey(factors) === keys[i]);
      return [
        name,
        found ? ratioTerm(divideRatios(found.coefficient, summand.coefficient)) : multiply(0),
      ] as const;
    });
    return {
      source,
      term: normalTerm([summand]),
      ...(variables.length > 0 && { own: Object.fromEntries(exponents) }),
    };
  });
}

/** The sums of a system that are still unknown where all do the same. */
export function auxiliariesAt(others: Others, monomials: Monomials): readonly Auxiliary[] {
  if (isAlone(others)) return monomials.auxiliaries;
  const sums = sumsOfOthers(others, monomials);
  return monomials.auxiliaries.filter(({ name }) => !Object.hasOwn(sums, name));
}
