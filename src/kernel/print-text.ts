/** Terms as text in the language that the parser reads: what is printed parses back to an equal term. */
import { rationalText, signRational } from './rational.ts';
import { isNumber, negate, type Term } from './term.ts';

const enum Level { Sum, Product, Power, Atom }

/** A negative number, or a product that leads with one: printed with a minus sign in a sum. */
export function isNegated(value: Term): boolean {
  if (isNumber(value)) return signRational(value.value) < 0;
  const first = value.kind === 'product' ? value.factors[0] : undefined;
  return first !== undefined && isNumber(first) && signRational(first.value) < 0;
}

const isReciprocal = (value: Term): value is Extract<Term, { kind: 'power' }> =>
  value.kind === 'power' && isNegated(value.exponent);

function levelOf(value: Term): Level {
  switch (value.kind) {
    case 'sum':
      return Level.Sum;
    case 'product':
      return Level.Product;
    case 'number':
      return isNegated(value) ? Level.Sum : value.value.den === 1n ? Level.Atom : Level.Product;
    case 'power':
      return isReciprocal(value) && isNumber(value.exponent) ? Level.Product : Level.Power;
    default:
      return Level.Atom;
  }
}

const wrapped = (value: Term, least: Level): string => {
  const text = printText(value);
  return levelOf(value) < least || (value.kind === 'product' && isNegated(value)) ? `(${text})` : text;
};

function sumText(terms: readonly Term[]): string {
  return terms
    .map((part, i) => {
      if (!isNegated(part)) return `${i > 0 ? ' + ' : ''}${wrapped(part, Level.Product)}`;
      return `${i > 0 ? ' - ' : '-'}${wrapped(negate(part), Level.Product)}`;
    })
    .join('');
}

const powerText = (base: Term, exponent: Term): string => `${wrapped(base, Level.Atom)}^${wrapped(exponent, Level.Atom)}`;

function productText(factors: readonly Term[]): string {
  const [first] = factors;
  if (first && isNumber(first) && isNegated(first)) return `-${wrapped(negate({ kind: 'product', factors }), Level.Power)}`;
  return factors
    .map((factor, i) => {
      if (i > 0 && isReciprocal(factor) && isNumber(factor.exponent)) {
        const positive = negate(factor.exponent);
        const divisor = isNumber(positive) && rationalText(positive.value) === '1' ? factor.base : ({ kind: 'power', base: factor.base, exponent: positive } as const);
        return `/${wrapped(divisor, Level.Power)}`;
      }
      return `${i > 0 ? '*' : ''}${wrapped(factor, Level.Power)}`;
    })
    .join('');
}

/** The term as text, e.g. `omega*t*deformed_log(q, gamma) - delta*t^2`. */
export function printText(value: Term): string {
  switch (value.kind) {
    case 'number':
      return rationalText(value.value);
    case 'symbol':
      return value.name;
    case 'sum':
      return sumText(value.terms);
    case 'product':
      return productText(value.factors);
    case 'power':
      return isReciprocal(value) && isNumber(value.exponent)
        ? `1/${wrapped(isNumber(value.exponent) && rationalText(value.exponent.value) === '-1' ? value.base : { kind: 'power', base: value.base, exponent: negate(value.exponent) }, Level.Power)}`
        : powerText(value.base, value.exponent);
    case 'call':
      return `${value.name}(${value.args.map(printText).join(', ')})`;
  }
}
