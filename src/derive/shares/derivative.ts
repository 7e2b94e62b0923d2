/**
 * Derivatives through adoption. Adoption f is an integral ∫_1^q s^-(1+g) ds; its derivative in q is the integrand at q, and
 * its derivative in the shape g is the integral of the integrand's, which has the integrand's derivative's sign where that
 * sign is the same for all s between 1 and q. It enters as a positive letter A with that sign.
 */
import { rawDerivative } from '../../kernel/differentiate.ts';
import type { Context, Fact } from '../../kernel/facts.ts';
import { FUNCTIONS } from '../../kernel/functions/registry.ts';
import { refuse } from '../../kernel/issues.ts';
import { signOf } from '../../kernel/sign.ts';
import { POSITIVE } from '../../kernel/symbols.ts';
import {
  add,
  isZeroTerm,
  mapParts,
  multiply,
  negate,
  parts,
  sameTerm,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../../kernel/term.ts';
import * as letters from './letters.ts';

export type AdoptionCall = Extract<Term, { kind: 'call' }>;

/** The calls of the deformed logarithm in a term, each once. */
export function adoptionCalls(value: Term): readonly AdoptionCall[] {
  const here = value.kind === 'call' && value.name === 'deformed_log' ? [value] : [];
  const all = [...here, ...parts(value).flatMap(adoptionCalls)];
  return all.filter((call, i) => all.findIndex((other) => sameTerm(other, call)) === i);
}

/** The term with adoption written as the letter f. */
export const withLetter = (value: Term, call: AdoptionCall): Term =>
  sameTerm(value, call) ? symbol(letters.adoption.name) : mapParts(value, (part) => withLetter(part, call));

/** ∂f/∂shape as a letter of known sign: A or -A. @throws OptimandError where the integrand's derivative has no one sign. */
export function shapeSlope(call: AdoptionCall, context: Context): Term {
  const [, g] = call.args as readonly [Term, Term];
  const threshold = { ...letters.adoption, name: 'threshold', tex: 's', domain: POSITIVE };
  const above: Fact = {
    term: add(symbol('threshold'), -1),
    is: 'positive',
    because: 'thresholds run from 1 to q',
  };
  const within: Context = {
    symbols: new Map([...context.symbols, ['threshold', threshold]]),
    facts: [...context.facts, above],
  };
  const integrand = FUNCTIONS[call.name].partial([symbol('threshold'), g], 0) ?? zero;
  const [name = ''] = symbolsOf(g);
  const sign = signOf(rawDerivative(integrand, name), within);
  const letter = symbol(letters.thinning.name);
  if (sign === 'positive') return letter;
  if (sign === 'negative') return negate(letter);
  return refuse(
    'the sign of the derivative of adoption in its shape is open',
    'comparative statics',
    'state a domain of the thresholds',
  );
}

/** d(value)/d(name) with adoption as the letter f afterwards, moved by quality and by its shape. */
export function derivative(value: Term, name: string, call: AdoptionCall, context: Context): Term {
  const written = withLetter(value, call);
  const [quality, shape] = call.args as readonly [Term, Term];
  const inQuality = rawDerivative(quality, name);
  const inShape = rawDerivative(shape, name);
  const slope = FUNCTIONS[call.name].partial(call.args, 0) ?? zero;
  const moves = add(
    isZeroTerm(inQuality) ? zero : multiply(slope, inQuality),
    isZeroTerm(inShape) ? zero : multiply(shapeSlope(call, context), inShape),
  );
  return add(rawDerivative(written, name), multiply(rawDerivative(written, letters.adoption.name), moves));
}

/** The term with adoption written as the call that it is, so that it can be differentiated again. */
export const withCall = (value: Term, call: AdoptionCall): Term =>
  value.kind === 'symbol' && value.name === letters.adoption.name
    ? call
    : mapParts(value, (part) => withCall(part, call));
