/** The data behind the figure of trends, out of the rows of `trends`. */
import type { TrendsFigure } from '../../figures/trends.ts';
import type { TrendsRow } from '../schemas/trends.ts';

const HELD = { rho: 'ρ held', b: 'b held' } as const;

type Curve = TrendsFigure['panels'][number]['curves'][number];

/** The curve of one kind where it has a value. */
function curve(
  of: Curve['of'],
  row: TrendsRow,
  at: (point: TrendsRow['byGamma'][number]) => number | null | undefined,
): Curve[] {
  const points = row.byGamma.flatMap((point): [number, number][] => {
    const value = at(point);
    return value === null || value === undefined ? [] : [[point.gamma, value]];
  });
  return points.length > 1 ? [{ of, points }] : [];
}

function panelOf(row: TrendsRow, hasMany: boolean): TrendsFigure['panels'][number] {
  const { unit, hold, observed, gamma, local, scenario } = row;
  return {
    title: hasMany
      ? `${scenario}, ${HELD[hold]}`
      : `${row.quantity === 'spend' ? 'spend' : 'compute'}, ${HELD[hold]}`,
    unit,
    observed: { value: observed.value, low: observed.low, high: observed.high },
    gamma: gamma ?? 0,
    local,
    theorem2: row.byGamma.find(({ theorem }) => theorem === 'theorem-2')?.bound ?? null,
    curves: [
      // Theorem 2 speaks of gamma = 0 alone: its bound is a point, which no curve runs through.
      ...curve('bound', row, ({ bound, theorem }) => (theorem === 'theorem-2' ? null : bound)),
      ...(['inference-dominated', 'training-dominated', 'data-bound'] as const)
        .filter((name) => name !== 'data-bound' || row.regime === name)
        .filter((name) => row.regime !== 'data-bound' || name === row.regime)
        .flatMap((name) => curve(name, row, ({ laws }) => laws[name])),
      ...curve('local', row, (point) => point.local),
    ],
  };
}

/** One scenario in all its readings, or several by their spend with rho held. */
export function trendsFigure(rows: readonly TrendsRow[]): TrendsFigure {
  const hasMany = new Set(rows.map(({ scenario }) => scenario)).size > 1;
  const shown = hasMany ? rows.filter(({ quantity, hold }) => quantity === 'spend' && hold === 'rho') : rows;
  const [first] = rows;
  return {
    figure: 'trends',
    title: hasMany
      ? 'Growth of training spend, permitted and observed'
      : `Growth permitted and observed: ${first?.scenario ?? ''}`,
    panels: shown.map((row) => panelOf(row, hasMany)),
    sources: [
      ...new Set(shown.map(({ observed: { quantity, source } }) => `Observed ${quantity}: ${source}.`)),
    ],
  };
}
