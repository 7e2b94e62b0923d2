/** The ledger of every result: what it assumes and which letters are free, the same for every variant and verb. */
import { describe, expect, test } from 'vitest';
import { CLASSIC_IDS, CLASSICS } from '../../src/economics/classics/registry.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { derive } from '../../src/report/derive.ts';
import { laws } from '../../src/report/laws.ts';
import { optimize } from '../../src/report/optimize.ts';
import { premisesOf, premisesText } from '../../src/report/premises.ts';
import { sampleFor } from '../numerics/samples.ts';

describe.each(VARIANT_IDS)('%s', (id) => {
  const model = modelOf(id);
  const values = sampleFor(model);

  test('every parameter stands once, with its unit and domain, free until a number is set for it', () => {
    const free = premisesOf(model).parameters;
    expect(free.map(({ name, unit }) => [name, unit])).toEqual(
      model.parameters.map(({ name, unit }) => [name, unit]),
    );
    expect(free.every(({ value, domain }) => value === null && domain !== '')).toBe(true);
    expect(premisesOf(model, values).parameters.every(({ value }) => value !== null)).toBe(true);
  });

  test('what is assumed holds at a firm, and is decided by numbers alone', () => {
    const { assumptions } = premisesOf(model, values);
    expect(assumptions.length).toBe(model.facts.length);
    for (const { text, holds } of assumptions) expect(holds, text).toBe(true);
    for (const { holds } of premisesOf(model).assumptions) expect(holds).toBeNull();
  });

  test('optimize and derive carry it', () => {
    const [row] = optimize(values, { variant: id }).rows;
    expect(row).toMatchObject(premisesOf(model, values));
    const { assumptions, parameters, derivations } = derive(id, { set: { alpha: 0.3 } });
    expect({ assumptions, parameters }).toEqual(premisesOf(model, { alpha: 0.3 }));
    for (const { results, symbols } of derivations)
      for (const { parameters: free } of results)
        for (const name of free) {
          expect(symbols.map((one) => one.name)).toContain(name);
          expect(name).not.toBe('alpha');
        }
  });
});

test.each(CLASSIC_IDS)('%s, which is no firm, carries it too', (id) => {
  const { parameters, assumptions } = premisesOf(CLASSICS[id]);
  expect(parameters.map(({ name }) => name)).toEqual(CLASSICS[id].parameters.map(({ name }) => name));
  const asked = derive(id);
  expect({ parameters: asked.parameters, assumptions: asked.assumptions }).toEqual({
    parameters,
    assumptions,
  });
});

test('an assumption that numbers make false says so', () => {
  const [first] = premisesOf(modelOf('baseline'), { alpha: 2, gamma: -1 }).assumptions;
  expect(first).toMatchObject({ text: '1 + alpha*gamma > 0', holds: false });
});

test('laws carry it, and say it in a sentence', () => {
  const { result } = laws('baseline', { set: { alpha: 0.34, beta: 0.28, gamma: -0.4 } });
  expect(premisesText(result, result.set)).toBe(
    'Set: alpha = 0.34, beta = 0.28, gamma = -0.4. Free: a, b, omega, delta, E. Assumed: 1 + alpha*gamma > 0.',
  );
});
