/**
 * The regimes met along one line of a map: x grows, everything else stays. Windows are those of the laws; where the firm
 * stays out is told by their closed form for break-even, else by the numerical referee.
 */
import { caseAt, type PlacedRegime, regimesAt } from '../../asymptotics/at-values.ts';
import type { Bound } from '../../asymptotics/dominant.ts';
import type { LawCase, Laws } from '../../asymptotics/law.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { evaluate } from '../../kernel/compile.ts';
import { symbolsOf, type Term } from '../../kernel/term.ts';
import type { Values } from '../expression.ts';

export interface Stretch {
  readonly regime: string;
  readonly from: number;
  readonly to: number;
  /** What its upper end is, in closed form; null where it has none, or lies beyond the window. */
  readonly end: Term | null;
}

export interface Line {
  readonly y: number;
  readonly own: LawCase;
  readonly stretches: readonly Stretch[];
}

/** What the referee answers about whatever is drawn, a firm or another problem. */
export interface Referee {
  /** Whether there is something to choose; always true where nobody can stay out. */
  readonly sells: (values: Values) => boolean;
  /**
   * The value of a parameter at which profit vanishes; null where none is found, profit is not known to rise or fall with the
   * parameter, or nobody can stay out.
   */
  readonly breakEven: (values: Values, name: string) => number | null;
  /** The regime of the optimum; null where it is not known. */
  readonly regime: (values: Values) => string | null;
}

/** What all lines of a map share. */
export interface Sweep {
  readonly referee: Referee;
  readonly laws: Laws;
  readonly x: { readonly name: string; readonly low: number; readonly high: number };
  readonly y: string;
  readonly values: Values;
}

export const STAY_OUT = 'stay-out';
const ENTRY: readonly string[] = [STAY_OUT, 'break-even'];

const HALVINGS = 30;
/** A factor by which a point lies beside break-even. */
const BESIDE = 1 + 0.02;

/** Ends of a window that a minimum or maximum of several joins. */
const candidatesOf = (end: Term | null): readonly Term[] =>
  end === null ? [] : end.kind === 'call' && (end.name === 'min' || end.name === 'max') ? end.args : [end];

/** The closed form of an end of the window, at the values. */
function closedEnd({ regime, from, to }: PlacedRegime, side: Bound['side'], values: Values): Term | null {
  const [own, at] = side === 'lower' ? [regime.from, from] : [regime.to, to];
  const edges = regime.edges.filter((edge) => edge.side === side).flatMap(({ at: end }) => end ?? []);
  const isIt = (end: Term): boolean =>
    symbolsOf(end).every((name) => Object.hasOwn(values, name)) && evaluate(end, values, double) === at;
  return [...candidatesOf(own), ...edges].find(isIt) ?? null;
}

/** Where the firm sells along a line: an interval, or null where it stays out throughout. */
interface Selling {
  readonly from: number;
  readonly to: number;
  readonly entry: Term | null;
  readonly exit: Term | null;
}

const sellsAt = ({ referee, x }: Sweep, values: Values, at: number): boolean =>
  referee.sells({ ...values, [x.name]: at });

