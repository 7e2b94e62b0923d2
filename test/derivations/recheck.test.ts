/** The step checker: it accepts the steps as written, notices wrong ones, and stands on its own. */
import { checkPrimeSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DERIVATIONS } from '../../derivations/registry.ts';
import { certify } from '../../src/derive/recheck/certificate.ts';
import { checkStep } from '../../src/derive/recheck/check.ts';
import { P } from '../../src/derive/recheck/exact.ts';
import { goalsOf } from '../../src/derive/recheck/goals.ts';
import { type Mutant, mutantsOf } from '../../src/derive/recheck/mutate.ts';
import { type CertifiedStep, readCertificate } from '../../src/derive/recheck/read.ts';
import { recheckCertificate } from '../../src/derive/recheck/recheck.ts';
import { generator, Plan } from '../../src/derive/recheck/sample.ts';
import { byTier, isFull, isWhole, sampled } from '../support/tier.ts';

const SEED = 20260514;
const certificates = Object.values(DERIVATIONS).map((write) =>
  readCertificate(JSON.stringify(certify(write()))),
);
/** All steps; in a quick run some. */
const judged = sampled(
  certificates.flatMap(({ id, steps }) => steps.map((step) => ({ id, step }))),
  150,
).map(({ id, step }) => ({ name: `${id} ${step.index}`, step, found: checkStep(step, SEED + step.index) }));
const accepted = judged.filter(({ found }) => found.outcome === 'accepted');
const isMissing = ({ kind }: Mutant): boolean => kind === 'missing assumption';

test('no step as written is rejected, and what is not judged is of a known kind', () => {
  expect(judged.filter(({ found }) => found.outcome === 'rejected').map(({ name }) => name)).toEqual([]);
  expect(accepted.length).toBeGreaterThan(byTier(40, 240));
  expect(accepted.filter(({ found }) => found.exact).length).toBeGreaterThan(byTier(20, 140));
  const open = judged.filter(({ found }) => found.why.startsWith('no point'));
  expect(open.map(({ name }) => name)).toEqual([]);
});

/** Mutants of one kind, drawn with a seed: so many of every step (in a quick run of some steps), fewer where quality is smooth, which takes longest. */
function drawn(
  of: number,
  wanted: (mutant: Mutant) => boolean,
): { name: string; step: CertifiedStep; mutant: Mutant }[] {
  const random = generator(SEED);
  return sampled(accepted, 50).flatMap(({ name, step }) => {
    const all = mutantsOf(step).filter(wanted);
    const length = name.startsWith('ces-quality') && !isFull ? 1 : of;
    return Array.from({ length }, () => all[Math.floor(random() * all.length)]).flatMap((mutant) =>
      mutant ? [{ name, step, mutant }] : [],
    );
  });
}

const isRejected = (step: CertifiedStep, i: number): boolean =>
  checkStep(step, SEED + 7 * i).outcome === 'rejected';

/** Whether the right sides of two steps have one value, to 40 digits, wherever both have any. */
const isSame = (step: CertifiedStep, other: CertifiedStep): boolean =>
  step.output !== null &&
  other.output !== null &&
  step.output[0] === other.output[0] &&
  [[], step.inputs].some(
    (inputs) =>
      checkStep(
        {
          ...step,
          rule: 'rewrite',
          method: null,
          inputs,
          output: ['=', step.output?.[2] ?? '0', other.output?.[2] ?? '0'],
        },
        SEED,
      ).outcome === 'accepted',
  );

test('a changed sign, exponent or number and a dropped term: over five hundred in a whole run, none passes but of the same value', {
  timeout: 600_000,
}, () => {
  const counts: Record<string, number> = {};
  const passed = drawn(byTier(1, 3, 8), (mutant) => !isMissing(mutant)).filter(({ step, mutant }, i) => {
    const rejected = isRejected(mutant.step, i);
    if (rejected) counts[mutant.kind] = (counts[mutant.kind] ?? 0) + 1;
    // The checker asks of a quadratic that the value is a root; which of the two is meant is said in words.
    const isRoot = step.method === 'quadratic' && mutant.kind === 'sign';
    const same = !rejected && (isRoot || isSame(step, mutant.step));
    if (same) counts.same = (counts.same ?? 0) + 1;
    return !rejected && !same;
  });
  expect(passed.map(({ name, mutant }) => `${name} ${mutant.kind}`)).toEqual([]);
  const { same = 0, ...rejected } = counts;
  expect(Object.values(rejected).reduce((total, count) => total + count, 0)).toBeGreaterThan(byTier(40, 500));
  for (const kind of ['sign', 'exponent', 'number', 'dropped term'])
    expect(rejected[kind]).toBeGreaterThan(byTier(2, 20));
  expect(same).toBeLessThan(20);
});

