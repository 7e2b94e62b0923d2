/**
 * Derivations as a Python file that holds every step against SymPy, which shares nothing with the engine: symbolically where
 * SymPy can, else at random points at which the step's premises hold, to 45 digits. The file says which.
 */
import type { Derivation, Step } from '../../../derive/derivation.ts';
import type { Relation } from '../../../derive/relation.ts';
import type { Fact } from '../../../kernel/facts.ts';
import { rationalToNumber } from '../../../kernel/rational.ts';
import type { Declaration, Domain, SymbolTable } from '../../../kernel/symbols.ts';
import { TOOL } from '../../version.ts';
import { PROGRAM } from './program.ts';
import { printSympy } from './terms.ts';

/** A text of any origin as a Python literal. */
const quoted = (text: string): string =>
  JSON.stringify(
    text.replace(/[^\x20-\x7e]/g, (character) =>
      character === '\n' ? ' ' : `U+${character.codePointAt(0)?.toString(16)}`,
    ),
  );

const relationText = ({ left, sign, right }: Relation): string =>
  `(${printSympy(left)}, ${quoted(sign)}, ${printSympy(right)})`;

const factText = ({ term, is }: Fact): string => `(${printSympy(term)}, ${quoted(is)})`;

const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

function stepText(step: Step, { steps, context }: Derivation): string {
  const premises = [...step.from.flatMap((i) => steps[i]?.relation ?? []), ...step.puts];
  const facts = [...context.facts, ...step.facts, ...step.assumes];
  const states = step.relation ? relationText(step.relation) : 'None';
  const parts = [quoted(step.rule), quoted(step.method ?? ''), states, list(premises.map(relationText))];
  return `    (${quoted(step.words)}, (${[...parts, list(facts.map(factText))].join(', ')})),`;
}

const derivationText = (derivation: Derivation): string =>
  [
    `(${quoted(derivation.id)}, ${quoted(derivation.title)}, [`,
    ...derivation.steps.map((step) => stepText(step, derivation)),
    ']),',
  ].join('\n');

const isPositive = ({ lower }: Domain): boolean =>
  lower !== undefined && lower.at.num >= 0n && (lower.open || lower.at.num > 0n);

const kindText = ({ domain }: Declaration): string =>
  isPositive(domain) ? '{"positive": True}' : '{"real": True}';

const end = (bound: Domain['lower']): string => (bound ? String(rationalToNumber(bound.at)) : 'None');

/** Declarations: kinds of symbols, their domains, and what letters stand for. */
function lettersText(symbols: SymbolTable): string {
  const all = [...symbols.values()];
  const lines = (of: (declared: Declaration) => string | null): string =>
    all.flatMap((declared) => of(declared) ?? []).join('\n');
  return [
    `KIND = {\n${lines((one) => `    ${quoted(one.name)}: ${kindText(one)},`)}\n}`,
    'v = {name: sp.Symbol(name, **kind) for name, kind in KIND.items()}',
    `DOMAINS = {\n${lines(({ name, domain, definition }) => (definition ? null : `    v[${quoted(name)}]: (${end(domain.lower)}, ${end(domain.upper)}),`))}\n}`,
    `SHAPES = {${all
      .filter(({ role, definition }) => role === 'shape' && !definition)
      .map(({ name }) => `v[${quoted(name)}]`)
      .join(', ')}}`,
  ].join('\n');
}

const definitionsText = (symbols: SymbolTable): string =>
  [...symbols.values()]
    .flatMap(({ name, definition }) =>
      definition ? [`    v[${quoted(name)}]: ${printSympy(definition)},`] : [],
    )
    .join('\n');

/** One derivation as a block of its own: letters mean what they mean in it. */
function blockText(derivation: Derivation, index: number): string {
  return [
    `# ${index + 1}. ${quoted(derivation.title)}`,
    lettersText(derivation.symbols),
    `DEFINITIONS = {\n${definitionsText(derivation.symbols)}\n}`,
    `ALL.append((KIND, DOMAINS, SHAPES, DEFINITIONS, ${derivationText(derivation).replace(/,$/, '')}))`,
  ].join('\n');
}

/** The file: how steps are checked, then every derivation with its letters. */
export function renderSympy(derivations: readonly Derivation[]): string {
  const [head = '', main = ''] = PROGRAM.split('\ndef main():');
  const about = derivations.map(({ id }) => id).join(', ');
  return `#!/usr/bin/env python3
"""Written by ${TOOL.name} ${TOOL.version}: the problem, and every step of ${about},
held against SymPy, which shares no code with ${TOOL.name}. Each line of output says how a step was checked:
symbolically, or at random points at which its premises hold, to 45 digits. Exits with 1 where one fails."""
${head.trim()}


ALL = []

${derivations.map(blockText).join('\n\n')}


def main():${main}`;
}
