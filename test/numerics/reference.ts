/** The reference optima, as the tests read them. */
import { readFileSync } from 'node:fs';

export interface ReferenceRow {
  readonly variant: string;
  readonly values: Readonly<Record<string, number>>;
  readonly produces: boolean;
  readonly optimum: Readonly<Record<'n' | 'd' | 't' | 'profit' | 'C_train', number>> | null;
  readonly elasticities: Readonly<Record<string, number>>;
}

type Raw = {
  params: Record<string, number | string>;
  produces: boolean;
  optimum?: Record<string, string>;
  elasticities?: Record<string, number>;
};

const numbers = (record: Record<string, string | number>): Record<string, number> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, Number(value)]));

function rowOf({ params, produces, optimum, elasticities }: Raw): ReferenceRow {
  const { variant, ...values } = params;
  return {
    variant: String(variant),
    values: numbers(values),
    produces,
    optimum: optimum ? (numbers(optimum) as ReferenceRow['optimum']) : null,
    elasticities: elasticities ?? {},
  };
}

const text = readFileSync(new URL('../reference/optima.json', import.meta.url), 'utf8');

export const REFERENCE: readonly ReferenceRow[] = (JSON.parse(text) as Raw[]).map(rowOf);

/** A parameter set in the middle of the realistic box, with alpha ≠ beta. */
export const TYPICAL = {
  alpha: 0.3131,
  beta: 0.4311,
  gamma: 0.3,
  a: 0.00208092,
  b: 4.22448e-5,
  omega: 4.05322e-5,
  delta: 7.99932e-22,
  E: 1.83153e18,
} as const;

/** |x/y - 1|. */
export const apart = (x: number, y: number): number => Math.abs(x / y - 1);
