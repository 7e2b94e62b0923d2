import { bestSales } from '../../derivations/02-best-sales.ts';
import { computed, resultHolds } from '../../src/claims/checks.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { box, marginPositive, sells, standing } from '../hypotheses.ts';

/** The formula gives negative sales where the margin is negative; the best sales there are none. */
const belowMargin = (): { off: number; tolerance: number } => {
  const at = { f: 1, omega: 1e-6, delta: 1e-20, n: 1e12, d: 1e12, E: 1e17, t: 1 };
  const formula = bestSales().results.sales.relation.right;
  const slope = evaluate(
    bestSales().results['first-order'].relation.left,
    { ...at, M: at.omega * at.f - (2 * at.n) / at.E },
    double,
  );
  const sales = evaluate(formula, at, double);
  return { off: slope < 0 && sales < 0 ? 1 : 0, tolerance: 0 };
};

export const bestSalesClaim: Claim = {
  id: 'best-sales',
  reading: 'at given n and d',
  statement: 't* = (omega f - 2n/E)/(2 delta)',
  source: 'Hao & Merrill 2026, best sales',
  variant: 'baseline',
  hypotheses: [standing, sells, marginPositive, box],
  uses: [bestSales],
  law: 'sales',
  checks: [baseline, dataBound]
    .map((model) =>
      resultHolds({
        role: 'holds',
        name: `sales-${model.id}`,
        model,
        derivation: bestSales,
        result: 'sales',
        tolerance: 1e-9,
        question: `Does the referee's t equal the formula at its n and d (${model.id})?`,
      }),
    )
    .concat(
      computed(
        'elsewhere',
        'no-margin',
        'Is the formula also right where the margin is negative?',
        belowMargin,
        'margin',
      ),
    ),
};
