/** The data of the documented figures as last computed: a test makes them anew and compares. */

import calibrated from '../../../docs/figures/calibrated.json' with { type: 'json' };
import fitResiduals from '../../../docs/figures/fit-residuals.json' with { type: 'json' };
import fitResidualsRepeated from '../../../docs/figures/fit-residuals-repeated.json' with { type: 'json' };
import growthD from '../../../docs/figures/growth-D.json' with { type: 'json' };
import growthE from '../../../docs/figures/growth-E.json' with { type: 'json' };
import growthInferenceAdjusted from '../../../docs/figures/growth-inference-adjusted.json' with {
  type: 'json',
};
import profit from '../../../docs/figures/profit.json' with { type: 'json' };
import regimeMapED from '../../../docs/figures/regime-map-E-D.json' with { type: 'json' };
import regimeMapEDelta from '../../../docs/figures/regime-map-E-delta.json' with { type: 'json' };
import revealed from '../../../docs/figures/revealed.json' with { type: 'json' };
import signChangeNA from '../../../docs/figures/sign-change-n-a.json' with { type: 'json' };
import signChanges from '../../../docs/figures/sign-changes.json' with { type: 'json' };
import trends from '../../../docs/figures/trends.json' with { type: 'json' };
import type { AnyFigure } from '../../figures/registry.ts';

const FILES = {
  'regime-map-E-delta': regimeMapEDelta,
  'regime-map-E-D': regimeMapED,
  'growth-E': growthE,
  'growth-D': growthD,
  'growth-inference-adjusted': growthInferenceAdjusted,
  profit: profit,
  'sign-change-n-a': signChangeNA,
  'sign-changes': signChanges,
  calibrated: calibrated,
  trends: trends,
  revealed: revealed,
  'fit-residuals': fitResiduals,
  'fit-residuals-repeated': fitResidualsRepeated,
} as const;

export type RecordedName = keyof typeof FILES;

export const recordedFigure = (name: RecordedName): AnyFigure => FILES[name] as unknown as AnyFigure;
