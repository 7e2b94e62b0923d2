/** Minus signs as a reader sees them: what a term is without the sign that can be pulled out of it. */
import { negateRational, signRational } from '../rational.ts';
import { add, isNumber, multiply, negate, number, type Term } from '../term.ts';

export interface Signed {
  readonly negative: boolean;
  readonly size: Term;
}

/** The term as ± another, where the other shows no minus sign that could be pulled out. */
export function pullSign(term: Term): Signed {
  switch (term.kind) {
    case 'number': {
      const negative = signRational(term.value) < 0;
      return { negative, size: negative ? number(negateRational(term.value)) : term };
    }
    case 'sum': {
      const negative = term.terms.every((part) => pullSign(part).negative);
      return { negative, size: negative ? add(...term.terms.map(negate)) : term };
    }
    case 'product': {
      const pulled = term.factors.map(pullSign);
      if (!pulled.some(({ negative }) => negative)) return { negative: false, size: term };
      const negative = pulled.filter((p) => p.negative).length % 2 === 1;
      return { negative, size: multiply(...pulled.map(({ size }) => size)) };
    }
    default:
      return { negative: false, size: term };
  }
}

/** A power that reads as a reciprocal, as the base and exponent of its denominator; null for any other term. */
export function asReciprocal(term: Term): { base: Term; exponent: Term; numeric: boolean } | null {
  if (term.kind !== 'power') return null;
  const { negative, size } = pullSign(term.exponent);
  return negative ? { base: term.base, exponent: size, numeric: isNumber(size) } : null;
}
