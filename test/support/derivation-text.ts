/** A derivation as a person can read it in a file: every line with its rule, what it comes from and what it needs. */
import type { Derivation, Step } from '../../src/derive/derivation.ts';
import { text } from '../../src/derive/notebook.ts';
import type { Fact } from '../../src/kernel/facts.ts';
import { printText } from '../../src/kernel/print-text.ts';

const factText = ({ term, is, because }: Fact): string => `${printText(term)} ${is} (${because})`;

function stepText({ index, rule, method, from, words, relation, puts, assumes, open }: Step): string {
  const head = [
    `${index}`,
    rule,
    method ? `[${method}]` : '',
    from.length > 0 ? `from ${from.join(', ')}` : '',
  ];
  return [
    `${head.filter((part) => part !== '').join(' ')}: ${words}`,
    relation ? `    ${text(relation)}` : '    in words',
    ...puts.map((put) => `    put in: ${text(put)}`),
    ...assumes.map((fact) => `    assumes: ${factText(fact)}`),
    ...(open ? [`    open for ${open.unknown}: ${open.tried.join('; ')}`] : []),
  ].join('\n');
}

/** What a derivation says, line by line. */
export function derivationText(derivation: Derivation): string {
  const { id, title, statement, source, variant, uses, steps, results } = derivation;
  return [
    `${id}: ${title}`,
    statement,
    `Source: ${source}. Variant: ${variant}. Uses: ${uses.join(', ') || 'none'}.`,
    '',
    ...steps.map(stepText),
    '',
    ...Object.entries(results).flatMap(([name, { title: about, step, relation, domain }]) => [
      `${name} (${about}), line ${step}: ${text(relation)}`,
      ...domain.map((fact) => `    where ${factText(fact)}`),
    ]),
  ].join('\n');
}
