/** What nothing chosen moves, as a fixed cost, decides whether a firm sells, and no choice of it. */
import { describe, expect, it } from 'vitest';
import { laws } from '../../src/report/laws.ts';
import { model, problem } from '../../src/report/model.ts';
import { optimize } from '../../src/report/optimize.ts';
import { anyLaws } from '../../src/report/problem/laws.ts';
import { LAWS_RENDERERS } from '../../src/report/render/laws.ts';
import { FIRM } from '../support/firm.ts';

const amount = (name: string, meaning: string) => ({ name, meaning, role: 'quantity' as const });

/** The greatest p A K^a - r K - F. */
const firm = problem({
  id: 'fixed-cost',
  kind: 'maximum',
  objective: {
    name: 'profit',
    meaning: 'profit',
    parts: { revenue: 'p*A*K^a', capital: '-r*K', fixed: '-F' },
  },
  variables: [{ name: 'K', meaning: 'capital' }],
  symbols: [
    amount('A', 'productivity'),
    { name: 'a', meaning: 'share', domain: { above: 0, below: 1 } },
    amount('p', 'price'),
    amount('r', 'rent'),
    amount('F', 'fixed cost'),
  ],
  set: { A: 1, a: 0.3, p: 2, r: 0.1, F: 1 },
});

const regimesIn = (growing: string, set = {}) => anyLaws(firm, { in: growing, set }).result.regimes;

describe('a problem with a fixed cost', () => {
  it('has the choice of one without, whatever grows, and a loss where that is what it comes to', () => {
    const [inRent, ...others] = regimesIn('r');
    expect(others).toEqual([]);
    expect(inRent?.laws).toMatchObject({ K: { text: 'K ~ (1/a/A/p)^(1/(a - 1))*r^(1/(a - 1))' } });
    expect(inRent?.exponents).toMatchObject({ profit: { text: '0' } });
    expect(inRent?.constants).toMatchObject({ profit: { text: '-F' } });
    const [inCost] = regimesIn('F');
    expect(inCost?.exponents).toMatchObject({ K: { text: '0' }, profit: { text: '1' } });
  });

  it('is as the referee finds it at a large fixed cost', () => {
    const { F: _, ...set } = firm.set;
    const [law] = regimesIn('F', set);
    const [row] = optimize({ F: 1e6 }, { variant: firm }).rows;
    const found = row && 'optimum' in row ? (row.optimum as Readonly<Record<string, number>> | null) : null;
    const constants: Readonly<Record<string, { value: number | null } | null>> = law?.constants ?? {};
    const K = constants.K?.value;
    expect(K).toBeGreaterThan(1);
    expect((found?.K ?? 0) / (K ?? 1)).toBeCloseTo(1, 6);
    expect((found?.profit ?? 0) / -1e6).toBeCloseTo(1, 4);
  });

  it('prints a negative constant as a sign, an exact exponent as a fraction', () => {
    const text = LAWS_RENDERERS.text(anyLaws(firm, { in: 'F' }));
    expect(text).toContain('profit ~ -F\n');
    const lot = problem({
      id: 'lot',
      kind: 'minimum',
      objective: { name: 'cost', meaning: 'cost', parts: { orders: 's*D_y/Q', stock: 'h*Q/2' } },
      variables: [{ name: 'Q', meaning: 'lot' }],
      symbols: [amount('s', 'cost of an order'), amount('D_y', 'demand'), amount('h', 'cost of holding')],
    });
    expect(LAWS_RENDERERS.text(anyLaws(lot, { in: 's' }))).toContain('Q ~ (2*D_y/h)^(1/2) * s^(1/2)');
  });
});

