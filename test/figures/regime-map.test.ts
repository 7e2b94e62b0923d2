/** Maps of regimes: what is drawn is what the laws say, the referee agrees, and every wrong question gets one sentence. */
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import type { RegimeMap } from '../../src/figures/regime-map.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { parse } from '../../src/kernel/parse.ts';
import { breakEven } from '../../src/numerics/break-even.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { lineAt, regimeOn } from '../../src/report/figures/map-line.ts';
import { isWhole } from '../support/tier.ts';
import { areaAt, mapOf } from './support.ts';

const MAPS = [
  ['baseline', 'E', 'delta'],
  ['data-bound', 'E', 'D'],
] as const;

const panelsOf = (): (readonly [RegimeMap, RegimeMap['panels'][number]])[] =>
  MAPS.flatMap(([variant, x, y]) => {
    const map = mapOf(variant, { x, y });
    return map.panels.map((panel) => [map, panel] as const);
  });

/** Maps are made of thousands of optima; a busy machine takes its time. */
const PATIENCE = 240_000;

describe('against the referee', { timeout: PATIENCE }, () => {
  test('its optima are in the regime of the laws wherever a boundary is farther than a factor of two', () => {
    const panels = panelsOf();
    expect(panels.length).toBe(6);
    for (const [, { agreement }] of panels) {
      expect(agreement.factor).toBeLessThan(2);
      expect(agreement.beyond).toBeGreaterThan(0.85 * agreement.compared);
      expect(agreement.agreeing).toBeGreaterThan(0.95 * agreement.compared);
      expect(agreement.unclaimed).toBe(0);
    }
  });

  test('the areas as they are drawn hold the optima of their regime; moved by a factor of ten they do not', () => {
    for (const [, panel] of panelsOf()) {
      const share = (shift: number): number =>
        panel.optima.filter(({ x, y, regime }) => areaAt(panel, x * shift, y) === regime).length /
        panel.optima.length;
      expect(share(1)).toBeGreaterThan(0.93);
      expect(share(10)).toBeLessThan(0.93);
    }
  });

  test('every regime is met by law and by referee', () => {
    for (const [map, panel] of panelsOf()) {
      const expected = [
        'inference-dominated',
        'stay-out',
        'training-dominated',
        ...(map.y.name === 'D' ? ['data-bound'] : []),
      ];
      expect([...new Set(panel.windows.map(({ regime }) => regime))].sort()).toEqual([...expected].sort());
      for (const name of expected) expect(panel.optima.some(({ regime }) => regime === name)).toBe(true);
    }
  });
});

