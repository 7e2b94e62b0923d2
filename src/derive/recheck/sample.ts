/** Points at which a step's premises and the facts in force hold: drawn in doubles, sharpened in decimals. */
import type { Decimal } from '../../engines/decimal.ts';
import type { Term } from '../../kernel/term.ts';
import { DOUBLE, decimalField, evaluateAt, type Point } from './evaluate.ts';

export interface Stated {
  readonly left: Term;
  readonly sign: string;
  readonly right: Term;
}

export interface FactStated {
  readonly term: Term;
  readonly is: string;
}

export interface CertifiedStep {
  readonly index: number;
  readonly rule: string;
  readonly method: string | null;
  readonly states: Stated | null;
  readonly from: readonly Stated[];
  /** What is assumed or has been shown where the step stands. */
  readonly facts: readonly FactStated[];
}

export interface Certificate {
  readonly id: string;
  /** What letters stand for. */
  readonly definitions: Readonly<Record<string, Term>>;
  /** Bounds of the other letters, null where there is none. */
  readonly domains: Readonly<Record<string, readonly [number | null, number | null]>>;
  readonly steps: readonly CertifiedStep[];
}

const DIGITS = 55;
export const precise = decimalField(DIGITS);
type Numbers = ReadonlyMap<string, number>;

/** A generator of its own, so that a run repeats: mulberry32. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function lettersIn(
  term: Term,
  definitions: Certificate['definitions'],
  into = new Set<string>(),
): Set<string> {
  const visit = (part: Term): void => {
    if (part.kind === 'symbol') {
      const definition = definitions[part.name];
      if (definition) visit(definition);
      else into.add(part.name);
    } else if (part.kind === 'sum') part.terms.forEach(visit);
    else if (part.kind === 'product') part.factors.forEach(visit);
    else if (part.kind === 'power') [part.base, part.exponent].forEach(visit);
    else if (part.kind === 'call') part.args.forEach(visit);
  };
  visit(term);
  return into;
}

function draw([lower, upper]: readonly [number | null, number | null], random: () => number): number {
  if (lower !== null && upper !== null) return lower + (upper - lower) * random();
  if (lower !== null) return lower + Math.exp(3 * random() - 1.5);
  if (upper !== null) return upper - Math.exp(3 * random() - 1.5);
  return 3 * random() - 1.5;
}

const holdsFact = (value: number, is: string): boolean => {
  const size = 1e-9;
  switch (is) {
    case 'positive':
      return value > size;
    case 'non-negative':
      return value >= -size;
    case 'non-zero':
      return Math.abs(value) > size;
    case 'zero':
      return true;
    default:
      return Number.isFinite(value);
  }
};

export const compares = (sign: string, order: number): boolean =>
  (sign === '<' && order < 0) ||
  (sign === '>' && order > 0) ||
  (sign === '<=' && order <= 0) ||
  (sign === '>=' && order >= 0) ||
  (sign === '!=' && order !== 0);

/** Whether a premise fixes a letter: an equation does, but for one that says which of two is the smaller. */
const isSolved = ({ left, sign }: Stated): boolean => sign === '=' && left.kind !== 'call';

/** How each equation among the premises fixes a letter: outright, or by a root. */
interface Fixed {
  readonly letter: string;
  readonly by: Stated;
  readonly outright: boolean;
}

export class Sampler {
  readonly fixed: readonly Fixed[];
  readonly free: readonly string[];
  private readonly conditions: readonly Stated[];

  constructor(
    private readonly certificate: Certificate,
    private readonly step: CertifiedStep,
    extra: readonly string[],
    choice: number,
  ) {
    const { definitions } = certificate;
    const relations = [...step.from, ...(step.states ? [step.states] : [])];
    const letters = new Set<string>(extra);
    for (const { left, right } of relations)
      for (const side of [left, right]) lettersIn(side, definitions, letters);
    for (const { term } of step.facts) lettersIn(term, definitions, letters);
    const fixed: Fixed[] = [];
    const taken = new Set<string>();
    for (const by of step.from.filter(isSolved)) {
      const { left, right } = by;
      const others = lettersIn(right, definitions);
      const plain =
        left.kind === 'symbol' && !definitions[left.name] && !others.has(left.name) && !taken.has(left.name);
      const candidates = [...lettersIn(left, definitions), ...others].filter(
        (name) => !taken.has(name) && !/^(alpha|beta|gamma)$/.test(name),
      );
      const letter = plain ? left.name : candidates.at((candidates.length - 1 + choice) % candidates.length);
      if (letter === undefined) continue;
      taken.add(letter);
      fixed.push({ letter, by, outright: plain });
    }
    // A letter that is fixed outright by letters fixed later waits for them.
    this.fixed = fixed.toSorted(
      (x, y) =>
        Number(lettersIn(x.by.right, definitions).has(y.letter)) -
        Number(lettersIn(y.by.right, definitions).has(x.letter)),
    );
    this.free = [...letters].filter((name) => !taken.has(name)).toSorted();
    this.conditions = step.from.filter((r) => !isSolved(r));
  }

