/**
 * The writing of a derivation. Every method carries a step out with the engine and records it; a step that the engine cannot
 * vouch for is an error, so a derivation that exists has been
 * checked step by step, but for the steps under the rule `argument`: these are words, and are marked as such.
 */

import { modelOf } from '../economics/variants/registry.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { replacePart } from '../kernel/calls.ts';
import type { Context } from '../kernel/facts.ts';
import { areEqual, isZero } from '../kernel/normal/equal.ts';
import { printText } from '../kernel/print-text.ts';
import { isBelow, isNonZero, proportion, signOf } from '../kernel/sign.ts';
import {
  add,
  call,
  multiply,
  power,
  squareRoot,
  subtract,
  symbol,
  type Term,
  type Termlike,
  term,
} from '../kernel/term.ts';
import { solveInequality } from '../solve/inequality.ts';
import { solve } from '../solve/solve.ts';
import { Calculus } from './calculus.ts';
import type { Derivation } from './derivation.ts';
import { type Head, type Line, text } from './notebook.ts';
import { equation, gap, type Relation, relation, relationFact, substituteRelation } from './relation.ts';
import { convexityFault, follows, isKnown, replaces } from './vouch.ts';

export type { Line } from './notebook.ts';

export class Argument extends Calculus {
  /** A conclusion that the words draw from the lines named; the engine vouches for those lines, not for the inference. */
  therefore(words: string, from: readonly Line[], found: Relation | null = null): Line {
    return this.record('argument', words, found, { from });
  }

  /** An inequality that the sign engine derives from the assumptions; it may be used as a fact from here on. */
  sign(words: string, found: Relation, from: readonly Line[] = []): Line {
    if (!follows(found, this.context))
      this.stop(`the sign of ${printText(gap(found))} is not decided by the assumptions`, words);
    const fact = relationFact(found, words);
    if (fact) this.facts = [...this.facts, fact];
    return this.record('sign', words, found, { from });
  }

  /** From x·y > 0 and x > 0: y > 0. The line must state that the product is positive. */
  positiveFactor(words: string, product: Line, factor: Term, cofactor: Term): Line {
    const claimed = multiply(factor, cofactor);
    const positive = signOf(product.right, this.context) === 'positive' && product.sign === '=';
    if (!positive || !areEqual(product.left, claimed, this.context))
      this.stop('the product is not known to be positive', words);
    if (signOf(factor, this.context) !== 'positive')
      this.stop(`${printText(factor)} is not known to be positive`, words);
    const found = relation(cofactor, '>', 0);
    this.facts = [...this.facts, { term: cofactor, is: 'positive', because: words }];
    return this.record('positive-factor', words, found, { from: [product] });
  }

  /** From x^2 = y with x and y positive: x = y^(1/2). */
  squareRoot(words: string, line: Line, root: Termlike): Line {
    const next = equation(root, squareRoot(line.right));
    const squares = line.sign === '=' && areEqual(power(next.left, 2), line.left, this.context);
    if (!squares || signOf(next.left, this.context) !== 'positive')
      this.stop(
        `${printText(next.left)} is not known to be positive and a root of ${printText(line.left)}`,
        words,
      );
    return this.record('rewrite', words, next, { from: [line] });
  }

  /** A letter determined by an equation, not yet solved. */
  let(words: string, determines: Relation, from: readonly Line[] = []): Line {
    return this.record('definition', words, determines, { from });
  }

  /** An inequality in which one side of an equation is replaced by the other; the next must follow exactly. */
  replace(words: string, inequality: Line, equality: Line, next: Relation): Line {
    if (!replaces(next, inequality, equality, this.context))
      this.stop(`${text(next)} does not follow`, words);
    const fact = relationFact(next, words);
    if (fact) this.facts = [...this.facts, fact];
    return this.record('substitute', words, next, { from: [inequality, equality] });
  }

  /** x < y and f < g give x < z, where y is a positive multiple of f and z the same multiple of g. */
  chain(words: string, outer: Line, inner: Line, next: Relation): Line {
    const slack = subtract(next.right, outer.right);
    const factor = proportion(this.open(next.right, 'n'), this.open(inner.right, 'n'), this.context);
    const positive = factor !== null && signOf(factor, this.context) === 'positive';
    const exact =
      factor !== null &&
      isZero(subtract(slack, multiply(factor, subtract(inner.right, inner.left))), this.context);
    const left = isZero(subtract(next.left, outer.left), this.context);
    if (outer.sign !== '<' || inner.sign !== '<' || next.sign !== '<' || !positive || !exact || !left)
      this.stop(`${text(next)} does not follow`, words);
    return this.record('sign', words, next, { from: [outer, inner] });
  }

  /** An equation between two terms of one value. */
  identity(words: string, left: Termlike, right: Termlike, from: readonly Line[] = []): Line {
    const found = equation(left, right);
    if (!follows(found, this.context)) this.stop(`${text(found)} is not known`, words);
    return this.record('rewrite', words, found, { from });
  }

