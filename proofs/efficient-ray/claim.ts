import { efficientRay } from '../../derivations/03-efficient-ray.ts';
import { resultHolds } from '../../src/claims/checks.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { box, sells, standing } from '../hypotheses.ts';

export const efficientRayClaim: Claim = {
  id: 'efficient-ray',
  reading: 'at an optimum that sells',
  statement: 'a n^alpha = b d^beta',
  source: 'Hao & Merrill 2026, Lemma 2',
  variant: 'baseline',
  hypotheses: [standing, sells, box],
  uses: [efficientRay],
  law: 'ray',
  checks: [baseline, dataBound].map((model) =>
    resultHolds({
      role: 'holds',
      name: `ray-${model.id}`,
      model,
      derivation: efficientRay,
      result: 'ray',
      tolerance: 1e-9,
      question: `Do the referee's n and d give the two powers one value (${model.id})?`,
    }),
  ),
};
