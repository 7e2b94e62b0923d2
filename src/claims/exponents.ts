/** The laws of a model by regime, as claims about exponents ask for them: exact exponents, case by case. */
import type { LawCase, Regime, Scaling } from '../asymptotics/law.ts';
import { lawsOfModel } from '../derive/laws.ts';
import { contextOf, type Model } from '../economics/model.ts';
import type { Values } from '../economics/parameters.ts';
import { elasticity } from '../kernel/differentiate.ts';
import { assuming, type Fact } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { areEqual } from '../kernel/normal/equal.ts';
import { printTex } from '../kernel/print-tex.ts';
import { printText } from '../kernel/print-text.ts';
import { substitute, type Term } from '../kernel/term.ts';
import type { LawText } from './claim.ts';
import { type Evaluate, evaluatorOf } from './statics-evaluate.ts';

export type LawQuantity = 'n' | 'd' | 't' | 'C_train';

/** Exponents that stand for the cases of the baseline where alpha and beta are realistic: gamma of each sign. */
export const STANDARD_SHAPES: readonly Values[] = [
  { alpha: 0.34, beta: 0.28, gamma: -0.5 },
  { alpha: 0.34, beta: 0.28, gamma: 0 },
  { alpha: 0.34, beta: 0.28, gamma: 0.5 },
];
/** Besides those, gamma < 0 where 1 + beta gamma < 0: the order of the regimes is turned round, or training dominates at no maximum. */
export const EVERY_SHAPE: readonly Values[] = [
  ...STANDARD_SHAPES,
  { alpha: 0.3, beta: 1.5, gamma: -0.9 },
  { alpha: 1, beta: 1.5, gamma: -0.9 },
];

const KNOWN = new WeakMap<Model, Map<string, LawCase | null>>();