  private value(term: Term, numbers: Numbers): number {
    const at: Point<number> = { values: new Map(numbers), definitions: this.certificate.definitions };
    return evaluateAt(term, at, DOUBLE);
  }

  private gap({ left, right }: Stated, numbers: Numbers): number {
    return this.value(left, numbers) - this.value(right, numbers);
  }

  private domain(name: string): readonly [number | null, number | null] {
    return this.certificate.domains[name] ?? [null, null];
  }

  /** A letter's value at which an equation holds, by bisection between two draws of opposite sign. */
  private root({ letter, by }: Fixed, numbers: Map<string, number>, random: () => number): number | null {
    const at = (x: number): number => this.gap(by, new Map(numbers).set(letter, x));
    const anywhere = draw(this.domain(letter), random);
    if (Math.abs(at(anywhere)) < 1e-13) return anywhere;
    let [low, high] = [Number.NaN, Number.NaN];
    for (let i = 0; i < 24 && (Number.isNaN(low) || Number.isNaN(high)); i++) {
      const x = draw(this.domain(letter), random) * (i < 12 ? 1 : Math.exp(12 * random() - 6));
      const y = at(x);
      if (y < 0) low = x;
      else if (y >= 0) high = x;
    }
    if (Number.isNaN(low) || Number.isNaN(high)) return null;
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      const y = at(middle);
      if (Number.isNaN(y)) return null;
      if (y < 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  /** Doubles for all letters at which premises and facts hold, or null. */
  draw(random: () => number): Map<string, number> | null {
    const numbers = new Map<string, number>();
    for (const name of this.free) numbers.set(name, draw(this.domain(name), random));
    for (const fix of this.fixed) {
      const found = fix.outright ? this.value(fix.by.right, numbers) : this.root(fix, numbers, random);
      if (found === null || !Number.isFinite(found)) return null;
      const [lower, upper] = this.domain(fix.letter);
      if ((lower !== null && found <= lower) || (upper !== null && found >= upper)) return null;
      numbers.set(fix.letter, found);
    }
    const true_ =
      this.step.facts.every(({ term, is }) => holdsFact(this.value(term, numbers), is)) &&
      this.conditions.every((r) =>
        r.sign === '=' ? this.gap(r, numbers) === 0 : compares(r.sign, this.gap(r, numbers)),
      );
    return true_ ? numbers : null;
  }

  /** The same point in decimals, its roots sharpened. */
  sharpen(numbers: Numbers): Point<Decimal> | null {
    const { of } = precise;
    const { definitions } = this.certificate;
    const values = new Map<string, Decimal>();
    for (const name of this.free) values.set(name, of.fromNumber(numbers.get(name) ?? Number.NaN));
    for (const { letter, by, outright } of this.fixed) {
      const term = (part: Term, x?: Decimal): Decimal =>
        evaluateAt(part, { values: new Map(x ? [...values, [letter, x]] : values), definitions }, precise);
      if (outright) {
        values.set(letter, term(by.right));
        continue;
      }
      const gap = (x: Decimal): Decimal => of.sub(term(by.left, x), term(by.right, x));
      let previous = of.mul(of.fromNumber(numbers.get(letter) ?? Number.NaN), of.fromText('1.0000001'));
      let current = of.fromNumber(numbers.get(letter) ?? Number.NaN);
      for (let i = 0; i < 9; i++) {
        const [y, z] = [gap(previous), gap(current)];
        const slope = of.sub(z, y);
        if (of.compare(slope, of.fromText('0')) === 0) break;
        const next = of.sub(current, of.div(of.mul(z, of.sub(current, previous)), slope));
        [previous, current] = [current, next];
      }
      values.set(letter, current);
    }
    return { values, definitions };
  }
}
