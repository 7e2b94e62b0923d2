/** Sign changes as drawn: the referee's responses turn where the curves run, and every wrong question gets one sentence. */
import { beforeAll, describe, expect, test } from 'vitest';
import { observe } from '../../src/claims/statics-observe.ts';
import { runCommandLine } from '../../src/cli/program.ts';
import { modelOf } from '../../src/economics/variants/registry.ts';
import type { SignMap, SignPanel } from '../../src/figures/sign-map.ts';
import { signMap } from '../../src/report/figures/sign-map.ts';
import { byTier } from '../support/tier.ts';

const PATIENCE = 240_000;

/** Whether the referee's response has both signs a step to either side of a point of the curve, along x or along y. */
function turnsAt(map: SignMap, panel: SignPanel, [x, y]: readonly [number, number]): boolean {
  const sign = (at: number, to: number): number => {
    const values = { ...panel.firm, [panel.x.name]: at, [panel.y.name]: to };
    const response = observe(modelOf(map.variant), values)?.response(
      panel.quantity as 'n',
      panel.parameter,
      map.hold,
    );
    return Math.sign(response ?? Number.NaN);
  };
  const step = 0.03;
  const isTurned = (p: number, q: number): boolean => p * q < 0;
  return (
    isTurned(sign(x * (1 + step), y), sign(x / (1 + step), y)) ||
    isTurned(sign(x, y + step), sign(x, y - step))
  );
}

let maps: readonly SignMap[];
beforeAll(() => {
  const drawn = [
    () => signMap('baseline', { cell: 'n/a' }),
    () => signMap('baseline', { cell: 'n/a', hold: 'rho' }),
    () => signMap('data-bound', { cell: 't/alpha', hold: 'rho' }),
  ];
  maps = byTier(drawn.slice(1, 2), drawn).map((draw) => draw());
}, PATIENCE);

describe('against the referee', { timeout: PATIENCE }, () => {
  test('every optimum shown is on the side of the curve where the formula puts it, and both signs are met', () => {
    for (const { panels } of maps)
      for (const { agreement, optima, curves } of panels) {
        expect(agreement.misplaced).toBe(0);
        expect(agreement.compared).toBeGreaterThan(40);
        expect(curves.length).toBeGreaterThan(0);
        for (const sign of [1, -1]) expect(optima.some((one) => one.sign === sign)).toBe(true);
      }
  });

  test('its responses turn at the points of the curves, and not at points ten times farther along x', () => {
    for (const map of maps) {
      const [panel] = map.panels;
      const points = panel?.curves.flat() ?? [];
      expect(points.length).toBeGreaterThan(8);
      const some = points.filter((_, i) => i > 0 && i < points.length - 1 && i % 4 === 2);
      for (const point of some) expect(panel && turnsAt(map, panel, point)).toBe(true);
      const [, middle] = some;
      if (panel && middle && map.variant === 'data-bound')
        expect(turnsAt(map, panel, [middle[0] * 10, middle[1]])).toBe(false);
    }
  });

  test('at fixed rho the response of n* to a is positive for gamma <= 0, and turns where w = alpha gamma', () => {
    const [panel] = maps.find(({ hold, variant }) => hold === 'rho' && variant === 'baseline')?.panels ?? [];
    const below = panel?.optima.filter(({ y, sign }) => y <= 0 && sign !== null) ?? [];
    expect(below.length).toBeGreaterThan(20);
    expect(new Set(below.map(({ sign }) => sign))).toEqual(new Set([1]));
    expect(panel?.formula.text).toBe('C = 2*S*alpha*beta*gamma/(alpha + beta)');
  });
});

describe('wrong questions', { timeout: PATIENCE }, () => {
  test.each([
    ['no such response', ['--draw', 'n/aa'], /"n\/aa" is no response; did you mean "n\/a"\?/],
    [
      'one that has one sign',
      ['--draw', 'n/E'],
      /The response n\/E has one sign everywhere while b is held.*; those that change sign are n\/alpha, /,
    ],
    ['where none changes', ['data-bound', '--draw', 'n/a'], /one sign everywhere.*; ask for --hold rho\./],
    ['a plane of one', ['--draw', 'n/a', '--plane', 'E,E'], /A plane needs two parameters, and both are E/],
    ['half a plane', ['--draw', 'n/a', '--plane', 'E'], /--plane takes two parameters/],
    [
      'an unknown parameter',
      ['--draw', 'n/a', '--plane', 'E,gama'],
      /"gama" is not declared; did you mean "gamma"\?/,
    ],
    [
      'a plane and nothing to draw',
      ['--plane', 'E,gamma'],
      /--plane draws where a response changes sign; add --draw n\/a\./,
    ],
    [
      'a drawing of nothing',
      ['--format', 'svg'],
      /--format svg draws where a response changes sign; add --draw n\/a\./,
    ],
    [
      'values for a table',
      ['--set', 'E=1e18'],
      /E is given a value, and statics answers for all values; leave/,
    ],
  ])('%s', async (_, args, sentence) => {
    const said = { out: '', err: '' };
    const status = await runCommandLine(['statics', ...args], {
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
