/** Terms as text in the language that the parser reads: what is printed parses back to an equal term. */
import { isInteger, type Rational, signRational } from './rational.ts';
import { isNumber, isOneTerm, negate, type Term } from './term.ts';

/** How tightly printed text holds together, loosest first. */
const LEVEL = { sum: 0, product: 1, power: 2, atom: 3 } as const;
type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** The parser reads this many significant digits; longer integers are written in pieces. */
const DIGITS = 17;
const PIECE = 10n ** 15n;

/** A negative number, or a product that leads with one: printed with a minus sign in a sum. */
export function isNegated(value: Term): boolean {
  if (isNumber(value)) return signRational(value.value) < 0;
  const first = value.kind === 'product' ? value.factors[0] : undefined;
  return first !== undefined && isNumber(first) && signRational(first.value) < 0;
}

type Power = Extract<Term, { kind: 'power' }>;

/** A power with a negative numeric exponent, written as a divisor. */
const isDivisor = (value: Term): value is Power =>
  value.kind === 'power' && isNumber(value.exponent) && isNegated(value.exponent);
const divisorOf = (value: Power): Term =>
  isOneTerm(negate(value.exponent))
    ? value.base
    : { kind: 'power', base: value.base, exponent: negate(value.exponent) };

function levelOf(value: Term): Level {
  switch (value.kind) {
    case 'sum':
      return LEVEL.sum;
    case 'product':
      return isNegated(value) ? LEVEL.sum : LEVEL.product;
    case 'number':
      return isNegated(value) ? LEVEL.sum : isInteger(value.value) ? LEVEL.atom : LEVEL.product;
    case 'power':
      return isDivisor(value) ? LEVEL.product : LEVEL.power;
    default:
      return LEVEL.atom;
  }
}

const wrapped = (value: Term, least: Level): string =>
  levelOf(value) < least ? `(${printText(value)})` : printText(value);

/** A non-negative integer, as an atom. */
function integerText(value: bigint): string {
  const text = value.toString();
  if (text.replace(/0+$/, '').length <= DIGITS && text.length < 300) return text;
  return `(${integerText(value / PIECE)}*10^15 + ${integerText(value % PIECE)})`;
}

function numberText({ num, den }: Rational): string {
  const size = integerText(num < 0n ? -num : num);
  return `${num < 0n ? '-' : ''}${size}${den === 1n ? '' : `/${integerText(den)}`}`;
}

function sumText(terms: readonly Term[]): string {
  return terms
    .map((part, i) => {
      if (!isNegated(part)) return `${i > 0 ? ' + ' : ''}${wrapped(part, LEVEL.product)}`;
      return `${i > 0 ? ' - ' : '-'}${wrapped(negate(part), LEVEL.product)}`;
    })
    .join('');
}

/** Factors in their order, with divisors at the end. */
function productText(factors: readonly Term[]): string {
  const above = factors.filter((factor) => !isDivisor(factor));
  const divisors = factors.filter(isDivisor).map((factor) => `/${wrapped(divisorOf(factor), LEVEL.power)}`);
  const [first, ...rest] = above;
  const start = first && isNumber(first) && isInteger(first.value) && rest.length > 0 ? first.value : null;
  if (start?.num === -1n)
    return `-${[...rest.map((f) => wrapped(f, LEVEL.power)), ...divisors].reduce(join)}`;
  const texts = above.map((factor, i) => {
    if (i === 0 && isNumber(factor)) return numberText(factor.value);
    return wrapped(factor, LEVEL.power);
  });
  return [...(texts.length > 0 ? texts : ['1']), ...divisors].reduce(join);
}

function powerText(value: Power): string {
  const { base, exponent }: Power = value;
  if (isDivisor(value)) return `1/${wrapped(divisorOf(value), LEVEL.power)}`;
  return `${wrapped(base, LEVEL.atom)}^${wrapped(exponent, LEVEL.atom)}`;
}

const join = (line: string, next: string): string => (next.startsWith('/') ? line + next : `${line}*${next}`);

/** The term as text, e.g. `omega*t*deformed_log(q, gamma) - delta*t^2`. */
export function printText(value: Term): string {
  switch (value.kind) {
    case 'number':
      return numberText(value.value);
    case 'symbol':
      return value.name;
    case 'sum':
      return sumText(value.terms);
    case 'product':
      return productText(value.factors);
    case 'power':
      return powerText(value);
    case 'call':
      return `${value.name}(${value.args.map(printText).join(', ')})`;
  }
}