/** The case of the laws in which the exponents lie, or null where the engine refuses the model. */
function findCase(model: Model, growing: string, shapes: Values): LawCase | null {
  try {
    return lawsOfModel(model, growing, { at: shapes }).cases[0] ?? null;
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

/** The same, found once. */
export function caseOfShapes(model: Model, growing: string, shapes: Values): LawCase | null {
  const known = KNOWN.get(model) ?? new Map<string, LawCase | null>();
  KNOWN.set(model, known);
  const key = `${growing} ${JSON.stringify(shapes)}`;
  const found = known.has(key) ? (known.get(key) ?? null) : findCase(model, growing, shapes);
  known.set(key, found);
  return found;
}

const ENTRY: readonly string[] = ['stay-out', 'break-even'];

/** The regimes proper: neither staying out nor the edge of the market. */
export const properRegimes = ({ regimes }: LawCase): readonly Regime[] =>
  regimes.filter(({ name }) => !ENTRY.includes(name));

export type Pick = (regime: Regime) => boolean;
export const named =
  (name: string): Pick =>
  (regime) =>
    regime.name === name;
/** The regime without an end: the limit. */
export const last: Pick = ({ to, openEnds }) => to === null && !openEnds.includes('to');

export interface CaseLaw {
  readonly one: LawCase;
  readonly regime: Regime;
  readonly scaling: Scaling;
}

/** The law of a quantity in the regimes picked, one for every case that has such a regime. */
export function lawsPicked(
  model: Model,
  growing: string,
  quantity: LawQuantity,
  pick: Pick,
  shapes: readonly Values[] = EVERY_SHAPE,
): readonly CaseLaw[] {
  return shapes.flatMap((at): CaseLaw[] => {
    const one = caseOfShapes(model, growing, at);
    if (!one) return [];
    const regime = properRegimes(one).find(pick);
    const scaling = regime?.scalings[quantity];
    return regime && scaling ? [{ one, regime, scaling }] : [];
  });
}

const SIGNS: Readonly<Record<Fact['is'], string>> = {
  positive: '> 0',
  negative: '< 0',
  zero: '= 0',
  'non-zero': '!= 0',
  'non-negative': '>= 0',
  'non-positive': '<= 0',
};

const factText = ({ term, is }: Fact): string => `${printText(term)} ${SIGNS[is]}`;
/** A fact as LaTeX, in the letters of a model. */
export const factTex = ({ term, is }: Fact, model: Model): string =>
  `${printTex(term, model.symbols)} ${SIGNS[is].replace('!=', '\\neq').replace('>=', '\\geq').replace('<=', '\\leq')}`;

const isPlain = (term: Term, text: string): boolean => printText(term) === text;

/** quantity ~ E^p ln(E)^q, its constant left out. */
function scalingText({ exponent, logPower }: Scaling, growing: string): string {
  const power = isPlain(exponent, '0')
    ? ''
    : isPlain(exponent, '1')
      ? growing
      : `${growing}^(${printText(exponent)})`;
  const log = isPlain(logPower, '0')
    ? ''
    : isPlain(logPower, '1')
      ? `ln(${growing})`
      : `ln(${growing})^(${printText(logPower)})`;
  return [power, log].filter(Boolean).join('*') || '1';
}

function scalingTex({ exponent, logPower }: Scaling, growing: string, model: Model): string {
  const tex = (term: Term): string => printTex(term, model.symbols);
  const power = isPlain(exponent, '0')
    ? ''
    : isPlain(exponent, '1')
      ? growing
      : `${growing}^{${tex(exponent)}}`;
  const log = isPlain(logPower, '0')
    ? ''
    : isPlain(logPower, '1')
      ? `\\ln ${growing}`
      : `(\\ln ${growing})^{${tex(logPower)}}`;
  return [power, log].filter(Boolean).join(' ') || '1';
}

const LETTER: Readonly<Record<LawQuantity, string>> = { n: 'n', d: 'd', t: 't', C_train: 'C' };

/** Laws by how they read, each with the facts of the cases in which it holds. */
function casesByText(
  laws: readonly CaseLaw[],
  growing: string,
): readonly (readonly [string, { readonly scaling: Scaling; readonly cases: (readonly Fact[])[] }])[] {
  const groups = new Map<string, { readonly scaling: Scaling; readonly cases: (readonly Fact[])[] }>();
  for (const { scaling, one } of laws) {
    const text = scalingText(scaling, growing);
    const { cases } = groups.get(text) ?? { cases: [] };
    groups.set(text, { scaling, cases: [...cases, one.assumed] });
  }
  return [...groups];
}

/** The laws picked as one text, the cases told apart; null where there is none. */
export function lawText(
  model: Model,
  growing: string,
  quantity: LawQuantity,
  laws: readonly CaseLaw[],
): LawText | null {
  const groups = casesByText(laws, growing);
  const letter = LETTER[quantity];
  const parts = groups.map(([law, { scaling, cases }]) => {
    const where = (fact: (own: Fact) => string): string =>
      cases.map((facts) => facts.map(fact).join(', ')).join('; or ');
    const isOnly = groups.length === 1;
    const text = `${letter} ~ ${law}`;
    const tex = `${letter} \\sim ${scalingTex(scaling, growing, model)}`;
    return {
      text: isOnly ? text : `${text} (${where(factText)})`,
      tex: isOnly
        ? tex
        : `${tex}\\ (${where((fact) => factTex(fact, model)).replaceAll('; or ', ';\\ \\text{or}\\ ')})`,
    };
  });
  if (parts.length === 0) return null;
  return { text: parts.map(({ text }) => text).join('; '), tex: parts.map(({ tex }) => tex).join(';\\ ') };
}

/** Whether a law's exponent is the one claimed, without logarithms, under the assumptions of its case. */
export function hasExponent(model: Model, { one, scaling }: CaseLaw, claimed: Term): boolean {
  const context = assuming(contextOf(model), ...one.assumed);
  const wanted = substitute(claimed, one.fixed);
  return areEqual(scaling.exponent, wanted, context) && isPlain(scaling.logPower, '0');
}

const slopes = new WeakMap<Scaling, Map<string, Evaluate>>();

/** d ln(quantity)/d ln(name) of a law, as a function of the values; taken once. */
function slopeOf(model: Model, { one, scaling }: CaseLaw, constant: Term, name: string): Evaluate {
  const known = slopes.get(scaling) ?? new Map<string, Evaluate>();
  slopes.set(scaling, known);
  const made =
    known.get(name) ?? evaluatorOf(elasticity(constant, name, assuming(contextOf(model), ...one.assumed)));
  known.set(name, made);
  return made;
}

/** Elasticities of a law's quantity in the parameters named, and in the growing one, as numbers at the values. */
export function growthOf(
  model: Model,
  law: CaseLaw,
  growing: string,
  names: readonly string[],
  values: Values,
): Readonly<Record<string, number>> | null {
  const { constant, exponent } = law.scaling;
  if (!constant) return null;
  const own = names.map((name): [string, number] => [name, slopeOf(model, law, constant, name)(values)]);
  return Object.fromEntries([...own, [growing, evaluatorOf(exponent)(values)]]);
}
