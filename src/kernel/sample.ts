/** Points at which identities are tried: seeded, inside every declared domain, with the facts true. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expandAbbreviations } from './abbreviations.ts';
import { double } from './arithmetic/double.ts';
import { type Compiled, compile } from './compile.ts';
import type { Context, Fact } from './facts.ts';
import { rationalToNumber } from './rational.ts';
import { type Domain, inDomain } from './symbols.ts';
import { symbolsOf } from './term.ts';

export type Point = Readonly<Record<string, number>>;

const TRIES = 200;
/** How far an equation among the facts may be from true: a solved one is true but for rounding. */
const ROUNDING = 1e-12;

/** A whole number of the domain: among the first few from the end it has, or among all where it has both. */
function pickWhole({ lower, upper }: Domain, u: number): number {
  const low = lower
    ? Math.ceil(rationalToNumber(lower.at)) + (lower.open && lower.at.den === 1n ? 1 : 0)
    : null;
  const high = upper
    ? Math.floor(rationalToNumber(upper.at)) - (upper.open && upper.at.den === 1n ? 1 : 0)
    : null;
  const first = low ?? (high === null ? 1 : high - 5);
  return first + Math.floor(u * (low !== null && high !== null ? high - low + 1 : 6));
}

/** A value of the domain from u in [0, 1): of order one, on both sides where both are allowed. */
function pick(domain: Domain, u: number, spread: number): number {
  if (domain.integer) return pickWhole(domain, u);
  const low = domain.lower ? rationalToNumber(domain.lower.at) : null;
  const high = domain.upper ? rationalToNumber(domain.upper.at) : null;
  if (low !== null && high !== null) return low + (high - low) * (0.02 + 0.96 * u);
  const size = 0.1 * spread ** u;
  if (low !== null) return low + size;
  if (high !== null) return high - size;
  return u < 0.5 ? -0.1 * spread ** (2 * u) : 0.1 * spread ** (2 * u - 1);
}

/** A fact as a test of the values of the named symbols, which `uses` says where to find. */
interface Test {
  readonly is: Fact['is'];
  readonly value: Compiled<number>;
  readonly uses: readonly number[];
}

/** Moves one letter of an equation that is linear in it so that the equation holds; a random point never would. */
function impose({ value, uses }: Test, values: number[], domains: readonly Domain[]): void {
  for (const index of uses) {
    const at = (x: number): number => value(values.map((old, i) => (i === index ? x : old)));
    const [start, slope] = [at(0), at(1) - at(0)];
    const solution = slope === 0 ? Number.NaN : -start / slope;
    if (!inDomain(solution, domains[index] ?? {}) || Math.abs(at(solution)) >= ROUNDING) continue;
    values[index] = solution;
    return;
  }
}

/** Whether a value bears the fact out; what is not a number never does. */
function holds(value: number, is: Fact['is']): boolean {
  switch (is) {
    case 'positive':
      return value > 0;
    case 'negative':
      return value < 0;
    case 'non-negative':
      return value >= 0;
    case 'non-positive':
      return value <= 0;
    case 'zero':
      return Math.abs(value) < ROUNDING;
    case 'non-zero':
      return value < 0 || value > 0;
  }
}

/** The facts that speak of the named symbols alone, once abbreviations are opened. */
function testsOf(names: readonly string[], context: Context): Test[] {
  const isNamed = (name: string): boolean => names.includes(name);
  return context.facts.flatMap(({ term, is }) => {
    const opened = symbolsOf(term).every(isNamed) ? term : expandAbbreviations(term, context.symbols);
    const used = symbolsOf(opened);
    if (!used.every(isNamed)) return [];
    return [{ is, value: compile(opened, names, double), uses: used.map((name) => names.indexOf(name)) }];
  });
}

/** At most `count` points for the named symbols; fewer where the facts are seldom true. */
export function samplePoints(
  names: readonly string[],
  context: Context,
  count: number,
  seed = 20260514,
): Point[] {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => (generator.next() >>> 0) / 2 ** 32;
  const points: Point[] = [];
  const tests = testsOf(names, context);
  const domains = names.map((name) => context.symbols.get(name)?.domain ?? {});
  for (let tries = 0; tries < TRIES * count && points.length < count; tries++) {
    // Where the facts have been true too seldom at values of order one, larger ones are tried as well.
    const spread = tries < (TRIES * count) / 4 ? 30 : 3000;
    const values = domains.map((domain) => pick(domain, uniform(), spread));
    for (const test of tests) if (test.is === 'zero') impose(test, values, domains);
    if (!tests.every(({ value, is }) => holds(value(values), is))) continue;
    points.push(Object.fromEntries(names.map((name, i) => [name, values[i] as number])));
  }
  return points;
}
