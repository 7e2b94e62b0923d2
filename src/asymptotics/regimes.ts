/** From balances to the sequence of regimes: what is sold at a profit, which regime follows which, and where. */
import type { Fact } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { isZero, tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { printText } from '../kernel/print-text.ts';
import { invertRatio, negateRatio } from '../kernel/ratio.ts';
import {
  call,
  divide,
  isZeroTerm,
  power as raise,
  substitute,
  subtract,
  symbol,
  type Term,
} from '../kernel/term.ts';
import { balanceOf, type Choice, choicesOf } from './balance.ts';
import { breakEvenOf } from './break-even.ts';
import { type Case, overSteps } from './cases.ts';
import { nextOf } from './correction.ts';
import type { Balance, Bound, Dominant, Growth } from './dominant.ts';
import type { BalanceSummary, Crossing, Regime, Scaling } from './law.ts';
import { leadingOfObjective, leadingOfQuantity } from './leading.ts';
import { solveLogarithm } from './logarithm.ts';
import { meeting } from './meet.ts';
import { objectiveOf, trendOf, VANISHES } from './objective.ts';
import { NotMonomial, type Piece, type Prepared, prepare } from './pieces.ts';
import type { Problem } from './problem.ts';
import { exponentOf, summandsOf, without } from './scale.ts';
import { isUnbounded } from './unbounded.ts';

/** A balance with its laws, not yet placed among the others. */
interface Candidate {
  readonly name: string;
  readonly balance: Balance;
  readonly scalings: Readonly<Record<string, Scaling>>;
  /** Quantities whose law is theirs only far out: sums of which one part outgrows the others in the end. */
  readonly mixed: readonly string[];
  readonly conditions: readonly Fact[];
}

export interface Sequence {
  readonly regimes: readonly Regime[];
  readonly undecided: readonly string[];
  readonly unbounded: boolean;
}

/** The name of the regime that a balance is: the cost that stands against the gain in the condition that tells. */
function nameOf({ prepared, dominant }: Balance): string {
  const telling = dominant.find(({ equation }) => equation === prepared.tellingEquation);
  return prepared.name((telling as Dominant).minus.source);
}

/** Whether what is maximised would grow otherwise than all that is gained: as a cost does, which outgrows the gain beyond the regime's end. */
function isOfCosts({ exponent }: Scaling, balance: Balance, x: string): boolean {
  const gained = leadingOfObjective(x, balance, ({ sign }) => sign > 0);
  const { context } = balance.prepared;
  return gained.kind === 'leading' && !isZero(subtract(exponent, gained.scaling.exponent), context);
}

/** The balance with its laws, what those would need, or why it is no regime. @throws SignNeeded */
function candidateOf(balance: Balance, x: string): Candidate | { readonly needs: string } | string {
  const { prepared } = balance;
  const told = objectiveOf(balance, x);
  if (typeof told === 'string' || 'needs' in told) return told;
  const { profit, bounds } = told;
  const known = (scaling: Scaling): Scaling => (balance.isRough ? { ...scaling, constant: null } : scaling);
  const scalings: Record<string, Scaling> = { profit: known(profit.scaling) };
  const mixed: string[] = profit.sign === null && isOfCosts(profit.scaling, balance, x) ? ['profit'] : [];
  for (const [name, value] of Object.entries(prepared.quantities)) {
    const own = leadingOfQuantity(value, x, balance);
    if (own.kind !== 'leading') return { needs: `how ${name} grows with the growing parameter` };
    scalings[name] = known(own.scaling);
    if (!own.isWhole) mixed.push(name);
  }
  const positive: Fact[] =
    profit.sign === null && summandsOf(profit.sum, prepared.context).length > 1
      ? [{ term: profit.sum, is: 'positive', because: 'profit is positive' }]
      : [];
  return {
    name: nameOf(balance),
    balance: { ...balance, bounds: [...balance.bounds, ...bounds] },
    scalings,
    mixed,
    conditions: [...balance.conditions, ...positive],
  };
}

/** Whether two balances of one system have the same solution. */
const sameValues = (left: Balance, right: Balance): boolean =>
  Object.entries(left.values).every(
    ([name, value]) => printText(value) === printText(right.values[name] as Term),
  );

/** What a step finds, or what it needs where the normal form refuses it. */
function orNeeds<T>(step: () => T): T | { readonly needs: string } {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof OptimandError || error instanceof NotMonomial)) throw error;
    return { needs: error.message.replace(/\.$/, '') };
  }
}

