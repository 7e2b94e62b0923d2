/** Declared symbols: what a letter means, in which unit, and where its values lie. Nothing undeclared enters a term. */
import {
  compareRational,
  type Rational,
  rational,
  rationalFromNumber,
  rationalText,
  ZERO,
} from './rational.ts';
import type { Term } from './term.ts';

/** An interval of reals, each end with whether it belongs to it; an absent end is infinite. */
export interface Domain {
  readonly lower?: { readonly at: Rational; readonly open: boolean };
  readonly upper?: { readonly at: Rational; readonly open: boolean };
  readonly integer?: true;
}

export const REAL: Domain = {};
export const POSITIVE: Domain = { lower: { at: ZERO, open: true } };
export const NON_NEGATIVE: Domain = { lower: { at: ZERO, open: false } };
export const NEGATIVE: Domain = { upper: { at: ZERO, open: true } };
export const atLeast = (at: Rational | number): Domain => ({
  lower: { at: typeof at === 'number' ? rational(at) : at, open: false },
});
export const above = (at: Rational | number): Domain => ({
  lower: { at: typeof at === 'number' ? rational(at) : at, open: true },
});
export const between = (
  lower: NonNullable<Domain['lower']>,
  upper: NonNullable<Domain['upper']>,
): Domain => ({ lower, upper });

/**
 * A declared symbol. A `quantity` (n, E, ω, …) is a base of powers; a `shape` parameter (α, β, γ, …) is dimensionless and
 * may stand in exponents. An abbreviation carries the term it stands for.
 */
export interface Declaration {
  readonly name: string;
  readonly tex: string;
  readonly meaning: string;
  /** Product of powers of parameter, token, flop and dollar; `1` where dimensionless. */
  readonly unit: string;
  readonly domain: Domain;
  readonly role: 'quantity' | 'shape';
  readonly source: string;
  readonly definition?: Term;
}

export type SymbolTable = ReadonlyMap<string, Declaration>;

export const symbolTable = (...declarations: readonly Declaration[]): SymbolTable =>
  new Map(declarations.map((declaration) => [declaration.name, declaration]));

/** The union; a name declared twice keeps the later declaration. */
export const joinTables = (...tables: readonly SymbolTable[]): SymbolTable =>
  new Map(tables.flatMap((table) => [...table]));

/** "positive", "at least -1", … */
export function domainText(domain: Domain): string {
  const { lower, upper } = domain;
  const kind = domain.integer ? 'an integer ' : '';
  if (!lower && !upper) return domain.integer ? 'an integer' : 'a real number';
  const low =
    lower &&
    (rationalText(lower.at) === '0' && lower.open
      ? 'positive'
      : `${lower.open ? 'above' : 'at least'} ${rationalText(lower.at)}`);
  const high = upper && `${upper.open ? 'below' : 'at most'} ${rationalText(upper.at)}`;
  return kind + [low, high].filter(Boolean).join(' and ');
}

/** Whether a number lies in the domain; no infinity and no NaN does. */
export function inDomain(value: number, domain: Domain): boolean {
  if (!Number.isFinite(value) || (domain.integer && !Number.isInteger(value))) return false;
  const exact = rationalFromNumber(value);
  const low = domain.lower ? compareRational(exact, domain.lower.at) : 1;
  const high = domain.upper ? compareRational(exact, domain.upper.at) : -1;
  return (low > 0 || (low === 0 && !domain.lower?.open)) && (high < 0 || (high === 0 && !domain.upper?.open));
}
