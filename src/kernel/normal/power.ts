/**
 * Powers of normal forms. (x·y)^e = x^e·y^e needs positive x and y: it is used only where the assumptions say so, or
 * where all factors but one are positive, for then the last one is positive wherever the power is real.
 */
import type { Context } from '../facts.ts';
import type { Sign } from '../functions/function.ts';
import { FUNCTIONS } from '../functions/registry.ts';
import { refuse } from '../issues.ts';
import {
  dividePolynomials,
  negatePolynomial,
  type Polynomial,
  polynomialSymbols,
  rationalContent,
  scalePolynomial,
  symbolPolynomial,
} from '../polynomial.ts';
import { printText } from '../print-text.ts';
import {
  constantRatio,
  divideRatios,
  integerRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  powerRatio,
  type Ratio,
  ratioInteger,
} from '../ratio.ts';
import { divideRational, ONE } from '../rational.ts';
import {
  knownPositive,
  signOfDomain,
  signOfPolynomial,
  signOfProduct,
  signOfRatio,
  signOfSum,
} from '../shape.ts';
import {
  addNormals,
  type Base,
  collectSummands,
  type Factor,
  type Normal,
  polynomialBase,
  primeBase,
  ratioNormal,
  type Summand,
  sumBase,
} from './data.ts';
import { LARGEST_EXPANSION, multiplyNormals, powerOfNormal, productOfFactors } from './multiply.ts';
import { ratioTerm } from './to-term.ts';

/** Trial division stops here; a cofactor beyond it stays one base. */
const LARGEST_TRIAL = 100_000n;

/** Sign of a base, from declared domains and the functions' own rules. */
export function signOfBase(base: Base, context: Context): Sign {
  switch (base.kind) {
    case 'symbol':
      return signOfDomain(context.symbols.get(base.name)?.domain ?? {});
    case 'prime':
    case 'exp':
      return 'positive';
    case 'polynomial':
      return signOfPolynomial(base.value, context);
    case 'call':
      return FUNCTIONS[base.name].sign(
        base.args.map((arg) => ({
          sign: () => signOfNormal(arg, context),
          lessOne: () => signOfNormal(addNormals(arg, ratioNormal(integerRatio(-1))), context),
        })),
      );
    case 'sum':
      return signOfNormal(base.value, context);
  }
}

/** Sign of a normal form, from the signs of its summands. */
export const signOfNormal = (value: Normal, context: Context): Sign =>
  signOfSum(value.map((summand) => signOfSummand(summand, context)));

/** Sign of one summand: of its coefficient and of its bases under their exponents. */
export function signOfSummand({ coefficient, factors }: Summand, context: Context): Sign {
  const signs = factors.map(({ base, exponent }): Sign => {
    const whole = ratioInteger(exponent);
    const sign = signOfBase(base, context);
    // A power that is real and has a broken exponent has a base that is not negative, and not zero where the power divides.
    if (whole === null)
      return sign === 'positive' || signOfRatio(exponent, context) === 'negative'
        ? 'positive'
        : 'non-negative';
    if (sign === 'positive' || whole % 2n !== 0n)
      return whole > 0n || sign === 'positive' || sign === 'negative' ? sign : 'unknown';
    return sign === 'negative' ? 'positive' : whole > 0n ? 'non-negative' : 'unknown';
  });
  return signOfProduct([signOfRatio(coefficient, context), ...signs]);
}

function primeFactors(value: bigint): Factor[] {
  const found: Factor[] = [];
  let rest = value;
  for (let p = 2n; p * p <= rest && p <= LARGEST_TRIAL; p += p === 2n ? 1n : 2n) {
    let times = 0n;
    for (; rest % p === 0n; rest /= p) times++;
    if (times > 0n) found.push({ base: primeBase(p), exponent: integerRatio(times) });
  }
  return rest > 1n ? [...found, { base: primeBase(rest), exponent: ONE_RATIO }] : found;
}

/** A polynomial as positive rational content times powers of its symbols (negated where negative) times the rest. */
function polynomialFactors(p: Polynomial, context: Context): Factor[] {
  const content = rationalContent(p);
  const factors = [...primeFactors(content.num), ...primeFactors(content.den).map(invert)];
  let rest = scalePolynomial(p, divideRational(ONE, content));
  for (const name of polynomialSymbols(rest)) {
    const plain = symbolPolynomial(name);
    const sign = signOfPolynomial(plain, context);
    if (sign !== 'positive' && sign !== 'negative') continue;
    const self = sign === 'positive' ? plain : negatePolynomial(plain);
    for (let next = dividePolynomials(rest, self); next; next = dividePolynomials(rest, self)) {
      factors.push({ base: polynomialBase(self), exponent: ONE_RATIO });
      rest = next;
    }
  }
  for (const known of knownPositive(context)) {
    for (
      let next = dividePolynomials(rest, known);
      next && known.length > 1;
      next = dividePolynomials(rest, known)
    ) {
      factors.push({ base: polynomialBase(known), exponent: ONE_RATIO });
      rest = next;
    }
  }
  return rest.length === 1 && rest[0]?.monomial.length === 0
    ? factors
    : [...factors, { base: polynomialBase(rest), exponent: ONE_RATIO }];
}

