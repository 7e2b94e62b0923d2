/** Leading coefficients: the truncated equations solved one unknown at a time, for the one positive solution they have. */
import type { Context } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { substitute, symbolsOf, type Term } from '../kernel/term.ts';
import { solve } from '../solve/solve.ts';

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
  for (const unknown of unknowns) {
    for (const [index, equation] of equations.entries()) {
      const names = symbolsOf(equation);
      if (!names.includes(unknown)) continue;
      if (names.some((name) => depends[name]?.includes(unknown))) continue;
      const outcome = solve(equation, unknown, context);
      if (outcome.kind === 'none') return outcome;
      if (outcome.kind === 'unsolved') tried.push(...outcome.tried);
      if (outcome.kind !== 'solved' || outcome.roots.length > 1) continue;
      const [root] = outcome.roots;
      const value = tidied(root.value, context);
      if (!value) continue;
      if (symbolsOf(value).some((name) => depends[name]?.includes(unknown))) continue;
      const others = unknowns.filter((name) => name !== unknown);
      const open = others.some((name) => symbolsOf(value).includes(name));
      if (root.conditions.length > 0 && open) continue;
      const rest = equations.filter((_, i) => i !== index);
      const put = { [unknown]: value };
      const next = substituted(rest, put, context);
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
  return { kind: 'unsolved', tried: [...new Set(tried)] };
}

function tidied(value: Term, context: Context): Term | null {
  try {
    return tidy(value, context);
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

function substituted(
  equations: readonly Term[],
  put: Readonly<Record<string, Term>>,
  context: Context,
): Term[] | null {
  try {
    return equations.map((equation) => tidy(substitute(equation, put), context));
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}
