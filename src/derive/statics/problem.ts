/**
 * The problem of a place in letters that may take any positive values: conditions solved for letters one after another,
 * and everything known about what is left, as polynomials.
 */

import { subsetsOf } from '../../economics/subsets.ts';
import { refuse } from '../../kernel/issues.ts';
import {
  constantPolynomial,
  degreeIn,
  isConstantPolynomial,
  multiplyPolynomials,
  negatePolynomial,
  type Polynomial,
  polynomialSymbols,
} from '../../kernel/polynomial.ts';
import {
  addRatios,
  divideRatios,
  equalRatios,
  multiplyRatios,
  negateRatio,
  ONE_RATIO,
  type Ratio,
  ratio,
  subtractRatios,
  symbolRatio,
  ZERO_RATIO,
} from '../../kernel/ratio.ts';
import { rational } from '../../kernel/rational.ts';
import { shapeRatio } from '../../kernel/shape.ts';
import { POSITIVE } from '../../kernel/symbols.ts';
import { symbolsOf } from '../../kernel/term.ts';
import type { Known } from './known.ts';
import type { Adoption } from './letter.ts';
import { logarithmsOf } from './logarithms.ts';
import {
  coefficientsBy,
  determinant,
  quotientOf,
  substituted,
  without,
  withoutCommon,
} from './polynomials.ts';
import { everywhere, type Region } from './region.ts';
import type { Setting } from './setting.ts';
import { type System, systemOf } from './system.ts';

/** A letter in terms of the others, by one of the conditions or by a relation between logarithms. */
export interface Solved {
  readonly name: string;
  readonly value: Ratio;
}

export interface Problem {
  readonly system: System;
  readonly solved: readonly Solved[];
  /** Positive or not negative at the optimum, in the letters that are left. */
  readonly known: readonly Known[];
  /** Divisors that are positive and carry no sign. */
  readonly factors: readonly Polynomial[];
  /** -J, row by row without fractions, each row times something positive. */
  readonly matrix: readonly (readonly Polynomial[])[];
  /** By what each row was multiplied. */
  readonly scales: readonly Ratio[];
  /** det(-J) up to a positive factor. */
  readonly bend: Polynomial;
  /** Why det(-J) is positive. */
  readonly bendBecause: 'second-order condition' | 'proved' | 'stability';
}

/** Above this many summands common divisors are looked for among the ones to be expected alone. */
const MOST_REDUCED = 16;

/** A fraction in which a letter was put in, reduced: fully where it is short. */
function cancelled(top: Polynomial, bottom: Polynomial, { num, den }: Ratio): Ratio {
  if (top.length <= MOST_REDUCED && bottom.length <= MOST_REDUCED) return ratio(top, bottom);
  let [x, y] = [top, bottom];
  for (const factor of [den, num].filter((p) => !isConstantPolynomial(p))) {
    for (;;) {
      const both = [quotientOf(x, factor), quotientOf(y, factor)] as const;
      if (!both[0] || !both[1]) break;
      [x, y] = [both[0], both[1]];
    }
  }
  return { num: x, den: y };
}

/** The letter put in. */
export function put(x: Ratio, { name, value }: Solved): Ratio {
  const [top, bottom] = [degreeIn(x.num, name), degreeIn(x.den, name)];
  if (top === 0 && bottom === 0) return x;
  const [num, den] = [substituted(x.num, name, value), substituted(x.den, name, value)];
  const power = (times: number): Polynomial =>
    Array.from({ length: times }).reduce<Polynomial>(
      (all) => multiplyPolynomials(all, value.den),
      ONE_RATIO.num,
    );
  return cancelled(multiplyPolynomials(num, power(bottom)), multiplyPolynomials(den, power(top)), value);
}
export const putAll = (x: Ratio, solved: readonly Solved[]): Ratio => solved.reduce(put, x);

/** Order in which conditions are solved for letters: what nobody observes first, then revenue, then costs. */
function rankOf(name: string, { ring, setting: { context } }: System): number | null {
  const letter = ring.letters.get(name);
  if (letter?.kind === 'elasticity') return 0;
  if (letter?.kind === 'ratio' || letter?.kind === 'value') return 1;
  if (letter?.kind === 'dollars')
    return letter.name.startsWith('G') ? 2 : letter.name.startsWith('S') ? 3 : 5;
  const declared = context.symbols.get(name);
  const isFree =
    declared?.role === 'shape' &&
    declared.domain === POSITIVE &&
    !context.facts.some(({ term }) => symbolsOf(term).includes(name));
  return isFree ? 4 : null;
}

