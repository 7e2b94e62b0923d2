/** The two computer algebra systems against central differences, through names that they would read as constants. */
import { describe, expect, test } from 'vitest';
import { mathjsDerivative } from '../../src/engines/mathjs-derivative.ts';
import { nerdamerDerivative, nerdamerIntegral, nerdamerSolve } from '../../src/engines/nerdamer.ts';
import { valueAt } from './value.ts';

const point = { E: 1.7, e: 0.6, i: 2.3, pi: 1.1, t: 0.8, n: 3.2, γ: 0.4, v0: 1.9 };

function slope(text: string, variable: keyof typeof point): number {
  const step = 1e-5 * point[variable];
  const at = (shift: number) => valueAt(text, { ...point, [variable]: point[variable] + shift });
  return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
}

const cases = [
  ['E^2 * e', 'E'],
  ['n/E', 'E'],
  ['e^(i*pi)', 'e'],
  ['exp(-e*t) * ln(n)', 't'],
  ['exp(E^e^i)', 'E'],
  ['sqrt(n*E + 1) / pi', 'n'],
  ['sqrt(v0)^3 - v0', 'v0'],
  ['(1 - i^(-γ))/γ', 'i'],
  ['n^γ * γ^n', 'γ'],
  ['0.25*t^2.5 + 1e-3*t', 't'],
] as const;

describe.each([
  ['mathjs', mathjsDerivative],
  ['nerdamer', nerdamerDerivative],
] as const)('%s', (_engine, derivative) => {
  test.each(cases)('d/dx of %s in %s', async (text, variable) => {
    const expected = slope(text, variable);
    const found = valueAt(await derivative(text, variable), point);
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-8);
  });

  test('what is free of the variable has derivative 0', async () => {
    expect(valueAt(await derivative('E*n', 't'), point)).toBe(0);
  });

  test('no derivative of max, no unknown function, no stray character', async () => {
    await expect(derivative('max(t, 1)', 't')).rejects.toThrow();
    await expect(derivative('sin(t)', 't')).rejects.toThrow('sin is not a function');
    await expect(derivative('t = 1', 't')).rejects.toThrow('unreadable from "= 1" on');
    await expect(derivative('1 2*t', 't')).rejects.toThrow('no operator between "1" and "2"');
  });
});

describe('nerdamer alone', () => {
  test.each([
    ['exp(-e*t)', 't'],
    ['t^γ', 't'],
    ['E/(1+t)', 't'],
  ] as const)('the antiderivative of %s differentiates back', async (text, variable) => {
    const found = await nerdamerIntegral(text, variable);
    expect(slope(found, variable)).toBeCloseTo(valueAt(text, point), 7);
  });

  test('an integral outside the language is refused', async () => {
    await expect(nerdamerIntegral('t^t', 't')).rejects.toThrow('integrate');
    await expect(nerdamerIntegral('exp(t^2)', 't')).rejects.toThrow('erf');
  });

  test('linear and quadratic conditions are solved', async () => {
    const [linear, ...none] = await nerdamerSolve('E*t - n', 't');
    expect(none).toEqual([]);
    expect(valueAt(linear ?? '', point)).toBeCloseTo(point.n / point.E, 12);
    const roots = await nerdamerSolve('t^2 - (E + n)*t + E*n', 't');
    expect(roots.map((root) => valueAt(root, point)).sort()).toEqual([
      expect.closeTo(point.E, 12),
      expect.closeTo(point.n, 12),
    ]);
  });

  test('complex roots are refused, and nothing found is an empty list', async () => {
    await expect(nerdamerSolve('t^2 + 1', 't')).rejects.toThrow('names i');
    expect(await nerdamerSolve('t^γ - n', 't')).toEqual([]);
  });

  test('questions do not remember each other', async () => {
    const answers = await Promise.all(
      ['t', 'n', 't'].map((variable) => nerdamerDerivative('t*n^2', variable)),
    );
    expect(answers.map((answer) => valueAt(answer, point))).toEqual([
      10.240000000000002, 5.120000000000001, 10.240000000000002,
    ]);
  });
});
