/**
 * Logarithms enter where exponents move. They are tied: ln q = ln a + α ln n on the ray, and the share of a summand is one
 * over the exponential of its letter. The logarithms of efficiencies, whose sign says nothing since it depends on the
 * units, give way to those of size, data and quality.
 */
import { type Polynomial, polynomialSymbols } from '../../kernel/polynomial.ts';
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  type Ratio,
  ratio,
  subtractRatios,
} from '../../kernel/ratio.ts';
import { divide, ln, symbol, symbolsOf } from '../../kernel/term.ts';
import { coefficientsBy } from './polynomials.ts';
import type { System } from './system.ts';

interface Solved {
  readonly name: string;
  readonly value: Ratio;
}

/** The relation solved for a logarithm in which it is linear, the logarithms of efficiencies first. */
function solvedFor(relation: Ratio, names: readonly string[]): Solved | null {
  const own = polynomialSymbols(relation.num);
  const name = names.find((one) => own.includes(one));
  if (name === undefined) return null;
  const [rest, slope] = coefficientsBy(relation.num, name) as [Polynomial, Polynomial];
  return { name, value: negateRatio(ratio(rest, slope)) };
}

/** Sales at which a market's term is one, by which sales themselves are measured. */
function marketScales({ setting: { model } }: System): readonly string[] {
  const sold = symbolsOf(model.blocks.market.price(symbol('f'), symbol('t')));
  return model.parameters
    .filter(({ name, unit }) => unit === 'token' && sold.includes(name))
    .map(({ name }) => name);
}

/** The logarithms that give way, each with what it is in the others. */
export function logarithmsOf(system: System): readonly Solved[] {
  const { ring, setting } = system;
  const { model, quality } = setting;
  const { follow } = system.all('');
  const tied: Ratio[] = [
    subtractRatios(
      ring.logarithm(quality),
      ring.logarithmLetter('ln_q', ln(quality), ring.adoptions.length > 0),
    ),
  ];
  for (const name of ['n', 'd']) {
    const followed = follow[name];
    if (followed) tied.push(subtractRatios(ring.logarithm(followed), ring.logarithm(symbol(name))));
  }
  tied.push(...ring.shareLogarithms());
  for (const name of marketScales(system)) {
    const ratioOf = ring.logarithmLetter(`ln_t_${name}`, ln(divide('t', name)), false);
    if (!(name in model.given) && !('t' in model.given))
      tied.push(
        subtractRatios(subtractRatios(ring.logarithm(symbol('t')), ring.logarithm(symbol(name))), ratioOf),
      );
  }
  const order = model.parameters.map(({ name }) => `ln_${name}`);
  let solved: readonly Solved[] = [];
  for (const relation of tied) {
    const here = solved.reduce((value, one) => putIn(value, one), relation);
    const one = isZeroRatio(here) ? null : solvedFor(here, order);
    if (one) solved = [...solved.map(({ name, value }) => ({ name, value: putIn(value, one) })), one];
  }
  return solved;
}

/** The logarithm put in; logarithms enter linearly. */
function putIn(x: Ratio, { name, value }: Solved): Ratio {
  const [rest, slope] = coefficientsBy(x.num, name) as [Polynomial, Polynomial?];
  if (!slope) return x;
  const top = addRatios(ratio(rest, ONE_RATIO.num), multiplyRatios(ratio(slope, ONE_RATIO.num), value));
  return divideRatios(top, ratio(x.den, ONE_RATIO.num));
}
