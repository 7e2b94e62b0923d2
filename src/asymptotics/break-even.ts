/**
 * Break-even: where the best profit is zero, so that profit and its derivatives vanish together. Seen as linear in the
 * amounts that stand in them (revenue, its marginal gain, each cost), the conditions and zero profit are eliminated until
 * an equation holds only what quality alone decides; that gives the size, and the rest gives sales and the growing
 * parameter. Just beyond it quantities are near those values, and profit grows in proportion to the distance: its slope
 * is the direct effect of the parameter alone, because the quantities are chosen optimally (envelope theorem). Of one among several
 * who answer one another it is not, since the others' answers move his profit too: there the slope is left open.
 */

import { rawDerivative } from '../kernel/differentiate.ts';
import type { Fact } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { polynomialTerm, ratioTerm } from '../kernel/normal/to-term.ts';
import { isConstantPolynomial, type Polynomial } from '../kernel/polynomial.ts';
import { printText } from '../kernel/print-text.ts';
import { isZeroRatio, type Ratio } from '../kernel/ratio.ts';
import {
  add,
  call,
  multiply,
  negate,
  one,
  substitute,
  subtract,
  symbol,
  symbolsOf,
  type Term,
  zero,
} from '../kernel/term.ts';
import { solve } from '../solve/solve.ts';
import { type Amounts, amountsOf, eliminateColumns, type Row } from './break-even-amounts.ts';
import { curveOf } from './break-even-curve.ts';
import { type Case, primitive, SignNeeded, signAt, whereZero } from './cases.ts';
import { eliminate } from './eliminate.ts';
import type { Curve, Regime, Scaling } from './law.ts';
import { NotMonomial, type Piece, type Prepared, prepare, writtenOut } from './pieces.ts';
import { core } from './polynomial-sign.ts';
import type { Problem } from './problem.ts';
import { ratioOf } from './scale.ts';

const termOf = (row: Row, { columns }: Amounts): Term =>
  add(...row.map((entry, j) => multiply(ratioTerm(entry), columns[j] as Term)));

/** The rows and, for each pair of them, the rows from which one amount is gone; the shortest first. */
function consequences(amounts: Amounts): readonly Row[] {
  const { rows, columns } = amounts;
  const pairs = rows.flatMap((row, i) =>
    rows.slice(i + 1).flatMap((other) => columns.flatMap((_, j) => eliminateColumns([row, other], [j]))),
  );
  const size = (row: Row): number => row.filter((entry) => !isZeroRatio(entry)).length;
  return [...rows, ...pairs].filter((row) => size(row) > 1).sort((x, y) => size(x) - size(y));
}

const exactAtoms = ({ atoms }: Prepared): Readonly<Record<string, Term>> =>
  Object.fromEntries(atoms.map((atom) => [atom.name, writtenOut(atom)]));

/** The size at break-even from an equation in the size alone; or what would have to vanish for there to be one. */
function sizeOf(prepared: Prepared, amounts: Amounts): { value: Term } | { needs: Ratio } | null {
  const { context, unknowns } = prepared;
  const names = prepared.atoms.map(({ name }) => name);
  const kept = amounts.columns.flatMap((column, j) =>
    symbolsOf(column).some((name) => names.includes(name)) ? [j] : [],
  );
  for (const held of kept) {
    for (const partner of amounts.columns.keys()) {
      if (partner === held) continue;
      const ratio = ratioOf(amounts.columns[held] as Term, amounts.columns[partner] as Term, context);
      const others = unknowns.filter((name) => name !== 'n');
      if (symbolsOf(ratio).some((name) => others.includes(name))) continue;
      const gone = [...amounts.columns.keys()].filter((j) => j !== held && j !== partner);
      for (const row of eliminateColumns(amounts.rows, gone.slice(0, amounts.rows.length - 1))) {
        const left = gone.find((j) => !isZeroRatio(row[j] as Ratio));
        if (left !== undefined) return { needs: row[left] as Ratio };
        const equation = tidy(
          substitute(
            add(multiply(ratioTerm(row[held] as Ratio), ratio), ratioTerm(row[partner] as Ratio)),
            exactAtoms(prepared),
          ),
          context,
        );
        const outcome = solve(equation, 'n', context);
        if (outcome.kind === 'solved') return { value: tidy(outcome.roots[0].value, context) };
      }
    }
  }
  return null;
}

interface Entry {
  readonly at: Term;
  readonly values: Readonly<Record<string, Term>>;
}

