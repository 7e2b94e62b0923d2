/**
 * Regimes in numbers. A law is found without a look at whether the firm produces at all, so its window may reach beyond
 * break-even; there the firm stays out, and the window is cut. The firm enters (stay-out, break-even) before the laws where a
 * growing parameter brings it in, and leaves after them where it drives it out; several sellers may do both.
 */
import type { PlacedRegime } from '../asymptotics/at-values.ts';
import { isEntry, isExit, type LawCase } from '../asymptotics/law.ts';
import { profitTrend } from '../derive/laws.ts';
import { contextOf, type Model } from '../economics/model.ts';
import { rationalToNumber } from '../kernel/rational.ts';
import { breakEven } from '../numerics/break-even.ts';
import { optimise } from '../numerics/optimise.ts';
import type { Values } from './expression.ts';
import type { LawsQuestion } from './laws-input.ts';

/**
 * Break-even by the referee, who finds it in a parameter with which profit is known to rise or fall, whatever is chosen; null in
 * another, and where there is none.
 */
export function breakEvenIn(model: Model, values: Values, growing: string): number | null {
  const isKnown = model.parameters.every(({ name }) => Object.hasOwn(values, name));
  return isKnown && profitTrend(model, growing, contextOf(model)) ? breakEven(model, values, growing) : null;
}

export interface Placement {
  readonly regimes: readonly PlacedRegime[];
  /** Break-even as the numerical referee finds it, where no closed form tells: at which the firm enters, or leaves where it only does that. */
  readonly numericBreakEven: number | null;
  /** Where several sellers enter and leave, at which they leave. */
  readonly numericExit: number | null;
  /** Where no break-even is found either: values of the growing parameter, wide apart, at each of which nothing is sold. */
  readonly nothingSoldAt: readonly number[];
  /** Stretches between laws, or beyond the last, in which none holds; none where an end beside it is not known. */
  readonly gaps: readonly Gap[];
}

/** A stretch of the growing parameter. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** By this share at least one law begins beyond the end of the one before: less is the rounding of their ends. */
const APART = 1 / 10 ** 4;

/** Whether an end of a window is known: no term left out catches up where no closed form tells. */
const isKnown = ({ regime }: PlacedRegime, side: 'lower' | 'upper'): boolean =>
  regime.bounds.every((bound) => bound.side !== side || bound.at !== null);

/** Where no law of those given, in the order of their beginnings, holds; up to `most`, where the market does not end before. */
function gapsBetween(laws: readonly PlacedRegime[], most: number, isLeft: boolean): readonly Gap[] {
  return laws.flatMap((_, i): Gap[] => {
    const reached = laws.slice(0, i + 1);
    const next = laws[i + 1];
    const isOpen = reached.some((one) => !isKnown(one, 'upper')) || (next && !isKnown(next, 'lower'));
    if (isOpen || (!next && isLeft)) return [];
    const gap = { from: Math.max(...reached.map(({ to }) => to)), to: next?.from ?? most };
    return gap.from * (1 + APART) < gap.to ? [gap] : [];
  });
}

/** Powers of ten, about the first end that is known, at which the referee is asked whether anything is sold at all. */
const WIDE = [-12, -6, 0, 6, 12, 24];

const isStayOut = ({ regime }: PlacedRegime): boolean => regime.name === 'stay-out';

/** Windows by whether they are laws, or the edge of the market by which the firm enters or leaves. */
function sorted(found: readonly PlacedRegime[], { regimes }: LawCase) {
  const leaves = ({ regime }: PlacedRegime): boolean => isExit(regimes, regimes.indexOf(regime));
  const edges = found.filter(({ regime }) => isEntry(regime));
  return {
    laws: found.filter(({ regime }) => !isEntry(regime)),
    entering: edges.filter((one) => !leaves(one)),
    leaving: edges.filter(leaves),
  };
}

/** Break-even as the closed form tells it; null where none does. */
function closedEnd(edges: readonly PlacedRegime[], end: 'from' | 'to'): number | null {
  const ends = edges.filter(isStayOut).map((one) => one[end]);
  return ends.find((at) => at > 0 && Number.isFinite(at)) ?? null;
}

/** The referee looks outwards from the ends of the laws that are known, since break-even lies about there. */
function numericEnd(
  { model, growing, point, symbols }: LawsQuestion,
  placed: readonly PlacedRegime[],
): number | null {
  const ends = placed.flatMap(({ from, to }) => [from, to]);
  const starts = [...new Set(ends.filter((end) => end > 0 && Number.isFinite(end))), 1];
  const { least, most } = domainOf({ symbols, growing });
  for (const start of starts) {
    const found = breakEvenIn(model, { ...point, [growing]: start }, growing);
    if (found !== null && found > least && found < most) return found;
  }
  return null;
}

const outcomeAt = ({ model, growing, point }: LawsQuestion, at: number): string =>
  optimise(model, { ...point, [growing]: at }, { elasticities: false }).kind;
const sells = (question: LawsQuestion, at: number): boolean => outcomeAt(question, at) === 'optimum';

/** A factor by which a point lies beyond the entry. */
const BESIDE = 1 + 0.02;
/** Powers of ten over which an exit is looked for, and halvings of the one in which it lies. */
const DECADES = 60;
const HALVINGS = 40;

/** Where those who sell just beyond the entry cease to, by walking and halving; null where they sell on, or do not begin. */
function exitBeyond(question: LawsQuestion, entry: number): number | null {
  let low = entry * BESIDE;
  if (!sells(question, low)) return null;
  for (let decade = 0; decade < DECADES; decade++) {
    let high = low * 10;
    if (sells(question, high)) {
      low = high;
      continue;
    }
    for (let i = 0; i < HALVINGS; i++) {
      const middle = Math.sqrt(low * high);
      if (sells(question, middle)) low = middle;
      else high = middle;
    }
    return Math.sqrt(low * high);
  }
  return null;
}

