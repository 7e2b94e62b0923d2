/** Who made a result, and about which paper: the stamps that every envelope carries. */
import manifest from '../../package.json' with { type: 'json' };

export const TOOL: { readonly name: string; readonly version: string } = {
  name: manifest.name,
  version: manifest.version,
};
export const PAPER = { id: 'arXiv:2605.16430', version: 'v3' } as const;
/** Rises when a published shape changes so that an old reader would misread it. */
export const SCHEMA_VERSION = 1;
/** Where a run needs random draws and names no seed. */
export const DEFAULT_SEED = 20260514;
