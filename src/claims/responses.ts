/** Claims about the direction of a response: sign algebra says where it turns, the referee says on which side a firm is. */

import type { Quantity } from '../derive/shares/reduce.ts';
import { type Hold, problemFor, responseOf } from '../derive/shares/response.ts';
import { type KnownSign, signCases } from '../derive/shares/signing.ts';
import { surfaceOf } from '../derive/shares/surface.ts';
import type { Model } from '../economics/model.ts';
import { rawDerivative } from '../kernel/differentiate.ts';
import { printTex } from '../kernel/print-tex.ts';
import { printText } from '../kernel/print-text.ts';
import { signOf } from '../kernel/sign.ts';
import { divide } from '../kernel/term.ts';
import type { Hypothesis, LawText } from './claim.ts';
import type { At, Sold } from './pool.ts';
import { evaluatorOf } from './statics-evaluate.ts';

type Moved = Extract<Quantity, 'n' | 'd' | 't' | 'C_train'>;

export interface Asked {
  readonly model: Model;
  readonly quantity: Moved;
  readonly parameter: string;
  readonly hold: Hold;
}

/** d ln quantity/d ln parameter at a referee's optimum; where rho is held b moves along with a. */
export function responseAt({ quantity, parameter, hold }: Omit<Asked, 'model'>, { optimum }: Sold): number {
  const of = (name: string): number => optimum.elasticities?.[`${quantity}/${name}`] ?? Number.NaN;
  return hold === 'rho' && parameter === 'a' ? of('a') + of('b') : of(parameter);
}

export interface Located {
  /** The response as an elasticity, in the letters v and w. */
  readonly law: LawText;
  /** Where the response is positive, as an inequality in w. */
  readonly rises: string;
  readonly falls: string;
  /** The sign of the response at an optimum whose shares are known. */
  readonly side: (shares: At) => number;
}

const OPPOSITE = { '<': '>', '>': '<' } as const;
const QUANTITY_TEX: Readonly<Record<Moved, string>> = { n: 'n', d: 'd', t: 't', C_train: 'C' };

const KNOWN = new Map<string, Located>();
const keyOf = ({ model, quantity, parameter, hold }: Asked): string =>
  [model.id, quantity, parameter, hold].join(' ');

/** The response found by implicit differentiation, and the surface on which it turns: found once. */
export function located(asked: Asked): Located {
  const found = KNOWN.get(keyOf(asked)) ?? locate(asked);
  KNOWN.set(keyOf(asked), found);
  return found;
}

function locate({ model, quantity, parameter, hold }: Asked): Located {
  const problem = problemFor(model, model.limits.length > 0 ? 'data-bound' : 'interior');
  const { numerator, denominator } = responseOf(problem, quantity, parameter, hold);
  const { context } = problem.frame;
  const { term, root } = surfaceOf(numerator, context);
  const up = signOf(rawDerivative(term, 'w'), context) === 'negative' ? '<' : '>';
  const edge = (sign: '<' | '>', plain: '<' | '>'): string =>
    root ? `w ${sign} ${printText(root)}` : `${printText(term)} ${plain} 0`;
  const response = divide(numerator, denominator);
  const letter = model.symbols.get(parameter)?.tex ?? parameter;
  return {
    law: {
      text: `d ln ${quantity}/d ln ${parameter} = ${printText(response)}`,
      tex: `\\frac{d\\ln ${QUANTITY_TEX[quantity]}}{d\\ln ${letter}} = ${printTex(response, context.symbols)}`,
    },
    rises: edge(up, '>'),
    falls: edge(OPPOSITE[up], '<'),
    side: evaluatorOf(term),
  };
}

/** The sign that sign algebra shows for all parameters at once, or null. */
export function shownSign({ model, quantity, parameter, hold }: Asked): KnownSign | null {
  const problem = problemFor(model, model.limits.length > 0 ? 'data-bound' : 'interior');
  const { numerator } = responseOf(problem, quantity, parameter, hold);
  const { cases } = signCases(numerator, problem);
  const signs = cases.map(({ proof }) => (proof && proof.conditions.length === 0 ? proof.sign : null));
  return signs.every((sign) => sign === signs[0]) ? (signs[0] ?? null) : null;
}

/** The hypothesis that the firm lies on the side of the surface on which the response is positive, or negative. */
export function onSide(asked: Asked, sign: 'rises' | 'falls', shares: (point: At) => At): Hypothesis {
  const wanted = sign === 'rises' ? 1 : -1;
  return {
    name: 'side',
    get statement() {
      return `${located(asked)[sign]}, with v = t/(3kd) and w = n M'/M, M = omega f - 2n/E the margin`;
    },
    stated: false,
    admits: (point) => Math.sign(located(asked).side(shares(point))) === wanted,
  };
}
