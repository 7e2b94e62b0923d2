/** Points at which identities are tried: seeded, inside every declared domain, with the facts true. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { double } from './arithmetic/double.ts';
import { evaluate } from './compile.ts';
import type { Context } from './facts.ts';
import { rationalToNumber } from './rational.ts';
import type { Domain } from './symbols.ts';
import { symbolsOf, type Term } from './term.ts';

export type Point = Readonly<Record<string, number>>;

const TRIES = 200;

/** A value of the domain from u in [0, 1): of order one, on both sides where both are allowed. */
function pick(domain: Domain, u: number, spread: number): number {
  const low = domain.lower ? rationalToNumber(domain.lower.at) : null;
  const high = domain.upper ? rationalToNumber(domain.upper.at) : null;
  if (low !== null && high !== null) return low + (high - low) * (0.02 + 0.96 * u);
  if (domain.integer) return (low ?? 0) + Math.floor(u * 5) + 1;
  const size = 0.1 * spread ** u;
  if (low !== null) return low + size;
  if (high !== null) return high - size;
  return u < 0.5 ? -0.1 * spread ** (2 * u) : 0.1 * spread ** (2 * u - 1);
}

/** Moves one letter of an equation that is linear in it so that the equation holds; a random point never would. */
function impose(equation: Term, point: Record<string, number>): void {
  for (const name of symbolsOf(equation)) {
    const at = (value: number): number => evaluate(equation, { ...point, [name]: value }, double);
    const [start, slope] = [at(0), at(1) - at(0)];
    const value = slope === 0 ? Number.NaN : -start / slope;
    if (!Number.isFinite(value) || Math.abs(at(value)) >= 1e-12) continue;
    point[name] = value;
    return;
  }
}

/** At most `count` points for the named symbols; fewer where the facts are seldom true. */
export function samplePoints(names: readonly string[], context: Context, count: number, seed = 20260514): Point[] {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => (generator.next() >>> 0) / 2 ** 32;
  const points: Point[] = [];
  const facts = context.facts.filter(({ term }) => symbolsOf(term).every((name) => names.includes(name)));
  for (let tries = 0; tries < TRIES * count && points.length < count; tries++) {
    const point: Record<string, number> = {};
    // Where the facts have been true too seldom at values of order one, larger ones are tried as well.
    const spread = tries < (TRIES * count) / 4 ? 30 : 3000;
    for (const name of names) point[name] = pick(context.symbols.get(name)?.domain ?? {}, uniform(), spread);
    for (const { term, is } of facts) if (is === 'zero') impose(term, point);
    const allowed = facts.every(({ term, is }) => {
      const value = evaluate(term, point, double);
      if (is === 'non-zero') return value !== 0;
      if (is === 'zero') return Math.abs(value) < 1e-12;
      return is === 'positive' ? value > 0 : is === 'negative' ? value < 0 : is === 'non-negative' ? value >= 0 : value <= 0;
    });
    if (allowed) points.push(point);
  }
  return points;
}
