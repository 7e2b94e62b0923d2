/** Leading coefficients: the truncated equations solved one unknown at a time, for the one positive solution they have. */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { equalRatios, ONE_RATIO } from '../kernel/ratio.ts';
import { divide, substitute, symbolsOf, type Term } from '../kernel/term.ts';
import { isPositiveUnknown } from '../solve/powers-of.ts';
import { solve } from '../solve/solve.ts';
import { orNull } from './scale.ts';

export type Elimination =
  | { readonly kind: 'solved'; readonly values: Readonly<Record<string, Term>> }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'unsolved'; readonly tried: readonly string[] };

/**
 * Solves every `equation = 0`. `depends` names, for a symbol that is no unknown, the unknowns it is a function of: it may
 * stand in an equation only once those are solved.
 */
export function eliminate(
  equations: readonly Term[],
  unknowns: readonly string[],
  depends: Readonly<Record<string, readonly string[]>>,
  context: Context,
): Elimination {
  if (unknowns.length === 0) return { kind: 'solved', values: {} };
  const tried: string[] = [];
  // What an equation of two terms says is kept whichever unknown it is solved for, so no other order need be tried.
  const pair = equations.findIndex((equation) => isPair(equation, unknowns, depends));
  for (const unknown of unknowns) {
    for (const [index, equation] of equations.entries()) {
      if (pair >= 0 && index !== pair) continue;
      const names = symbolsOf(equation);
      if (!names.includes(unknown)) continue;
      if (names.some((name) => depends[name]?.includes(unknown))) continue;
      const outcome = solve(equation, unknown, context);
      if (outcome.kind === 'none') return outcome;
      if (outcome.kind === 'unsolved') tried.push(...outcome.tried);
      if (outcome.kind !== 'solved' || outcome.roots.length > 1) continue;
      const [root] = outcome.roots;
      const value = orNull(() => tidy(root.value, context));
      if (!value) continue;
      const others = unknowns.filter((name) => name !== unknown);
      const open = others.some((name) => symbolsOf(value).includes(name));
      if (root.conditions.length > 0 && open) continue;
      const rest = equations.filter((_, i) => i !== index);
      const next = orNull(() => rest.map((one) => bare(substitute(one, { [unknown]: value }), context)));
      if (!next) continue;
      const inner = eliminate(next, others, depends, context);
      if (inner.kind === 'none') return inner;
      if (inner.kind === 'unsolved') {
        tried.push(...inner.tried);
        continue;
      }
      return {
        kind: 'solved',
        values: { ...inner.values, [unknown]: tidy(substitute(value, inner.values), context) },
      };
    }
  }
  const none = `no equation gives one value of ${unknowns.join(' or ')}`;
  return { kind: 'unsolved', tried: tried.length > 0 ? [...new Set(tried)] : [none] };
}

/** Two terms, at least one unknown, and no symbol that depends on one. */
const isPair = (
  equation: Term,
  unknowns: readonly string[],
  depends: Readonly<Record<string, readonly string[]>>,
): boolean => {
  const names = symbolsOf(equation);
  return (
    equation.kind === 'sum' &&
    equation.terms.length === 2 &&
    names.some((name) => unknowns.includes(name)) &&
    !names.some((name) => name in depends)
  );
};

/** The sum without powers of positive symbols that all its summands share. */
function bare(value: Term, context: Context): Term {
  const normal = normalise(value, context);
  const [first, ...rest] = normal;
  if (!first || rest.length === 0) return normalTerm(normal);
  const shared = first.factors.filter(({ base, exponent }) =>
    rest.every(({ factors }) =>
      factors.some((factor) => factor.base.key === base.key && equalRatios(factor.exponent, exponent)),
    ),
  );
  const common = shared.filter(({ base }) => base.kind === 'symbol' && isPositiveUnknown(base.name, context));
  if (common.length === 0) return normalTerm(normal);
  return tidy(divide(normalTerm(normal), normalTerm([{ coefficient: ONE_RATIO, factors: common }])), context);
}
