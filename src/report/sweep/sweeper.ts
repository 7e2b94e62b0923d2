/** The sweep of whatever is asked for: a firm or another problem. */
import type { Model } from '../../economics/model.ts';
import type { Values } from '../../economics/parameters.ts';
import type { Problem } from '../../economics/problem.ts';
import { problemAsked } from '../problem/ask.ts';
import { variantOf } from '../variant.ts';
import type { SweepPlan } from './points.ts';
import { ProblemSweep } from './problem-sweep.ts';
import { Sweep, type Sweeper } from './sweep.ts';

/** The firm or problem asked for. @throws OptimandError where there is none of that name. */
export const sweptSubject = (asked: string | Model | Problem): Model | Problem =>
  problemAsked(asked) ?? variantOf(asked);

const ownSet = (subject: Model | Problem): Values => ('own' in subject ? subject.own.set : subject.set);

/** The plan with the numbers that the model or problem has of its own, where nothing else is said of them. */
export function completed(subject: Model | Problem, plan: SweepPlan): SweepPlan {
  const said = plan.axes.map(({ name }) => name);
  const isLeft = ([name]: readonly [string, number]): boolean =>
    !said.includes(name) && !(name === 'b' && plan.hold === 'rho');
  return {
    ...plan,
    set: { ...Object.fromEntries(Object.entries(ownSet(subject)).filter(isLeft)), ...plan.set },
  };
}

/** @throws OptimandError about what is wrong with the plan. */
export const sweeperOf = (subject: Model | Problem, plan: SweepPlan): Sweeper => {
  const problem = problemAsked(subject);
  return problem ? new ProblemSweep(problem, plan) : new Sweep(subject as Model, plan);
};
