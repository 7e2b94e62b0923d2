/** The objective around the optimum of a firm or another problem: one choice held off its best, the others at theirs for it. */
import { type Model, settled } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import type { Around } from '../../figures/around.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { evaluate } from '../../kernel/compile.ts';
import { fail } from '../../kernel/issues.ts';
import { type Declaration, joinTables, POSITIVE, symbolTable } from '../../kernel/symbols.ts';
import { substitute, symbol, symbolsOf, type Term } from '../../kernel/term.ts';
import { optimise } from '../../numerics/optimise.ts';
import { optimiseProblem } from '../../numerics/program/optimise.ts';
import type { Subject } from '../check/observe.ts';
import { pointOf } from '../point.ts';
import { problemAsked } from '../problem/ask.ts';

/** Choices from this share of the best to its inverse. */
const REACH = 50;
/** An odd number, so that the best itself is among them. */
const POINTS = 81;
/** Sizes stand closer together near the best, by this power of their distance in the logarithm. */
const CLOSER = 1.6;
/** Equations are met to this. */
const CLOSE = 1e-9;

const SIZES = Array.from({ length: POINTS }, (_, i) => {
  const share = (2 * i) / (POINTS - 1) - 1;
  return REACH ** (Math.sign(share) * Math.abs(share) ** CLOSER);
});

const seven = (value: number): number => Number(value.toPrecision(7));

/** The letter of a choice that is held. */
const held = ({ name, unit, tex }: Declaration): Declaration => ({
  name: `${name}_held`,
  tex: `\\bar{${tex}}`,
  meaning: `${name} as it is held`,
  unit,
  domain: POSITIVE,
  role: 'quantity',
  source: 'the figure',
});

/** The best of the objective with one choice held at a number; null where nothing is possible. */
type Best = (variable: Declaration, at: number) => number | null;

/** A single seller's own problem: what the others do stays as it is where all do the same. */
function alone(model: Model, values: Values, at: Values): readonly [Model, Values] {
  const rivals = Object.entries(model.rivals);
  if (rivals.length === 0) return [model, values];
  const letters = rivals.flatMap(([name]) => model.symbols.get(name) ?? []);
  const fixed = rivals.map(([name, value]) => [name, evaluate(settled(model, value), at, double)]);
  return [
    { ...model, kind: 'maximum', rivals: {}, parameters: [...model.parameters, ...letters] },
    { ...values, ...Object.fromEntries(fixed) },
  ];
}

function bestOfFirm(whole: Model, given: Values, at: Values): Best {
  const [model, values] = alone(whole, given, at);
  const models = new Map<string, Model>();
  const withHeld = (variable: Declaration): Model => {
    const letter = held(variable);
    const put = (term: Term): Term => substitute(term, { [variable.name]: symbol(letter.name) });
    const made = models.get(variable.name) ?? {
      ...model,
      profit: put(model.profit),
      revenue: put(model.revenue),
      trainingSpend: put(model.trainingSpend),
      inferenceSpend: put(model.inferenceSpend),
      dataSpend: put(model.dataSpend),
      variables: model.variables.filter((name) => name !== variable.name),
      given: { ...model.given, [variable.name]: symbol(letter.name) },
      limits: model.limits.filter((limit) => limit.variable !== variable.name),
      parameters: [...model.parameters, letter],
      symbols: joinTables(model.symbols, symbolTable(letter)),
    };
    models.set(variable.name, made);
    return made;
  };
  return (variable, value) => {
    const limit = model.limits.find((one) => one.variable === variable.name);
    if (limit && value > evaluate(limit.bound, values, double) * (1 + CLOSE)) return null;
    const found = optimise(
      withHeld(variable),
      { ...values, [held(variable).name]: value },
      { elasticities: false },
    );
    return found.kind === 'optimum' ? found.profit : null;
  };
}

/** Whether a constraint on numbers alone is met. */
function isMet({ left, right, relation }: Problem['constraints'][number], values: Values): boolean {
  const [one, other] = [evaluate(left, values, double), evaluate(right, values, double)];
  const room = CLOSE * Math.max(Math.abs(one), Math.abs(other));
  return relation === '=' ? Math.abs(one - other) <= room : one <= other + room;
}

