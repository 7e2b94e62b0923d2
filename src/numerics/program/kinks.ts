/**
 * The smaller of two things as a variable of its own, which neither may be less than: where more of it is better, the best
 * value is the smaller of the two, and what is left has no kink. Source: Boyd & Vandenberghe, Convex Optimization, 2004, 4.1.3.
 */
import { contextOfProblem, type Problem } from '../../economics/problem.ts';
import { callsOf, replacePart } from '../../kernel/calls.ts';
import { isPositive } from '../../kernel/sign.ts';
import { type Declaration, joinTables, NON_NEGATIVE, POSITIVE, symbolTable } from '../../kernel/symbols.ts';
import { symbol, symbolsOf, type Term } from '../../kernel/term.ts';

/** No formula can hold a name like these. */
const KINK = '<kink';

const letter = (name: string, domain: Declaration['domain']): Declaration => ({
  name,
  tex: name,
  meaning: 'the smaller of two things',
  unit: '1',
  domain,
  role: 'quantity',
  source: 'the referee',
});

/** Whether a variable, a constraint or a multiplier stands for a kink. */
export const isOfKink = (name: string): boolean => name.startsWith(KINK);

function firstKink({ parts, constraints, variables }: Problem) {
  const names = variables.map(({ name }) => name);
  const terms = [
    ...parts.map(({ term }) => term),
    ...constraints.flatMap(({ left, right }) => [left, right]),
  ];
  return terms
    .flatMap((term) => callsOf(term, ['min']))
    .find(({ args }) => args.some((arg) => symbolsOf(arg).some((name) => names.includes(name))));
}

/** The problem with a variable in the place of each positive `min` of what is chosen. */
export function withoutKinks(problem: Problem, index = 1): Problem {
  const kink = firstKink(problem);
  if (!kink || isPositive(kink, contextOfProblem(problem)) !== 'yes') return problem;
  const own = letter(`${KINK} ${index}>`, POSITIVE);
  const put = (term: Term): Term => replacePart(term, kink, symbol(own.name));
  const limits = kink.args.map((arg, i) => {
    const id = `${KINK} ${index} ${i + 1}>`;
    return {
      id,
      left: symbol(own.name),
      relation: '<=' as const,
      right: put(arg),
      meaning: 'no more than either of two things',
      multiplier: letter(id, NON_NEGATIVE),
    };
  });
  const held = problem.constraints.map((one) => ({ ...one, left: put(one.left), right: put(one.right) }));
  const next: Problem = {
    ...problem,
    objective: put(problem.objective),
    parts: problem.parts.map((part) => ({ ...part, term: put(part.term) })),
    variables: [...problem.variables, own],
    constraints: [...held, ...limits],
    symbols: joinTables(problem.symbols, symbolTable(own, ...limits.map(({ multiplier }) => multiplier))),
  };
  return withoutKinks(next, index + 1);
}