  /** What a letter stands for, as defined earlier. */
  recall(words: string, name: string): Line {
    const definition = this.symbols.get(name)?.definition ?? this.stop(`${name} stands for nothing`, words);
    return this.record('definition', words, equation(symbol(name), definition));
  }

  /** The same statement, one or both sides written otherwise; each side must have the same value as before. */
  rewrite(words: string, line: Line, change: { left?: Termlike; right?: Termlike }): Line {
    const next = relation(change.left ?? line.left, line.sign, change.right ?? line.right);
    for (const [before, after] of [
      [line.left, next.left],
      [line.right, next.right],
    ] as const) {
      if (before !== after && !areEqual(before, after, this.context)) {
        this.stop(`${printText(before)} and ${printText(after)} are not the same`, words);
      }
    }
    return this.record('rewrite', words, next, { from: [line] });
  }

  /** The same equation, rearranged: the difference of the sides is multiplied by one product of powers that is not zero. */
  rearrange(words: string, line: Line, next: Relation): Line {
    const whole = (r: Relation): Term => expandAbbreviations(gap(r), this.symbols);
    const factor =
      proportion(gap(next), gap(line), this.context) ?? proportion(whole(next), whole(line), this.context);
    const same = factor !== null && isNonZero(factor, this.context) === 'yes';
    const plain = [1, -1].some((c) => isZero(subtract(gap(next), multiply(c, gap(line))), this.context));
    if (line.sign !== '=' || next.sign !== '=' || !(same || plain))
      this.stop(`${text(next)} is not ${text(line)} rearranged`, words);
    return this.record('rewrite', words, next, { from: [line] });
  }

  /** An equation that is a sum of multiples of equations: the difference of its sides is that sum of theirs. */
  combine(words: string, multiples: readonly (readonly [Line, Termlike])[], next: Relation): Line {
    const total = multiples.map(([line, factor]) => multiply(factor, gap(line)));
    const plain = [next, ...multiples.map(([line]) => line)].every(({ sign }) => sign === '=');
    if (!plain || !isZero(subtract(gap(next), add(...total)), this.context))
      this.stop(`${text(next)} does not follow`, words);
    return this.record('combine', words, next, { from: multiples.map(([line]) => line) });
  }

  /** The same equation with both sides multiplied by a factor known not to be zero, written as given. */
  scale(words: string, line: Line, factor: Termlike, next: Relation): Line {
    const sign = signOf(term(factor), this.context);
    if (line.sign !== '=' && sign !== 'positive')
      this.stop('an inequality is scaled by a factor that is not known to be positive', words);
    if (sign !== 'positive' && sign !== 'negative')
      this.stop('the factor is not known to differ from zero', words);
    const same = isZero(subtract(gap(next), multiply(factor, gap(line))), this.context);
    if (!same || next.sign !== line.sign)
      this.stop(`${text(next)} is not ${printText(term(factor))} times ${text(line)}`, words);
    return this.record('rewrite', words, next, { from: [line] });
  }

  /** Letters replaced by what the lines say they equal. Each line's left side must be a letter. */
  substitute(words: string, line: Line, ...equalities: readonly Relation[]): Line {
    const replacements: Record<string, Term> = {};
    for (const { left, sign, right } of equalities) {
      if (left.kind !== 'symbol' || sign !== '=')
        this.stop('only a letter that equals something is replaced', words);
      else replacements[left.name] = right;
    }
    const from = [line, ...equalities.filter((e): e is Line => 'step' in e)];
    const puts = equalities.filter((e) => !('step' in e));
    return this.record('substitute', words, substituteRelation(line, replacements), { from, puts });
  }

  /**
   * A sum of positive multiples of powers of the variables, whose exponents span all directions: strictly convex in their
   * logarithms, as a sum of exponentials of linear functions.
   */
  posynomial(
    words: string,
    value: Term,
    variables: readonly string[],
    mayVanish: readonly string[] = [],
  ): Line {
    const why = convexityFault(expandAbbreviations(value, this.symbols), variables, mayVanish, this.context);
    if (why) this.stop(why, words);
    return this.record('log-convex', words, equation(symbol('G'), value), {});
  }

  /**
   * The value of a letter for which the line, an equation, holds; conditions of the root that are not known confine every
   * result from here on. Several roots need `branch`. A line to leading order is solved to leading order, if by one power.
   */
  solve(
    words: string,
    line: Line,
    unknown: string,
    options: { branch?: string; written?: Termlike } = {},
  ): Line {
    const outcome = solve(this.open(gap(line), unknown), unknown, this.context);
    if (outcome.kind === 'none') return this.stop(`no solution: ${outcome.why}`, words);
    if (outcome.kind === 'unsolved')
      return this.stop(`not solved; tried: ${outcome.tried.join('; ')}`, words);
    const root = options.branch
      ? outcome.roots.find(({ branch }) => branch === options.branch)
      : outcome.roots[0];
    if (!root || (!options.branch && outcome.roots.length > 1))
      return this.stop('several roots: name the branch', words);
    const value = options.written === undefined ? root.value : term(options.written);
    if (!areEqual(value, root.value, this.context))
      this.stop(`the root is ${printText(root.value)}, not ${printText(value)}`, words);
    const sign = line.sign === '~' && outcome.method === 'monomial' ? '~' : '=';
    if (line.sign !== sign) this.stop('only an equation, or one power to leading order, is solved', words);
    const open = root.conditions.filter((fact) => !isKnown(fact, this.context));
    this.assumed = [...this.assumed, ...open];
    return this.record('solve', words, relation(symbol(unknown), sign, value), {
      from: [line],
      method: outcome.method,
      assumes: open,
    });
  }

