/** The entries of a model: its conditions, its laws and its signs, each found by the engine or refused with a reason. */
import type { LawCase } from '../../asymptotics/law.ts';
import type { Problem, Summand } from '../../asymptotics/problem.ts';
import type { Hold } from '../../derive/statics/response.ts';
import { type Cell, tableOf } from '../../derive/statics/table.ts';
import { conditionsOf } from '../../economics/conditions.ts';
import type { Model } from '../../economics/model.ts';
import type { Context } from '../../kernel/facts.ts';
import { OptimandError } from '../../kernel/issues.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { joinTables } from '../../kernel/symbols.ts';
import { add, call, substitute } from '../../kernel/term.ts';
import { expressionJson } from '../expression.ts';
import { lawsOnce } from '../laws.ts';
import { lawsQuestion } from '../laws-input.ts';
import { caseJson, type LawSetting, lawSetting, regimeJson } from '../laws-json.ts';
import { LAW_QUANTITIES, type LawRegimeJson } from '../schemas/laws.ts';
import { type Entry, type EntryKind, type FoundEntry, place } from './entry.ts';

type Found = Omit<FoundEntry, 'symbols' | 'facts'> & Partial<Pick<FoundEntry, 'symbols' | 'facts'>>;
/** An entry of that kind at the place below the part's own. */
const entry = (kind: EntryKind, at: string, values: Entry['values'], setting?: LawSetting): Found => ({
  at,
  kind,
  values,
  ...(setting ? { symbols: setting.symbols, facts: setting.context.facts } : {}),
});

/** One piece of the work on a model; the places of its entries begin with its name. */
interface Part {
  readonly name: string;
  readonly entries: (model: Model) => readonly Found[];
}

/** Letters and assumptions with which a model's entries are written. */
function settingOf(model: Model, one: Pick<LawCase, 'assumed'> = { assumed: [] }): LawSetting {
  const quantities = model.parameters.filter(({ role }) => role === 'quantity').map(({ name }) => name);
  const growing = quantities.includes('E') ? 'E' : (quantities[0] ?? 'E');
  return lawSetting(lawsQuestion(model, growing, 'b', {}), one as LawCase);
}

/** Left side of a condition, with adoption as it stands in place of its letter. */
function wholeOf({ atoms }: Problem, summands: readonly Summand[], context: Context) {
  const adoption = atoms.map(({ name, argument, shape }) => [name, call('deformed_log', argument, shape)]);
  const sum = add(...summands.map(({ term }) => term));
  return tidy(substitute(sum, Object.fromEntries(adoption)), context);
}

/** Names in order, a second one of a kind told from the first. */
const numbered = (names: readonly string[]): readonly string[] =>
  names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} #${before + 1}`;
  });

/** The setting with the letters that a system of conditions brings besides: of sums and exponentials kept as unknowns. */
function settingFor({ context }: Problem, setting: LawSetting): LawSetting {
  const symbols = joinTables(context.symbols, setting.symbols);
  return { ...setting, symbols, context: { ...setting.context, symbols } };
}

const conditions: Part = {
  name: 'conditions',
  /** The equations, and of each sum that is kept as an unknown what it is the sum of. */
  entries: (model) => {
    const setting = settingOf(model);
    const problems = conditionsOf(model);
    const systems = numbered(problems.map(({ branch }) => branch || 'system'));
    return problems.flatMap((problem, index) => {
      const own = settingFor(problem, setting);
      return [...problem.equations, ...problem.auxiliaries].map(({ name, summands }) =>
        entry(
          'condition',
          problems.length > 1 ? place(systems[index] ?? '', name) : name,
          { zero: expressionJson(wholeOf(problem, summands, own.context), own).text },
          own,
        ),
      );
    });
  },
};

/** Only what is there: a value that is null is left out. */
const given = (values: Readonly<Record<string, string | null | undefined>>): Entry['values'] =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])));

function lawEntries(regime: LawRegimeJson, at: string, setting: LawSetting): Found[] {
  const ends = given({
    needs: regime.condition.own.map(({ text }) => text).join(' and '),
    from: regime.from?.text,
    to: regime.to?.text,
  });
  const laws = LAW_QUANTITIES.map((quantity) => {
    const power = regime.logPowers[quantity].text;
    const values = given({
      exponent: regime.exponents[quantity].text,
      logPower: power === '0' ? null : power,
      constant: regime.constants[quantity]?.text,
    });
    return entry('law', place(at, quantity), values, setting);
  });
  return [entry('ends', place(at, 'ends'), ends, setting), ...laws];
}

function caseEntries(one: LawCase, index: number, at: string, model: Model, growing: string): Found[] {
  const setting = lawSetting(lawsQuestion(model, growing, 'b', {}), one);
  const placed = one.regimes.map((regime) => ({ regime, from: Number.NaN, to: Number.NaN }));
  const regimes = placed.map((regime) => regimeJson(regime, one, index, setting));
  const names = numbered(regimes.map(({ name }) => name));
  const order = given({
    order: regimes.map(({ name }) => name).join(', ') || 'none',
    unbounded: one.unbounded ? 'profit' : null,
    undecided: one.undecided.length > 0 ? `${one.undecided.length}` : null,
  });
  return [
    entry('order', place(at, 'order'), order, setting),
    ...regimes.flatMap((regime, i) => lawEntries(regime, place(at, names[i] ?? ''), setting)),
  ];
}

const lawsIn = (growing: string): Part => ({
  name: `laws in ${growing}`,
  entries: (model) => {
    const { cases } = lawsOnce({ model, growing, values: {} }, 'b');
    const texts = cases.map((one) => caseJson(one, settingOf(model, one)).text || 'always');
    const names = numbered(texts);
    return cases.flatMap((one, i) => caseEntries(one, i, names[i] ?? '', model, growing));
  },
});

/** A sign that holds throughout, `changes` between cases, or `open` where conditions or a surface decide it. */
const signOf = ({ shown }: Cell): string => shown ?? 'open';

const signsAt = (hold: Hold): Part => ({
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

/** The parts of every record, in the order in which they stand in it. */
const PARTS: readonly Part[] = [conditions, lawsIn('E'), signsAt('b'), signsAt('rho')];
export const PART_NAMES: readonly string[] = PARTS.map(({ name }) => name);

/** Entries of one part of a model; where the engine refuses, the refusal is the entry. */
export function observe(model: Model, part: string): readonly FoundEntry[] {
  const found = PARTS.find(({ name }) => name === part);
  const whole = (entries: readonly Found[]): FoundEntry[] =>
    entries.map((own) => ({
      symbols: model.symbols,
      facts: model.facts,
      ...own,
      at: place(model.id, part, ...(own.at ? [own.at] : [])),
    }));
  try {
    return whole(found?.entries(model) ?? []);
  } catch (error) {
    if (error instanceof OptimandError) return whole([entry('refused', '', { why: error.message })]);
    throw error;
  }
}
