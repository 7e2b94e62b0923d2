/** Cases and regimes of laws as JSON. */
import type { PlacedRegime } from '../asymptotics/at-values.ts';
import type { Bound } from '../asymptotics/dominant.ts';
import type { Correction, LawCase, Regime } from '../asymptotics/law.ts';
import { type Relation, relation } from '../derive/relation.ts';
import { profit as PROFIT } from '../economics/symbols.ts';
import type { Context, Fact } from '../kernel/facts.ts';
import { Memo } from '../kernel/memo.ts';
import { ln, multiply, power, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { expressionJson, factAsRelation, factHolds, numberOf, relationJson } from './expression.ts';
import { implicitEnd } from './laws-ends.ts';
import type { LawSetting } from './laws-setting.ts';
import { numberText, textAsTex } from './numbers.ts';
import { readable } from './readable.ts';
import type { ExpressionJson, FactJson, RelationJson } from './schemas/expression.ts';
import {
  LAW_QUANTITIES,
  type LawCaseJson,
  type LawCorrectionJson,
  type LawRegimeJson,
} from './schemas/laws.ts';

/** Words of the engine, to which whatever is maximised is profit, about the objective of a problem. */
const called = (words: string, { objective }: LawSetting): string =>
  objective === undefined || objective === PROFIT.name
    ? words
    : words.replace(/\bprofit (?=vanishes|would|grows|is positive)/, `the ${objective} `);

/** Terms made of an object and a name, while the same is known of the letters. */
const MADE = new Memo<Context, object, Term>();

const shown = (value: Term, setting: LawSetting): ExpressionJson =>
  expressionJson(
    MADE.of(setting.context, value, '', () => readable(value, setting.context)),
    setting,
  );

/** Whether a letter is a quantity whose law is asked for, and not a multiplier or another unknown of the conditions. */
const isQuantity = (name: string, { quantities }: LawSetting): boolean => quantities.includes(name);

/** A law is stated in the parameters alone: a term that still holds an unknown is no closed form. */
const isStated = (value: Term, { parameters }: LawSetting): boolean =>
  symbolsOf(value).every((name) => parameters.has(name));
const shownOrNull = (value: Term | null, setting: LawSetting): ExpressionJson | null =>
  value && isStated(value, setting) ? shown(value, setting) : null;

/** A fact as a reader writes it; one that fixes a parameter as the equation for it. */
function assumptionOf(fact: Fact, { fixed }: LawCase): Relation {
  const names = symbolsOf(fact.term);
  const name = fact.is === 'zero' ? names.find((one) => Object.hasOwn(fixed, one)) : undefined;
  const value = name === undefined ? undefined : fixed[name];
  return name !== undefined && value ? relation(symbol(name), '=', value) : factAsRelation(fact);
}

function factShown(fact: Fact, one: LawCase, setting: LawSetting): FactJson {
  const { left, sign, right } = assumptionOf(fact, one);
  const put = (value: Term, side: string): Term =>
    MADE.of(setting.context, fact, side, () => readable(value, setting.context));
  const { text, tex } = relationJson(relation(put(left, 'left'), sign, put(right, 'right')), setting);
  return { text, tex, because: called(fact.because, setting), holds: factHolds(fact, setting) };
}

/** Facts, each said once: signs needed one after another may come to the same when a parameter is put in for another. */
const factsShown = (facts: readonly Fact[], one: LawCase, setting: LawSetting): FactJson[] => [
  ...new Map(facts.map((fact) => factShown(fact, one, setting)).map((fact) => [fact.text, fact])).values(),
];

const joinedText = (facts: readonly FactJson[]): string => facts.map(({ text }) => text).join(' and ');
const joinedTex = (facts: readonly FactJson[]): string => facts.map(({ tex }) => tex).join(',\\quad ');

/** A case of the signs, without its regimes. */
export function caseJson(one: LawCase, setting: LawSetting): LawCaseJson {
  const assumes = factsShown(one.assumed, one, setting);
  return {
    text: joinedText(assumes),
    tex: joinedTex(assumes),
    assumes,
    example: one.witness && { ...one.witness },
    undecided: one.undecided.map((words) => called(words, setting)),
    unbounded: one.unbounded,
  };
}

/** The law of a quantity as one term: constant · variable^exponent · ln(base)^power. */
function lawTerm(regime: Regime, name: string, setting: LawSetting): Term | null {
  const scaling = regime.scalings[name];
  if (!scaling?.constant || !isStated(scaling.constant, setting)) return null;
  const { constant, exponent, logPower } = scaling;
  const log = regime.logBase ? power(ln(regime.logBase), logPower) : 1;
  return MADE.of(setting.context, regime, name, () =>
    multiply(readable(constant, setting.context), power(regime.variable, exponent), log),
  );
}

function lawShown(regime: Regime, name: string, setting: LawSetting): RelationJson | null {
  const law = lawTerm(regime, name, setting);
  return law && relationJson(relation(name, '~', law), setting);
}

/** An end that only its number tells. */
function placedNumber(value: number): ExpressionJson {
  const text = numberText(value);
  return { text, tex: textAsTex(text), value };
}

/**
 * Whether the end of a regime that is placed in numbers is open all the same: a term left out catches up somewhere that has
 * no closed form, so that the regime may end before the ends that are known, by far.
 */
const isUncertain = (side: Bound['side'], { regime, from, to }: PlacedRegime): boolean =>
  !Number.isNaN(side === 'lower' ? from : to) &&
  regime.bounds.some((bound) => bound.side === side && bound.at === null);

/** Ends without a closed form, those that still hold an unknown among them, and those that are not certain. */
const openEndsOf = (placed: PlacedRegime, setting: LawSetting): ('from' | 'to')[] =>
  (['from', 'to'] as const).filter((key) => {
    const { from, to, openEnds } = placed.regime;
    const [end, side] = key === 'from' ? [from, 'lower' as const] : [to, 'upper' as const];
    return openEnds.includes(key) || (end !== null && !isStated(end, setting)) || isUncertain(side, placed);
  });

/** Of the bounds on one side, the one that decides at the values; else the one at which a regime takes over. */
function endJson(side: Bound['side'], where: PlacedRegime, setting: LawSetting): ExpressionJson | null {
  const { regime, from, to } = where;
  const [own, placed] = side === 'lower' ? [regime.from, from] : [regime.to, to];
  if (Number.isNaN(placed)) return shownOrNull(own, setting);
  if (isUncertain(side, where)) return null;
  if (placed === 0 || placed === Number.POSITIVE_INFINITY) return null;
  const edges = regime.edges.filter((edge) => edge.side === side).map(({ at }) => at);
  const deciding = [own, ...edges].find((end) => end && numberOf(end, setting) === placed);
  return deciding ? shown(deciding, setting) : placedNumber(placed);
}

function correctionJson(
  { condition, exponent, coefficients, source }: Correction,
  one: LawCase,
  setting: LawSetting,
): LawCorrectionJson {
  return {
    condition: condition.map((fact) => factShown(fact, one, setting)),
    exponent: shown(exponent, setting),
    coefficients: Object.fromEntries(
      Object.entries(coefficients)
        .filter(([name]) => isQuantity(name, setting))
        .flatMap(([name, value]) =>
          value && isStated(value, setting) ? [[name, shown(value, setting)] as const] : [],
        ),
    ),
    source,
  };
}

/** The corrections that the values do not rule out. */
const nextOf = ({ next }: Regime, setting: LawSetting): readonly Correction[] =>
  next.filter(({ condition }) => condition.every((fact) => factHolds(fact, setting) !== false));

function closedJson({ closed }: Regime, setting: LawSetting): Record<string, ExpressionJson> | null {
  if (!closed) return null;
  const own = Object.entries(closed).filter(
    ([name, value]) => isQuantity(name, setting) && isStated(value, setting),
  );
  return Object.fromEntries(own.map(([name, value]) => [name, shown(value, setting)]));
}

function curveJson({ curve }: Regime, setting: LawSetting): LawRegimeJson['curve'] {
  if (!curve) return null;
  const { along, parameter, values, shares } = curve;
  const where = Object.entries(values).map(([name, value]) =>
    relationJson(relation(name, '=', readable(value, setting.context)), setting),
  );
  return { along, parameter, where, positive: [...shares] };
}

function scalingsJson<Name extends string>(
  regime: Regime,
  names: readonly Name[],
  setting: LawSetting,
): Pick<LawRegimeJson<Name>, 'exponents' | 'logPowers' | 'constants' | 'laws'> {
  const each = <T>(of: (name: Name) => T): Record<Name, T> =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, T>;
  return {
    exponents: each((name) => shownOrNull(regime.scalings[name]?.exponent ?? null, setting)),
    logPowers: each((name) => shownOrNull(regime.scalings[name]?.logPower ?? null, setting)),
    constants: each((name) => shownOrNull(regime.scalings[name]?.constant ?? null, setting)),
    laws: each((name) => lawShown(regime, name, setting)),
  };
}

/** A regime of a firm's case, with numbers wherever the values decide them. */
export const regimeJson = (
  placed: PlacedRegime,
  one: LawCase,
  index: number,
  setting: LawSetting,
): LawRegimeJson => regimeWith(LAW_QUANTITIES, placed, one, index, setting);

/** A regime of a problem's case: the quantities that have a law in it. */
export const problemRegimeJson = (
  placed: PlacedRegime,
  one: LawCase,
  index: number,
  setting: LawSetting,
): LawRegimeJson<string> =>
  regimeWith(
    setting.quantities.filter((name) => placed.regime.scalings[name]),
    placed,
    one,
    index,
    setting,
  );

function regimeWith<Name extends string>(
  names: readonly Name[],
  placed: PlacedRegime,
  one: LawCase,
  index: number,
  setting: LawSetting,
): LawRegimeJson<Name> {
  const { regime } = placed;
  const openEnds = openEndsOf(placed, setting);
  const implicit = (side: 'from' | 'to'): string | null =>
    openEnds.includes(side) ? implicitEnd(regime, side, one) : null;
  const facts = factsShown(one.assumed, one, setting);
  const own = factsShown(regime.condition, one, setting).filter(
    ({ text }) => !facts.some((fact) => fact.text === text),
  );
  return {
    case: index,
    name: regime.name,
    condition: {
      text: joinedText([...facts, ...own]),
      tex: joinedTex([...facts, ...own]),
      case: facts,
      own,
    },
    from: endJson('lower', placed, setting),
    to: endJson('upper', placed, setting),
    openEnds,
    implicit: { from: implicit('from'), to: implicit('to') },
    edges: regime.edges.map(({ side, source, at }) => ({ side, source, at: shownOrNull(at, setting) })),
    variable: shown(regime.variable, setting),
    logBase: shownOrNull(regime.logBase, setting),
    logScale: shownOrNull(regime.logScale ?? null, setting),
    ...scalingsJson(regime, names, setting),
    closed: closedJson(regime, setting),
    next: nextOf(regime, setting)
      .map((correction) => correctionJson(correction, one, setting))
      .filter(({ coefficients }) => Object.keys(coefficients).length > 0),
    balance: regime.balance.map((balance) => ({ ...balance, group: [...balance.group] })),
    curve: curveJson(regime, setting),
  };
}