const invert = ({ base, exponent }: Factor): Factor => ({ base, exponent: negateRatio(exponent) });

/** A positive coefficient as powers of bases that may carry any exponent. */
export function coefficientFactors({ num, den }: Ratio, context: Context): Factor[] {
  const flipped = signOfPolynomial(num, context) === 'negative';
  const [top, bottom] = flipped ? [negatePolynomial(num), negatePolynomial(den)] : [num, den];
  return [...polynomialFactors(top, context), ...polynomialFactors(bottom, context).map(invert)];
}

const raise = (factors: readonly Factor[], exponent: Ratio): Factor[] =>
  factors.map((f) => ({ base: f.base, exponent: multiplyRatios(f.exponent, exponent) }));

/** Whether the factor is positive, or zero, wherever it is real: its base is positive, or its exponent is broken. */
export const isPositiveWhereReal = ({ base, exponent }: Factor, context: Context): boolean =>
  signOfBase(base, context) === 'positive' || (base.kind === 'sum' && ratioInteger(exponent) === null);

/** Whether a positive product has positive bases: a single odd power of open sign takes the sign of the product. */
export function canBeSplit(open: readonly Factor[]): boolean {
  const [only, more] = open;
  const whole = only && ratioInteger(only.exponent);
  return !only || (!more && typeof whole === 'bigint' && whole % 2n !== 0n);
}

const ratioText = (x: Ratio): string => printText(ratioTerm(x));

/** A summand to a power that is no integer. */
function powerOfSummand({ coefficient, factors }: Summand, exponent: Ratio, context: Context): Normal {
  const open = factors.filter((factor) => !isPositiveWhereReal(factor, context));
  const safe = factors.filter((factor) => !open.includes(factor));
  if (signOfRatio(coefficient, context) === 'positive' && canBeSplit(open)) {
    return productOfFactors(
      ONE_RATIO,
      raise([...coefficientFactors(coefficient, context), ...safe, ...open], exponent),
    );
  }
  if (open.length === 0) {
    refuse(
      `${ratioText(coefficient)} times something positive, a base not known to be positive, is raised to ${ratioText(exponent)}`,
      'the normal form',
      'assume its sign',
    );
  }
  return openPower(coefficient, safe, open, exponent, context);
}

/** Factors of open sign stay together as one base; the positive ones move out. */
function openPower(
  coefficient: Ratio,
  safe: readonly Factor[],
  open: readonly Factor[],
  exponent: Ratio,
  context: Context,
): Normal {
  const sign = signOfRatio(coefficient, context);
  const size = sign === 'negative' ? negateRatio(coefficient) : sign === 'positive' ? coefficient : ONE_RATIO;
  const left = divideRatios(coefficient, size);
  const base = sumBase([{ coefficient: left, factors: open }]);
  return productOfFactors(ONE_RATIO, [
    ...raise([...coefficientFactors(size, context), ...safe], exponent),
    { base, exponent },
  ]);
}

/**
 * A sum as (positive common part) · (sum with a canonical leading summand), so that sums that differ by a positive factor
 * have the same base. Sums under fractions are multiplied out by it, so that fewer summands than before may be left.
 */
export function splitContent(value: Normal, context: Context): { content: Summand; rest: Normal } {
  const lead = value[0] as Summand;
  const sign = signOfRatio(lead.coefficient, context);
  const size =
    sign === 'positive'
      ? lead.coefficient
      : sign === 'negative'
        ? negateRatio(lead.coefficient)
        : constantRatio(rationalContent(lead.coefficient.num));
  const positive = lead.factors.filter((f) => isPositiveWhereReal(f, context));
  const content: Summand = { coefficient: size, factors: positive };
  const inverse = positive.map(invert);
  const rest = collectSummands(
    value.flatMap((s) => productOfFactors(divideRatios(s.coefficient, size), [...s.factors, ...inverse])),
  );
  return { content, rest };
}

/** value^exponent. @throws OptimandError where a needed sign is unknown, or for zero to a power that is not positive. */
export function powerNormal(value: Normal, exponent: Ratio, context: Context): Normal {
  const whole = ratioInteger(exponent);
  const [only] = value;
  if (!only) {
    return signOfRatio(exponent, context) === 'positive'
      ? []
      : refuse(
          'zero to a power that is not known to be positive',
          'the normal form',
          'check the denominator',
        );
  }
  if (value.length === 1) {
    if (whole === null) return powerOfSummand(only, exponent, context);
    return productOfFactors(powerRatio(only.coefficient, whole), raise(only.factors, exponent));
  }
  if (whole !== null && whole >= 0n && whole <= LARGEST_EXPANSION) return powerOfNormal(value, whole);
  return powerOfSum(value, exponent, context);
}

function powerOfSum(value: Normal, exponent: Ratio, context: Context): Normal {
  const { content, rest } = splitContent(value, context);
  if (rest.length < 2) return powerNormal(multiplyNormals([content], rest), exponent, context);
  const factors = [...coefficientFactors(content.coefficient, context), ...content.factors];
  return productOfFactors(ONE_RATIO, [...raise(factors, exponent), { base: sumBase(rest), exponent }]);
}
