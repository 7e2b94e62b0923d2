/**
 * The conditions of a problem as linear equations in positive amounts, the monomials that stand in them. Amounts that differ
 * by a price alone share a letter, and the price has one of its own. Solved for as many amounts as there are equations, what
 * is left may take any positive values that keep the others positive.
 */
import type { System } from '../../economics/lagrangian.ts';
import type { Context, Fact } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { type Base, type Factor, factorsKey, type Summand } from '../../kernel/normal/data.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { normalTerm, ratioTerm } from '../../kernel/normal/to-term.ts';
import { printText } from '../../kernel/print-text.ts';
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratioInteger,
  symbolRatio,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { shapeRatio, signOfRatio } from '../../kernel/shape.ts';
import { signOf } from '../../kernel/sign.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../../kernel/symbols.ts';
import { add, multiply, power, symbol, symbolsOf, type Term } from '../../kernel/term.ts';
import { derivativeOfRatio } from '../statics/polynomials.ts';

/** A monomial of the conditions under a letter. */
export interface Amount {
  readonly factors: readonly Factor[];
  /** In the letters that are left. */
  value: Ratio;
}

/** f = deformed_log(y, g) in the conditions, φ = d ln f/d ln y and θ = -d ln f/dg. */
export interface Logarithm {
  readonly name: string;
  readonly argument: Summand;
  readonly shape: Ratio;
  readonly phi: string;
  readonly theta: string;
}

/** Σ weight · amount. */
type Row = readonly { readonly weight: Ratio; readonly amount: Amount }[];

export const letterDeclaration = (
  name: string,
  tex: string,
  meaning: string,
  domain = POSITIVE,
): Declaration => ({
  name,
  tex,
  meaning,
  unit: '1',
  domain,
  role: 'shape',
  source: 'comparative statics',
});

const noStatics = (what: string, would: string): never => refuse(what, 'comparative statics', would);

const symbolsIn = (base: Base): readonly string[] =>
  symbolsOf(normalTerm([{ coefficient: ONE_RATIO, factors: [{ base, exponent: ONE_RATIO }] }]));

/** The logarithm of a base as a letter. */
function logarithmIn(base: Base): Ratio {
  const [only, more] = symbolsIn(base);
  const isPlain = base.kind === 'symbol' || (base.kind === 'polynomial' && base.value.length === 1);
  return isPlain && only !== undefined && more === undefined
    ? symbolRatio(logarithmOf(only))
    : noStatics('a number or a sum under a power that moves', 'write it as a letter');
}

/** d ln(base)/d ln(symbol), or for a shape parameter d ln(base)/d(parameter). */
function pushOfBase(base: Base, name: string, isShape: boolean): Ratio {
  if (base.kind === 'symbol') return !isShape && base.name === name ? ONE_RATIO : ZERO_RATIO;
  if (base.kind === 'prime') return ZERO_RATIO;
  if (base.kind === 'polynomial') {
    const value: Ratio = { num: base.value, den: ONE_RATIO.num };
    return isShape ? divideRatios(derivativeOfRatio(value, name), value) : ZERO_RATIO;
  }
  return symbolsIn(base).includes(name)
    ? noStatics('a sum under a power or a function of what moves', 'state the problem in products of powers')
    : ZERO_RATIO;
}

/**
 * d ln(monomial)/d ln(symbol), or for a shape parameter d ln(monomial)/d(parameter), in which logarithms are letters. An atom
 * moves by its elasticities in its argument and in its shape.
 */
export function pushOf(
  factors: readonly Factor[],
  name: string,
  context: Context,
  atoms: readonly Logarithm[] = [],
): Ratio {
  const isShape = context.symbols.get(name)?.role === 'shape';
  return factors.reduce((sum, { base, exponent }) => {
    const atom = base.kind === 'symbol' ? atoms.find((one) => one.name === base.name) : undefined;
    if (atom) return addRatios(sum, multiplyRatios(exponent, pushOfLogarithm(atom, name, context)));
    const direct = multiplyRatios(exponent, pushOfBase(base, name, isShape));
    const slope = isShape ? derivativeOfRatio(exponent, name) : ZERO_RATIO;
    const through = isZeroRatio(slope) ? ZERO_RATIO : multiplyRatios(slope, logarithmIn(base));
    return addRatios(sum, addRatios(direct, through));
  }, ZERO_RATIO);
}

/** How a deformed logarithm f(y, g) moves: by φ d ln y less θ dg, φ = y^-g/f. */
function pushOfLogarithm({ phi, theta, argument, shape }: Logarithm, name: string, context: Context): Ratio {
  const isShape = context.symbols.get(name)?.role === 'shape';
  const through = multiplyRatios(
    symbolRatio(phi),
    addRatios(
      pushOf(argument.factors, name, context),
      isShape ? relative(argument.coefficient, name) : ZERO_RATIO,
    ),
  );
  const slope = isShape ? derivativeOfRatio(shape, name) : ZERO_RATIO;
  return addRatios(through, negateRatio(multiplyRatios(symbolRatio(theta), slope)));
}