/** Sales and the growing parameter at break-even, given the size. */
function rest(prepared: Prepared, amounts: Amounts, size: Term, x: string): Entry | null {
  const { context, atoms } = prepared;
  const moves = symbolsOf(size).includes(x);
  const arguments_ = atoms.map(({ argument }) => tidy(substitute(argument, { n: size }), context));
  if (arguments_.some((argument) => symbolsOf(argument).includes(x))) return null;
  const list = consequences(amounts).map((row) =>
    moves ? substitute(termOf(row, amounts), { n: size }) : termOf(row, amounts),
  );
  for (const [i, first] of list.entries()) {
    for (const second of list.slice(i + 1)) {
      const outcome = eliminate([tidy(first, context), tidy(second, context)], ['t', x], {}, context);
      if (outcome.kind !== 'solved') continue;
      const atomValues = Object.fromEntries(
        atoms.map(({ name, argument, shape }) => [
          name,
          call('deformed_log', tidy(substitute(argument, { n: size }), context), shape),
        ]),
      );
      const put = (value: Term): Term => substitute(value, { ...atomValues, n: size });
      const at = put(outcome.values[x] as Term);
      return { at, values: { n: size, t: put(outcome.values.t as Term), ...atomValues } };
    }
  }
  return null;
}

/** The equations whose multiplier is no unknown, with zero profit. */
function tangency(prepared: Prepared): readonly (readonly Piece[])[] {
  const { multipliers } = prepared;
  const own = prepared.equations
    .filter(({ name }) => prepared.variables.includes(name))
    .map(({ pieces }) => pieces)
    .filter(
      (pieces) => !pieces.some(({ size }) => symbolsOf(size).some((name) => multipliers.includes(name))),
    );
  return [...own, prepared.objective];
}

/** The size that a binding limit fixes, if one does. */
function pinnedSize(prepared: Prepared): Term | null {
  const limit = prepared.equations.find(({ name }) => !prepared.variables.includes(name));
  if (!limit) return null;
  const outcome = solve(add(...limit.pieces.map(({ exact }) => exact)), 'n', prepared.context);
  return outcome.kind === 'solved' ? outcome.roots[0].value : null;
}

const steady = (constant: Term | null): Scaling => ({ exponent: zero, logPower: zero, constant });

export interface EntryOutcome {
  readonly regimes: readonly Regime[];
  readonly undecided: readonly string[];
}

type Attempt =
  | { readonly entry: Entry }
  | { readonly needs: Polynomial; readonly curve: Curve | null }
  | { readonly why: string; readonly curve: Curve | null };

/** Break-even for one system of conditions: found, or what it needs. */
function attempt(prepared: Prepared, x: string): Attempt {
  if (prepared.auxiliaries.length > 0 || !prepared.variables.includes('n'))
    return { why: 'quality in one power of size', curve: null };
  const amounts = amountsOf(tangency(prepared), prepared.context);
  const pinned = pinnedSize(prepared);
  const size = pinned ? { value: pinned } : sizeOf(prepared, amounts);
  const curve = pinned ? null : curveOf(amounts, prepared, x);
  if (!size) return { why: 'an equation in the size alone', curve };
  if ('needs' in size) {
    const needs = primitive(core(size.needs.num, prepared.context));
    return isConstantPolynomial(needs) ? { why: 'an equation in the size alone', curve } : { needs, curve };
  }
  const entry = rest(prepared, amounts, size.value, x);
  return entry ? { entry } : { why: `sales and ${x} from zero profit`, curve: null };
}

/** The slope of profit in the parameter; null where others answer. */
const envelope = (prepared: Prepared, { values }: Entry, x: string): Term | null =>
  prepared.hasRivals
    ? null
    : substitute(
        tidy(add(...prepared.objective.map(({ exact }) => rawDerivative(exact, x))), prepared.context),
        values,
      );

interface Shape {
  readonly at: Term | null;
  readonly condition: readonly Fact[];
  readonly quantities: Readonly<Record<string, Term | null>>;
  readonly slope: Term | null;
}

/** Stay-out and break-even, below the entry where `low`, else above it. */
function regimesOf(
  { at, condition, quantities, slope }: Shape,
  x: string,
  low: boolean,
): readonly [Regime, Regime] {
  const openEnd = low ? 'to' : 'from';
  const shared = {
    index: null,
    condition,
    edges: [],
    bounds: [],
    crossings: [],
    logBase: null,
    closed: null,
    next: [],
    balance: [],
  };
  const names = [...Object.keys(quantities), 'profit'];
  const out: Regime = {
    ...shared,
    name: 'stay-out',
    from: low ? null : at,
    to: low ? at : null,
    openEnds: at ? [] : [openEnd],
    variable: symbol(x),
    scalings: Object.fromEntries(names.map((name) => [name, steady(zero)])),
  };
  const distance = at && (low ? subtract(x, at) : subtract(at, x));
  const near: Regime = {
    ...shared,
    name: 'break-even',
    from: low ? at : null,
    to: low ? null : at,
    openEnds: at ? [openEnd] : ['from', 'to'],
    variable: distance ?? symbol(x),
    scalings: {
      ...Object.fromEntries(Object.entries(quantities).map(([name, value]) => [name, steady(value)])),
      profit: { exponent: one, logPower: zero, constant: slope },
    },
  };
  return [out, near];
}

