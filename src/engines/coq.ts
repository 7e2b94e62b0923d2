/**
 * Coq, the proof checker: files compiled, what a theorem rests on, and compiled files checked anew by Coq's own small kernel.
 *
 * A file that compiles is not yet a proof: it may admit its lemmas or add axioms. Both show in what a theorem rests on and
 * in the summary of `coqchk`, which is why both are read.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the files of one library live; their logical name is `<library>.<file>`. */
export interface Workspace {
  readonly folder: string;
  readonly library: string;
}

export interface Run {
  readonly ok: boolean;
  /** Both streams. */
  readonly output: string;
}

/** Longest that one run may take, in milliseconds: `coqchk` checks the reals and Coquelicot as well. */
const PATIENCE = 1_800_000;

const run = (program: string, args: readonly string[], folder: string): Promise<Run> =>
  new Promise((answer) => {
    const options = { cwd: folder, timeout: PATIENCE, maxBuffer: 2 ** 26 };
    execFile(program, args, options, (error, stdout, stderr) => {
      const why = error && stdout === '' && stderr === '' ? error.message : '';
      answer({ ok: error === null, output: `${stdout}${stderr}${why}` });
    });
  });

const load = ({ library }: Workspace): readonly string[] => ['-Q', '.', library];

/** The version of Coq, or null where `coqc` or `coqchk` is not to be found. */
export async function coqVersion(): Promise<string | null> {
  const [compiler, checker] = await Promise.all([
    run('coqc', ['--print-version'], '.'),
    run('coqchk', ['--version'], '.'),
  ]);
  return compiler.ok && checker.ok ? (compiler.output.split(' ')[0] ?? null) : null;
}

/** Whether a library that proofs load is installed. */
export async function hasLibrary(at: Workspace, name: string): Promise<boolean> {
  writeFileSync(join(at.folder, 'Probe.v'), `From ${name} Require ${name}.\n`);
  return (await run('coqc', ['-w', 'none', 'Probe.v'], at.folder)).ok;
}

/** Compiles one file; the files that it loads must have been compiled. */
export const compileCoq = (at: Workspace, module: string): Promise<Run> =>
  run('coqc', ['-q', '-w', 'none', ...load(at), `${module}.v`], at.folder);

/** The first names of lines that state an axiom; its type may follow on the same line or on the next. */
const namesIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => /^([A-Za-z_][\w.']*)(?:\s*:.*)?$/.exec(line)?.[1] ?? []);

/** The axioms on which each theorem rests, by name, an admitted lemma among them; null where Coq does not say. */
export async function axiomsOf(
  at: Workspace,
  theorems: readonly string[],
): Promise<readonly (readonly string[])[] | null> {
  const modules = [...new Set(theorems.map((name) => name.split('.')[0]))];
  const lines = [`From ${at.library} Require ${modules.join(' ')}.`];
  writeFileSync(
    join(at.folder, 'Axioms.v'),
    [...lines, ...theorems.map((name) => `Print Assumptions ${at.library}.${name}.`)].join('\n'),
  );
  const { ok, output } = await compileCoq(at, 'Axioms');
  const parts = output.split(/^(?=Axioms:|Closed under the global context)/m).filter((part) => part.trim());
  if (!ok || parts.length !== theorems.length) return null;
  return parts.map((part) =>
    part.startsWith('Axioms:') ? namesIn(part.slice('Axioms:'.length)).toSorted() : [],
  );
}

export interface Recheck {
  readonly ok: boolean;
  /** Everything that the checked files and the libraries behind them assume, admitted lemmas among it. */
  readonly axioms: readonly string[];
  /** Parts of the logic that were switched off somewhere: none, in a sound development. */
  readonly unsafe: readonly string[];
  readonly output: string;
}

/** Compiled modules and all that they load, checked anew by `coqchk`. */
export async function recheckCoq(at: Workspace, modules: readonly string[]): Promise<Recheck> {
  const names = modules.map((module) => `${at.library}.${module}`);
  const { ok, output } = await run('coqchk', ['-silent', '-o', ...load(at), ...names], at.folder);
  const sections = output.split(/^\* /m).slice(1);
  const listed = (title: string): readonly string[] => {
    const body = sections.find((section) => section.startsWith(title))?.slice(title.length) ?? '<missing>';
    return body
      .split('\n')
      .map((line) => line.replace(/^:/, '').trim())
      .filter((line) => line !== '' && line !== '<none>');
  };
  const axioms = listed('Axioms');
  const unsafe = [
    'relying on type-in-type',
    'relying on unsafe (co)fixpoints',
    'whose positivity is assumed',
  ].flatMap((what) => {
    const section = sections.find((text) => text.includes(what)) ?? '';
    return section.includes('<none>') ? [] : [section.trim() || what];
  });
  return { ok, axioms, unsafe, output };
}