const relative = (weight: Ratio, name: string): Ratio =>
  divideRatios(derivativeOfRatio(weight, name), weight);

/** Logarithms in the conditions, each with the letters of its elasticities. */
function logarithmsIn({ conditions: { atoms, context } }: System): readonly Logarithm[] {
  return atoms.map(({ name, argument, shape }) => {
    const [only, more] = normalise(argument, context);
    const power = shapeRatio(shape, context);
    return !only ||
      more ||
      !power ||
      symbolsOf(argument).some((own) => atoms.some((atom) => atom.name === own))
      ? noStatics(
          'a logarithm of no product of powers stands in the conditions',
          'write it as a logarithm of one',
        )
      : { name, argument: only, shape: power, phi: `phi_${name}`, theta: `theta_${name}` };
  });
}

/** What is known of elasticities: they are positive, and 1 = y^-g (1 + g/φ) where f = (1 - y^-g)/g. */
const factsOf = (atoms: readonly Logarithm[]): readonly Fact[] =>
  atoms.map(({ phi, shape }) => ({
    term: add(symbol(phi), ratioTerm(shape)),
    is: 'positive',
    because: 'what is gained is positive',
  }));

export const logarithmOf = (name: string): string => `ln_${name}`;

/** The letter of a multiplier. */
const priceLetter = (name: string): string => `price_${name}`;

export class Amounts {
  readonly list: Amount[] = [];
  readonly rows: readonly { readonly name: string; readonly row: Row }[];
  /** Letters left after the equations are solved. */
  readonly free: readonly string[];
  readonly context: Context;
  /** Letters of amounts by the monomial, prices left out. */
  private readonly letters = new Map<string, { readonly name: string; readonly term: Term }>();
  private readonly prices: readonly string[];
  readonly logarithms: readonly Logarithm[];
  private readonly given: Context;

  /** `sums` are quantities whose summands are to be amounts too. */
  constructor(system: System, sums: readonly Term[]) {
    const { conditions } = system;
    this.given = conditions.context;
    if (conditions.auxiliaries.length > 0)
      noStatics(
        'a sum under a power stands in the conditions',
        'state the problem in sums of products of powers and of logarithms',
      );
    this.logarithms = logarithmsIn(system);
    const { given } = this;
    this.prices = conditions.multipliers;
    this.rows = conditions.equations.map(({ name, summands }) => ({
      name,
      row: this.rowOf(add(...summands.map(({ term }) => term))),
    }));
    for (const sum of sums) this.rowOf(sum);
    const declared = [
      ...this.logarithms.flatMap(({ name, phi, theta }) => [
        letterDeclaration(
          phi,
          `\\varphi_{${name}}`,
          `how ${name} moves with its argument, d ln ${name} / d ln`,
        ),
        letterDeclaration(theta, `\\theta_{${name}}`, `what ${name} loses to a larger shape, - d ln ${name}`),
      ]),
      ...this.prices
        .map((name) => given.symbols.get(name))
        .flatMap((own) => (own ? [letterDeclaration(priceLetter(own.name), own.tex, own.meaning)] : [])),
      ...[...this.letters.values()].map(({ name, term }, i) =>
        letterDeclaration(name, `P_{${i + 1}}`, printText(term)),
      ),
      ...[...given.symbols.values()].map(({ name, tex }) =>
        letterDeclaration(logarithmOf(name), `\\ln ${tex}`, `logarithm of ${name}`, {}),
      ),
    ];
    this.context = {
      facts: [...given.facts, ...factsOf(this.logarithms)],
      symbols: joinTables(given.symbols, symbolTable(...declared)),
    };
    this.free = this.solve();
  }

  /** The amount of these factors, a new one where there is none yet. */
  amount(factors: readonly Factor[]): Amount {
    const key = factorsKey(factors);
    const found = this.list.find((one) => factorsKey(one.factors) === key);
    if (found) return found;
    const term = normalTerm([{ coefficient: ONE_RATIO, factors }]);
    if (signOf(term, this.given) !== 'positive') {
      refuse(
        `${printText(term)} is not known to be positive`,
        'comparative statics',
        'declare its letters positive',
      );
    }
    const isPrice = ({ base }: Factor): boolean => base.kind === 'symbol' && this.prices.includes(base.name);
    const price = factors.filter(isPrice).reduce((product, { base, exponent }) => {
      const whole = ratioInteger(exponent);
      if (whole === null || base.kind !== 'symbol')
        return refuse('a multiplier under a power', 'comparative statics', 'state the constraint otherwise');
      return multiplyRatios(product, powerRatio(symbolRatio(priceLetter(base.name)), whole));
    }, ONE_RATIO);
    const plain = this.withoutLogarithms(factors.filter((factor) => !isPrice(factor)));
    const made: Amount = {
      factors,
      value: multiplyRatios(multiplyRatios(price, plain.times), symbolRatio(this.letter(plain.factors))),
    };
    this.list.push(made);
    return made;
  }

