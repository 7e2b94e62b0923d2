/** Last doubts about an optimum of a program: no point near it and none of a wide scatter that is allowed may be better. */
import { double } from '../../kernel/arithmetic/double.ts';
import { compile } from '../../kernel/compile.ts';
import { offsetsOf } from '../verify.ts';
import type { Solved } from './outcome.ts';

/** The objective is known to this share of its parts. */
const ROUNDING = 1e-12;

/** Whether some point that the constraints allow, equations held from their side, is better beyond rounding. */
export function isBeaten({ program, theta, z }: Solved): boolean {
  const { variables, parameters, better, objective, gain, loss, held } = program;
  const inputs = [...variables, ...parameters];
  const at = (value: typeof objective) => compile(value, inputs, double);
  const [goal, up, down] = [at(objective), at(gain), at(loss)];
  const excesses = held.map(({ excess }) => at(excess));
  const x = z.slice(0, variables.length);
  const point = [...x.map(Math.exp), ...theta];
  const mark = better * goal(point) + ROUNDING * (Math.abs(up(point)) + Math.abs(down(point)));
  return offsetsOf(x.length).some((offset) => {
    const other = [...x.map((value, i) => Math.exp(value + (offset[i] ?? 0))), ...theta];
    return excesses.every((excess) => excess(other) <= 0) && better * goal(other) > mark;
  });
}
