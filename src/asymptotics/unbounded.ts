/**
 * Profit without bound, at a fixed value of every parameter. Along y = λ^v a monomial grows like λ^(e·v), so profit is
 * unbounded where some direction v makes a gain outgrow every cost and the constant 1. With two unknowns the set of v in
 * question is a union of sectors whose edges are directions along which two of the competing terms tie, and the excess of
 * the gain is concave, so it is enough to try those edges.
 */
import type { Context } from '../kernel/facts.ts';
import {
  addRatios,
  multiplyRatios,
  negateRatio,
  type Ratio,
  subtractRatios,
  ZERO_RATIO,
} from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';
import type { Piece, Prepared } from './pieces.ts';
import { signByFacts } from './polynomial-sign.ts';
import { exponentOf } from './scale.ts';

type Vector = readonly Ratio[];

const dot = (left: Vector, right: Vector): Ratio =>
  left.reduce((sum, own, i) => addRatios(sum, multiplyRatios(own, right[i] as Ratio)), ZERO_RATIO);
const gap = (left: Vector, right: Vector): Vector =>
  left.map((own, i) => subtractRatios(own, right[i] as Ratio));

/** Whether a ratio is known to be positive; false also where that is open. */
const isKnownPositive = (ratio: Ratio, context: Context): boolean =>
  signByFacts(ratio, context, 2) === 'positive';

/** The exponents of the variables, as a list of one vector or none. */
function known(value: Term, { variables, context }: Prepared): readonly Vector[] {
  const exponents = variables.map((name) => exponentOf(value, name, context));
  return exponents.every((own) => own !== null) ? [exponents] : [];
}

/** Whether profit is known to grow without bound along some direction in which every atom's argument grows or rests. */
export function isUnbounded(prepared: Prepared): boolean {
  const { variables, unknowns, objective, context } = prepared;
  if (variables.length !== 2 || unknowns.length !== 2 || prepared.atoms.some(({ slow }) => slow))
    return false;
  const vectors = (sign: Piece['sign']): Vector[] =>
    objective.filter((piece) => piece.sign === sign).flatMap(({ size }) => known(size, prepared));
  const rivals = [variables.map(() => ZERO_RATIO), ...vectors(-1)];
  const growing = prepared.atoms.flatMap(({ argument }) => known(argument, prepared));
  const edges = rivals.flatMap((left, i) =>
    rivals.slice(i + 1).flatMap((right) => {
      const [n = ZERO_RATIO, t = ZERO_RATIO] = gap(left, right);
      return [
        [negateRatio(t), n],
        [t, negateRatio(n)],
      ];
    }),
  );
  return vectors(1).some((gain) =>
    edges.some(
      (edge) =>
        rivals.every((rival) => isKnownPositive(dot(gap(gain, rival), edge), context)) &&
        growing.every((argument) => isKnownPositive(dot(argument, edge), context)),
    ),
  );
}
