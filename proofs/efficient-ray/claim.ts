import { efficientRay } from '../../derivations/03-efficient-ray.ts';
import { resultHolds } from '../../src/claims/checks.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { dataBound } from '../../src/economics/variants/data-bound.ts';
import { box, sells, standing } from '../hypotheses.ts';
import { identityUnder } from '../under.ts';

export const efficientRayClaim: Claim = {
  id: 'efficient-ray',
  reading: 'at an optimum that sells',
  statement: 'a n^alpha = b d^beta',
  source: 'Hao & Merrill 2026, Lemma 2',
  variant: 'baseline',
  hypotheses: [standing, sells, box],
  uses: [efficientRay],
  law: 'ray',
  under: (model) =>
    identityUnder(
      {
        model,
        name: 'ray',
        question: 'Is a n^alpha = b d^beta?',
        tolerance: 1e-6,
        off: ({ a = 0, n = 0, alpha = 0, b = 0, d = 0, beta = 0 }) =>
          Math.abs(Math.log(a) + alpha * Math.log(n) - Math.log(b) - beta * Math.log(d)),
      },
      undefined,
    ),
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
