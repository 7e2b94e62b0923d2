/** The points of a grid or design, in the order of their rows, and what must hold of the plan that says them. */
import type { Model } from '../../economics/model.ts';
import { checkParameters, type Values } from '../../economics/parameters.ts';
import { fail } from '../../kernel/issues.ts';
import { nearest } from '../../kernel/suggest.ts';
import { domainText, inDomain, POSITIVE } from '../../kernel/symbols.ts';
import { symbolsOf } from '../../kernel/term.ts';
import { type Axis, type Design, valueAt, valuesOf } from './axes.ts';
import { sobol } from './sobol.ts';

/** All that says what a sweep is. */
export interface SweepPlan {
  readonly set: Values;
  readonly axes: readonly Axis[];
  readonly design: Design;
  /** With `rho` the letter rho = (a/b)^(1/alpha) stands in the place of b. */
  readonly hold: 'b' | 'rho';
  /** Whether every row has its elasticities too. */
  readonly elasticities?: true;
}

/** What is swept: parameters with their domains, and assumptions about them. */
export type SweptSubject = Pick<Model, 'id' | 'parameters' | 'facts'>;

/** The share of axis j, 0 to 1, or its value on a grid, at a row. */
function pointOf({ axes, design }: SweepPlan, subject: SweptSubject): (index: number, j: number) => number {
  if (design.kind === 'sobol') {
    const at = sobol(axes.length, design.seed);
    return (index, j) => {
      const axis = axes[j] as Axis;
      if (!isWhole(axis.name, subject)) return valueAt(axis, at(index, j));
      return Math.min(axis.high, Math.floor(axis.low + at(index, j) * (axis.high - axis.low + 1)));
    };
  }
  const values = axes.map(valuesOf);
  const strides = axes.map((_, j) => axes.slice(j + 1).reduce((all, { count }) => all * (count ?? 1), 1));
  return (index, j) => {
    const own = values[j] as Float64Array;
    return own[Math.floor(index / (strides[j] as number)) % own.length] as number;
  };
}

const isWhole = (name: string, { parameters }: SweptSubject): boolean =>
  parameters.some((own) => own.name === name && own.domain.integer);

/** The swept values of rows from (and with) `from` to (and without) `to`, axis by axis. */
export function sweptAt(plan: SweepPlan, subject: SweptSubject, from: number, to: number): Float64Array[] {
  const point = pointOf(plan, subject);
  return plan.axes.map((_, j) =>
    Float64Array.from({ length: to - from }, (_unused, i) => point(from + i, j)),
  );
}

/** Every parameter given once, every end of an axis in its domain, and what does not vary as the model assumes. */
export function checkPlan(model: SweptSubject, plan: SweepPlan): void {
  const { axes, set, hold } = plan;
  const own = model.parameters.map(({ name }) => name);
  if (hold === 'rho') checkRho(model, plan);
  const known = hold === 'rho' ? own.map((name) => (name === 'b' ? 'rho' : name)) : own;
  for (const axis of axes) {
    if (!known.includes(axis.name))
      fail({ code: 'unknown-symbol', name: axis.name, known, suggestion: nearest(axis.name, known) });
    if (Object.hasOwn(set, axis.name))
      fail({ code: 'usage', what: `${axis.name} is set and swept`, would: 'give it in one place' });
    checkAxis(model, axis, plan);
  }
  const { rho: _, ...fixed } = set;
  const values = hold === 'rho' ? { ...fixed, b: 1 } : set;
  const lows = axes.filter(({ name }) => name !== 'rho').map(({ name, low }) => [name, low] as const);
  const isFixed = (name: string): boolean => axes.every((axis) => axis.name !== name);
  const facts = model.facts.filter(({ term }) => symbolsOf(term).every(isFixed));
  checkParameters({ ...model, facts }, { ...values, ...Object.fromEntries(lows) });
}

function checkAxis(model: SweptSubject, axis: Axis, { design }: SweepPlan): void {
  const { name, low, high } = axis;
  const domain = model.parameters.find((declared) => declared.name === name)?.domain ?? POSITIVE;
  const tried = domain.integer && design.kind === 'grid' ? valuesOf(axis) : [low, high];
  for (const value of tried) {
    if (!inDomain(value, domain))
      fail({ code: 'bad-value', name, value: String(value), must: domainText(domain) });
  }
}

function checkRho(model: SweptSubject, { axes, set }: SweepPlan): void {
  const own = model.parameters.map(({ name }) => name);
  if (!['a', 'b', 'alpha'].every((name) => own.includes(name)))
    fail({ code: 'usage', what: `${model.id} has no rho to hold`, would: 'leave --hold out' });
  if (Object.hasOwn(set, 'b'))
    fail({ code: 'usage', what: 'b is set while rho is held', would: 'set rho in its place' });
  const { rho } = set;
  if (rho === undefined && axes.every(({ name }) => name !== 'rho')) {
    const of = `${model.id} under --hold rho`;
    fail({ code: 'missing', name: 'rho', of, meaning: '(a/b)^(1/alpha)' });
  }
  if (rho !== undefined && !inDomain(rho, POSITIVE))
    fail({ code: 'bad-value', name: 'rho', value: String(rho), must: domainText(POSITIVE) });
}
