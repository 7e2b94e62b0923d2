/** Terms in the letters of a frame as functions of their values. */
import type { Values } from '../economics/parameters.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { compile } from '../kernel/compile.ts';
import { symbolsOf, type Term } from '../kernel/term.ts';

export type Evaluate = (letters: Values) => number;

const compiledBefore = new WeakMap<Term, Evaluate>();

/** A term as a function of its letters by name, compiled once; NaN where one has no value. */
export function evaluatorOf(term: Term): Evaluate {
  const known = compiledBefore.get(term);
  if (known) return known;
  const names = symbolsOf(term);
  const compiled = compile(term, names, double);
  const made: Evaluate = (letters) => compiled(names.map((name) => letters[name] ?? Number.NaN));
  compiledBefore.set(term, made);
  return made;
}
