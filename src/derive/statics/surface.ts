/** Where a response changes sign: its surface in the letters, and its sign where training or inference costs dominate. */
import type { Sign } from '../../kernel/functions/function.ts';
import { polynomialTerm, ratioTerm } from '../../kernel/normal/to-term.ts';
import { degreeIn, negatePolynomial, type Polynomial, polynomialSymbols } from '../../kernel/polynomial.ts';
import { ratio } from '../../kernel/ratio.ts';
import { divide, type Term } from '../../kernel/term.ts';
import { coefficientsBy } from './polynomials.ts';
import type { Region } from './region.ts';
import { DOLLARS } from './system.ts';

/** The response on one side: its leading part, which has the response's sign there. */
export interface Limit {
  readonly sign: Sign;
  readonly leading: Term;
}

export interface Surface {
  /** The response vanishes where this does; it has the response's sign. */
  readonly term: Term;
  /** The same solved for a letter in which it is linear. */
  readonly root: { readonly name: string; readonly value: Term } | null;
  /** Inference spend vanishing against all else: training costs dominate. Null where there are no such costs. */
  readonly training: Limit | null;
  /** Training spend vanishing against all else: inference costs dominate. */
  readonly inference: Limit | null;
}

/** Above this many summands a fraction is shown as it is, common divisors left in. */
const MOST_REDUCED = 40;
/** Above this many summands the sign of a leading part is read off its coefficients or not at all. */
const MOST_SIGNED = 40;

const SIGNS: Readonly<Record<string, Sign>> = { '1': 'positive', '-1': 'negative', '0': 'zero' };

/** The response where a dollar amount vanishes. */
function limitAt(p: Polynomial, letter: string, region: Region): Limit | null {
  if (degreeIn(p, letter) === 0) return null;
  const leading = coefficientsBy(p, letter).find((part) => part.length > 0) ?? p;
  const plain = region.reduced(leading);
  return {
    sign:
      SIGNS[String(plain.length > MOST_SIGNED && !region.isPlain(plain) ? null : region.signOf(plain))] ??
      'unknown',
    leading: polynomialTerm(plain),
  };
}

/** Letters in the order in which a reader would have the surface solved for them. */
const orderOf = (name: string): number => {
  const dollars = [
    DOLLARS.training,
    DOLLARS.inference,
    DOLLARS.data,
    DOLLARS.discount,
    DOLLARS.gross,
    DOLLARS.worth,
  ];
  const place = dollars.findIndex(({ letter }) => letter === name);
  return place >= 0 ? place : name.startsWith('ln_') ? 20 : 10;
};

function rootOf(p: Polynomial, region: Region): Surface['root'] {
  const names = polynomialSymbols(p).filter((name) => !region.isShape(name) && degreeIn(p, name) === 1);
  const [name] = [...names].sort((x, y) => orderOf(x) - orderOf(y));
  if (name === undefined) return null;
  const [rest, slope] = coefficientsBy(p, name);
  if (!rest || !slope) return null;
  const isShort = rest.length + slope.length <= MOST_REDUCED;
  const value = isShort
    ? ratioTerm(ratio(negatePolynomial(rest), slope))
    : divide(polynomialTerm(negatePolynomial(rest)), polynomialTerm(slope));
  return { name, value };
}

/** The surface on which the response vanishes. */
export function surfaceOf(numerator: Polynomial, region: Region): Surface {
  return {
    term: polynomialTerm(numerator),
    root: rootOf(numerator, region),
    training: limitAt(numerator, DOLLARS.inference.letter, region),
    inference: limitAt(numerator, DOLLARS.training.letter, region),
  };
}
