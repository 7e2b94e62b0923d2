/** Scenarios: what they quote is what the tables say, their units fit, and a wrong file is refused in one sentence. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import trends from '../../data/published-trends.json' with { type: 'json' };
import { observed } from '../../src/data/published.ts';
import { readScenario, SCENARIO_IDS, shippedScenario } from '../../src/data/scenario-file.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { compileScenario, middleOf, scenarioOf } from '../../src/report/scenario/compile.ts';
import { READINGS } from '../../src/report/scenario/readings.ts';
import { trends as trendsOf } from '../../src/report/trends.ts';
import { orSentence } from '../support/terms.ts';

/** Digits of a number as it is written. */
const digits = (value: number): number =>
  value.toExponential().split('e')[0]?.replace(/[-.]/g, '').length ?? 0;

describe.each(SCENARIO_IDS)('%s', (id) => {
  const scenario = scenarioOf(id);
  const { inputs } = scenario.file;

  it('gives every number a reason and a source, and quotes the tables where it says so', () => {
    for (const [name, { value, basis, reading, reason, source }] of Object.entries(inputs)) {
      expect(
        [reason, source].every((text) => text.length > 3),
        name,
      ).toBe(true);
      if (basis === 'data') expect(reading, `${name} says which reading it is`).toBeDefined();
      if (reading === undefined) continue;
      const found = READINGS[reading]?.() ?? Number.NaN;
      expect(Number(found.toPrecision(digits(value))), `${name} is ${reading}`).toBe(value);
    }
  });
  it('makes a firm that sells, whose model has these parameters', () => {
    const values = scenario.parametersAt(middleOf(scenario));
    expect(Object.keys(values ?? {}).sort()).toEqual(
      scenario.model.parameters.map(({ name }) => name).sort(),
    );
    expect(optimise(scenario.model, values ?? {}).kind).toBe('optimum');
  });
});

it('calibrates omega and delta so that best sales at the observed size, price and sales are those observed', () => {
  const scenario = scenarioOf('calibrated');
  const inputs = middleOf(scenario);
  const { size = 0, adoption = 0, sales = 0 } = scenario.namedAt(inputs);
  const { omega = 0, delta = 0, E = 0 } = scenario.parametersAt(inputs) ?? {};
  expect((omega * adoption - (2 * size) / E) / (2 * delta)).toBeCloseTo(sales, -6);
  expect(omega * adoption - delta * sales).toBeCloseTo(inputs.price ?? 0, 15);
});

it('takes the ends of a published figure where these are an interval of nine tenths, as its own ends are', () => {
  const { progress } = scenarioOf('calibrated').file.inputs;
  const { low, high } = observed('algorithms');
  expect(trends.rows.find(({ id }) => id === 'algorithms')?.note).toMatch(/^90%/);
  expect(progress?.low).toBeCloseTo(low, 2);
  expect(progress?.high).toBeCloseTo(high, 2);
});
const text = readFileSync('data/scenarios/calibrated.json', 'utf8');
type Loose = Record<string, never> & {
  inputs: Record<string, Record<string, unknown>>;
  let: Record<string, string>[];
  parameters: Record<string, string>;
};
const changed = (change: (file: Loose) => void): string => {
  const file = JSON.parse(text) as Loose;
  change(file);
  return JSON.stringify(file);
};
const said = (json: string): unknown =>
  orSentence(() => compileScenario(readScenario(json, 'mine.json'), 'mine.json'));

