/** The contexts of the conditions of a problem; in them a parameter may stand for its distance from what it is compared with. */
import type { Context } from '../kernel/facts.ts';
import { joinTables, POSITIVE, symbolTable } from '../kernel/symbols.ts';
import { add, substitute, symbol, type Term } from '../kernel/term.ts';
import { contextOfProblem, type Problem } from './problem.ts';

/** The problem's terms with each parameter that matters by a distance alone written as that distance. */
export function byDistances(problem: Problem): (value: Term) => Term {
  const put = Object.fromEntries(
    problem.distances.map(({ parameter, above, letter }) => [parameter, add(above, symbol(letter.name))]),
  );
  return (value) => substitute(value, put);
}

/** The context of the conditions: a multiplier stands in them where its constraint binds, turned so that it is positive. */
export function contextOfConditions(problem: Problem): Context {
  const { symbols, facts } = contextOfProblem(problem);
  const prices = problem.constraints.map(({ multiplier }) => ({ ...multiplier, domain: POSITIVE }));
  return { symbols: joinTables(symbols, symbolTable(...prices)), facts };
}

/** The context of the conditions in which distances are letters. */
export function contextByDistances(problem: Problem): Context {
  const { symbols, facts } = contextOfConditions(problem);
  const put = byDistances(problem);
  return {
    symbols: joinTables(symbols, symbolTable(...problem.distances.map(({ letter }) => letter))),
    facts: facts.map((fact) => ({ ...fact, term: put(fact.term) })),
  };
}
