/** Terms as Coq text over the reals, for statements that Coq's kernel checks. */
import type { FunctionName } from './functions/names.ts';
import { refuse } from './issues.ts';
import { isInteger, type Rational, signRational } from './rational.ts';
import { isNumber, isOneTerm, negate, type Term } from './term.ts';

/** What a symbol is in Coq, where it is not the variable of its name: an application, in brackets. */
export type CoqNames = Readonly<Record<string, string>>;

/** Functions with a name in Coq's reals or in the proofs' own model. */
const FUNCTIONS: Readonly<Partial<Record<FunctionName, string>>> = {
  ln: 'ln',
  exp: 'exp',
  min: 'Rmin',
  max: 'Rmax',
  deformed_log: 'deformed_log',
  lambert_wm1: 'lambert_wm1',
};

const LEVEL = { sum: 0, product: 1, application: 2, atom: 3 } as const;
type Level = (typeof LEVEL)[keyof typeof LEVEL];
interface Piece {
  readonly text: string;
  readonly level: Level;
}

const atom = (text: string): Piece => ({ text, level: LEVEL.atom });
const within = ({ text, level }: Piece, least: Level): string => (level < least ? `(${text})` : text);

/** A negative literal would be read as one number, on which lemmas about opposites do not apply. */
function numberPiece({ num, den }: Rational): Piece {
  if (num < 0n) return { text: `- ${within(numberPiece({ num: -num, den }), LEVEL.atom)}`, level: LEVEL.sum };
  return den === 1n ? atom(num.toString()) : { text: `${num} / ${den}`, level: LEVEL.product };
}

const isNegated = (value: Term): boolean => {
  const first = value.kind === 'product' ? value.factors[0] : value;
  return first !== undefined && isNumber(first) && signRational(first.value) < 0;
};

const isPositiveNumber = (value: Term): boolean => isNumber(value) && signRational(value.value) > 0;

type Power = Extract<Term, { kind: 'power' }>;
const isDivisor = (value: Term): value is Power =>
  value.kind === 'power' && isNumber(value.exponent) && isNegated(value.exponent);
const divisorOf = ({ base, exponent }: Power): Term =>
  isOneTerm(negate(exponent)) ? base : { kind: 'power', base, exponent: negate(exponent) };

/** The term as Coq text; positive numbers lead their sums, divisors close their products. @throws where a function is unknown. */
export function printCoq(value: Term, names: CoqNames = {}): string {
  const piece = (part: Term): Piece => {
    switch (part.kind) {
      case 'number':
        return numberPiece(part.value);
      case 'symbol':
        return atom(names[part.name] ?? part.name);
      case 'sum':
        return sumPiece(part.terms);
      case 'product':
        return productPiece(part.factors);
      case 'power':
        return powerPiece(part);
      case 'call':
        return callPiece(FUNCTIONS[part.name] ?? unknown(part.name), part.args);
    }
  };
  const unknown = (name: string): never =>
    refuse(`${name} has no counterpart`, 'the Coq statements', 'define it in proofs/coq/Model.v');
  const callPiece = (name: string, args: readonly Term[]): Piece => ({
    text: [name, ...args.map((arg) => within(piece(arg), LEVEL.atom))].join(' '),
    level: LEVEL.application,
  });
  const sumPiece = (terms: readonly Term[]): Piece => {
    const ordered = [...terms.filter(isPositiveNumber), ...terms.filter((part) => !isPositiveNumber(part))];
    const text = ordered.map((part, i) => {
      if (!isNegated(part)) return `${i > 0 ? ' + ' : ''}${within(piece(part), LEVEL.product)}`;
      return `${i > 0 ? ' - ' : '- '}${within(piece(negate(part)), i > 0 ? LEVEL.product : LEVEL.atom)}`;
    });
    return { text: text.join(''), level: LEVEL.sum };
  };
  const productPiece = (factors: readonly Term[]): Piece => {
    if (factors[0] && isNegated(factors[0])) {
      const rest = piece(negate({ kind: 'product', factors }));
      return { text: `- ${within(rest, LEVEL.atom)}`, level: LEVEL.sum };
    }
    const above = factors.filter((factor) => !isDivisor(factor));
    const below = factors.filter(isDivisor).map((factor) => piece(divisorOf(factor)));
    const texts = above.map((factor, i) =>
      within(piece(factor), i === 0 ? LEVEL.product : LEVEL.application),
    );
    const start = texts.length > 0 ? texts.join(' * ') : '1';
    return {
      text: [start, ...below.map((part) => within(part, LEVEL.application))].join(' / '),
      level: LEVEL.product,
    };
  };
  /** Natural powers are Coq's `^`; every other power needs a positive base and is `Rpower`. */
  const powerPiece = (part: Power): Piece => {
    const whole: Term = part;
    if (isDivisor(whole))
      return { text: `1 / ${within(piece(divisorOf(whole)), LEVEL.application)}`, level: LEVEL.product };
    const { base, exponent } = part;
    const natural = isNumber(exponent) && isInteger(exponent.value) && signRational(exponent.value) > 0;
    if (natural)
      return {
        text: `${within(piece(base), LEVEL.atom)} ^ ${within(piece(exponent), LEVEL.atom)}`,
        level: LEVEL.application,
      };
    return {
      text: `Rpower ${within(piece(base), LEVEL.atom)} ${within(piece(exponent), LEVEL.atom)}`,
      level: LEVEL.application,
    };
  };
  return piece(value).text;
}
