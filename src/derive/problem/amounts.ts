/**
 * The conditions of a problem as linear equations in positive amounts, the monomials that stand in them. Amounts that differ
 * by a price alone share a letter, and the price has one of its own. Solved for as many amounts as there are equations, what
 * is left may take any positive values that keep the others positive.
 */
import type { System } from '../../economics/lagrangian.ts';
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { type Factor, factorsKey, type Summand } from '../../kernel/normal/data.ts';
import { normalise } from '../../kernel/normal/normalise.ts';
import { normalTerm } from '../../kernel/normal/to-term.ts';
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
import { signOfRatio } from '../../kernel/shape.ts';
import { signOf } from '../../kernel/sign.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../../kernel/symbols.ts';
import { add, type Term } from '../../kernel/term.ts';
import { derivativeOfRatio } from '../statics/polynomials.ts';

/** A monomial of the conditions under a letter. */
export interface Amount {
  readonly factors: readonly Factor[];
  /** In the letters that are left. */
  value: Ratio;
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

/** d ln(monomial)/d ln(symbol), or for a shape parameter d ln(monomial)/d(parameter), in which logarithms are letters. */
export function pushOf(factors: readonly Factor[], name: string, context: Context): Ratio {
  const isShape = context.symbols.get(name)?.role === 'shape';
  return factors.reduce((sum, { base, exponent }) => {
    if (!isShape) return base.kind === 'symbol' && base.name === name ? addRatios(sum, exponent) : sum;
    const slope = derivativeOfRatio(exponent, name);
    if (isZeroRatio(slope)) return sum;
    const log =
      base.kind === 'symbol'
        ? symbolRatio(logarithmOf(base.name))
        : refuse('a number under a power that moves', 'comparative statics', 'write it as a letter');
    return addRatios(sum, multiplyRatios(slope, log));
  }, ZERO_RATIO);
}

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

  /** `sums` are quantities whose summands are to be amounts too. */
  constructor(
    { conditions }: System,
    private readonly given: Context,
    sums: readonly Term[],
  ) {
    if (conditions.auxiliaries.length > 0 || conditions.atoms.length > 0) {
      refuse(
        'a sum under a power or a logarithm stands in the conditions',
        'comparative statics',
        'state the problem in sums of products of powers',
      );
    }
    this.prices = conditions.multipliers;
    this.rows = conditions.equations.map(({ name, summands }) => ({
      name,
      row: this.rowOf(add(...summands.map(({ term }) => term))),
    }));
    for (const sum of sums) this.rowOf(sum);
    const plain = [...given.symbols.values()].filter(({ role }) => role !== 'shape');
    const declared = [
      ...this.prices
        .map((name) => given.symbols.get(name))
        .flatMap((own) => (own ? [letterDeclaration(priceLetter(own.name), own.tex, own.meaning)] : [])),
      ...[...this.letters.values()].map(({ name, term }, i) =>
        letterDeclaration(name, `P_{${i + 1}}`, printText(term)),
      ),
      ...plain.map(({ name, tex }) =>
        letterDeclaration(logarithmOf(name), `\\ln ${tex}`, `logarithm of ${name}`, {}),
      ),
    ];
    this.context = { facts: given.facts, symbols: joinTables(given.symbols, symbolTable(...declared)) };
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
    const made: Amount = {
      factors,
      value: multiplyRatios(price, symbolRatio(this.letter(factors.filter((factor) => !isPrice(factor))))),
    };
    this.list.push(made);
    return made;
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
