/** What a record reveals: the gamma from which it was made, no gamma where none fits, and wrong records refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { shippedScenario } from '../../src/data/scenario-file.ts';
import { observations } from '../../src/report/facts/growth.ts';
import { reveal, verdictText } from '../../src/report/reveal.ts';
import { middleOf, scenarioOf } from '../../src/report/scenario/compile.ts';
import { grown, lawFor } from '../../src/report/scenario/permitted.ts';
import { revealResult } from '../../src/report/schemas/reveal.ts';
import { misfits } from '../support/schema.ts';
import { orSentence } from '../support/terms.ts';

const folder = mkdtempSync(join(tmpdir(), 'reveal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const writtenScenario = (scenario: unknown): string => {
  const path = join(folder, 'scenario.json');
  writeFileSync(path, JSON.stringify(scenario));
  return path;
};
/** An input of the paper's scenario at another value. */
const shrinking = (name: string, value: number): Record<string, unknown> => ({
  [name]: { ...shippedScenario('paper').inputs[name], value, low: value, high: value },
});

const OPTIONS = { scenario: 'paper', draws: 20, seed: 1 } as const;

/** A record whose spend grows by a factor a year, exactly. */
const recordOf = (factor: number): string =>
  [
    'date,spend,compute',
    ...[2020, 2021, 2022, 2023].map(
      (year) => `${year}-01-01,${factor ** (year - 2020) * 1e6},${1e23 * 4 ** (year - 2020)}`,
    ),
  ].join('\n');
const revealed = (factor: number) =>
  reveal({ ...OPTIONS, record: { text: recordOf(factor), path: 'mine.csv' } });

it.each([-0.8, -0.3, 0.4])('gives gamma = %f back from a record made with it', (gamma) => {
  const scenario = scenarioOf('paper');
  const inputs = middleOf(scenario);
  const law = lawFor(scenario.model, 'inference-dominated', { ...scenario.parametersAt(inputs), gamma }, [
    'E',
    'a',
  ]);
  const found = revealed(grown(law ?? {}, scenario.growthAt(inputs), 'rho', 'spend')).revealed;
  const own = found.find((one) => one.law === 'inference-dominated' && one.hold === 'rho');
  // The paper's exponents and growth are fixed, so that nothing but rounding and leap years is left; the latter move growth.
  expect(Math.abs((own?.gamma.value ?? 9) - gamma)).toBeLessThan(0.005);
  expect(own?.admissible).toBe(1);
});
it('says plainly when no gamma is admissible', () => {
  const [fast] = revealed(40).revealed;
  expect(fast).toMatchObject({ admissible: 0, tooFast: 1, gamma: { value: null } });
  expect(fast?.verdict).toMatch(
    /^no admissible gamma: in 100 % of the draws spend grows faster than this law permits at any gamma/,
  );
  const slow = revealed(0.05).revealed.find(
    ({ law, hold }) => law === 'inference-dominated' && hold === 'rho',
  );
  expect(slow).toMatchObject({ admissible: 0, tooSlow: 1 });
});
it.each([
  [{ admissible: 0.04, tooFast: 0.96, tooSlow: 0 }, /^no admissible gamma: in 96 %/],
  [
    { admissible: 0.35, tooFast: 0.65, tooSlow: 0 },
    /^mostly no admissible gamma: in 65 % .* in 35 % some gamma/,
  ],
  [{ admissible: 0.1, tooFast: 0, tooSlow: 0.9 }, /^mostly no admissible gamma: in 90 % .* slower/],
  [{ admissible: 0.6, tooFast: 0.4, tooSlow: 0 }, /^some gamma makes this growth optimal in 60 %/],
  [{ admissible: 0.4, tooFast: 0.3, tooSlow: 0.3 }, /^undecided/],
])('says no more than the draws do: %o', (share, sentence) => {
  expect(verdictText(share)).toMatch(sentence);
});
it('is valid under its schema, the same for the same seed, and knows when growing data meet the stock', () => {
  const found = reveal({ ...OPTIONS, scenario: 'calibrated' });
  expect(misfits(revealResult, JSON.parse(JSON.stringify(found)))).toEqual([]);
  expect(reveal({ ...OPTIONS, scenario: 'calibrated' })).toEqual(found);
  const [observed] = found.binds;
  expect(observed?.year.value).toBeGreaterThan(2026);
  expect(observed?.year.value).toBeLessThan(2032);
});
it('has data that stall never bind', () => {
  const stalled = reveal({ ...OPTIONS, scenario: 'stalled-hardware' }).binds.find(
    ({ path }) => path === 'optimum, rho held',
  );
  expect(stalled).toMatchObject({ never: 1, year: { value: null } });
});

