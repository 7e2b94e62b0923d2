/**
 * Points at which an optimum may lie, in the letters of a problem: free letters drawn wide, the others computed from what
 * ties them together, kept where everything known holds. Scales can be chosen to give any such letters, so two points
 * with opposite signs of a response show that no proof of one sign exists and none need be looked for. Points prove nothing else.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Polynomial, polynomialSymbols } from '../../kernel/polynomial.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { rationalToNumber } from '../../kernel/rational.ts';
import type { Declaration } from '../../kernel/symbols.ts';
import type { Problem } from './problem.ts';
import { put } from './problem.ts';

export type Point = Readonly<Record<string, number>>;
type Uniform = () => number;

const SEED = 20260514;
const WANTED = 300;
const MOST_DRAWS = 40_000;

interface Compiled {
  readonly names: readonly string[];
  readonly terms: readonly {
    readonly coefficient: number;
    readonly powers: readonly (readonly [number, number])[];
  }[];
}
const compiled = new WeakMap<Polynomial, Compiled>();

function compile(p: Polynomial): Compiled {
  const known = compiled.get(p);
  if (known) return known;
  const names = polynomialSymbols(p);
  const terms = p.map(({ monomial, coefficient }) => ({
    coefficient: rationalToNumber(coefficient),
    powers: monomial.map(([name, e]): [number, number] => [names.indexOf(name), e]),
  }));
  const result = { names, terms };
  compiled.set(p, result);
  return result;
}

/** The value of a polynomial at a point and its largest summand; NaN where a letter has none. */
export function measuredAt(p: Polynomial, at: Point): { readonly value: number; readonly size: number } {
  const { names, terms } = compile(p);
  const letters = names.map((name) => at[name] ?? Number.NaN);
  let [value, size] = [0, 0];
  for (const { coefficient, powers } of terms) {
    let product = coefficient;
    for (const [index, e] of powers) product *= (letters[index] ?? Number.NaN) ** e;
    value += product;
    size = Math.max(size, Math.abs(product));
  }
  return { value, size };
}

/** The value of a polynomial at a point; NaN where a letter has none. */
export const valueAt = (p: Polynomial, at: Point): number => measuredAt(p, at).value;
export const ratioAt = ({ num, den }: Ratio, at: Point): number => valueAt(num, at) / valueAt(den, at);

const logUniform = (low: number, high: number, u: number): number => low * (high / low) ** u;

function drawShape({ domain: { lower, upper, integer } }: Declaration, u: number): number {
  const low = lower ? rationalToNumber(lower.at) : -2;
  if (upper) return low + u * (rationalToNumber(upper.at) - low);
  if (low < 0) return u < 0.15 ? 0 : low + (u - 0.15) * 5;
  return integer ? low + Math.floor(u * 9) : low + logUniform(0.1, low === 0 ? 1.5 : 5, u);
}

/** ln x where f = ∫_1^x s^-(1+γ) ds has the elasticity φ; NaN where none has. */
const logarithmFor = (phi: number, gamma: number): number =>
  gamma === 0 ? 1 / phi : Math.log1p(gamma / phi) / gamma;

/** One draw of every letter, or null where letters tied together do not fit. */
function drawPoint({ system, solved }: Problem, uniform: Uniform): Point | null {
  const { ring, setting } = system;
  const at: Record<string, number> = {};
  for (const declared of setting.model.parameters)
    if (declared.role === 'shape') at[declared.name] = drawShape(declared, uniform());
  for (const { name, kind, definition } of ring.letters.values()) {
    if (kind === 'dollars' || kind === 'elasticity') at[name] = logUniform(1e-3, 1e3, uniform());
    if (kind === 'ratio') at[name] = logUniform(0.03, 30, uniform());
    if (kind === 'logarithm') at[name] = ring.open.has(name) ? 20 * (uniform() - 0.5) : 5 + 30 * uniform();
    if (definition.kind === 'symbol' && kind === 'ratio') at[name] = logUniform(1, 30, uniform());
  }
  for (const { name } of system.worths) at[name] = logUniform(1e-3, 1e3, uniform());
  for (const { name, exponent } of ring.exponentials) at[name] = Math.exp(ratioAt(exponent, at));
  const conditions = solved.filter(({ name }) => !name.startsWith('ln_'));
  for (const { name, value } of [...conditions].reverse()) at[name] = ratioAt(value, at);
  for (const { name, value } of ring.valueLogarithms()) at[name] = Math.log(ratioAt(value, at));
  for (const { phi, theta, argument, shape } of ring.adoptions) {
    const [f, g] = [at[phi] ?? Number.NaN, ratioAt(shape, at)];
    const length = logarithmFor(f, g);
    const log = solved.reduce(put, ring.logarithm(argument));
    const [leader] = polynomialSymbols(log.num).filter((name) => name.startsWith('ln_'));
    if (!leader || !Number.isFinite(length)) return null;
    const [zero, one] = [ratioAt(log, { ...at, [leader]: 0 }), ratioAt(log, { ...at, [leader]: 1 })];
    at[leader] = (length - zero) / (one - zero);
    at[theta] = g === 0 ? length / 2 : (1 - f * length) / g;
    if (argument.kind === 'symbol') at[argument.name] = Math.exp(length);
  }
  return at;
}

const made = new WeakMap<Problem, readonly Point[]>();

/** Points of a problem, the same for the same problem. */
export function pointsOf(problem: Problem): readonly Point[] {
  const known = made.get(problem) ?? drawPoints(problem);
  made.set(problem, known);
  return known;
}

function drawPoints(problem: Problem): readonly Point[] {
  const generator = xoroshiro128plus(SEED);
  const uniform: Uniform = () => uniformFloat64(generator);
  const found: Point[] = [];
  for (let i = 0; i < MOST_DRAWS && found.length < WANTED; i++) {
    const at = drawPoint(problem, uniform);
    if (at && problem.known.every(({ polynomial }) => valueAt(polynomial, at) > -1e-9)) found.push(at);
  }
  return found;
}
