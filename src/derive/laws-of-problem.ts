/** The scaling laws of a problem of any kind as one of its parameters grows. */
import { caseOf } from '../asymptotics/cases.ts';
import { lawsOf } from '../asymptotics/index.ts';
import type { LawCase, Laws, Regime, Scaling } from '../asymptotics/law.ts';
import { contextByDistances } from '../economics/distances.ts';
import { systemsOf } from '../economics/lagrangian.ts';
import type { Distance, Problem } from '../economics/problem.ts';
import { fail, OptimandError } from '../kernel/issues.ts';
import { printText } from '../kernel/print-text.ts';
import { nearest } from '../kernel/suggest.ts';
import { add, negate, substitute, subtract, symbolsOf, type Term } from '../kernel/term.ts';
import { isOfCostsAlone } from './problem/gain.ts';

/** @throws OptimandError where no law in this parameter exists, with the reason. */
export function checkGrowingIn({ parameters, id }: Problem, growing: string): void {
  const known = parameters.map(({ name }) => name);
  const others = parameters.filter(({ role, domain }) => role !== 'shape' && !domain.integer);
  if (others.length === 0)
    fail({
      code: 'usage',
      what: `nothing in ${id} can grow, for each of its letters is a shape, which may stand in exponents, or a whole number`,
      would: 'describe the model with "role": "quantity" for a letter that may grow',
    });
  const declared = parameters.find(({ name }) => name === growing);
  if (!declared)
    throw new OptimandError({
      code: 'unknown-symbol',
      name: growing,
      known,
      suggestion: nearest(growing, known),
    });
  if (declared.domain.integer || declared.role === 'shape') {
    fail({
      code: 'usage',
      what: declared.domain.integer
        ? `${growing} is a whole number, and laws are for a parameter that grows continuously`
        : `${growing} stands in exponents, so that no quantity of ${id} is a power of it`,
      would: `ask for one of ${others.map(({ name }) => name).join(', ')}`,
    });
  }
}

/** @throws OptimandError where the parameter is one that another's distance is counted from. */
function refuseOrigin({ distances }: Problem, growing: string): void {
  const one = distances.find(({ above }) => symbolsOf(above).includes(growing));
  if (!one) return;
  fail({
    code: 'usage',
    what: `${growing} matters only by ${one.parameter} - ${printText(one.above)}, and no quantity is a power of it`,
    would: `ask for --in ${one.parameter}, whose laws are powers of that distance`,
  });
}

/** The parameters in which laws may be asked for. */
export const growingIn = ({ parameters, distances }: Problem): readonly string[] =>
  parameters
    .filter(({ domain, role }) => role !== 'shape' && !domain.integer)
    .map(({ name }) => name)
    .filter((name) => !distances.some(({ above }) => symbolsOf(above).includes(name)));

/** The distance by which a parameter matters, where it does by one alone. */
const distanceOf = ({ distances }: Problem, parameter: string): Distance | null =>
  distances.find((one) => one.parameter === parameter) ?? null;

/** The laws of a regime by the problem's names. Where the regime ends an objective with a part that nothing chosen moves has none. */
function scalingsOf({ scalings, to, openEnds }: Regime, problem: Problem): Readonly<Record<string, Scaling>> {
  const { profit: objective, ...others } = scalings;
  const hasEnd = to !== null || openEnds.includes('to');
  const own = [
    ...problem.quantities.map(({ letter }) => letter.name),
    ...problem.constraints.map(({ multiplier }) => multiplier.name),
  ];
  const isMixed = hasEnd && hasConstant(problem);
  return Object.fromEntries(
    own.flatMap((name): (readonly [string, Scaling])[] => {
      if (name === problem.objectiveName) return objective && !isMixed ? [[name, objective]] : [];
      const found = others[name];
      return found ? [[name, found]] : [];
    }),
  );
}

/** Regimes with laws. That nobody acts where nothing is gained is told of firms: a problem may have no such way out. */
const lawful = ({ regimes }: LawCase): readonly Regime[] => regimes.filter(({ index }) => index !== null);

/** What is undecided of a case, beside break-even: that the laws begin late, where they do. */
function openOf({ regimes, undecided }: LawCase, { objectiveName }: Problem): readonly string[] {
  const hasEntry = regimes.some(({ index }) => index === null);
  const others = hasEntry ? undecided.filter((why) => !why.startsWith('break-even ')) : undecided;
  return hasEntry
    ? [
        ...others,
        `what holds beyond the ends of the regimes found, where ${objectiveName} may not be positive`,
      ]
    : others;
}

