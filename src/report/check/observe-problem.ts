/** What is recorded of a problem that is no firm: conditions, the laws in each parameter that may grow, and signs. */
import type { LawCase } from '../../asymptotics/law.ts';
import { growingIn, lawsOfProblem } from '../../derive/laws-of-problem.ts';
import { problemTables } from '../../derive/problem/statics.ts';
import { systemsOf } from '../../economics/lagrangian.ts';
import type { Problem } from '../../economics/problem.ts';
import { caseJson, problemRegimeJson } from '../laws-json.ts';
import { type LawSetting, problemSetting } from '../laws-setting.ts';
import { quantitiesTold } from '../problem/laws.ts';
import { place } from './entry.ts';
import { caseEntries, conditionEntries, entry, type Found, numbered, type Part } from './part.ts';

const settingOf = (problem: Problem, growing: string, one: Pick<LawCase, 'assumed'>): LawSetting =>
  problemSetting(
    { growing, symbols: problem.symbols, values: {} },
    problem,
    quantitiesTold(problem),
    one as LawCase,
  );

const conditions: Part<Problem> = {
  name: 'conditions',
  entries: (problem) => {
    const systems = systemsOf(problem);
    const names = numbered(
      systems.map(
        ({ binding, conditions: { branch } }) =>
          [branch, ...binding.map(({ constraint }) => constraint.id)].filter(Boolean).join(', ') ||
          'interior',
      ),
    );
    return systems.flatMap(({ conditions: own }, i) =>
      conditionEntries(
        own,
        systems.length > 1 ? (names[i] ?? '') : '',
        settingOf(problem, '', { assumed: [] }),
      ),
    );
  },
};

function caseOf(
  problem: Problem,
  growing: string,
  one: LawCase,
  index: number,
  at: string,
): readonly Found[] {
  const setting = settingOf(problem, growing, one);
  const placed = one.regimes.map((regime) => ({ regime, from: Number.NaN, to: Number.NaN }));
  const regimes = placed.map((regime) => problemRegimeJson(regime, one, index, setting));
  return caseEntries(one, regimes, at, setting, problem.objectiveName);
}

const lawsIn = (growing: string): Part<Problem> => ({
  name: `laws in ${growing}`,
  entries: (problem) => {
    const { cases } = lawsOfProblem(problem, growing);
    const names = numbered(
      cases.map((one) => caseJson(one, settingOf(problem, growing, one)).text || 'always'),
    );
    return cases.flatMap((one, i) => caseOf(problem, growing, one, i, names[i] ?? ''));
  },
});

const signs: Part<Problem> = {
  name: 'signs',
  entries: (problem) => {
    const tables = problemTables(problem);
    return tables.flatMap(({ where, cells }) =>
      [...new Set(cells.map(({ parameter }) => parameter))].map((parameter) => {
        const own = cells.filter((cell) => cell.parameter === parameter);
        return entry(
          'signs',
          tables.length > 1 ? place(where, parameter) : parameter,
          Object.fromEntries(own.map(({ quantity, sign }) => [quantity, sign ?? 'open'])),
        );
      }),
    );
  },
};

/** The parts of what is recorded of a problem, in the order in which they stand. */
export const problemParts = (problem: Problem): readonly Part<Problem>[] => [
  conditions,
  ...growingIn(problem).map(lawsIn),
  signs,
];