  /** An equation that no method solves for the letter, which it determines as it stands; what was tried is recorded. */
  unsolved(words: string, line: Line, unknown: string): Line {
    const outcome = solve(this.open(gap(line), unknown), unknown, this.context);
    if (outcome.kind !== 'unsolved')
      return this.stop(`${unknown} is not open: the equation is ${outcome.kind}`, words);
    return this.record('unsolved', words, line, {
      from: [line],
      method: `for ${unknown}`,
      open: { unknown, tried: outcome.tried },
    });
  }

  /** The bound on a letter that a strict inequality between two monomials gives. */
  solveInequality(words: string, line: Line, unknown: string, written?: Termlike): Line {
    const [low, high] = line.sign === '<' ? [line.left, line.right] : [line.right, line.left];
    if (line.sign !== '<' && line.sign !== '>') this.stop('not a strict inequality', words);
    const outcome = solveInequality(this.open(low, unknown), this.open(high, unknown), unknown, this.context);
    if (outcome.kind === 'unsolved')
      return this.stop(`not solved; tried: ${outcome.tried.join('; ')}`, words);
    const bound = written === undefined ? outcome.bound : term(written);
    if (!areEqual(bound, outcome.bound, this.context))
      this.stop(`the bound is ${printText(outcome.bound)}`, words);
    const found = relation(symbol(unknown), outcome.relation, bound);
    const fact = relationFact(found, words);
    if (fact) this.facts = [...this.facts, fact];
    return this.record('solve-inequality', words, found, { from: [line] });
  }

  /** exp(x) < 1 for a negative x; it may be used as a fact from here on. */
  decays(words: string, exponent: Term): Line {
    if (signOf(exponent, this.context) !== 'negative')
      this.stop(`${printText(exponent)} is not known to be negative`, words);
    const found = relation(call('exp', exponent), '<', 1);
    const fact = relationFact(found, words);
    if (fact) this.facts = [...this.facts, fact];
    return this.record('monotone', words, found);
  }

  /** The line with min(x, y) and max(x, y) on its right side resolved, where the assumptions say x ≤ y, or both are one. */
  resolveWithin(words: string, line: Line, smaller: Term, larger: Term): Line {
    const below = isBelow(smaller, larger, this.context) === 'yes' || areEqual(smaller, larger, this.context);
    if (!below) this.stop(`${printText(smaller)} is not known to be the smaller`, words);
    const pairs = [call('min', smaller, larger), call('min', larger, smaller)];
    const others = [call('max', smaller, larger), call('max', larger, smaller)];
    const least = pairs.reduce((value, pair) => replacePart(value, pair, smaller), line.right);
    const right = others.reduce((value, pair) => replacePart(value, pair, larger), least);
    return this.record('resolve-minimum', words, { ...line, right }, { from: [line] });
  }

  /** min(x, y) = x, where the assumptions say x ≤ y. */
  resolveMinimum(words: string, smaller: Term, larger: Term, minimum: Term): Line {
    const below = isBelow(smaller, larger, this.context) === 'yes' || areEqual(smaller, larger, this.context);
    if (!below) this.stop(`${printText(smaller)} is not known to be the smaller`, words);
    return this.record('resolve-minimum', words, equation(minimum, smaller));
  }
}

/** A derivation that is written when first asked for and then kept; what it is about is known before. */
export interface Written<Name extends string = string> {
  (): Derivation<Name>;
  readonly variant: string;
  readonly uses: readonly Written[];
}

/**
 * A derivation. `names` are the results it promises.
 * @throws OptimandError, when it is asked for, where a step does not hold or a promised result is missing.
 */
export function derivation<Name extends string>(
  head: Omit<Head, 'onePoint' | 'parameters'> & {
    readonly uses: readonly Written[];
    readonly names: readonly Name[];
    readonly onePoint?: true;
  },
  context: () => Context,
  write: (argument: Argument) => void,
): Written<Name> {
  let kept: Derivation<Name> | null = null;
  const make = (): Derivation<Name> => {
    if (kept) return kept;
    const argument = new Argument(context());
    write(argument);
    const { id, title, statement, source, variant, onePoint = false } = head;
    const parameters = modelOf(variant).parameters.map(({ name }) => name);
    kept = argument.finish(
      { id, title, statement, source, variant, parameters, onePoint, uses: head.uses.map((use) => use().id) },
      head.names,
    );
    return kept;
  };
  return Object.assign(make, { variant: head.variant, uses: head.uses });
}
