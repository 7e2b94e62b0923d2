/** Inferences of the calculus: derivatives, elasticities, integrals, limits, leading orders. */
import { differentiate, elasticity, implicitDerivative } from '../kernel/differentiate.ts';
import { integratePower } from '../kernel/integrate.ts';
import { limit } from '../kernel/limit.ts';
import { areEqual, tidy } from '../kernel/normal/equal.ts';
import { printText } from '../kernel/print-text.ts';
import {
  isZeroTerm,
  multiply,
  substitute,
  subtract,
  type Term,
  type Termlike,
  term,
} from '../kernel/term.ts';
import type { Display } from './derivation.ts';
import { type Line, Notebook, text } from './notebook.ts';
import { equation, gap, type Relation, relation, substituteRelation } from './relation.ts';
import { isPowerOf, risesEverywhere, vanishesAgainst } from './vouch.ts';

export class Calculus extends Notebook {
  /** An interior maximum of a differentiable function is stationary: the right side of a derivative is set to zero. */
  stationary(words: string, slope: Line): Line {
    const rule = this.steps[slope.step]?.rule;
    if (rule !== 'differentiate' && rule !== 'earlier') this.stop('only a derivative is set to zero', words);
    return this.record('stationary', words, equation(slope.right, 0), { from: [slope] });
  }

  /** d(right)/d(by), like terms collected; `left` names it. */
  differentiate(words: string, line: Line, by: string, left: Termlike, written?: Termlike): Line {
    const of = this.open(line.right, by);
    const result = differentiate(of, by, this.context);
    this.derivatives.push({ of, by, result });
    const shown = written === undefined ? result : term(written);
    if (!areEqual(shown, result, this.context))
      this.stop(`the derivative is ${printText(result)}, not ${printText(shown)}`, words);
    return this.record('differentiate', words, equation(left, shown), { from: [line], method: `d/d${by}` });
  }

  /** dy/dx along `line` read as left - right = 0. */
  implicit(words: string, line: Line, y: string, x: string, left: Termlike, scaledBy: Termlike = 1): Line {
    const condition = this.open(this.open(gap(line), y), x);
    for (const by of [x, y])
      this.derivatives.push({ of: condition, by, result: differentiate(condition, by, this.context) });
    const slope = multiply(implicitDerivative(condition, y, x, this.context), scaledBy);
    const method = scaledBy === 1 ? `d${y}/d${x}` : `d ln ${y}/d ln ${x}`;
    return this.record('implicit', words, equation(left, slope), { from: [line], method });
  }

  /** From x < y, and an expression that rises with x: it is below its value at y. */
  monotone(words: string, bound: Line, of: Relation): Line {
    const variable =
      bound.left.kind === 'symbol' ? bound.left.name : this.stop('the bound is not on a letter', words);
    const value = this.open(of.right, variable);
    const rises = risesEverywhere(value, variable, this.context);
    if (!rises || (bound.sign !== '<' && bound.sign !== '>'))
      this.stop(`${printText(of.right)} is not known to rise with ${variable}`, words);
    const found = relation(of.left, bound.sign, substitute(value, { [variable]: bound.right }));
    return this.record('monotone', words, found, { from: [bound, ...('step' in of ? [of as Line] : [])] });
  }

  /** d ln(right)/d ln(by); `left` names it. */
  elasticity(words: string, line: Line, by: string, left: Termlike, written?: Termlike): Line {
    const of = this.open(line.right, by);
    const result = elasticity(of, by, this.context);
    this.derivatives.push({ of, by, result: differentiate(of, by, this.context) });
    const shown = written === undefined ? result : term(written);
    if (!areEqual(shown, result, this.context)) this.stop(`the elasticity is ${printText(result)}`, words);
    return this.record('differentiate', words, equation(left, shown), {
      from: [line],
      method: `d ln/d ln ${by}`,
    });
  }

  /** ∫ integrand d(variable), between limits. */
  integrate(
    words: string,
    name: Termlike,
    integrand: Term,
    variable: string,
    from: Termlike,
    to: Termlike,
    display: Display,
  ): Line {
    return this.record(
      'integrate',
      words,
      equation(name, integratePower(integrand, variable, from, to, this.context)),
      { display },
    );
  }

  limit(words: string, line: Line, name: string, at: Termlike, display?: Display): Line {
    const side = (value: Term): Term => limit(this.open(value, name), name, at, this.context);
    const found = equation(display ? line.left : side(line.left), side(line.right));
    return this.record('limit', words, found, {
      from: [line],
      method: `${name} -> ${printText(term(at))}`,
      ...(display ? { display } : {}),
    });
  }

  /** kept + dropped ~ kept as a variable grows: dropped/kept must be a power of it that vanishes. */
  dominant(words: string, line: Line, kept: Term, variable: string): Line {
    const dropped = subtract(line.right, kept);
    if (isZeroTerm(tidy(dropped, this.context)))
      return this.record('dominant', words, relation(line.left, '=', kept), { from: [line] });
    if (!vanishesAgainst(dropped, kept, variable, this.context))
      this.stop(`${printText(dropped)} is not known to vanish against ${printText(kept)}`, words);
    return this.record('dominant', words, relation(line.left, '~', kept), {
      from: [line],
      method: `${variable} grows`,
    });
  }

  /** An equation with a letter replaced by its leading order; both sides must be powers of the letter times what is free of it. */
  leading(words: string, line: Line, order: Line): Line {
    const letter =
      order.left.kind === 'symbol' ? order.left.name : this.stop('only a letter is replaced', words);
    const powers = [line.left, line.right].every((side) => isPowerOf(side, letter, this.context));
    if (line.sign !== '=' || order.sign !== '~' || !powers)
      this.stop(`${text(line)} is not an equation between powers of ${letter}`, words);
    return this.record(
      'dominant',
      words,
      { ...substituteRelation(line, { [letter]: order.right }), sign: '~' },
      { from: [line, order] },
    );
  }
}
