/** The engine of comparative statics: its letters, its conditions, its certificates and its surfaces. */
import { describe, expect, test } from 'vitest';
import { localElasticity } from '../../derivations/11-local-elasticity.ts';
import { inShares } from '../../proofs/shares.ts';
import { evaluatorOf } from '../../src/claims/statics-evaluate.ts';
import { lettersAt, thinningAt } from '../../src/claims/statics-letters.ts';
import { observe } from '../../src/claims/statics-observe.ts';
import { certify, simpleFraction } from '../../src/derive/statics/certificate.ts';
import type { Known } from '../../src/derive/statics/known.ts';
import { measuredAt, pointsOf, ratioAt, valueAt } from '../../src/derive/statics/points.ts';
import { problemOf } from '../../src/derive/statics/problem.ts';
import { everywhere } from '../../src/derive/statics/region.ts';
import { Responses } from '../../src/derive/statics/response.ts';
import { settingsOf } from '../../src/derive/statics/setting.ts';
import { Signer } from '../../src/derive/statics/signing.ts';
import { systemOf } from '../../src/derive/statics/system.ts';
import { hypothesesOf, tableOf } from '../../src/derive/statics/table.ts';
import { computeCost } from '../../src/economics/blocks/compute-cost.ts';
import { compose } from '../../src/economics/model.ts';
import { E } from '../../src/economics/symbols.ts';
import { baseline, baselineBlocks } from '../../src/economics/variants/baseline.ts';
import { modelOf, VARIANT_IDS, VARIANTS } from '../../src/economics/variants/registry.ts';
import { expandAbbreviations } from '../../src/kernel/abbreviations.ts';
import { parse } from '../../src/kernel/parse.ts';
import { isZeroPolynomial, type Polynomial, subtractPolynomials } from '../../src/kernel/polynomial.ts';
import { shapeRatio } from '../../src/kernel/shape.ts';
import { inDomain, POSITIVE, symbolTable } from '../../src/kernel/symbols.ts';
import { divide, multiply, symbol, type Term } from '../../src/kernel/term.ts';

const LETTERS = ['x', 'y', 'z'].map((name) => ({
  name,
  tex: name,
  unit: '1',
  meaning: name,
  domain: POSITIVE,
  role: 'shape' as const,
  source: 'test',
}));
const context = { symbols: symbolTable(...LETTERS), facts: [] };
function polynomial(text: string): Polynomial {
  const value = shapeRatio(parse(text, context.symbols), context);
  if (!value) throw new Error(`${text} is no polynomial`);
  return value.num;
}
const known = (text: string): Known => ({ polynomial: polynomial(text), strict: true, because: text });

