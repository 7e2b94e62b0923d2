/** An equation seen as a sum of powers of its unknown, with coefficients free of it. */
import type { Context } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { type Base, collectSummands, type Normal, type Summand } from '../kernel/normal/data.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { type Ratio, ratioKey, ZERO_RATIO } from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';

export interface PowerPart {
  readonly exponent: Ratio;
  readonly coefficient: Normal;
}

/** Whether the base, other than as the symbol itself, depends on the unknown. */
export function hides(base: Base, unknown: string): boolean {
  switch (base.kind) {
    case 'symbol':
      return base.name === unknown;
    case 'sum':
      return base.value.some((s) => s.factors.some((f) => hides(f.base, unknown)));
    case 'call':
      return base.args.some((arg) => arg.some((s) => s.factors.some((f) => hides(f.base, unknown))));
    case 'exp':
      return base.of.some((f) => hides(f.base, unknown));
    default:
      return false;
  }
}

/** The normal form, or the sentence that says why there is none. */
export function normalOrWhy(term: Term, context: Context): { readonly value: Normal } | { readonly why: string } {
  try {
    return { value: normalise(term, context) };
  } catch (error) {
    if (error instanceof OptimandError) return { why: error.message };
    throw error;
  }
}

/** Parts by exponent of the unknown, or null where it stands anywhere but as a base of powers. */
export function powersOf(value: Normal, unknown: string): readonly PowerPart[] | null {
  const parts = new Map<string, { exponent: Ratio; summands: Summand[] }>();
  for (const summand of value) {
    let exponent = ZERO_RATIO;
    const others = [];
    for (const factor of summand.factors) {
      if (factor.base.kind === 'symbol' && factor.base.name === unknown) exponent = factor.exponent;
      else if (hides(factor.base, unknown)) return null;
      else others.push(factor);
    }
    const key = ratioKey(exponent);
    const part = parts.get(key) ?? { exponent, summands: [] };
    part.summands.push({ coefficient: summand.coefficient, factors: others });
    parts.set(key, part);
  }
  return [...parts.values()].map(({ exponent, summands }) => ({ exponent, coefficient: collectSummands(summands) }));
}

export const coefficientTerm = (part: PowerPart): Term => normalTerm(part.coefficient);