  /** f written as y^-g/φ, so that amounts that differ by a logarithm and its slope share a letter. */
  private withoutLogarithms(factors: readonly Factor[]): {
    readonly factors: readonly Factor[];
    readonly times: Ratio;
  } {
    return this.logarithms.reduce<{ readonly factors: readonly Factor[]; readonly times: Ratio }>(
      (sofar, { name, argument, shape, phi }) => {
        const own = sofar.factors.find(({ base }) => base.kind === 'symbol' && base.name === name);
        if (!own) return sofar;
        const whole = ratioInteger(own.exponent);
        if (whole === null)
          return noStatics(
            'a power of a logarithm stands in the conditions',
            'write the power into the logarithm',
          );
        const rest = normalTerm([
          { coefficient: ONE_RATIO, factors: sofar.factors.filter((one) => one !== own) },
        ]);
        const slope = power(
          normalTerm([argument]),
          ratioTerm(multiplyRatios(negateRatio(shape), own.exponent)),
        );
        const [made] = normalise(multiply(rest, slope), this.given);
        if (!made) return sofar;
        const times = multiplyRatios(made.coefficient, powerRatio(symbolRatio(phi), -whole));
        return { factors: made.factors, times: multiplyRatios(sofar.times, times) };
      },
      { factors, times: ONE_RATIO },
    );
  }

  private letter(factors: readonly Factor[]): string {
    const key = factorsKey(factors);
    const known = this.letters.get(key);
    if (known) return known.name;
    const name = `amount_${this.letters.size + 1}`;
    this.letters.set(key, { name, term: normalTerm([{ coefficient: ONE_RATIO, factors }]) });
    return name;
  }

  /** What the letters left stand for. */
  get left(): readonly { readonly name: string; readonly term: Term }[] {
    return [...this.letters.values()].filter(({ name }) => this.free.includes(name));
  }

  private rowOf(value: Term): Row {
    return normalise(value, this.given).map(({ coefficient, factors }: Summand) => ({
      weight: coefficient,
      amount: this.amount(factors),
    }));
  }

  private signOf(x: Ratio): 1 | -1 | 0 | null {
    const sign = signOfRatio(x, this.context);
    return sign === 'positive' ? 1 : sign === 'negative' ? -1 : sign === 'zero' ? 0 : null;
  }

  /** Each equation solved for an amount that is a positive sum of others, where there is one. */
  private solve(): readonly string[] {
    const solved = new Set<string>();
    const names = [...this.letters.values()].map(({ name }) => name);
    for (const { row } of this.rows) {
      const weights = new Map<string, Ratio>();
      for (const { weight, amount } of row) {
        // Every amount is linear in the letters left, with prices in the coefficients.
        for (const letter of names.filter((one) => !solved.has(one))) {
          const part = multiplyRatios(weight, derivativeOfRatio(amount.value, letter));
          if (!isZeroRatio(part)) weights.set(letter, addRatios(weights.get(letter) ?? ZERO_RATIO, part));
        }
      }
      const all = [...weights].filter(([, weight]) => !isZeroRatio(weight));
      const signs = all.map(([, weight]) => this.signOf(weight));
      const lone = all.findIndex(
        (_, i) => signs[i] && signs.every((sign, j) => i === j || sign === -(signs[i] ?? 0)),
      );
      const known = lone >= 0 ? lone : signs.findIndex((sign) => sign !== null && sign !== 0);
      const pivot = all[known];
      if (!pivot) continue;
      const [letter, lead] = pivot;
      const others = all.filter((_, i) => i !== known);
      const value = others.reduce(
        (sum, [name, weight]) =>
          addRatios(sum, multiplyRatios(negateRatio(divideRatios(weight, lead)), symbolRatio(name))),
        ZERO_RATIO,
      );
      solved.add(letter);
      for (const amount of this.list) amount.value = put(amount.value, letter, value);
    }
    return names.filter((name) => !solved.has(name));
  }
}

/** A value linear in the letter, with another value in its place. */
function put(x: Ratio, letter: string, value: Ratio): Ratio {
  const slope = derivativeOfRatio(x, letter);
  if (isZeroRatio(slope)) return x;
  const rest = addRatios(x, negateRatio(multiplyRatios(slope, symbolRatio(letter))));
  return addRatios(rest, multiplyRatios(slope, value));
}
