/** The direction in which a term moves with a letter, against its values. */
import { describe, expect, it, test } from 'vitest';
import { contextOf } from '../../src/economics/model.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { directionOf } from '../../src/kernel/monotone.ts';
import { parse } from '../../src/kernel/parse.ts';
import { symbolsOf } from '../../src/kernel/term.ts';
import { drawBox, place } from '../../src/numerics/pool.ts';
import { CONTEXT, read } from '../support/terms.ts';

const { symbols } = VARIANTS.baseline;
const context = contextOf(VARIANTS.baseline);

it.each([
  ['omega*t - delta*t^2', 'delta', -1],
  ['omega*t - delta*t^2', 'omega', 1],
  ['omega*t - delta*t^2', 't', null],
  ['omega*t - delta*t^2', 'E', 0],
  ['-6*n*d/E', 'E', 1],
  ['a^(-1)*b', 'a', -1],
  ['min(a, b)', 'a', 1],
  ['max(0, ln(a))*omega', 'a', 1],
  ['ln(a)*omega', 'omega', null],
  ['a^E', 'E', null],
  ['-(a + 1)*(b - 2*b)', 'a', 1],
] as const)('%s in %s', (text, name, direction) => {
  expect(directionOf(parse(text, symbols), name, context)).toBe(direction);
});

it.each([
  ['7', 'u', 0],
  ['exp(u)', 'u', 1],
  ['deformed_log(u, s)', 'u', 1],
  ['deformed_log(u, s)', 's', null],
  ['deformed_log(2*u, u)', 'u', null],
  ['lambert_w0(u)', 'u', null],
  ['max(u, -u)', 'u', null],
  ['max(x, -u)', 'u', -1],
  ['max(0, x)*u', 'u', 1],
  ['min(0, x)*u', 'u', -1],
  ['min(u, x0)*v', 'v', 1],
  ['min(u, x)*v', 'v', null],
  ['x*u', 'u', null],
  ['x*u', 'x', 1],
  ['-x*u', 'x', -1],
  ['x*y*u', 'x', null],
  ['x0*u', 'u', 1],
  ['(-x0)*u', 'u', -1],
  ['-x0*u*v', 'v', -1],
  ['(u - u)*v', 'v', 1],
  ['u*(u + 1)', 'u', 1],
  ['u*(2 - u)', 'u', null],
  ['u^p', 'u', 1],
  ['u^(-p)', 'u', -1],
  ['u^s', 'u', null],
  ['u^u', 'u', null],
  ['(u*(2 - u))^(-1)', 'u', null],
  ['(1 + x0*(2 - x0)^2)^(-1)', 'x0', null],
  ['x^2', 'x', null],
  ['x0^2', 'x0', 1],
  ['(1 + u)^(-2) + ln(1/u)', 'u', -1],
  ['u*(1 - exp(-v/u))', 'u', 1],
  // What has no normal form shows nothing, and is no error.
  ['u*(x - (-v)^(1/2))', 'u', null],
  ['u*(x + ln(v - v))', 'u', null],
  ['u*v*(1 - exp(-x0/(u*v)))', 'u', 1],
  ['-u*(1 - exp(-v/u))', 'u', -1],
  ['u*(exp(-v/u) - 1)', 'u', null],
  ['u*(1 - exp(v/u))', 'u', 1],
  ['u*(1 - exp(x/u))', 'u', null],
  ['u*(2 - exp(-v/u))', 'u', null],
  ['u^2*(1 - exp(-v/u))', 'u', null],
] as const)('%s in %s moves %d', (text, name, direction) => {
  expect(directionOf(read(text), name, CONTEXT)).toBe(direction);
});

describe.each(Object.values(VARIANTS).filter(({ kind }) => kind === 'maximum'))('profit of $id', (model) => {
  const facts = contextOf(model);
  const moved = model.parameters
    .map(({ name }) => ({ name, direction: directionOf(model.profit, name, facts) }))
    .filter(({ direction }) => direction !== null);

  test('is shown to rise with E and omega', () => {
    for (const name of ['E', 'omega']) expect(moved).toContainEqual({ name, direction: 1 });
  });
  test('moves where it is drawn as it is shown to', () => {
    let met = 0;
    for (const { values: drawn } of drawBox(7, 40)) {
      const { values } = place(model, { values: drawn, breakEvenFactor: null });
      const point: Readonly<Record<string, number>> = { n: 1e11, d: 1e13, t: 1e15, ...values };
      if (!symbolsOf(model.profit).every((name) => name in point)) continue;
      for (const { name, direction } of moved) {
        const at = (by: number): number =>
          evaluate(model.profit, { ...point, [name]: (point[name] ?? 0) * by }, double);
        const gain = at(1.01) - at(1);
        met++;
        if (direction === 0) expect(gain, name).toBe(0);
        else expect(gain * (direction ?? 0), name).toBeGreaterThanOrEqual(-1e-9 * Math.abs(at(1)));
      }
    }
    expect(met).toBeGreaterThan(40);
  });
});
