/**
 * Responses of the optimum: how each quantity moves with each parameter, as a numerator over a positive denominator.
 * With -J dx = F_p dp and Cramer's rule, a quantity Q moves by (Q_p det(-J) + Σ_x Q_x adj_x F_p)/det(-J): what the
 * parameter does to it directly, and through the variables.
 */

import type { Model } from '../../economics/model.ts';
import {
  addPolynomials,
  multiplyPolynomials,
  negatePolynomial,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialSymbols,
  ZERO_POLYNOMIAL,
} from '../../kernel/polynomial.ts';
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  type Ratio,
  subtractRatios,
  symbolRatio,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { multiply, symbol, type Term } from '../../kernel/term.ts';
import type { Mover } from './letter.ts';
import { determinant, quotientOf, without, withoutCommon } from './polynomials.ts';
import { type Problem, putAll } from './problem.ts';
import type { Region } from './region.ts';
import { amountsOf, type System } from './system.ts';

export const QUANTITIES = ['n', 'd', 't', 'C_train', 'profit', 'q', 'price'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** What stays fixed when a, alpha or another parameter moves: b itself, or rho = (a/b)^(1/alpha). */
export type Hold = 'b' | 'rho';
export const HOLDS = ['b', 'rho'] as const;

/** Parameters that move together, each with its weight. */
type Direction = readonly { readonly name: string; readonly weight: Ratio }[];

export interface Response {
  readonly quantity: Quantity;
  readonly parameter: string;
  readonly hold: Hold;
  /** Of the response's sign: the numerator without factors known to be positive. */
  readonly numerator: Polynomial;
  /** The letters on whose signs that rests, those of the factors left out among them. */
  readonly letters: readonly string[];
  /** `envelope`: the variables' own movements cancel. `explicit`: nothing is chosen. */
  readonly method: 'implicit' | 'envelope' | 'explicit';
}

/** Whether rho can be held: the three letters that it is made of are parameters. */
export const canHoldRho = ({ parameters }: Model): boolean =>
  ['a', 'b', 'alpha'].every((name) => parameters.some((one) => one.name === name));

/** The parameters against which responses are asked: rho stands in the place of b where it is held. */
export const parametersOf = (model: Model, hold: Hold): readonly string[] =>
  model.parameters.map(({ name }) => (hold === 'rho' && name === 'b' ? 'rho' : name));

/** b follows a and alpha where rho is held: b = a rho^-alpha. */
function directionOf(parameter: string, hold: Hold, { ring }: System): Direction {
  const own: Direction = [{ name: parameter, weight: ONE_RATIO }];
  if (hold === 'b') return own;
  const alpha = symbolRatio('alpha');
  if (parameter === 'rho') return [{ name: 'b', weight: negateRatio(alpha) }];
  if (parameter === 'a') return [...own, { name: 'b', weight: ONE_RATIO }];
  if (parameter !== 'alpha') return own;
  const gap = subtractRatios(ring.logarithm(symbol('b')), ring.logarithm(symbol('a')));
  return [...own, { name: 'b', weight: divideRatios(gap, alpha) }];
}

const total = (all: readonly Ratio[]): Ratio => all.reduce(addRatios, ZERO_RATIO);

/** How a quantity moves: relatively, or in dollars that are to be measured against its value. */
interface Movement {
  readonly by: (by: Mover) => Ratio;
  readonly unit: Ratio;
}

function movementOf(quantity: Quantity, { ring, setting, profit }: System): Movement {
  const { model, quality } = setting;
  const logarithmic = (term: Term): Movement => ({ by: (by) => ring.slope(term, by), unit: ONE_RATIO });
  const sales = model.given.t ?? symbol('t');
  if (quantity === 'n' || quantity === 'd') return logarithmic(symbol(quantity));
  if (quantity === 't') return logarithmic(sales);
  if (quantity === 'q') return logarithmic(quality);
  const amountOf = (amounts: ReturnType<typeof amountsOf>): Ratio =>
    total(amounts.map(({ sign, value }) => (sign === 1 ? value : negateRatio(value))));
  const inDollars = (value: Ratio): Movement => ({ by: (by) => ring.derivative(value, by), unit: value });
  if (quantity === 'profit') return inDollars(amountOf(profit));
  if (quantity === 'C_train')
    return inDollars(
      amountOf(
        amountsOf(model.blocks.cost.training(symbol('n'), symbol('d')), () => 'training', setting, ring),
      ),
    );
  const price = model.blocks.market.price(model.blocks.adoption.onSale(quality), sales);
  const perToken = price.kind === 'sum' ? price.terms : [price];
  const receipts = perToken.map((part) => multiply(sales, part));
  const value = amountOf(
    receipts.flatMap((part) => [
      ...amountsOf(part, (sign) => (sign === 1 ? 'gross' : 'discount'), setting, ring),
    ]),
  );
  const by = (mover: Mover): Ratio =>
    subtractRatios(ring.derivative(value, mover), multiplyRatios(value, ring.slope(sales, mover)));
  return { by, unit: value };
}

// Sums over a common denominator that is not reduced: common divisors of large polynomials cost more than they save.
const times = (x: Ratio, y: Ratio): Ratio => ({
  num: multiplyPolynomials(x.num, y.num),
  den: multiplyPolynomials(x.den, y.den),
});
const scaled = ({ num, den }: Ratio, by: Polynomial): Ratio => ({ num: multiplyPolynomials(num, by), den });

function sumOf(all: readonly Ratio[]): Ratio {
  const some = all.filter((x) => !isZeroRatio(x));
  const den = some.reduce<Polynomial>((common, x) => {
    if (quotientOf(common, x.den)) return common;
    return quotientOf(x.den, common) ? x.den : multiplyPolynomials(common, x.den);
  }, ONE_POLYNOMIAL);
  const num = some.reduce<Polynomial>(
    (sum, x) => addPolynomials(sum, multiplyPolynomials(x.num, quotientOf(den, x.den) ?? ONE_POLYNOMIAL)),
    ZERO_POLYNOMIAL,
  );
  return { num, den };
}

/** Responses of one problem; what several share is made once. */
export class Responses {
  readonly problem: Problem;
  private readonly pushes = new Map<string, readonly Ratio[]>();
  private readonly movements = new Map<string, Movement>();
  private readonly cofactors: readonly (readonly Polynomial[])[];
  constructor(problem: Problem) {
    this.problem = problem;
    this.cofactors = problem.matrix.map((_, i) =>
      problem.matrix.map((_, j) => cofactor(problem.matrix, i, j)),
    );
  }

  private put(x: Ratio): Ratio {
    return putAll(x, this.problem.solved);
  }

  private along(of: (by: Mover) => Ratio, direction: Direction): Ratio {
    const { all } = this.problem.system;
    const parts = direction.map(({ name, weight }) => times(weight, of(all(name))));
    return sumOf(parts);
  }

  /** F_p along the direction, each row times its scale. */
  private push(parameter: string, hold: Hold): readonly Ratio[] {
    const key = `${parameter}|${hold}`;
    const known = this.pushes.get(key);
    if (known) return known;
    const { system, scales } = this.problem;
    const direction = directionOf(parameter, hold, system);
    const made = system.setting.unknowns.map((x, i) => {
      const value = this.along((by) => system.ring.derivative(system.free[x] ?? ZERO_RATIO, by), direction);
      return times(this.put(value), scales[i] ?? ONE_RATIO);
    });
    this.pushes.set(key, made);
    return made;
  }

  private movement(quantity: Quantity): Movement {
    const known = this.movements.get(quantity) ?? movementOf(quantity, this.problem.system);
    this.movements.set(quantity, known);
    return known;
  }

  /** Q_p det(-J) + Σ_x Q_x adj_x F_p, or Q_p alone where the variables' own movements cancel. */
  private moved(
    quantity: Quantity,
    parameter: string,
    hold: Hold,
  ): Pick<Response, 'method'> & { whole: Ratio } {
    const { system, bend } = this.problem;
    const { unknowns } = system.setting;
    const move = this.movement(quantity).by;
    const direct = this.put(this.along(move, directionOf(parameter, hold, system)));
    const through = unknowns.map((x) => this.put(move(system.all(x))));
    if (through.every(isZeroRatio))
      return { whole: direct, method: unknowns.length === 0 ? 'explicit' : 'envelope' };
    const push = this.push(parameter, hold);
    const parts = unknowns.flatMap((_, i) => {
      const slope = through[i] ?? ZERO_RATIO;
      if (isZeroRatio(slope)) return [];
      return push.map((value, k) => scaled(times(slope, value), this.cofactors[k]?.[i] ?? ZERO_POLYNOMIAL));
    });
    return {
      whole: sumOf([scaled(direct, bend), ...parts]),
      method: unknowns.length === 0 ? 'explicit' : 'implicit',
    };
  }

  /** The response of one quantity to one parameter, signs to be read in the region. */
  of(quantity: Quantity, parameter: string, hold: Hold, region: Region): Response {
    const { whole, method } = this.moved(quantity, parameter, hold);
    const bottom = withoutCommon(
      [...this.problem.factors].reduce(without, whole.den),
      region.isPositiveLetter,
    );
    const sign = region.signOf(bottom);
    // A divisor whose sign is open turns the response wherever it is negative, so it stays as a factor.
    const above = sign === null ? multiplyPolynomials(whole.num, bottom) : whole.num;
    const turned = sign === -1 ? negatePolynomial(above) : above;
    const plain = [...this.problem.factors].reduce(without, turned);
    const numerator = region.reduced(plain);
    return { quantity, parameter, hold, numerator, letters: polynomialSymbols(plain), method };
  }

  /** d ln Q per ln of a quantity, per unit of a shape: the response itself, in the letters of the problem, not reduced. */
  elasticity(quantity: Quantity, parameter: string, hold: Hold): Ratio {
    const { whole, method } = this.moved(quantity, parameter, hold);
    const { num, den } = this.put(this.movement(quantity).unit);
    const measured = times(whole, { num: den, den: num });
    return method === 'implicit'
      ? times(measured, { num: ONE_POLYNOMIAL, den: this.problem.bend })
      : measured;
  }
}

function cofactor(matrix: readonly (readonly Polynomial[])[], i: number, j: number): Polynomial {
  const minor = determinant(matrix.filter((_, k) => k !== i).map((row) => row.filter((_, k) => k !== j)));
  return (i + j) % 2 === 0 ? minor : negatePolynomial(minor);
}
