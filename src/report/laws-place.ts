/**
 * Regimes in numbers. A law is found without a look at whether the firm produces at all, so its window may reach beyond
 * break-even; there the firm stays out, and the window is cut. Entry (stay-out, break-even) stands before the laws where a
 * growing parameter brings the firm in, and after them where it drives it out.
 */
import type { PlacedRegime } from '../asymptotics/at-values.ts';
import type { LawCase } from '../asymptotics/law.ts';
import { rationalToNumber } from '../kernel/rational.ts';
import { breakEven } from '../numerics/break-even.ts';
import { optimise } from '../numerics/optimise.ts';
import type { LawsQuestion } from './laws-input.ts';

/** Parameters in which the best profit of one firm is monotone, so that the referee finds the point at which it vanishes. */
export const MONOTONE: ReadonlySet<string> = new Set(['E', 'omega', 'delta']);

export interface Placement {
  readonly regimes: readonly PlacedRegime[];
  /** Break-even as the numerical referee finds it, where no closed form tells. */
  readonly numericBreakEven: number | null;
  /** Where no break-even is found either: values of the growing parameter, wide apart, at each of which nothing is sold. */
  readonly nothingSoldAt: readonly number[];
}

/** Powers of ten, about the first end that is known, at which the referee is asked whether anything is sold at all. */
const WIDE = [-12, -6, 0, 6, 12, 24];

const isEntry = ({ regime }: PlacedRegime): boolean =>
  regime.name === 'stay-out' || regime.name === 'break-even';
const isStayOut = ({ regime }: PlacedRegime): boolean => regime.name === 'stay-out';

/** Whether a growing parameter brings the firm in. */
const entersFirst = ({ regimes }: LawCase): boolean => regimes[0]?.name === 'stay-out';

/** Break-even as the closed form tells it, or infinity or zero where there is none. */
const entryEnd = (placed: readonly PlacedRegime[], isFirst: boolean): number | null => {
  const found = placed.filter(isStayOut).map(({ from, to }) => (isFirst ? to : from));
  return found.find((end) => end > 0 && Number.isFinite(end)) ?? null;
};

/** The referee looks outwards from the ends of the laws that are known, since break-even lies about there. */
function numericEnd({ model, growing, point }: LawsQuestion, placed: readonly PlacedRegime[]): number | null {
  if (!MONOTONE.has(growing) || !placed.some(isStayOut)) return null;
  const ends = placed.flatMap(({ from, to }) => [from, to]);
  const starts = [...new Set(ends.filter((end) => end > 0 && Number.isFinite(end))), 1];
  for (const start of starts) {
    const found = breakEven(model, { ...point, [growing]: start }, growing);
    if (found !== null) return found;
  }
  return null;
}

/** The values tried where nothing is sold at any of them; none where something is, or where that is not found out. */
function nothingSold(
  { model, growing, point }: LawsQuestion,
  placed: readonly PlacedRegime[],
): readonly number[] {
  if (!MONOTONE.has(growing) || !placed.some(isStayOut)) return [];
  const ends = placed.flatMap(({ from, to }) => [from, to]);
  const start = ends.find((end) => end > 0 && Number.isFinite(end)) ?? 1;
  const tried = WIDE.map((power) => start * 10 ** power);
  const isOut = (at: number): boolean => optimise(model, { ...point, [growing]: at }).kind === 'stay-out';
  return tried.every(isOut) ? tried : [];
}

/** The window without the part in which the firm stays out; entry itself ends or begins there. */
function cut(placed: PlacedRegime, at: number, isFirst: boolean): PlacedRegime {
  const { from, to } = placed;
  const isBelow = isStayOut(placed) === isFirst;
  return isBelow ? { ...placed, to: Math.min(to, at) } : { ...placed, from: Math.max(from, at) };
}

/** Between which values the growing parameter may lie. */
function domainOf({ symbols, growing }: LawsQuestion): { readonly least: number; readonly most: number } {
  const domain = symbols.get(growing)?.domain;
  const at = (end: NonNullable<typeof domain>['lower']): number | null =>
    end ? rationalToNumber(end.at) : null;
  return {
    least: at(domain?.lower) ?? Number.NEGATIVE_INFINITY,
    most: at(domain?.upper) ?? Number.POSITIVE_INFINITY,
  };
}

/**
 * Regimes of a case at values of every parameter but the growing one, in the order in which it meets them. Where break-even has
 * no closed form the referee looks for it, unless it `isSought` no further.
 */
export function placeRegimes(
  found: readonly PlacedRegime[],
  one: LawCase,
  question: LawsQuestion,
  isSought = true,
): Placement {
  const isFirst = entersFirst(one);
  const exact = entryEnd(found, isFirst);
  const numericBreakEven = exact === null && isSought ? numericEnd(question, found) : null;
  const at = exact ?? numericBreakEven;
  const windows = at === null ? found : found.map((placed) => cut(placed, at, isFirst));
  const { least, most } = domainOf(question);
  const full = windows.filter(({ from, to }) => from < to && to > least && from < most);
  const laws = full.filter((placed) => !isEntry(placed)).sort((x, y) => x.from - y.from);
  const entry = one.regimes.flatMap((regime) =>
    full.filter((placed) => placed.regime === regime && isEntry(placed)),
  );
  const nothingSoldAt = at === null && isSought ? nothingSold(question, found) : [];
  return { regimes: isFirst ? [...entry, ...laws] : [...laws, ...entry], numericBreakEven, nothingSoldAt };
}
