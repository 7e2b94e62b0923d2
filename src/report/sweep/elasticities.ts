/** Elasticities as columns of a sweep. */
import type { Model } from '../../economics/model.ts';
import { elasticityOf, OF } from '../../numerics/fast/elasticities.ts';
import { type Answers, type Columns, type FastSolver, scaledOf } from '../../numerics/fast/solver.ts';
import { holdRho } from '../../numerics/hold-rho.ts';
import type { SweepPlan } from './points.ts';

/** Names of the columns; with rho held, rho stands in the place of b. None where they are not asked for. */
export function elasticityNames(model: Model, { elasticities, hold }: SweepPlan): readonly string[] {
  if (!elasticities) return [];
  return scaledOf(model)
    .map((name) => (hold === 'rho' && name === 'b' ? 'rho' : name))
    .flatMap((name) => OF.map((of) => elasticityOf(of, name)));
}

/** Elasticities with rho held in place of b, row by row. */
function throughRho(
  found: Readonly<Record<string, Float64Array>>,
  columns: Columns,
  rows: number,
): Readonly<Record<string, Float64Array>> {
  const held: Record<string, Float64Array> = {};
  for (let row = 0; row < rows; row++) {
    const pick = ([name, column]: readonly [string, Float64Array | number]) =>
      [name, typeof column === 'number' ? column : (column[row] as number)] as const;
    const values = Object.fromEntries(Object.entries(columns).map(pick));
    const own = holdRho(Object.fromEntries(Object.entries(found).map(pick)), values);
    for (const [name, value] of Object.entries(own)) {
      held[name] ??= new Float64Array(rows);
      (held[name] as Float64Array)[row] = value;
    }
  }
  return held;
}

/** The columns that are asked for; `places` says where each row's answer stands, below zero where it has none. */
export function elasticityColumns(
  model: Model,
  plan: SweepPlan,
  solved: { readonly solver: FastSolver; readonly answers: Answers; readonly columns: Columns },
  places: Int32Array,
): { readonly name: string; readonly kind: 'number'; readonly values: Float64Array }[] {
  const names = elasticityNames(model, plan);
  if (names.length === 0) return [];
  const { solver, answers, columns } = solved;
  const rows = answers.kind.length;
  const found = solver.elasticities(columns, rows, answers);
  const held = plan.hold === 'rho' ? throughRho(found, columns, rows) : found;
  return names.map((name) => {
    const own = held[name];
    const at = (place: number): number => (place < 0 || !own ? Number.NaN : (own[place] as number));
    return { name, kind: 'number', values: Float64Array.from(places, at) };
  });
}
