/**
 * Text to terms. The text is checked token by token, mathjs's parser (and nothing else of it) finds the structure, and
 * the tree is read by an allow-list.
 */
import { parseSyntax } from '../engines/mathjs-parser.ts';
import { fail } from './issues.ts';
import type { SymbolTable } from './symbols.ts';
import type { Term } from './term.ts';
import { checkGrammar } from './text/check.ts';
import { isFunctionName, readTree } from './text/read.ts';
import { tokenise } from './text/tokens.ts';

/** A name before a parenthesis is a function unless it is a declared symbol, which needs a * there. */
const functionTest =
  (symbols: SymbolTable) =>
  (name: string): boolean =>
    isFunctionName(name) || name === 'sqrt' || !symbols.has(name);

/**
 * The term that the text means, in the declared symbols.
 * @throws OptimandError with one clear sentence that points at the place: `syntax` for what is no formula of the
 *   language, `unknown-symbol` for an undeclared name.
 */
export function parse(text: string, symbols: SymbolTable): Term {
  const tokens = tokenise(text);
  checkGrammar(text, tokens, functionTest(symbols));
  const parsed = parseSyntax(text.replace(/\s/g, ' '));
  if (!parsed.ok)
    return fail({ code: 'syntax', text, at: parsed.at, what: parsed.message, would: 'correct the formula' });
  return readTree(parsed.node, text, tokens, symbols);
}
