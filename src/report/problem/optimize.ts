/** Optima in numbers of problems of another kind than a firm's. */
import { checkParameters, type Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { fail } from '../../kernel/issues.ts';
import { optimiseProblem } from '../../numerics/program/optimise.ts';
import type { ProgramOptimum } from '../../numerics/program/outcome.ts';
import { premisesOf } from '../premises.ts';
import type { ProblemAnswer } from '../schemas/optimize.ts';

/** The regime by which of the inequalities bind, given by their ids; an equation binds everywhere, and tells nothing. */
function boundIn({ constraints, regimes }: Problem, binding: readonly string[]): string | null {
  const first = constraints.find(({ id, relation }) => relation === '<=' && binding.includes(id));
  return first ? (regimes[first.id] ?? first.id) : null;
}

/** The name of the regime in which this label costs most. */
const regimeNamed = (source: string, { constraints, regimes }: Problem): string =>
  regimes[source] ?? (constraints.some(({ id }) => id === source) ? source : `${source}-dominated`);

/** The names that the regimes of a problem may have. */
export const regimesOf = (problem: Problem): readonly string[] => [
  ...new Set(
    [...problem.parts.map(({ source }) => source), ...problem.constraints.map(({ id }) => id)].map((source) =>
      regimeNamed(source, problem),
    ),
  ),
];

/**
 * The regime of an optimum: named by the first inequality that binds; where none does, by the label that costs most in the
 * telling condition.
 */
export function regimeIn(problem: Problem, { shares, binding }: ProgramOptimum): string | null {
  const bound = boundIn(problem, binding);
  if (bound !== null) return bound;
  const costs = Object.entries(shares).filter(([, share]) => share < 0);
  const [most] = costs.sort(([, one], [, other]) => one - other);
  return most ? regimeNamed(most[0], problem) : null;
}

export interface AnsweredProblem {
  readonly answer: ProblemAnswer;
  readonly warnings: readonly string[];
}

/** The answer at given parameters. @throws OptimandError where they are wrong, or where no optimum can be stood by. */
export function answerProblem(
  params: unknown,
  problem: Problem,
  given: Readonly<Record<string, unknown>>,
): AnsweredProblem {
  const values: Values = checkParameters(problem, { ...problem.set, ...given });
  const found = optimiseProblem(problem, values);
  const bare = {
    params,
    ...premisesOf(problem, values),
    optimum: null,
    multipliers: null,
    binding: [],
    elasticities: null,
    regime: null,
    residual: null,
  };
  switch (found.kind) {
    case 'unsolved':
      return fail({
        code: 'refused',
        what: `No optimum was found that can be stood by (tried: ${found.tried.join('; ')})`,
        where: 'the search for the optimum',
        would: 'check the parameters against their units',
      });
    case 'none':
      return { answer: { ...bare, solved: false, unbounded: false, why: found.why }, warnings: [] };
    case 'unbounded':
      return { answer: { ...bare, solved: false, unbounded: true, why: found.why }, warnings: [] };
    case 'optimum': {
      const { quantities, multipliers, binding, elasticities, residual, warnings, deviation } = found;
      return {
        answer: {
          ...bare,
          solved: true,
          unbounded: false,
          why: null,
          optimum: { ...quantities },
          multipliers: { ...multipliers },
          binding: [...binding],
          elasticities: { ...elasticities },
          regime: regimeIn(problem, found),
          residual,
          ...(deviation !== undefined && { deviation }),
        },
        warnings,
      };
    }
  }
}