/** The one point between two at which the firm begins or ceases to sell, by halving. */
function halved(sweep: Sweep, values: Values, ends: readonly [number, number], sellsFirst: boolean): number {
  let [low, high] = [Math.log(ends[0]), Math.log(ends[1])];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (sellsAt(sweep, values, Math.exp(middle)) === sellsFirst) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Break-even along the last line of a sweep: the next line's is near. */
const nearby = new WeakMap<Sweep, number>();

/** Break-even along x by the referee, where it lies in the window. */
function searched(sweep: Sweep, values: Values): number | null {
  const { referee, x } = sweep;
  const start = nearby.get(sweep) ?? Math.sqrt(x.low * x.high);
  const found = referee.breakEven({ ...values, [x.name]: start }, x.name);
  if (found === null || found < x.low || found > x.high) return null;
  nearby.set(sweep, found);
  return found;
}

/**
 * Where the firm sells that sells at neither end of the window, about a point at which its profit vanishes: several sellers may be
 * too many for a large E as for a small one.
 */
function soldBetween(sweep: Sweep, values: Values, at: number): Pick<Selling, 'from' | 'to'> | null {
  const { low, high } = sweep.x;
  const [below, above] = [at / BESIDE, at * BESIDE];
  if (above < high && sellsAt(sweep, values, above))
    return { from: at, to: halved(sweep, values, [above, high], true) };
  if (below > low && sellsAt(sweep, values, below))
    return { from: halved(sweep, values, [low, below], false), to: at };
  return null;
}

/** Where the firm sells, by the referee alone. */
function soughtAlong(sweep: Sweep, values: Values): Selling | null {
  const { low, high } = sweep.x;
  const open = { entry: null, exit: null };
  const sellsHigh = sellsAt(sweep, values, high);
  const quick = searched(sweep, values);
  const sellsLow = quick === null || !sellsHigh ? sellsAt(sweep, values, low) : false;
  if (sellsLow && sellsHigh) return { from: 0, to: Number.POSITIVE_INFINITY, ...open };
  if (!sellsLow && !sellsHigh) {
    const between = quick === null ? null : soldBetween(sweep, values, quick);
    return between && { ...between, ...open };
  }
  const at = quick ?? halved(sweep, values, [low, high], sellsLow);
  return sellsLow ? { from: 0, to: at, ...open } : { from: at, to: Number.POSITIVE_INFINITY, ...open };
}

function sellingAlong(sweep: Sweep, values: Values, placed: readonly PlacedRegime[]): Selling | null {
  const closed = placed.filter(({ regime }) => regime.name === STAY_OUT && (regime.from ?? regime.to));
  const below = closed.find(({ to }) => Number.isFinite(to));
  const above = closed.find(({ from }) => from > 0);
  if (below || above) {
    return {
      from: below?.to ?? 0,
      to: above?.from ?? Number.POSITIVE_INFINITY,
      entry: below ? closedEnd(below, 'upper', values) : null,
      exit: above ? closedEnd(above, 'lower', values) : null,
    };
  }
  return soughtAlong(sweep, values);
}

/** The stretches of the laws within where the firm sells, one after another. */
function lawful(placed: readonly PlacedRegime[], values: Values, selling: Selling): readonly Stretch[] {
  return placed
    .filter(({ regime }) => !ENTRY.includes(regime.name))
    .map((one): Stretch => {
      const isCut = one.to > selling.to;
      return {
        regime: one.regime.name,
        from: Math.max(one.from, selling.from),
        to: Math.min(one.to, selling.to),
        end: isCut ? selling.exit : closedEnd(one, 'upper', values),
      };
    })
    .filter(({ from, to }) => from < to)
    .sort((p, q) => p.from - q.from);
}

const within = ({ low, high }: Sweep['x'], { regime, from, to, end }: Stretch): Stretch => ({
  regime,
  from: Math.max(from, low),
  to: Math.min(to, high),
  end: to <= high ? end : null,
});

/** The line at a value of y, or null where no case of the laws covers the values. */
export function lineAt(sweep: Sweep, at: number): Line | null {
  const { laws, x, y } = sweep;
  const values = { ...sweep.values, [y]: at };
  const own = caseAt(laws, values);
  if (!own) return null;
  const placed = regimesAt({ ...laws, cases: [own] }, values);
  const selling = sellingAlong(sweep, values, placed);
  const out = (from: number, to: number, end: Term | null): Stretch => ({ regime: STAY_OUT, from, to, end });
  const all: readonly Stretch[] = selling
    ? [
        out(0, selling.from, selling.entry),
        ...lawful(placed, values, selling),
        out(selling.to, Number.POSITIVE_INFINITY, null),
      ]
    : [out(0, Number.POSITIVE_INFINITY, null)];
  return { y: at, own, stretches: all.map((one) => within(x, one)).filter(({ from, to }) => from < to) };
}

/** The regime that the laws name at a point of a line; null where none does. */
export const regimeOn = ({ stretches }: Line, x: number): string | null =>
  stretches.find(({ from, to }) => from <= x && x < to)?.regime ?? null;
