/** A derived result at a numerical point. */

import type { Derivation } from '../derive/derivation.ts';
import type { RelationSign } from '../derive/relation.ts';
import { expandAbbreviations } from '../kernel/abbreviations.ts';
import { double } from '../kernel/arithmetic/double.ts';
import { type Compiled, compile } from '../kernel/compile.ts';
import { refuse } from '../kernel/issues.ts';
import { symbolsOf, type Term } from '../kernel/term.ts';

/** Both sides of a relation at a point. */
export interface Sides {
  readonly left: number;
  readonly sign: RelationSign;
  readonly right: number;
}

type Side = { readonly inputs: readonly string[]; readonly compiled: Compiled<number> };

const sideOf = (term: Term, derivation: Derivation): Side => {
  const open = expandAbbreviations(term, derivation.symbols);
  const inputs = symbolsOf(open);
  return { inputs, compiled: compile(open, inputs, double) };
};

const valueAt = ({ inputs, compiled }: Side, point: Readonly<Record<string, number>>): number => {
  const missing = inputs.find((name) => point[name] === undefined);
  if (missing !== undefined)
    refuse(`no value for ${missing}`, 'the evaluation of a result', 'add it to the point');
  return compiled(inputs.map((name) => point[name] ?? Number.NaN));
};

/** A function from points to the two sides of the named result, abbreviations expanded. */
export function evaluator(
  derivation: Derivation,
  result: string,
): (point: Readonly<Record<string, number>>) => Sides {
  const found = derivation.results[result];
  if (!found)
    return refuse(
      `there is no result ${result}`,
      `the derivation ${derivation.id}`,
      'name one of its results',
    );
  const { left, sign, right } = found.relation;
  const [l, r] = [sideOf(left, derivation), sideOf(right, derivation)];
  return (point) => ({ left: valueAt(l, point), sign, right: valueAt(r, point) });
}

/**
 * How far a relation is from true, relative to the larger of its sides: 0 where it holds. For an inequality, by how much
 * the wrong side is the larger.
 */
export function residual({ left, sign, right }: Sides): number {
  // A side beyond the largest number is larger than any other.
  if (Number.isFinite(left) !== Number.isFinite(right) && !Number.isNaN(left + right)) {
    const isBelow = left < right;
    const holds = sign.startsWith('<') ? isBelow : sign.startsWith('>') ? !isBelow : sign === '!=';
    return holds ? 0 : Number.POSITIVE_INFINITY;
  }
  const size = Math.max(Math.abs(right), Math.abs(left), Number.MIN_VALUE);
  const off = (left - right) / size;
  switch (sign) {
    case '<':
    case '<=':
      return Math.max(0, off);
    case '>':
    case '>=':
      return Math.max(0, -off);
    case '!=':
      return off === 0 ? 1 : 0;
    default:
      return Math.abs(off);
  }
}
