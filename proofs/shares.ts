/** The shares in which local responses are written, at an optimum of the baseline. */
import { localElasticity } from '../derivations/11-local-elasticity.ts';
import type { At } from '../src/claims/pool.ts';
import { type Evaluate, evaluatorOf } from '../src/claims/statics-evaluate.ts';
import { expandAbbreviations } from '../src/kernel/abbreviations.ts';
import { symbol } from '../src/kernel/term.ts';

const share = (name: string): Evaluate => {
  let own: Evaluate | null = null;
  return (point) => {
    own ??= evaluatorOf(expandAbbreviations(symbol(name), localElasticity().symbols));
    return own(point);
  };
};

/** v = t/(3kd): inference against training at the margin. */
export const inferenceAgainstTraining: (point: At) => number = ({ alpha = 0, beta = 1, d = 1, t = 0 }) =>
  t / (3 * (1 + alpha / beta) * d);

const marginSlope = share('w');

/** The optimum with the letters v and w of comparative statics. */
export const withShares = (point: At): At => ({
  ...point,
  v: inferenceAgainstTraining(point),
  w: marginSlope(point),
});
