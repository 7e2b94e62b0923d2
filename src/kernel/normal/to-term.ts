/** From the normal form back to terms that read well: common denominators of exponents are pulled out again. */
import {
  isConstantPolynomial,
  type Polynomial,
  type PolynomialTerm,
  rationalContent,
  scalePolynomial,
} from '../polynomial.ts';
import {
  constantRatio,
  divideRatios,
  equalRatios,
  isOneRatio,
  ONE_RATIO,
  type Ratio,
  ratio,
  ratioConstant,
  ratioInteger,
  ratioKey,
} from '../ratio.ts';
import { divideRational, ONE as RATIONAL_ONE, rational } from '../rational.ts';
import { add, call, divide, multiply, number, power, symbol, type Term } from '../term.ts';
import { type Base, type Factor, type Normal, primeBase, type Summand } from './data.ts';

export const polynomialTerm = (p: Polynomial): Term =>
  add(
    ...p.map(({ monomial, coefficient }) =>
      multiply(number(coefficient), ...monomial.map(([name, e]) => power(name, e))),
    ),
  );

/** Ratios already written as terms, by their key. Emptied when full, so memory is bounded. */
const ratioTerms = new Map<string, Term>();
const MOST_RATIOS = 50_000;

/** The ratio as a term with whole coefficients below; over a single product each summand is divided by itself: 1 + β/α. */
export function ratioTerm(x: Ratio): Term {
  const key = ratioKey(x);
  const known = ratioTerms.get(key);
  if (known) return known;
  if (ratioTerms.size >= MOST_RATIOS) ratioTerms.clear();
  const found = termOfRatio(x);
  ratioTerms.set(key, found);
  return found;
}

const termOfRatio = (x: Ratio): Term => {
  if (isConstantPolynomial(x.den)) return polynomialTerm(x.num);
  const whole = divideRational(RATIONAL_ONE, rationalContent(x.den));
  const [num, den] = [scalePolynomial(x.num, whole), scalePolynomial(x.den, whole)];
  if (den.length > 1) return divide(polynomialTerm(num), polynomialTerm(den));
  return add(...num.map((part) => splitTerm(part, x.den)));
};

/** One summand over a product, cancelled. */
const splitTerm = (part: PolynomialTerm, den: Polynomial): Term => {
  const { num: top, den: bottom } = ratio([part], den);
  const whole = divideRational(RATIONAL_ONE, rationalContent(top));
  const [up, down] = [
    polynomialTerm(scalePolynomial(top, whole)),
    polynomialTerm(scalePolynomial(bottom, whole)),
  ];
  return divide(up, down);
};

function baseTerm(base: Exclude<Base, { kind: 'exp' }>): Term {
  switch (base.kind) {
    case 'symbol':
      return symbol(base.name);
    case 'prime':
      return number(rational(base.value));
    case 'polynomial':
      return polynomialTerm(base.value);
    case 'sum':
      return normalTerm(base.value);
    case 'call':
      return call(base.name, ...base.args.map(normalTerm));
  }
}

function factorTerm({ base, exponent }: Factor): Term {
  if (base.kind === 'exp') return call('exp', summandTerm({ coefficient: exponent, factors: base.of }));
  return power(baseTerm(base), ratioTerm(exponent));
}

/** Primes under one exponent are one number again: 2^e·3^e is 6^e. */
function joinPrimes(factors: readonly Factor[]): Factor[] {
  const joined: Factor[] = [];
  for (const factor of factors) {
    const { base } = factor;
    const index = joined.findIndex(
      (f) => base.kind === 'prime' && f.base.kind === 'prime' && equalRatios(f.exponent, factor.exponent),
    );
    const partner = joined[index];
    if (partner && partner.base.kind === 'prime' && base.kind === 'prime')
      joined[index] = { base: primeBase(partner.base.value * base.value), exponent: factor.exponent };
    else joined.push(factor);
  }
  return joined;
}

/** The root under which a factor may stand with others. A whole power of a sum would be multiplied out there, out of recognition. */
function rootOf(factor: Factor): Ratio | null {
  const root = denominatorRoot(factor);
  const times = root && factor.base.kind === 'sum' ? ratioInteger(divideRatios(factor.exponent, root)) : null;
  return times === null || times === 1n || times === -1n ? root : null;
}

/** The 1/m by which an exponent's common denominator can be pulled out, or null where it is an integer or a polynomial. */
function denominatorRoot({ base, exponent }: Factor): Ratio | null {
  const constant = ratioConstant(exponent);
  if (base.kind === 'exp' || constant?.den === 1n) return null;
  if (constant) return constantRatio(rational(1n, constant.den));
  return isConstantPolynomial(exponent.den)
    ? null
    : { num: scalePolynomial(ONE_RATIO.num, rationalContent(exponent.den)), den: exponent.den };
}

/** Factors whose exponents share one denominator: Π x_j^(e_j/m) is written (Π x_j^e_j)^(1/m). */
function gather(factors: readonly Factor[]): Term[] {
  const groups: { root: Ratio; members: Factor[] }[] = [];
  const plain: Term[] = [];
  for (const factor of joinPrimes(factors)) {
    const root = rootOf(factor);
    const group = root && groups.find((g) => equalRatios(g.root, root));
    if (!root) plain.push(factorTerm(factor));
    else if (group) group.members.push(factor);
    else groups.push({ root, members: [factor] });
  }
  const gathered = groups.map(({ root, members }) => {
    const [only] = members;
    if (only && members.length === 1 && only.exponent.den.length === 1) return factorTerm(only);
    const inner = members.map((m) => factorTerm({ base: m.base, exponent: divideRatios(m.exponent, root) }));
    return power(multiply(...inner), ratioTerm(root));
  });
  return [...plain, ...gathered];
}

const summandTerm = ({ coefficient, factors }: Summand): Term => {
  const constant = ratioConstant(coefficient);
  const front = constant ? number(constant) : ratioTerm(coefficient);
  const rest = gather(factors);
  return isOneRatio(coefficient) && rest.length > 0 ? multiply(...rest) : multiply(front, ...rest);
};

const terms = new WeakMap<Normal, Term>();

/** The normal form as a term: one object for one object. */
export function normalTerm(value: Normal): Term {
  const known = terms.get(value);
  if (known) return known;
  const found = add(...value.map(summandTerm));
  terms.set(value, found);
  return found;
}
