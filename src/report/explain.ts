/**
 * A formula, the same formula with the numbers put in, and its value; then each abbreviation in it the same way.
 * The manner of handcalcs: nothing is asked to be believed that the reader cannot put into a calculator.
 */

import { type Relation, relation } from '../derive/relation.ts';
import { printEquationTex, printTex } from '../kernel/print-tex.ts';
import type { Declaration, SymbolTable } from '../kernel/symbols.ts';
import { substitute, symbol, symbolsOf, type Term } from '../kernel/term.ts';
import { UNDECLARED } from '../kernel/units.ts';
import { leftTex, numberOf, type Setting, type Values } from './expression.ts';
import { numberText, roundedText, textAsTex } from './numbers.ts';
import { readingText } from './reading-order.ts';
import type { Explanation } from './schemas/derive.ts';

interface Look extends Setting {
  /** Letters that carry a star on the left side. */
  readonly starred: ReadonlySet<string>;
}

type Line = { readonly text: string; readonly tex: string };

/** How each letter of a term is written once its number is put in; letters without one keep their name. */
function written(term: Term, { symbols, values }: Setting): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of symbolsOf(term)) {
    const given = values[name];
    const value = given ?? numberOf(symbol(name), { symbols, values });
    if (value !== null) found.set(name, given === undefined ? roundedText(value) : numberText(value));
  }
  return found;
}

const inParentheses = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

function textWith(term: Term, numbers: ReadonlyMap<string, string>, symbols: SymbolTable): string {
  const names = [...numbers].map(([name, text]) => [name, symbol(inParentheses(text))] as const);
  return readingText(substitute(term, Object.fromEntries(names)), symbols);
}

/** Letters declared to print as their numbers, in parentheses so that neighbours stay apart. */
function numericSymbols(symbols: SymbolTable, numbers: ReadonlyMap<string, string>): SymbolTable {
  const entry = ([name, declaration]: [string, Declaration]): [string, Declaration] => {
    const text = numbers.get(name);
    return [name, text === undefined ? declaration : { ...declaration, tex: `(${textAsTex(text)})` }];
  };
  return new Map([...symbols].map(entry));
}

/** Without the parentheses that stand doubled, or alone in a group. */
const lighten = (tex: string): string =>
  tex.replace(/\(\(([^()]*)\)\)/g, '($1)').replace(/\{\(([^()]*)\)\}/g, '{$1}');

const headText = (r: Relation, { symbols }: Setting): string => `${readingText(r.left, symbols)} ${r.sign}`;
const headTex = (r: Relation, { symbols, starred }: Look): string =>
  printEquationTex(
    { left: { tex: leftTex(r, symbols, { starred }) }, relation: r.sign, right: { tex: '' } },
    symbols,
  ).trimEnd();

function substituted(r: Relation, setting: Look): Line {
  const numbers = written(r.right, setting);
  const right = printTex(r.right, numericSymbols(setting.symbols, numbers));
  return {
    text: `${headText(r, setting)} ${textWith(r.right, numbers, setting.symbols)}`,
    tex: `${headTex(r, setting)} ${lighten(right)}`,
  };
}

const unitOf = (term: Term, symbols: SymbolTable): string => {
  const unit = term.kind === 'symbol' ? symbols.get(term.name)?.unit : undefined;
  return unit === undefined || unit === '1' || unit === UNDECLARED ? '' : ` ${unit}`;
};

const formula = (r: Relation, setting: Look): Line => ({
  text: `${headText(r, setting)} ${readingText(r.right, setting.symbols)}`,
  tex: `${headTex(r, setting)} ${printTex(r.right, setting.symbols)}`,
});

function valueLine(r: Relation, value: number, setting: Look): Line {
  const number = roundedText(value);
  return {
    text: `${headText(r, setting)} ${number}${unitOf(r.left, setting.symbols)}`,
    tex: `${headTex(r, setting)} ${textAsTex(number)}`,
  };
}

const isBareNumber = (text: string): boolean => /^-?[\d.]+(?:e-?\d+)?$/.test(text);

function three(r: Relation, setting: Look): readonly Line[] | null {
  const value = numberOf(r.right, setting);
  if (value === null) return null;
  const [first, middle, last] = [formula(r, setting), substituted(r, setting), valueLine(r, value, setting)];
  const isPlain = isBareNumber(middle.text.slice(headText(r, setting).length + 1));
  return isPlain ? [first, last] : [first, middle, last];
}

/** The abbreviations in a term, those that it needs first, each once. */
function abbreviations(term: Term, { symbols, values }: Setting): readonly (readonly [string, Term])[] {
  const found = new Map<string, Term>();
  const visit = (part: Term): void => {
    for (const name of symbolsOf(part)) {
      const definition = symbols.get(name)?.definition;
      if (!definition || found.has(name) || Object.hasOwn(values, name)) continue;
      visit(definition);
      found.set(name, definition);
    }
  };
  visit(term);
  return [...found];
}

const NO_STARS: ReadonlySet<string> = new Set();

/**
 * The lines of a relation whose right side the values decide, or null where they do not: each abbreviation in it, then
 * the relation itself, as formula, numbers put in, value. `starred` letters carry a star on its left side.
 */
export function explain(
  r: Relation,
  values: Values,
  symbols: SymbolTable,
  starred = NO_STARS,
): Explanation | null {
  if (symbolsOf(r.right).length === 0) return null;
  const setting = { symbols, values, starred };
  const main = three(r, setting);
  if (!main) return null;
  const where = abbreviations(r.right, setting).flatMap(
    ([name, definition]) =>
      three(relation(symbol(name), '=', definition), { ...setting, starred: NO_STARS }) ?? [],
  );
  const lines = [...where, ...main];
  return { text: lines.map(({ text }) => text), tex: lines.map(({ tex }) => tex) };
}
