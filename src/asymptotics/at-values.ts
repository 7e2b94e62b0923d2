/** Laws at given values of the other parameters: the one case that they are in, and the regimes that are not empty there. */
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import type { Fact } from '../kernel/facts.ts';
import { symbolsOf, type Term } from '../kernel/term.ts';
import { SLACK } from './cases.ts';
import type { Bound } from './dominant.ts';
import { type Correction, isEntry, isExit, type LawCase, type Laws, type Regime } from './law.ts';

export type Values = Readonly<Record<string, number>>;

/** A regime with its window in numbers; infinite where it has no end, and where an end has no closed form. */
export interface PlacedRegime {
  readonly regime: Regime;
  readonly from: number;
  readonly to: number;
}

const isKnown = (value: Term, values: Values): boolean =>
  symbolsOf(value).every((name) => Object.hasOwn(values, name));

/** Whether a value is of that sign. */
function isOf(is: Fact['is'], value: number): boolean {
  switch (is) {
    case 'positive':
      return value > SLACK;
    case 'negative':
      return value < -SLACK;
    case 'zero':
      return Math.abs(value) <= SLACK;
    case 'non-zero':
      return Math.abs(value) > SLACK;
    case 'non-negative':
      return value >= -SLACK;
    case 'non-positive':
      return value <= SLACK;
  }
}

/** Whether a fact holds at the values; true where it says something of a parameter without a value. */
const holds = ({ term, is }: Fact, values: Values): boolean =>
  !isKnown(term, values) || isOf(is, evaluate(term, values, double));

/** Values of the growing parameter, wide apart. */
const APART = [1e-6, 1, 1e6];

/**
 * Whether a condition of a regime may hold. Its amounts are of one order in the growing parameter, so that its sign is the same at
 * all values of it; it is ruled out where it fails, against the size of its summands, at each of several.
 */
function mayHold(fact: Fact, values: Values, growing: string): boolean {
  const { term, is } = fact;
  if (!symbolsOf(term).includes(growing)) return holds(fact, values);
  return APART.some((at) => {
    const point = { ...values, [growing]: at };
    if (!isKnown(term, point)) return true;
    const summands = term.kind === 'sum' ? term.terms : [term];
    let [sum, size] = [0, 0];
    for (const part of summands.map((one) => evaluate(one, point, double))) {
      sum += part;
      size += Math.abs(part);
    }
    const share = sum / size;
    return Number.isNaN(share) || isOf(is, share);
  });
}

/** The case of the exponents' signs in which the values lie, or null where none was decided for them. */
export const caseAt = (laws: Laws, values: Values): LawCase | null =>
  laws.cases.find(({ assumed }) => assumed.every((fact) => holds(fact, values))) ?? null;

/** The next term of a regime's laws at the values, or null where none of one power is known. */
export const correctionAt = ({ next }: Regime, values: Values): Correction | null =>
  next.find(({ condition }) => condition.every((fact) => holds(fact, values))) ?? null;

const numberAt = (value: Term | null, values: Values): number =>
  value && isKnown(value, values) ? evaluate(value, values, double) : Number.NaN;

const areNumbers = (ends: readonly number[]): readonly number[] => ends.filter((end) => !Number.isNaN(end));

/** Where a window begins: the last of its lower ends. */
const lastOf = (ends: readonly number[]): number => Math.max(0, ...areNumbers(ends));

/** Where a window ends: the first of its upper ends. */
const firstOf = (ends: readonly number[]): number => Math.min(Number.POSITIVE_INFINITY, ...areNumbers(ends));

/** The window in which every term left out is the smaller: what it takes for a regime not to be empty. */
function ownWindow({ bounds }: Regime, values: Values): { readonly from: number; readonly to: number } {
  const ends = (side: Bound['side']): readonly number[] =>
    bounds.filter((bound) => bound.side === side).map(({ at }) => numberAt(at, values));
  return { from: lastOf(ends('lower')), to: firstOf(ends('upper')) };
}

/**
 * The regime with its ends: where it passes into one that is not empty either, else at the edges that it has, else where one
 * `ruledOut` by its conditions would follow.
 */
function placed(
  regime: Regime,
  full: readonly Regime[],
  ruledOut: readonly Regime[],
  values: Values,
): PlacedRegime {
  const { index, from: start, to: end, crossings, edges, bounds } = regime;
  const meetings = (side: Bound['side'], others: readonly Regime[]): readonly number[] =>
    crossings
      .filter((crossing) => crossing.side === side && others.some((other) => other.index === crossing.other))
      .map(({ at }) => at)
      .filter((at) => at !== null)
      .map((at) => numberAt(at, values));
  // What must not be exceeded ends a regime whether or not another takes over there.
  const hard = bounds.filter(({ equation }) => equation === null);
  const edge = (side: Bound['side']): readonly number[] =>
    areNumbers(
      [...edges, ...hard].filter((bound) => bound.side === side).map(({ at }) => numberAt(at, values)),
    );
  const entry = (own: Term | null): readonly number[] =>
    index === null && own ? [numberAt(own, values)] : [];
  const ends = (side: Bound['side'], own: Term | null): readonly number[] => {
    const met = [...entry(own), ...meetings(side, full), ...edge(side)];
    return met.length > 0 ? met : areNumbers(meetings(side, ruledOut));
  };
  // An end that is no number is where two laws never meet: far out the one with the larger power has the upper hand, so
  // such a lower end is none, and such an upper end leaves nothing.
  const above = ends('upper', end);
  return {
    regime,
    from: lastOf(ends('lower', start)),
    to: above.some(Number.isNaN) ? 0 : firstOf(above),
  };
}

/** The regimes that the growing parameter meets at the values of the others, in order; empty ones are left out. */
export function regimesAt(laws: Laws, given: Values): readonly PlacedRegime[] {
  const { [laws.growing]: _, ...values } = given;
  const own = caseAt(laws, values);
  if (!own) return [];
  const possible = own.regimes.filter(({ condition }) =>
    condition.every((fact) => mayHold(fact, values, laws.growing)),
  );
  const ruledOut = own.regimes.filter((regime) => !possible.includes(regime));
  const full = possible.filter((regime) => {
    const { from, to } = ownWindow(regime, values);
    return from < to;
  });
  const all = full
    .map((regime) => placed(regime, full, ruledOut, values))
    .filter(({ from, to }) => from < to);
  // The edge of the market is given once with its ends in closed form under a condition, and once without.
  const edgeOf = (regime: Regime): string =>
    `${regime.name} ${isExit(own.regimes, own.regimes.indexOf(regime))}`;
  const closed = new Set(
    all.filter(({ regime }) => regime.from || regime.to).map(({ regime }) => edgeOf(regime)),
  );
  return all
    .filter(({ regime }) => regime.from || regime.to || !isEntry(regime) || !closed.has(edgeOf(regime)))
    .sort((x, y) => x.from - y.from);
}
