/**
 * Machine-checked proofs: every file compiled from scratch, every theorem held against the statement that we make of it, and
 * what each rests on. A theorem is proved where its statement is ours and it rests on the four axioms of the classical reals.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bearing, statementOf, type Theorem } from '../../proofs/coq/statement.ts';
import type { Meaning } from '../../proofs/coq/statements/model.ts';
import { meanings, moduleOf, modulesOf, statementsFile, theorems } from '../../proofs/coq/theorems.ts';
import { axiomsOf, compileCoq, coqVersion, hasLibrary, recheckCoq, type Workspace } from '../engines/coq.ts';
import { fail } from '../kernel/issues.ts';
import { inOrder, modulesLoadedBy, type Source } from './prove-sources.ts';

/** The axioms on which Coq's classical reals rest. Nothing else may be assumed. */
export const CLASSICAL_REALS: readonly string[] = [
  'Classical_Prop.classic',
  'ClassicalDedekindReals.sig_forall_dec',
  'ClassicalDedekindReals.sig_not_dec',
  'FunctionalExtensionality.functional_extensionality_dep',
];

export const INSTALL =
  'install both, on Debian and Ubuntu with `apt-get install coq libcoq-coquelicot` (8.16 and 3.2 or newer)';

export interface ProvedTheorem {
  readonly name: string;
  readonly file: string;
  readonly claims: readonly Bearing[];
  readonly says: string;
  readonly hypotheses: readonly string[];
  readonly statement: string;
  readonly axioms: readonly string[];
}

export interface Proofs {
  readonly coq: string;
  readonly files: readonly string[];
  readonly theorems: readonly ProvedTheorem[];
  /** What failed, one sentence each; empty where everything is proved. */
  readonly failures: readonly string[];
}

