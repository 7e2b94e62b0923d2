/** Problems in few words: parts of the objective, what is chosen, limits, and a value for every letter. */
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import type { ProblemFile } from '../../src/economics/model-file/schema.ts';
import type { Values } from '../../src/economics/parameters.ts';

type Limit = readonly [id: string, left: string, relation: '<=' | '=', right: string];

export interface Stated {
  readonly kind: ProblemFile['kind'];
  readonly parts: Readonly<Record<string, string>>;
  readonly variables: readonly string[];
  readonly limits?: readonly Limit[];
  /** What the others choose, by letter, in the letters of one's own choice. */
  readonly others?: Readonly<Record<string, string>>;
  readonly at: Values;
}

export const problemOf = ({ kind, parts, variables, limits = [], others, at }: Stated) =>
  problemFrom({
    id: 'by-hand',
    title: 'by hand',
    meaning: 'a problem with an answer by hand',
    kind,
    objective: { name: 'obj', meaning: 'objective', parts: { ...parts } },
    variables: variables.map((name) => ({ name, meaning: name })),
    symbols: Object.keys(at).map((name) => ({ name, meaning: name, role: 'quantity' as const })),
    constraints: limits.map(([id, left, relation, right]) => ({
      id,
      left,
      relation,
      right,
      multiplier: { name: `mu_${id}`, meaning: `worth of ${id}` },
      meaning: `what ${id} asks`,
    })),
    ...(others && {
      others: Object.entries(others).map(([name, formula]) => ({ name, meaning: name, formula })),
    }),
  });
