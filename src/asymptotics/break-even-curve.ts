/**
 * Break-even as a curve. Where zero profit and the conditions cannot be solved for the size, they can still be solved along
 * it: the size given, they are linear in the amounts that stand in them, each relative to the marginal gain,
 *
 *     amount_j = Y_j · (marginal gain),      Y_j = A_j + B_j φ(n),      φ = revenue / marginal gain,
 *
 * and each of these is one product of powers in sales, the growing parameter and one parameter more, such as the slope of
 * demand. So that every size is the size at break-even of some firm, and which firm that is has a closed form.
 */
import type { Context } from '../kernel/facts.ts';
import { tidy } from '../kernel/normal/equal.ts';
import { ratioTerm } from '../kernel/normal/to-term.ts';
import { divideRatios, isZeroRatio, multiplyRatios, type Ratio, subtractRatios } from '../kernel/ratio.ts';
import { signOf } from '../kernel/sign.ts';
import { joinTables, symbolTable } from '../kernel/symbols.ts';
import { add, multiply, subtract, symbolsOf, type Term } from '../kernel/term.ts';
import { solveSystem } from '../solve/system.ts';
import type { Amounts } from './break-even-amounts.ts';
import type { Curve } from './law.ts';
import { type Piece, type Prepared, positiveQuantity, writtenOut } from './pieces.ts';
import { ratioOf } from './scale.ts';

/** The letter of an amount relative to the marginal gain: by what it stands for. */
function shareOf(column: Term, { equations, objective }: Prepared): string {
  const pieces = [...equations.flatMap((equation) => equation.pieces), ...objective];
  const { source } = pieces.find(({ exact }) => exact === column) as Piece;
  return `y_${source.replaceAll('-', '_')}`;
}

/** Every column of the list alone in one row, with weight 1; null where the rows do not determine them. */
function solved(rows: Amounts['rows'], columns: readonly number[]): readonly (readonly Ratio[])[] | null {
  let all = [...rows];
  for (const [done, column] of columns.entries()) {
    const index = all.findIndex((row, i) => i >= done && !isZeroRatio(row[column] as Ratio));
    const found = all[index];
    if (!found) return null;
    const pivot = found.map((entry) => divideRatios(entry, found[column] as Ratio));
    const rest = all.filter((_, i) => i !== index);
    const cleared = rest.map((row) =>
      row.map((entry, j) => subtractRatios(entry, multiplyRatios(row[column] as Ratio, pivot[j] as Ratio))),
    );
    all = [...cleared.slice(0, done), pivot, ...cleared.slice(done)];
  }
  return all;
}

/** Parameters in the order in which to solve for one: in the fewest amounts first, of those the last declared. */
function freeParameters({ columns }: Amounts, prepared: Prepared, x: string): readonly string[] {
  const inside = prepared.atoms.flatMap(({ argument }) => symbolsOf(argument));
  const known = [x, ...prepared.unknowns, ...prepared.atoms.map(({ name }) => name), ...inside];
  const names = [...prepared.context.symbols.values()]
    .filter(({ name, role, domain }) => role === 'quantity' && !domain.integer && !known.includes(name))
    .map(({ name }) => name);
  const count = (name: string): number => columns.filter((column) => symbolsOf(column).includes(name)).length;
  return names
    .filter((name) => count(name) > 0)
    .reverse()
    .sort((left, right) => count(left) - count(right));
}

/** The amount with adoption in it, and the one that is as much of it as the size alone decides: the marginal gain. */
function gains(
  { columns }: Amounts,
  prepared: Prepared,
): { held: number; partner: number; ratio: Term } | null {
  const { context, unknowns, atoms } = prepared;
  const others = unknowns.filter((name) => name !== 'n');
  for (const [held, column] of columns.entries()) {
    if (!atoms.some(({ name }) => symbolsOf(column).includes(name))) continue;
    for (const [partner, other] of columns.entries()) {
      if (partner === held) continue;
      const ratio = ratioOf(column, other, context);
      if (!others.some((name) => symbolsOf(ratio).includes(name))) return { held, partner, ratio };
    }
  }
  return null;
}

/** The curve, or null where the amounts do not decide it. */
export function curveOf(amounts: Amounts, prepared: Prepared, x: string): Curve | null {
  const found = gains(amounts, prepared);
  if (!found) return null;
  const { held, partner, ratio } = found;
  const gone = [...amounts.columns.keys()].filter((j) => j !== held && j !== partner);
  const rows = amounts.rows.length === gone.length ? solved(amounts.rows, gone) : null;
  if (!rows) return null;
  const letters = gone.map((j) => shareOf(amounts.columns[j] as Term, prepared));
  if (new Set(letters).size < letters.length) return null;
  const symbols = joinTables(prepared.context.symbols, symbolTable(...letters.map(positiveQuantity)));
  const context: Context = { ...prepared.context, symbols };
  // Costs stand in the conditions with their sign; what is asked for is how large they are.
  const columnAt = (j: number): Term => amounts.columns[j] as Term;
  const signs = gone.map((j) => (signOf(columnAt(j), prepared.context) === 'negative' ? -1 : 1));
  const equations = gone.map((j, i) =>
    subtract(multiply(signs[i] as number, columnAt(j)), multiply(letters[i] as string, columnAt(partner))),
  );
  const shares = Object.fromEntries(
    rows.map((row, i) => {
      const weight = (column: number): Term =>
        multiply(-(signs[i] as number), ratioTerm(row[column] as Ratio));
      const value = add(weight(partner), multiply(weight(held), ratio));
      return [letters[i] as string, tidy(value, prepared.context)];
    }),
  );
  const others = prepared.unknowns.filter((name) => name !== 'n');
  for (const parameter of freeParameters(amounts, prepared, x)) {
    const outcome = solveSystem(equations, [...others, x, parameter], context);
    if (outcome.kind !== 'solved') continue;
    const values = [...others, x, parameter].map((name) => [name, outcome.values[name] as Term] as const);
    const adoption = prepared.atoms.map((atom) => [atom.name, writtenOut(atom)] as const);
    return {
      along: 'n',
      parameter,
      values: Object.fromEntries([...adoption, ...Object.entries(shares), ...values]),
      shares: letters,
    };
  }
  return null;
}
