/** Figures as SVG. */
import { emptyDocument } from '../engines/linkedom.ts';
import { type Drawing, drawingSvg } from '../engines/plot.ts';
import { type AnyFigure, FIGURES } from './registry.ts';

/** The figure of these data: self-contained, and the same bytes for the same data. */
export function figureSvg(data: AnyFigure): string {
  const draw = FIGURES[data.figure].draw as (data: AnyFigure) => Drawing;
  return drawingSvg(draw(data), emptyDocument());
}
