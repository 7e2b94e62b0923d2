/**
 * A formula as tokens, each with its place. Only the characters of the language get through, and every limit is checked
 * here, in one pass, before anything that recurses sees the text.
 */
import { fail } from '../issues.ts';

export type TokenKind = 'number' | 'name' | 'operator' | 'open' | 'close' | 'comma';
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

/** A formula longer than this is refused; the longest of the theory has a few hundred characters. */
export const LONGEST_FORMULA = 10_000;
const MOST_DIGITS = 17;
const LARGEST = 1e300;
const SMALLEST = 1e-300;

/** Words with which other languages mean operators or values. None of them can be a letter of a model here. */
const RESERVED = new Set([
  ...['mod', 'to', 'in', 'and', 'or', 'xor', 'not', 'end'],
  ...['true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'uninitialized'],
]);

/** Whether a name is free for a symbol as far as the words of other languages go. */
export const isWord = (name: string): boolean => !RESERVED.has(name);

const PATTERN = /[ \t\r\n]+|(\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|[-+*/^(),]/y;

const PUNCTUATION = new Map<string, TokenKind>([
  ['(', 'open'],
  [')', 'close'],
  [',', 'comma'],
]);

const wrong = (text: string, at: number, what: string, would: string): never =>
  fail({ code: 'syntax', text, at, what, would });

/** A code point of the text, in a form that any terminal shows. */
function shownCharacter(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  return code > 0x20 && code < 0x7f
    ? `"${text[at]}"`
    : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function checkNumber(literal: string, text: string, at: number): void {
  if (literal.includes('E')) {
    wrong(text, at, 'A number runs into E', 'write 2e5 for a power of ten, or * before the symbol E');
  }
  const [mantissa = ''] = literal.split('e');
  const digits = mantissa.replace('.', '').replace(/^0+|0+$/g, '');
  if (digits.length > MOST_DIGITS) {
    wrong(text, at, `A number has ${digits.length} significant digits`, `give at most ${MOST_DIGITS}`);
  }
  const size = Number(literal);
  if (digits !== '' && (size > LARGEST || size < SMALLEST)) {
    wrong(text, at, 'A number is out of range', 'keep its size between 1e-300 and 1e300');
  }
}

/** The tokens of the text. @throws OptimandError that points at the first thing that does not belong. */
export function tokenise(text: string): Token[] {
  if (text.length > LONGEST_FORMULA) {
    const what = `The formula has ${text.length} characters and may have ${LONGEST_FORMULA}; it goes too far`;
    wrong(text, LONGEST_FORMULA, what, 'split it, with a symbol for each part');
  }
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  for (let at = 0; at < text.length; at = PATTERN.lastIndex) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (!match) {
      const would = 'use letters, digits, _ . + - * / ^ ( ) , and blanks';
      return wrong(text, at, `${shownCharacter(text, at)} does not belong in a formula`, would);
    }
    const [found, numeric] = match;
    if (/\s/.test(found)) continue;
    if (numeric !== undefined) checkNumber(found, text, at);
    if (RESERVED.has(found)) {
      wrong(
        text,
        at,
        `"${found}" is a reserved word`,
        'write formulas with + - * / ^ and give symbols other names',
      );
    }
    const named = /^[A-Za-z_]/.test(found) ? 'name' : 'operator';
    tokens.push({
      kind: numeric !== undefined ? 'number' : (PUNCTUATION.get(found) ?? named),
      text: found,
      at,
    });
  }
  return tokens;
}
