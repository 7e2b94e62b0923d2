/** The data behind the figure of a calibration, out of its result. */

import { unitText } from '../../figures/axes.ts';
import type { SensitivityFigure } from '../../figures/sensitivity.ts';
import { roundedText } from '../numbers.ts';
import type { CalibrateResult } from '../schemas/calibrate.ts';

const SHOWN = [
  ['C_train', 'training spend C'],
  ['n', 'model size n*'],
  ['profit', 'profit'],
] as const;

export function sensitivityFigure(result: CalibrateResult): SensitivityFigure {
  const { optimum, sobol, oneAtATime, draws, sources, title } = result;
  return {
    figure: 'sensitivity',
    title: `What moves the optimum: ${title}`,
    panels: SHOWN.map(([quantity, name]) => {
      const { value = Number.NaN, unit = '1' } = optimum[quantity] ?? {};
      const against = (end: number | null | undefined): number | null => (end ? end / value : null);
      const bars = (sobol[quantity]?.inputs ?? [])
        .map(({ input, first, total }) => {
          const alone = oneAtATime.find((one) => one.input === input && one.quantity === quantity);
          return { input, low: against(alone?.low), high: against(alone?.high), first, total };
        })
        .toSorted((x, y) => y.total.value - x.total.value);
      return {
        quantity,
        title: `${name}: ${roundedText(value, 2)} ${unitText(unit)}`,
        middle: value,
        unit,
        bars,
      };
    }),
    draws: draws.asked,
    sources: [...sources],
  };
}
