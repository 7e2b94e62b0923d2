/** Figures as tests ask for them: each made once for a test file, and read as a reader sees it. */
import dataByE from '../../docs/figures/regime-map-E-D.json' with { type: 'json' };
import deltaByE from '../../docs/figures/regime-map-E-delta.json' with { type: 'json' };
import type { MapPanel, RegimeMap } from '../../src/figures/regime-map.ts';
import { type RegimeMapOptions, regimeMap } from '../../src/report/figures/regime-map.ts';

const keyOf = (variant: string, options: RegimeMapOptions): string => JSON.stringify([variant, options]);

/** Maps of the documentation are read as recorded: `figures.test.ts` makes each anew and compares every number. */
const made = new Map<string, RegimeMap>([
  [keyOf('baseline', { x: 'E', y: 'delta' }), deltaByE as unknown as RegimeMap],
  [keyOf('data-bound', { x: 'E', y: 'D' }), dataByE as unknown as RegimeMap],
]);

export function mapOf(variant: string, options: RegimeMapOptions): RegimeMap {
  const key = keyOf(variant, options);
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
