/**
 * Terms as rational functions of a few positive letters, closed under differentiation. Every positive term is a value in
 * the letters times powers of symbols; its logarithmic derivative is again a value in the letters:
 *
 *   d ln(Π g^e) = Σ e d ln g + Σ de ln g          powers
 *   d ln(Σ T_i) = Σ (T_i/T) d ln T_i              sums, with a letter T_i/T_k for what is no value yet
 *   d ln f      = φ d ln x - θ dγ                 f = ∫_1^x s^-(1+γ) ds, φ = x^-γ/f, θ = -∂ ln f/∂γ, f = 1/(φ + γ)
 *   d exp(u)    = exp(u) du
 *
 * A letter is defined by a positive term, so its own derivative is the letter times the term's logarithmic derivative, and
 * derivatives of any order stay rational. Values are exact; nothing is approximated or solved.
 */
import type { Context } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/issues.ts';
import { ratioTerm } from '../../kernel/normal/to-term.ts';
import { type Polynomial, polynomialKey, polynomialSymbols } from '../../kernel/polynomial.ts';
import {
  addRatios,
  constantRatio,
  divideRatios,
  equalRatios,
  integerRatio,
  isZeroRatio,
  leadingSign,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratio,
  ratioInteger,
  ratioKey,
  subtractRatios,
  symbolRatio,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { isShape, shapeRatio } from '../../kernel/shape.ts';
import { add, call, divide, ln, mapParts, multiply, power, symbol, type Term } from '../../kernel/term.ts';
import type { Adoption, Generator, Letter, Mover, Split } from './letter.ts';
import { derivativeOfRatio } from './polynomials.ts';

const UNIT: Split = { value: ONE_RATIO, powers: new Map() };
const where = 'comparative statics';

const total = (all: readonly Ratio[]): Ratio => all.reduce(addRatios, ZERO_RATIO);

export class Ring {
  readonly letters = new Map<string, Letter>();
  readonly adoptions: Adoption[] = [];
  /** Letters exp(u), each with u. */
  readonly exponentials: { readonly name: string; readonly exponent: Ratio }[] = [];
  /** Values of sums of mixed signs that stand as factors of positive terms, and are positive for that reason. */
  readonly positive: Ratio[] = [];
  readonly context: Context;
  private readonly generators = new Map<string, Generator>();
  private readonly named = new Map<string, string>();
  private readonly splits = new WeakMap<Term, Split>();
  constructor(context: Context) {
    this.context = context;
  }

  /** @throws OptimandError where the term is made of something that has no place here. */
  split(term: Term): Split {
    const known = this.splits.get(term);
    if (known) return known;
    const made = this.findSplit(term);
    this.splits.set(term, made);
    return made;
  }

  private findSplit(term: Term): Split {
    const shape = shapeRatio(term, this.context);
    if (shape) return { value: shape, powers: new Map() };
    switch (term.kind) {
      case 'number':
        return { value: constantRatio(term.value), powers: new Map() };
      case 'symbol':
        return { value: ONE_RATIO, powers: new Map([[this.symbolGenerator(term.name), ONE_RATIO]]) };
      case 'product':
        return term.factors.reduce((all, factor) => this.product(all, this.split(factor)), UNIT);
      case 'power':
        return this.splitPower(term.base, term.exponent);
      case 'sum':
        return this.splitSum(term.terms);
      case 'call':
        return this.splitCall(term);
    }
  }

  private product(x: Split, y: Split): Split {
    const powers = new Map(x.powers);
    for (const [key, exponent] of y.powers) {
      const joined = addRatios(powers.get(key) ?? ZERO_RATIO, exponent);
      if (isZeroRatio(joined)) powers.delete(key);
      else powers.set(key, joined);
    }
    return { value: multiplyRatios(x.value, y.value), powers };
  }

  private raised({ value, powers }: Split, exponent: Ratio): Split {
    const scaled = new Map([...powers].map(([key, e]) => [key, multiplyRatios(e, exponent)]));
    if (equalRatios(value, ONE_RATIO)) return { value, powers: scaled };
    const whole = ratioInteger(exponent);
    if (whole !== null) return { value: powerRatio(value, whole), powers: scaled };
    const key = this.valueGenerator(value);
    return { value: ONE_RATIO, powers: scaled.set(key, exponent) };
  }

  private splitPower(base: Term, exponent: Term): Split {
    const value = shapeRatio(exponent, this.context);
    if (!value) return refuse('an exponent that is no shape parameter', where, 'use shapes in exponents');
    return this.raised(this.split(base), value);
  }

  /** The sum in units of its simplest summand; what is then no value yet becomes a letter. */
  private splitSum(terms: readonly Term[]): Split {
    const all = terms.map((part) => this.split(part));
    const [unit = UNIT] = [...all].sort((x, y) => x.powers.size - y.powers.size);
    const inverse: Split = this.raised({ value: ONE_RATIO, powers: unit.powers }, integerRatio(-1));
    const values = all.map((part) => {
      const { value, powers } = this.product(part, inverse);
      return powers.size === 0 ? value : multiplyRatios(value, this.letterOf(powers));
    });
    const value = this.note(total(values));
    if (isZeroRatio(value)) return { value, powers: new Map() };
    return { value, powers: unit.powers };
  }

  private splitCall(term: Term): Split {
    if (term.kind !== 'call') return this.split(term);
    if (term.name === 'deformed_log') return { value: this.adoption(term), powers: new Map() };
    if (term.name === 'ln') return this.splitCall(call('deformed_log', term.args[0] as Term, 0));
    if (term.name === 'exp') return this.exponential(term);
    return refuse(`the function ${term.name} has no letters`, where, 'see which blocks are covered');
  }

  private exponential(term: Extract<Term, { kind: 'call' }>): Split {
    const split = this.split(term.args[0] as Term);
    if (isZeroRatio(split.value)) return UNIT;
    const value =
      split.powers.size === 0 ? split.value : multiplyRatios(split.value, this.letterOf(split.powers));
    const name = this.name(`exp:${ratioKey(value)}`, 'y', {
      definition: term,
      kind: 'value',
      slope: (by) => this.derivative(value, by),
    });
    if (!this.exponentials.some((one) => one.name === name))
      this.exponentials.push({ name, exponent: value });
    return { value: symbolRatio(name), powers: new Map() };
  }

  /** f = 1/(φ + γ), with the letters φ and θ of this argument. */
  private adoption(term: Extract<Term, { kind: 'call' }>): Ratio {
    const [argument, shape] = term.args as readonly [Term, Term];
    const g = shapeRatio(shape, this.context);
    if (!g) return refuse('adoption has a shape that is no shape parameter', where, 'use a shape');
    const key = `adoption:${this.keyOf(this.split(argument))}|${ratioKey(g)}`;
    const rest = (by: Mover): Ratio => derivativeOfRatio(g, by.name);
    const theta = this.name(`thinning:${key}`, 'theta', {
      definition: term,
      kind: 'thinning',
      slope: () => refuse('a second derivative in the shape of adoption', where, 'differentiate it once'),
    });
    const phi: string = this.name(key, 'phi', {
      definition: multiply(power(argument, multiply(-1, shape)), power(term, -1)),
      kind: 'elasticity',
      slope: (by) => {
        const x = this.slope(argument, by);
        const whole = addRatios(symbolRatio(phi), g);
        const inQuality = negateRatio(multiplyRatios(whole, x));
        if (isZeroRatio(rest(by))) return inQuality;
        // φ ln x = 1 - γ θ, by parts, so that the logarithm of quality does not enter.
        const bent = subtractRatios(multiplyRatios(whole, symbolRatio(theta)), ONE_RATIO);
        return addRatios(inQuality, multiplyRatios(rest(by), divideRatios(bent, symbolRatio(phi))));
      },
    });
    if (!this.adoptions.some((one) => one.phi === phi))
      this.adoptions.push({ phi, theta, argument, shape: g });
    return divideRatios(ONE_RATIO, addRatios(symbolRatio(phi), g));
  }

  private keyOf({ value, powers }: Split): string {
    const factors = [...powers].map(([key, e]) => `${key}^(${ratioKey(e)})`).sort();
    return `${ratioKey(value)}·${factors.join('·')}`;
  }

  private symbolGenerator(name: string): string {
    const slope = (by: Mover): Ratio => {
      const followed = by.follow[name];
      if (followed && name !== by.name) return this.slope(followed, by);
      return name === by.name ? ONE_RATIO : ZERO_RATIO;
    };
    if (!this.generators.has(name)) this.generators.set(name, { term: symbol(name), slope });
    return name;
  }

  private valueGenerator(value: Ratio): string {
    const key = `value:${ratioKey(value)}`;
    const slope = (by: Mover): Ratio => divideRatios(this.derivative(value, by), value);
    if (!this.generators.has(key)) this.generators.set(key, { term: this.term(value), slope, value });
    return key;
  }

  /** The letter of a product of powers of generators. */
  private letterOf(powers: ReadonlyMap<string, Ratio>): Ratio {
    const [only] = powers;
    if (powers.size === 1 && only && leadingSign(only[1]) < 0)
      return divideRatios(ONE_RATIO, this.letterOf(new Map([[only[0], negateRatio(only[1])]])));
    const definition = this.termOf({ value: ONE_RATIO, powers });
    const isSymbol = powers.size === 1 && only && equalRatios(only[1], ONE_RATIO);
    const inverse = this.raised({ value: ONE_RATIO, powers }, integerRatio(-1));
    const other = this.named.get(this.keyOf(inverse));
    if (other) return divideRatios(ONE_RATIO, symbolRatio(other));
    const slope = (by: Mover): Ratio => this.slopeOf({ value: ONE_RATIO, powers }, by);
    const key = this.keyOf({ value: ONE_RATIO, powers });
    const letter = { definition, kind: 'ratio', slope } as const;
    return symbolRatio(this.name(key, isSymbol ? (only?.[0] ?? 'o') : 'o', letter));
  }

  /** The name of a letter by what it stands for; one that is met again keeps its name. */
  private name(key: string, wish: string, letter: Omit<Letter, 'name'>): string {
    const known = this.named.get(key);
    if (known) return known;
    let name = wish;
    const isTaken = (wished: string): boolean =>
      this.letters.has(wished) || (this.context.symbols.has(wished) && letter.definition.kind !== 'symbol');
    for (let i = 2; isTaken(name); i++) name = `${wish}_${i}`;
    this.named.set(key, name);
    this.letters.set(name, { ...letter, name });
    return name;
  }

  /** A positive term of the model as a multiple of a letter that has its powers. */
  dollars(wish: string, term: Term): Ratio {
    const { value, powers } = this.split(term);
    const key = `dollars:${this.keyOf({ value: ONE_RATIO, powers })}`;
    const known = this.named.get(key);
    const first = known ? this.worths.get(known) : undefined;
    if (known && first) return multiplyRatios(symbolRatio(known), divideRatios(value, first));
    const slope = (by: Mover): Ratio => this.slope(term, by);
    const name = this.name(key, wish, { definition: term, kind: 'dollars', slope });
    this.worths.set(name, value);
    return symbolRatio(name);
  }
  private readonly worths = new Map<string, Ratio>();

  /** d ln(term), per ln of a quantity and per unit of a shape. */
  slope(term: Term, by: Mover): Ratio {
    return this.slopeOf(this.split(term), by);
  }

  private slopeOf({ value, powers }: Split, by: Mover): Ratio {
    const parts = [...powers].flatMap(([key, exponent]) => {
      const own = (this.generators.get(key) as Generator).slope(by);
      const bent = isShape(by.name, this.context) ? derivativeOfRatio(exponent, by.name) : ZERO_RATIO;
      const log = isZeroRatio(bent) ? ZERO_RATIO : multiplyRatios(bent, this.logOfGenerator(key));
      return [multiplyRatios(exponent, own), log];
    });
    const inValue = this.derivative(value, by);
    return total([...parts, isZeroRatio(inValue) ? ZERO_RATIO : divideRatios(inValue, value)]);
  }

  /** d(value). */
  derivative(value: Ratio, by: Mover): Ratio {
    const names = [...new Set([...polynomialSymbols(value.num), ...polynomialSymbols(value.den)])];
    const parts = names.map((name) => {
      const letter = this.letters.get(name);
      const partial = derivativeOfRatio(value, name);
      if (!letter) return name === by.name ? partial : ZERO_RATIO;
      const slope = letter.slope(by);
      return isZeroRatio(slope)
        ? ZERO_RATIO
        : multiplyRatios(partial, multiplyRatios(symbolRatio(name), slope));
    });
    return total(parts);
  }

  /** Divisors and sums that stand in values: candidates for factors without a sign of their own. */
  sums(): readonly Polynomial[] {
    return [...this.seenSums.values()];
  }
  private readonly seenSums = new Map<string, Polynomial>();
  private note(value: Ratio): Ratio {
    for (const part of [value.num, value.den]) this.seenSums.set(polynomialKey(part), part);
    return value;
  }

  /** Logarithms of values, by what they are the logarithms of. */
  valueLogarithms(): readonly { readonly name: string; readonly value: Ratio }[] {
    return this.logsOfValues;
  }
  private readonly logsOfValues: { readonly name: string; readonly value: Ratio }[] = [];

  /** Values of the dollar amounts, which are positive since the amounts are. */
  worthsOfDollars(): readonly Ratio[] {
    return [...this.worths.values()];
  }

  /** Letters that may have either sign. */
  readonly open = new Set<string>();
  /** Logarithms of sums that exceed one. */
  private readonly aboveOne = new Set<string>();

  /** A logarithm with a name of its own. */
  logarithmLetter(name: string, definition: Term, isPositive: boolean): Ratio {
    const slope = (): Ratio => refuse('a second derivative in an exponent', where, 'differentiate it once');
    if (!this.letters.has(name)) this.letters.set(name, { name, definition, kind: 'logarithm', slope });
    if (!isPositive) this.open.add(name);
    return symbolRatio(name);
  }

  /** For each sum 1 + o whose logarithm is used: ln o = ln(1 + o) - ln((1 + o)/o), both of which are positive. */
  shareLogarithms(): readonly Ratio[] {
    return [...this.letters.values()].flatMap((letter): Ratio[] => {
      const sum = addRatios(ONE_RATIO, symbolRatio(letter.name));
      const key = `value:${ratioKey(sum)}`;
      if (letter.kind !== 'ratio' || !this.named.has(`ln:${key}`)) return [];
      const whole = this.logOfGenerator(key);
      const [wholeName = ''] = polynomialSymbols(whole.num);
      this.aboveOne.add(wholeName);
      this.open.delete(wholeName);
      const other = this.logarithmLetter(
        `${polynomialSymbols(whole.num)[0]}_o`,
        ln(divide(add(1, letter.definition), letter.definition)),
        true,
      );
      this.logsOfValues.push({
        name: polynomialSymbols(other.num)[0] ?? '',
        value: divideRatios(sum, symbolRatio(letter.name)),
      });
      return [subtractRatios(this.logarithm(letter.definition), subtractRatios(whole, other))];
    });
  }

  /** ln(term) as a sum of logarithms of generators. */
  logarithm(term: Term): Ratio {
    const { value, powers } = this.split(term);
    const parts = [...powers].map(([key, e]) => multiplyRatios(e, this.logOfGenerator(key)));
    const own = equalRatios(value, ONE_RATIO) ? [] : [this.logOfGenerator(this.valueGenerator(value))];
    return total([...parts, ...own]);
  }

  private logOfGenerator(key: string): Ratio {
    const { term, value } = this.generators.get(key) as Generator;
    const wish = term.kind === 'symbol' ? `ln_${term.name}` : 'ln_x';
    const slope = (): Ratio => refuse('a second derivative in an exponent', where, 'differentiate it once');
    const name = this.name(`ln:${key}`, wish, { definition: ln(term), kind: 'logarithm', slope });
    if (value && !this.logsOfValues.some((one) => one.name === name)) this.logsOfValues.push({ name, value });
    if (!this.aboveOne.has(name) && !this.isAboveOne(term)) this.open.add(name);
    return symbolRatio(name);
  }

  /** Counts of parameters and tokens exceed one, and so does what its domain says. */
  private isAboveOne(term: Term): boolean {
    const declared = term.kind === 'symbol' ? this.context.symbols.get(term.name) : undefined;
    const lower = declared?.domain.lower?.at;
    return (
      declared?.unit === 'token' || declared?.unit === 'parameter' || (!!lower && lower.num >= lower.den)
    );
  }

  /** A value as a term of the model: letters by what they stand for. */
  term(value: Ratio): Term {
    const replace = (p: Polynomial): Polynomial => p;
    const shown = ratioTerm(ratio(replace(value.num), replace(value.den)));
    return this.opened(shown);
  }

  private termOf({ value, powers }: Split): Term {
    const factors = [...powers].map(([key, e]) =>
      power((this.generators.get(key) as Generator).term, ratioTerm(e)),
    );
    return multiply(this.term(value), ...factors);
  }

  private opened(term: Term): Term {
    const letter = term.kind === 'symbol' ? this.letters.get(term.name) : undefined;
    if (letter && letter.definition.kind !== 'symbol') return letter.definition;
    return term.kind === 'symbol' ? term : mapParts(term, (part) => this.opened(part));
  }
}
