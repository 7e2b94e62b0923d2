/**
 * Terms by structure: two terms that are the same tree have the same number, whichever objects they are. What is found for
 * a term can so be kept and met again where the term is built anew, as every substitution does.
 */
import type { Term } from './term.ts';

const numbers = new WeakMap<Term, number>();
/** By kind and the numbers of the parts. Emptied when full, so memory is bounded; no number is given twice. */
const byShape = new Map<string, number>();
const MOST_TERMS = 400_000;
let next = 0;

/** A term's number; equal for terms that are built alike, different for all others. */
export function identityOf(term: Term): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  const shape = shapeOf(term);
  const found = byShape.get(shape) ?? next++;
  if (byShape.size >= MOST_TERMS) byShape.clear();
  byShape.set(shape, found);
  numbers.set(term, found);
  return found;
}

function shapeOf(term: Term): string {
  switch (term.kind) {
    case 'number':
      return `${term.value.num}/${term.value.den}`;
    case 'symbol':
      return `'${term.name}`;
    case 'sum':
      return `+${listed(term.terms)}`;
    case 'product':
      return `*${listed(term.factors)}`;
    case 'power':
      return `^${identityOf(term.base)},${identityOf(term.exponent)}`;
    case 'call':
      return `${term.name}(${listed(term.args)}`;
  }
}

function listed(parts: readonly Term[]): string {
  let text = '';
  for (const part of parts) text += `${identityOf(part)},`;
  return text;
}
