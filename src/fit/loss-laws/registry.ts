import { chinchilla } from './chinchilla.ts';
import { chinchillaEqual } from './chinchilla-equal.ts';
import type { LossLaw } from './law.ts';
import { repeatedData } from './repeated-data.ts';

export const LOSS_LAW_IDS = ['chinchilla', 'chinchilla-equal', 'repeated-data'] as const;
export type LossLawId = (typeof LOSS_LAW_IDS)[number];

/** Every loss law: total, so that an id without a law does not compile. */
export const LOSS_LAWS: Readonly<Record<LossLawId, LossLaw>> = {
  chinchilla,
  'chinchilla-equal': chinchillaEqual,
  'repeated-data': repeatedData,
};