export interface ProveOptions {
  readonly sources: readonly Source[];
  readonly theorems?: readonly Theorem[];
  /** The definitions that are held against the model's terms; all where none is given. */
  readonly meanings?: readonly Meaning[];
  /** Whether `coqchk` checks the compiled files anew. */
  readonly recheck?: boolean;
  /** Called with the share done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

const LIBRARY = 'Optimand';
const STATEMENTS = 'Statements';

const firstError = (output: string): string => {
  const lines = output.split('\n');
  const at = lines.findIndex((line) => line.startsWith('Error:'));
  return lines
    .slice(Math.max(at, 0), at + 3)
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .trim();
};

/** What the statement says in words on which compilation stopped. */
function stoppedAt(text: string, output: string): string {
  const line = Number(/line (\d+)/.exec(output)?.[1] ?? 1);
  const before = text.split('\n').slice(0, line);
  const comment = before.findLast((candidate) => candidate.startsWith('(*')) ?? '';
  return comment.replace(/^\(\*+\s*|\s*\*\)$/g, '');
}

const foreign = (axioms: readonly string[]): readonly string[] =>
  axioms.filter((axiom) => !CLASSICAL_REALS.some((known) => axiom === known || axiom.endsWith(`.${known}`)));

/** @throws OptimandError where Coq or Coquelicot is not installed. */
async function checkedVersion(at: Workspace): Promise<string> {
  const version = await coqVersion();
  if (version === null || !(await hasLibrary(at, 'Coquelicot')))
    return fail({
      code: 'usage',
      what: `Coq ${version === null ? '' : 'is here, but its library Coquelicot '}is not installed`,
      would: INSTALL,
    });
  return version;
}

const proved = (theorem: Theorem, axioms: readonly string[]): ProvedTheorem => ({
  name: theorem.name,
  file: theorem.file,
  claims: theorem.claims,
  says: theorem.says,
  hypotheses: theorem.given.map(({ words }) => words),
  statement: statementOf(theorem),
  axioms,
});

/** Compiles in a folder of its own and says what is proved. */
export async function prove(options: ProveOptions): Promise<Proofs> {
  const folder = mkdtempSync(join(tmpdir(), 'optimand-coq-'));
  try {
    return await proveIn({ folder, library: LIBRARY }, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compiles files, each as soon as those that it loads are done, as many at once as there are cores; what fails first, or null. */
export async function compileFiles(
  at: Workspace,
  ordered: readonly Source[],
  done: () => void = () => {},
): Promise<string | null> {
  const waiting = [...ordered];
  const finished = new Set<string>();
  let broken: string | null = null;
  const running = new Set<Promise<void>>();
  const compile = async ({ path, module, text }: Source): Promise<void> => {
    writeFileSync(join(at.folder, `${module}.v`), text);
    const { ok, output } = await compileCoq(at, module);
    finished.add(module);
    if (ok) done();
    else broken ??= `proofs/${path} does not compile: ${firstError(output)}`;
  };
  while (broken === null && waiting.length + running.size > 0) {
    const next = waiting.findIndex((source) =>
      modulesLoadedBy(source).every((module) => finished.has(module)),
    );
    const [source] = next >= 0 && running.size < availableParallelism() ? waiting.splice(next, 1) : [];
    if (source) {
      const run = compile(source);
      running.add(run);
      run.finally(() => running.delete(run));
    } else if (running.size > 0) await Promise.race(running);
    else broken = `proofs/${waiting[0]?.path} loads a file that is not there`;
  }
  await Promise.all(running);
  return broken;
}

/** Puts our statements to the compiled theorems: the first that differs from its theorem, or null. */
export async function driftOf(
  at: Workspace,
  stated: readonly Theorem[],
  defined: readonly Meaning[],
): Promise<string | null> {
  const text = statementsFile(stated, defined);
  writeFileSync(join(at.folder, `${STATEMENTS}.v`), text);
  const { ok, output } = await compileCoq(at, STATEMENTS);
  return ok
    ? null
    : `What we say and what is proved differ: "${stoppedAt(text, output)}" is not what its theorem states`;
}

async function proveIn(at: Workspace, options: ProveOptions): Promise<Proofs> {
  const { sources, recheck = true, progress = () => {} } = options;
  const coq = await checkedVersion(at);
  const stated = options.theorems ?? theorems();
  const defined = options.meanings ?? meanings();
  const ordered = inOrder(sources, modulesOf(stated, defined));
  const files = ordered.map(({ path }) => path);
  const steps = ordered.length + (recheck ? 12 : 2);
  const failed = (failures: readonly string[]): Proofs => ({ coq, files, theorems: [], failures });

  let compiled = 0;
  const broken = await compileFiles(at, ordered, () => progress(++compiled / steps));
  if (broken !== null) return failed([broken]);
  const drifted = await driftOf(at, stated, defined);
  if (drifted !== null) return failed([drifted]);
  progress((ordered.length + 1) / steps);
  const axioms = await axiomsOf(
    at,
    stated.map(({ name, file }) => `${moduleOf(file)}.${name}`),
  );
  if (axioms === null) return failed(['Coq does not say on what the theorems rest']);
  progress((ordered.length + 2) / steps);
  const failures = stated.flatMap(({ name }, i) =>
    foreign(axioms[i] ?? []).map(
      (axiom) => `${name} rests on ${axiom}, which is not among the axioms of the reals`,
    ),
  );
  if (recheck)
    failures.push(...(await recheckFailures(at, [...ordered.map(({ module }) => module), STATEMENTS])));
  progress(1);
  return { coq, files, theorems: stated.map((theorem, i) => proved(theorem, axioms[i] ?? [])), failures };
}

/** What `coqchk` objects to: a module that it refuses, an axiom even where no theorem uses it, a part of the logic switched off. */
export async function recheckFailures(at: Workspace, modules: readonly string[]): Promise<readonly string[]> {
  const { ok, axioms, unsafe, output } = await recheckCoq(at, modules);
  return [
    ...(ok ? [] : [`coqchk refuses the compiled proofs: ${firstError(output)}`]),
    ...foreign(axioms).map((axiom) => `coqchk finds the axiom ${axiom}`),
    ...unsafe.map((what) => `coqchk finds ${what}`),
  ];
}
