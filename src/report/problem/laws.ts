/** The scaling laws of a problem of another kind than a firm's: what `laws` prints of it, as data. */
import { caseAt, regimesAt } from '../../asymptotics/at-values.ts';
import type { LawCase, Laws } from '../../asymptotics/law.ts';
import { checkGrowingIn, lawsOfProblem } from '../../derive/laws-of-problem.ts';
import type { Problem } from '../../economics/problem.ts';
import { fail } from '../../kernel/issues.ts';
import { canonicalJson } from '../canonical.ts';
import { factHolds, type Values } from '../expression.ts';
import { laws as firmLaws, type LawsOptions, type LawsReport } from '../laws.ts';
import { caseJson, problemRegimeJson } from '../laws-json.ts';
import { type LawSetting, problemSetting } from '../laws-setting.ts';
import type { AnyLaws } from '../laws-story.ts';
import { premisesOf } from '../premises.ts';
import type { LawQuantityJson, LawRegimeJson, ProblemLawsResult } from '../schemas/laws.ts';
import { checkProblemSet, problemAsked } from './ask.ts';

/** What the laws are told of, in the order in which they are. */
export function quantitiesTold({
  quantities,
  variables,
  objectiveName,
  constraints,
}: Problem): LawQuantityJson[] {
  const own = quantities.map(({ letter: { name, tex, meaning, unit } }): LawQuantityJson => {
    const isVariable = variables.some((variable) => variable.name === name);
    const role = isVariable ? 'variable' : name === objectiveName ? 'objective' : 'reported';
    return { name, tex, meaning, unit, role };
  });
  const prices = constraints.map(
    ({ multiplier: { name, tex, meaning, unit } }): LawQuantityJson => ({
      name,
      tex,
      meaning,
      unit,
      role: 'multiplier',
    }),
  );
  return [...own, ...prices];
}

const KNOWN = new WeakMap<Problem, Map<string, Laws>>();

/** The laws in the cases in which the values lie: found once. */
export function lawsOnce(problem: Problem, growing: string, values: Values): Laws {
  const known = KNOWN.get(problem) ?? new Map<string, Laws>();
  KNOWN.set(problem, known);
  const shapes = problem.parameters.filter(
    ({ role, name }) => role === 'shape' && Object.hasOwn(values, name),
  );
  const at = Object.fromEntries(shapes.map(({ name }) => [name, values[name] as number]));
  const key = `${growing} ${canonicalJson(at)}`;
  const found = known.get(key) ?? lawsOfProblem(problem, growing, at);
  known.set(key, found);
  return found;
}

interface Question {
  readonly problem: Problem;
  readonly values: Values;
  readonly isComplete: boolean;
}

/** The regimes of a case that the values do not rule out, placed in numbers where these decide everything. */
function regimesOf(one: LawCase, laws: Laws, { values, isComplete }: Question, setting: LawSetting) {
  if (isComplete) return regimesAt({ ...laws, cases: [one] }, values);
  return one.regimes
    .filter(({ condition }) => condition.every((fact) => factHolds(fact, setting) !== false))
    .map((regime) => ({ regime, from: Number.NaN, to: Number.NaN }));
}

const once = (regimes: readonly LawRegimeJson<string>[]): LawRegimeJson<string>[] => [
  ...new Map(regimes.map((regime) => [canonicalJson(regime), regime])).values(),
];

/** The laws of a problem. @throws OptimandError for an unknown parameter and a value that its letter cannot have. */
export function problemLaws(
  problem: Problem,
  {
    in: growing = problem.parameters.findLast(({ role }) => role === 'quantity')?.name ?? '',
    hold,
    set = {},
  }: LawsOptions = {},
): LawsReport<ProblemLawsResult> {
  checkGrowingIn(problem, growing);
  if (hold === 'rho')
    fail({ code: 'usage', what: `rho is no letter of ${problem.id}`, would: 'leave out --hold' });
  const { [growing]: _, ...values } = checkProblemSet(problem, set);
  const isComplete = problem.parameters.every(({ name }) => name === growing || Object.hasOwn(values, name));
  const question = { problem, values, isComplete };
  const laws = lawsOnce(problem, growing, values);
  const shown = isComplete
    ? [caseAt(laws, values)].filter((found) => found !== null)
    : laws.cases.filter((one) => caseAt({ ...laws, cases: [one] }, values) !== null);
  const quantities = quantitiesTold(problem);
  const letters = { growing, symbols: problem.symbols, values };
  const told = shown.map((one, index) => {
    const setting = problemSetting(letters, problem, quantities, one);
    const regimes = regimesOf(one, laws, question, setting);
    return {
      setting,
      case: caseJson(one, setting),
      regimes: once(regimes.map((placed) => problemRegimeJson(placed, one, index, setting))),
    };
  });
  return {
    result: {
      variant: problem.id,
      in: growing,
      hold: null,
      set: { ...values },
      ...premisesOf(problem, values),
      quantities,
      cases: told.map((one) => one.case),
      regimes: told.flatMap(({ regimes }) => regimes),
      unbounded: shown.some(({ unbounded }) => unbounded),
    },
    symbols: told[0]?.setting.symbols ?? problem.symbols,
    warnings: [],
  };
}

/** The laws of whatever is asked for: a firm or another problem. */
export function anyLaws(asked: unknown, options: LawsOptions = {}): LawsReport<AnyLaws> {
  const problem = problemAsked(asked);
  return problem ? problemLaws(problem, options) : firmLaws(asked as string, options);
}