/** The regime to which a choice of dominant terms leads, what it would need to be decided, or why it is none. */
const triedOf = (choice: Choice, prepared: Prepared, x: string) =>
  orNeeds((): Candidate | { readonly needs: string } | string => {
    const outcome = balanceOf(choice, prepared, x);
    if (outcome.kind === 'undecided') return outcome;
    if (outcome.kind !== 'balance') return outcome.why;
    const found = candidateOf(outcome.balance, x);
    return found === VANISHES
      ? { needs: `what holds where ${nameOf(outcome.balance)} would: ${VANISHES}` }
      : found;
  });

interface Found {
  readonly candidates: readonly Candidate[];
  readonly undecided: readonly string[];
}

function candidatesOf(prepared: Prepared, here: Case, x: string): Found {
  const candidates: Candidate[] = [];
  const undecided: string[] = [];
  for (const tried of overSteps(choicesOf(prepared), (choice) => triedOf(choice, prepared, x), here)) {
    if (typeof tried === 'string') continue;
    if ('needs' in tried) undecided.push(tried.needs);
    else if (!candidates.some(({ balance }) => sameValues(balance, tried.balance))) candidates.push(tried);
  }
  return { candidates, undecided };
}

/** Whether two terms of a condition are of one size whatever is chosen, of systems that may have been prepared apart. */
const isSame = (one: Piece, other: Piece): boolean => printText(one.exact) === printText(other.exact);

/** Whether the term that catches up at the bound of one regime dominates in the other. */
function leadsTo(
  { source, equation, beyond, piece }: Bound,
  here: Candidate,
  { balance }: Candidate,
): boolean {
  if (beyond !== undefined) return balance.prepared.branch === beyond;
  if (balance.prepared.branch !== here.balance.prepared.branch) return false;
  return balance.dominant.some((own) =>
    equation === null
      ? own.minus.source === source
      : own.equation === equation && own.group.some((other) => isSame(piece as Piece, other)),
  );
}

/** Whether in every other condition some gain and some cost dominate on both sides, so that one change makes the passage. */
function sharesRest(equation: string, left: Balance, right: Balance): boolean {
  const others = left.dominant.filter((own) => own.equation !== equation);
  return others.every(({ equation: name, group }) => {
    const across = right.dominant.find((own) => own.equation === name)?.group;
    if (!across) return true;
    return [1, -1].every((sign) =>
      group.some(
        (piece) =>
          piece.sign === sign && across.some((other) => other.sign === sign && other.source === piece.source),
      ),
    );
  });
}

interface Link {
  readonly before: Candidate;
  readonly after: Candidate;
  readonly at: Term | null;
}

/** Whether nothing that is left out of a regime catches up on a side. */
const isEndless = ({ balance }: Candidate, side: Bound['side']): boolean =>
  !balance.bounds.some((bound) => bound.side === side);

/**
 * Every passage from one regime to another, once. Two laws meet once, so of two opposite passages only one that one change makes
 * stands, and not one from a regime that has no end there, nor into one that has no beginning.
 */
function linksOf(candidates: readonly Candidate[], x: string): readonly Link[] {
  const passages = candidates.flatMap((here) =>
    (['lower', 'upper'] as const).flatMap((side) =>
      passagesOf(here, side, candidates).map(({ bound, other }) => {
        const [before, after] = side === 'upper' ? [here, other] : [other, here];
        return { before, after, isOneChange: isOneChange(here, bound, other) };
      }),
    ),
  );
  const stands = passages.filter(
    ({ before, after, isOneChange: isOne }) =>
      (isOne && !isEndless(before, 'upper') && !isEndless(after, 'lower')) ||
      !passages.some((turned) => turned.before === after && turned.after === before),
  );
  const links: Link[] = [];
  for (const { before, after } of stands) {
    if (links.some((link) => link.before === before && link.after === after)) continue;
    links.push({ before, after, at: meeting(before.balance, after.balance, x) });
  }
  return links;
}

