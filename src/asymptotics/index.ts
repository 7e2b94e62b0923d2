/**
 * Scaling laws by dominant balance.
 *
 * What is found. First-order conditions are sums of monomials c Π y_j^e_j in the unknowns y (size, sales, …) with
 * exponents that are rational functions of α, β, γ, …. As one parameter x grows, in each condition some monomials come to
 * outweigh the others. A *balance* chooses the terms that dominate, at least one of either sign in every condition. It
 * gives a law y_j ~ c_j x^s_j (ln x)^l_j, and holds for those x at which every term left out is the smaller: its *window*.
 * The windows of all consistent balances, put in order, are the *regimes* that x meets, and the ends of the windows the
 * crossovers. A regime is named by the cost that stands against the gain in the condition on size, read off the label
 * that the summand carries; no name of a model occurs here.
 *
 * By hand, for the baseline along the efficient ray with γ < 0 and g = -γ, adoption f ≈ q^g/g with q = a n^α:
 *
 *     size     ω α t q^g       =  2 n t/E + 6 k R n^k/E         (gain = inference + training)
 *     sales    ω t q^g/g       =  2 δ t² + 2 n t/E
 *
 * Balance gain against inference. Sales t cancel, ω α a^g n^(αg) = 2n/E, so n = (ω α a^g E/2)^(1/(1-αg)): exponent
 * 1/(1+αγ). Put into the second condition, 2n/E is α g times the revenue term at every x: a tie that only the exponents
 * decide, so it belongs to the balance, and 2 δ t = ω q^g (1/g - α). The margin 1/g - α is positive because 1 + αγ > 0.
 * Left out is training; relative to inference it is 3kRn^(k-1)/t, a monomial in E with exponent (α/β)(1+βγ)/(1+αγ). Where
 * 1 + βγ > 0 the window therefore ends at the E at which that is 1, and training dominates beyond; where 1 + βγ < 0 the
 * order turns round. The sign decides it, and neither law changes.
 *
 * The algorithm.
 *  1. Conditions are sums of monomials to begin with. Whatever sum stands under a power is an *auxiliary unknown* with an
 *     equation of its own: q = s^(-1/r) with s = (a n^α)^-r + (b d^β)^-r for smooth quality, s = 1 + q^h for adoption without a
 *     threshold. Such an equation has balances like any other, so that low and high quality, or scarce and ample data, are
 *     found and not told. What is piecewise is a problem for each piece, with guards that lead from one to the next.
 *  2. `pieces.ts`: adoption is written by its leading part for large q; its sign cases g < 0, = 0, > 0 are cases of the
 *     engine's. At γ = 0 it is a logarithm L = ln q, which grows slower than any power and is kept as a constant until
 *     exponents are known (`logarithm.ts` then solves L = ln A x^p + m ln L by Lambert's W).
 *  3. `balance.ts`: one positive and one negative term of each condition; logarithms make that a linear system for the
 *     exponents and a product of powers for the unknowns. Then every other term is compared: tied by a number of the
 *     exponents (joins the balance), tied in x (joins it if what results can be solved, else a condition on the other
 *     parameters, and constants are not stated), smaller on one side of a bound in closed form (`window.ts`), or never
 *     smaller (balance rejected). Where the terms leave the unknowns open, quality may tend to a constant: its level is then
 *     one more constant, and the conditions that are left over must tie at every x.
 *  4. `settle.ts`: leading coefficients from the complete groups. `amounts.ts` takes them as linear equations in the amounts
 *     that stand in them, which leaves equations of two terms; `eliminate.ts`, one unknown at a time, does what is not of
 *     that kind.
 *  5. `second-order.ts`: the Hessian in the logarithms of the variables, auxiliary unknowns following, must be negative
 *     definite; in an equilibrium it is that of one seller's own problem. `objective.ts`: profit must be positive, which the
 *     amounts in the conditions tell as a number of the exponents wherever they leave one of them. A window
 *     whose ends differ by a number of the exponents is no regime, for it never becomes wide.
 *  6. `meet.ts`, `regimes.ts`: the term that ends one window dominates in the next, which orders the regimes; two regimes
 *     cross where their laws agree. Where nothing takes over, the market ends: `break-even.ts`.
 *  7. `cases.ts`: wherever a sign is needed that the assumptions leave open, the run splits in three and starts again. Where
 *     numbers are given, only the branch in which they lie is followed.
 *
 * A limit d ≤ D makes a second system, with a multiplier that counts as one more cost: the regime in which the gain stands
 * against the multiplier is the data-bound one, and needs no rule of its own.
 *
 * Sources: the Newton polygon (Newton 1676; Walker, Algebraic Curves, 1950, ch. IV) and its several variables, tropical
 * geometry (Maclagan & Sturmfels, Introduction to Tropical Geometry, 2015); dominant balance as a method (Bender & Orszag,
 * Advanced Mathematical Methods, 1978, ch. 3 and 7); comparison over a scale (Gruntz, On Computing Limits, 1996).
 *
 * What usually breaks.
 *  - Two terms of the same order that nearly cancel: the margin 1/g - α. A pairwise balance gives the right exponent and a
 *    wrong constant; whole groups have to be solved.
 *  - A balance that is consistent and a saddle: training against gain where k + 2αγ < 0.
 *  - Profit at an intermediate regime judged by what dominates at infinity: training spend outgrows everything *after*
 *    the inference-dominated regime, not in it. What the window says is small is left out of profit too.
 *  - Slopes are not levels: just above break-even a level is near its law long before its slope is.
 *  - A logarithm that falls: with δ growing at γ = 0 quality falls to the edge of the market. No power of ln(1/δ) is a law there, for
 *    δ is not small; the logarithm is that of δ_1/δ, and no law reaches the point at which it is zero.
 *  - Terms of a derivative that nearly cancel through an auxiliary equation: X s - X m_1 where s = m_1 + m_2 and m_2 is
 *    small. They are X m_2, and have to be written so before anything is compared (`economics/monomials.ts`).
 *  - Neighbours: a window can end at a term that dominates in several other regimes. The passage is to the one in which
 *    every other condition still has the same gain and cost, if there is one.
 *  - Ties in x that are no ties in the other parameters: with δ growing, adoption is a constant and must be kept whole.
 */
import { type Case, overCases, witnessOf } from './cases.ts';
import type { LawCase, Laws } from './law.ts';
import type { Problem } from './problem.ts';
import { sequenceOf } from './regimes.ts';

/** The laws of the problems (the same model with limits slack or binding) as one parameter grows, case by case. */
export function lawsOf(problems: readonly Problem[], growing: string, start: Case): Laws {
  const outcomes = overCases(start, (here) => sequenceOf(problems, here, growing));
  const cases = outcomes.map((outcome): LawCase => {
    const shared = {
      assumed: outcome.case.assumed,
      fixed: outcome.case.fixed,
      witness: witnessOf(outcome.case),
    };
    return outcome.kind === 'done'
      ? { ...shared, ...outcome.result }
      : { ...shared, regimes: [], unbounded: false, undecided: [outcome.needs] };
  });
  return { growing, cases };
}
