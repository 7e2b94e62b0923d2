/** Variants by id: the baseline, each block on it, and any combination of blocks that makes sense. */
import { fail, shown } from '../../kernel/issues.ts';
import { nearest } from '../../kernel/suggest.ts';
import type { VariantBlock } from '../block.ts';
import { BLOCK_IDS, BLOCKS, type BlockId } from '../blocks/registry.ts';
import { clashOf, combine } from '../combine.ts';
import { compose, type Model } from '../model.ts';
import { baseline, baselineBlocks } from './baseline.ts';

export type VariantId = 'baseline' | BlockId;
export const VARIANT_IDS: readonly VariantId[] = ['baseline', ...BLOCK_IDS];

/** The baseline with these blocks. */
export const modelWith = (...added: readonly VariantBlock[]): Model =>
  compose(
    added.map(({ id }) => id).join('+'),
    added.map(({ title }) => title).join(' + '),
    combine(baselineBlocks, added),
  );

/** Every variant: the baseline, and each block alone on it. */
export const VARIANTS = Object.fromEntries([
  ['baseline', baseline],
  ...BLOCK_IDS.map((id) => [id, modelWith(BLOCKS[id])]),
]) as Readonly<Record<VariantId, Model>>;

const isVariantId = (name: string): name is VariantId => VARIANT_IDS.some((id) => id === name);

function variantId(name: string): VariantId {
  if (isVariantId(name)) return name;
  const guess = nearest(name, VARIANT_IDS);
  const would = guess ? `did you mean "${guess}"?` : `known are ${VARIANT_IDS.join(', ')}`;
  return fail({ code: 'usage', what: `"${shown(name)}" is not a variant`, would });
}

/** @throws OptimandError where two of the blocks cannot stand in one model. */
export function checkTogether(blocks: readonly VariantBlock[]): void {
  for (const [i, second] of blocks.entries()) {
    for (const first of blocks.slice(0, i)) {
      const clash = clashOf(first, second);
      if (clash !== null)
        fail({ code: 'usage', what: `No model has these blocks: ${clash}`, would: 'leave one of them out' });
    }
  }
}

const isBlockId = (name: string): name is BlockId => BLOCK_IDS.some((id) => id === name);

/** A block by its name. @throws OptimandError naming the nearest one. */
export function namedBlock(name: string): VariantBlock {
  if (isBlockId(name)) return BLOCKS[name];
  const guess = nearest(name, BLOCK_IDS);
  const would = guess ? `did you mean "${guess}"?` : `known are ${BLOCK_IDS.join(', ')}`;
  return fail({ code: 'usage', what: `"${shown(name)}" is not a block`, would });
}

/** The blocks that an id puts on the baseline. @throws OptimandError where a part of it is no variant. */
export const blocksIn = (id: string): readonly VariantBlock[] =>
  id
    .split('+')
    .map(variantId)
    .flatMap((part) => (part === 'baseline' ? [] : [BLOCKS[part]]));

const composed = new Map<string, Model>();

/**
 * The model of an id: `cournot`, or blocks joined as in `cournot+ces-quality`. The same id gives the same object.
 * @throws OptimandError where a part is no variant, and where two of the blocks cannot stand in one model.
 */
export function modelOf(id: string): Model {
  const blocks = blocksIn(id);
  const name = blocks.map((block) => block.id).join('+');
  if (blocks.length < 2) return VARIANTS[(name || 'baseline') as VariantId];
  const known = composed.get(name);
  if (known) return known;
  checkTogether(blocks);
  const made = modelWith(...blocks);
  composed.set(name, made);
  return made;
}
