/** KaTeX's style sheet with the fonts it needs inside, for a page that fetches nothing. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Families of ordinary mathematics; script, fraktur, sans-serif and typewriter letters are not among our symbols. */
const FAMILIES = /^KaTeX_(?:AMS|Main|Math|Size[1-4])$/;

const FACE = /@font-face\{[^}]*font-family:"?(KaTeX_\w+)"?[^}]*\}/g;
const SOURCE = /src:url\((fonts\/[^)]*\.woff2)\)[^;}]*/;

/** The style sheet, without comments; a face of a family that is not used is left out. */
export function katexStyle(): string {
  const { resolve } = createRequire(import.meta.url);
  const sheet = readFileSync(resolve('katex/dist/katex.min.css'), 'utf8');
  return sheet.replace(FACE, (face, family: string) => {
    if (!FAMILIES.test(family)) return '';
    return face.replace(SOURCE, (_, path: string) => {
      const font = readFileSync(resolve(`katex/dist/${path}`)).toString('base64');
      return `src:url(data:font/woff2;base64,${font}) format("woff2")`;
    });
  });
}
