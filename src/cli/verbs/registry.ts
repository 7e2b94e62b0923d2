import type { Verb } from '../verb.ts';
import { calibrate } from './calibrate.ts';
import { check } from './check.ts';
import { claims } from './claims.ts';
import { derive } from './derive.ts';
import { explore } from './explore.ts';
import { fit } from './fit.ts';
import { laws } from './laws.ts';
import { optimize } from './optimize.ts';
import { prove } from './prove.ts';
import { report } from './report.ts';
import { reveal } from './reveal.ts';
import { statics } from './statics.ts';
import { sweep } from './sweep.ts';
import { trends } from './trends.ts';
import { verify } from './verify.ts';

export const VERB_NAMES = [
  'derive',
  'laws',
  'statics',
  'optimize',
  'sweep',
  'claims',
  'verify',
  'check',
  'fit',
  'trends',
  'calibrate',
  'reveal',
  'prove',
  'report',
  'explore',
] as const;
export type VerbName = (typeof VERB_NAMES)[number];

/** Every verb on offer: total, so that a name without a verb does not compile. */
export const VERBS: Readonly<Record<VerbName, Verb>> = {
  derive,
  laws,
  statics,
  optimize,
  sweep,
  claims,
  verify,
  check,
  fit,
  trends,
  calibrate,
  reveal,
  prove,
  report,
  explore,
};
