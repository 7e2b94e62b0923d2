/** Points at which what is given and what is assumed hold. */
import { DOUBLE, evaluate, type Field, less, over } from './evaluate.ts';
import { hashed } from './exact.ts';
import type { Definitions, Stated, Term } from './read.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export function generator(seed: number): () => number {
  let drawn = 0;
  return () => Number(hashed(`${seed} ${drawn++}`) >> 459n) / 2 ** 53;
}

export const isNumber = (term: Term): term is string => typeof term === 'string' && /^-?\d/.test(term);

/** The letters of terms, those that stand for terms opened. */
export function lettersIn(
  terms: readonly Term[],
  opened: Definitions,
  seen = new Set<string>(),
): readonly string[] {
  return terms.flatMap((term) => {
    if (typeof term !== 'string') return lettersIn(term.slice(1), opened, seen);
    if (seen.has(term) || isNumber(term)) return [];
    seen.add(term);
    const definition = opened[term];
    return definition ? lettersIn([definition], opened, seen) : [term];
  });
}

/** Whether the sign holds of sides whose difference is this. */
export const compares = (sign: string, gap: number): boolean =>
  (gap < 0 ? ['<', '<=', '!='] : gap > 0 ? ['>', '>=', '!='] : gap === 0 ? ['<=', '>=', '='] : []).includes(
    sign,
  );

/** A number at which a gap closes, by secants; null where it is not found to the share given of the gap nearby. */
function root<N>(gap: (x: N) => N, from: N, share: number, field: Field<N>): N | null {
  const size = (z: N): number => Math.abs(field.double(z));
  let [x, y] = [from, field.mul(from, over(field, field.whole(1001n), field.whole(1000n)))];
  let [before, after] = [gap(x), gap(y)];
  const enough = share * size(after);
  for (let i = 0; i < (share > 0 ? 40 : 1) && size(after) > 0; i++) {
    const slope = over(field, less(field, after, before), less(field, y, x));
    if (!(size(slope) > 0)) return null;
    [x, y] = [y, less(field, y, over(field, after, slope))];
    [before, after] = [after, gap(y)];
    if (size(less(field, x, y)) === 0) break;
  }
  return size(after) <= enough ? y : null;
}

/** How an equation fixes a letter: outright, or by a root. */
interface Fixed {
  readonly letter: string;
  readonly by: Stated;
  readonly outright: boolean;
}

/** How to find points: which letters are drawn, and which the equations given fix. */
export class Plan {
  readonly letters: readonly string[];
  private readonly fixed: readonly Fixed[];
  private readonly conditions: readonly Stated[];

  /** `choice` is which of the letters of an equation it fixes, where it does not name one. */
  constructor(
    given: readonly Stated[],
    private readonly assumptions: readonly Stated[],
    asked: readonly Term[],
    private readonly opened: Definitions,
    choice: number,
  ) {
    const sides = (all: readonly Stated[]): readonly Term[] =>
      all.flatMap(([, left, right]) => [left, right]);
    this.letters = lettersIn([...sides(given), ...sides(assumptions), ...asked], opened).toSorted();
    // An equation that says which of two is the smaller fixes nothing.
    const equations = given.filter(([sign, left]) => sign === '=' && left[0] !== 'min' && left[0] !== 'max');
    this.conditions = [...given.filter((r) => !equations.includes(r)), ...assumptions];
    const fixed: Fixed[] = [];
    for (const by of equations) {
      const [, left, right] = by;
      const own = lettersIn([left, right], opened).filter(
        (name) => !fixed.some(({ letter }) => letter === name),
      );
      const elsewhere = lettersIn(sides(equations.filter((r) => r !== by)), opened);
      const alone = own.filter((name) => !elsewhere.includes(name));
      const outright = own.includes(`${left}`) && !lettersIn([right], opened).includes(`${left}`);
      const candidates = outright ? [`${left}`] : alone.length > 0 ? alone : own;
      const letter = candidates.at((candidates.length - 1 + choice) % candidates.length);
      if (letter) fixed.push({ letter, by, outright });
    }
    this.fixed = fixed.toSorted((x, y) => Number(y.outright) - Number(x.outright));
  }

  fixes(name: string): boolean {
    return this.fixed.some(({ letter }) => letter === name);
  }

  /** A number for a letter within its bounds: now and then a bound itself, or 0, where much goes wrong. */
  private number(name: string, random: () => number): number {
    let [low, high, closed] = [-Infinity, Infinity, false];
    for (const [sign, left, right] of this.assumptions) {
      if (left !== name || !isNumber(right)) continue;
      const at = evaluate(right, new Map<string, number>(), {}, DOUBLE);
      if (sign.startsWith('>') && at > low) [low, closed] = [at, sign === '>='];
      if (sign.startsWith('<') && at < high) high = at;
    }
    const [pick, away] = [random(), Math.exp(3 * random() - 1.5)];
    if (pick < 0.1 && low < 0 && high > 0) return 0;
    if (pick < 0.15 && closed) return low;
    if (high < Infinity) return low > -Infinity ? low + (high - low) * random() : high - away;
    if (low > -Infinity) return low + away;
    return pick < 0.6 ? 3 * random() - 1.5 : random() < 0.5 ? away : -away;
  }

  /** The point with the letters put in that the equations fix; null where they are not found to the share given. */
  settle<N>(values: Map<string, N>, share: number, field: Field<N>): Map<string, N> | null {
    for (const { letter, by, outright } of this.fixed) {
      const side = (term: Term): N => evaluate(term, new Map(values), this.opened, field);
      const gap = (x: N): N => {
        values.set(letter, x);
        return less(field, side(by[1]), side(by[2]));
      };
      const found = outright ? side(by[2]) : root(gap, values.get(letter) as N, share, field);
      if (found === null) return null;
      values.set(letter, found);
    }
    // A letter fixed later may stand in an equation before.
    const isSolved = ({ by: [, left, right] }: Fixed): boolean => {
      const [x, y] = [left, right].map((term) => evaluate(term, new Map(values), this.opened, field)) as [
        N,
        N,
      ];
      const scale = Math.max(Math.abs(field.double(x)), Math.abs(field.double(y)), 1e-3);
      return Math.abs(field.double(less(field, x, y))) <= Math.sqrt(share) * scale;
    };
    return this.fixed.length < 2 || this.fixed.every(isSolved) ? values : null;
  }

  /** Whether all numbers are finite, and inputs and assumptions hold at them. */
  isPoint(numbers: ReadonlyMap<string, number>): boolean {
    const holds = ([sign, ...sides]: Stated): boolean => {
      const [x = 0, y = 0] = sides.map((side) => evaluate(side, new Map(numbers), this.opened, DOUBLE));
      return sign === '=' ? x === y : compares(sign, Math.abs(x - y) < 1e-9 ? 0 : x - y);
    };
    return [...numbers.values()].every(Number.isFinite) && this.conditions.every(holds);
  }

  /** Doubles for all letters at which everything holds, or null where this draw has none. */
  draw(random: () => number): Map<string, number> | null {
    const drawn = new Map(this.letters.map((name) => [name, this.number(name, random)]));
    const numbers = this.settle(drawn, 1e-9, DOUBLE);
    return numbers && this.isPoint(numbers) ? numbers : null;
  }
}
