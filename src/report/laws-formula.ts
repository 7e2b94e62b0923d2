/** The formulas of laws as they stand in a report: numbers where the values decide them, long constants on a line of their own. */
import { relation } from '../derive/relation.ts';
import { parse } from '../kernel/parse.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { add, divide, multiply, power } from '../kernel/term.ts';
import { leftTex, relationText } from './expression.ts';
import { roundedText, textAsTex } from './numbers.ts';
import { displayTex } from './render/display.ts';
import type { ExpressionJson } from './schemas/expression.ts';
import type { LawCorrectionJson, LawRegimeJson } from './schemas/laws.ts';

/** A regime of a firm or of another problem. */
type AnyRegime = LawRegimeJson<string>;

const NONE: ExpressionJson = { text: '0', tex: '0', value: 0 };

/** A formula for a line of its own, as text and as LaTeX of a display. */
export interface LawFormula {
  readonly text: string;
  readonly tex: string;
}

/** A constant that is longer stands on a line of its own. */
const LONGEST_INLINE = 44;
const DIGITS = 6;

/** What formulas are printed with. */
export interface LawLetters {
  readonly symbols: SymbolTable;
  /** The growing parameter. */
  readonly growing: string;
}

const texOf = (name: string, symbols: SymbolTable): string => leftTex(relation(name, '=', 0), symbols, {});

const isSum = (text: string, symbols: SymbolTable): boolean => parse(text, symbols).kind === 'sum';

/** Left, sign and an expression in the text of the toolkit, long right sides broken over lines of LaTeX. */
export function formulaOf(
  left: string,
  sign: '=' | '~' | '>' | '<',
  right: ExpressionJson,
  symbols: SymbolTable,
): LawFormula {
  if (right.value !== null) {
    const number = roundedText(right.value, DIGITS);
    return {
      text: `${left} ${sign} ${number}`,
      tex: `${texOf(left, symbols)} ${sign === '~' ? '\\sim' : sign} ${textAsTex(number)}`,
    };
  }
  const stated = relation(left, sign, parse(right.text, symbols));
  return {
    text: `${left} ${sign} ${right.text}`,
    tex: displayTex({ relation: stated, look: {}, label: '' }, symbols),
  };
}

/** A part of a product: as text and as LaTeX, and how it looks in LaTeX where no power is taken of it. */
interface Part extends LawFormula {
  readonly alone?: string;
}

const numberPart = (value: number): Part => {
  const text = roundedText(value, DIGITS);
  return { text, tex: textAsTex(text) };
};

const isZero = ({ text, value }: ExpressionJson): boolean => text === '0' || value === 0;

/** A fraction of small whole numbers says more than its decimals. */
const FRACTION = /^-?\d{1,3}(?:\/\d{1,3})?$/;

const exponentPart = (base: Part, exponent: ExpressionJson): Part | null => {
  if (isZero(exponent)) return null;
  if (exponent.text === '1') return { text: base.text, tex: base.alone ?? base.tex };
  const isExact = exponent.value === null || FRACTION.test(exponent.text);
  const { text, tex } = isExact ? exponent : numberPart(exponent.value ?? Number.NaN);
  const shown = /^[\w.]+$/.test(text) ? text : `(${text})`;
  return { text: `${base.text}^${shown}`, tex: `${base.tex}^{${tex}}` };
};

/** A letter with an index, which stands outside an index that it has. */
export const indexed = (tex: string, index: number): string =>
  tex.includes('_') ? `{${tex}}_${index}` : `${tex}_${index}`;

/** The growing parameter, or its distance from where the regime begins. */
function variablePart(regime: AnyRegime, { symbols, growing }: LawLetters): Part {
  const tex = texOf(growing, symbols);
  if (regime.variable.text === growing && regime.name !== 'break-even') return { text: growing, tex };
  if (regime.name !== 'break-even') {
    const { text: own, tex: ownTex } = regime.variable;
    return { text: `(${own})`, tex: `\\left(${ownTex}\\right)` };
  }
  const isBelow = regime.variable.text.startsWith('-') || /^[^E]* - E$/.test(regime.variable.text);
  const [text, distance] = isBelow
    ? [`(${growing}_0 - ${growing})`, `\\left(${indexed(tex, 0)} - ${tex}\\right)`]
    : [`(${growing} - ${growing}_0)`, `\\left(${tex} - ${indexed(tex, 0)}\\right)`];
  return { text, tex: distance };
}

export const logMeaning = (growing: string): string =>
  `what ${growing} is measured against under a logarithm`;

/** A letter for what the growing parameter is measured against under a logarithm: E_1, or the next that is none of the model's. */
export function freeLogLetter(growing: string, taken: SymbolTable): string {
  let index = 1;
  while (taken.has(`${growing}_${index}`)) index += 1;
  return `${growing}_${index}`;
}

/** That letter, among those of a law. */
function logLetter(growing: string, symbols: SymbolTable): string {
  const own = [...symbols.values()].find(({ meaning }) => meaning === logMeaning(growing));
  return own?.name ?? freeLogLetter(growing, symbols);
}

