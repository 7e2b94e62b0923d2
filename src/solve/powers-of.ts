/** An equation seen as a sum of powers of its unknown, with coefficients free of it. */
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import type { Context } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { type Base, collectSummands, type Normal, type Summand } from '../kernel/normal/data.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm } from '../kernel/normal/to-term.ts';
import { type Ratio, ratioKey, ZERO_RATIO } from '../kernel/ratio.ts';
import { signOfDomain } from '../kernel/shape.ts';
import type { Term } from '../kernel/term.ts';

export interface PowerPart {
  readonly exponent: Ratio;
  readonly coefficient: Normal;
}

/** Whether only positive values are asked for: powers are then strictly monotone, and no root hides at zero or below. */
export const isPositiveUnknown = (unknown: string, context: Context): boolean =>
  signOfDomain(context.symbols.get(unknown)?.domain ?? {}) === 'positive';

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

/** The normal form, abbreviations that depend on an unknown opened, or the sentence that says why there is none. */
export function normalOrWhy(
  term: Term,
  unknowns: readonly string[],
  context: Context,
): { readonly value: Normal } | { readonly why: string } {
  try {
    const opened = unknowns.reduce(
      (value, unknown) => expandAbbreviations(value, context.symbols, unknown),
      term,
    );
    return { value: normalise(opened, context) };
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
  return [...parts.values()].map(({ exponent, summands }) => ({
    exponent,
    coefficient: collectSummands(summands),
  }));
}

export const coefficientTerm = (part: PowerPart): Term => normalTerm(part.coefficient);
