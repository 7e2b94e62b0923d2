/**
 * Units of terms, from the units of declared symbols: a product of powers of the base units, whose exponents may be
 * rational functions of the shape parameters (parameter^(-alpha)). A sum of unlike units is an error that names the summand.
 */
import { expandAbbreviations } from './abbreviations.ts';
import type { Context } from './facts.ts';
import { fail, refuse } from './issues.ts';
import { type Normal, normalKey, ONE_NORMAL } from './normal/data.ts';
import { multiplyNormals } from './normal/multiply.ts';
import { normalise } from './normal/normalise.ts';
import { powerNormal } from './normal/power.ts';
import { normalTerm } from './normal/to-term.ts';
import { parse } from './parse.ts';
import { printText } from './print-text.ts';
import { isOneRatio, negateRatio, ONE_RATIO, type Ratio } from './ratio.ts';
import { rationalText } from './rational.ts';
import { shapeRatio } from './shape.ts';
import { type Declaration, joinTables, POSITIVE, type SymbolTable, symbolTable } from './symbols.ts';
import { isZeroTerm, multiply, type Term } from './term.ts';

export const BASE_UNITS = [
  'parameter',
  'token',
  'flop',
  'dollar',
  'second',
  'hour',
  'year',
  'kilowatt',
  'chip',
] as const;

/** The unit of a quantity of which none is said: it may be any. */
export const UNDECLARED = 'undeclared';

const base = (name: string): Declaration => ({
  name,
  tex: `\\mathrm{${name}}`,
  meaning: 'base unit',
  unit: name,
  domain: POSITIVE,
  role: 'quantity',
  source: 'definition',
});

const BASES = symbolTable(...BASE_UNITS.map(base));

/** Units that bare numbers carry, by the number's size: the 6 of 6 n d is FLOP per parameter and token. */
export type Carried = Readonly<Record<string, string>>;

/** A unit is the normal form of a product of powers with coefficient 1. */
type Unit = Normal;

/** Names of shape parameters may stand in a unit's exponents; any other letter is a base unit. */
const unitContext = (context: Context, bases: SymbolTable = BASES): Context => ({
  symbols: joinTables(new Map([...context.symbols].filter(([, { role }]) => role === 'shape')), bases),
  facts: [],
});

/** The unit that a text names. @throws OptimandError where it is not a product of powers of base units. */
export function parseUnit(text: string, context: Context, bases: SymbolTable = BASES): Unit {
  const units = unitContext(context, bases);
  const unit = normalise(expandAbbreviations(parse(text, units.symbols), units.symbols), units);
  const [only] = unit;
  const isProduct =
    unit.length === 1 &&
    only &&
    isOneRatio(only.coefficient) &&
    only.factors.every(({ base }) => base.kind === 'symbol');
  return isProduct
    ? unit
    : refuse(
        `"${text}" is not a product of powers of ${[...bases.keys()].join(', ')}`,
        'a unit',
        'write it as one',
      );
}

const unitText = (unit: Unit): string => printText(normalTerm(unit));

/** How formulas are read of which not all is declared. */
interface Leniency {
  readonly bases: SymbolTable;
  /** Numbers that stand alone, and those that are not whole, may be measured ones, of any unit. */
  readonly numbersMayBeMeasured: boolean;
}

const STRICT: Leniency = { bases: BASES, numbersMayBeMeasured: false };

class UnitReader {
  private readonly context: Context;
  private readonly carried: Carried;
  private readonly leniency: Leniency;

  constructor(context: Context, carried: Carried, leniency: Leniency = STRICT) {
    this.context = context;
    this.carried = carried;
    this.leniency = leniency;
  }

  private parse(unit: string): Unit {
    return parseUnit(unit, this.context, this.leniency.bases);
  }

  /** The unit, or null for what may have any: zero, and what is not declared. */
  of(term: Term): Unit | null {
    switch (term.kind) {
      case 'number':
        return this.ofNumber(term);
      case 'symbol':
        return this.ofSymbol(term.name);
      case 'sum':
        return this.common(term.terms, term);
      case 'product':
        return term.factors.reduce<Unit | null>(
          (product, factor) => this.times(product, this.of(factor)),
          ONE_NORMAL,
        );
      case 'power':
        return this.ofPower(term.base, term.exponent);
      case 'call':
        return term.name === 'min' || term.name === 'max'
          ? this.common(term.args, term)
          : this.ofPlainCall(term.args, term);
    }
  }

  private times(x: Unit | null, y: Unit | null): Unit | null {
    return x && y && multiplyNormals(x, y);
  }

