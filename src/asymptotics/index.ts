import { type Case, overCases, witnessOf } from './cases.ts';
import type { LawCase, Laws } from './law.ts';
import type { Problem } from './problem.ts';
import { sequenceOf } from './regimes.ts';

/** The laws of the problems (the same model with limits slack or binding) as one parameter grows, case by case. */
export function lawsOf(problems: readonly Problem[], growing: string, start: Case): Laws {
  const outcomes = overCases(start, (here) => sequenceOf(problems, here, growing));
  const cases = outcomes.map((outcome): LawCase => {
    const shared = {
      assumed: outcome.case.assumed,
      fixed: outcome.case.fixed,
      witness: witnessOf(outcome.case),
      unbounded: false,
    };
    return outcome.kind === 'done'
      ? { ...shared, regimes: outcome.result.regimes, undecided: outcome.result.undecided }
      : { ...shared, regimes: [], undecided: [outcome.needs] };
  });
  return { growing, cases };
}