it('counts draws without an admissible gamma in the middle and the ends, as those beyond -1', () => {
  const found = reveal({ ...OPTIONS, draws: 100, scenario: 'calibrated' }).revealed;
  const own = found.find(({ law, hold }) => law === 'inference-dominated' && hold === 'rho');
  expect(own?.tooFast).toBeGreaterThan(0.2);
  expect(own?.gamma.low).toBeNull();
  // The upper end leaves one draw in twenty above it, of all of them.
  const above = own?.sample.filter((gamma) => gamma > (own.gamma.high ?? 9)).length ?? 0;
  expect(above).toBe(5);
});
it('finds a gamma for a law that rises with it, where E and a fall', () => {
  const scenario = scenarioOf('paper');
  const inputs = { ...middleOf(scenario), E_growth: 1 / 1.37, a_growth: 1 / Math.sqrt(3) };
  const values = { ...scenario.parametersAt(inputs), gamma: 0.5 };
  const law = lawFor(scenario.model, 'inference-dominated', values, ['E', 'a']) ?? {};
  const factor = grown(law, scenario.growthAt(inputs), 'rho', 'spend');
  const [E, a] = [shrinking('E_growth', 1 / 1.37), shrinking('a_growth', 1 / Math.sqrt(3))];
  const path = writtenScenario({ extends: 'paper', id: 'x', title: 'x', about: 'x', inputs: { ...E, ...a } });
  const record = { text: recordOf(factor), path: 'mine.csv' };
  const own = reveal({ ...OPTIONS, scenario: path, record }).revealed.find(
    (one) => one.law === 'inference-dominated' && one.hold === 'rho',
  );
  expect(Math.abs((own?.gamma.value ?? 9) - 0.5)).toBeLessThan(0.005);
});
it('says of a scenario whose data bind that they bind on its day, and that no gamma explains growth', () => {
  const { revealed: laws, binds } = reveal({ ...OPTIONS, scenario: 'data-bound' });
  const optimum = binds.filter(({ path }) => path.startsWith('optimum'));
  expect(optimum.map(({ year }) => Math.floor(year.low ?? 0))).toEqual([2025, 2025]);
  const own = laws.filter(({ law }) => law === 'data-bound');
  expect(own.map(({ tooFast }) => tooFast)).toEqual([1, 1]);
});
it('names whose tables the path of data is, and where the exponents and growth come from, for any record', () => {
  const found = reveal({ ...OPTIONS, record: { text: recordOf(2), path: 'mine.csv' } }).sources;
  expect(found).toEqual([
    'Epoch AI, Notable AI models (2026-07-19), CC BY 4.0',
    'Hao & Merrill 2026',
    'Villalobos et al. arXiv:2211.04325 (data/published-trends.json)',
  ]);
});
it('refuses a scenario that makes no firm at any draw', () => {
  const { price } = shippedScenario('calibrated').inputs;
  const low = { ...price, value: 1e-12, low: 1e-12, high: 1e-12 };
  const path = writtenScenario({
    extends: 'calibrated',
    id: 'x',
    title: 'x',
    about: 'x',
    inputs: { price: low },
  });
  expect(String(orSentence(() => reveal({ ...OPTIONS, scenario: path })))).toMatch(
    /^the inputs make no firm in /,
  );
});

const said = (text: string): unknown =>
  orSentence(() => reveal({ ...OPTIONS, record: { text, path: 'mine.csv' } }));
it.each([
  [
    'a missing column',
    'date,spend\n2020-01-01,1\n',
    'mine.csv: it has no column "compute"; its columns are date, spend; needed are date, spend, compute.',
  ],
  [
    'text in a number',
    'date,spend,compute\n2020-01-01,1,many\n',
    'mine.csv line 2: compute = many is not allowed; it must be a positive number.',
  ],
  [
    'no spend',
    'date,spend,compute\n2020-01-01,0,1\n',
    'mine.csv line 2: spend = 0 is not allowed; it must be a positive number.',
  ],
  [
    'dates out of order',
    'date,spend,compute\n2021-01-01,1,1\n2020-01-01,1,1\n',
    'mine.csv line 3: date = 2020-01-01 is not allowed; it must be no earlier than 2021-01-01 in the row above.',
  ],
  [
    'one row',
    'date,spend,compute\n2020-01-01,1,1\n',
    'a trend cannot be told from 1 amount in mine.csv; give at least 3 of different dates.',
  ],
])('refuses %s', (_, text, sentence) => {
  expect(said(text)).toBe(sentence);
});

it('the middle of observed growth of data is the estimate that trends --observed prints', () => {
  const [path] = reveal(OPTIONS).binds;
  const told = observations({ seed: 1 }).find(({ id }) => id === 'data/frontier-2018');
  expect(path?.path).toBe('observed');
  expect(path?.growth.value).toBeCloseTo(told?.growth.value ?? 0, 12);
});