const bestOfProblem =
  (problem: Problem, values: Values): Best =>
  (variable, value) => {
    const own = { ...values, [variable.name]: value };
    const variables = problem.variables.filter(({ name }) => name !== variable.name);
    const isOpen = ({ left, right }: Problem['constraints'][number]): boolean =>
      [left, right].some((side) =>
        symbolsOf(side).some((name) => variables.some((one) => one.name === name)),
      );
    const decided = problem.constraints.filter((one) => !isOpen(one));
    if (!decided.every((one) => isMet(one, own))) return null;
    if (variables.length === 0) return evaluate(problem.objective, own, double);
    const reduced: Problem = {
      ...problem,
      variables,
      parameters: [...problem.parameters, { ...variable, domain: POSITIVE }],
      constraints: problem.constraints.filter(isOpen),
      telling: variables[0]?.name ?? '',
    };
    const found = optimiseProblem(reduced, own);
    return found.kind === 'optimum' ? (found.quantities[problem.objectiveName] ?? null) : null;
  };

/** What the figure is about, whatever the subject: its choices with their best values, and the objective. */
interface Ready {
  readonly chosen: readonly (readonly [Declaration, number])[];
  readonly objective: string;
  readonly best: number;
  readonly isLeast: boolean;
  readonly around: Best;
}

const nothing = (id: string): never =>
  fail({
    code: 'usage',
    what: `there is no optimum of ${id} at these numbers to draw around`,
    would: 'set other values',
  });

/** One player's own problem: what the others do stays as it is where all do the same. */
function ownProblem(problem: Problem, values: Values, at: Values): readonly [Problem, Values] {
  const letters = Object.keys(problem.rivals).flatMap((name) => problem.symbols.get(name) ?? []);
  if (letters.length === 0) return [problem, values];
  const fixed = Object.entries(problem.rivals).map(([name, term]) => [
    name,
    evaluate(term, { ...values, ...at }, double),
  ]);
  return [
    { ...problem, kind: 'maximum', rivals: {}, parameters: [...problem.parameters, ...letters] },
    { ...values, ...Object.fromEntries(fixed) },
  ];
}

function readyProblem(problem: Problem, values: Values): Ready {
  const found = optimiseProblem(problem, values);
  if (found.kind !== 'optimum') return nothing(problem.id);
  return {
    chosen: problem.variables.map((one) => [one, found.quantities[one.name] ?? Number.NaN]),
    objective: problem.objectiveName,
    best: found.quantities[problem.objectiveName] ?? Number.NaN,
    isLeast: problem.kind === 'minimum',
    around: bestOfProblem(...ownProblem(problem, values, found.quantities)),
  };
}

function readyFirm(model: Model, values: Values): Ready {
  const found = optimise(model, values, { elasticities: false });
  if (found.kind !== 'optimum') return nothing(model.id);
  const { n, d, t } = found;
  const at: Readonly<Record<string, number>> = { n, d, t };
  return {
    chosen: model.variables.flatMap((name): [Declaration, number][] => {
      const declared = model.symbols.get(name);
      return declared ? [[declared, at[name] ?? Number.NaN]] : [];
    }),
    objective: 'profit',
    best: found.profit,
    isLeast: false,
    around: bestOfFirm(model, values, { ...values, ...at }),
  };
}

const relationOf = ({ best, isLeast }: Ready): Around['relation'] =>
  best > 0 ? (isLeast ? 'times' : 'share') : 'difference';

/**
 * The objective around the optimum, at the numbers given and those of the model where none are.
 * @throws OptimandError where there is no optimum, and where nothing can be moved alone.
 */
export function objectiveAround(subject: Subject, { set = {} }: { readonly set?: Values } = {}): Around {
  const { values } = pointOf(subject, set);
  const problem = problemAsked(subject);
  const ready = problem ? readyProblem(problem, values) : readyFirm(subject as Model, values);
  const relation = relationOf(ready);
  const isShared = Object.keys(subject.rivals).length > 0;
  const level = (value: number): number =>
    seven(relation === 'difference' ? value - ready.best : value / ready.best);
  const panels = ready.chosen.map(([declared, best]): Around['panels'][number] => ({
    variable: declared.name,
    meaning: declared.meaning.length > 24 ? '' : declared.meaning,
    unit: declared.unit,
    best: seven(best),
    points: SIZES.flatMap((size): [number, number][] => {
      const value = size === 1 ? ready.best : ready.around(declared, best * size);
      return value === null ? [] : [[seven(size), level(value)]];
    }),
  }));
  if (panels.every(({ points }) => points.length < 2))
    fail({
      code: 'usage',
      what: `the constraints of ${subject.id} leave no choice that could be moved by itself`,
      would: 'ask for the optimum alone',
    });
  return {
    figure: 'around',
    variant: subject.id,
    title: `${subject.title}: the ${ready.objective} around the ${isShared ? 'equilibrium, what the other players do as it is there' : 'optimum'}`,
    objective: ready.objective,
    best: seven(ready.best),
    relation,
    firm: values,
    given: problem ? 'Given' : 'The firm',
    panels: panels.filter(({ points }) => points.length > 1),
  };
}
