/**
 * `derive --format sympy`: the file is run by Python and holds every step against SymPy; a formula altered in it makes it fail.
 * The long run takes every variant and every classic.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Derivation, Step } from '../../src/derive/derivation.ts';
import { CLASSIC_IDS } from '../../src/economics/classics/registry.ts';
import type { ModelFile } from '../../src/economics/model-file/schema.ts';
import { VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { add, multiply, one } from '../../src/kernel/term.ts';
import { allDerivations, prepare } from '../../src/report/derive.ts';
import { model, problem } from '../../src/report/model.ts';
import { renderSympy } from '../../src/report/render/sympy/sympy.ts';
import { consumer, leastCost, rationed } from '../problems/textbook.ts';
import { isFull, isWhole, sampled } from '../support/tier.ts';

const isThere = spawnSync('python3', ['-c', 'import sympy']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'optimand-sympy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(derivations: readonly Derivation[]): { status: number | null; out: string } {
  const path = join(folder, 'check.py');
  writeFileSync(path, renderSympy(derivations));
  const { status, stdout, stderr } = spawnSync('python3', [path], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { status, out: stdout };
}

const inFile = (name: string) => JSON.parse(readFileSync(`docs/models/${name}.json`, 'utf8'));
const HOSTILE: ModelFile = {
  id: 'hostile',
  title: '"""\nimport os\nos.abort()\n"""',
  symbols: [{ name: 'lambda_', meaning: '""" + exit(3) + \\"' }],
  blocks: [{ price: 'omega*f*lambda_', sales: 'T', meaning: '"""); exit(3); ("""' }],
};

const CAPPED: ModelFile = {
  id: 'capped',
  symbols: [
    { name: 'N', meaning: 'most parameters', role: 'quantity', unit: 'parameter' },
    { name: 'T', meaning: 'most tokens sold', role: 'quantity', unit: 'token' },
  ],
  blocks: [{ limits: { n: 'N', t: 'T' } }],
};

const asked = (id: string) => () => prepare(id).derivations;
const CASES: readonly (readonly [string, () => readonly Derivation[]])[] = [
  ...(isFull ? [...VARIANT_IDS, ...CLASSIC_IDS] : ['fixed-demand', 'compute-optimal']).map(
    (id) => [id, asked(id)] as const,
  ),
  ...(isFull
    ? [
        ['every written derivation', allDerivations] as const,
        ...['chinchilla-quality', 'closing-gap'].map(
          (name) => [name, () => prepare(model(inFile(name))).derivations] as const,
        ),
        ['limits on size and sales', () => prepare(model(CAPPED)).derivations] as const,
        ...[rationed, leastCost].map((file) => [file.id, () => prepare(problem(file)).derivations] as const),
      ]
    : []),
  ['a consumer with a budget', () => prepare(problem(consumer)).derivations],
  ["a model of one's own", () => prepare(model(inFile('log-power'))).derivations],
  ["a problem of one's own", () => prepare(problem(inFile('cobb-douglas'))).derivations],
  ['a model with hostile words', () => prepare(model(HOSTILE)).derivations],
];

describe.skipIf(!isThere && !process.env.CI)('SymPy', { timeout: 600_000 }, () => {
  it.each(sampled(CASES, 1))('finds nothing wrong with the derivations of %s', (_, derivations) => {
    const { status, out } = run(derivations());
    expect(out).not.toMatch(/FAILS|Error/);
    expect(out).toContain('nothing fails');
    expect(status).toBe(0);
    const [, symbolic = '0'] = /(\d+) symbolic/.exec(out) ?? [];
    expect(Number(symbolic)).toBeGreaterThan(2);
  });

  /** The derivations with the right side of one step altered, and nothing else. */
  function altered(derivations: readonly Derivation[], pick: (step: Step) => boolean): readonly Derivation[] {
    let done = false;
    const changed = derivations.map((derivation) => ({
      ...derivation,
      steps: derivation.steps.map((step) => {
        if (done || !step.relation || !pick(step)) return step;
        done = true;
        return { ...step, relation: { ...step.relation, right: add(multiply(2, step.relation.right), one) } };
      }),
    }));
    expect(done).toBe(true);
    return changed;
  }

  it.each(sampled(['differentiate', 'solve', 'rewrite'], 1))(
    'notices a formula altered in a step by %s',
    (rule) => {
      const derivations = prepare('fixed-demand').derivations;
      const wrong = altered(derivations, (step) => step.rule === rule && step.relation?.sign === '=');
      const { status, out } = run(wrong);
      expect(status).toBe(1);
      expect(out).toContain('FAILS');
    },
  );

  it.runIf(isWhole)('notices a wrong closed form of a problem', () => {
    const derivations = prepare('loss-target').derivations;
    const wrong = altered(
      derivations,
      ({ rule, relation }) => rule === 'solve' && relation?.left.kind === 'symbol',
    );
    expect(run(wrong).status).toBe(1);
  });
});
