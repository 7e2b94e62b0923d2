/** A derivation as JSON: every step and result with its text, its LaTeX, and the numbers that the values set decide. */
import type { Derivation, Open, Result, Step } from '../derive/derivation.ts';
import type { Relation } from '../derive/relation.ts';
import { RULES } from '../derive/rules.ts';
import { VARIABLES } from '../economics/symbols.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { type Declaration, domainText } from '../kernel/symbols.ts';
import { symbolsOf } from '../kernel/term.ts';
import { explain } from './explain.ts';
import {
  expressionJson,
  factHolds,
  factJson,
  relationJson,
  type Setting,
  type Values,
} from './expression.ts';
import type { DerivationJson, LetterJson, ResultJson, StepJson } from './schemas/derive.ts';

const VARIABLE_NAMES: ReadonlySet<string> = new Set(VARIABLES.map(({ name }) => name));

/** The letters that carry a star on the left of a result: a variable that is given there is the optimal one. */
export function starredOf({ left }: Relation): ReadonlySet<string> {
  return new Set(left.kind === 'symbol' && VARIABLE_NAMES.has(left.name) ? [left.name] : []);
}

function stepJson(step: Step, setting: Setting): StepJson {
  return {
    number: step.index + 1,
    rule: step.rule,
    ruleMeaning: RULES[step.rule],
    method: step.method,
    words: step.words,
    relation: step.relation && relationJson(step.relation, setting, { display: step.display }),
    open: step.open && { unknown: step.open.unknown, tried: [...step.open.tried] },
    from: step.from.map((index) => index + 1),
    assumes: step.assumes.map((fact) => factJson(fact, setting)),
  };
}

/** true where all hold, false where one does not, null where the values leave it open. */
function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** The relation of a result, or null where it is stated in words alone. */
export const relationOf = ({ steps }: Derivation, { step, relation }: Result): Relation | null =>
  steps[step]?.relation === null ? null : relation;

/** What a result is left open for, or null where it says what its left side is. */
export const openOf = ({ steps }: Derivation, { step }: Result): Open | null => steps[step]?.open ?? null;

/** Letters in a relation, abbreviations opened, that no number is set for. */
function freeIn({ left, right }: Relation, { symbols, values }: Setting): string[] {
  const names = [left, right].flatMap((side) => symbolsOf(expandAbbreviations(side, symbols)));
  return [...new Set(names)].filter((name) => !Object.hasOwn(values, name));
}

function resultJson(name: string, result: Result, derivation: Derivation, setting: Setting): ResultJson {
  const { domain } = result;
  const [relation, open] = [relationOf(derivation, result), openOf(derivation, result)];
  const applies = all(domain.map((fact) => factHolds(fact, setting)));
  const starred = relation ? starredOf(relation) : new Set<string>();
  const isExplained = relation !== null && applies !== false;
  return {
    name,
    title: result.title,
    step: result.step + 1,
    relation: relation && relationJson(relation, setting, { starred }),
    open: open && { unknown: open.unknown, tried: [...open.tried] },
    domain: domain.map((fact) => factJson(fact, setting)),
    parameters: relation ? freeIn(relation, setting) : [],
    applies,
    explanation: isExplained ? explain(relation, setting.values, setting.symbols, starred) : null,
  };
}

function letterJson(declaration: Declaration, setting: Setting): LetterJson {
  const { name, tex, meaning, unit, domain, source, definition } = declaration;
  const written = definition ? expressionJson(definition, setting) : null;
  return { name, tex, meaning, unit, domain: domainText(domain), source, definition: written };
}

/** Names of the letters that the steps and results show, and those in the abbreviations among them. */
function lettersShown({ steps, results, symbols }: Derivation): ReadonlySet<string> {
  const shown = new Set<string>();
  const visit = (name: string): void => {
    if (shown.has(name)) return;
    shown.add(name);
    const definition = symbols.get(name)?.definition;
    if (definition) symbolsOf(definition).forEach(visit);
  };
  const relations = [...steps, ...Object.values(results)].flatMap(({ relation }) => relation ?? []);
  for (const { left, right } of relations) [...symbolsOf(left), ...symbolsOf(right)].forEach(visit);
  return shown;
}

/** The derivation as JSON, with numbers wherever the values decide them. */
export function derivationJson(derivation: Derivation, values: Values = {}): DerivationJson {
  const { id, title, statement, source, variant, uses, steps, results, symbols } = derivation;
  const setting = { symbols, values };
  const shown = lettersShown(derivation);
  const letters = [...symbols.values()].filter(({ name }) => shown.has(name));
  return {
    id,
    title,
    statement,
    source,
    variant,
    uses: [...uses],
    symbols: letters.map((declaration) => letterJson(declaration, setting)),
    steps: steps.map((step) => stepJson(step, setting)),
    results: Object.entries(results).map(([name, result]) => resultJson(name, result, derivation, setting)),
  };
}