interface Candidate extends Solved {
  readonly rank: number;
  readonly condition: number;
  /** Positive where it is known to be so; else it must be said that it is. */
  readonly isPositive: boolean;
}

/** Ways to solve one of the conditions for a letter in which it is linear. */
function candidatesFor(
  conditions: readonly Polynomial[],
  system: System,
  region: Region,
): readonly Candidate[] {
  return conditions.flatMap((p, condition) =>
    polynomialSymbols(p).flatMap((name): Candidate[] => {
      const rank = rankOf(name, system);
      if (rank === null || degreeIn(p, name) !== 1) return [];
      const [rest, slope] = coefficientsBy(p, name) as [Polynomial, Polynomial];
      const value = ratio(negatePolynomial(rest), slope);
      const signs = [value.num, value.den].map(region.signOf);
      const isPositive = signs[0] !== null && signs[0] !== 0 && signs[0] === signs[1];
      return signs[1] === null
        ? []
        : [{ name, value, rank: isPositive ? rank : rank + 10, condition, isPositive }];
    }),
  );
}

/** The fraction with a positive denominator, so that putting it in and clearing it turn no sign round. */
const oriented = ({ num, den }: Ratio, region: Region): Ratio =>
  region.signOf(den) === -1 ? { num: negatePolynomial(num), den: negatePolynomial(den) } : { num, den };

interface Solution {
  readonly solved: readonly Solved[];
  readonly doubtful: readonly Solved[];
}

/** Conditions solved one after another, each for the letter that is surely positive and least observed. */
function solveConditions(system: System, region: Region, factors: readonly Polynomial[]): Solution {
  let solved: readonly Solved[] = [];
  let doubtful: readonly Solved[] = [];
  let left = Object.values(system.conditions).map(({ num }) => num);
  while (left.length > 0) {
    const [best] = [...candidatesFor(left, system, region)].sort((x, y) => x.rank - y.rank);
    if (!best)
      return refuse(
        'a condition has no letter to solve it for',
        'comparative statics',
        'see which blocks are covered',
      );
    const one: Solved = { name: best.name, value: oriented(best.value, region) };
    solved = [...solved.map(({ name, value }) => ({ name, value: put(value, one) })), one];
    doubtful = best.isPositive ? doubtful : [...doubtful, one];
    left = left
      .filter((_, i) => i !== best.condition)
      .map((p) => factors.reduce(without, put({ num: p, den: ONE_RATIO.num }, one).num))
      .filter((p) => p.length > 0);
  }
  return { solved, doubtful };
}

/** Principal minors of a matrix, each by the rows that it keeps. */
function principalMinors(matrix: readonly (readonly Ratio[])[]): readonly Ratio[] {
  return subsetsOf(matrix.map((_, i) => i))
    .filter((set) => set.length > 0)
    .map((set) => determinantOfRatios(set.map((i) => set.map((j) => matrix[i]?.[j] ?? ZERO_RATIO))));
}

function determinantOfRatios(matrix: readonly (readonly Ratio[])[]): Ratio {
  const rows = matrix.map(cleared);
  const scale = rows.reduce<Ratio>((all, row) => multiplyRatios(all, row.scale), ONE_RATIO);
  return divideRatios({ num: determinant(rows.map(({ row }) => row)), den: ONE_RATIO.num }, scale);
}

/** A row without fractions, and by what it was multiplied. */
function cleared(row: readonly Ratio[]): { readonly row: readonly Polynomial[]; readonly scale: Ratio } {
  const scale = row.reduce<Ratio>((all, { den }) => {
    const rest = divideRatios({ num: den, den: ONE_RATIO.num }, all);
    return multiplyRatios(all, { num: rest.num, den: ONE_RATIO.num });
  }, ONE_RATIO);
  return { row: row.map((entry) => multiplyRatios(entry, scale).num), scale };
}

