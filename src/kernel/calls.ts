/** Calls of functions inside a term: found, and replaced. */
import type { FunctionName } from './functions/names.ts';
import { mapParts, parts, sameTerm, type Term } from './term.ts';

export type Call = Extract<Term, { kind: 'call' }>;

/** The calls of the named functions, each once, those inside others first. */
export function callsOf(value: Term, names: readonly FunctionName[]): readonly Call[] {
  const found: Call[] = [];
  const visit = (part: Term): void => {
    parts(part).forEach(visit);
    if (part.kind === 'call' && names.includes(part.name) && !found.some((known) => sameTerm(known, part)))
      found.push(part);
  };
  visit(value);
  return found;
}

/** The term with every part that is the same tree as `old` replaced. */
export const replacePart = (value: Term, old: Term, by: Term): Term =>
  sameTerm(value, old) ? by : mapParts(value, (part) => replacePart(part, old, by));
