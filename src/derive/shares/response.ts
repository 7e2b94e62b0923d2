/** Responses of the optimum: how each quantity moves with each parameter, as a numerator over a positive denominator. */

import type { Model } from '../../economics/model.ts';
import {
  add,
  divide,
  multiply,
  negate,
  one,
  power,
  substitute,
  symbol,
  type Term,
  zero,
} from '../../kernel/term.ts';
import { derivative, withCall } from './derivative.ts';
import { type Frame, frameOf, inFrame } from './frame.ts';
import { type Quantity, type Reduced, reduce, type Where } from './reduce.ts';

/** What stays fixed when a, alpha or another parameter moves: b itself, or rho = (a/b)^(1/alpha). */
export type Hold = 'b' | 'rho';

/** How size moves: `top`/`bottom` is dn/d(parameter), and `bottom` is positive. */
interface Movement {
  readonly top: Term;
  readonly bottom: Term;
}

export interface Response {
  readonly quantity: Quantity;
  readonly parameter: string;
  readonly hold: Hold;
  /** The elasticity (for profit, relative to the gross margin; for price, to the margin) is numerator/denominator. */
  readonly numerator: Term;
  readonly denominator: Term;
  readonly method: 'implicit' | 'envelope' | 'explicit';
}

export interface Problem {
  readonly frame: Frame;
  /** Positive by the second-order condition; null where the size is explicit. */
  readonly bend: Term | null;
  /** Positive where the firm sells: profit against the gross margin. */
  readonly worth: Term;
}

/** b follows a and alpha where rho is held. */
const holding = (value: Term, hold: Hold): Term =>
  hold === 'rho' ? substitute(value, { b: multiply('a', power('rho', negate('alpha'))) }) : value;

function slopeIn(value: Term, name: string, { call, context }: Reduced, hold: Hold): Term {
  const held = holding(value, hold);
  const heldCall = holding(call, hold);
  return heldCall.kind === 'call' ? derivative(held, name, heldCall, context) : zero;
}

/** n/S, by which slopes of the condition become pure numbers, S the marginal cost of training. */
const scaleOf = ({ trainingSlope }: Reduced): Term => divide('n', trainingSlope);

function movement(reduced: Reduced, name: string, hold: Hold): Movement {
  const { bound, condition, call } = reduced;
  if (bound) return { top: slopeIn(bound.size, name, reduced, hold), bottom: one };
  const scale = scaleOf(reduced);
  return {
    top: multiply(scale, slopeIn(condition, name, reduced, hold)),
    bottom: multiply(scale, negate(derivative(withCall(condition, call), 'n', call, reduced.context))),
  };
}

/** What a change is measured against: the quantity itself, but the gross margin M t for profit and M for price. */
function unitOf({ quantities, salesInMargin }: Reduced, quantity: Quantity): Term {
  if (quantity === 'profit') return multiply('M', salesInMargin);
  if (quantity === 'price') return symbol('M');
  return quantity === 't' ? salesInMargin : quantities[quantity];
}

/** The coordinates of a model's problem, and what is positive in them. */
export function problemFor(model: Model, where: Where): Problem {
  const reduced = reduce(model, where);
  const frame = frameOf(reduced);
  const { bottom } = movement(reduced, 'n', 'b');
  const worth = inFrame(divide(reduced.quantities.profit, unitOf(reduced, 'profit')), frame);
  return { frame, bend: reduced.bound ? null : inFrame(bottom, frame), worth };
}

/** The response of one quantity to one parameter. */
export function responseOf(
  { frame, bend }: Problem,
  quantity: Quantity,
  parameter: string,
  hold: Hold,
): Response {
  const { reduced } = frame;
  const value = reduced.quantities[quantity];
  const { top, bottom } = movement(reduced, parameter, hold);
  const direct = slopeIn(value, parameter, reduced, hold);
  // At an interior optimum profit is level in size: the envelope theorem.
  const isEnvelope = quantity === 'profit' && !reduced.bound;
  const throughSize = isEnvelope ? zero : derivative(value, 'n', reduced.call, reduced.context);
  const whole = isEnvelope ? direct : add(multiply(direct, bottom), multiply(throughSize, top));
  const scaled = multiply(parameterUnit(parameter, reduced), whole, divide(1, unitOf(reduced, quantity)));
  const numerator = inFrame(scaled, frame);
  const denominator = isEnvelope || !bend ? one : bend;
  return {
    quantity,
    parameter,
    hold,
    numerator,
    denominator,
    method: reduced.bound ? 'explicit' : isEnvelope ? 'envelope' : 'implicit',
  };
}

/** Relative changes for positive parameters, absolute ones for those that may vanish. */
function parameterUnit(name: string, { model }: Reduced): Term {
  const declared = model.parameters.find((parameter) => parameter.name === name);
  const lower = declared?.domain.lower;
  return declared && (!lower || lower.at.num < 0n) ? one : symbol(name);
}