/** A limit binds where the variable that it holds would gain by growing. */
function bindingAt({ equations, multipliers }: Prepared, put: (value: Term) => Term): readonly Fact[] {
  const isMultiplier = ({ size }: Piece): boolean =>
    symbolsOf(size).some((name) => multipliers.includes(name));
  return equations
    .filter(({ pieces }) => pieces.some(isMultiplier))
    .map(({ pieces }) => ({
      term: put(add(...pieces.filter((piece) => !isMultiplier(piece)).map(({ exact }) => exact))),
      is: 'positive',
      because: 'the limit binds',
    }));
}

function shapeAt(prepared: Prepared, entry: Entry, x: string, low: boolean, more: readonly Fact[]): Shape {
  const put = (value: Term): Term => substitute(value, { ...entry.values, [x]: entry.at });
  const direct = envelope(prepared, entry, x);
  const slope = direct && put(direct);
  const slack = prepared.guards
    .filter(({ source }) => source !== 'market-edge')
    .map(
      ({ ratio, source }): Fact => ({
        term: subtract(1, put(ratio)),
        is: 'positive',
        because: `${source} is slack`,
      }),
    );
  return {
    at: entry.at,
    condition: [...more, ...slack, ...bindingAt(prepared, put)],
    quantities: Object.fromEntries(
      Object.entries(prepared.quantities).map(([name, value]) => [name, put(value)]),
    ),
    slope: slope && !low ? negate(slope) : slope,
  };
}

/** The special case in which what stands in the way vanishes, e.g. equal exponents of size and data. */
function special(
  problem: Problem,
  here: Case,
  needs: Polynomial,
  x: string,
  low: boolean,
): readonly Regime[] {
  const inside = whereZero(here, needs);
  if (typeof inside === 'string') return [];
  const prepared = prepare(problem, inside);
  const found = attempt(prepared, x);
  if (!('entry' in found)) return [];
  const assumed = inside.assumed.slice(here.assumed.length);
  return regimesOf(shapeAt(prepared, found.entry, x, low, assumed), x, low);
}

/** What is found for one system of conditions; `open` holds the conditions under which it has no closed form. */
interface Found extends EntryOutcome {
  readonly open: readonly Fact[] | null;
  /** The closed form that there is all the same, along the size. */
  readonly curve: Curve | null;
}

function entryOf(problem: Problem, here: Case, x: string, low: boolean): Found {
  const prepared = prepare(problem, here);
  const found = attempt(prepared, x);
  if ('entry' in found)
    return {
      regimes: regimesOf(shapeAt(prepared, found.entry, x, low, []), x, low),
      undecided: [],
      open: null,
      curve: null,
    };
  const { curve } = found;
  if ('why' in found) {
    const { why } = found;
    return {
      regimes: [],
      undecided: curve ? [] : [`break-even in closed form needs ${why}`],
      open: [],
      curve,
    };
  }
  const told = signAt(found.needs, here);
  const cases = told === null || told === 'zero' ? special(problem, here, found.needs, x, low) : [];
  if (told === 'zero' && cases.length > 0) return { regimes: cases, undecided: [], open: null, curve: null };
  const gap = polynomialTerm(found.needs);
  const apart: Fact = { term: gap, is: 'non-zero', because: 'otherwise break-even has a closed form' };
  const needs = `break-even in closed form needs ${printText(gap)} = 0`;
  return { regimes: cases, undecided: curve ? [] : [needs], open: cases.length > 0 ? [apart] : [], curve };
}

/** The two regimes where break-even has no closed form: what scales how is known all the same. */
function openRegimes(
  names: readonly string[],
  condition: readonly Fact[],
  x: string,
  low: boolean,
  curve: Curve | null,
): readonly Regime[] {
  const quantities = Object.fromEntries(names.map((name) => [name, null]));
  const [out, near] = regimesOf({ at: null, condition, quantities, slope: null }, x, low);
  return [out, curve ? { ...near, curve } : near];
}

/** Stay-out and the regime just beyond break-even: with every limit slack, and with each limit binding. */
export function breakEvenOf(problems: readonly Problem[], here: Case, x: string, low: boolean): EntryOutcome {
  const outcomes = problems.map((problem): Found => {
    try {
      return entryOf(problem, here, x, low);
    } catch (error) {
      if (!(error instanceof OptimandError || error instanceof NotMonomial || error instanceof SignNeeded))
        throw error;
      return { regimes: [], undecided: [`break-even: ${error.message}`], open: [], curve: null };
    }
  });
  const opened = outcomes.find((outcome) => outcome.open);
  return {
    regimes: [
      ...outcomes.flatMap(({ regimes }) => regimes),
      ...(opened?.open
        ? openRegimes(Object.keys((problems[0] as Problem).quantities), opened.open, x, low, opened.curve)
        : []),
    ],
    undecided: outcomes.flatMap(({ undecided }) => undecided),
  };
}
