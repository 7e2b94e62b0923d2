/** A derivation as a person can read it in a file: all that is recorded of it, line by line. */
import type { Derivation, Step } from '../../src/derive/derivation.ts';
import { text } from '../../src/derive/notebook.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { type Declaration, domainText, type SymbolTable } from '../../src/kernel/symbols.ts';

export const factText = ({ term, is, because }: Fact): string => `${printText(term)} ${is} (${because})`;

/** A letter with all that is declared of it. */
export const letterText = ({
  name,
  tex,
  unit,
  domain,
  role,
  meaning,
  source,
  definition,
}: Declaration): string =>
  `${name}, ${tex}: ${meaning} [${unit}; ${role}, ${domainText(domain)}; ${source}]${definition ? ` = ${printText(definition)}` : ''}`;

/** What is in one list and not in the other, each as text. */
const without = (all: readonly string[], others: readonly string[]): readonly string[] =>
  all.filter((one) => !others.includes(one));

const lettersOf = (symbols: SymbolTable): readonly string[] => [...symbols.values()].map(letterText);

/** The letters that a table has beyond another, or otherwise. */
const ownLetters = (symbols: SymbolTable, others: SymbolTable): readonly string[] =>
  without(lettersOf(symbols), lettersOf(others));

/** What holds, and what letters mean, where a step is taken, as it differs from where the one before was. */
function changes(step: Pick<Step, 'facts' | 'symbols'>, before: Pick<Step, 'facts' | 'symbols'>): string[] {
  const [now, then] = [step.facts.map(factText), before.facts.map(factText)];
  const names = (own: SymbolTable, others: SymbolTable): string[] =>
    ownLetters(own, others).map((letter) => letter.replace(/,.*/s, ''));
  const fresh = names(step.symbols, before.symbols);
  const gone = names(before.symbols, step.symbols).filter((name) => !fresh.includes(name));
  return [
    ...without(now, then).map((fact) => `    from here on: ${fact}`),
    ...without(then, now).map((fact) => `    dropped: ${fact}`),
    ...(fresh.length > 0 ? [`    letters from here on: ${fresh.join(', ')}`] : []),
    ...(gone.length > 0 ? [`    letters dropped: ${gone.join(', ')}`] : []),
  ];
}

/** A step with its rule, what it comes from, and what it needs. */
function stepText(step: Step, before: Pick<Step, 'facts' | 'symbols'>): string {
  const { index, rule, method, from, words, relation, display, puts, assumes, open } = step;
  const head = [
    `${index}`,
    rule,
    method === null ? '' : `[${method}]`,
    from.length > 0 ? `from ${from.join(', ')}` : '',
  ];
  return [
    `${head.filter((part) => part !== '').join(' ')}: ${words}`,
    relation ? `    ${text(relation)}` : '    in words',
    ...(display ? [`    shown as: ${display.text}; ${display.tex}`] : []),
    ...puts.map((put) => `    put in: ${text(put)}`),
    ...assumes.map((fact) => `    assumes: ${factText(fact)}`),
    ...(open ? [`    open for ${open.unknown}: ${open.tried.join('; ')}`] : []),
    ...changes(step, before),
  ].join('\n');
}

/** What a derivation says; of letters those that are not, or not so, among the ones that its readers know. */
export function derivationText(derivation: Derivation, known: SymbolTable = new Map()): string {
  const { id, title, statement, source, variant, parameters, onePoint, uses, context } = derivation;
  const { steps, symbols, results, derivatives } = derivation;
  const among = new Map([...known].filter(([name]) => symbols.has(name)));
  const start = { facts: context.facts, symbols: among };
  return [
    `${id}: ${title}`,
    statement,
    `Source: ${source}. Variant: ${variant}. Parameters: ${parameters.join(', ')}. Uses: ${uses.join(', ') || 'none'}.`,
    `Its results speak of ${onePoint ? 'one point' : 'points that may differ'}.`,
    '',
    ...ownLetters(symbols, known),
    ...context.facts.map((fact) => `given: ${factText(fact)}`),
    `left at the end: ${[...context.symbols.keys()].filter((name) => !known.has(name)).join(', ')}`,
    '',
    ...steps.map((step, i) => stepText(step, steps[i - 1] ?? start)),
    '',
    ...derivatives.map(({ of, by, result }) => `d/d${by} of ${printText(of)}: ${printText(result)}`),
    '',
    ...Object.entries(results).flatMap(([name, { title: about, step, relation, domain }]) => [
      `${name} (${about}), line ${step}: ${text(relation)}`,
      ...domain.map((fact) => `    where ${factText(fact)}`),
    ]),
  ].join('\n');
}
