/** Minus signs as a reader sees them: what a term is without the sign that can be pulled out of it. */
import { isInteger, negateRational, signRational } from '../rational.ts';
import { add, call, isNumber, multiply, negate, number, power, type Term } from '../term.ts';

export interface Signed {
  readonly negative: boolean;
  readonly size: Term;
}

/** Answers are kept, so that printing asks about each part once and gets the same parts each time. */
const known = new WeakMap<Term, Signed>();

/** The term as ± another, where the other shows no minus sign that could be pulled out. */
export function pullSign(term: Term): Signed {
  const signed = known.get(term) ?? pull(term);
  known.set(term, signed);
  return signed;
}

function pull(term: Term): Signed {
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
      const negative = pulled.filter((p) => p.negative).length % 2 === 1;
      return { negative, size: multiply(...pulled.map(({ size }) => size)) };
    }
    case 'power':
      return pullFromPower(term);
    default:
      return { negative: false, size: term };
  }
}

/** (-x)^n = ±x^n for a whole n. */
function pullFromPower(term: Extract<Term, { kind: 'power' }>): Signed {
  if (!isNumber(term.exponent) || !isInteger(term.exponent.value)) return { negative: false, size: term };
  const { negative, size } = pullSign(term.base);
  if (!negative) return { negative, size: term };
  return { negative: term.exponent.value.num % 2n !== 0n, size: power(size, term.exponent) };
}

/** What a term divides by, where it reads as a reciprocal: x^-e by x^e, e^-2 by e^2; null for any other term. */
export interface Reciprocal {
  readonly divisor: Term;
  readonly base: Term;
  readonly isNumeric: boolean;
}

export function asReciprocal(term: Term): Reciprocal | null {
  if (term.kind === 'power') {
    const { negative, size } = pullSign(term.exponent);
    return negative ? { divisor: power(term.base, size), base: term.base, isNumeric: isNumber(size) } : null;
  }
  const [exponent] = term.kind === 'call' && term.name === 'exp' ? term.args : [];
  if (!exponent || !isNumber(exponent) || !pullSign(exponent).negative) return null;
  return { divisor: call('exp', pullSign(exponent).size), base: term, isNumeric: true };
}
