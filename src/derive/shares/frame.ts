/**
 * Coordinates in which signs can be read. The scales of the problem (a, b, E, ω, δ) are written in quality, data, size, the
 * margin M and two shares: v, inference against training at the margin, and w = n M'/M. Each definition is an equation
 * solved for one scale after another, so the coordinates follow from the model's blocks. All letters are positive at an
 * optimum that sells: M is, the condition makes M' so, and costs rise with size.
 */
import { expandAbbreviations } from '../../kernel/abbreviations.ts';
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import type { Declaration } from '../../kernel/symbols.ts';
import {
  add,
  divide,
  mapParts,
  multiply,
  negate,
  one,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../../kernel/term.ts';
import { derivative, withLetter } from './derivative.ts';
import { gainShare, LOGGED } from './letters.ts';
import { type Reduced, rootOf } from './reduce.ts';

export interface Frame {
  readonly reduced: Reduced;
  readonly context: Context;
  /** Each scale, in the letters. */
  readonly scales: Readonly<Record<string, Term>>;
  /** v, w (and s where data bind) in terms of the model, adoption as its call. */
  readonly shares: Readonly<Record<string, Term>>;
}

/** The first scale of the model in a term that is not yet written in letters. */
function scaleIn(value: Term, { model }: Reduced): string {
  const names = symbolsOf(value);
  const found = model.parameters.find(({ name, role }) => role === 'quantity' && names.includes(name));
  return (
    found?.name ??
    refuse('no scale is left to write in shares', 'comparative statics', 'see which variants are covered')
  );
}

const replaceLogs = (value: Term): Term => {
  const [arg] = value.kind === 'call' && value.name === 'ln' ? value.args : [];
  const logged = arg?.kind === 'symbol' ? LOGGED.find((name) => name === arg.name) : undefined;
  return logged ? symbol(`ln_${logged}`) : mapParts(value, replaceLogs);
};

/** The gain in the margin, which adoption brings, and the cost, which it does not. */
function splitMargin(reduced: Reduced): { gain: Term; cost: Term } {
  const written = withLetter(reduced.margin, reduced.call);
  const cost = negate(substitute(written, { f: zero }));
  return { gain: add(written, cost), cost };
}

/** Writes one scale after another in letters. */
class Scales {
  readonly found: Record<string, Term> = {};
  readonly reduced: Reduced;
  constructor(reduced: Reduced) {
    this.reduced = reduced;
  }
  /** The term with the scales found so far replaced. */
  apply(value: Term): Term {
    const before = substitute(value, { rho: rhoTerm });
    return tidy(substitute(before, this.found), this.reduced.context);
  }
  /** Solves left = right for the first scale in left, or for the letter named. */
  set(left: Term, right: Term, unknown?: string): void {
    const here = this.apply(left);
    const name = unknown ?? scaleIn(here, this.reduced);
    const value = rootOf(subtract(here, right), name, this.reduced.context);
    for (const key of Object.keys(this.found))
      this.found[key] = tidy(substitute(this.found[key] as Term, { [name]: value }), this.reduced.context);
    this.found[name] = value;
  }
}

const rhoTerm: Term = { kind: 'power', base: divide('a', 'b'), exponent: divide(1, 'alpha') };

/** The coordinates of a reduced problem. */
export function frameOf(reduced: Reduced): Frame {
  const { context, call, branches, salesInMargin, trainingSlope } = reduced;
  const scales = new Scales(reduced);
  const { gain, cost } = splitMargin(reduced);
  const perSize = (...factors: readonly string[]): Term => divide(multiply(...factors), 'n');
  const slope = (value: Term): Term => derivative(value, 'n', call, context);
  scales.set(branches.byParameters, symbol('q'));
  scales.set(branches.byData, symbol('q'));
  scales.set(slope(cost), perSize('v', 'w', 'M'));
  scales.set(slope(gain), perSize('y', 'w', 'M'));
  const share = { ...gainShare, definition: add(1, scales.apply(divide(cost, 'M'))) };
  scales.set(gain, multiply('x', 'M'), 'f');
  const value = multiply(salesInMargin, perSize('w', 'M'));
  scales.set(divide(trainingSlope, value), reduced.bound ? symbol('z') : one);
  if (reduced.bound)
    scales.found[reduced.bound.letter] = rootOf(
      subtract(reduced.bound.limit, 'd'),
      reduced.bound.letter,
      context,
    );
  const symbols = new Map<string, Declaration>([...context.symbols, [share.name, share]]);
  return {
    reduced,
    context: { symbols, facts: context.facts },
    scales: scales.found,
    shares: sharesOf(reduced, slope),
  };
}

function sharesOf(reduced: Reduced, slope: (value: Term) => Term): Readonly<Record<string, Term>> {
  const { gain, cost } = splitMargin(reduced);
  const marginSlope = add(slope(gain), negate(slope(cost)));
  const written = withLetter(reduced.margin, reduced.call);
  const value = multiply(substitute(reduced.salesInMargin, { M: written }), marginSlope);
  const shares = { v: divide(slope(cost), marginSlope), w: divide(multiply('n', marginSlope), written) };
  return reduced.bound ? { ...shares, s: subtract(1, divide(reduced.trainingSlope, value)) } : shares;
}

/** A term of the model, adoption as its letter, in the letters of the frame, like terms collected. */
export function inFrame(value: Term, { reduced, context, scales }: Frame): Term {
  const before = substitute(withLetter(value, reduced.call), { rho: rhoTerm });
  const written = tidy(substitute(before, scales), context);
  return tidy(expandAbbreviations(replaceLogs(written), context.symbols), context);
}
