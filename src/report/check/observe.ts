/** The entries of a model: its conditions, its laws and its signs, each found by the engine or refused with a reason. */
import type { LawCase } from '../../asymptotics/law.ts';
import type { Hold } from '../../derive/statics/response.ts';
import { type Cell, tableOf } from '../../derive/statics/table.ts';
import { conditionsOf } from '../../economics/conditions.ts';
import type { Model } from '../../economics/model.ts';
import type { Problem } from '../../economics/problem.ts';
import { OptimandError } from '../../kernel/issues.ts';
import { lawsOnce } from '../laws.ts';
import { lawsQuestion } from '../laws-input.ts';
import { caseJson, regimeJson } from '../laws-json.ts';
import { type LawSetting, lawSetting } from '../laws-setting.ts';
import { problemAsked } from '../problem/ask.ts';
import { type FoundEntry, place } from './entry.ts';
import { problemParts } from './observe-problem.ts';
import { caseEntries, conditionEntries, entry, type Found, numbered, type Part } from './part.ts';

/** Letters and assumptions with which a model's entries are written. */
function settingOf(model: Model, one: Pick<LawCase, 'assumed'> = { assumed: [] }): LawSetting {
  const quantities = model.parameters.filter(({ role }) => role === 'quantity').map(({ name }) => name);
  const growing = quantities.includes('E') ? 'E' : (quantities[0] ?? 'E');
  return lawSetting(lawsQuestion(model, growing, 'b', {}), one as LawCase);
}

const conditions: Part<Model> = {
  name: 'conditions',
  entries: (model) => {
    const setting = settingOf(model);
    const problems = conditionsOf(model);
    const systems = numbered(problems.map(({ branch }) => branch || 'system'));
    return problems.flatMap((problem, index) =>
      conditionEntries(problem, problems.length > 1 ? (systems[index] ?? '') : '', setting),
    );
  },
};

function caseOf(one: LawCase, index: number, at: string, model: Model, growing: string): readonly Found[] {
  const setting = lawSetting(lawsQuestion(model, growing, 'b', {}), one);
  const placed = one.regimes.map((regime) => ({ regime, from: Number.NaN, to: Number.NaN }));
  const regimes = placed.map((regime) => regimeJson(regime, one, index, setting));
  return caseEntries(one, regimes, at, setting, 'profit');
}

const lawsIn = (growing: string): Part<Model> => ({
  name: `laws in ${growing}`,
  entries: (model) => {
    const { cases } = lawsOnce({ model, growing, values: {} }, 'b');
    const texts = cases.map((one) => caseJson(one, settingOf(model, one)).text || 'always');
    const names = numbered(texts);
    return cases.flatMap((one, i) => caseOf(one, i, names[i] ?? '', model, growing));
  },
});

/** A sign that holds throughout, `changes` between cases, or `open` where conditions or a surface decide it. */
const signOf = ({ shown }: Cell): string => shown ?? 'open';

const signsAt = (hold: Hold): Part<Model> => ({
  name: `signs with ${hold} held`,
  entries: (model) => {
    const { cells } = tableOf(model, hold);
    const parameters = [...new Set(cells.map(({ parameter }) => parameter))];
    return parameters.map((parameter) => {
      const own = cells.filter((cell) => cell.parameter === parameter);
      return entry('signs', parameter, Object.fromEntries(own.map((cell) => [cell.quantity, signOf(cell)])));
    });
  },
});

/** The parts of what is recorded of a firm, in the order in which they stand. */
const FIRM_PARTS: readonly Part<Model>[] = [conditions, lawsIn('E'), signsAt('b'), signsAt('rho')];

/** What may be looked at. */
export type Subject = Model | Problem;

/** The pieces of the work on a firm or another problem, each ready to be done. */
const worksOn = (
  subject: Subject,
): readonly { readonly name: string; readonly entries: () => readonly Found[] }[] => {
  const problem = problemAsked(subject);
  return problem
    ? problemParts(problem).map(({ name, entries }) => ({ name, entries: () => entries(problem) }))
    : FIRM_PARTS.map(({ name, entries }) => ({ name, entries: () => entries(subject as Model) }));
};

/** Names of the parts of what is recorded. */
export const partNames = (subject: Subject): readonly string[] => worksOn(subject).map(({ name }) => name);

/** Entries of one part of a firm or another problem; where the engine refuses, the refusal is the entry. */
export function observe(subject: Subject, part: string): readonly FoundEntry[] {
  const found = worksOn(subject).find(({ name }) => name === part);
  const { id, symbols, facts } = subject;
  const whole = (entries: readonly Found[]): FoundEntry[] =>
    entries.map((own) => ({ symbols, facts, ...own, at: place(id, part, ...(own.at ? [own.at] : [])) }));
  try {
    return whole(found?.entries() ?? []);
  } catch (error) {
    if (error instanceof OptimandError) return whole([entry('refused', '', { why: error.message })]);
    throw error;
  }
}
