/** One sentence a cell, for a reader who decides something, made from names, signs and cases. */
import type { Confrontation } from '../claims/statics-check.ts';
import type { Proof } from '../derive/statics/proof.ts';
import type { Limit } from '../derive/statics/surface.ts';
import type { Cell, OpenCase } from '../derive/statics/table.ts';
import type { Fact } from '../kernel/facts.ts';
import type { SymbolTable } from '../kernel/symbols.ts';
import { zero } from '../kernel/term.ts';
import { factAsRelation, relationJson } from './expression.ts';
import type { StaticsSign } from './schemas/statics.ts';
import { causeOf, type Effect, effectOf, heldText, nounOf, whereText } from './statics-words.ts';

const effectFrom = (sign: Limit['sign']): Effect | null =>
  sign === 'positive' ? '+' : sign === 'negative' ? '-' : null;

/** A fact as text. */
export const factText = (fact: Fact, symbols: SymbolTable): string =>
  relationJson(factAsRelation(fact), { symbols, values: {} }).text;

const JOINED: Readonly<Record<string, (name: string) => string>> = {
  negative: (name) => `${name} < 0`,
  zero: (name) => `${name} = 0`,
  positive: (name) => `${name} > 0`,
  'negative,zero': (name) => `${name} <= 0`,
  'zero,positive': (name) => `${name} >= 0`,
  'negative,positive': (name) => `${name} != 0`,
};

/** Cases on the sign of one letter, joined: gamma < 0 and gamma = 0 are gamma <= 0; all three need no words. */
export function casesText(cases: readonly { readonly when: Fact | null }[]): string {
  const [first] = cases;
  if (first?.when?.term.kind !== 'symbol') return '';
  return JOINED[cases.map(({ when }) => when?.is ?? '').join(',')]?.(first.when.term.name) ?? '';
}

type Side = 'training' | 'inference';

/** A formula longer than this is for the surface, not for a sentence. */
const LONGEST = 90;

/** Groups in the order in which their keys first occur. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** Open cases; one that stands for all where none of them has a sign on that side. */
function casesOn(side: Side, { open, cases, surface }: Cell): readonly OpenCase[] {
  const isBlank = open.length === cases.length && open.every((one) => sideOf(side, one) === null);
  return isBlank && surface ? [{ when: null, surface }] : open;
}

/** What a side of an open case says; nothing where the model has no such costs. */
const sideOf = (side: Side, one: OpenCase): Effect | null => effectFrom(one.surface[side]?.sign ?? 'unknown');

function sideClauses(side: Side, cell: Cell, symbols: SymbolTable): readonly string[] {
  const open = casesOn(side, cell).filter(({ surface }) => surface[side] !== null);
  const leadingText = (one: OpenCase): string =>
    factText({ term: one.surface[side]?.leading ?? zero, is: 'positive', because: '' }, symbols);
  const keyOf = (one: OpenCase): string => sideOf(side, one) ?? leadingText(one);
  return grouped(open, keyOf).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const cases = casesText(group);
    const when = `when ${side} costs dominate${cases ? ` and ${cases}` : ''}`;
    const effect = sideOf(side, first);
    if (effect) return [`it ${effectOf(cell.quantity, effect)} ${when}`];
    const condition = leadingText(first);
    return condition.length > LONGEST
      ? []
      : [`${when} it ${effectOf(cell.quantity, '+')} exactly where ${condition}`];
  });
}

/** What is shown without conditions, case by case. */
function shownClauses(cell: Cell): readonly string[] {
  const shown = cell.cases.filter(({ proof }) => proof && proof.conditions.length === 0);
  return grouped(shown, ({ proof }) => proof?.sign ?? '').flatMap((group) => {
    const sign = group[0]?.proof?.sign;
    return sign ? [`it ${effectOf(cell.quantity, sign)} for ${casesText(group)}`] : [];
  });
}

const conditionText = ({ conditions }: Proof, symbols: SymbolTable): string =>
  conditions.map((condition) => factText(condition, symbols)).join(' and ');

/** What is shown under conditions on the exponents, for cells whose other sign is rare. */
function conditionClauses(cell: Cell, symbols: SymbolTable): readonly string[] {
  const surely = (proof: Proof, more: string): string =>
    `it surely ${effectOf(cell.quantity, proof.sign)} where ${conditionText(proof, symbols)}${more}`;
  const isPartlyShown = shownClauses(cell).length > 0;
  if (!isPartlyShown && cell.whole && cell.whole.conditions.length > 0) return [surely(cell.whole, '')];
  return cell.cases.flatMap((one) => {
    if (!one.proof || one.proof.conditions.length === 0) return [];
    const cases = casesText([one]);
    return [surely(one.proof, cases ? ` and ${cases}` : '')];
  });
}

function boxClause({ positive, negative, beyondBox }: Confrontation, { quantity }: Cell): readonly string[] {
  if (!beyondBox) return [];
  return [
    `at every optimum drawn from the realistic box it ${effectOf(quantity, positive > negative ? '+' : '-')}, the opposite being met only outside it`,
  ];
}

/** What the letters in the clauses are, those of the model apart. */
function gloss(clauses: string, symbols: SymbolTable): string {
  const letters = [...symbols.values()].filter(({ source }) => source === 'comparative statics');
  const used = letters.filter(({ name }) =>
    new RegExp(`(^|[^a-zA-Z_])${name}($|[^a-zA-Z_0-9])`).test(clauses),
  );
  const told = used.map(({ name, meaning }) => `${name} is ${meaning}`);
  return told.length > 0 ? ` Here ${told.join('; ')}.` : '';
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Who acts, from where and with what held. */
function causeText({ parameter, hold, where }: Cell, symbols: SymbolTable): string {
  const cause = `${causeOf(parameter, symbols.get(parameter))}${heldText(parameter, hold)}`;
  const place = whereText(where);
  return place ? `${place}${lowered(cause)}` : cause;
}

/** The sentence of a cell. */
export function sentenceOf(
  cell: Cell,
  sign: StaticsSign,
  found: Confrontation,
  symbols: SymbolTable,
): string {
  const { quantity } = cell;
  const cause = causeText(cell, symbols);
  if (sign === '+' || sign === '-' || sign === '0') return `${cause} ${effectOf(quantity, sign)}.`;
  if (sign === 'undecided') {
    return `${cause} has an effect on ${nounOf(quantity)} whose sign is undecided: neither a sum of one sign nor optima of both signs were found; of ${found.optima} optima (${found.draws} draws, seed ${found.seed}) it is positive at ${found.positive} and negative at ${found.negative}.`;
  }
  const sides = (['training', 'inference'] as const).flatMap((side) => sideClauses(side, cell, symbols));
  const clauses = [
    ...boxClause(found, cell),
    ...shownClauses(cell),
    ...(found.beyondBox ? conditionClauses(cell, symbols) : sides),
  ].join('; ');
  if (clauses === '') return `${cause} can move ${nounOf(quantity)} either way, as the surface says.`;
  return `${cause} can move ${nounOf(quantity)} either way: ${clauses}.${gloss(clauses, symbols)}`;
}
