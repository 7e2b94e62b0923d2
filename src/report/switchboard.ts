/** The matrix of claims and variants: as last computed, and computed anew. */
import kept from '../../proofs/switchboard.json' with { type: 'json' };
import type { SwitchCell } from '../claims/switchboard.ts';
import { claimIds } from './ledger.ts';
import { type Asked, variantOf } from './variant.ts';
import { SCHEMA_VERSION, TOOL } from './version.ts';

export interface Switchboard {
  readonly schemaVersion: number;
  readonly seed: number;
  readonly runs: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly cells: readonly SwitchCell[];
}

/** The matrix as last computed. A schema test holds the file to its type. */
export const keptSwitchboard = (): Switchboard => kept as unknown as Switchboard;

/** The cells as last computed, for some claims or for all. */
export function switchCells(asked: readonly string[] = []): readonly SwitchCell[] {
  const wanted: readonly string[] = claimIds(asked);
  return keptSwitchboard().cells.filter(({ id }) => wanted.includes(id));
}

export interface SwitchOptions {
  readonly seed?: number;
  readonly runs?: number;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** The matrix computed anew, for some claims or for all. */
export async function verifyAllVariants(
  asked: readonly string[] = [],
  options: SwitchOptions = {},
): Promise<readonly SwitchCell[]> {
  const wanted = claimIds(asked);
  const [{ switchboard }, { CLAIMS }] = await Promise.all([
    import('../claims/switchboard.ts'),
    import('../../proofs/registry.ts'),
  ]);
  const { seed = keptSwitchboard().seed, runs = keptSwitchboard().runs, progress = () => {} } = options;
  return switchboard(
    wanted.flatMap((id) => CLAIMS[id]),
    { seed, runs, progress },
  );
}

/** The claims put to one firm of one's own as to a variant. @throws OptimandError for a problem that is no firm. */
export async function verifyAsVariant(
  asked: readonly string[],
  variant: Asked,
  options: SwitchOptions = {},
): Promise<readonly SwitchCell[]> {
  const model = variantOf(variant);
  const wanted = claimIds(asked);
  const [{ switchColumn }, { CLAIMS }] = await Promise.all([
    import('../claims/switchboard.ts'),
    import('../../proofs/registry.ts'),
  ]);
  const { seed = keptSwitchboard().seed, runs = keptSwitchboard().runs, progress = () => {} } = options;
  return switchColumn(
    wanted.flatMap((id) => CLAIMS[id]),
    model,
    { seed, runs, progress },
  );
}

/** Cells whose verdict is not the recorded one, each as a sentence. */
export function switchChanges(found: readonly SwitchCell[]): readonly string[] {
  const key = ({ id, reading, variant }: SwitchCell): string => `${id} (${reading}) under ${variant}`;
  const before = new Map(keptSwitchboard().cells.map((cell) => [key(cell), cell.verdict]));
  return found.flatMap((cell) => {
    const recorded = before.get(key(cell));
    return recorded === cell.verdict
      ? []
      : [`${key(cell)} is ${cell.verdict}, recorded as ${recorded ?? 'nothing'}`];
  });
}

/** A matrix to be kept: cells with what computed them. */
export const switchboardOf = (cells: readonly SwitchCell[], seed: number, runs: number): Switchboard => ({
  schemaVersion: SCHEMA_VERSION,
  seed,
  runs,
  versions: { [TOOL.name]: TOOL.version, node: process.versions.node.split('.')[0] ?? '' },
  cells,
});
