/** Derivations as certificates: each step with all that it may use, as JSON that a checker reads without us. */

import type { Fact } from '../../kernel/facts.ts';
import type { Rational } from '../../kernel/rational.ts';
import type { Declaration, SymbolTable } from '../../kernel/symbols.ts';
import { sameTerm, symbolsOf, type Term } from '../../kernel/term.ts';
import type { Derivation, Step } from '../derivation.ts';
import { type Relation, relationFact } from '../relation.ts';

type Json = string | readonly Json[];
export interface StepJson {
  readonly index: number;
  readonly rule: string;
  readonly method: string | null;
  readonly words: string;
  readonly inputs: readonly Json[];
  readonly output: Json | null;
  readonly assumptions: readonly Json[];
  readonly definitions: Readonly<Record<string, Json>>;
}

/** One derivation, as the checker reads it; `id` names its variant first. */
export interface CertificateJson {
  readonly certificate: 1;
  readonly id: string;
  readonly variant: string;
  readonly title: string;
  readonly steps: readonly StepJson[];
}

const rational = ({ num, den }: Rational): string => (den === 1n ? `${num}` : `${num}/${den}`);

function termJson(term: Term): Json {
  switch (term.kind) {
    case 'number':
      return rational(term.value);
    case 'symbol':
      return term.name;
    case 'sum':
      return ['+', ...term.terms.map(termJson)];
    case 'product':
      return ['*', ...term.factors.map(termJson)];
    case 'power':
      return ['^', termJson(term.base), termJson(term.exponent)];
    case 'call':
      return [term.name, ...term.args.map(termJson)];
  }
}

const relationJson = ({ left, sign, right }: Pick<Relation, 'left' | 'right'> & { sign: string }): Json => [
  sign,
  termJson(left),
  termJson(right),
];

const SIGN: Readonly<Record<Fact['is'], string>> = {
  positive: '>',
  negative: '<',
  'non-negative': '>=',
  'non-positive': '<=',
  zero: '=',
  'non-zero': '!=',
};
const factJson = ({ term, is }: Fact): Json => [SIGN[is], termJson(term), '0'];

/** Bounds of a letter; a whole or arbitrary real has none. */
const boundsOf = ({ name, domain: { lower, upper } }: Declaration): readonly Json[] => [
  ...(lower ? [[lower.open ? '>' : '>=', name, rational(lower.at)]] : []),
  ...(upper ? [[upper.open ? '<' : '<=', name, rational(upper.at)]] : []),
];

/** The letters of terms, and those in what they stand for. */
function reached(terms: readonly Term[], symbols: SymbolTable): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const definition = symbols.get(name)?.definition;
    if (definition) symbolsOf(definition).forEach(visit);
  };
  for (const term of terms) symbolsOf(term).forEach(visit);
  return found;
}

/** Facts about the letters of the step, or about letters of such facts: the others cannot matter. */
function relevant(facts: readonly Fact[], terms: readonly Term[], symbols: SymbolTable): readonly Fact[] {
  const letters = new Set(reached(terms, symbols));
  const taken = new Set<Fact>();
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const fact of facts) {
      const own = reached([fact.term], symbols);
      if (taken.has(fact) || ![...own].some((name) => letters.has(name))) continue;
      taken.add(fact);
      for (const name of own) letters.add(name);
    }
  }
  return facts.filter((fact) => taken.has(fact));
}

/** What was in force before the step: a step that becomes a fact is not its own assumption. */
function factsBefore({ facts, assumes, relation, words }: Step): readonly Fact[] {
  const own = relation && relationFact(relation, words);
  const isOwn = (fact: Fact): boolean =>
    own !== null && fact.because === words && fact.is === own.is && sameTerm(fact.term, own.term);
  return [...facts.filter((fact) => !isOwn(fact)), ...assumes];
}

const once = (all: readonly Json[]): readonly Json[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

function stepJson(step: Step, steps: readonly Step[]): StepJson {
  const { index, rule, method, words, relation, from, puts, symbols } = step;
  const inputs = [...from.flatMap((i) => steps[i]?.relation ?? []), ...puts];
  const terms = [...inputs, ...(relation ? [relation] : [])].flatMap(({ left, right }) => [left, right]);
  const facts = relevant(factsBefore(step), terms, symbols);
  const letters = [...reached([...terms, ...facts.map(({ term }) => term)], symbols)].toSorted();
  const declared = letters.flatMap((name) => symbols.get(name) ?? []);
  return {
    index,
    rule,
    method,
    words,
    inputs: inputs.map(relationJson),
    output: relation && relationJson(relation),
    assumptions: once([...declared.flatMap(boundsOf), ...facts.map(factJson)]),
    definitions: Object.fromEntries(
      declared.flatMap(({ name, definition }) => (definition ? [[name, termJson(definition)]] : [])),
    ),
  };
}

/** The certificate of a derivation. */
export const certify = ({ id, variant, title, steps }: Derivation): CertificateJson => ({
  certificate: 1,
  id: `${variant}/${id}`,
  variant,
  title,
  steps: steps.map((step) => stepJson(step, steps)),
});
