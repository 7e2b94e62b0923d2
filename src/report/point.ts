/** The numbers at which a model or a problem is shown: those asked for, its own, and round ones for what nobody gives. */
import type { Model } from '../economics/model.ts';
import { checkParameters, type Values } from '../economics/parameters.ts';
import type { Problem } from '../economics/problem.ts';
import type { Range } from '../economics/range.ts';
import type { Subject } from './check/observe.ts';
import { firmOf, isOpenShape, OPEN_SHAPE_VALUES } from './figures/firm.ts';
import { checkProblemSet, problemAsked } from './problem/ask.ts';

/** A shape parameter of either sign that nobody gives a value: the first of those that figures show. */
const [OPEN_SHAPE] = OPEN_SHAPE_VALUES;

/** Values of a firm, with one for every shape parameter that is left open. */
export function firmValues(model: Model, set: Values, without: readonly string[] = []): Values {
  const given = { ...model.own.set, ...set };
  const open = model.parameters.filter(
    (declared) => isOpenShape(declared) && given[declared.name] === undefined,
  );
  const filled = Object.fromEntries(open.map(({ name }) => [name, OPEN_SHAPE]));
  return firmOf(model, { ...given, ...filled }, without);
}

function middleOf({ low, high, scale }: Range): number {
  const middle = scale === 'log' ? Math.sqrt(low * high) : (low + high) / 2;
  return scale === 'whole' ? Math.round(middle) : middle;
}

/** Values of a problem: the middle of where a parameter realistically lies where nobody gives one. */
export function problemValues(problem: Problem, set: Values): Values {
  const middles = Object.entries(problem.ranges).map(([name, range]) => [name, middleOf(range)] as const);
  const checked = checkProblemSet(problem, { ...problem.set, ...set });
  return { ...Object.fromEntries(middles), ...checked };
}

export interface Point {
  readonly values: Values;
  /** The parameters for which nobody gives a number. */
  readonly filled: readonly string[];
}

/** @throws OptimandError where a parameter has no number at all, or one that it cannot have. */
export function pointOf(subject: Subject, set: Values): Point {
  const problem = problemAsked(subject);
  const firm = subject as Model;
  const given = { ...(problem ? problem.set : firm.own.set), ...set };
  const values = checkParameters(
    subject,
    problem ? problemValues(problem, set) : { ...firmValues(firm, set), ...unknown(subject, set) },
  );
  return { values, filled: Object.keys(values).filter((name) => !Object.hasOwn(given, name)) };
}

/** Names set that the subject does not know, kept so that they are refused. */
const unknown = ({ parameters }: Subject, set: Values): Values =>
  Object.fromEntries(
    Object.entries(set).filter(([name]) => !parameters.some((declared) => declared.name === name)),
  );
