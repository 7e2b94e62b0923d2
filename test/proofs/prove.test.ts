/** The machinery of the proofs: it accepts what is proved and nothing else, and its record is of these very files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { given, reals, statementOf, type Theorem } from '../../proofs/coq/statement.ts';
import { choices } from '../../proofs/coq/statements/choices.ts';
import { meanings } from '../../proofs/coq/statements/model.ts';
import { statementsFile, theorems } from '../../proofs/coq/theorems.ts';
import { proofRecord, provedFor } from '../../proofs/proved.ts';
import { CLAIMS } from '../../proofs/registry.ts';
import { coqVersion } from '../../src/engines/coq.ts';
import { CLASSICAL_REALS, prove } from '../../src/report/prove.ts';
import { fingerprint, inOrder, proofSources } from '../../src/report/prove-sources.ts';
import { proveResult } from '../../src/report/schemas/prove.ts';

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
        expect(reading === null || CLAIMS[id].some((claim) => claim.reading === reading)).toBe(true);
    }
  });

  test('gives each reading its own theorems', () => {
    expect(provedFor('theorem-1', 'uniformly in E, a and rho')).toBe('no_uniform_constant_1');
    expect(provedFor('theorem-1', 'E to infinity, the rest fixed')).toContain('theorem_1_slack');
    expect(provedFor('trend-4.11', 'as stated')).toBeNull();
  });
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
  const tiny = (text: string) => ({ path: 'Tiny.v', module: 'Tiny', text });
  const half: Theorem = {
    name: 'half',
    file: 'Tiny.v',
    claims: [],
    says: 'half of a positive number is smaller',
    binders: reals('x'),
    given: [given('0 < x', 'x > 0')],
    concludes: 'x / 2 < x',
  };
  const head = 'From Coq Require Import Reals Lra.\nOpen Scope R_scope.\n';
  const sound = `${head}Theorem half (x : R) : 0 < x -> x / 2 < x.\nProof. lra. Qed.\n`;
  const proveTiny = (text: string, theorem = half, recheck = false) =>
    prove({ sources: [tiny(text)], theorems: [theorem], meanings: [], recheck });

  test('a sound file is accepted', async () => {
    const proofs = await proveTiny(sound);
    const { failures, theorems: proved } = proofs;
    expect(new Ajv({ strict: false }).validate(proveResult, JSON.parse(JSON.stringify(proofs)))).toBe(true);
    expect(failures).toEqual([]);
    expect(proved.map(({ name }) => name)).toEqual(['half']);
  });

  test('an admitted theorem is refused', async () => {
    const text = sound.replace('Proof. lra. Qed.', 'Admitted.');
    expect((await proveTiny(text)).failures.join()).toMatch(/half rests on .*half/);
  });

  test('a theorem that rests on an admitted lemma is refused', async () => {
    const lemma = 'Lemma below (x : R) : 0 < x -> x / 2 < x.\nAdmitted.\n';
    const text = `${head}${lemma}Theorem half (x : R) : 0 < x -> x / 2 < x.\nProof. apply below. Qed.\n`;
    expect((await proveTiny(text)).failures.join()).toMatch(/half rests on .*below/);
  });

  test('an axiom of our own is refused', async () => {
    const text = `${head}Axiom easy : forall x : R, x / 2 < x.\nTheorem half (x : R) : 0 < x -> x / 2 < x.\nProof. intros. apply easy. Qed.\n`;
    expect((await proveTiny(text)).failures.join()).toMatch(/half rests on .*easy/);
  });

  test('an axiom that no theorem uses is found by coqchk', async () => {
    const text = `${sound}Axiom unused : 0 = 1.\n`;
    expect((await proveTiny(text)).failures).toEqual([]);
    expect((await proveTiny(text, half, true)).failures.join()).toMatch(/coqchk finds the axiom .*unused/);
  });

  test('a false theorem does not compile', async () => {
    expect((await proveTiny(sound.replace('x / 2 < x', 'x < x / 2'))).failures.join()).toMatch(
      /does not compile/,
    );
  });

  test('a statement that drifts from its theorem is refused, a formula as well as a sign', async () => {
    const best = choices().find(({ name }) => name === 'best_sales');
    if (!best) throw new Error('no theorem');
    const [profit] = meanings().filter(({ name }) => name === 'profit');
    if (!profit) throw new Error('no definition');
    const failuresOf = async (theorem: Theorem, equation = profit.equation) =>
      (await prove({ sources, theorems: [theorem], meanings: [{ ...profit, equation }], recheck: false }))
        .failures;
    expect(await failuresOf(best)).toEqual([]);
    const drifted = { ...best, concludes: best.concludes.replace('(2 * delta)', '(3 * delta)') };
    expect(drifted.concludes).not.toBe(best.concludes);
    expect((await failuresOf(drifted)).join()).toMatch(/differ: "at given n and d/);
    expect((await failuresOf({ ...best, given: best.given.slice(0, 1) })).join()).toMatch(/differ/);
    expect((await failuresOf(best, profit.equation.replace('6 * n', '7 * n'))).join()).toMatch(
      /differ: "profit/,
    );
  });
});