/** Whether a part of the objective does not depend on what is chosen, while others do. */
function hasConstant({ parts, variables }: Problem): boolean {
  const names = variables.map(({ name }) => name);
  return parts.some(({ term }) => !symbolsOf(term).some((name) => names.includes(name)));
}

/** A maximum of costs alone as the minimum of these, which has the same optimum: laws are found of an objective that is positive. */
const costsOf = (problem: Problem): Problem => ({
  ...problem,
  kind: 'minimum',
  objective: negate(problem.objective),
  parts: problem.parts.map((part) => ({ ...part, term: negate(part.term) })),
});

/** The regime of a minimum of costs as one of the maximum that it stands for: the objective has the other sign. */
function turned(regime: Regime): Regime {
  const { profit: objective, ...others } = regime.scalings;
  return objective
    ? {
        ...regime,
        scalings: {
          ...others,
          profit: { ...objective, constant: objective.constant && negate(objective.constant) },
        },
      }
    : regime;
}

/** A term with distances written out. */
function writtenOut({ distances }: Problem): (value: Term) => Term {
  const out = Object.fromEntries(
    distances.map(({ parameter, above, letter }) => [letter.name, subtract(parameter, above)]),
  );
  return (value) => substitute(value, out);
}

/** A regime with distances written out, and the objective under its own name. */
function asStated(regime: Regime, problem: Problem, distance: Distance | null): Regime {
  const put = writtenOut(problem);
  const orNull = (value: Term | null): Term | null => value && put(value);
  // An end is where the distance is some value, and so where the parameter lies that far above.
  const end = (at: Term | null): Term | null => at && (distance ? add(distance.above, put(at)) : put(at));
  const scalings = scalingsOf(regime, problem);
  return {
    ...regime,
    condition: regime.condition.map((fact) => ({ ...fact, term: put(fact.term) })),
    from: end(regime.from),
    to: end(regime.to),
    variable: put(regime.variable),
    bounds: regime.bounds.map((bound) => ({ ...bound, at: end(bound.at) })),
    edges: regime.edges.map((bound) => ({ ...bound, at: end(bound.at) })),
    crossings: regime.crossings.map((crossing) => ({ ...crossing, at: end(crossing.at) })),
    scalings: Object.fromEntries(
      Object.entries(scalings).map(([name, one]) => [name, { ...one, constant: orNull(one.constant) }]),
    ),
    closed:
      regime.closed &&
      Object.fromEntries(Object.entries(regime.closed).map(([name, value]) => [name, put(value)])),
    next: regime.next.map((one) => ({
      ...one,
      coefficients: Object.fromEntries(
        Object.entries(one.coefficients).map(([name, value]) => [name, orNull(value)]),
      ),
    })),
  };
}

/**
 * The laws of a problem as `growing` grows, the other parameters fixed; in the distance by which it matters, where it
 * matters by one alone. `at` holds numbers for parameters: only the cases of the signs in which these lie are worked out.
 * @throws OptimandError where the problem has no such parameter, or one of which no quantity is a power.
 */
export function lawsOfProblem(
  problem: Problem,
  growing: string,
  at: Readonly<Record<string, number>> = {},
): Laws {
  checkGrowingIn(problem, growing);
  refuseOrigin(problem, growing);
  const start = { ...caseOf(contextByDistances(problem)), at };
  const distance = distanceOf(problem, growing);
  const scale = distance?.letter.name ?? growing;
  try {
    const own = systemsOf(problem);
    const isOfCosts = own.length > 0 && own.every((system) => isOfCostsAlone(problem, system));
    const systems = isOfCosts ? systemsOf(costsOf(problem)) : own;
    const stated = (regime: Regime): Regime =>
      asStated(isOfCosts ? turned(regime) : regime, problem, distance);
    const laws = lawsOf(
      systems.map(({ conditions }) => ({ ...conditions, acceptsLoss: true as const })),
      scale,
      start,
    );
    const faults = [...new Set(systems.flatMap(({ fault }) => fault ?? []))];
    return {
      growing,
      cases: laws.cases.map((one) => ({
        ...one,
        regimes: lawful(one).map(stated),
        assumed: one.assumed.map((fact) => ({ ...fact, term: writtenOut(problem)(fact.term) })),
        unbounded: one.unbounded && problem.kind !== 'minimum',
        undecided: [
          ...openOf(one, problem),
          ...faults.map((why) => `whether what the conditions give is the ${problem.kind}: ${why}`),
        ],
      })),
    };
  } catch (error) {
    if (!(error instanceof OptimandError) || error.issue.code !== 'refused') throw error;
    const none = { assumed: [], fixed: {}, witness: null, regimes: [], unbounded: false };
    return { growing, cases: [{ ...none, undecided: [error.message] }] };
  }
}
