/** Symmetric equilibria in problem files: the textbook's closed forms, and the toolkit's own variant written as a problem. */
import { describe, expect, it } from 'vitest';
import type { Regime } from '../../src/asymptotics/law.ts';
import type { Problem as Conditions } from '../../src/asymptotics/problem.ts';
import { lawsOfModel } from '../../src/derive/laws.ts';
import { lawsOfProblem } from '../../src/derive/laws-of-problem.ts';
import { problemTables } from '../../src/derive/problem/statics.ts';
import { recheckDerivation } from '../../src/derive/recheck/recheck.ts';
import { conditionsOf } from '../../src/economics/conditions.ts';
import { systemsOf } from '../../src/economics/lagrangian.ts';
import { problemFrom } from '../../src/economics/model-file/problem.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import type { ProblemFile } from '../../src/economics/model-file/schema.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { optimise } from '../../src/numerics/optimise.ts';
import { optimiseProblem } from '../../src/numerics/program/optimise.ts';
import { objectiveAround } from '../../src/report/figures/around.ts';
import { problemDerivations } from '../../src/report/problem/derive.ts';
import { problemStatics } from '../../src/report/problem/statics.ts';
import { isWhole } from '../support/tier.ts';
import { bertrand, contest, cournot, isoelastic, oligopoly } from './textbook.ts';

const at = (file: ProblemFile, values: Values = {}) => {
  const found = optimiseProblem(problemFrom(file), { ...file.set, ...values });
  if (found.kind !== 'optimum') throw new Error(`${found.kind}: ${'why' in found ? found.why : ''}`);
  return found;
};

/** By hand: the choice of one player. */
const BY_HAND: readonly (readonly [ProblemFile, string, (v: Values) => number, readonly Values[]])[] = [
  [
    oligopoly,
    'q',
    ({ A = 0, B = 0, c = 0, m = 0 }) => (A - c) / ((m + 1) * B),
    [{}, { m: 1 }, { m: 2 }, { m: 50 }, { m: 400, A: 3 }, { A: 1e6, B: 1e-4, c: 20 }],
  ],
  [
    contest,
    'x',
    ({ V = 0, r = 0, m = 0 }) => (V * r * (m - 1)) / m ** 2,
    [{}, { m: 2 }, { m: 20 }, { m: 2, r: 1.5 }, { V: 1e9, r: 0.5 }],
  ],
  [
    isoelastic,
    'q',
    ({ A = 0, e = 0, c = 0, m = 0 }) => ((A * m ** -e * (1 - e / m)) / c) ** (1 / e),
    [{}, { m: 1 }, { m: 30 }, { e: 0.9, c: 7 }],
  ],
  [bertrand, 'p', ({ a = 0, b = 0, g = 0, c = 0 }) => (a + b * c) / (2 * b - g), [{}, { g: 3 }, { a: 500 }]],
];

describe.each(BY_HAND.map(([file, ...rest]) => [file.id, file, ...rest] as const))(
  'the equilibrium of %s',
  (_, file, name, hand, points) => {
    const problem = problemFrom(file);

    it('is found, and nobody gains by deviating alone', () => {
      for (const values of points) {
        const { quantities, deviation, residual } = at(file, values);
        const own = hand({ ...file.set, ...values });
        expect(Math.abs((quantities[name] ?? 0) / own - 1)).toBeLessThan(1e-9);
        expect(deviation).toBeLessThan(1e-12);
        expect(residual).toBeLessThan(1e-9);
      }
    });

    it('is the closed form derived, and every step is accepted', () => {
      const derivations = problemDerivations(problem);
      for (const one of derivations) expect(recheckDerivation(one, 7).rejected).toEqual([]);
      const found = derivations.at(-1)?.results[name]?.relation.right;
      if (!found) throw new Error('no closed form');
      for (const values of points) {
        const all = { ...file.set, ...values };
        expect(Math.abs(evaluate(found, all, double) / hand(all) - 1)).toBeLessThan(1e-12);
      }
    });

    it('is the best of one’s own choices, as drawn around it', () => {
      const { panels, relation } = objectiveAround(problem);
      const levels = panels.flatMap(({ points }) => points);
      expect([relation, levels.length > 20]).toEqual(['share', true]);
      for (const [size, level] of levels) {
        if (size === 1) expect(level).toBe(1);
        else expect(level, `${size} times`).toBeLessThan(1);
      }
    });

    it('moves as sign algebra says', () => {
      const { rows } = problemStatics(
        { ...problem, ranges: rangesAround(file.set ?? {}) },
        { draws: 25, seed: 5 },
      );
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.filter(({ evidence }) => evidence.against > 0)).toEqual([]);
      expect(rows.filter(({ evidence }) => evidence.optima < 15)).toEqual([]);
    });
  },
);