describe('a firm with a fixed cost', () => {
  const lab = model({
    id: 'lab',
    symbols: [{ ...amount('F', 'fixed cost of the laboratory'), unit: 'dollar' }],
    blocks: [{ cost: { training: '6*n*d/E + F', inference: '2*n*t/E' } }],
    set: {
      ...FIRM,
      E: 1e19,
      F: 1e9,
    },
  });

  it('sells until the fixed cost is all that it earns, and its choice does not answer to it', () => {
    const { F: _, ...set } = lab.own.set;
    const { result } = laws(lab, { in: 'F', set });
    const [producing] = result.regimes;
    expect(result.regimes.map(({ name }) => name).at(-1)).toBe('stay-out');
    expect(producing?.exponents).toMatchObject({ n: { text: '0' }, d: { text: '0' }, t: { text: '0' } });
    const end = producing?.to?.value ?? Number.NaN;
    const free = optimize({ ...set, F: 1e-3 }, { variant: lab }).rows[0];
    const earned = free && 'produces' in free ? (free.optimum?.profit ?? 0) : 0;
    expect(earned).toBeGreaterThan(1e9);
    expect(end / earned).toBeGreaterThan(1 / 3);
    expect(end / earned).toBeLessThan(3);
    const sells = (F: number): boolean | null => {
      const [row] = optimize({ ...set, F }, { variant: lab }).rows;
      return row && 'produces' in row ? row.produces : null;
    };
    expect([0.9 * earned, 1.1 * earned].map(sells)).toEqual([true, false]);
  });

  it('has no law of training spend as the fixed cost grows, for that is a sum of what is chosen and of what is not', () => {
    const { F: _, ...set } = lab.own.set;
    const { result, symbols } = laws(lab, { in: 'F', set });
    const [producing] = result.regimes;
    expect(producing?.name).toBe('training-dominated');
    expect(producing?.exponents.C_train).toBeNull();
    expect(producing?.logPowers.C_train).toBeNull();
    expect(producing?.laws.C_train).toBeNull();
    expect(producing?.exponents.profit).toMatchObject({ text: '0' });
    const text = LAWS_RENDERERS.text({ result, symbols, warnings: [] });
    expect(text).not.toContain('C_train ~');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'No law of C_train: it is a sum, its parts grow differently with F, and the regime ends before one part is all that counts.',
    );
    // Spend is a constant and F, in a ratio that F decides: neither a constant nor F alone.
    const spend = (F: number): number => {
      const [row] = optimize({ ...set, F }, { variant: lab }).rows;
      return row && 'produces' in row ? (row.optimum?.C_train ?? Number.NaN) : Number.NaN;
    };
    const chosen = spend(1e-3);
    expect(chosen).toBeGreaterThan(1e9);
    for (const F of [chosen / 10, chosen]) expect(spend(F) / (chosen + F)).toBeCloseTo(1, 6);
  });

  it('has a law of training spend as E grows only where no end of the regime keeps the spend that is chosen from being all', () => {
    const { E: _, ...set } = lab.own.set;
    const regimesAt = (gamma: number) => laws(lab, { set: { ...set, gamma } }).result.regimes;
    const told = (gamma: number) =>
      regimesAt(gamma).flatMap(({ name, to, exponents }) =>
        name.endsWith('dominated') ? [[name, to === null, exponents.C_train?.value ?? null]] : [],
      );
    const { alpha, beta } = set as Readonly<Record<string, number>> & { alpha: number; beta: number };
    const power = -2 * alpha * beta * -0.5;
    const whole = power / (alpha + beta - power);
    expect(told(-0.5)).toEqual([
      ['inference-dominated', false, null],
      ['training-dominated', true, expect.closeTo(whole, 9)],
    ]);
    // Where what is chosen falls with E the fixed cost is all that counts in the end.
    expect(told(0.5).at(-1)).toEqual(['training-dominated', true, 0]);
    expect(regimesAt(0.5).at(-1)?.constants.C_train).toMatchObject({ value: 1e9 });
  });

  it('stays out while it would not earn the fixed cost, where nothing else keeps it out', () => {
    const { gamma: _, E: __, ...rest } = FIRM;
    const set = { ...rest, h: 0.7 };
    const everywhere = model({
      id: 'everywhere',
      symbols: [{ ...amount('F', 'fixed cost of the laboratory'), unit: 'dollar' }],
      blocks: [{ block: 'hill-adoption' }, { cost: { training: '6*n*d/E + F', inference: '2*n*t/E' } }],
    });
    const plain = laws('hill-adoption', { set }).result.regimes;
    const own = laws(everywhere, { set: { ...set, F: 1e9 } }).result.regimes;
    expect(plain.map(({ name }) => name)).not.toContain('stay-out');
    expect(own.map(({ name }) => name)).toEqual(['stay-out', 'break-even', ...plain.map(({ name }) => name)]);
    const entry = own[0]?.to?.value ?? Number.NaN;
    expect(own[2]?.from?.value).toBe(entry);
    const sells = (E: number): boolean | null => {
      const [row] = optimize({ ...set, F: 1e9, E }, { variant: everywhere }).rows;
      return row && 'produces' in row ? row.produces : null;
    };
    expect([0.99, 1.01].map((share) => sells(share * entry))).toEqual([false, true]);
    // Where what is earned grows with E, and letters are free; where it tends to a constant, a condition weighs that against the cost.
    const lawful = laws(everywhere, {}).result.regimes.filter(({ name }) => name.endsWith('dominated'));
    expect(lawful.length).toBeGreaterThan(3);
    for (const { exponents, edges, condition } of lawful) {
      const told = [...edges.map(({ source }) => source), ...condition.own.map(({ because }) => because)];
      const why = exponents.profit?.text === '0' ? 'profit is positive' : 'what nothing chosen moves';
      expect(told).toContain(why);
    }
  });

  it('at gamma = 0 keeps logarithms and constants apart: spend that grows with ln E has no law beside a fixed cost, which ends where ln(E)^2 earns it', () => {
    const bound = model({
      id: 'bound',
      symbols: [{ ...amount('F', 'fixed cost of the laboratory'), unit: 'dollar' }],
      blocks: [{ block: 'data-bound' }, { cost: { training: '6*n*d/E + F', inference: '2*n*t/E' } }],
    });
    const { regimes } = laws(bound, { set: { gamma: 0 } }).result;
    const [inference, training] = regimes.filter(({ name }) => name.endsWith('dominated'));
    for (const regime of [inference, training]) {
      expect(regime?.logPowers.profit?.text).toBe('2');
      expect(regime?.exponents.C_train).toBeNull();
      expect(regime?.edges.map(({ source }) => source)).toContain('what nothing chosen moves');
    }
    // By hand: omega^2 ln(q)^2/(4 delta) = F with q = a n^alpha, n = omega alpha E/2.
    const at = inference?.edges.find(({ source }) => source === 'what nothing chosen moves')?.at?.text;
    expect(at).toBe('2*a^(-1/alpha)*exp(2*(F*delta)^(1/2)/omega)^(1/alpha)/alpha/omega');
  });

  it('says of constants that are only near that they are', () => {
    const text = LAWS_RENDERERS.text(laws(lab, { in: 'F' }));
    expect(text).toMatch(/Constants without a closed form: c_n, c_d, c_t/);
  });

  it('has the regimes of one without where a cost outgrows the rest beyond their end, up to where the fixed cost is all that is earned', () => {
    const set = { ...lab.own.set, gamma: 0.5, E: 1e26, F: 1 };
    const { delta: _, ...known } = set as Readonly<Record<string, number>>;
    const { F: __, ...free } = known;
    const named = (regimes: readonly { readonly name: string }[]): readonly string[] =>
      regimes.map(({ name }) => name);
    const [own, plain] = [
      laws(lab, { in: 'delta', set: known }),
      laws('baseline', { in: 'delta', set: free }),
    ];
    expect(named(plain.result.regimes)).toContain('training-dominated');
    expect(named(own.result.regimes)).toEqual(named(plain.result.regimes));
    const end = own.result.regimes.find(({ name }) => name === 'training-dominated')?.to?.value ?? Number.NaN;
    const without = plain.result.regimes.find(({ name }) => name === 'training-dominated')?.to?.value ?? 0;
    // At a fixed cost of one dollar delta is at most omega^2/(4 gamma^2).
    const { omega = 0, gamma = 1 } = known;
    expect(without).toBeGreaterThan(end);
    expect(end).toBeLessThanOrEqual(omega ** 2 / (4 * gamma ** 2));
    expect(end).toBeGreaterThan(omega ** 2 / (4 * gamma ** 2) / 3);
  });
});