const OTHERWISE: Readonly<Record<string, string>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };

/** The step where the assumption left out fails: if it holds there too, or nothing is there, it does not need it. */
function outsideOf({ step, without }: Mutant): CertifiedStep {
  const [sign, left, right] = without ?? ['=', '0', '0'];
  return sign === '!='
    ? { ...step, inputs: [...step.inputs, ['=', left, right]] }
    : { ...step, assumptions: [...step.assumptions, [OTHERWISE[sign] ?? '=', left, right]] };
}

/** Whether there is a point at which all that the step rests on holds. */
function hasPoint(step: CertifiedStep): boolean {
  const all = goalsOf(step);
  const goals = all.find(([goal]) => !goal?.isPut) ?? all[0] ?? [];
  return goals.some(({ given, left, right, opened }) =>
    Array.from({ length: given.length > 0 ? 5 : 1 }, (_, choice) => choice).some((choice) => {
      const plan = new Plan(given, step.assumptions, [left.term, right.term], opened, choice);
      const random = generator(SEED + choice);
      return Array.from({ length: 400 }).some(() => plan.draw(random) !== null);
    }),
  );
}

type Fate = 'rejected' | 'rejected at more points' | 'implied by the rest' | 'holds without it' | 'passed';
/** Runs of the checker, each with points of its own, before a mutant that is wrong counts as passed. */
const RUNS = 20;

function fateOf(mutant: Mutant, i: number): Fate {
  const outside = outsideOf(mutant);
  if (!hasPoint(outside)) return 'implied by the rest';
  if (isRejected(mutant.step, i)) return 'rejected';
  const there = checkStep(outside, SEED);
  if (there.outcome !== 'rejected') return 'holds without it';
  // A quadratic without a point at which to put its root in is rejected, for want of any.
  if (there.why.startsWith('no point')) return 'implied by the rest';
  const later = Array.from({ length: RUNS }, (_, run) => 1000 * (run + 1) + i);
  return later.some((seed) => isRejected(mutant.step, seed)) ? 'rejected at more points' : 'passed';
}

test('of assumptions left out every one that the step needs is missed: all of them in the long run, one in fifty in a whole one', {
  timeout: 7_200_000,
}, () => {
  const all = accepted.flatMap(({ name, step }) =>
    mutantsOf(step)
      .filter(isMissing)
      .map((mutant) => ({ name, mutant })),
  );
  const random = generator(SEED);
  const taken = all.filter(() => random() < byTier(0.01, 0.02, 1));
  const counts: Partial<Record<Fate, number>> = {};
  const passed = taken.filter(({ mutant }, i) => {
    const fate = fateOf(mutant, i);
    counts[fate] = (counts[fate] ?? 0) + 1;
    return fate === 'passed';
  });
  if (isFull) console.log(`${all.length} assumptions left out: ${JSON.stringify(counts)}`);
  expect(passed.map(({ name, mutant }) => `${name} ${JSON.stringify(mutant.without)}`)).toEqual([]);
  if (isWhole) expect(all.length).toBeGreaterThan(3000);
  if (isWhole) expect(counts.rejected).toBeGreaterThan(isFull ? 50 : 0);
});

