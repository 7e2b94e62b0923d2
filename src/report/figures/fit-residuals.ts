/** The data behind the figure of a fit's residuals, out of its result. */
import type { FitResidualsFigure } from '../../figures/fit-residuals.ts';
import type { FitResult } from '../schemas/fit.ts';

/** The law itself, without what its letters stand for, in the letters of a figure. */
const written = (statement: string): string =>
  (statement.split(',')[0] ?? statement)
    .replaceAll('alpha', 'α')
    .replaceAll('beta', 'β')
    .replaceAll('^-', '^−');

export const fitResidualsFigure = (
  { law, statement, delta, runs, points }: FitResult,
  sources: readonly string[] = [],
): FitResidualsFigure => ({
  figure: 'fit-residuals',
  title: `Residuals of the fit of ${law} to ${runs} runs`,
  statement: written(statement),
  delta,
  points: points.map(({ fitted, observed, perParameter, epochs }) => ({
    fitted,
    perParameter,
    epochs,
    residual: Math.log(fitted / observed),
  })),
  sources: [...sources],
});
