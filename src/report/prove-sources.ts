/** The sources of the proofs: found, put in an order in which they compile, and given a fingerprint. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, refuse } from '../kernel/issues.ts';

export interface Source {
  /** Below `proofs/`. */
  readonly path: string;
  /** The name by which other files load it. */
  readonly module: string;
  readonly text: string;
}

export const PROOFS = 'proofs';

/** Every Coq file below `proofs/`, by path. @throws OptimandError outside a checkout. */
export function proofSources(folder: string = PROOFS): readonly Source[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    fail({
      code: 'file',
      path: folder,
      what: 'the proofs are not here',
      would: 'run it in a checkout of Optimand',
    });
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.v'))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, module: basename(path, '.v'), text: readFileSync(join(folder, path), 'utf8') }));
}

/** The modules that a file loads from this library. */
export const modulesLoadedBy = ({ text }: Source): readonly string[] =>
  [...text.matchAll(/^From Optimand Require Import ([\w\s]+)\./gm)].flatMap(([, names = '']) =>
    names.trim().split(/\s+/),
  );

/** The files that the modules need, themselves included, each after those that it loads; all files where none is named. */
export function inOrder(sources: readonly Source[], wanted: readonly string[] = []): readonly Source[] {
  const named = new Map(sources.map((source) => [source.module, source]));
  const placed = new Map<string, Source>();
  const visit = (module: string, above: readonly string[]): void => {
    if (placed.has(module)) return;
    const source = above.includes(module) ? undefined : named.get(module);
    if (!source) {
      const what = above.includes(module) ? `${module} loads itself` : `there is no module ${module}`;
      refuse(what, 'the Coq proofs', 'correct what its files load');
      return;
    }
    for (const needed of modulesLoadedBy(source)) visit(needed, [...above, module]);
    placed.set(module, source);
  };
  for (const module of wanted.length > 0 ? wanted : named.keys()) visit(module, []);
  return [...placed.values()];
}

/** One number for all that was checked: the sources and the statements. */
export function fingerprint(sources: readonly Source[], statements: string): string {
  const hash = createHash('sha256');
  for (const { path, text } of sources) hash.update(`${path}\n${text}\n`);
  return hash.update(statements).digest('hex');
}
