/**
 * Terms of a model as sums of monomials. What is no monomial in the variables gets a name: a deformed logarithm or a
 * logarithm is an *atom*, and a sum that stands under a power or inside a function is an *auxiliary unknown* with an
 * equation of its own, so that (x + y)^e is s^e with s = x + y. Derivatives go through the names by the chain rule,
 *
 *     ∂s/∂ln v = Σ_k m_k ∂ln m_k/∂ln v,      ∂f/∂ln v = q^-g ∂ln q/∂ln v   for f = deformed_log(q, g),
 *
 * and stay sums of monomials. Where a derivative holds all but one of the summands of an auxiliary equation against the
 * whole, X s - X m_1 with s = m_1 + m_2, the two nearly cancel as soon as m_1 is most of s; X m_2 stands for them.
 */
import type { Atom, Auxiliary } from '../asymptotics/problem.ts';
import type { Context } from '../kernel/facts.ts';
import { refuse } from '../kernel/issues.ts';
import { factorsKey, type Normal, normalKey, type Summand } from '../kernel/normal/data.ts';
import { normalise } from '../kernel/normal/normalise.ts';
import { normalTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import { printText } from '../kernel/print-text.ts';
import { addRatios, isZeroRatio, type Ratio, ZERO_RATIO } from '../kernel/ratio.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import {
  add,
  call,
  divide,
  isNumber,
  mapParts,
  multiply,
  negate,
  one,
  power,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../kernel/term.ts';

/** A monomial of a derivative; `through` names the atom by which the variable acts, where it is one. */
export interface Part {
  readonly term: Term;
  readonly through: string | null;
}

const positive = (name: string): Declaration => ({
  name,
  tex: name,
  meaning: 'a positive quantity of the conditions',
  unit: '1',
  domain: POSITIVE,
  role: 'quantity',
  source: 'the conditions',
});

/** The exponent of a symbol in a term of one summand; 0 in what is no such term. */
function exponentOf(value: Term, name: string, context: Context): Ratio {
  const [only] = normalise(value, context);
  const own = only?.factors.find(({ base }) => base.kind === 'symbol' && base.name === name);
  return own?.exponent ?? ZERO_RATIO;
}

export class Monomials {
  /** Symbols that vary: the variables, and the names given. */
  private readonly moving: Set<string>;
  private readonly byKey = new Map<string, string>();
  readonly atoms: Atom[] = [];
  readonly auxiliaries: Auxiliary[] = [];
  context: Context;

  /** `edges` names, for the logarithm of a variable that is an exponential, what lies below its value 1. */
  constructor(
    context: Context,
    variables: readonly string[],
    private readonly edges: Readonly<Record<string, Pick<Atom, 'edge' | 'beyond'>>> = {},
  ) {
    this.moving = new Set(variables);
    this.context = {
      ...context,
      symbols: joinTables(context.symbols, symbolTable(...variables.map(positive))),
    };
  }

  depends(value: Term): boolean {
    return symbolsOf(value).some((name) => this.moving.has(name));
  }

  /** The name, or one like it that no letter of the model has. */
  private fresh(name: string): string {
    return this.context.symbols.has(name) ? this.fresh(`${name}_0`) : name;
  }

  private declare(name: string): void {
    this.moving.add(name);
    const symbols = joinTables(this.context.symbols, symbolTable(positive(name)));
    this.context = { symbols, facts: this.context.facts };
  }

  /** The summands of a term, each a monomial: products are multiplied out at the outside, what is inside gets names. */
  expand(value: Term): readonly Term[] {
    if (!this.depends(value)) return [value];
    if (value.kind === 'sum') return value.terms.flatMap((part) => this.expand(part));
    if (value.kind === 'product') {
      return value.factors
        .map((factor) => this.expand(factor))
        .reduce<Term[]>((left, right) => left.flatMap((x) => right.map((y) => multiply(x, y))), [one]);
    }
    return [this.named(value)];
  }

  /** The summands of a term, like ones collected. */
  collected(value: Term): readonly Term[] {
    return this.summands(normalise(add(...this.expand(value)), this.context));
  }

  private summands(normal: Normal): readonly Term[] {
    return normal.map((own) => normalTerm([own]));
  }

  /** A term as one monomial. */
  named(value: Term): Term {
    if (!this.depends(value)) return value;
    switch (value.kind) {
      case 'number':
      case 'symbol':
        return value;
      case 'product':
        return multiply(...value.factors.map((factor) => this.named(factor)));
      case 'power':
        return power(this.named(value.base), value.exponent);
      case 'sum':
        return this.auxiliary(value);
      case 'call':
        return this.atom(value);
    }
  }

  private auxiliary(value: Term): Term {
    const terms = this.collected(value);
    const [only, more] = terms;
    if (!more) return only ?? zero;
    const key = normalKey(normalise(add(...terms), this.context));
    const known = this.byKey.get(key);
    if (known !== undefined) return symbol(known);
    const name = this.fresh(`s_${this.auxiliaries.length + 1}`);
    this.auxiliaries.push({ name, summands: terms.map((term) => ({ source: printText(term), term })) });
    this.byKey.set(key, name);
    this.declare(name);
    return symbol(name);
  }

  private atom(value: Extract<Term, { kind: 'call' }>): Term {
    const [inner, shape = zero] = value.args;
    if ((value.name !== 'deformed_log' && value.name !== 'ln') || !inner || this.depends(shape)) {
      return refuse(
        `${printText(value)} is no sum of monomials in the variables`,
        'the conditions',
        'use powers, logarithms and deformed logarithms',
      );
    }
    const argument = this.named(inner);
    const key = `${normalKey(normalise(argument, this.context))} | ${normalKey(normalise(shape, this.context))}`;
    const known = this.byKey.get(key);
    if (known !== undefined) return symbol(known);
    const name = this.fresh(this.atoms.length === 0 ? 'f' : `f_${this.atoms.length + 1}`);
    const edge = (argument.kind === 'symbol' && this.edges[argument.name]) || { edge: 'market-edge' };
    this.atoms.push({ name, argument, shape, ...edge });
    this.byKey.set(key, name);
    this.declare(name);
    return symbol(name);
  }

  /** ∂(monomial)/∂ln v as monomials. */
  derivative(monomial: Term, variable: string): readonly Part[] {
    const times = (name: string): Term | null => {
      const exponent = exponentOf(monomial, name, this.context);
      return isZeroRatio(exponent) ? null : ratioTerm(exponent);
    };
    const own = times(variable);
    const parts: Part[] = own ? [{ term: multiply(own, monomial), through: null }] : [];
    for (const { name, summands } of this.auxiliaries) {
      const exponent = times(name);
      if (!exponent) continue;
      const scale = multiply(exponent, divide(monomial, name));
      for (const { term } of summands) {
        const inner = this.derivative(term, variable);
        parts.push(...inner.map((part) => ({ ...part, term: multiply(scale, part.term) })));
      }
    }
    for (const { name, argument, shape } of this.atoms) {
      const exponent = times(name);
      if (!exponent) continue;
      const slope = multiply(exponent, divide(monomial, name), power(argument, negate(shape)));
      for (const part of this.derivative(argument, variable)) {
        parts.push({ term: multiply(slope, divide(part.term, argument)), through: name });
      }
    }
    return parts;
  }

  /** A sum of monomials, like ones collected, and what auxiliary equations make cancel cancelled. */
  reduced(terms: readonly Term[]): readonly Term[] {
    let normal = normalise(add(...terms), this.context);
    for (let next = this.cancelled(normal); next; next = this.cancelled(normal)) normal = next;
    return this.summands(normal);
  }

  /** The sum with one X s - Σ_{k≠j} X m_k replaced by X m_j, or null where there is none. */
  private cancelled(normal: Normal): Normal | null {
    const byFactors = new Map(normal.map((own) => [factorsKey(own.factors), own]));
    for (const own of normal) {
      for (const { name, summands } of this.auxiliaries) {
        const X = divide(normalTerm([own]), name);
        const products = summands.map(({ term }) => normalise(multiply(X, term), this.context)[0] as Summand);
        for (const [j, left] of products.entries()) {
          const others = products.filter((_, k) => k !== j);
          const against = others.map((other) => byFactors.get(factorsKey(other.factors)));
          const cancels = against.every(
            (found, k) =>
              found && isZeroRatio(addRatios(found.coefficient, (others[k] as Summand).coefficient)),
          );
          if (!cancels) continue;
          const rest = normal.filter((one) => one !== own && !against.includes(one));
          return normalise(add(normalTerm(rest), normalTerm([left])), this.context);
        }
      }
    }
    return null;
  }
}

/** dl(x, g) - dl(y, g) = y^-g dl(x/y, g): two deformed logarithms of one shape are one, with its edge where both agree. */
export function joinLogarithms(value: Term, depends: (part: Term) => boolean): Term {
  const { kind } = value;
  if (kind === 'number' || kind === 'symbol') return value;
  if (kind === 'sum' && value.terms.length === 2) {
    const [left, right] = value.terms.map(readLogarithm);
    if (left && right && left.sign !== right.sign && printText(left.shape) === printText(right.shape)) {
      const [plus, minus] = left.sign > 0 ? [left, right] : [right, left];
      if (depends(plus.argument) && !depends(minus.argument)) {
        const ratio = divide(plus.argument, minus.argument);
        return multiply(power(minus.argument, negate(plus.shape)), call('deformed_log', ratio, plus.shape));
      }
    }
  }
  return mapParts(value, (part) => joinLogarithms(part, depends));
}

function readLogarithm(value: Term): { sign: number; argument: Term; shape: Term } | null {
  if (value.kind === 'product') {
    const [sign, inner, more] = value.factors;
    const isMinus = sign && isNumber(sign) && sign.value.num === -1n && sign.value.den === 1n;
    const found = isMinus && inner && !more ? readLogarithm(inner) : null;
    return found && { ...found, sign: -found.sign };
  }
  if (value.kind !== 'call' || value.name !== 'deformed_log') return null;
  const [argument, shape] = value.args;
  return argument && shape ? { sign: 1, argument, shape } : null;
}
