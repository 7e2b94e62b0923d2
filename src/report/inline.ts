/** Sentences with the formulas in them found, so that each renderer can set them as mathematics. */
import { formulaAt, type Mark } from './inline-parse.ts';
import { textAsTex } from './numbers.ts';

export type Inline =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string; readonly tex: string };

/** How letters are written: a table of symbols, or any other that knows their LaTeX. */
export interface Letters {
  get(name: string): { readonly tex: string } | undefined;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  min: '\\min',
  max: '\\max',
  ln: '\\ln',
  exp: '\\exp',
  W: 'W',
};
const GREEK = new Set([
  'alpha',
  'beta',
  'gamma',
  'delta',
  'omega',
  'rho',
  'kappa',
  'epsilon',
  'nu',
  'pi',
  'Pi',
]);

type Placed = { readonly mark: Mark | null; readonly from: number; readonly to: number };

const TOKEN =
  /(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<word>[A-Za-z_][A-Za-z_0-9]*(?:'[a-z]+)?'*)|(?<sign><=|>=|!=|->|[-+*/^=<>~(),])|(?<other>\S)/g;

/** LaTeX of a letter, or null where the word is none. A prime is kept. */
function letterTex(word: string, symbols: Letters): string | null {
  const [, stem = word, primes = ''] = /^(.*?)('*)$/.exec(word) ?? [];
  const declared = symbols.get(word)?.tex ?? symbols.get(stem)?.tex;
  if (declared !== undefined) return `${declared}${declared.endsWith("'") ? '' : primes}`;
  if (GREEK.has(stem)) return `\\${stem}${primes}`;
  return FUNCTIONS[stem] === undefined ? null : `${FUNCTIONS[stem]}${primes}`;
}

/** `3kd`: letters run together after a number. */
function letterRun(word: string, symbols: Letters): readonly string[] | null {
  const letters = [...word].map((letter) => letterTex(letter, symbols));
  return letters.every((tex) => tex !== null) ? letters : null;
}

const placed = (mark: Mark | null, from: number, to: number): Placed => ({ mark, from, to });

function namesIn(word: string, at: number, space: boolean, symbols: Letters, starred: boolean): Placed[] {
  const tex = letterTex(word, symbols);
  if (tex !== null) {
    const shown = starred ? `${tex}^{\\ast}` : tex;
    return [placed({ kind: 'name', tex: shown, space }, at, at + word.length + (starred ? 1 : 0))];
  }
  const run = space ? null : letterRun(word, symbols);
  if (!run) return [placed(null, at, at + word.length)];
  return run.map((letter, i) => placed({ kind: 'name', tex: letter, space: false }, at + i, at + i + 1));
}

/** `n*` is the optimal n where no factor follows the star. */
const hasStar = (text: string, at: number): boolean =>
  text[at] === '*' && !/[A-Za-z0-9(]/.test(text[at + 1] ?? ' ');

/** A dash between letters without blanks; after a plain word it joins what follows to it, as in first-order-n. */
const isHyphen = (text: string, at: number): boolean => /^[a-z]-[a-z]/i.test(text.slice(at - 1, at + 2));

function marksOf(text: string, symbols: Letters): Placed[] {
  const marks: Placed[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const at = match.index;
    if (at < end) continue;
    const space = at > end || at === 0;
    const { number, word, sign } = match.groups ?? {};
    const starred = word !== undefined && hasStar(text, at + word.length);
    const before = marks.at(-1);
    const joins = before?.mark === null && before.to === at;
    if (joins && isHyphen(text, sign === undefined ? at - 1 : at))
      marks.push(placed(null, at, at + match[0].length));
    else if (number !== undefined)
      marks.push(placed({ kind: 'number', tex: textAsTex(number), space }, at, at + number.length));
    else if (word !== undefined) marks.push(...namesIn(word, at, space, symbols, starred));
    else if (sign !== undefined) marks.push(placed({ kind: 'sign', sign, space }, at, at + sign.length));
    else marks.push(placed(null, at, at + 1));
    end = marks.at(-1)?.to ?? at + match[0].length;
  }
  return marks;
}

/** What never follows an article. */
const AFTER_LETTER = /^\s*(?:and\b|or\b|[,.;:)]|$)/;

/** What says something of a letter at the beginning of a sentence. */
const SAID_OF_LETTER =
  /^\s*(?:is|are|has|stands|grows|rises|falls|moves|raises|lowers|matters|may|must|cannot|does|in|as|at|times)\b/;
const SENTENCE_START = /(?:^|[.:;]\s+|\(\d+\)\s+)$/;

/**
 * `a` is an article unless an operator or another letter's formula follows it, or words that follow no article; so is `A` at the
 * beginning of a sentence that does not say something of it.
 */
function isArticle(text: string, marks: readonly Placed[], at: number, length: number): boolean {
  const { from = 0, to = 0 } = marks[at] ?? {};
  const isCapital = text[from] === 'A' && SENTENCE_START.test(text.slice(0, from));
  if (isCapital && (length > 1 || SAID_OF_LETTER.test(text.slice(to)))) return false;
  if ((text[from] !== 'a' && !isCapital) || marks[at]?.mark?.kind !== 'name') return false;
  if ((marks[at]?.to ?? 0) - (marks[at]?.from ?? 0) !== 1) return false;
  if (length === 1) return !AFTER_LETTER.test(text.slice(marks[at]?.to));
  const next = marks[at + 1]?.mark;
  return next?.kind === 'sign' ? next.sign === '-' || next.sign === '(' : false;
}

const isFormula = (marks: readonly Placed[]): boolean =>
  marks.some(({ mark }) => mark?.kind === 'name') || marks.length > 2;

/** The longest run of marks from `at` on, without gaps of plain words. */
function runFrom(marks: readonly Placed[], at: number): readonly Mark[] {
  const run: Mark[] = [];
  for (const { mark } of marks.slice(at)) {
    if (!mark) break;
    run.push(mark);
  }
  return run;
}

/** The sentence in parts: words, and formulas with their LaTeX. */
export function inlineParts(text: string, symbols: Letters): readonly Inline[] {
  const marks = marksOf(text, symbols);
  const parts: Inline[] = [];
  let [done, at] = [0, 0];
  while (at < marks.length) {
    const found = formulaAt(runFrom(marks, at), 0);
    const length = found?.next ?? 0;
    const [first, last] = [marks[at], marks[at + length - 1]];
    const isSet = found && first && last && isFormula(marks.slice(at, at + length));
    if (!isSet || isArticle(text, marks, at, length)) {
      at++;
      continue;
    }
    if (first.from > done) parts.push({ kind: 'words', text: text.slice(done, first.from) });
    parts.push({ kind: 'formula', text: text.slice(first.from, last.to), tex: found.tex });
    done = last.to;
    at += length;
  }
  if (done < text.length) parts.push({ kind: 'words', text: text.slice(done) });
  return parts;
}