  private ofNumber(term: Extract<Term, { kind: 'number' }>): Unit | null {
    if (isZeroTerm(term)) return null;
    const unit = this.carried[rationalText(term.value).replace('-', '')];
    if (unit !== undefined) return this.parse(unit);
    return this.leniency.numbersMayBeMeasured && term.value.den !== 1n ? null : ONE_NORMAL;
  }

  private ofSymbol(name: string): Unit | null {
    const declaration = this.context.symbols.get(name);
    if (!declaration)
      return fail({
        code: 'unknown-symbol',
        name,
        known: [...this.context.symbols.keys()],
        suggestion: null,
      });
    if (declaration.unit === UNDECLARED) return null;
    return declaration.role === 'shape' ? ONE_NORMAL : this.parse(declaration.unit);
  }

  /** The one unit of all the parts. */
  private common(parts: readonly Term[], whole: Term): Unit | null {
    let [shared, first]: [Unit | null, Term | null] = [null, null];
    for (const part of parts) {
      const isMeasured = this.leniency.numbersMayBeMeasured && part.kind === 'number';
      const unit = isMeasured ? null : this.of(part);
      if (unit && first && shared && normalKey(unit) !== normalKey(shared)) {
        refuse(
          `${printText(part)} has the unit ${unitText(unit)}, but ${printText(first)} has ${unitText(shared)},`,
          printText(whole),
          'correct one of them',
        );
      }
      if (unit && !shared) [shared, first] = [unit, part];
    }
    return shared;
  }

  private ofPower(base: Term, exponent: Term): Unit | null {
    const unit = this.of(base);
    if (!unit || normalKey(unit) === normalKey(ONE_NORMAL)) return unit;
    const { symbols } = this.context;
    const e: Ratio | null = shapeRatio(expandAbbreviations(exponent, symbols), this.context);
    if (!e)
      return refuse(
        `the exponent ${printText(exponent)} of ${printText(base)}, which has the unit ${unitText(unit)}, is no shape`,
        'a unit',
        'make the base dimensionless',
      );
    return powerNormal(unit, e, unitContext(this.context, this.leniency.bases));
  }

  /** ln, exp and the other functions take and give numbers without unit. */
  private ofPlainCall(args: readonly Term[], whole: Term): Unit {
    for (const arg of args) {
      const unit = this.of(arg);
      if (unit && normalKey(unit) !== normalKey(ONE_NORMAL))
        refuse(
          `${printText(arg)} has the unit ${unitText(unit)}`,
          printText(whole),
          'make the argument dimensionless',
        );
    }
    return ONE_NORMAL;
  }
}

/**
 * The unit of a term as text, `1` where dimensionless.
 * @throws OptimandError that names the summand or argument whose unit does not fit.
 */
export function unitOf(term: Term, context: Context, carried: Carried = {}): string {
  return unitText(new UnitReader(context, carried).of(term) ?? ONE_NORMAL);
}

const inverseOf = (unit: Unit): Unit =>
  unit.map((s) => ({
    coefficient: ONE_RATIO,
    factors: s.factors.map((f) => ({ base: f.base, exponent: negateRatio(f.exponent) })),
  }));

const areSame = (left: Unit, right: Unit): boolean =>
  normalKey(multiplyNormals(left, inverseOf(right))) === normalKey(ONE_NORMAL);

/** Whether the two units are one, whatever the order in which they are written. */
export const sameUnit = (left: string, right: string, context: Context): boolean =>
  areSame(parseUnit(left, context), parseUnit(right, context));

/** Units of formulas of which not all is declared, in base units of one's own besides. */
export interface Units {
  /** @throws OptimandError where the text is no unit. */
  readonly check: (unit: string) => void;
  /** The unit of a term; null where it may have any. @throws OptimandError that names what does not fit. */
  readonly of: (term: Term) => string | null;
  readonly same: (left: string, right: string) => boolean;
  readonly per: (unit: string, by: string) => string;
}

/**
 * Units as the files of users have them. Training and inference are counted in FLOP that are so many a parameter and token: a
 * FLOP is taken as a parameter times a token, whatever the number before it.
 */
export function unitsWith(context: Context, own: readonly string[]): Units {
  const flop: Declaration = { ...base('flop'), definition: multiply('parameter', 'token') };
  const bases = joinTables(BASES, symbolTable(flop, ...own.map(base)));
  const reader = new UnitReader(context, {}, { bases, numbersMayBeMeasured: true });
  const parsed = (unit: string): Unit => parseUnit(unit, context, bases);
  return {
    check: (unit) => {
      if (unit !== UNDECLARED) parsed(unit);
    },
    of: (term) => {
      const unit = term.kind === 'number' ? null : reader.of(term);
      return unit && unitText(unit);
    },
    same: (left, right) => areSame(parsed(left), parsed(right)),
    per: (unit, by) => unitText(multiplyNormals(parsed(unit), inverseOf(parsed(by)))),
  };
}