const rangesAround = (set: Values) =>
  Object.fromEntries(
    Object.entries(set).map(([name, value]) => [
      name,
      name === 'm'
        ? ({ low: 2, high: 7, scale: 'whole', meaning: name } as const)
        : ({ low: 0.8 * value, high: 1.2 * value, scale: 'log', meaning: name } as const),
    ]),
  );

describe('a limit on what all do together', () => {
  const capacity: ProblemFile = {
    ...oligopoly,
    id: 'shared-capacity',
    symbols: [...(oligopoly.symbols ?? []), { name: 'K', meaning: 'capacity of all', role: 'quantity' }],
    constraints: [
      {
        id: 'capacity',
        left: 'q + Q',
        relation: '<=',
        right: 'K',
        multiplier: { name: 'mu', meaning: 'worth of capacity to one of them' },
      },
    ],
    set: { ...oligopoly.set, K: 6 },
  };

  it('is shared alike where it binds, at the price that each pays', () => {
    const { quantities, multipliers, binding } = at(capacity);
    expect(binding).toEqual(['capacity']);
    expect(quantities.q).toBeCloseTo(6 / 3, 10);
    // A - c - (m + 1) B q.
    expect(multipliers.mu).toBeCloseTo(10 - 1 - 4 * 0.5 * 2, 9);
    expect(at(capacity, { K: 30 }).binding).toEqual([]);
    const bound = problemDerivations(problemFrom(capacity)).at(-1);
    expect(printText(bound?.results.q?.relation.right ?? { kind: 'symbol', name: 'none' })).toBe('K/m');
  });
});

describe('a point where the conditions hold is no equilibrium by that', () => {
  it('is refused where a player gains by deviating: a contest in which effort decides too much', () => {
    for (const r of [2.5, 4]) {
      const found = optimiseProblem(problemFrom(contest), { V: 10, r, m: 2 });
      // None was found, which does not show that there is none.
      expect(found.kind).toBe('unsolved');
    }
  });

  it('is not made up where nobody can sell', () => {
    const dear = problemFrom({ ...oligopoly, assume: [] });
    expect(optimiseProblem(dear, { A: 0.5, B: 1, c: 1, m: 3 }).kind).toBe('none');
  });

  it('is told not to be the only one where another is found', () => {
    const two = problemFrom({
      id: 'all-or-none',
      kind: 'equilibrium',
      objective: { name: 'u', meaning: 'gain', parts: { gain: 'k*x + h*x*X^2/(1 + X^2)', cost: '-x^2/2' } },
      variables: [{ name: 'x', meaning: 'choice' }],
      others: [{ name: 'X', meaning: 'choice of the other', formula: 'x' }],
      symbols: ['k', 'h'].map((name) => ({ name, meaning: `how much ${name}`, role: 'quantity' as const })),
    });
    const found = optimiseProblem(two, { k: 0.05, h: 2.2 });
    if (found.kind !== 'optimum') throw new Error(found.kind);
    const { x = 0 } = found.quantities;
    expect(Math.abs(0.05 + (2.2 * x ** 2) / (1 + x ** 2) - x)).toBeLessThan(1e-12);
    expect(found.warnings.some((warning) => warning.includes('another symmetric equilibrium'))).toBe(true);
    const alone = optimiseProblem(two, { k: 0.05, h: 0.1 });
    expect(alone.kind === 'optimum' && alone.warnings).toEqual([]);
  });
});

