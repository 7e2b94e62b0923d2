/** Tables and reports that several tests ask about, each made once. */
import { type Confrontation, confront, sightingsOf, verdictOn } from '../../src/claims/statics-check.ts';
import type { Hold } from '../../src/derive/statics/response.ts';
import { type Cell, type Table, tableOf } from '../../src/derive/statics/table.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';

export const SEED = 20260514;

export interface Judged {
  readonly cell: Cell;
  readonly found: Confrontation;
  readonly sign: string;
}

/** Every cell with what the referee says about it, found by `n/E`. */
export function judge(
  variant: string,
  hold: Hold,
  draws: number,
  where?: string,
): ReadonlyMap<string, Judged> {
  const table: Table = tableOf(modelOf(variant), hold, where);
  const sightings = sightingsOf(table, { seed: SEED, draws });
  const judged = table.cells.map((cell): [string, Judged] => {
    const found = confront(cell, table, sightings);
    return [`${cell.quantity}/${cell.parameter}`, { cell, found, sign: verdictOn(cell, found) }];
  });
  return new Map(judged);
}
