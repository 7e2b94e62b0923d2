/** Every derivative that a derivation took, taken again by two other engines and by central differences. */
import { describe, expect, it } from 'vitest';
import { DERIVATION_IDS, DERIVATIONS } from '../../derivations/registry.ts';
import { mathjsDerivative } from '../../src/engines/mathjs-derivative.ts';
import { nerdamerDerivative } from '../../src/engines/nerdamer.ts';
import { expandAbbreviations } from '../../src/kernel/abbreviations.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { samplePoints } from '../../src/kernel/sample.ts';
import { divide, mapParts, negate, power, subtract, symbolsOf, type Term } from '../../src/kernel/term.ts';
import { valueAt } from '../engines/value.ts';
import { apart } from './pools.ts';

/** The deformed logarithm is not in the engines' language; (1 - x^-g)/g is. */
function inTheirLanguage(value: Term): Term {
  if (value.kind === 'call' && value.name === 'deformed_log') {
    const [x, g] = value.args.map(inTheirLanguage) as [Term, Term];
    return divide(subtract(1, power(x, negate(g))), g);
  }
  return mapParts(value, inTheirLanguage);
}

const taken = DERIVATION_IDS.flatMap((id) => {
  const { derivatives, symbols, context } = DERIVATIONS[id]();
  return derivatives.map((derivative, i) => {
    const open = (value: Term): Term => inTheirLanguage(expandAbbreviations(value, symbols, derivative.by));
    const [of, result] = [open(derivative.of), open(derivative.result)];
    const names = [...new Set([...symbolsOf(of), ...symbolsOf(result)])];
    const points = samplePoints(names, { symbols, facts: context.facts }, 64).filter(
      (p) =>
        (p.gamma === undefined || Math.abs(p.gamma) > 0.05) && Number.isFinite(valueAt(printText(of), p)),
    );
    return {
      title: `${id} ${i}: d/d${derivative.by} ${printText(of)}`,
      of: printText(of),
      by: derivative.by,
      result: printText(result),
      points,
    };
  });
});

type Point = (typeof taken)[number]['points'][number];

/** A central difference of fourth order. */
function difference(text: string, by: string, point: Point, share = 1e-3): number {
  const x = point[by] ?? Number.NaN;
  const step = share * Math.abs(x);
  const at = (shift: number): number => valueAt(text, { ...point, [by]: x + shift });
  return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
}

/** Size of the summands that a difference is taken between: what its rounding is a share of. */
const sizeOf = (text: string, by: string, point: Point): number =>
  Math.abs(valueAt(text, point) / (point[by] ?? 1));

const ENGINES = { nerdamer: nerdamerDerivative, mathjs: mathjsDerivative } as const;

describe('derivatives', () => {
  it('are some, none of them with a function that an engine does not know', () => {
    console.info(
      `${taken.length} derivatives, each compared with ${Object.keys(ENGINES).join(', ')} and central differences`,
    );
    expect(taken.length).toBeGreaterThanOrEqual(15);
    expect(taken.filter(({ of }) => /min|max|deformed|lambert/.test(of))).toEqual([]);
    expect(taken.every(({ points }) => points.length >= 8)).toBe(true);
  });

  it.each(taken)('$title: central difference', ({ of, by, result, points }) => {
    const settled = points.filter((point) => {
      const [near, far] = [difference(of, by, point), difference(of, by, point, 2e-3)];
      return Math.abs(near - far) <= 1e-6 * Math.max(Math.abs(near), sizeOf(of, by, point));
    });
    expect(settled.length).toBeGreaterThanOrEqual(8);
    for (const point of settled) {
      const [ours, numeric] = [valueAt(result, point), difference(of, by, point)];
      expect(Math.abs(ours - numeric), `central difference at ${JSON.stringify(point)}`).toBeLessThanOrEqual(
        1e-6 * Math.max(Math.abs(ours), sizeOf(of, by, point)),
      );
    }
  });

  describe.each(Object.entries(ENGINES))('%s', (engine, derivative) => {
    it.each(taken)('$title', async ({ of, by, result, points }) => {
      const theirs = await derivative(of, by);
      for (const point of points) {
        const [ours, found] = [valueAt(result, point), valueAt(theirs, point)];
        const off = Math.min(apart(ours, found), Math.abs(ours - found) / sizeOf(of, by, point));
        expect(off, `${engine} gives ${theirs}`).toBeLessThan(1e-9);
      }
    });
  });
});
