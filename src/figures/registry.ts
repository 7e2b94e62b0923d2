/** Every figure: total, so that a figure without a drawing does not compile. A figure is drawn from JSON alone. */
import type { TSchema } from '@sinclair/typebox';
import type { Drawing } from '../engines/plot.ts';
import { type Around, aroundData, drawAround } from './around.ts';
import { drawFitResiduals, type FitResidualsFigure, fitResidualsData } from './fit-residuals.ts';
import { drawGraph, type GraphFigure, graphData } from './graph.ts';
import { drawGrowth, type Growth, growthData } from './growth.ts';
import { drawProfit, type ProfitFigure, profitData } from './profit.ts';
import { drawRegimeMap, type RegimeMap, regimeMapData } from './regime-map.ts';
import { drawRevealed, type RevealedFigure, revealedData } from './revealed.ts';
import { drawSensitivity, type SensitivityFigure, sensitivityData } from './sensitivity.ts';
import { drawSignMap, type SignMap, signMapData } from './sign-map.ts';
import { drawTrends, type TrendsFigure, trendsData } from './trends.ts';

/** The data behind each figure, by its name. */
export interface FigureData {
  around: Around;
  'fit-residuals': FitResidualsFigure;
  revealed: RevealedFigure;
  graph: GraphFigure;
  growth: Growth;
  profit: ProfitFigure;
  'regime-map': RegimeMap;
  'sign-map': SignMap;
  trends: TrendsFigure;
  sensitivity: SensitivityFigure;
}
export type FigureId = keyof FigureData;
export type AnyFigure = FigureData[FigureId];

interface Figure<Id extends FigureId> {
  /** The verb whose result the data are. */
  readonly command: 'claims' | 'laws' | 'statics' | 'optimize' | 'trends' | 'calibrate' | 'fit' | 'reveal';
  /** Shape of the data. */
  readonly schema: TSchema;
  readonly draw: (data: FigureData[Id]) => Drawing;
}

export const FIGURES: { readonly [Id in FigureId]: Figure<Id> } = {
  around: { command: 'optimize', schema: aroundData, draw: drawAround },
  'fit-residuals': { command: 'fit', schema: fitResidualsData, draw: drawFitResiduals },
  graph: { command: 'claims', schema: graphData, draw: drawGraph },
  growth: { command: 'laws', schema: growthData, draw: (data) => drawGrowth(data) },
  profit: { command: 'optimize', schema: profitData, draw: drawProfit },
  'regime-map': { command: 'laws', schema: regimeMapData, draw: drawRegimeMap },
  'sign-map': { command: 'statics', schema: signMapData, draw: drawSignMap },
  sensitivity: { command: 'calibrate', schema: sensitivityData, draw: drawSensitivity },
  revealed: { command: 'reveal', schema: revealedData, draw: drawRevealed },
  trends: { command: 'trends', schema: trendsData, draw: drawTrends },
};

export const FIGURE_IDS = Object.keys(FIGURES) as readonly FigureId[];
