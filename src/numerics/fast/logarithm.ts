/**
 * Terms as graphs, positive ones by their logarithms: products become sums, so that nothing overflows or vanishes between
 * e^-1e300 and e^1e300, and a deformed logarithm keeps every digit down to shape 0 and quality 1.
 */
import { fail } from '../../kernel/issues.ts';
import { printText } from '../../kernel/print-text.ts';
import { rationalToNumber, signRational } from '../../kernel/rational.ts';
import { isNumber, isOneTerm, symbolsOf, type Term } from '../../kernel/term.ts';
import type { Graph, Node } from './graph.ts';

/** What stands for a letter: its logarithm where it is positive, and its value. */
export interface Letter {
  readonly logarithm: Node;
  readonly value: Node;
}

export type Letters = (name: string) => Letter;

const refuse = (value: Term): never =>
  fail({
    code: 'refused',
    what: `${printText(value)} has no form in logarithms`,
    where: 'the fast solver',
    would: 'use the referee',
  });

/** Whether a summand is taken off: a number below zero stands in front. */
function isTaken(value: Term): boolean {
  if (isNumber(value)) return signRational(value.value) < 0;
  return value.kind === 'product' && value.factors.some(isTaken);
}

export class Logarithms {
  constructor(
    private readonly graph: Graph,
    private readonly letters: Letters,
    /** The names of the letters that vary from step to step. */
    private readonly moving: ReadonlySet<string>,
  ) {}

  private moves(value: Term): boolean {
    return symbolsOf(value).some((name) => this.moving.has(name));
  }

  /** ln of a positive term. @throws OptimandError for a function that is not known here. */
  ln(value: Term): Node {
    const { graph } = this;
    switch (value.kind) {
      case 'number':
        return graph.number(Math.log(rationalToNumber(value.value)));
      case 'symbol':
        return this.letters(value.name).logarithm;
      case 'product':
        return graph.add(...value.factors.map((factor) => this.ln(factor)));
      case 'power':
        return graph.multiply(this.value(value.exponent), this.ln(value.base));
      case 'sum':
        return this.lnOfSum(value.terms);
      case 'call':
        return this.lnOfCall(value);
    }
  }

  /** Positive monomials by their logarithms, the one that moves taken out; other sums by their value. */
  private lnOfSum(terms: readonly Term[]): Node {
    const { graph } = this;
    const isPlain = (one: Term): boolean =>
      !isTaken(one) &&
      (one.kind !== 'product' || one.factors.every(({ kind }) => kind !== 'sum')) &&
      one.kind !== 'call';
    if (!terms.every(isPlain)) return graph.log(this.sum(terms));
    const [first, ...rest] = [...terms].sort((x, y) => Number(this.moves(y)) - Number(this.moves(x)));
    return rest.reduce(
      (so, next) => {
        if (this.moves(next)) return graph.sumOfExponentials(so, this.ln(next));
        return graph.add(so, graph.softplus(graph.subtract(this.ln(next), so)));
      },
      this.ln(first as Term),
    );
  }

  private lnOfCall(value: Extract<Term, { kind: 'call' }>): Node {
    const { graph } = this;
    const [first, second] = value.args as readonly [Term, Term];
    switch (value.name) {
      case 'exp':
        return this.value(first);
      case 'ln':
        return graph.log(this.ln(first));
      case 'min':
        return value.args.map((part) => this.ln(part)).reduce(graph.min);
      case 'max':
        return value.args.map((part) => this.ln(part)).reduce(graph.max);
      case 'deformed_log': {
        const [u, g] = [this.ln(first), this.value(second)];
        return graph.log(graph.deformed(u, g));
      }
      default:
        return refuse(value);
    }
  }

  /** The value of a term of any sign. */
  value(term: Term): Node {
    const { graph } = this;
    switch (term.kind) {
      case 'number':
        return graph.number(rationalToNumber(term.value));
      case 'symbol':
        return this.letters(term.name).value;
      case 'sum':
        return this.sum(term.terms);
      case 'product':
        return this.product(term.factors);
      case 'power':
        return isOneTerm(term.exponent)
          ? this.value(term.base)
          : isNumber(term.exponent) && rationalToNumber(term.exponent.value) === -1
            ? graph.divide(graph.number(1), this.value(term.base))
            : graph.exp(this.ln(term));
      case 'call':
        return this.valueOfCall(term);
    }
  }

  private product(factors: readonly Term[]): Node {
    const { graph } = this;
    return factors.map((factor) => this.value(factor)).reduce((x, y) => graph.multiply(x, y));
  }

  /** 1 - e^x keeps its digits near x = 0. */
  private sum(terms: readonly Term[]): Node {
    const { graph } = this;
    const exponential = terms.map(takenExponential).find((found) => found !== null);
    const [left, right, more] = terms;
    if (exponential && left && right && !more && terms.some(isOneTerm)) {
      return graph.negate(graph.expm1(this.value(exponential)));
    }
    return graph.add(...terms.map((part) => this.value(part)));
  }

  private valueOfCall(term: Extract<Term, { kind: 'call' }>): Node {
    const { graph } = this;
    const [first] = term.args as readonly [Term];
    if (term.name === 'ln') return this.ln(first);
    if (term.name === 'exp') return graph.exp(this.value(first));
    if (term.name === 'min') return term.args.map((part) => this.value(part)).reduce(graph.min);
    if (term.name === 'max') return term.args.map((part) => this.value(part)).reduce(graph.max);
    return graph.exp(this.ln(term));
  }
}

/** x where the term is -e^x, else null. */
function takenExponential(term: Term): Term | null {
  if (term.kind !== 'product' || term.factors.length !== 2) return null;
  const [sign, call] = term.factors as readonly [Term, Term];
  if (!isNumber(sign) || rationalToNumber(sign.value) !== -1) return null;
  return call.kind === 'call' && call.name === 'exp' ? (call.args[0] as Term) : null;
}
