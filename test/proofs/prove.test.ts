/** The machinery of the proofs: it accepts what is proved and nothing else, and its record is of these very files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import laws from '../../derivations/laws.json' with { type: 'json' };
import { given, reals, statementOf, type Theorem } from '../../proofs/coq/statement.ts';
import { choices } from '../../proofs/coq/statements/choices.ts';
import { demandLetters, FIXED_LAWS } from '../../proofs/coq/statements/variants.ts';
import { meanings, modulesOf, statementsFile, theorems } from '../../proofs/coq/theorems.ts';
import { proofRecord, provedFor } from '../../proofs/proved.ts';
import { CLAIMS } from '../../proofs/registry.ts';
import { coqVersion } from '../../src/engines/coq.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { parse } from '../../src/kernel/parse.ts';
import { CLASSICAL_REALS, compileFiles, driftOf, prove, recheckFailures } from '../../src/report/prove.ts';
import { fingerprint, inOrder, proofSources } from '../../src/report/prove-sources.ts';
import { proveResult } from '../../src/report/schemas/prove.ts';
import { misfits } from '../support/schema.ts';
import { isWhole } from '../support/tier.ts';

const sources = proofSources(join(import.meta.dirname, '../../proofs'));
const page = readFileSync(join(import.meta.dirname, '../../proofs/README.md'), 'utf8');

describe('the record', () => {
  test('is of these sources and statements', () => {
    expect(proofRecord().fingerprint).toBe(fingerprint(sources, statementsFile()));
    expect(proofRecord().theorems.map(({ name }) => name)).toEqual(theorems().map(({ name }) => name));
  });

  test('is of other ones where a file or a statement changes by a character', () => {
    const [first, ...rest] = sources;
    if (!first) throw new Error('no sources');
    const edited = [{ ...first, text: `${first.text} ` }, ...rest];
    expect(proofRecord().fingerprint).not.toBe(fingerprint(edited, statementsFile()));
    expect(proofRecord().fingerprint).not.toBe(fingerprint(sources, `${statementsFile()} `));
  });

  test('rests on the four axioms of the classical reals and admits nothing', () => {
    for (const { axioms } of proofRecord().theorems)
      expect(axioms.filter((axiom) => !CLASSICAL_REALS.includes(axiom))).toEqual([]);
    for (const { path, text } of sources)
      expect([path, /\b(Admitted|admit|Axiom|Parameter)\b/.test(text)]).toEqual([path, false]);
  });

  test('every theorem has one name, stands on the page, and bears on readings that exist', () => {
    const stated = theorems();
    expect(new Set(stated.map(({ name }) => name)).size).toBe(stated.length);
    for (const theorem of stated) {
      expect(page).toContain(statementOf(theorem));
      for (const { id, reading } of theorem.claims)
        expect(CLAIMS[id].map((claim) => claim.reading)).toContain(reading);
    }
  });

  test('gives each reading its own theorems', () => {
    expect(provedFor('theorem-1', 'uniformly in E, a and rho')).toBe('no_uniform_constant_1');
    expect(provedFor('theorem-1', 'E to infinity, the rest fixed')).toContain('theorem_1_slack');
    expect(provedFor('trend-4.11', 'as stated')).toBeNull();
  });
});

test('the laws of given demand that are proved are those that the toolkit finds', () => {
  const point = { alpha: 0.34, beta: 0.28, a: 1e-3, b: 2e-3, omega: 1e-5, T: 1e15, E: 1e18 };
  const letters = demandLetters();
  const found = (at: string): number => {
    const { constant, exponent } = laws.entries.find((entry) => entry.at === at) as Record<string, string>;
    const law = parse(`(${constant})*E^(${exponent})`, letters);
    return evaluate(law, { ...point, gamma: at.includes('<') ? -0.7 : 0.8 }, double);
  };
  for (const [sign, gamma] of [['<', -0.7] as const, ['>', 0.8] as const])
    for (const [regime, text] of Object.entries(FIXED_LAWS)) {
      const [k, R] = [1 + point.alpha / point.beta, (point.a / point.b) ** (1 / point.beta)];
      const proved = evaluate(parse(text, letters), { ...point, gamma, k, R }, double);
      const law = found(`fixed-demand / laws in E / gamma ${sign} 0 / ${regime}-dominated / n`);
      expect(Math.abs(proved / law - 1)).toBeLessThan(1e-9);
    }
});

test('files stand after those that they load', () => {
  const order = inOrder(sources).map(({ module }) => module);
  expect(order.indexOf('Powers')).toBeLessThan(order.indexOf('Model'));
  expect(order.indexOf('Link')).toBeLessThan(order.indexOf('Bounds'));
  const circle = ['A', 'B'].map((module, i) => ({
    path: `${module}.v`,
    module,
    text: `From Optimand Require Import ${'BA'.charAt(i)}.`,
  }));
  expect(() => inOrder(circle)).toThrow(/loads itself/);
});

const coq = await coqVersion();

describe.skipIf(coq === null)('Coq itself', { timeout: 900_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'optimand-coq-test-'));
  const at = { folder, library: 'Optimand' };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const tiny = (name: string, text: string) => ({ path: `${name}.v`, module: name, text });
  const half = (name: string): Theorem => ({
    name,
    file: 'Tiny.v',
    claims: [],
    says: `${name}: half of a positive number is smaller`,
    binders: reals('x'),
    given: [given('0 < x', 'x > 0')],
    concludes: 'x / 2 < x',
  });
  const head = 'From Coq Require Import Reals Lra.\nOpen Scope R_scope.\n';
  const theorem = (name: string, proof: string): string =>
    `Theorem ${name} (x : R) : 0 < x -> x / 2 < x.\n${proof}\n`;

  test('a sound theorem is accepted; one that is admitted, or rests on what is, or on an axiom of ours, is not', async () => {
    const text = [
      head,
      theorem('sound', 'Proof. lra. Qed.'),
      theorem('admitted', 'Admitted.'),
      'Lemma below (x : R) : 0 < x -> x / 2 < x.\nAdmitted.\n',
      theorem('on_admitted', 'Proof. apply below. Qed.'),
      'Axiom easy : forall x : R, x / 2 < x.\n',
      theorem('on_axiom', 'Proof. intros. apply easy. Qed.'),
    ].join('');
    const names = ['sound', 'admitted', 'on_admitted', 'on_axiom'];
    const options = { sources: [tiny('Tiny', text)], meanings: [], recheck: false };
    const proofs = await prove({ ...options, theorems: names.map(half) });
    expect(misfits(proveResult, JSON.parse(JSON.stringify(proofs)))).toEqual([]);
    expect(proofs.theorems.map(({ name }) => name)).toEqual(names);
    expect(proofs.failures).toHaveLength(3);
    expect(proofs.failures[0]).toMatch(/^admitted rests on .*admitted/);
    expect(proofs.failures[1]).toMatch(/^on_admitted rests on .*below/);
    expect(proofs.failures[2]).toMatch(/^on_axiom rests on .*easy/);
  });

  test('a false theorem does not compile, and neither does what loads it', async () => {
    const wrong = tiny(
      'Wrong',
      `${head}${theorem('wrong', 'Proof. lra. Qed.').replace('x / 2 < x.', 'x < x / 2.')}`,
    );
    const above = tiny('Above', 'From Optimand Require Import Wrong.\n');
    expect(await compileFiles(at, [wrong, above])).toMatch(/^proofs\/Wrong.v does not compile/);
  });

  test('an axiom that no theorem uses is found by coqchk', async () => {
    expect(
      await compileFiles(at, [
        tiny('Unused', 'Axiom unused : 0 = 1.\n'),
        tiny('Clean', 'Lemma easy : 0 = 0.\nProof. reflexivity. Qed.\n'),
      ]),
    ).toBeNull();
    expect(await recheckFailures(at, ['Clean'])).toEqual([]);
    expect((await recheckFailures(at, ['Unused'])).join()).toMatch(/coqchk finds the axiom .*unused/);
  });

  test.runIf(isWhole)(
    'a statement that drifts from its theorem is refused: a formula, a hypothesis, a definition',
    async () => {
      const best = choices().find(({ name }) => name === 'best_sales');
      const [profit] = meanings().filter(({ name }) => name === 'profit');
      if (!best || !profit) throw new Error('no theorem or no definition');
      expect(await compileFiles(at, inOrder(sources, modulesOf([best], [profit])))).toBeNull();
      expect(await driftOf(at, [best], [profit])).toBeNull();
      const dearer = { ...profit, equation: profit.equation.replace('6 * n', '7 * n') };
      expect(dearer.equation).not.toBe(profit.equation);
      expect(await driftOf(at, [best], [dearer])).toMatch(/differ: "profit/);
      const drifted = { ...best, concludes: best.concludes.replace('(2 * delta)', '(3 * delta)') };
      expect(drifted.concludes).not.toBe(best.concludes);
      expect(await driftOf(at, [drifted], [profit])).toMatch(/differ: "at given n and d/);
      expect(await driftOf(at, [{ ...best, given: best.given.slice(0, 1) }], [profit])).toMatch(/differ/);
    },
  );
});
