/** From terms to the normal form. */
import type { Context } from '../facts.ts';
import { identityOf } from '../identity.ts';
import { fail, refuse } from '../issues.ts';
import { constantRatio, isOneRatio, ONE_RATIO, symbolRatio } from '../ratio.ts';
import { rational } from '../rational.ts';
import { basis, signOfRatio } from '../shape.ts';
import type { Term } from '../term.ts';
import {
  addNormals,
  asRatio,
  callBase,
  expBase,
  type Factor,
  factorNormal,
  type Normal,
  negateNormal,
  normalKey,
  ONE_NORMAL,
  ratioNormal,
  type Summand,
  symbolBase,
} from './data.ts';
import { multiplyNormals, productOfFactors, scaleNormal, unitSummand } from './multiply.ts';
import { canBeSplit, coefficientFactors, isPositiveWhereReal, powerNormal, splitContent } from './power.ts';

/**
 * The normal form of a term. Abbreviations stay symbols; `expand` them first where equality is at stake.
 * @throws OptimandError for an undeclared symbol, or a step that needs a sign the assumptions do not give.
 */
export function normalise(term: Term, context: Context): Normal {
  if (term.kind === 'number') return ratioNormal(constantRatio(term.value));
  if (term.kind === 'symbol') return normaliseSymbol(term.name, context);
  const reduced = basis(context);
  const kept = normalsIn.get(reduced) ?? new Map<number, Normal>();
  normalsIn.set(reduced, kept);
  const identity = identityOf(term);
  const known = kept.get(identity);
  if (known) return known;
  const found = normaliseAfresh(term, reduced);
  kept.set(identity, found);
  return found;
}

/** Normal forms already found, by the identity of the term, for as long as their context is. */
const normalsIn = new WeakMap<Context, Map<number, Normal>>();

function normaliseAfresh(term: Exclude<Term, { kind: 'number' | 'symbol' }>, context: Context): Normal {
  switch (term.kind) {
    case 'sum':
      return addNormals(...term.terms.map((part) => normalise(part, context)));
    case 'product':
      return term.factors.reduce<Normal>(
        (product, part) => multiplyNormals(product, normalise(part, context)),
        ONE_NORMAL,
      );
    case 'power':
      return normalisePower(term.base, term.exponent, context);
    case 'call':
      return normaliseCall(term, context);
  }
}

/** The two normal forms that a letter can have. */
const letters = new Map<string, { readonly shape: Normal; readonly quantity: Normal }>();

function normaliseSymbol(name: string, context: Context): Normal {
  const declaration = context.symbols.get(name);
  if (!declaration)
    return fail({ code: 'unknown-symbol', name, known: [...context.symbols.keys()], suggestion: null });
  const known = letters.get(name) ?? {
    shape: ratioNormal(symbolRatio(name)),
    quantity: factorNormal(symbolBase(name)),
  };
  letters.set(name, known);
  return known[declaration.role];
}

/** An exponent that is no rational function of the shape parameters makes the power an exponential. */
function normalisePower(base: Term, exponent: Term, context: Context): Normal {
  const e = normalise(exponent, context);
  const shape = asRatio(e);
  const b = normalise(base, context);
  if (shape) return powerNormal(b, shape, context);
  return exponential(multiplyNormals(e, logarithm(b, context)), context);
}

/** e^Σ c_i m_i = Π (e^m_i)^c_i, with e^(c ln x) = x^c. */
function exponential(argument: Normal, context: Context): Normal {
  let result = ONE_NORMAL;
  for (const { coefficient, factors } of argument) {
    const [first] = factors;
    const log =
      factors.length === 1 &&
      first &&
      isOneRatio(first.exponent) &&
      first.base.kind === 'call' &&
      first.base.name === 'ln'
        ? first.base.args[0]
        : null;
    const piece = log
      ? powerNormal(log, coefficient, context)
      : productOfFactors(ONE_RATIO, [{ base: expBase(factors), exponent: coefficient }]);
    result = multiplyNormals(result, piece);
  }
  return result;
}

