/** Terms, relations and facts as they leave the toolkit: text, LaTeX, and a number where the values set decide one. */

import type { Display } from '../derive/derivation.ts';
import { type Relation, type RelationSign, relation } from '../derive/relation.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import type { Fact } from '../kernel/facts.ts';
import { OptimandError } from '../kernel/issues.ts';
import { Memo } from '../kernel/memo.ts';
import { printEquationTex, printTex } from '../kernel/print-tex.ts';
import { isNegated } from '../kernel/print-text.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { add, isZeroTerm, negate, symbolsOf, type Term } from '../kernel/term.ts';
import { readingText } from './reading-order.ts';
import type { ExpressionJson, FactJson, RelationJson } from './schemas/expression.ts';
import { Expression, Formula } from './shown.ts';

export type Values = Readonly<Record<string, number>>;

/** What an expression is printed with: the letters, and the numbers set for some of them. */
export interface Setting {
  readonly symbols: SymbolTable;
  readonly values: Values;
}

/** The number that the values make of a term, its abbreviations expanded; null where they decide none. */
export function numberOf(term: Term, { symbols, values }: Setting): number | null {
  const isOpen = (name: string): boolean => !Object.hasOwn(values, name) && !symbols.get(name)?.definition;
  if (symbolsOf(term).some(isOpen)) return null;
  const written = expandAbbreviations(term, symbols);
  if (!symbolsOf(written).every((name) => Object.hasOwn(values, name))) return null;
  try {
    const value = evaluate(written, values, double);
    return Number.isFinite(value) ? value : null;
  } catch (error) {
    if (error instanceof OptimandError) return null;
    throw error;
  }
}

/** What is printed of a term with its letters: numbers put in for them change nothing of it. */
const PRINTED = new Memo<SymbolTable, Term, string>();

export const expressionJson = (term: Term, setting: Setting): Expression & ExpressionJson =>
  new Expression(
    PRINTED.of(setting.symbols, term, 'text', () => readingText(term, setting.symbols)),
    PRINTED.of(setting.symbols, term, 'tex', () => printTex(term, setting.symbols)),
    numberOf(term, setting),
  );

export interface RelationLook {
  /** Shown in place of the left side. */
  readonly display?: Display | null;
  /** Letters that carry a star on the left side. */
  readonly starred?: ReadonlySet<string>;
}

/** The left side as LaTeX, as it is to look. */
export const leftTex = (r: Relation, symbols: SymbolTable, { display, starred }: RelationLook): string =>
  display ? display.tex : printTex(r.left, symbols, starred ? { starred } : {});

/** A relation as text, as it is to look. */
export const relationText = (r: Relation, symbols: SymbolTable, { display }: RelationLook = {}): string =>
  `${display?.text ?? readingText(r.left, symbols)} ${r.sign} ${readingText(r.right, symbols)}`;

export function relationJson(r: Relation, setting: Setting, look: RelationLook = {}): Formula & RelationJson {
  const tex = leftTex(r, setting.symbols, look);
  const left = new Expression(
    look.display?.text ?? readingText(r.left, setting.symbols),
    tex,
    numberOf(r.left, setting),
  );
  const right = expressionJson(r.right, setting);
  const text = `${left.text} ${r.sign} ${right.text}`;
  const whole = PRINTED.of(setting.symbols, r.right, `${tex} ${r.sign}`, () =>
    printEquationTex({ left: { tex }, relation: r.sign, right: r.right }, setting.symbols),
  );
  return Object.assign(new Formula(text, whole), { left, sign: r.sign, right });
}

const SIGN_OF: Readonly<Record<Fact['is'], RelationSign>> = {
  positive: '>',
  negative: '<',
  'non-negative': '>=',
  'non-positive': '<=',
  'non-zero': '!=',
  zero: '=',
};

const TURNED: Readonly<Record<RelationSign, RelationSign>> = {
  '=': '=',
  '!=': '!=',
  '~': '~',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** A fact as a reader writes it: what is subtracted stands on the other side, `gamma < 0` and not `-gamma > 0`. */
export function factAsRelation({ term, is }: Fact): Relation {
  const turned = negate(term);
  const summands =
    term.kind === 'sum' ? term.terms : turned.kind === 'sum' ? turned.terms.map(negate) : [term];
  const left = add(...summands.filter((part) => !isNegated(part)));
  const right = add(...summands.filter(isNegated).map(negate));
  const sign = SIGN_OF[is];
  return isZeroTerm(left) && !isZeroTerm(right)
    ? relation(right, TURNED[sign], left)
    : relation(left, sign, right);
}

function isTrue(sign: RelationSign, gap: number): boolean | null {
  switch (sign) {
    case '>':
      return gap > 0;
    case '>=':
      return gap >= 0;
    case '<':
      return gap < 0;
    case '<=':
      return gap <= 0;
    case '=':
      return gap === 0;
    case '!=':
      return gap !== 0;
    default:
      return null;
  }
}

/** An equation among values given with few digits holds where its sides agree to this share of their size. */
const CLOSE_ENOUGH = 1e-6;

/** Whether the values make a fact true, false, or leave it open. */
export function factHolds(fact: Fact, setting: Setting): boolean | null {
  const value = numberOf(fact.term, setting);
  if (value !== null && fact.is === 'zero') {
    const summands = fact.term.kind === 'sum' ? fact.term.terms : [fact.term];
    const size = summands.reduce((total, part) => total + Math.abs(numberOf(part, setting) ?? 0), 0);
    return summands.length > 1 ? Math.abs(value) <= CLOSE_ENOUGH * size : value === 0;
  }
  return value === null ? null : isTrue(SIGN_OF[fact.is], value);
}

export function factJson(fact: Fact, setting: Setting): FactJson {
  const { text, tex } = relationJson(factAsRelation(fact), setting);
  return { text, tex, because: fact.because, holds: factHolds(fact, setting) };
}