describe('certificates', () => {
  test('are found where a sum of products exists, and add up exactly', () => {
    const p = polynomial('x^2 - 2*x*y + x*z + y^2 - y*z + z');
    const facts = [known('x - y')];
    const found = certify(p, facts);
    expect(found?.products.length).toBeGreaterThan(0);
    expect(found?.rest.every(({ coefficient }) => coefficient.num > 0n)).toBe(true);
  });

  test('are not found for what is not so, whatever is known', () => {
    expect(certify(polynomial('x - y'), [])).toBeNull();
    expect(certify(polynomial('x - 2*y'), [known('x - y')])).toBeNull();
    expect(certify(polynomial('y - x'), [known('x - y')])).toBeNull();
    expect(certify([], [known('x - y')])).toBeNull();
  });

  test('are found in other letters where inequalities are linear in a letter, to any degree', () => {
    const p = polynomial('x^5 + y^5 - 4*x^2*y^3 + 3*y^4*z - 3*y^5 + 2*x^2*z^3');
    const facts = [known('x - 2*y'), known('z - y')];
    const found = certify(p, facts);
    expect(found?.rest.every(({ coefficient }) => coefficient.num > 0n)).toBe(true);
    // The letters stand for something positive, and the sum in them is p over something positive, at every point.
    for (let i = 1; i < 50; i++) {
      const y = 0.1 + ((7 * i) % 11);
      const at: Record<string, number> = { x: 2 * y + ((3 * i) % 5) + 0.01, y, z: y + 0.01 * i };
      for (const { name, definition } of found?.chart ?? []) {
        at[name] = evaluatorOf(definition)(at);
        expect(at[name]).toBeGreaterThan(0);
      }
      expect(valueAt(found?.rest ?? [], at)).toBeGreaterThan(0);
      expect(valueAt(p, at)).toBeGreaterThan(0);
    }
  });

  test('are not found in other letters where zero is possible', () => {
    const weak = (text: string): Known => ({ ...known(text), strict: false });
    expect(certify(polynomial('x^3 - y^3'), [weak('x - y')])).toBeNull();
    expect(certify(polynomial('x^3 - y^3'), [known('x - y')])).not.toBeNull();
    expect(certify(polynomial('x^3 - y^3 + z'), [weak('x - y')])).not.toBeNull();
    expect(certify(polynomial('z^2*x - z^2*y + y - x'), [weak('z - 1'), weak('x - y')])).toBeNull();
  });

  test('are not found by a letter in which an inequality is not linear', () => {
    // x^2 + x > y^2 does not say that x > y^2, as x = y = 10 shows.
    expect(certify(polynomial('x - y^2'), [known('x^2 + x - y^2')])).toBeNull();
    expect(certify(polynomial('x - 2*y'), [known('x^2 + y*x - 4*y^2')])).toBeNull();
  });

  test('take simple fractions only', () => {
    expect(simpleFraction(1 / 3 + 1e-12)).toEqual({ num: 1n, den: 3n });
    expect(simpleFraction(Math.PI)).toBeNull();
  });
});

const firms = {
  alpha: 0.34,
  beta: 0.28,
  gamma: -0.4,
  a: 0.0012,
  b: 0.0013,
  omega: 1e-5,
  delta: 1e-21,
  E: 2e17,
  D: 1e12,
  r: 1.3,
  m: 3,
  epsilon: 2.2,
  K: 1e14,
  nu: 0.1,
  kappa: 0.2,
  q0: 1.3,
  c_d: 1e-9,
  E_inf: 5e17,
  U: 1e11,
  Rstar: 15.39,
  h: 0.7,
  T: 1e15,
};

