/** Which mutants are drawn. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutantsOf, originalOf, sourcesOf } from './mutants.mjs';

const short = (text) => text.replace(/\s+/g, ' ').slice(0, 120);

/** All mutants of a folder, each as it is recorded and with its place. */
export async function described(root, folder) {
  const texts = new Map();
  const textOf = (file) => {
    if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), 'utf8'));
    return texts.get(file);
  };
  const mutants = await mutantsOf(root, sourcesOf(root, folder));
  return mutants.map((mutant) => ({
    mutant,
    text: textOf(mutant.file),
    own: {
      file: mutant.file,
      line: mutant.line,
      kind: mutant.kind,
      original: short(originalOf(textOf(mutant.file), mutant)),
      replacement: short(mutant.replacement),
    },
  }));
}

/**
 * So many of a list, each as likely as any other: those of which the seed and the name have the lowest digests. A change of one source
 * leaves the draws among the others as they are, and a longer sample goes on from a shorter one.
 */
export function drawn(all, count, seed) {
  const times = new Map();
  const ranked = all.map((one) => {
    const { file, kind, original } = one.own;
    const name = JSON.stringify([file, kind, original, one.mutant.replacement]);
    times.set(name, (times.get(name) ?? 0) + 1);
    const rank = createHash('sha256')
      .update(`${seed} ${name} ${times.get(name)}`)
      .digest('hex');
    return { one, rank };
  });
  return ranked
    .sort((x, y) => (x.rank < y.rank ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one);
}

export const keyOf = ({ file, line, kind, original, replacement }) =>
  JSON.stringify([file, line, kind, original, replacement]);
