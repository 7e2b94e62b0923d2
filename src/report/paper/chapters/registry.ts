/** The chapters in the order in which they are read: total, so that one without a text does not compile. */
import { assumptions } from './assumptions.ts';
import type { Chapter } from './chapter.ts';
import { checks } from './checks.ts';
import { claims } from './claims.ts';
import { derivations } from './derivations.ts';
import { fits } from './fits.ts';
import { graph } from './graph.ts';
import { laws } from './laws.ts';
import { matrix } from './matrix.ts';
import { model } from './model.ts';
import { proofs } from './proofs.ts';
import { reproduce } from './reproduce.ts';
import { sources } from './sources.ts';
import { statics } from './statics.ts';
import { summary } from './summary.ts';
import { trends } from './trends.ts';

export type ChapterId =
  | 'summary'
  | 'model'
  | 'claims'
  | 'graph'
  | 'laws'
  | 'statics'
  | 'matrix'
  | 'trends'
  | 'fits'
  | 'derivations'
  | 'assumptions'
  | 'checks'
  | 'proofs'
  | 'sources'
  | 'reproduce';

export const CHAPTERS: Readonly<Record<ChapterId, Chapter>> = {
  summary,
  model,
  claims,
  graph,
  laws,
  statics,
  matrix,
  trends,
  fits,
  derivations,
  assumptions,
  checks,
  proofs,
  sources,
  reproduce,
};
