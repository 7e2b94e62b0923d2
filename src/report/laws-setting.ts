/** What laws are printed with: their letters, what is known of those, and the numbers set. */
import type { LawCase, Regime } from '../asymptotics/law.ts';
import type { Problem } from '../economics/problem.ts';
import type { Context, Fact } from '../kernel/facts.ts';
import { type Declaration, joinTables, POSITIVE, type SymbolTable, symbolTable } from '../kernel/symbols.ts';
import type { Setting } from './expression.ts';
import { constantMeaning, freeLogLetter, indexed, logMeaning } from './laws-formula.ts';
import type { LawsQuestion } from './laws-input.ts';
import { LAW_QUANTITIES, type LawQuantity, type LawQuantityJson } from './schemas/laws.ts';

const letter = (name: string, tex: string, meaning: string): Declaration => ({
  name,
  tex,
  meaning,
  unit: '1',
  domain: POSITIVE,
  role: 'quantity',
  source: 'laws',
});

/** What a quantity is called in formulas: its LaTeX, and that of its leading law, to which next terms are relative. */
interface QuantityLook {
  readonly tex: string;
  readonly leading: string;
  readonly meaning: string;
}

const FIRM_QUANTITIES: Readonly<Record<LawQuantity, QuantityLook>> = {
  n: { tex: 'n', leading: 'n_0', meaning: 'n' },
  d: { tex: 'd', leading: 'd_0', meaning: 'd' },
  t: { tex: 't', leading: 't_0', meaning: 't' },
  C_train: { tex: 'C_{\\mathrm{train}}', leading: 'C_0', meaning: 'training spend' },
  profit: { tex: '\\Pi', leading: '\\Pi_0', meaning: 'profit' },
};

/** The letters of laws: quantities, their constants and their leading laws. */
const lettersOf = (quantities: Readonly<Record<string, QuantityLook>>): readonly Declaration[] =>
  Object.entries(quantities).flatMap(([name, { tex, leading, meaning }]) => [
    letter(name, tex, meaning),
    letter(`c_${name}`, `c_{${tex}}`, constantMeaning(name)),
    letter(`k_${name}`, `k_{${tex}}`, constantMeaning(name)),
    letter(`${name}_0`, leading, `the law of ${name}`),
  ]);

/** Letters that stand in laws beside those of the model: quantities, their constants, and what the engine keeps as a letter. */
const LAW_LETTERS: SymbolTable = symbolTable(
  letter('f', 'f', 'adoption'),
  letter('slope_f', '\\varepsilon_f', 'elasticity of adoption in quality'),
  letter('f_2', 'f_2', 'a second logarithm of the conditions'),
  letter('mu', '\\mu', 'shadow price of a limit'),
  ...['n', 'd', 't'].map((name) =>
    letter(`mu_${name}`, `\\mu_${name}`, `shadow price of the limit on ${name}`),
  ),
  letter('exp_d', '\\mathrm{e}_d', 'an exponential of data in place of data'),
  ...[1, 2, 3].map((i) => letter(`s_${i}`, `s_${i}`, 'a sum that stands under a power')),
  ...lettersOf(FIRM_QUANTITIES),
);

/** What a case is printed with: its letters, what is known of them, and the numbers set. */
export interface LawSetting extends Setting {
  readonly context: Context;
  /** Letters in which a law is stated: the parameters, whether or not they have a number. */
  readonly parameters: ReadonlySet<string>;
  /** Names of the quantities whose laws are given. */
  readonly quantities: readonly string[];
  /** The name of what is best at the optimum, where that is not profit. */
  readonly objective?: string;
}

/** What laws are printed with, the letters of their quantities given. */
function settingWith(
  { growing, symbols, values }: Pick<LawsQuestion, 'growing' | 'symbols' | 'values'>,
  facts: readonly Fact[],
  parameters: readonly string[],
  quantities: readonly string[],
  letters: SymbolTable,
): LawSetting {
  const start = symbols.get(growing);
  const log = freeLogLetter(growing, symbols);
  const beginning = start
    ? [
        letter(`${growing}_0`, indexed(start.tex, 0), `where the regime begins, in ${growing}`),
        letter(log, indexed(start.tex, Number(log.slice(growing.length + 1))), logMeaning(growing)),
      ]
    : [];
  const own = joinTables(letters, symbols, symbolTable(...beginning));
  return {
    symbols: own,
    values,
    parameters: new Set(parameters),
    quantities,
    context: { symbols: own, facts },
  };
}

/** Letters of the amounts at break-even, relative to the marginal gain. */
const shareLetters = (regimes: readonly Regime[]): SymbolTable =>
  symbolTable(
    ...regimes
      .flatMap(({ curve }) => curve?.shares ?? [])
      .map((name) => {
        const source = name.replace(/^y_/, '').replaceAll('_', ' ');
        return letter(name, `y_{\\mathrm{${source}}}`, `${source} relative to the marginal gain`);
      }),
  );

const SETTINGS = new WeakMap<object, { readonly of: SymbolTable; readonly setting: LawSetting }>();

/** The setting of a case: the same letters and the same facts for the same case, whatever the numbers. */
export function lawSetting(
  question: LawsQuestion,
  one: Pick<LawCase, 'assumed'> & Partial<LawCase>,
): LawSetting {
  const known = SETTINGS.get(one);
  if (known?.of === question.symbols) return { ...known.setting, values: question.values };
  const setting = settingWith(
    question,
    [...question.model.facts, ...one.assumed],
    [...question.model.parameters.map(({ name }) => name), 'rho'],
    LAW_QUANTITIES,
    joinTables(LAW_LETTERS, shareLetters(one.regimes ?? [])),
  );
  SETTINGS.set(one, { of: question.symbols, setting });
  return setting;
}

/** The same for a problem of another kind. */
export const problemSetting = (
  question: Pick<LawsQuestion, 'growing' | 'symbols' | 'values'>,
  { parameters, facts }: Problem,
  quantities: readonly LawQuantityJson[],
  { assumed }: LawCase,
): LawSetting => {
  const setting = settingWith(
    question,
    [...facts, ...assumed],
    parameters.map(({ name }) => name),
    quantities.map(({ name }) => name),
    symbolTable(
      ...lettersOf(
        Object.fromEntries(
          quantities.map(({ name, tex, meaning }) => [name, { tex, leading: `{${tex}}_0`, meaning }]),
        ),
      ),
    ),
  );
  const best = quantities.find(({ role }) => role === 'objective');
  return best ? { ...setting, objective: best.name } : setting;
};