it.each([
  ['text that is no JSON', '{', 'mine.json: it is no JSON; give a scenario as JSON.'],
  ['a list', '[]', 'mine.json: it is not as a scenario has it (expected object); see docs/scenarios.md.'],
  [
    'a missing source',
    changed(({ inputs }) => delete inputs.E?.source),
    'mine.json: inputs.E.source is not as a scenario has it (expected required property); see docs/scenarios.md.',
  ],
  [
    'text for a number',
    changed(({ inputs }) => Object.assign(inputs.E ?? {}, { value: 'large' })),
    'mine.json: inputs.E.value is not as a scenario has it (expected number); see docs/scenarios.md.',
  ],
  [
    'an interval turned round',
    changed(({ inputs }) => Object.assign(inputs.E ?? {}, { low: 5e18 })),
    'mine.json: input E has its value outside its interval; give low <= value <= high.',
  ],
  [
    'zero in logarithms',
    changed(({ inputs }) => Object.assign(inputs.E ?? {}, { low: 0 })),
    'mine.json: input E is spread in logarithms and is not positive; give a positive low, or scale "linear".',
  ],
  [
    'a parameter that the model has not',
    changed(({ parameters }) => Object.assign(parameters, { omga: 'price' })),
    'mine.json: parameters.omga is no parameter of baseline; did you mean "omega"?',
  ],
  [
    'a parameter without a formula',
    changed(({ parameters }) => delete parameters.delta),
    'mine.json: parameters.delta is missing; baseline needs alpha, beta, a, b, gamma, omega, delta, E.',
  ],
  [
    'a unit that does not fit',
    changed(({ parameters }) => Object.assign(parameters, { omega: 'price*sales' })),
    'mine.json: parameters.omega has the unit dollar, not dollar/token; correct the formula or a unit in it.',
  ],
  [
    'a letter that is not there',
    changed(({ parameters }) => Object.assign(parameters, { omega: 'prize' })),
    'mine.json: parameters.omega cannot be read: "prize" is not declared (at character 1, near "prize"); did you mean "price"?',
  ],
  [
    'growth of what is no parameter',
    changed((file) => Object.assign(file.growth as unknown as object, { omga: 'E_growth' })),
    'mine.json: growth.omga is no parameter of baseline; did you mean "omega"?',
  ],
  [
    'growth that is no factor',
    changed((file) => Object.assign(file.growth as unknown as object, { E: 'E_growth - 3' })),
    'mine.json: growth.E is -1.69 at the middle of the inputs; give a positive factor per year.',
  ],
  [
    'a date that is no day',
    changed((file) => Object.assign(file, { date: 'mid 2025' })),
    'mine.json: date = mid 2025 is no day; write it such as 2025-07-01.',
  ],
  [
    'a scenario that is none to extend',
    JSON.stringify({ extends: 'papr', id: 'x', title: 'x', about: 'x' }),
    'mine.json: it extends "papr", which is no scenario; did you mean "paper".',
  ],
])('refuses %s', (_, json, sentence) => {
  expect(said(json)).toBe(sentence);
});
it('refuses a name that is neither a scenario nor a file', () => {
  expect(orSentence(() => scenarioOf('callibrated'))).toBe(
    'callibrated: it is neither a scenario nor a file; did you mean "calibrated"?',
  );
});
it('a scenario that extends another differs in what it says alone', () => {
  const [paper, permissive] = [shippedScenario('paper'), shippedScenario('permissive')];
  expect({ ...permissive.inputs, gamma: paper.inputs.gamma }).toEqual(paper.inputs);
  expect(permissive.parameters).toEqual(paper.parameters);
});
it('reads the example of the page', () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/scenarios.md', 'utf8')) ?? [];
  const scenario = compileScenario(readScenario(json, 'example'), 'example');
  const twice = (scenario.parametersAt(middleOf(scenario))?.delta ?? 0) / 7e-6;
  const calibrated = scenarioOf('calibrated');
  expect(twice).toBeCloseTo((calibrated.parametersAt(middleOf(calibrated))?.delta ?? 0) / 3.44e-6, 20);
});

it('calibrated: algorithms move a and b alike, a year back in levels as a year on in growth', () => {
  const scenario = scenarioOf('calibrated');
  const inputs = middleOf(scenario);
  const { since = 0, progress = 1, alpha = 1, beta = 1 } = inputs;
  const [now, later] = [since, since + 1].map((years) => scenario.parametersAt({ ...inputs, since: years }));
  const { a: growth = 0 } = scenario.growthAt(inputs);
  for (const name of ['a', 'b']) expect((later?.[name] ?? 0) / (now?.[name] ?? 1)).toBeCloseTo(growth, 12);
  // The compute for a given quality, n d, falls by all of the progress.
  expect(growth ** (1 / alpha + 1 / beta)).toBeCloseTo(progress, 12);
});

it('a published figure without an interval is given none, and no range is given a middle that is its end', () => {
  const flop = trendsOf({ scenarios: ['calibrated'], seed: 20260514 }).find(
    ({ quantity }) => quantity === 'flop',
  );
  expect([flop?.observed.low, flop?.observed.high]).toEqual([5, 5]);
  expect(flop?.observed.window).toContain('4–5×');
  const atAnEnd = trends.rows.filter(
    ({ value, low, high }) => low !== null && (value === low || value === high),
  );
  // Here the ends are two versions of one figure, the later the value.
  expect(atAnEnd.map(({ id }) => id)).toEqual(['dataset-size']);
});