describe('letters', () => {
  test('the mean of s under e^(-gamma s) is continuous in gamma', () => {
    for (const gamma of [-1e-3, -1e-6, 1e-6, 1e-3]) expect(thinningAt(2, gamma)).toBeCloseTo(1, 2);
    expect(thinningAt(3, -0.7)).toBeCloseTo((1 / 0.7) * ((3 / (1 - Math.exp(-2.1))) * 0.7 - 1), 6);
  });

  const places = VARIANT_IDS.flatMap((id) =>
    settingsOf(modelOf(id)).map((setting) => ({ id, where: setting.where, setting })),
  );
  test.each(places)(
    '$id, $where: conditions in letters vanish at an optimum of the referee',
    ({ id, setting }) => {
      const model = modelOf(id);
      const values = Object.fromEntries(
        model.parameters.map(({ name }) => [name, firms[name as keyof typeof firms]]),
      );
      const unlimited = {
        ...values,
        ...(setting.where === 'd<U' ? { U: 1e16 } : {}),
        ...(setting.where === 'interior' && 'D' in values ? { D: 1e20 } : {}),
      };
      const seen = observe(model, unlimited);
      expect(seen).not.toBeNull();
      if (!seen) return;
      const problem = problemOf(setting);
      const letters = lettersAt(problem)(seen);
      for (const [x, condition] of Object.entries(problem.system.free)) {
        const scale = Math.max(
          ...problem.system.profit.map(({ value }) => Math.abs(ratioAt(value, letters))),
        );
        if (setting.unknowns.includes(x))
          expect(Math.abs(ratioAt(condition, letters)) / scale).toBeLessThan(1e-8);
        else expect(ratioAt(condition, letters)).toBeGreaterThan(0);
      }
      for (const { name, value } of problem.solved) {
        if (letters[name] !== undefined)
          expect(ratioAt(value, letters) / (letters[name] ?? 1)).toBeCloseTo(1, 6);
      }
      for (const { polynomial: fact, because } of problem.known)
        expect(valueAt(fact, letters), because).toBeGreaterThan(-1e-9);
      const responses = new Responses(problem);
      const region = everywhere(problem.system.ring, setting.context).withKnown(problem.known);
      const moving = model.parameters.filter(({ name }) => ['a', 'b', 'E', 'omega'].includes(name));
      for (const { name } of moving)
        for (const quantity of ['n', 'd', 't', 'C_train'] as const) {
          const own = ratioAt(responses.elasticity(quantity, name, 'b'), letters);
          const label = `${quantity}/${name}`;
          expect(own, label).toBeCloseTo(seen.response(quantity, name, 'b') ?? Number.NaN, 5);
          const { numerator } = responses.of(quantity, name, 'b', region);
          const { value, size } = measuredAt(numerator, letters);
          if (Math.abs(value) > 1e-7 * size) expect(Math.sign(value), label).toBe(Math.sign(own));
        }
    },
  );

  test.each(places)(
    '$id, $where: points are many, and fit all that ties their letters together',
    ({ setting }) => {
      const problem = problemOf(setting);
      const points = pointsOf(problem);
      expect(points).toHaveLength(300);
      for (const at of points.slice(0, 60)) {
        for (const { name, value } of problem.solved.filter((one) => !one.name.startsWith('ln_')))
          expect(at[name], name).toBe(ratioAt(value, at));
        for (const declared of setting.model.parameters.filter(({ role }) => role === 'shape'))
          expect(inDomain(at[declared.name] ?? Number.NaN, declared.domain), declared.name).toBe(true);
        for (const { polynomial: fact, because } of problem.known)
          expect(valueAt(fact, at), because).toBeGreaterThan(-1e-9);
      }
    },
  );

  test('v and w of the derivation are the dollar amounts that claims put in their place', () => {
    const derivation = localElasticity();
    const seen = observe(baseline, firms);
    const [setting] = settingsOf(baseline);
    if (!seen || !setting) throw new Error('the firm does not sell');
    const letters = lettersAt(problemOf(setting))(seen);
    const own = (name: string): number =>
      evaluatorOf(expandAbbreviations(symbol(name), derivation.symbols))({
        ...firms,
        n: seen.optimum.n,
        d: seen.optimum.d,
        t: seen.optimum.t,
      });
    const at = { ...letters, v: own('v'), w: own('w') };
    for (const { name, value } of inShares.replace)
      expect(ratioAt(value, at) / (letters[name] ?? 1)).toBeCloseTo(1, 8);
  });
});