const termsOf = ({ equations, variables }: Conditions) => [
  variables,
  equations.map(({ name, summands }) => [
    name,
    summands
      .map(({ source, term, own }) => [
        source,
        printText(term),
        Object.entries(own ?? {}).map(([by, exponent]) => `${by} ${printText(exponent)}`),
      ])
      .sort(([one = ''], [other = '']) => (String(one) < String(other) ? -1 : 1)),
  ]),
];

/** Exponents, constants and ends of the regimes that have laws. */
const lawful = (regimes: readonly Regime[]) =>
  regimes
    .filter(({ index }) => index !== null)
    .map(({ name, from, to, scalings }) => ({
      name,
      from: from && printText(from),
      to: to && printText(to),
      scalings: Object.fromEntries(
        ['n', 'd', 't', 'C_train', 'profit'].map((quantity) => {
          const one = scalings[quantity];
          return [
            quantity,
            one && [
              one.constant && printText(one.constant),
              printText(one.exponent),
              printText(one.logPower),
            ],
          ];
        }),
      ),
    }));

describe('the variant of the toolkit, written as a problem', () => {
  const problem = problemFrom(cournot);
  const model = VARIANTS.cournot;

  it('has the same conditions, summand by summand', () => {
    expect(systemsOf(problem).map(({ conditions }) => termsOf(conditions))).toEqual(
      conditionsOf(model).map(termsOf),
    );
    expect(systemsOf(problem)[0]?.fault).toBeNull();
  });

  it('has the same laws', () => {
    const at = { alpha: 0.3, beta: 0.35, gamma: -0.5, m: 3 };
    const firm = lawsOfModel(model, 'E', { at }).cases.map(({ regimes }) => lawful(regimes));
    expect(firm.flat().length).toBeGreaterThan(1);
    expect(lawsOfProblem(problem, 'E', at).cases.map(({ regimes }) => lawful(regimes))).toEqual(firm);
  }, 60_000);

  it('has the same optimum and elasticities', () => {
    for (const values of [{}, { m: 1 }, { m: 6, E: 1e19 }, { gamma: 0.4, a: 0.01 }, { gamma: 0 }]) {
      const all = { ...cournot.set, ...values };
      const firm = optimise(model, all);
      const own = at(cournot, values);
      if (firm.kind !== 'optimum') throw new Error(firm.kind);
      for (const name of ['n', 'd', 't', 'profit'] as const)
        expect(Math.abs((own.quantities[name] ?? 0) / firm[name] - 1)).toBeLessThan(1e-8);
      for (const [key, value] of Object.entries(firm.elasticities ?? {}))
        expect(Math.abs((own.elasticities[key] ?? Number.NaN) - value)).toBeLessThan(
          1e-6 * (1 + Math.abs(value)),
        );
    }
  }, 60_000);

  it.runIf(isWhole)(
    'has responses whose values are those of the optimum',
    () => {
      const [table, more] = problemTables(problem);
      if (!table || more) throw new Error('one table');
      const values = { ...cournot.set };
      const { quantities, elasticities } = at(cournot);
      const { alpha = 0, gamma = 0, a = 0 } = values;
      const all: Record<string, number> = { ...values, ...quantities };
      const y = a * (quantities.n ?? 0) ** alpha;
      all.f = (y ** -gamma - 1) / -gamma;
      all.phi_f = y ** -gamma / all.f;
      // -∂ ln f/∂γ of f = (1 - y^-γ)/γ.
      all.theta_f = 1 / gamma - (Math.log(y) * y ** -gamma) / (gamma * all.f);
      for (const name of table.context.symbols.keys())
        if (name.startsWith('ln_')) all[name] = Math.log(all[name.slice(3)] ?? Number.NaN);
      for (const { name, term } of table.letters) all[name] = evaluate(term, all, double);
      let compared = 0;
      /** What is not known to be positive is told in one positive unit for all parameters. */
      const units = new Map<string, number>();
      for (const { quantity, parameter, response, measure } of table.cells) {
        const found = evaluate(ratioTerm(response), all, double);
        const isShape = table.context.symbols.get(parameter)?.role === 'shape';
        const elasticity = elasticities[`${quantity}/${parameter}`];
        if (elasticity === undefined) continue;
        compared += 1;
        const slope = isShape ? elasticity / (all[parameter] ?? Number.NaN) : elasticity;
        const unit = measure === 'logarithm' ? 1 : (units.get(quantity) ?? found / slope);
        expect(unit, quantity).toBeGreaterThan(0);
        units.set(quantity, unit);
        const own = slope * unit;
        expect(Math.abs(found - own), `${quantity}/${parameter}`).toBeLessThan(1e-6 * (1 + Math.abs(own)));
      }
      expect(compared).toBeGreaterThan(30);
      expect(table.cells.filter(({ quantity }) => quantity === 'profit').length).toBeGreaterThan(5);
    },
    60_000,
  );
});