function normaliseCall(term: Extract<Term, { kind: 'call' }>, context: Context): Normal {
  const args = term.args.map((part) => normalise(part, context));
  const [first, second] = args as [Normal, Normal | undefined];
  switch (term.name) {
    case 'ln':
      return logarithm(first, context);
    case 'exp':
      return exponential(first, context);
    case 'deformed_log':
      if (second && second.length === 0) return logarithm(first, context);
      return normalKey(first) === normalKey(ONE_NORMAL) ? [] : factorNormal(callBase(term.name, args));
    case 'min':
    case 'max':
      return factorNormal(
        callBase(
          term.name,
          [...args].sort((x, y) => (normalKey(x) < normalKey(y) ? -1 : 1)),
        ),
      );
    default:
      return factorNormal(callBase(term.name, args));
  }
}

/** ln Π x_j^e_j = Σ e_j ln x_j, used only for positive x_j (one of unknown sign may stay, being positive then too). */
export function logarithm(value: Normal, context: Context): Normal {
  const [only] = value;
  if (!only) return refuse('the logarithm of zero', 'the normal form', 'check the argument');
  if (value.length > 1) {
    const { content, rest } = splitContent(value, context);
    if (rest.length < 2) return logarithm(multiplyNormals([content], rest), context);
    return addNormals(logarithmOfSummand(content, context), factorNormal(callBase('ln', [rest])));
  }
  return logarithmOfSummand(only, context);
}

function logarithmOfSummand(summand: Summand, context: Context): Normal {
  const lambert = lambertLogarithm(summand, context);
  if (lambert) return lambert;
  const sign = signOfRatio(summand.coefficient, context);
  const open = summand.factors.filter((f) => !isPositiveWhereReal(f, context));
  if (sign === 'positive' && canBeSplit(open)) {
    const pieces = [...coefficientFactors(summand.coefficient, context), ...summand.factors];
    return addNormals(...pieces.map((piece) => logarithmOfFactor(piece, context)));
  }
  return factorNormal(callBase('ln', [[summand]]));
}

function logarithmOfFactor({ base, exponent }: Factor, context: Context): Normal {
  if (base.kind === 'sum' && base.value.length === 1)
    return scaleNormal(logarithm(base.value, context), exponent);
  if (base.kind === 'exp') return scaleNormal([{ coefficient: ONE_RATIO, factors: base.of }], exponent);
  const lambert = lambertLogarithm(unitSummand([{ base, exponent: ONE_RATIO }]), context);
  if (lambert) return scaleNormal(lambert, exponent);
  return scaleNormal(factorNormal(callBase('ln', [baseNormal(base)])), exponent);
}

const baseNormal = (base: Factor['base']): Normal => {
  switch (base.kind) {
    case 'prime':
      return ratioNormal(constantRatio(rational(base.value)));
    case 'polynomial':
      return ratioNormal({ num: base.value, den: ONE_RATIO.den });
    case 'sum':
      return base.value;
    default:
      return factorNormal(base);
  }
};

/** ln(c·m·W(x)) = ln(c·m·x) - W(x) where c·m·W(x) is positive: W e^W = x, so W = x e^-W. */
function lambertLogarithm(summand: Summand, context: Context): Normal | null {
  const index = summand.factors.findIndex(
    ({ base, exponent }) =>
      base.kind === 'call' &&
      (base.name === 'lambert_w0' || base.name === 'lambert_wm1') &&
      isOneRatio(exponent),
  );
  const factor = summand.factors[index];
  if (factor?.base.kind !== 'call') return null;
  const [argument] = factor.base.args;
  if (argument?.length !== 1) return null;
  const others = summand.factors.filter((_, i) => i !== index);
  const rest = multiplyNormals([{ coefficient: summand.coefficient, factors: others }], argument);
  const [product] = rest;
  if (rest.length !== 1 || !product || signOfRatio(product.coefficient, context) !== 'positive') return null;
  return addNormals(logarithm(rest, context), negateNormal(factorNormal(factor.base)));
}