describe('curves', { timeout: PATIENCE }, () => {
  test('each point of a boundary by law lies on the formula shown for it, and its power is the slope', () => {
    let counted = 0;
    for (const [map, { boundaries, set }] of panelsOf()) {
      const { symbols } = VARIANTS[map.variant as keyof typeof VARIANTS];
      for (const { formula, power, points } of boundaries) {
        if (!formula) continue;
        const term = parse(formula.text, symbols);
        for (const [x, y] of points) {
          const value = evaluate(term, { ...map.firm, ...set, [map.y.name]: y }, double);
          expect(Math.abs(value / x - 1)).toBeLessThan(1e-5);
          counted++;
        }
        const [first, last] = [points[0], points.at(-1)];
        if (!power || !first || !last || first[1] === last[1]) continue;
        const slope = Math.log(last[0] / first[0]) / Math.log(last[1] / first[1]);
        expect(Math.abs(slope - power.value)).toBeLessThan(1e-4);
      }
    }
    expect(counted).toBeGreaterThan(200);
  });

  test('the stay-out boundary is marked as numerical where it has no closed form, and closed where alpha = beta', () => {
    const byOf = (map: RegimeMap): string[] =>
      map.panels.flatMap(({ boundaries }) =>
        boundaries.filter(({ between }) => between[0] === 'stay-out').map(({ by }) => by),
      );
    expect(new Set(byOf(mapOf('baseline', { x: 'E', y: 'delta' })))).toEqual(new Set(['referee']));
    const equal = mapOf('baseline', { x: 'E', y: 'delta', set: { beta: 0.34, gamma: 0.5 } });
    expect(new Set(byOf(equal))).toEqual(new Set(['law']));
    expect(equal.panels[0]?.agreement.factor).toBeLessThan(2);
  });

  test('sellers that are too many at a small E and again at a large one are drawn to sell between', () => {
    const model = VARIANTS.cournot;
    const firm = { alpha: 0.35, beta: 0.35, gamma: -0.9, a: 0.002, b: 0.002, omega: 1e-5, m: 12 };
    const kindAt = (E: number): string => optimise(model, { ...firm, delta: 1e-21, E }).kind;
    const line = lineAt(
      {
        referee: {
          sells: (values) => optimise(model, values).kind === 'optimum',
          breakEven: (values, name) => breakEven(model, values, name),
          regime: () => null,
        },
        laws: lawsOfModel(model, 'E'),
        x: { name: 'E', low: 1e12, high: 1e24 },
        y: 'delta',
        values: firm,
      },
      1e-21,
    );
    if (!line) throw new Error('no line');
    expect([1e13, 1e17, 1e23].map(kindAt)).toEqual(['stay-out', 'optimum', 'stay-out']);
    expect([1e13, 1e17, 1e23].map((E) => regimeOn(line, E))).toEqual([
      'stay-out',
      'inference-dominated',
      'stay-out',
    ]);
    const leaves = line.stretches.find(({ regime }) => regime === 'inference-dominated')?.to ?? Number.NaN;
    expect([kindAt(0.9 * leaves), kindAt(1.1 * leaves)]).toEqual(['optimum', 'stay-out']);
  });

  test.runIf(isWhole)('a level boundary is found although lines run along it', () => {
    const map = mapOf('data-bound', { x: 'delta', y: 'D', set: { gamma: -0.5 } });
    const levels = map.panels[0]?.boundaries.filter(
      ({ between, points }) =>
        between.includes('data-bound') &&
        between.includes('inference-dominated') &&
        points.length === 2 &&
        points[0]?.[1] === points[1]?.[1],
    );
    expect(levels?.length).toBeGreaterThan(0);
  });
});

describe('wrong questions', { timeout: PATIENCE }, () => {
  test.each([
    ['the same parameter twice', ['E,E'], /both are E; name two different ones/],
    ['one parameter', ['E'], /--map takes two parameters; write two parameters, as in/],
    ['three', ['E,delta,D'], /--map takes two parameters/],
    ['one unknown', ['E,omgea'], /"omgea" is not declared; did you mean "omega"\?/],
    ['one of another variant', ['E,D'], /The variant baseline has no D; ask for the variant data-bound\./],
    ['an exponent that is to grow', ['gamma,E'], /gamma stands in exponents.*; write --map E,gamma\./],
    ['no window', ['E=1:,delta'], /E = 1: is not allowed; it must be two numbers, the smaller first/],
    ['a window turned round', ['E=3:1,delta'], /two numbers, the smaller first/],
    ['rubbish', ['E!,delta'], /--map cannot read "E!"/],
    [
      'a window in which nobody sells',
      ['E=1e9:1e11,delta', '--set', 'gamma=0'],
      /stays out everywhere on this map; set other values, or widen/,
    ],
    ['another flag', ['E,delta', '--in', 'a'], /--in has no effect on --map/],
    [
      'another format',
      ['E,delta', '--set', 'gamma=0', '--format', 'tex'],
      /a figure is not to be had as tex; add --format svg/,
    ],
    ['a value out of its domain', ['E,delta', '--set', 'gamma=-3'], /gamma = -3 is not allowed/],
  ])('%s', async (_, args, sentence) => {
    const said = { out: '', err: '' };
    const status = await runCommandLine(['laws', '--map', ...args], {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    });
    expect([status, said.out]).toEqual([2, '']);
    expect(said.err).toMatch(/^optimand: [^\n]+[.?]\n$/);
    expect(said.err).toMatch(sentence);
  });
});
