/**
 * Where letters lie, and signs of polynomials there. A shape parameter is written in a letter that may take any positive
 * value: from its lower bound upwards, between its bounds, or by a case of its sign. Logarithms of what may be above or below one are
 * differences of two positive letters.
 */
import type { Context, Fact } from '../../kernel/facts.ts';
import {
  isConstantPolynomial,
  negatePolynomial,
  type Polynomial,
  polynomialSymbols,
} from '../../kernel/polynomial.ts';
import {
  addRatios,
  constantRatio,
  divideRatios,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  type Ratio,
  subtractRatios,
  symbolRatio,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { signRational } from '../../kernel/rational.ts';
import { isShape } from '../../kernel/shape.ts';
import type { Domain } from '../../kernel/symbols.ts';
import {
  call,
  divide,
  negate,
  number,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
} from '../../kernel/term.ts';
import { type Certificate, certify } from './certificate.ts';
import type { Known } from './known.ts';
import { coefficientSign, contentOf, quotientOf, substituted, withoutCommon } from './polynomials.ts';
import type { Ring } from './ring.ts';

/** A case: a letter's sign, as a fact on its symbol. */
export interface Case extends Fact {
  readonly term: { readonly kind: 'symbol'; readonly name: string };
}

export interface Region {
  readonly isPositiveLetter: (name: string) => boolean;
  /** Whether the polynomial says nothing: its sign is plain. */
  readonly isPlain: (p: Polynomial) => boolean;
  readonly signOf: (p: Polynomial) => 1 | -1 | 0 | null;
  /** Why p is positive. */
  readonly certify: (p: Polynomial) => Certificate | null;
  /** p in letters that may take any positive value, of p's sign. */
  readonly written: (p: Polynomial) => Polynomial;
  /** What is in those letters as a term in the letters of the problem. */
  readonly read: (value: Term) => Term;
  readonly isShape: (name: string) => boolean;
  /** p without what divides it and is positive: letters, and polynomials in the shape parameters. */
  readonly reduced: (p: Polynomial) => Polynomial;
  /** Whether all its letters are positive ones. */
  readonly isPositive: (p: Polynomial) => boolean;
  readonly withKnown: (known: readonly Known[]) => Region;
  readonly inCase: (when: Case) => Region;
}

/** The parameter in a letter of the same name that may take any positive value. */
function coordinate(name: string, { lower, upper }: Domain): Ratio | null {
  const self = symbolRatio(name);
  if (!lower) return null;
  const low = constantRatio(lower.at);
  if (!upper) return signRational(lower.at) === 0 ? null : addRatios(self, low);
  const high = constantRatio(upper.at);
  return divideRatios(addRatios(low, multiplyRatios(high, self)), addRatios(ONE_RATIO, self));
}

interface Coordinates {
  readonly replace: ReadonlyMap<string, Ratio>;
  readonly known: readonly Known[];
}

const isOpen = ({ lower, upper }: Domain): boolean => !lower && !upper;

/** Letters whose sign is open, as differences of two that are positive. */
const difference = (name: string): Ratio =>
  subtractRatios(symbolRatio(`${name}_up`), symbolRatio(`${name}_down`));

function coordinatesIn(context: Context, cases: readonly Case[]): Coordinates {
  const replace = new Map<string, Ratio>();
  const known: Known[] = [];
  for (const { name, domain, role } of context.symbols.values()) {
    if (role !== 'shape' && isOpen(domain)) continue;
    const made = role === 'shape' ? coordinate(name, domain) : null;
    if (made) replace.set(name, made);
  }
  for (const {
    term: { name },
    is,
  } of cases) {
    const lower = context.symbols.get(name)?.domain.lower;
    if (is === 'zero') replace.set(name, ZERO_RATIO);
    if (is === 'positive') replace.delete(name);
    if (is !== 'negative') continue;
    replace.set(name, negateRatio(symbolRatio(name)));
    if (lower && signRational(lower.at) < 0) {
      const { num } = subtractRatios(negateRatio(constantRatio(lower.at)), symbolRatio(name));
      known.push({ polynomial: num, strict: lower.open, because: `the least value of ${name}` });
    }
  }
  return { replace, known };
}

class Orthant implements Region {
  private readonly coordinates: Coordinates;
  private readonly known: readonly Known[];
  private readonly cases: readonly Case[];
  private readonly context: Context;
  private readonly open: ReadonlySet<string>;
  private readonly seen = new Map<Polynomial, Polynomial>();
  private translated: readonly Known[] | null = null;
  constructor(context: Context, open: ReadonlySet<string>, known: readonly Known[], cases: readonly Case[]) {
    this.context = context;
    this.open = open;
    this.known = known;
    this.cases = cases;
    this.coordinates = coordinatesIn(context, cases);
  }
  readonly isPositiveLetter = (name: string): boolean => this.replacement(name) === undefined;
  private replacement(name: string): Ratio | undefined {
    const isDecided = this.cases.some(({ term }) => term.name === name);
    return (
      this.coordinates.replace.get(name) ?? (this.open.has(name) && !isDecided ? difference(name) : undefined)
    );
  }
  readonly written = (p: Polynomial): Polynomial => {
    const before = this.seen.get(p);
    if (before) return before;
    const made = polynomialSymbols(p).reduce((value, name) => {
      const replacement = this.replacement(name);
      return replacement ? substituted(value, name, replacement) : value;
    }, p);
    this.seen.set(p, made);
    return made;
  };
  readonly isPlain = (p: Polynomial): boolean => coefficientSign(this.written(p)) !== null;
  private facts(): readonly Known[] {
    this.translated ??= [
      ...this.known.map((one) => ({ ...one, polynomial: this.written(one.polynomial) })),
      ...this.coordinates.known,
    ];
    return this.translated;
  }
  readonly certify = (p: Polynomial): Certificate | null => certify(this.written(p), this.facts());
  readonly signOf = (p: Polynomial): 1 | -1 | 0 | null => {
    const plain = coefficientSign(this.written(p));
    if (plain !== null) return plain;
    if (this.certify(p)) return 1;
    return this.certify(negatePolynomial(p)) ? -1 : null;
  };
  readonly isShape = (name: string): boolean => isShape(name, this.context);
  readonly isPositive = (p: Polynomial): boolean => polynomialSymbols(p).every(this.isPositiveLetter);
  readonly reduced = (p: Polynomial): Polynomial => {
    const plain = withoutCommon(p, this.isPositiveLetter);
    const content = contentOf(plain, this.isShape);
    if (isConstantPolynomial(content)) return plain;
    const sign = this.signOf(content);
    const rest = sign === 1 || sign === -1 ? quotientOf(plain, content) : null;
    return rest ? withoutCommon(sign === -1 ? negatePolynomial(rest) : rest, this.isPositiveLetter) : plain;
  };
  readonly read = (value: Term): Term =>
    substitute(value, Object.fromEntries(symbolsOf(value).map((name) => [name, this.original(name)])));
  /** What a letter of `written` is in the letters of the problem. */
  private original(name: string): Term {
    const half = /^(.*)_(up|down)$/.exec(name);
    if (half?.[1] !== undefined && this.open.has(half[1])) {
      const own = half[2] === 'up' ? symbol(half[1]) : negate(half[1]);
      return call('max', 0, own);
    }
    const { lower, upper } = this.context.symbols.get(name)?.domain ?? {};
    const decided = this.cases.find(({ term }) => term.name === name);
    if (decided) return decided.is === 'negative' ? negate(name) : symbol(name);
    if (!this.coordinates.replace.has(name) || !lower) return symbol(name);
    const above = subtract(name, number(lower.at));
    return upper ? divide(above, subtract(number(upper.at), name)) : above;
  }
  readonly withKnown = (known: readonly Known[]): Region =>
    new Orthant(this.context, this.open, known, this.cases);
  readonly inCase = (when: Case): Region =>
    new Orthant(this.context, this.open, this.known, [...this.cases, when]);
}

/** All values that the letters may have. */
export const everywhere = (ring: Ring, context: Context): Region => new Orthant(context, ring.open, [], []);
