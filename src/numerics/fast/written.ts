/**
 * The programs of the built-in models as they are written out (`script.ts`). The files beside are made: a test makes them
 * anew and compares, and writes them where goldens are asked for.
 */
import type { VariantId } from '../../economics/variants/registry.ts';
import type { Written } from './script.ts';
import { WRITTEN as baseline } from './written/baseline.ts';
import { WRITTEN as cesQuality } from './written/ces-quality.ts';
import { WRITTEN as constantElasticity } from './written/constant-elasticity.ts';
import { WRITTEN as cournot } from './written/cournot.ts';
import { WRITTEN as dataBound } from './written/data-bound.ts';
import { WRITTEN as dataCost } from './written/data-cost.ts';
import { WRITTEN as endogenousThreshold } from './written/endogenous-threshold.ts';
import { WRITTEN as fixedDemand } from './written/fixed-demand.ts';
import { WRITTEN as hillAdoption } from './written/hill-adoption.ts';
import { WRITTEN as network } from './written/network.ts';
import { WRITTEN as repeatedData } from './written/repeated-data.ts';
import { WRITTEN as rival } from './written/rival.ts';
import { WRITTEN as splitEfficiency } from './written/split-efficiency.ts';

/** A variant that is not here runs on the tape, with the same answers. */
export const WRITTEN: Readonly<Partial<Record<VariantId, readonly Written[]>>> = {
  baseline,
  'data-bound': dataBound,
  'ces-quality': cesQuality,
  cournot,
  'constant-elasticity': constantElasticity,
  network,
  'endogenous-threshold': endogenousThreshold,
  rival,
  'data-cost': dataCost,
  'split-efficiency': splitEfficiency,
  'repeated-data': repeatedData,
  'hill-adoption': hillAdoption,
  'fixed-demand': fixedDemand,
};

const byFingerprint = new Map(
  Object.values(WRITTEN)
    .flat()
    .map((written) => [written.fingerprint, written]),
);

/** The program with this fingerprint, whichever model it was written for; null where it is not written out. */
export const writtenWith = (fingerprint: string): Written | null => byFingerprint.get(fingerprint) ?? null;
