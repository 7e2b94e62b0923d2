/** What the letters of `proofs/coq/Model.v` mean: each is the term that the model or a derivation gives it. */
import { baseline } from '../../../src/economics/variants/baseline.ts';
import { definitionOf, FIRM, result, resultOf, rightOf, termText } from '../statement.ts';

/** A definition of the Coq files, and the text of the term that it must be. */
export interface Meaning {
  readonly name: string;
  /** The module that defines it. */
  readonly module: string;
  readonly binders: string;
  readonly equation: string;
}

export const meaning = (
  name: string,
  letters: string,
  left: string,
  right: string,
  module = 'Model',
): Meaning => ({
  name,
  module,
  binders: `(${letters} : R)`,
  equation: `${left} = ${right}`,
});

/** Every definition on which statements rest, with the term of the same letter. */
export const meanings = (): readonly Meaning[] => [
  meaning('quality', 'a alpha b beta n d', 'quality a alpha b beta n d', termText(baseline.quality)),
  meaning('profit', `${FIRM} n d t`, `profit ${FIRM} n d t`, termText(baseline.profit)),
  meaning('training spend', 'n d E', '6 * n * d / E', termText(baseline.trainingSpend)),
  meaning('k', 'alpha beta', 'k alpha beta', definitionOf('reduced-profit', 'k')),
  meaning('R', 'a b beta', 'ray a b beta', definitionOf('reduced-profit', 'R')),
  meaning('rho', 'a alpha b', 'rho a alpha b', definitionOf('reduced-profit', 'rho')),
  meaning(
    'kappa',
    'a alpha b beta delta',
    'kappa a alpha b beta delta',
    definitionOf('theorems-1-and-2', 'kappa'),
  ),
  meaning('n_I', 'a alpha gamma omega E', 'n_I a alpha gamma omega E', definitionOf('explicit-bound', 'n_I')),
  meaning(
    'M',
    'a alpha gamma omega E n',
    'margin a alpha gamma omega E n',
    rightOf('reduced-profit', 'margin'),
  ),
  meaning(
    "M'",
    'a alpha gamma omega E n',
    'margin_slope a alpha gamma omega E n',
    rightOf('reduced-profit', 'marginal'),
  ),
  meaning('Pi', `${FIRM} n`, `reduced ${FIRM} n`, rightOf('reduced-profit', 'profit')),
  meaning(
    'critical',
    `${FIRM} n`,
    `critical ${FIRM} n`,
    `(0 < n /\\ 0 < margin a alpha gamma omega E n /\\ ${result('reduced-profit', 'first-order')})`,
  ),
  meaning(
    'v',
    'a alpha b beta gamma omega delta E n',
    'inference_share a alpha b beta gamma omega delta E n',
    rightOf('local-elasticity', 'v', {
      t: '(margin a alpha gamma omega E n / (2 * delta))',
      d: '(ray a b beta * Rpower n (k alpha beta - 1))',
    }),
    'Elasticity',
  ),
  meaning(
    'w',
    'a alpha gamma omega E n',
    'margin_elasticity a alpha gamma omega E n',
    definitionOf('local-elasticity', 'w'),
    'Elasticity',
  ),
  meaning(
    'loss',
    'A alpha B beta L_inf n d',
    'loss A alpha B beta L_inf n d',
    termText(resultOf('elasticity-of-substitution', 'loss').right),
    'Substitution',
  ),
];
