/** A piece of what is recorded of a model or a problem, and how its entries are written. */
import type { LawCase } from '../../asymptotics/law.ts';
import type { Problem, Summand } from '../../asymptotics/problem.ts';
import type { Context } from '../../kernel/facts.ts';
import { tidy } from '../../kernel/normal/equal.ts';
import { joinTables } from '../../kernel/symbols.ts';
import { add, call, substitute } from '../../kernel/term.ts';
import { expressionJson } from '../expression.ts';
import type { LawSetting } from '../laws-setting.ts';
import type { LawRegimeJson } from '../schemas/laws.ts';
import { type Entry, type EntryKind, type FoundEntry, place } from './entry.ts';

export type Found = Omit<FoundEntry, 'symbols' | 'facts'> & Partial<Pick<FoundEntry, 'symbols' | 'facts'>>;

/** An entry of that kind at the place below the part's own. */
export const entry = (kind: EntryKind, at: string, values: Entry['values'], setting?: LawSetting): Found => ({
  at,
  kind,
  values,
  ...(setting ? { symbols: setting.symbols, facts: setting.context.facts } : {}),
});

/** One piece of the work on a subject; the places of its entries begin with the subject's name. */
export interface Part<Subject> {
  readonly name: string;
  readonly entries: (subject: Subject) => readonly Found[];
}

/** Left side of a condition, with adoption as it stands in place of its letter. */
function wholeOf({ atoms }: Problem, summands: readonly Summand[], context: Context) {
  const adoption = atoms.map(({ name, argument, shape }) => [name, call('deformed_log', argument, shape)]);
  const sum = add(...summands.map(({ term }) => term));
  return tidy(substitute(sum, Object.fromEntries(adoption)), context);
}

/** Names in order, a second one of a kind told from the first. */
export const numbered = (names: readonly string[]): readonly string[] =>
  names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} #${before + 1}`;
  });

/** The setting with the letters that a system of conditions brings besides: of sums and exponentials kept as unknowns. */
function settingFor({ context }: Problem, setting: LawSetting): LawSetting {
  const symbols = joinTables(context.symbols, setting.symbols);
  return { ...setting, symbols, context: { ...setting.context, symbols } };
}

/** The equations of a system, and of each sum that is kept as an unknown what it is the sum of. */
export function conditionEntries(system: Problem, at: string, setting: LawSetting): readonly Found[] {
  const own = settingFor(system, setting);
  return [...system.equations, ...system.auxiliaries].map(({ name, summands }) =>
    entry(
      'condition',
      at ? place(at, name) : name,
      { zero: expressionJson(wholeOf(system, summands, own.context), own).text },
      own,
    ),
  );
}

/** Only what is there: a value that is null is left out. */
const given = (values: Readonly<Record<string, string | null | undefined>>): Entry['values'] =>
  Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])));

/** Where a regime begins and ends, and the law of each quantity that has one in it. */
function lawEntries(regime: LawRegimeJson<string>, at: string, setting: LawSetting): Found[] {
  const ends = given({
    needs: regime.condition.own.map(({ text }) => text).join(' and '),
    from: regime.from?.text,
    to: regime.to?.text,
  });
  const laws = Object.entries(regime.exponents).flatMap(([quantity, exponent]) => {
    if (!exponent) return [];
    const power = regime.logPowers[quantity]?.text;
    const values = given({
      exponent: exponent.text,
      logPower: power === '0' ? null : power,
      constant: regime.constants[quantity]?.text,
    });
    return [entry('law', place(at, quantity), values, setting)];
  });
  return [entry('ends', place(at, 'ends'), ends, setting), ...laws];
}

/** The regimes of a case in their order, and the laws in each. */
export function caseEntries(
  { unbounded, undecided }: LawCase,
  regimes: readonly LawRegimeJson<string>[],
  at: string,
  setting: LawSetting,
  objective: string,
): readonly Found[] {
  const names = numbered(regimes.map(({ name }) => name));
  const order = given({
    order: regimes.map(({ name }) => name).join(', ') || 'none',
    unbounded: unbounded ? objective : null,
    undecided: undecided.length > 0 ? `${undecided.length}` : null,
  });
  return [
    entry('order', place(at, 'order'), order, setting),
    ...regimes.flatMap((regime, i) => lawEntries(regime, place(at, names[i] ?? ''), setting)),
  ];
}