describe('assumptions that a step needs', () => {
  const step = (given: Partial<CertifiedStep>): CertifiedStep => ({
    ...{
      index: 0,
      rule: 'rewrite',
      method: null,
      inputs: [],
      output: null,
      assumptions: [],
      definitions: {},
    },
    ...given,
  });
  const cases: readonly (readonly [string, CertifiedStep])[] = [
    [
      'the sign under a root',
      step({ output: ['=', ['^', ['^', 'M', '2'], '1/2'], 'M'], assumptions: [['>', 'M', '0']] }),
    ],
    [
      'a divisor that is not zero',
      step({ output: ['=', ['*', 'gamma', ['^', 'gamma', '-1']], '1'], assumptions: [['!=', 'gamma', '0']] }),
    ],
    [
      'the factor of an inequality',
      step({
        inputs: [['<', 'x', 'y']],
        output: ['<', ['*', 'c', 'x'], ['*', 'c', 'y']],
        assumptions: [['>', 'c', '0']],
      }),
    ],
    [
      'which of two is the smaller',
      step({ output: ['=', ['min', 'x', 'y'], 'x'], assumptions: [['<', 'x', 'y']] }),
    ],
    [
      'what lies between',
      step({
        rule: 'sign',
        output: ['>', ['+', '1', ['*', 'alpha', 'gamma']], '0'],
        assumptions: [
          ['>=', 'gamma', '-1'],
          ['>', 'alpha', '0'],
          ['<', 'alpha', '1'],
        ],
      }),
    ],
  ];
  test.each(cases)('%s: with it accepted, without it rejected', (_, whole) => {
    expect(checkStep(whole, SEED).outcome).toBe('accepted');
    for (let i = 0; i < whole.assumptions.length; i++)
      expect(checkStep({ ...whole, assumptions: whole.assumptions.toSpliced(i, 1) }, SEED).outcome).toBe(
        'rejected',
      );
  });
});

describe('the checker itself', () => {
  const folder = join(import.meta.dirname, '../../src/derive/recheck');
  const own = ['check', 'goals', 'sample', 'exact', 'evaluate', 'read'];
  const source = (name: string): string => readFileSync(join(folder, `${name}.ts`), 'utf8');

  test('imports its own files, the decimals of a library, and nothing else of ours', () => {
    const imports = own.flatMap((name) =>
      [...source(name).matchAll(/from '([^']+)'/g)].map(([, path]) => path),
    );
    const allowed = ['node:crypto', '../../engines/decimal.ts', ...own.map((name) => `./${name}.ts`)];
    expect(imports.filter((path) => !allowed.includes(path ?? ''))).toEqual([]);
  });

  test('is short: under 400 lines of code judge, and 130 more find points', () => {
    const code = (name: string): number =>
      source(name)
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/\*\*|\*)/.test(line)).length;
    const judges = own.filter((name) => name !== 'sample').reduce((total, name) => total + code(name), 0);
    expect(judges).toBeLessThan(400);
    expect(code('sample')).toBeLessThan(130);
  });

  test('computes modulo a safe prime of which 2, 3, 5 and 7 are squares', () => {
    const q = (P - 1n) / 2n;
    expect([checkPrimeSync(P), checkPrimeSync(q)]).toEqual([true, true]);
    for (const base of [2n, 3n, 5n, 7n]) {
      let [result, square] = [1n, base];
      for (let rest = q; rest > 0n; rest >>= 1n) {
        if (rest & 1n) result = (result * square) % P;
        square = (square * square) % P;
      }
      expect(result).toBe(1n);
    }
  });

  test('checks the JSON that it is given, not what we hold in memory', () => {
    const json = JSON.stringify(certify(DERIVATIONS['best-sales']()));
    expect(recheckCertificate(json, SEED).rejected).toEqual([]);
    const wrong = json.replace('["*","-2","delta"]', '["*","-3","delta"]');
    expect(wrong).not.toBe(json);
    expect(recheckCertificate(wrong, SEED).rejected.length).toBeGreaterThan(0);
  });

  test.each([
    ['{"id": 3}', /an id and steps/],
    ['{"id": "x", "steps": [{"rule": 1, "method": null}]}', /step 0 of x has no rule/],
    [
      '{"id": "x", "steps": [{"rule": "sign", "method": null, "inputs": [["~~", "x", "y"]], "assumptions": [], "output": null}]}',
      /relation that is none/,
    ],
  ])('says what is wrong with %s', (json, why) => {
    expect(() => readCertificate(json)).toThrow(why);
  });
});