/** Reads knowledge off ratios: where the denominator has a sign, the numerator is known. */
class Knowledge {
  readonly list: Known[] = [];
  /** What has a denominator whose sign is not known yet. */
  private waiting: (readonly [value: Ratio, because: string, strict: boolean])[] = [];
  private readonly region: Region;
  private readonly solved: readonly Solved[];
  private readonly factors: readonly Polynomial[];
  constructor(region: Region, solved: readonly Solved[], factors: readonly Polynomial[]) {
    this.region = region;
    this.solved = solved;
    this.factors = factors;
  }
  /** Polynomials that are positive, and so carry no sign where they are factors. */
  positive(): readonly Polynomial[] {
    return [...this.factors, ...this.list.filter(({ strict }) => strict).map(({ polynomial }) => polynomial)];
  }
  private stripped(p: Polynomial): Polynomial {
    return withoutCommon(this.positive().reduce(without, p), this.region.isPositiveLetter);
  }
  isPositive(value: Ratio): boolean {
    const { num, den } = putAll(value, this.solved);
    const region = this.region.withKnown(this.list);
    const [top, bottom] = [region.signOf(this.stripped(num)), region.signOf(this.stripped(den))];
    return top !== null && top !== 0 && top === bottom;
  }
  add(value: Ratio, because: string, strict = true): void {
    const { num, den } = putAll(value, this.solved);
    const sign = this.region.withKnown(this.list).signOf(this.stripped(den));
    if (!sign) {
      this.waiting.push([value, because, strict]);
      return;
    }
    const whole = sign === 1 ? num : negatePolynomial(num);
    const polynomial = this.stripped(whole);
    if (this.region.isPlain(polynomial)) return;
    this.list.push({ polynomial, strict, because });
  }
  /** Reads what waited again, as long as that adds to what is known. */
  settle(): void {
    for (let before = -1; before < this.list.length; ) {
      before = this.list.length;
      const again = this.waiting;
      this.waiting = [];
      for (const [value, because, strict] of again) this.add(value, because, strict);
    }
    for (const [i, one] of this.list.entries()) {
      const others = this.positive().filter((factor) => factor !== one.polynomial);
      this.list[i] = { ...one, polynomial: others.reduce(without, one.polynomial) };
    }
  }
}

/** The row times something positive: what cleared it, that turned round, or its square where its sign is not known. */
function positiveRow({ row, scale }: ReturnType<typeof cleared>, region: Region): ReturnType<typeof cleared> {
  const sign = region.signOf(scale.num);
  if (sign === 1) return { row, scale };
  const by = sign === -1 ? constantPolynomial(rational(-1)) : scale.num;
  return {
    row: row.map((entry) => multiplyPolynomials(entry, by)),
    scale: multiplyRatios(scale, { num: by, den: ONE_RATIO.num }),
  };
}

const isMaximum = ({ setting: { model } }: System): boolean => model.kind === 'maximum';

/** Where one adoption is known to exceed another of the same shape: what they lose to a larger shape is ordered too. */
function orderFacts(more: Adoption, less: Adoption, knowledge: Knowledge): void {
  if (more === less || !equalRatios(more.shape, less.shape)) return;
  const of = ({ phi, shape }: Adoption): Ratio => divideRatios(ONE_RATIO, addRatios(symbolRatio(phi), shape));
  if (!knowledge.isPositive(subtractRatios(of(more), of(less)))) return;
  const share = ({ theta }: Adoption): Ratio => symbolRatio(theta);
  const because = 'the rest of the market is where thresholds are higher';
  knowledge.add(subtractRatios(share(more), share(less)), because);
  const lost = subtractRatios(multiplyRatios(of(more), share(more)), multiplyRatios(of(less), share(less)));
  knowledge.add(lost, because);
  // ln s lies between ln x_0 and ln x where f - f_0 = ∫ s^-(1+γ) ds from x_0 to x loses ∫ ln s s^-(1+γ) ds; φ ln x = 1 - γ θ.
  const logarithm = ({ phi, theta, shape }: Adoption): Ratio =>
    divideRatios(subtractRatios(ONE_RATIO, multiplyRatios(shape, symbolRatio(theta))), symbolRatio(phi));
  const rest = subtractRatios(of(more), of(less));
  const marginal = 'consumers at the margin have the highest thresholds';
  knowledge.add(subtractRatios(multiplyRatios(rest, logarithm(more)), lost), marginal);
  knowledge.add(subtractRatios(lost, multiplyRatios(rest, logarithm(less))), because);
}

