import type { Written } from '../src/derive/argument.ts';
import { adoption } from './01-adoption.ts';
import { bestSales } from './02-best-sales.ts';
import { efficientRay } from './03-efficient-ray.ts';
import { reducedProfit } from './04-reduced-profit.ts';
import { explicitBound } from './05-explicit-bound.ts';
import { theorems } from './06-theorems-1-and-2.ts';
import { dominatedRegimes } from './07-dominated-regimes.ts';
import { dataBound } from './08-data-bound.ts';
import { breakEven } from './09-break-even.ts';
import { uniqueness } from './10-uniqueness.ts';
import { localElasticity } from './11-local-elasticity.ts';
import { changeOfUnit } from './12-change-of-unit.ts';
import { elasticityOfSubstitution } from './13-elasticity-of-substitution.ts';
import { overTraining } from './14-over-training.ts';
import { hardwareEfficiency } from './15-hardware-efficiency.ts';
import { qualityFromLoss } from './16-quality-from-loss.ts';

export const DERIVATION_IDS = [
  'adoption',
  'best-sales',
  'efficient-ray',
  'reduced-profit',
  'explicit-bound',
  'theorems-1-and-2',
  'dominated-regimes',
  'data-bound',
  'break-even',
  'uniqueness',
  'local-elasticity',
  'change-of-unit',
  'elasticity-of-substitution',
  'over-training',
  'hardware-efficiency',
  'quality-from-loss',
] as const;
export type DerivationId = (typeof DERIVATION_IDS)[number];

/** Every derivation, in the order of the argument: total, so that an id without a derivation does not compile. */
export const DERIVATIONS: Readonly<Record<DerivationId, Written>> = {
  adoption,
  'best-sales': bestSales,
  'efficient-ray': efficientRay,
  'reduced-profit': reducedProfit,
  'explicit-bound': explicitBound,
  'theorems-1-and-2': theorems,
  'dominated-regimes': dominatedRegimes,
  'data-bound': dataBound,
  'break-even': breakEven,
  uniqueness,
  'local-elasticity': localElasticity,
  'change-of-unit': changeOfUnit,
  'elasticity-of-substitution': elasticityOfSubstitution,
  'over-training': overTraining,
  'hardware-efficiency': hardwareEfficiency,
  'quality-from-loss': qualityFromLoss,
};