describe('a firm that repeats its data', () => {
  it('has no law of profit where what outgrows the rest beyond the end of the regime may be a cost', () => {
    const { E = 0, omega = 0, delta = 0, a = 0, b = 0 } = FIRM as Readonly<Record<string, number>>;
    const set = { E, omega, delta, a, b, alpha: 0.5, beta: 0.3, gamma: -0.5, U: 1e13 };
    const { regimes } = laws('repeated-data', { in: 'Rstar', set }).result;
    const first = regimes.find(({ name }) => name === 'training-dominated');
    expect(first?.to).not.toBeNull();
    expect(first?.exponents).toMatchObject({ n: { text: '0' }, t: { text: '0' }, profit: null });
    const profit = (Rstar: number): number => {
      const [row] = optimize({ ...set, Rstar }, { variant: 'repeated-data' }).rows;
      return row && 'produces' in row ? (row.optimum?.profit ?? Number.NaN) : Number.NaN;
    };
    // Without repetition profit is what the unique tokens bring, not the share Rstar of something.
    expect(profit(1e-4) / profit(1e-3)).toBeCloseTo(1, 1);
  });
});

describe('a firm whose training holds the price of data', () => {
  const set = { ...FIRM, c: 1e-9 };
  const priced = model({
    id: 'priced',
    symbols: [{ ...amount('c', 'price of a token'), unit: 'dollar/token' }],
    blocks: [{ cost: { training: '6*n*d/E + c*d', inference: '2*n*t/E' } }],
  });

  it('has a law of training spend where the condition leaves one of its parts out beside the other', () => {
    const { regimes } = laws(priced, { set }).result;
    const found = regimes.flatMap(({ name, exponents: { n, d, C_train } }) =>
      name === 'stay-out' || name === 'break-even'
        ? []
        : [[name, C_train?.value ?? null, (n?.value ?? 0) + (d?.value ?? 0) - 1, d?.value]],
    );
    expect(found.map(([name]) => name)).toEqual(['inference-dominated', 'training-dominated', 'data-cost']);
    const [inference, training, data] = found;
    // Inference outweighs both parts there, and nothing tells which of the two is the larger.
    expect(inference?.[1]).toBeNull();
    // Compute for training, although the price of data would outgrow it beyond the regime; then that price.
    expect(training?.[1]).toBeCloseTo(training?.[2] as number, 9);
    expect(training?.[3]).toBeGreaterThan(training?.[2] as number);
    expect(data?.[1]).toBe(data?.[3]);
  });
});
