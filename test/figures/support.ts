/** Figures as tests ask for them: each made once for a test file, and read as a reader sees it. */
import type { MapPanel, RegimeMap } from '../../src/figures/regime-map.ts';
import { type RegimeMapOptions, regimeMap } from '../../src/report/figures/regime-map.ts';

const made = new Map<string, RegimeMap>();

export function mapOf(variant: string, options: RegimeMapOptions): RegimeMap {
  const key = JSON.stringify([variant, options]);
  const map = made.get(key) ?? regimeMap(variant, options);
  made.set(key, map);
  return map;
}

/** The regime whose drawn area a point lies in, between the rows above and below it; null where these disagree. */
export function areaAt({ windows }: MapPanel, x: number, y: number): string | null {
  const found = windows.filter(({ rows }) =>
    rows.slice(1).some(([above, ...high], i) => {
      const [below, ...low] = rows[i] as [number, number, number];
      if (y < below || y > above) return false;
      const share = above === below ? 0 : Math.log(y / below) / Math.log(above / below);
      const edge = (k: 0 | 1): number => Math.log(low[k] ?? 1) * (1 - share) + Math.log(high[k] ?? 1) * share;
      return edge(0) <= Math.log(x) && Math.log(x) < edge(1);
    }),
  );
  return found.length === 1 ? (found[0]?.regime ?? null) : null;
}

/** What keeps a text from being one well-formed, self-contained SVG; nothing where all is well. */
export function faultsOf(svg: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [, close = '', name = '', , self = ''] of svg.matchAll(
    /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (close) {
      if (open.pop() !== name) faults.push(`</${name}> closes something else`);
    } else if (!self) open.push(name);
  }
  if (open.length > 0) faults.push(`left open: ${open.join()}`);
  const tags = [...svg.matchAll(/</g)].length;
  const read = [...svg.matchAll(/<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)].length;
  if (tags !== read) faults.push(`${tags - read} tags are not well-formed`);
  const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  if (new Set(ids).size !== ids.length) faults.push('an identifier stands twice');
  for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) if (!ids.includes(id)) faults.push(`no ${id}`);
  if (/href|<script|<image|url\((?!#)|@import/.test(svg)) faults.push('something is fetched from elsewhere');
  if (/NaN|undefined|Infinity|\[object/.test(svg)) faults.push('a value is missing');
  if (/&(?!amp;|lt;|gt;|quot;|#)/.test(svg)) faults.push('a bare &');
  return faults;
}
