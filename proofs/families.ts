/** Families of firms along which asymptotic claims are followed. */
import type { Values } from '../src/economics/parameters.ts';

/** A firm with round numbers in the realistic box; quality 1 at n of about 1e8, twenty tokens per parameter. */
export const roundFirm = (gamma: number): Values => ({
  alpha: 0.3,
  beta: 0.3,
  gamma,
  a: 0.004,
  b: 0.0016,
  omega: 1e-5,
  delta: 1e-21,
  E: 1e18,
});

/** E grows, the rest fixed. */
export const growingE = (start: Values, x: number): Values => ({ ...start, E: (start.E ?? 0) * x });

/**
 * The same firm with parameters counted in a unit x times larger: n falls by x, so a rises by x^alpha and E falls by x. Nothing
 * but the unit changes, so a bound with a constant that depends on none of them must change like n does.
 */
export const largerParameters = (start: Values, x: number): Values => ({
  ...start,
  a: rounded((start.a ?? 0) * x ** (start.alpha ?? 0)),
  E: rounded((start.E ?? 0) / x),
});

/** Twelve digits, so that a witness has the round numbers it was made from. */
const rounded = (value: number): number => Number(value.toPrecision(12));

export const rhoOf = (point: Readonly<Record<string, number>>): number =>
  ((point.a ?? 0) / (point.b ?? 0)) ** (1 / (point.alpha ?? 0));
