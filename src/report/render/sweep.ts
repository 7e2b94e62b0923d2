/** What a sweep has written, in words. */
import type { SweepManifest } from '../schemas/sweep.ts';

export function sweepText(manifest: SweepManifest, out: string): string {
  const { model, rows, from, to, design, outcomes, refereed } = manifest;
  const points = design.kind === 'sobol' ? `Sobol points, seed ${design.seed}` : 'points of a grid';
  const share = to - from === rows ? `${rows} rows` : `rows ${from} to ${to - 1} of ${rows}`;
  const counts = Object.entries(outcomes)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  return `${model}: ${share} (${points}) in ${out}: ${counts.join(', ') || 'none'}; ${refereed} by the referee.\n`;
}
