/** E of each chip that has a price: from its peak, its power and what owning it costs, by the derivation `hardware-efficiency`. */
import owning from '../../../data/owning-a-chip.json' with { type: 'json' };
import { hardwareEfficiency } from '../../../derivations/15-hardware-efficiency.ts';
import { type Row, rowsOf } from '../../data/registry.ts';
import type { Interval } from '../../fit/growth.ts';
import { quantile } from '../../fit/quantile.ts';
import { double } from '../../kernel/arithmetic/double.ts';
import { evaluate } from '../../kernel/compile.ts';

export interface ChipEfficiency extends Interval {
  readonly hardware: string;
  readonly released: string;
  /** Dollars at release. */
  readonly price: number;
  /** FLOP/s in the format named. */
  readonly peak: number;
  readonly format: '16 bits, matrix units' | '16 bits' | '32 bits';
  /** Dollars per hour of work, for the owner. */
  readonly hour: number;
}

/** Utilisation: the median and the middle nine tenths of the runs that report it. */
export function utilisation(): Interval & { readonly runs: number } {
  const shares = rowsOf('models').flatMap(({ mfu }) => (mfu === null ? [] : [mfu]));
  const at = (share: number): number => quantile(shares, share);
  return { value: at(0.5), low: at(0.05), high: at(0.95), runs: shares.length };
}

/** Highest peak in the formats in which models are trained. */
function peakOf(row: Row<'chips'>): Pick<ChipEfficiency, 'peak' | 'format'> | null {
  const { tensor_fp16_bf16_flops: matrix, fp16_flops: half, fp32_flops: single } = row;
  if (matrix !== null) return { peak: matrix, format: '16 bits, matrix units' };
  const best = Math.max(half ?? 0, single ?? 0);
  if (best === 0) return null;
  return { peak: best, format: best === half ? '16 bits' : '32 bits' };
}

const OWNING = Object.entries(owning.values);

/** Values of the costs of owning: all at their middle, or all at the end that makes E lowest or highest. */
const owningAt = (end: 'value' | 'low' | 'high'): Readonly<Record<string, number>> => {
  const other = end === 'low' ? 'high' : end === 'high' ? 'low' : 'value';
  // A longer and fuller life raises E; every other cost lowers it.
  const raises = new Set(['Y', 'y']);
  return Object.fromEntries(OWNING.map(([name, row]) => [name, row[raises.has(name) ? end : other]]));
};

/** Every priced chip with a known power, by release. The ends of an interval put every cost and the utilisation at its worst and best. */
export function chipEfficiencies(): readonly ChipEfficiency[] {
  const { owned, cost } = hardwareEfficiency().results;
  const used = utilisation();
  return rowsOf('chips')
    .flatMap((row): ChipEfficiency[] => {
      const found = peakOf(row);
      const { release_price_usd: price, tdp_w: watts } = row;
      if (!found || price === null || watts === null) return [];
      const at = (end: 'value' | 'low' | 'high'): Readonly<Record<string, number>> => ({
        ...owningAt(end),
        P: found.peak,
        V: price,
        W: watts / 1000,
        u: used[end],
      });
      const E = (end: 'value' | 'low' | 'high'): number => evaluate(owned.relation.right, at(end), double);
      return [
        {
          hardware: row.hardware,
          released: row.release_date,
          price,
          ...found,
          hour: evaluate(cost.relation.right, at('value'), double),
          value: E('value'),
          low: E('low'),
          high: E('high'),
        },
      ];
    })
    .sort((x, y) => x.released.localeCompare(y.released) || x.hardware.localeCompare(y.hardware));
}
