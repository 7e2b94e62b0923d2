/** Blocks put together: which go with which, in what order they act, and why some do not go together. */
import {
  type AnyWrappingBlock,
  type Blocks,
  isWrapping,
  type VariantBlock,
  type WholeBlock,
} from './block.ts';

/** Why two blocks cannot stand in one model, or null where they can. Decided by what they do, never by which they are. */
export function clashOf(first: VariantBlock, second: VariantBlock): string | null {
  if (first.id === second.id) return `${first.id} is asked for twice`;
  if (isWrapping(first) || isWrapping(second) || first.kind !== second.kind) return null;
  const both = `${first.id} and ${second.id} both replace the ${first.kind}`;
  if (first.kind !== 'market' || second.kind !== 'market') return both;
  const [many, one] = first.rivals ? [first, second] : [second, first];
  return many.rivals
    ? `${both}, and no source says whether own or industry sales enter ${one.id} where ${many.id} has several sellers`
    : both;
}

const replaced = (blocks: Blocks, block: WholeBlock): Blocks => ({ ...blocks, [block.kind]: block });

/** The blocks with one of them wrapped. What it is made of stands in its id, its parameters and its facts. */
function wrapped(blocks: Blocks, wrapper: AnyWrappingBlock): Blocks {
  const inner = blocks[wrapper.kind];
  const changed = wrapper.wrap(inner as never);
  const made = {
    ...inner,
    ...changed,
    id: `${inner.id}+${wrapper.id}`,
    meaning: `${inner.meaning}; ${wrapper.meaning}`,
    source: `${inner.source}; ${wrapper.source}`,
    parameters: [...new Set([...inner.parameters, ...wrapper.parameters])],
    facts: [...(changed.facts ?? inner.facts), ...wrapper.facts],
  };
  return { ...blocks, [wrapper.kind]: made };
}

const ORDER = ['result', 'argument'] as const;

/** The base with blocks added, none of which clash: the replacing ones first, then the wrapping ones in their order. */
export function combine(base: Blocks, added: readonly VariantBlock[]): Blocks {
  const whole = added.filter((block) => !isWrapping(block)) as readonly WholeBlock[];
  const wrapping = ORDER.flatMap((what) =>
    added.filter(isWrapping).filter((block) => (block as AnyWrappingBlock).changes === what),
  ) as readonly AnyWrappingBlock[];
  return wrapping.reduce(wrapped, whole.reduce(replaced, base));
}
