/**
 * What must not be negative in a model, decided by signs where they follow from the assumptions, else tried at points: the
 * first point that refutes it is told. What no point refutes is let pass.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { double } from '../../kernel/arithmetic/double.ts';
import { compile } from '../../kernel/compile.ts';
import type { Context, Fact } from '../../kernel/facts.ts';
import { printText } from '../../kernel/print-text.ts';
import { samplePoints } from '../../kernel/sample.ts';
import { signOf } from '../../kernel/sign.ts';
import { inDomain, joinTables, type SymbolTable, symbolTable } from '../../kernel/symbols.ts';
import { symbolsOf, type Term } from '../../kernel/term.ts';
import { BLOCKS } from '../blocks/registry.ts';
import type { Range } from '../range.ts';
import { d, f, n, q, t } from '../symbols.ts';
import { wrong } from './shape.ts';

type Point = Readonly<Record<string, number>>;
type Ranges = Readonly<Record<string, Range>>;

/** What is known of the parameters when a formula is judged. */
export interface Judging {
  readonly letters: SymbolTable;
  readonly facts: readonly Fact[];
  readonly set: Point;
  readonly ranges: Ranges;
}

const COUNT = 60;
const SEED = 20260605;
/** The letters of a firm's own choices, and what follows from them. */
export const VARIABLES = symbolTable(n, d, t, q, f);

const wide = (low: number, high: number): Range => ({ low, high, scale: 'log', meaning: '' });
/** Where variables are tried: what is realistic and far beyond it. */
const FAR: Ranges = {
  n: wide(1, 1e15),
  d: wide(1, 1e17),
  t: wide(1, 1e20),
  q: wide(1e-3, 1e5),
  f: wide(1e-3, 1e4),
};
const OF_BLOCKS: Ranges = Object.assign({}, ...Object.values(BLOCKS).map(({ ranges }) => ranges));

/** A number between the ends of a range, u being between 0 and 1. */
export function within({ low, high, scale }: Range, u: number): number {
  if (scale === 'whole') return low + Math.floor(u * (high - low + 1));
  return scale === 'linear' ? low + u * (high - low) : low * (high / low) ** u;
}

const SIGNS: Readonly<Record<Fact['is'], readonly number[]>> = {
  positive: [1],
  negative: [-1],
  'non-negative': [0, 1],
  'non-positive': [0, -1],
  zero: [0],
  'non-zero': [1, -1],
};

/** Whether the numbers bear a fact out. */
export const factHolds = ({ term, is }: Fact, at: Point): boolean =>
  SIGNS[is].includes(Math.sign(valueAt(term, at)));

/** @throws OptimandError where the numbers that are set are against what is assumed of them. */
export function checkAssumed(facts: readonly Fact[], set: Point): void {
  for (const fact of facts) {
    if (!symbolsOf(fact.term).every((name) => Object.hasOwn(set, name)) || factHolds(fact, set)) continue;
    const says = `the numbers make ${printText(fact.term)} other than ${fact.is}`;
    wrong('/set', says, 'change them, or the assumption');
  }
}

/** Points for the letters of a term: half of order one, half realistic where that is known, all within the assumptions. */
function pointsFor(term: Term, { letters, facts, set, ranges }: Judging): readonly Point[] {
  const symbols = joinTables(letters, VARIABLES);
  const names = [...new Set([...symbolsOf(term), ...facts.flatMap((fact) => symbolsOf(fact.term))])];
  const context: Context = { symbols, facts };
  const plain = samplePoints(names, context, COUNT, SEED);
  const generator = xoroshiro128plus(SEED);
  const uniform = (): number => (generator.next() >>> 0) / 2 ** 32;
  const moved = plain.map((point) => {
    const values = names.map((name): [string, number] => {
      const u = uniform();
      const range = FAR[name] ?? ranges[name] ?? OF_BLOCKS[name];
      return [name, range ? within(range, u) : (set[name] ?? point[name] ?? Number.NaN)];
    });
    return Object.fromEntries(values);
  });
  const isAllowed = (point: Point): boolean =>
    names.every((name) => inDomain(point[name] ?? Number.NaN, symbols.get(name)?.domain ?? {})) &&
    facts.every((fact) => factHolds(fact, point));
  return [...plain, ...moved.filter(isAllowed)];
}

const shownAt = (term: Term, point: Point): string =>
  symbolsOf(term)
    .map((name) => `${name} = ${Number((point[name] ?? Number.NaN).toPrecision(3))}`)
    .join(', ');

const valueAt = (term: Term, point: Point): number => {
  const names = symbolsOf(term);
  return compile(term, names, double)(names.map((name) => point[name] ?? Number.NaN));
};

interface Tried {
  readonly negative: Point | null;
  readonly undefined: Point | null;
  readonly positive: Point | null;
}

function tried(term: Term, judging: Judging): Tried {
  const points = pointsFor(term, judging);
  const first = (test: (value: number) => boolean): Point | null =>
    points.find((point) => test(valueAt(term, point))) ?? null;
  return { negative: first((x) => x < 0), undefined: first(Number.isNaN), positive: first((x) => x > 0) };
}

const signIn = (term: Term, { letters, facts }: Judging) =>
  signOf(term, { symbols: joinTables(letters, VARIABLES), facts });

/** Signs are those of a term wherever it is real; whether it is real everywhere is tried. */
const isKnown = (sign: ReturnType<typeof signIn>): boolean =>
  sign === 'positive' || sign === 'non-negative' || sign === 'zero';

const RULED_OUT = 'change the formula, or assume what rules that out';

/** @throws OptimandError where the term is negative, or no number, at a point that the assumptions allow. */
export function requireNonNegative(what: string, term: Term, judging: Judging, place: string): void {
  const { negative, undefined: none } = tried(term, judging);
  if (none) wrong(place, `${what} is no real number at ${shownAt(term, none)}`, RULED_OUT);
  if (negative && !isKnown(signIn(term, judging)))
    wrong(place, `${what} must not be negative, and it is at ${shownAt(term, negative)}`, RULED_OUT);
}

/** Whether adoption is nowhere negative. @throws OptimandError where it is no number for some quality, or never positive. */
export function sellsEverywhere(term: Term, judging: Judging, place: string): boolean {
  const { negative, positive, undefined: none } = tried(term, judging);
  if (none) {
    const would = 'give it a value for every positive q: below zero where nobody buys';
    wrong(place, `adoption is no real number at ${shownAt(term, none)}`, would);
  }
  if (isKnown(signIn(term, judging))) return true;
  if (!positive) wrong(place, 'adoption is nowhere positive', 'nobody would ever buy: change the formula');
  return negative === null;
}