function logPart({ logBase, logScale }: AnyRegime, { symbols, growing }: LawLetters): Part | null {
  if (!logBase) return null;
  const name = logLetter(growing, symbols);
  const letter = { text: name, tex: texOf(name, symbols) };
  const scale = logScale && (logScale.value === null ? letter : numberPart(logScale.value));
  const base = scale
    ? { text: `${scale.text}/${growing}`, tex: `\\frac{${scale.tex}}{${texOf(growing, symbols)}}` }
    : logBase;
  const alone = `\\ln ${base.tex}`;
  return { text: `ln(${base.text})`, tex: `\\left(${alone}\\right)`, alone };
}

/** What the letter under the logarithms of a regime stands for, where there is one. */
export function logFormula({ logScale }: AnyRegime, { symbols, growing }: LawLetters): readonly LawFormula[] {
  return logScale && logScale.value === null
    ? [formulaOf(logLetter(growing, symbols), '=', logScale, symbols)]
    : [];
}

export const constantMeaning = (name: string): string => `constant of the law of ${name}`;

/** The letter of the constant of a law, which is none of the model's: the price of data is c_d. */
export const constantLetter = (name: string, symbols: SymbolTable): string =>
  symbols.get(`c_${name}`)?.meaning === constantMeaning(name) ? `c_${name}` : `k_${name}`;

interface ConstantPart {
  readonly part: Part | null;
  /** What the letter stands for, where the constant is a letter. */
  readonly where: LawFormula | null;
}

function constantPart(name: string, constant: ExpressionJson | null, symbols: SymbolTable): ConstantPart {
  const own = constantLetter(name, symbols);
  const letter = { text: own, tex: texOf(own, symbols) };
  if (!constant) return { part: letter, where: null };
  if (constant.text === '1' || constant.text === '-1') return { part: null, where: null };
  if (constant.value !== null) return { part: numberPart(constant.value), where: null };
  if (constant.text.length > LONGEST_INLINE) {
    return { part: letter, where: formulaOf(own, '=', constant, symbols) };
  }
  const inside = isSum(constant.text, symbols);
  const part = inside
    ? { text: `(${constant.text})`, tex: `\\left(${constant.tex}\\right)` }
    : { text: constant.text, tex: constant.tex };
  return { part, where: null };
}

/** The power as a formula beside a law in numbers. */
function exponentNote(regime: AnyRegime, name: string, letters: LawLetters): Part {
  const { text, tex, value } = regime.exponents[name] ?? NONE;
  if (value === null || !/[a-z]/.test(text)) return { text: '', tex: '' };
  const scale = variablePart({ ...regime, name: '' }, letters);
  const own = regime.name === 'break-even' ? letters.growing : scale.text;
  const ownTex = regime.name === 'break-even' ? texOf(letters.growing, letters.symbols) : scale.tex;
  return { text: `   [${own}^(${text})]`, tex: ` \\qquad \\left[ ${ownTex}^{${tex}} \\right]` };
}

/** The law of one quantity, and its constant where that stands apart. */
export function lawFormula(regime: AnyRegime, name: string, letters: LawLetters): readonly LawFormula[] {
  const { symbols } = letters;
  const constant = regime.constants[name] ?? null;
  const [exponent, logPower] = [regime.exponents[name] ?? NONE, regime.logPowers[name] ?? NONE];
  if (constant && isZero(exponent) && isZero(logPower)) {
    return [formulaOf(name, '~', constant, symbols)];
  }
  const { part, where } = constantPart(name, constant, symbols);
  const log = logPart(regime, letters);
  const parts = [
    part,
    exponentPart(variablePart(regime, letters), exponent),
    log && exponentPart(log, logPower),
  ].filter((one) => one !== null);
  const all = parts.length > 0 ? parts : [{ text: '1', tex: '1' }];
  const sign = constant?.text === '-1' ? '-' : '';
  const note = exponentNote(regime, name, letters);
  const law = {
    text: `${name} ~ ${sign}${all.map(({ text }) => text).join(' * ')}${note.text}`,
    tex: `${texOf(name, symbols)} \\sim ${sign}${all.map(({ tex }) => tex).join(' \\, ')}${note.tex}`,
  };
  return where ? [law, where] : [law];
}

/** quantity/law = 1 + coefficient · x^exponent, in numbers where the values decide them. */
export function correctionFormula(
  name: string,
  { exponent, coefficients }: LawCorrectionJson,
  regime: AnyRegime,
  letters: LawLetters,
): LawFormula | null {
  const { symbols, growing } = letters;
  const scale = regime.name === 'break-even' ? growing : regime.variable.text;
  const shown = variablePart({ ...regime, name: '' }, letters);
  const coefficient = coefficients[name];
  if (!coefficient) return null;
  const left = `${name}_0`;
  if (coefficient.value !== null && exponent.value !== null) {
    const size = numberPart(Math.abs(coefficient.value));
    const sign = coefficient.value < 0 ? '-' : '+';
    const rate = numberPart(exponent.value);
    return {
      text: `${name}/${left} ~ 1 ${sign} ${size.text} * ${shown.text}^(${rate.text})`,
      tex: `\\frac{${texOf(name, symbols)}}{${texOf(left, symbols)}} \\sim 1 ${sign} ${size.tex} \\, ${shown.tex}^{${rate.tex}}`,
    };
  }
  const change = multiply(
    parse(coefficient.text, symbols),
    power(parse(scale, symbols), parse(exponent.text, symbols)),
  );
  const stated = relation(divide(name, left), '~', add(1, change));
  return {
    text: relationText(stated, symbols),
    tex: displayTex({ relation: stated, look: {}, label: '' }, symbols),
  };
}
