/** The elasticity of substitution between parameters and data on an isoquant of loss. */
import { elasticityOfSubstitution } from '../../derivations/13-elasticity-of-substitution.ts';
import { computed } from '../../src/claims/checks.ts';
import type { Claim, Hypothesis } from '../../src/claims/claim.ts';
import { evaluatorOf } from '../../src/claims/statics-evaluate.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { areEqual } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import { samplePoints } from '../../src/kernel/sample.ts';

export const FORMULA =
  '(A*alpha*d^beta + B*beta*n^alpha)/(A*alpha*(beta+1)*d^beta + B*beta*(alpha+1)*n^alpha)';
const MEAN = 0.31205;
const FIGURE = 0.7622;
/** The exponents of which 0.31205 is the mean, from the fit of Hoffmann et al. at the precision of its source. */
const FIT = { alpha: 0.33917084, beta: 0.2849083 } as const;

const termOf = (formula: string) => parse(formula, elasticityOfSubstitution().symbols);

/**
 * sigma by its definition, from nothing but the loss: two points on one isoquant a small step apart, the change of ln(d/n)
 * over the change of ln of the ratio of the loss's slopes.
 */
function sigmaByDefinition({ A = 0, B = 0, alpha = 0, beta = 0, n = 0, d = 0 }: Values): number {
  const excess = A * n ** -alpha + B * d ** -beta;
  const dataAt = (size: number): number => ((excess - A * size ** -alpha) / B) ** (-1 / beta);
  const rateAt = (size: number, data: number): number =>
    (A * alpha * size ** (-alpha - 1)) / (B * beta * data ** (-beta - 1));
  const step = 1e-4;
  const [low, high] = [n * Math.exp(-step), n * Math.exp(step)];
  const [dLow, dHigh] = [dataAt(low), dataAt(high)];
  return Math.log(dHigh / high / (dLow / low)) / Math.log(rateAt(high, dHigh) / rateAt(low, dLow));
}

const points = (): readonly Values[] => {
  const { symbols } = elasticityOfSubstitution();
  return samplePoints(['A', 'B', 'alpha', 'beta', 'n', 'd'], { symbols, facts: [] }, 200);
};

/** Whether a formula gives what is measured between two points of one isoquant. */
export const byDefinition = (formula: string) =>
  computed(
    'holds',
    'definition',
    'Is sigma, measured between two points of one isoquant, what the formula gives?',
    () => {
      const of = evaluatorOf(termOf(formula));
      const all = points();
      const off = Math.max(...all.map((point) => Math.abs(sigmaByDefinition(point) / of(point) - 1)));
      return { off, tolerance: 1e-5, draws: all.length };
    },
  );

const asDerived = computed('holds', 'derived', 'Is the formula the one derived from the loss law?', () => {
  const { context, results } = elasticityOfSubstitution();
  return {
    off: areEqual(termOf(FORMULA), results['loss-law'].relation.right, context) ? 0 : 1,
    tolerance: 0,
  };
});

const whenEqual = computed('holds', 'equal', 'Is it 1/(1+alpha) where alpha = beta?', () => {
  const of = evaluatorOf(termOf(FORMULA));
  const offs = points().map((point) => {
    const { alpha = 0 } = point;
    return Math.abs(of({ ...point, beta: alpha }) * (1 + alpha) - 1);
  });
  return { off: Math.max(...offs), tolerance: 1e-12, draws: offs.length };
});

const figure = computed('figure', 'figure', 'Is it 0.7622 at alpha = beta = 0.31205?', () => {
  const found = evaluatorOf(elasticityOfSubstitution().results['mean-exponent'].relation.right)({});
  return {
    off: Math.abs(found - FIGURE),
    tolerance: 5e-5,
    notes: [`1/(1 + ${MEAN}) = ${found.toPrecision(6)}`],
  };
});

/** sigma of the fitted law as the mix of tokens and parameters changes without end. */
const constantOfFit = computed(
  'law',
  'one-number',
  'Is sigma one number at the exponents of the fit itself?',
  () => {
    const of = evaluatorOf(termOf(FORMULA));
    const at = (d: number): number => of({ ...FIT, A: 406.401018, B: 410.722827, n: 1e10, d });
    const [low, high] = [at(1e-30), at(1e60)].sort((x, y) => x - y) as [number, number];
    return {
      off: high - low,
      tolerance: 5e-5,
      notes: [
        `with alpha = ${FIT.alpha} and beta = ${FIT.beta}, of which ${MEAN} is the mean, sigma depends on the mix: from ${low.toPrecision(4)} to ${high.toPrecision(4)}, that is from 1/(1+alpha) to 1/(1+beta); ${at(2e11).toPrecision(4)} at 20 tokens per parameter, n = 1e10`,
      ],
    };
  },
);

const lossLaw: Hypothesis = {
  name: 'loss-law',
  statement: 'L = L_inf + A n^-alpha + B d^-beta, with A, B, alpha, beta, n, d positive',
  stated: true,
};
const equalExponents: Hypothesis = { name: 'equal-exponents', statement: 'alpha = beta', stated: true };

const shared = {
  id: 'elasticity-of-substitution',
  source: 'Hao & Merrill 2026',
  variant: 'baseline',
  uses: [elasticityOfSubstitution],
} as const;

export const substitutionClaims: readonly Claim[] = [
  {
    ...shared,
    reading: 'the formula',
    statement: `for L = L_inf + A n^-alpha + B d^-beta, sigma = ${FORMULA}; 1/(1+alpha) if alpha = beta`,
    hypotheses: [lossLaw],
    law: 'loss-law',
    checks: [asDerived, byDefinition(FORMULA), whenEqual],
  },
  {
    ...shared,
    reading: 'the figure, both exponents at their mean',
    statement: `sigma = ${FIGURE} at the mean exponent ${MEAN}`,
    hypotheses: [lossLaw, equalExponents],
    law: 'mean-exponent',
    checks: [figure],
  },
  {
    ...shared,
    reading: 'the figure, as a constant of the fitted law',
    statement: `sigma = ${FIGURE} for the fitted loss law`,
    hypotheses: [lossLaw],
    law: 'loss-law',
    checks: [constantOfFit],
  },
];
