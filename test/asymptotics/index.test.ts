/** The cases of an answer: what each assumes, where it occurs, and the case that could not be followed. */
import { expect, test } from 'vitest';
import { lawsOf } from '../../src/asymptotics/index.ts';
import { caseUnder, problemOf, type Small, told } from './small.ts';

const walled = (wall: string): Small => ({
  equations: { y: { gain: 'x*y^(1/2)/2', cost: '-c*y' } },
  guards: { wall },
  objective: { gain: 'x*y^(1/2)', cost: '-c*y' },
  quantities: { y: 'y' },
});

test('every case of a sign, one of which nothing follows from', () => {
  // The wall is below 1 inside the circle s^2 + p^2 = 1, on which neither letter is expressed by the other.
  const { growing, cases } = lawsOf([problemOf(walled('s^2 + p^2'))], 'x', caseUnder());
  expect(growing).toBe('x');
  expect(
    cases.map(({ assumed, fixed, regimes, unbounded, undecided }) => ({
      assumed: told(assumed).trim(),
      fixed,
      regimes: regimes.map(({ name }) => name),
      unbounded,
      undecided,
    })),
  ).toEqual([
    {
      assumed: '- p^2 + s^2 - 1 is negative: one of the cases of its sign',
      fixed: {},
      regimes: ['cost-dominated'],
      unbounded: false,
      undecided: [],
    },
    {
      assumed: 'none',
      fixed: {},
      regimes: [],
      unbounded: false,
      undecided: ['what follows from p^2 + s^2 - 1 = 0'],
    },
    {
      assumed: '- p^2 + s^2 - 1 is positive: one of the cases of its sign',
      fixed: {},
      regimes: [],
      unbounded: false,
      undecided: [],
    },
  ]);
  const [inside, , outside] = cases.map(({ witness }) => witness);
  const radius = ({ s = Number.NaN, p = Number.NaN }: Readonly<Record<string, number>>) => s ** 2 + p ** 2;
  expect(inside && radius(inside)).toBeLessThan(1);
  expect(outside && radius(outside)).toBeGreaterThan(1);
});

test('a letter that a case fixes is told by the others, and stands in no witness', () => {
  const { cases } = lawsOf([problemOf(walled('x^(s - p)'))], 'x', caseUnder());
  expect(cases.map(({ fixed, witness }) => [told(fixed), Object.keys(witness ?? {}).includes('s')])).toEqual([
    ['', true],
    ['\ns: p', false],
    ['', true],
  ]);
});
