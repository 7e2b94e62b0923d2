/** A value for every parameter that any block brings, in the middle of its range, and models put together from blocks. */
import { BLOCK_IDS, BLOCKS, type BlockId } from '../../src/economics/blocks/registry.ts';
import { clashOf } from '../../src/economics/combine.ts';
import type { Model } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { TYPICAL } from './reference.ts';

export const SAMPLE: Values = {
  ...TYPICAL,
  D: 1e13,
  r: 1,
  m: 3,
  epsilon: 1.5,
  K: 1e14,
  nu: 0.2,
  kappa: 0.3,
  q0: 1.5,
  c_d: 1e-7,
  E_inf: 1e18,
  U: 1e12,
  Rstar: 15.39,
  h: 2,
  T: 1e15,
};

/** The values that a model takes, with changes. */
export const sampleFor = ({ parameters }: Model, changes: Values = {}): Values =>
  Object.fromEntries(parameters.map(({ name }) => [name, changes[name] ?? SAMPLE[name] ?? Number.NaN]));

/** Pairs of blocks that go together. */
export const PAIRS: readonly (readonly [BlockId, BlockId])[] = BLOCK_IDS.flatMap((first, i) =>
  BLOCK_IDS.slice(i + 1)
    .filter((second) => clashOf(BLOCKS[first], BLOCKS[second]) === null)
    .map((second) => [first, second] as const),
);