describe('where one’s own problem is not known to be convex', () => {
  it('summands keep the exponents that one sees, the others given', () => {
    const [system] = systemsOf(problemFrom(contest));
    const summands = system?.conditions.equations[0]?.summands ?? [];
    const told = summands.map(({ source, own }) => [source, own?.x && printText(own.x)]);
    // x ∂/∂x of V r x^r X/(x^r + X)^2 is r (X - x^r)/(X + x^r) times it, with X = (m - 1) x^r.
    expect(told).toEqual([
      ['prize', 'r - r/(1/2*m)'],
      ['effort', '1'],
    ]);
  });
});

describe('a firm of one’s own among several', () => {
  it('whose price falls as a power of all sales has laws without the others’ letter in them', () => {
    const model = modelFrom({
      id: 'isoelastic-sellers',
      symbols: [
        { name: 'K', meaning: 'size of the market', unit: 'token' },
        { name: 'eta', meaning: 'inverse elasticity', domain: { above: 0, below: 1 } },
        { name: 'sellers', meaning: 'sellers', domain: { atLeast: 1, integer: true } },
      ],
      blocks: [{ price: 'omega*f*((t + t_others)/K)^(-eta)', sellers: 'sellers' }],
    });
    for (const { equations, auxiliaries } of conditionsOf(model)) {
      const terms = [...equations, ...auxiliaries].flatMap(({ summands }) => summands);
      for (const { term } of terms) expect(printText(term)).not.toContain('t_others');
    }
  });
});

/** A file, and words of the sentence, the place first. */
const WRONG: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['no letters of the others', { others: undefined }, '"others" is missing'],
  ['a maximum with others', { kind: 'maximum' }, '/others: a maximum has one player'],
  ['an empty list of others', { others: [] }, '/others'],
  [
    'a letter that does not count',
    { others: [...(oligopoly.others ?? []), { name: 'Z', meaning: 'nothing', formula: 'q' }] },
    '/others/1/name: Z, which the others choose, stands nowhere',
  ],
  [
    'others who choose nothing',
    { others: [{ name: 'Q', meaning: 'output', formula: 'm*c' }] },
    '/others/0/formula: Q is what the others choose, and its formula holds no variable',
  ],
  [
    'others in terms of themselves',
    { others: [{ name: 'Q', meaning: 'output', formula: 'q + Q' }] },
    '/others/0/formula: "Q" is not declared',
  ],
  [
    'a letter of the others that is a variable',
    { others: [{ name: 'q', meaning: 'output', formula: 'q' }] },
    '/others/0/name: "q" is output already',
  ],
  ['an unknown kind', { kind: 'equilibria' }, '/kind'],
];

describe('a file of an equilibrium that does not do', () => {
  it.each(WRONG)('%s', (_, change, words) => {
    const file: Record<string, unknown> = { ...oligopoly, ...change };
    if (change.others === undefined && 'others' in change) delete file.others;
    let said = '';
    try {
      problemFrom(file);
    } catch (error) {
      if (!(error instanceof OptimandError) || error.issue.code !== 'model') throw error;
      said = `${error.issue.path}: ${error.issue.says}`;
    }
    expect(said).toContain(words);
    expect(said).not.toContain('\n');
  });
});
