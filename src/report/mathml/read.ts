/**
 * From tokens to terms, read as a referee would read the printed page and refused where a reader could doubt: what
 * follows the denominator of a solidus, a bare argument of ln that goes on, an exponent on a function's parentheses, a
 * number right after a factor.
 */
import type { FunctionName } from '../../kernel/functions/names.ts';
import { FUNCTIONS } from '../../kernel/functions/registry.ts';
import { rationalFromDecimal } from '../../kernel/rational.ts';
import {
  add,
  call,
  divide,
  multiply,
  negate,
  number,
  power,
  squareRoot,
  symbol,
  type Term,
} from '../../kernel/term.ts';
import type { Letters } from './letters.ts';
import { type MathToken, tokensOf, UnreadableTex } from './tokens.ts';
import { type MathNode, nodeKey } from './tree.ts';

interface Cursor {
  readonly tokens: readonly MathToken[];
  readonly letters: Letters;
  next: number;
}

const peek = (cursor: Cursor): MathToken | undefined => cursor.tokens[cursor.next];
const doubt = (what: string): never => {
  throw new UnreadableTex(what);
};

const isOperator = (token: MathToken | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === 'operator' && texts.includes(token.text);

/** The whole row as one term. */
export function readRow(tokens: readonly MathToken[], letters: Letters): Term {
  const cursor: Cursor = { tokens, letters, next: 0 };
  const term = readSum(cursor);
  return cursor.next === tokens.length
    ? term
    : doubt(`something stands after the end of a formula: ${peek(cursor)?.kind}`);
}

const readNode = (node: MathNode, letters: Letters): Term => readRow(tokensOf([node], letters), letters);

function readSum(cursor: Cursor): Term {
  const terms: Term[] = [];
  for (;;) {
    const sign = peek(cursor);
    const isSigned = isOperator(sign, '+', '-');
    if (isSigned) cursor.next++;
    else if (terms.length > 0) return add(...terms);
    const product = readProduct(cursor);
    terms.push(isOperator(sign, '-') ? negate(product) : product);
  }
}

/** Whether a factor begins here. */
const beginsFactor = (token: MathToken | undefined): boolean =>
  token !== undefined && token.kind !== 'operator' && token.kind !== 'relation' && token.kind !== 'close';

function readProduct(cursor: Cursor): Term {
  let product = readFactor(cursor);
  let closed = product.closed;
  let value = product.term;
  for (;;) {
    const token = peek(cursor);
    if (isOperator(token, '/')) {
      if (!closed) doubt('a solidus after the bare argument of a function');
      cursor.next++;
      const below = readFactor(cursor);
      if (beginsFactor(peek(cursor)) || isOperator(peek(cursor), '/', '*'))
        doubt('a factor after the denominator of a solidus');
      return divide(value, below.term);
    }
    if (isOperator(token, '*')) cursor.next++;
    else if (!beginsFactor(token)) return value;
    else if (!closed && token?.kind !== 'function') doubt('a factor after the bare argument of a function');
    else if (token?.kind === 'number' && !token.sup)
      doubt('a number after a factor with no sign between them');
    product = readFactor(cursor);
    closed = product.closed;
    value = multiply(value, product.term);
  }
}

/** A factor, and whether its end is visible: the bare argument of a function has none. */
interface FactorRead {
  readonly term: Term;
  readonly closed: boolean;
}

function raise(term: Term, sup: MathNode | null, letters: Letters): FactorRead {
  return { term: sup ? power(term, readNode(sup, letters)) : term, closed: true };
}

function readFactor(cursor: Cursor): FactorRead {
  const token = peek(cursor);
  const { letters } = cursor;
  cursor.next++;
  switch (token?.kind) {
    case 'number': {
      const value = rationalFromDecimal(token.text);
      return value ? raise(number(value), token.sup, letters) : doubt(`"${token.text}" is not a number`);
    }
    case 'letter':
      return raise(symbol(token.name), token.sup, letters);
    case 'euler':
      return { term: call('exp', token.sup ? readNode(token.sup, letters) : 1), closed: true };
    case 'fraction':
      return raise(divide(readNode(token.top, letters), readNode(token.bottom, letters)), token.sup, letters);
    case 'root':
      return readRoot(token, letters);
    case 'open':
      return readParentheses(cursor);
    case 'function':
      return readFunction(token, cursor);
    default:
      return doubt(token ? `a factor is missing before ${token.kind}` : 'a factor is missing at the end');
  }
}

function readRoot(token: Extract<MathToken, { kind: 'root' }>, letters: Letters): FactorRead {
  const under = readRow(tokensOf(token.under, letters), letters);
  const root = token.index ? power(under, divide(1, readNode(token.index, letters))) : squareRoot(under);
  return raise(root, token.sup, letters);
}

/** Sums separated by commas up to the closing parenthesis, which is returned too. */
function readList(cursor: Cursor): { terms: Term[]; sup: MathNode | null } {
  const terms = [readSum(cursor)];
  while (isOperator(peek(cursor), ',')) {
    cursor.next++;
    terms.push(readSum(cursor));
  }
  const end = peek(cursor);
  cursor.next++;
  return end?.kind === 'close' ? { terms, sup: end.sup } : doubt('a parenthesis is not closed');
}

function readParentheses(cursor: Cursor): FactorRead {
  const { terms, sup } = readList(cursor);
  const [only] = terms;
  return only && terms.length === 1 ? raise(only, sup, cursor.letters) : doubt('a list that is no argument');
}

type Head = Extract<MathToken, { kind: 'function' }>;
type Recogniser = (head: string, sub: string | null) => boolean;

/** How each function looks; total, so that a function without a look does not compile. */
const LOOKS: Readonly<Record<FunctionName, Recogniser>> = {
  ln: (head, sub) => head === 'ln' && sub === null,
  deformed_log: (head, sub) => head === 'ln' && sub !== null,
  exp: (head, sub) => head === 'exp' && sub === null,
  min: (head, sub) => head === 'min' && sub === null,
  max: (head, sub) => head === 'max' && sub === null,
  lambert_w0: (head, sub) => head === 'W' && sub === '0',
  lambert_wm1: (head, sub) => head === 'W' && sub === '[\u2212 1]',
};

function nameOf(token: Head): FunctionName {
  const sub = token.sub ? nodeKey(token.sub) : null;
  const found = Object.entries(LOOKS).find(([, looks]) => looks(token.head, sub));
  return found
    ? (found[0] as FunctionName)
    : doubt(`"${token.head}" with index ${sub} is no function of the kernel`);
}

/** The call, with the arguments that the function takes. */
function callOf(name: FunctionName, args: readonly Term[]): Term {
  const { arity } = FUNCTIONS[name];
  if (arity === 'two or more' ? args.length < 2 : args.length !== arity)
    doubt(`${name} with ${args.length} arguments`);
  return call(name, ...args);
}

function readFunction(token: Head, cursor: Cursor): FactorRead {
  const name = nameOf(token);
  if (token.sup) doubt(`an exponent on the name ${token.head}`);
  const last = name === 'deformed_log' && token.sub ? [readNode(token.sub, cursor.letters)] : [];
  const isList = peek(cursor)?.kind === 'open';
  if (!isList) return { term: callOf(name, [readBareArgument(cursor), ...last]), closed: false };
  cursor.next++;
  const { terms, sup } = readList(cursor);
  if (sup) doubt(`an exponent on the argument of ${token.head}`);
  return { term: callOf(name, [...terms, ...last]), closed: true };
}

/** A single letter, number, fraction or root without exponent. */
function readBareArgument(cursor: Cursor): Term {
  const token = peek(cursor);
  if (!token || !('sup' in token) || token.sup || token.kind === 'function' || token.kind === 'euler') {
    return doubt('a bare argument of a function that is more than a letter');
  }
  return readFactor(cursor).term;
}
