/** From the normal form back to terms that read well: common denominators of exponents are pulled out again. */
import type { Polynomial } from '../polynomial.ts';
import { isConstantPolynomial } from '../polynomial.ts';
import { equalRatios, isOneRatio, multiplyRatios, ONE_RATIO, type Ratio, ratioConstant } from '../ratio.ts';
import { rational } from '../rational.ts';
import { add, call, divide, multiply, number, power, symbol, type Term } from '../term.ts';
import type { Base, Factor, Normal, Summand } from './data.ts';

export const polynomialTerm = (p: Polynomial): Term =>
  add(...p.map(({ monomial, coefficient }) => multiply(number(coefficient), ...monomial.map(([name, e]) => power(name, e)))));

/** The ratio as a term, denominators last. */
export const ratioTerm = (x: Ratio): Term => {
  if (isConstantPolynomial(x.den)) return polynomialTerm(x.num);
  return divide(polynomialTerm(x.num), polynomialTerm(x.den));
};

function baseTerm(base: Base): Term {
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
    case 'exp':
      return call('exp', summandTerm({ coefficient: ONE_RATIO, factors: base.of }));
  }
}

function factorTerm({ base, exponent }: Factor): Term {
  if (base.kind === 'exp') return call('exp', summandTerm({ coefficient: exponent, factors: base.of }));
  return power(baseTerm(base), ratioTerm(exponent));
}

/** Factors whose exponents share one denominator: Π x_j^(e_j/m) is written (Π x_j^e_j)^(1/m). */
function gather(factors: readonly Factor[]): Term[] {
  const groups: { root: Ratio; members: Factor[] }[] = [];
  const plain: Term[] = [];
  for (const factor of factors) {
    const root: Ratio = { num: ONE_RATIO.num, den: factor.exponent.den };
    const constant = ratioConstant(factor.exponent);
    if (factor.base.kind === 'exp' || (constant && constant.den === 1n) || isConstantPolynomial(root.den)) {
      plain.push(factorTerm(factor));
      continue;
    }
    const group = groups.find((g) => equalRatios(g.root, root));
    if (group) group.members.push(factor);
    else groups.push({ root, members: [factor] });
  }
  const gathered = groups.map(({ root, members }) => {
    const inner = members.map((m) => ({ base: m.base, exponent: multiplyRatios(m.exponent, { num: root.den, den: ONE_RATIO.den }) }));
    return power(multiply(...inner.map(factorTerm)), ratioTerm(root));
  });
  return [...plain, ...gathered];
}

const summandTerm = ({ coefficient, factors }: Summand): Term => {
  const constant = ratioConstant(coefficient);
  const front = constant ? number(constant) : ratioTerm(coefficient);
  const rest = gather(factors);
  return isOneRatio(coefficient) && rest.length > 0 ? multiply(...rest) : multiply(front, ...rest);
};

/** The normal form as a term. */
export const normalTerm = (value: Normal): Term => add(...value.map(summandTerm));