describe('responses', () => {
  const [setting] = settingsOf(baseline);
  if (!setting) throw new Error('the baseline has no optimum');
  const problem = problemOf(setting);
  const responses = new Responses(problem);
  const region = everywhere(problem.system.ring, setting.context).withKnown(problem.known);

  test('d ln n/d ln E has the sign of the derivation, whose formula shares nothing with this one', () => {
    const derived = localElasticity().results.size.relation.right;
    const { numerator } = responses.of('n', 'E', 'b', region);
    for (const at of pointsOf(problem).slice(0, 50)) {
      const [C = 0, I = 0, S = 0] = [at.C, at.I, at.S];
      const k = 1 + (at.alpha ?? 0) / (at.beta ?? 1);
      const value = evaluatorOf(derived)({ ...at, k, v: I / (k * C), w: (k * C) / (2 * S) });
      expect(Math.sign(valueAt(numerator, at))).toBe(Math.sign(value));
    }
  });

  test('profit needs no movement at a maximum, and does at an equilibrium', () => {
    expect(responses.of('profit', 'b', 'b', region).method).toBe('envelope');
    const [cournot] = settingsOf(modelOf('cournot'));
    if (!cournot) throw new Error('cournot has no optimum');
    const other = problemOf(cournot);
    expect(
      new Responses(other).of('profit', 'E', 'b', everywhere(other.system.ring, cournot.context)).method,
    ).toBe('implicit');
  });

  test('rivals make the equilibrium bend more than one seller does', () => {
    const [cournot] = settingsOf(modelOf('cournot'));
    if (!cournot) throw new Error('cournot has no optimum');
    const { hessian, jacobian } = systemOf(cournot);
    const difference = subtractPolynomials(jacobian[1]?.[1]?.num ?? [], hessian[1]?.[1]?.num ?? []);
    expect(isZeroPolynomial(difference)).toBe(false);
  });

  test('a sign that is turned round is refuted by points', () => {
    const signer = new Signer(problem);
    const { numerator } = responses.of('n', 'E', 'b', region);
    expect(signer.sign(numerator).whole?.sign).toBe('+');
    expect(signer.sign(subtractPolynomials([], numerator)).whole?.sign).toBe('-');
    const mixed = responses.of('n', 'a', 'b', region).numerator;
    expect(signer.sign(mixed).cases.map(({ proof }) => proof)).toContain(null);
  });
});

test('another building block gives another table, with no other edit', () => {
  const own = { ...E, name: 'E_inf', meaning: 'efficiency of inference hardware' };
  const cost = {
    ...computeCost,
    parameters: [E, own],
    inference: (n: Term, t: Term) => divide(multiply(2, n, t), 'E_inf'),
  };
  const [setting] = settingsOf(compose('split', 'Split efficiency', { ...baselineBlocks, cost }));
  if (!setting) throw new Error('no optimum');
  const problem = problemOf(setting);
  const [responses, signer] = [new Responses(problem), new Signer(problem)];
  const shown = (
    quantity: 'n' | 'C_train' | 'profit' | 't' | 'price',
    parameter: string,
  ): string | undefined =>
    signer.sign(responses.of(quantity, parameter, 'b', signer.region).numerator).whole?.sign;
  expect([shown('n', 'E'), shown('n', 'E_inf'), shown('C_train', 'E_inf')]).toEqual(['+', '+', '+']);
  expect([shown('profit', 'E'), shown('profit', 'E_inf'), shown('t', 'E')]).toEqual(['+', '+', '+']);
  expect(shown('price', 'E')).toBe('+');
});

describe('what a sign of alpha or beta rests on', () => {
  const COUNTS = 'the model has more than one parameter and more than one token';
  const hypothesesIn = (id: 'baseline' | 'data-bound', quantity: string, parameter: string) => {
    const table = tableOf(VARIANTS[id], 'b');
    const cell = table.cells.find(
      ({ response }) => response.quantity === quantity && response.parameter === parameter,
    );
    return cell ? hypothesesOf(cell, table) : [];
  };

  // At D tokens n = (b D^beta/a)^(1/alpha), so d ln n/d ln alpha = -ln n: below one parameter n rises with alpha.
  test('says so where the logarithm is but a factor of the response', () => {
    for (const quantity of ['n', 't', 'C_train', 'profit', 'price'])
      for (const parameter of ['alpha', 'beta'])
        expect(hypothesesIn('data-bound', quantity, parameter)).toContain(COUNTS);
    expect(hypothesesIn('baseline', 'profit', 'alpha')).toContain(COUNTS);
  });

  test('and does not where nothing moves, or another parameter does', () => {
    expect(hypothesesIn('data-bound', 'd', 'alpha')).not.toContain(COUNTS);
    expect(hypothesesIn('data-bound', 'n', 'D')).not.toContain(COUNTS);
    expect(hypothesesIn('baseline', 'profit', 'E')).not.toContain(COUNTS);
  });
});