/** What is sold at values of the growing parameter, wide apart. */
interface Tried {
  readonly at: number;
  /** By which power of ten it lies from an end that is known. */
  readonly power: number;
  readonly outcome: string;
}

/** Asked where profit is known to move one way with the parameter, and no break-even is found; else none. */
function triedWide(question: LawsQuestion, placed: readonly PlacedRegime[]): readonly Tried[] {
  const { model, growing } = question;
  if (!profitTrend(model, growing, contextOf(model)) || !placed.some(isStayOut)) return [];
  const ends = placed.flatMap(({ from, to }) => [from, to]);
  const start = ends.find((end) => end > 0 && Number.isFinite(end)) ?? 1;
  const { least, most } = domainOf(question);
  return WIDE.map((power) => ({ power, at: start * 10 ** power }))
    .filter(({ at }) => at > least && at < most)
    .map((one) => ({ ...one, outcome: outcomeAt(question, one.at) }));
}

/**
 * Whether one seller sells at a value towards which profit falls, and stays out at none: so it sells between them too, as far as the
 * referee sees. Several sellers may leave in between.
 */
function sellsThroughout(tried: readonly Tried[], { model, growing }: LawsQuestion): boolean {
  const trend = profitTrend(model, growing, contextOf(model));
  const isTowardsLess = (power: number): boolean => (trend === 'rises' ? power <= 0 : power >= 0);
  return (
    model.kind === 'maximum' &&
    tried.every(({ outcome }) => outcome !== 'stay-out') &&
    tried.some(({ power, outcome }) => isTowardsLess(power) && outcome === 'optimum')
  );
}

/** The window without the part beyond a break-even, at which the edge of the market itself ends or begins. */
function cut(placed: PlacedRegime, at: number | null, side: 'below' | 'above'): PlacedRegime {
  if (at === null) return placed;
  const { from, to } = placed;
  return (side === 'below') === isStayOut(placed)
    ? { ...placed, to: Math.min(to, at) }
    : { ...placed, from: Math.max(from, at) };
}

/** Between which values the growing parameter may lie. */
function domainOf({ symbols, growing }: Pick<LawsQuestion, 'symbols' | 'growing'>): {
  readonly least: number;
  readonly most: number;
} {
  const domain = symbols.get(growing)?.domain;
  const at = (end: NonNullable<typeof domain>['lower']): number | null =>
    end ? rationalToNumber(end.at) : null;
  return {
    least: at(domain?.lower) ?? Number.NEGATIVE_INFINITY,
    most: at(domain?.upper) ?? Number.POSITIVE_INFINITY,
  };
}

/**
 * Regimes of a case at values of every parameter but the growing one, in the order in which it meets them, each within the
 * parameter's domain. Where break-even has no closed form the referee looks for it, unless it `isSought` no further.
 */
export function placeRegimes(
  found: readonly PlacedRegime[],
  one: LawCase,
  question: LawsQuestion,
  isSought = true,
): Placement {
  const { laws, entering, leaving } = sorted(found, one);
  const [entry, exit] = [closedEnd(entering, 'to'), closedEnd(leaving, 'from')];
  const [enters, drives] = [entering.some(isStayOut), leaving.some(isStayOut)];
  const isOpen = isSought && ((enters && entry === null) || (!enters && drives && exit === null));
  const numericBreakEven = isOpen ? numericEnd(question, found) : null;
  const enterAt = enters ? (entry ?? numericBreakEven) : null;
  const numericExit =
    isSought && enters && drives && exit === null && enterAt !== null ? exitBeyond(question, enterAt) : null;
  const leaveAt = exit ?? (enters ? numericExit : numericBreakEven);
  const { least, most } = domainOf(question);
  // Just beside break-even a law has no end of its own that a domain could cut.
  const within = (placed: PlacedRegime): PlacedRegime => ({
    ...placed,
    ...(placed.regime.name === 'break-even'
      ? {}
      : { from: Math.max(placed.from, least), to: Math.min(placed.to, most) }),
  });
  const kept = (list: readonly PlacedRegime[]): readonly PlacedRegime[] =>
    list.map(within).filter(({ from, to }) => from < to && to > least && from < most);
  const inOrder = (list: readonly PlacedRegime[]): readonly PlacedRegime[] =>
    one.regimes.flatMap((regime) => list.filter((placed) => placed.regime === regime));
  const isPlaced = enterAt !== null || leaveAt !== null;
  const own = kept(laws.map((placed) => cut(cut(placed, enterAt, 'below'), leaveAt, 'above')));
  const tried = !isPlaced && isSought ? triedWide(question, found) : [];
  const idle = tried.every(({ outcome }) => outcome === 'stay-out') ? tried.map(({ at }) => at) : [];
  const isSold = sellsThroughout(tried, question);
  const edges = isSold ? { entering: [], leaving: [] } : { entering, leaving };
  const inTurn = [...own].sort((x, y) => x.from - y.from);
  return {
    regimes: [
      ...inOrder(kept(edges.entering.map((placed) => cut(placed, enterAt, 'below')))),
      ...inTurn,
      ...inOrder(kept(edges.leaving.map((placed) => cut(placed, leaveAt, 'above')))),
    ],
    numericBreakEven,
    numericExit,
    gaps: idle.length > 0 ? [] : gapsBetween(inTurn, most, drives && !isSold),
    nothingSoldAt: idle,
  };
}
