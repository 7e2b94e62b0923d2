/** A solution of a program in the letters of its problem. */
import { programElasticities } from './elasticities.ts';
import { isOfKink } from './kinks.ts';
import type { ProgramOptimum, Solved } from './outcome.ts';
import type { Held } from './program.ts';
import { residualOf, sharesOf } from './shares.ts';
import { numberAt } from './solve.ts';
import { tiesOf } from './ties.ts';

/** What is told of a solution; `own` is one player's, where others answer, and the same elsewhere. */
export function report(solved: Solved, own: Solved = solved): ProgramOptimum {
  const { program, theta, binding, isLog, z } = solved;
  const { problem } = program;
  const x = z.slice(0, program.variables.length);
  const at = (value: Held['excess']): number => numberAt(program, value, x, theta);
  const scale = isLog ? at(program.objective) : 1;
  const worth = (one: Held): number => {
    const k = binding.indexOf(one);
    return k < 0 ? 0 : one.side * (z[x.length + k] ?? 0) * scale * at(one.perUnit);
  };
  const ties = tiesOf(solved).filter(({ met, counted }) =>
    [met, ...counted].every(({ constraint }) => !isOfKink(constraint.id)),
  );
  const tied = ties.flatMap(({ met, counted }) => [met, ...counted]);
  const binds = [...binding, ...ties.map(({ met }) => met)];
  const stated = program.held.filter(({ constraint }) => !isOfKink(constraint.id));
  const quantities = problem.quantities.map(({ letter, term }) => [letter.name, at(term)] as const);
  const isReal = ([, value]: readonly [string, number]): boolean => !Number.isNaN(value);
  const { elasticities, warnings } = programElasticities(solved, ties);
  const none = quantities
    .filter((own) => !isReal(own))
    .map(([name]) => `${name} has no real value at this optimum`);
  return {
    kind: 'optimum',
    quantities: Object.fromEntries(quantities.filter(isReal)),
    multipliers: Object.fromEntries(
      stated.filter((one) => !tied.includes(one)).map((one) => [one.constraint.multiplier.name, worth(one)]),
    ),
    binding: stated.filter((one) => binds.includes(one)).map(({ constraint }) => constraint.id),
    elasticities,
    warnings: [...none, ...warnings],
    shares: sharesOf(own),
    residual: residualOf(own),
  };
}
