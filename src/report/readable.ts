/**
 * Terms as a reader writes them: numbers pulled out of denominators, and powers of products under the exponent in which
 * they are shortest, (Π x_j^(p_j))^(1/m) = (Π x_j^(p_j/s))^(1/(m/s)). The bases are positive wherever such a term has a value.
 */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { printText } from '../kernel/print-text.ts';
import {
  add,
  divide,
  isNumber,
  isOneTerm,
  mapParts,
  multiply,
  negate,
  one,
  power,
  symbol,
  symbolsOf,
  type Term,
} from '../kernel/term.ts';

type Power = Extract<Term, { kind: 'power' }>;

const isReciprocal = (value: Term): value is Power =>
  value.kind === 'power' && isNumber(value.exponent) && isOneTerm(negate(value.exponent));

const factorsOf = (value: Term): readonly Term[] => (value.kind === 'product' ? value.factors : [value]);

const lengthOf = (value: Term): number => printText(value).length;

/** x as base and exponent. */
const split = (value: Term): readonly [Term, Term] =>
  value.kind === 'power' ? [value.base, value.exponent] : [value, one];

/** Every number that leads a product in a denominator pulled out of it. */
function plain(value: Term): Term {
  const inner = mapParts(value, plain);
  return inner.kind === 'power' ? pulledOut(inner) : inner;
}

/** The same power with each inner exponent, and the root, divided by s. */
function rescaled(factors: readonly Term[], root: Term, s: string, context: Context): Term {
  const by = (value: Term): Term => plain(tidy(divide(value, symbol(s)), context));
  const inner = factors.map((factor) => {
    const [base, exponent] = split(factor);
    return power(base, by(exponent));
  });
  return power(multiply(...inner), power(by(root), -1));
}

/** The root of a product under the shape parameter that makes it shortest. */
function shortest(value: Power, context: Context): Term {
  if (!isReciprocal(value.exponent)) return value;
  const root = value.exponent.base;
  const factors = factorsOf(value.base);
  if (factors.some((factor) => isNumber(factor) && factor.value.num < 0n)) return value;
  const scales = symbolsOf(root).filter((name) => context.symbols.get(name)?.domain.lower?.at.num === 0n);
  const forms = scales.map((name) => rescaled(factors, root, name, context));
  return forms.reduce<Term>((best, form) => (lengthOf(form) < lengthOf(best) ? form : best), value);
}

/** The number that leads a product, out of its whole power. */
function pulledOut(value: Power): Term {
  const [first, ...rest] = factorsOf(value.base);
  const isWhole = isNumber(value.exponent) && value.exponent.value.den === 1n;
  if (!isWhole || !first || !isNumber(first) || rest.length === 0) return value;
  return multiply(power(first, value.exponent), power(multiply(...rest), value.exponent));
}

/** A product in which no sum stands with two powers: (1 - u) (1 - u)^(-u) is (1 - u)^(1 - u). */
function joined(factors: readonly Term[], context: Context): Term {
  const powers = new Map<string, readonly [Term, readonly Term[]]>();
  const keyOf = (factor: Term): string => {
    const [base] = split(factor);
    return base.kind === 'sum' ? printText(base) : '';
  };
  for (const factor of factors) {
    const [base, exponent] = split(factor);
    const key = keyOf(factor);
    if (key !== '') powers.set(key, [base, [...(powers.get(key)?.[1] ?? []), exponent]]);
  }
  const seen = new Set<string>();
  const parts = factors.flatMap((factor): Term[] => {
    const key = keyOf(factor);
    const [base, exponents = []] = powers.get(key) ?? [];
    if (!base || exponents.length < 2) return [factor];
    if (seen.has(key)) return [];
    seen.add(key);
    return [power(base, tidy(add(...exponents), context))];
  });
  return multiply(...parts);
}

/** The same term, easier to read. */
export function readable(value: Term, context: Context): Term {
  const inner = mapParts(value, (part) => readable(part, context));
  if (inner.kind === 'product') return joined(inner.factors, context);
  if (inner.kind !== 'power') return inner;
  const out = pulledOut(inner);
  return out.kind === 'power' ? shortest(out, context) : out;
}
