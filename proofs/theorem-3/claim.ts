import { dataBound } from '../../derivations/08-data-bound.ts';
import { pointwise, resultHolds } from '../../src/claims/checks.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { evaluator } from '../../src/claims/evaluate-result.ts';
import type { At } from '../../src/claims/pool.ts';
import { dataBound as model } from '../../src/economics/variants/data-bound.ts';
import { box, dataBind, sells, standing } from '../hypotheses.ts';
import { identityUnder, unlessLacking } from '../under.ts';

const binds = (_point: At, sold: { optimum: { active: { limits: readonly string[] } } }): boolean =>
  sold.optimum.active.limits.includes('d');

/** Where the referee says that data bind, E is above the derived threshold, and elsewhere below it. */
const threshold = pointwise({
  role: 'instead',
  drops: 'data-bind',
  asserts:
    'data bind exactly from the derived threshold in E on (derivation data-bound), where the firm sells',
  name: 'threshold',
  model,
  tolerance: 1e-9,
  question: 'Do data bind exactly from the derived E on?',
  off: (point, sold) => {
    const atStock = { ...point, ...atFullStock(point) };
    const start = evaluator(dataBound(), 'threshold')(atStock).right;
    const E = point.E ?? 0;
    const above = !Number.isNaN(start) && E >= start;
    return above === binds(point, sold) ? 0 : Number.isNaN(start) ? 1 : Math.abs(E / start - 1);
  },
  say: (point) => `E = ${point.E}`,
});

/** n at which the ray meets the stock. */
function atFullStock(point: At): { n: number } {
  return { n: evaluator(dataBound(), 'size')(point).right };
}

const parts = (['size', 'spend'] as const).map((result) =>
  resultHolds({
    role: 'holds',
    name: result,
    model,
    derivation: dataBound,
    result,
    tolerance: 1e-9,
    question: `Where data bind, is the referee's ${result} the closed form?`,
  }),
);

const allUsed = pointwise({
  role: 'holds',
  name: 'all-data',
  model,
  tolerance: 1e-12,
  question: 'Where data bind, is d* = D?',
  off: ({ d, D }) => Math.abs((d ?? 0) / (D ?? 1) - 1),
  say: ({ d, D }) => `d = ${d}, D = ${D}`,
});

export const theorem3Claim: Claim = {
  id: 'theorem-3',
  reading: 'where data bind',
  statement:
    'data-bound: d* = D, n* = D^(beta/alpha)/rho, C = Theta(D^(1+beta/alpha)/(rho E)), that is D^2/E when alpha = beta',
  source: 'Hao & Merrill 2026, theorem 3',
  variant: 'data-bound',
  hypotheses: [standing, sells, dataBind, box],
  uses: [dataBound],
  law: 'spend',
  under: (variant) =>
    unlessLacking(variant, ['D'], () =>
      identityUnder(
        {
          model: variant,
          name: 'size-and-data',
          question: 'Where data bind, is d* = D and n* = D^(beta/alpha)/rho?',
          tolerance: 1e-6,
          where: binds,
          off: (point) =>
            Math.max(
              Math.abs((point.d ?? 0) / (point.D ?? 1) - 1),
              Math.abs((point.n ?? 0) / atFullStock(point).n - 1),
            ),
        },
        undefined,
      ),
    ),
  checks: [...parts, allUsed, threshold],
};