/** Whether the term that catches up is all that tells the two regimes apart. */
const isOneChange = (here: Candidate, { equation }: Bound, other: Candidate): boolean =>
  equation === null || sharesRest(equation, here.balance, other.balance);

/** Where a regime's bounds on one side lead: to those that one change makes, where there are any. */
function passagesOf(here: Candidate, side: Bound['side'], candidates: readonly Candidate[]) {
  const all = here.balance.bounds
    .filter((bound) => bound.side === side)
    .flatMap((bound) =>
      candidates
        .filter((other) => other !== here && leadsTo(bound, here, other))
        .map((other) => ({ bound, other })),
    );
  const near = all.filter(({ bound, other }) => isOneChange(here, bound, other));
  return near.length > 0 ? near : all;
}

/** Bounds at which no other regime takes over: the edge of the market. */
const edgesOf = (candidate: Candidate, all: readonly Candidate[]): readonly Bound[] =>
  candidate.balance.bounds.filter(
    (bound) => !all.some((other) => other !== candidate && leadsTo(bound, candidate, other)),
  );

/** The candidates so ordered that every passage leads onwards. */
function ordered(candidates: readonly Candidate[], links: readonly Link[]): readonly Candidate[] {
  const rest = [...candidates];
  const done: Candidate[] = [];
  while (rest.length > 0) {
    const free = rest.findIndex(
      (one) => !links.some(({ before, after }) => after === one && rest.includes(before)),
    );
    done.push(...rest.splice(Math.max(free, 0), 1));
  }
  return done;
}

const joined = (name: 'max' | 'min', ends: readonly Term[]): Term | null => {
  const [first, ...rest] = ends;
  if (!first) return null;
  return rest.length === 0 ? first : call(name, ...ends);
};

function summaryOf({ dominant }: Balance): readonly BalanceSummary[] {
  return dominant.map(({ equation, plus, minus, group }) => ({
    condition: equation,
    gain: plus.source,
    against: minus.source,
    group: group.map(({ source }) => source),
  }));
}

/** The laws with the slow logarithm solved for, or null where that has no closed form. */
function closedForms({ values, growth, prepared }: Balance): Readonly<Record<string, Term>> | null {
  const [slow, more] = Object.entries(growth);
  if (!slow) return values;
  const [name, { argument }] = slow;
  const log = more ? null : solveLogarithm(argument, name, prepared.context);
  if (!log) return null;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      tidy(substitute(value, { [name]: log }), prepared.context),
    ]),
  );
}

/**
 * What stands under the leading logarithm of a balance that has one, of L = ln(K x^e L^m). Where x goes on without end it is x, or 1/x for x towards zero, and K
 * is no part of it in the limit. Where the window ends before x is small, L is large by K alone, and `logScale` = K^(-1/e) over x it is.
 */
function logOf({ growth, bounds, prepared }: Balance, x: string): Pick<Regime, 'logBase' | 'logScale'> {
  const [entry] = Object.entries(growth);
  const [name, { argument, exponent, rate }] = entry as [string, Growth[string]];
  if (rate > 0) return { logBase: symbol(x) };
  const { context } = prepared;
  const power = exponentOf(argument, name, context);
  if (!power || !bounds.some(({ side }) => side === 'lower')) return { logBase: divide(1, x) };
  const K = without(without(argument, name, power, context), x, exponent, context);
  const logScale = tidy(raise(K, ratioTerm(negateRatio(invertRatio(exponent)))), context);
  return { logBase: divide(logScale, x), logScale };
}

/** A bound beyond which the conditions are others: a regime ends there, whether or not the next one has begun. */
const isKink = ({ equation, beyond }: Bound): boolean => equation === null && beyond !== undefined;