/** What the blocks say, whatever the conditions are. */
function standingFacts({ ring, setting: { context } }: System, knowledge: Knowledge): void {
  for (const { term, is, because } of context.facts) {
    if (is === 'non-zero' || is === 'zero') continue;
    const value = shapeRatio(term, context) ?? ring.split(term).value;
    const isUp = is === 'positive' || is === 'non-negative';
    knowledge.add(isUp ? value : negateRatio(value), because, is === 'positive' || is === 'negative');
  }
  for (const { phi, shape } of ring.adoptions)
    knowledge.add(addRatios(symbolRatio(phi), shape), 'adoption is positive');
  for (const worth of ring.worthsOfDollars()) knowledge.add(worth, 'the firm sells');
  for (const { phi, theta, argument, shape } of ring.adoptions) {
    const [f, lost, log] = [symbolRatio(phi), symbolRatio(theta), ring.logarithm(argument)];
    const whole = addRatios(f, shape);
    const turned = subtractRatios(multiplyRatios(whole, log), ONE_RATIO);
    knowledge.add(
      subtractRatios(ONE_RATIO, multiplyRatios(shape, lost)),
      'quality exceeds the lowest threshold',
    );
    knowledge.add(log, 'quality exceeds the lowest threshold');
    knowledge.add(
      subtractRatios(ONE_RATIO, multiplyRatios(whole, lost)),
      'consumers at the margin have the highest thresholds',
    );
    knowledge.add(
      multiplyRatios(shape, subtractRatios(ONE_RATIO, multiplyRatios(f, log))),
      'adoption is an integral',
      false,
    );
    knowledge.add(multiplyRatios(shape, turned), 'adoption is an integral', false);
  }
  knowledge.settle();
  for (const more of ring.adoptions) for (const less of ring.adoptions) orderFacts(more, less, knowledge);
  for (const { name, exponent } of ring.exponentials) {
    const y = symbolRatio(name);
    knowledge.add(subtractRatios(subtractRatios(y, ONE_RATIO), exponent), 'exp(u) is at least 1 + u', false);
    const turned = multiplyRatios(y, subtractRatios(ONE_RATIO, exponent));
    knowledge.add(subtractRatios(ONE_RATIO, turned), 'exp(-u) is at least 1 - u', false);
  }
}

/** The problem of a place. @throws OptimandError where its blocks are not covered. */
export function problemOf(setting: Setting): Problem {
  const system = systemOf(setting);
  const { ring, context } = { ring: system.ring, context: setting.context };
  const region = everywhere(ring, context);
  const before = new Knowledge(region, [], []);
  standingFacts(system, before);
  const reading = region.withKnown(before.list);
  const factors = ring.sums().filter((p) => p.length > 1 && reading.signOf(p) === 1);
  const { solved, doubtful } = solveConditions(system, reading, factors);
  const logs = logarithmsOf(system);
  // Numerators and denominators of what is solved for turn up as factors of whatever it is put into.
  const parts = solved.flatMap(({ value }) => [value.num, value.den]);
  const plain = parts.map((p) => withoutCommon(p, reading.isPositiveLetter));
  const divisors = [...factors, ...plain].filter((p) => p.length > 1 && reading.signOf(p) === 1);
  const knowledge = new Knowledge(region, [...logs, ...solved], divisors);
  standingFacts(system, knowledge);
  for (const { name, value } of doubtful) knowledge.add(value, `${name} is positive`);
  const profit = system.profit
    .map(({ sign, value }) => (sign === 1 ? value : negateRatio(value)))
    .reduce(addRatios, ZERO_RATIO);
  knowledge.add(profit, 'the firm makes a profit');
  const own = system.hessian.map((row) => row.map((entry) => negateRatio(putAll(entry, solved))));
  for (const minor of principalMinors(own)) knowledge.add(minor, 'second-order condition');
  knowledge.settle();
  const rows = system.jacobian
    .map((row) => cleared(row.map((entry) => negateRatio(putAll(entry, solved)))))
    .map((one) => positiveRow(one, reading));
  const matrix = rows.map(({ row }) => row);
  const bend = determinant(matrix);
  const isProved = region.withKnown(knowledge.list).signOf(bend) === 1;
  const bendBecause = isProved ? 'proved' : isMaximum(system) ? 'second-order condition' : 'stability';
  if (bendBecause === 'stability')
    knowledge.add({ num: bend, den: ONE_RATIO.num }, 'the equilibrium is stable');
  return {
    system,
    solved: [...logs, ...solved],
    known: knowledge.list,
    factors: knowledge.positive(),
    matrix,
    scales: rows.map(({ scale }) => scale),
    bend,
    bendBecause,
  };
}
