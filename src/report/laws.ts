/** The scaling laws of a variant as one parameter grows: what `laws` prints, as data. */
import { caseAt, regimesAt } from '../asymptotics/at-values.ts';
import type { LawCase, Laws } from '../asymptotics/law.ts';
import { lawsOfModel } from '../derive/laws.ts';
import type { Model } from '../economics/model.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { canonicalJson } from './canonical.ts';
import { factHolds, type Values } from './expression.ts';
import { type LawsQuestion, lawsQuestion } from './laws-input.ts';
import { caseJson, regimeJson } from './laws-json.ts';
import { type Placement, placeRegimes } from './laws-place.ts';
import { type LawSetting, lawSetting } from './laws-setting.ts';
import { roundedText } from './numbers.ts';
import { premisesOf } from './premises.ts';
import type { LawRegimeJson, LawsResult } from './schemas/laws.ts';
import { type Asked, variantOf } from './variant.ts';

export interface LawsOptions {
  /** The growing parameter; E where none is named. */
  readonly in?: string;
  /** What stays fixed as a grows: b, or rho = (a/b)^(1/alpha). */
  readonly hold?: 'b' | 'rho';
  /** Numbers for parameters; where they decide the case, that case alone is shown. */
  readonly set?: Values;
  /** Whether the referee looks for break-even where it has no closed form; it does unless this is false. */
  readonly isBreakEvenSought?: boolean;
}

export interface LawsReport<Result = LawsResult> {
  readonly result: Result;
  /** The letters of the laws, to print them with. */
  readonly symbols: SymbolTable;
  readonly warnings: readonly string[];
}

const KNOWN = new WeakMap<Model, Map<string, Laws>>();

type Place = Pick<LawsQuestion, 'model' | 'growing' | 'values'>;

/** Values of the shape parameters: laws depend on no other number. */
const shapesAt = ({ model, values }: Place): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => model.symbols.get(name)?.role === 'shape'));

function shelf(place: Place, hold: 'b' | 'rho'): { readonly known: Map<string, Laws>; readonly key: string } {
  const known = KNOWN.get(place.model) ?? new Map<string, Laws>();
  KNOWN.set(place.model, known);
  return { known, key: `${place.growing} ${hold} ${canonicalJson(shapesAt(place))}` };
}

/** The laws of a model in the cases in which the values lie: found once. */
export function lawsOnce(place: Place, hold: 'b' | 'rho'): Laws {
  const { known, key } = shelf(place, hold);
  const found = known.get(key) ?? lawsOfModel(place.model, place.growing, { hold, at: shapesAt(place) });
  known.set(key, found);
  return found;
}

/** Laws that another thread has found, with b held. */
export function rememberLaws(place: Place, laws: Laws): void {
  const { known, key } = shelf(place, 'b');
  known.set(key, laws);
}

/** The cases that the values do not rule out; exactly one where they decide it. */
function casesAt(laws: Laws, { values, isComplete }: LawsQuestion): readonly LawCase[] {
  if (isComplete) return [caseAt(laws, values)].filter((found) => found !== null);
  return laws.cases.filter((one) => caseAt({ ...laws, cases: [one] }, values) !== null);
}

/** The regimes of a case that the values do not rule out, placed in numbers where these decide everything. */
function regimesOf(
  one: LawCase,
  laws: Laws,
  question: LawsQuestion,
  setting: LawSetting,
  isSought: boolean | undefined,
): Placement {
  if (question.isComplete) {
    const placed = regimesAt({ ...laws, cases: [one] }, question.values);
    return placeRegimes(placed, one, question, isSought);
  }
  const regimes = one.regimes
    .filter(({ condition }) => condition.every((fact) => factHolds(fact, setting) !== false))
    .map((regime) => ({ regime, from: Number.NaN, to: Number.NaN }));
  return { regimes, numericBreakEven: null, numericExit: null, nothingSoldAt: [], gaps: [] };
}

/** Systems with a limit slack and with it binding may open in the same way; that is said once. */
const once = (regimes: readonly LawRegimeJson[]): LawRegimeJson[] => [
  ...new Map(regimes.map((regime) => [canonicalJson(regime), regime])).values(),
];

/** A regime under the name that the model gives it. */
const named = (regime: LawRegimeJson, { own }: Model): LawRegimeJson => ({
  ...regime,
  name: own.regimes[regime.name] ?? regime.name,
});

/** Where no law holds, in a sentence each. */
const gapNotes = (growing: string, { gaps }: Pick<Placement, 'gaps'>): readonly string[] =>
  gaps.map(({ from, to }) => {
    const start = `${growing} = ${roundedText(from, 3)}`;
    const where =
      to === Number.POSITIVE_INFINITY
        ? `beyond ${start}`
        : `between ${start} and ${growing} = ${roundedText(to, 3)}`;
    return `${where} no law is listed, for none of the balances found holds there`;
  });

function breakEvenNotes(
  growing: string,
  { numericBreakEven: at, numericExit: exit, nothingSoldAt }: Omit<Placement, 'regimes' | 'gaps'>,
): readonly string[] {
  if (at !== null)
    return [
      `break-even has no closed form here; found numerically, it is at ${growing} = ${roundedText(at, 9)}${exit === null ? '' : `, and again at ${growing} = ${roundedText(exit, 9)}, beyond which nothing is sold`}`,
    ];
  if (nothingSoldAt.length === 0) return [];
  const values = nothingSoldAt.map((value) => roundedText(value, 3)).join(', ');
  return [
    `no break-even is found: nothing is sold at any of ${growing} = ${values}, so the laws may be those of no firm`,
  ];
}

/**
 * The scaling laws by regime as one parameter grows: exact exponents, constants, crossovers and next terms.
 * @throws OptimandError for an unknown variant or parameter, and for a value that its letter cannot have.
 */
export function laws(variant: Asked = 'baseline', options: LawsOptions = {}): LawsReport {
  const model = variantOf(variant);
  const growing = options.in ?? 'E';
  const question = lawsQuestion(model, growing, options.hold ?? 'b', options.set ?? {});
  const found = lawsOnce(question, options.hold ?? 'b');
  const shown = casesAt(found, question);
  const told = shown.map((one, index) => {
    const setting = lawSetting(question, one);
    const { regimes, ...entry } = regimesOf(one, found, question, setting, options.isBreakEvenSought);
    return {
      setting,
      entry,
      case: caseJson(one, setting),
      regimes: once(regimes.map((placed) => regimeJson(placed, one, index, setting))),
    };
  });
  const result: LawsResult = {
    variant: model.id,
    in: growing,
    hold: question.hold,
    set: { ...question.values },
    ...premisesOf(model, question.values),
    cases: told.map((one) => one.case),
    regimes: told.flatMap(({ regimes }) => regimes).map((regime) => named(regime, model)),
    unbounded: shown.some(({ unbounded }) => unbounded),
  };
  return {
    result,
    symbols: told[0]?.setting.symbols ?? question.symbols,
    warnings: told.flatMap(({ entry }) => [...breakEvenNotes(growing, entry), ...gapNotes(growing, entry)]),
  };
}