function regimeOf(
  candidate: Candidate,
  all: readonly Candidate[],
  links: readonly Link[],
  x: string,
): Regime {
  const { balance } = candidate;
  const lost = edgesOf(candidate, all);
  const passages = { lower: 'after', upper: 'before' } as const;
  const linksOn = (side: Bound['side']): readonly Link[] =>
    links.filter((link) => link[passages[side]] === candidate);
  const isEnd = ({ at, side }: Bound): boolean =>
    linksOn(side).some((link) => at !== null && link.at !== null && printText(at) === printText(link.at));
  const edges = balance.bounds.filter(
    (bound) => lost.includes(bound) || linksOn(bound.side).length === 0 || (isKink(bound) && !isEnd(bound)),
  );
  const ends = (side: Bound['side']) => {
    const own = linksOn(side);
    const known = own.flatMap(({ at }) => at ?? []);
    const open = own.length > known.length || (own.length === 0 && edges.some((edge) => edge.side === side));
    return { known, open };
  };
  const [start, end] = [ends('lower'), ends('upper')];
  const hasEnd = end.open || end.known.length > 0;
  const told = Object.fromEntries(
    Object.entries(candidate.scalings).filter(([name]) => !hasEnd || !candidate.mixed.includes(name)),
  );
  const usesLogs = Object.values(told).some(({ logPower }) => !isZeroTerm(logPower));
  return {
    index: all.indexOf(candidate),
    name: candidate.name,
    condition: candidate.conditions,
    from: start.open ? null : joined('max', start.known),
    to: end.open ? null : joined('min', end.known),
    openEnds: [...(start.open ? (['from'] as const) : []), ...(end.open ? (['to'] as const) : [])],
    edges,
    bounds: balance.bounds,
    crossings: links.flatMap(({ before, after, at }): Crossing[] =>
      before === candidate
        ? [{ side: 'upper', other: all.indexOf(after), at }]
        : after === candidate
          ? [{ side: 'lower', other: all.indexOf(before), at }]
          : [],
    ),
    variable: symbol(x),
    ...(usesLogs ? logOf(balance, x) : { logBase: null }),
    scalings: told,
    closed: balance.isRough ? null : closedForms(balance),
    next: balance.isRough ? [] : nextOf(balance, x),
    balance: summaryOf(balance),
  };
}

/** Bounds without a closed form: the regime may begin later, or end sooner, than the ends that are known say. */
const openBounds = ({ name, balance }: Candidate): readonly string[] =>
  balance.bounds
    .filter(({ at }) => at === null)
    .map(({ source, side }) =>
      side === 'lower'
        ? `where ${name} begins to outweigh ${source}, so that it may begin later than stated`
        : `where ${source} catches up with ${name}, so that it may end sooner than stated`,
    );

/** The regimes of one case, in the order in which the growing parameter meets them. @throws SignNeeded */
export function sequenceOf(problems: readonly Problem[], here: Case, x: string): Sequence {
  const undecided: string[] = [];
  const candidates: Candidate[] = [];
  const prepared: Prepared[] = [];
  for (const problem of problems) {
    const own = orNeeds(() => prepare(problem, here));
    if ('needs' in own) {
      undecided.push(own.needs);
      continue;
    }
    prepared.push(own);
    const found = candidatesOf(own, here, x);
    candidates.push(...found.candidates);
    undecided.push(...found.undecided);
  }
  const links = linksOf(candidates, x);
  const inOrder = ordered(candidates, links);
  const regimes = inOrder.map((candidate) => regimeOf(candidate, candidates, links, x));
  // A regime without an end on a side leaves no room there for staying out.
  const ends = (side: Bound['side']): boolean =>
    candidates.some((candidate) => edgesOf(candidate, candidates).some((edge) => edge.side === side)) &&
    !candidates.some(
      ({ balance, conditions }) =>
        conditions.length === 0 && !balance.bounds.some((bound) => bound.side === side),
    );
  const trend = problems[0]?.trend ?? trendOf(prepared, x);
  const [low, high] = [trend !== 'falls' && ends('lower'), trend !== 'rises' && ends('upper')];
  // On both sides only where every regime is known to end: several sellers may be too many for a large E as for a small one.
  const isClosed =
    undecided.length === 0 &&
    candidates.every(({ balance }) => balance.bounds.some(({ side }) => side === 'upper'));
  const isLeft = high && (!low || isClosed);
  const none = { regimes: [], undecided: [] };
  const entry = low ? breakEvenOf(problems, here, x, true) : none;
  const exit = isLeft ? breakEvenOf(problems, here, x, false) : none;
  return {
    unbounded: prepared.some(isUnbounded),
    regimes: [...entry.regimes, ...regimes, ...[...exit.regimes].reverse()],
    undecided: [
      ...new Set([
        ...undecided,
        ...candidates.flatMap(openBounds),
        ...[entry, exit].flatMap(({ undecided: open }) => open),
      ]),
    ],
  };
}
