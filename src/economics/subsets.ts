/** Every subset of a short list, the empty one first. */
export const subsetsOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** items.length }, (_, mask) =>
    items.filter((_, i) => Math.floor(mask / 2 ** i) % 2 === 1),
  );
