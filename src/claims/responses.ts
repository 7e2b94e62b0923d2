/** Claims about the direction of a response: sign algebra says where it turns, the referee says on which side a firm is. */
import { symbolsOfProblem } from '../derive/statics/letters.ts';
import { valueAt } from '../derive/statics/points.ts';
import { coefficientsBy } from '../derive/statics/polynomials.ts';
import { put, type Solved } from '../derive/statics/problem.ts';
import type { KnownSign } from '../derive/statics/proof.ts';
import type { Hold, Quantity } from '../derive/statics/response.ts';
import { cellAt, placeOf } from '../derive/statics/table.ts';
import type { Model } from '../economics/model.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { polynomialTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import { negatePolynomial, ONE_POLYNOMIAL, type Polynomial, ZERO_POLYNOMIAL } from '../kernel/polynomial.ts';
import { printTex } from '../kernel/print-tex.ts';
import { printText } from '../kernel/print-text.ts';
import { ratio } from '../kernel/ratio.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { divide, type Term } from '../kernel/term.ts';
import type { Hypothesis, LawText } from './claim.ts';
import type { Sold } from './pool.ts';
import { lettersAt } from './statics-letters.ts';

type Moved = Extract<Quantity, 'n' | 'd' | 't' | 'C_train'>;

export interface Asked {
  readonly model: Model;
  readonly quantity: Moved;
  readonly parameter: string;
  readonly hold: Hold;
}

/** Letters of the reader's own in the place of dollar amounts, the one to solve for, and what they stand for. */
export interface Writing {
  readonly symbols: SymbolTable;
  readonly replace: readonly Solved[];
  readonly letter: string;
  readonly meaning: string;
}

/** d ln quantity/d ln parameter at a referee's optimum; where rho is held b moves along with a. */
export function responseAt({ quantity, parameter, hold }: Omit<Asked, 'model'>, { optimum }: Sold): number {
  const of = (name: string): number => optimum.elasticities?.[`${quantity}/${name}`] ?? Number.NaN;
  return hold === 'rho' && parameter === 'a' ? of('a') + of('b') : of(parameter);
}

const QUANTITY_TEX: Readonly<Record<Moved, string>> = { n: 'n', d: 'd', t: 't', C_train: 'C' };

/** The response found by implicit differentiation, as an elasticity. */
export function responseLaw(
  { model, quantity, parameter, hold }: Asked,
  { symbols, replace }: Writing,
): LawText {
  const { responses, problem } = placeOf(model);
  const known = new Map([...symbolsOfProblem(problem), ...symbols]);
  const written = replace.reduce(put, responses.elasticity(quantity, parameter, hold));
  const { num, den } = ratio(written.num, written.den);
  const collected = (p: Polynomial): Term => tidy(polynomialTerm(p), { symbols: known, facts: [] });
  const response = divide(collected(num), collected(den));
  const letter = model.symbols.get(parameter)?.tex ?? parameter;
  return {
    text: `d ln ${quantity}/d ln ${parameter} = ${printText(response)}`,
    tex: `\\frac{d\\ln ${QUANTITY_TEX[quantity]}}{d\\ln ${letter}} = ${printTex(response, known)}`,
  };
}

/** The numerator of a response, which has its sign, and where it vanishes if it is linear in the letter. */
function surfaceOf(asked: Asked, { replace, letter }: Writing): { numerator: Polynomial; turn: Turn | null } {
  const place = placeOf(asked.model);
  const { region } = place.signer;
  const { numerator } = place.responses.of(asked.quantity, asked.parameter, asked.hold, region);
  const written = replace.reduce(put, ratio(numerator, ONE_POLYNOMIAL));
  const p = region.reduced(written.num);
  const [rest = ZERO_POLYNOMIAL, slope = ZERO_POLYNOMIAL, ...more] = coefficientsBy(p, letter);
  const up = region.signOf(slope);
  if (!up || more.length > 0) return { numerator: p, turn: null };
  return { numerator: p, turn: { at: ratioTerm(ratio(negatePolynomial(rest), slope)), rises: up > 0 } };
}

/** Where a response turns: the letter's value there, and whether the response is positive above it. */
interface Turn {
  readonly at: Term;
  readonly rises: boolean;
}

/** Where the response turns, in the letter of the writing; null where it is not linear in it. */
export const turnOf = (asked: Asked, writing: Writing): Turn | null => surfaceOf(asked, writing).turn;

/** Where the response is positive and where it is negative, as an inequality in the letter where it is linear in it. */
export function sidesOf(asked: Asked, writing: Writing): Record<'rises' | 'falls', string> {
  const { letter, meaning } = writing;
  const { numerator, turn } = surfaceOf(asked, writing);
  const say = (left: string, sign: '<' | '>', right: string): string =>
    `${left} ${sign} ${right}, ${meaning}`;
  if (!turn) {
    const text = printText(polynomialTerm(numerator));
    return { rises: say(text, '>', '0'), falls: say(text, '<', '0') };
  }
  const root = printText(turn.at);
  return {
    rises: say(letter, turn.rises ? '>' : '<', root),
    falls: say(letter, turn.rises ? '<' : '>', root),
  };
}

const sides = new WeakMap<Model, Map<string, (sold: Sold) => number>>();

/** The sign of the response at a referee's optimum, as the located surface gives it. */
export function sideAt({ model, quantity, parameter, hold }: Asked, sold: Sold): number {
  const own = sides.get(model) ?? new Map<string, (sold: Sold) => number>();
  sides.set(model, own);
  const key = `${quantity} ${parameter} ${hold}`;
  const known = own.get(key);
  if (known) return known(sold);
  const { problem, responses, signer } = placeOf(model);
  const { numerator } = responses.of(quantity, parameter, hold, signer.region);
  const letters = lettersAt(problem);
  const made = (at: Sold): number => Math.sign(valueAt(numerator, letters(at)));
  own.set(key, made);
  return made(sold);
}

/** The sign that sign algebra shows for all parameters at once, or null. */
export function shownSign({ model, quantity, parameter, hold }: Asked): KnownSign | null {
  const { shown } = cellAt(placeOf(model), quantity, parameter, hold);
  return shown === 'changes' ? null : shown;
}

/** The hypothesis that the firm lies on the side of the surface on which the response is positive, or negative. */
export function onSide(asked: Asked, sign: 'rises' | 'falls', writing: Writing): Hypothesis {
  const wanted = sign === 'rises' ? 1 : -1;
  return {
    name: 'side',
    get statement() {
      return sidesOf(asked, writing)[sign];
    },
    stated: false,
    admits: (_, sold) => sideAt(asked, sold) === wanted,
  };
}
