import { readFileSync, writeFileSync } from 'node:fs';

/** Writes a text between `<!-- name -->` and `<!-- end of name -->` of a page, in place of what stands there. */
export function writeBetweenMarks(page, name, text) {
  const before = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  if (!before.includes(begin) || !before.includes(end)) throw new Error(`${page} has no ${begin}`);
  const [head, tail] = [
    before.slice(0, before.indexOf(begin) + begin.length),
    before.slice(before.indexOf(end)),
  ];
  writeFileSync(page, `${head}\n\n${text}\n\n${tail}`);
}
