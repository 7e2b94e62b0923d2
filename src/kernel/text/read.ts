/**
 * The syntax tree as a term, by an allow-list. Numbers and places come from the tokens, which stand in the order of the
 * leaves: `0.1` is 1/10 exactly, and every error points at its place.
 */
import type { SyntaxNode } from '../../engines/mathjs-parser.ts';
import { FUNCTION_NAMES, type FunctionName } from '../functions/names.ts';
import { FUNCTIONS } from '../functions/registry.ts';
import { fail } from '../issues.ts';
import { type Rational, rationalFromDecimal } from '../rational.ts';
import { nearest } from '../suggest.ts';
import type { SymbolTable } from '../symbols.ts';
import {
  add,
  call,
  isNumber,
  isZeroTerm,
  multiply,
  negate,
  number,
  power,
  squareRoot,
  symbol,
  type Term,
} from '../term.ts';
import type { Token } from './tokens.ts';

/** Exact arithmetic on literals stops at numerators and denominators of this many bits together. */
const MOST_BITS = 8_192;

interface Reader {
  readonly text: string;
  readonly symbols: SymbolTable;
  /** Numbers and names in the order of the text, which is the order in which the tree is walked. */
  readonly leaves: readonly Token[];
  next: number;
}

const START: Token = { kind: 'name', text: '', at: 0 };

function take(reader: Reader): Token {
  const token = reader.leaves[reader.next] ?? START;
  reader.next++;
  return token;
}

const wrong = (reader: Reader, at: number, what: string, would: string): never =>
  fail({ code: 'syntax', text: reader.text, at, what, would });

const here = (reader: Reader): number => (reader.leaves[Math.max(0, reader.next - 1)] ?? START).at;

/** Whether the name is a function of the language. */
export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

const bits = ({ num, den }: Rational): number => (num.toString(16).length + den.toString(16).length) * 4;
const bitsOf = (term: Term): number => (isNumber(term) ? bits(term.value) : 0);

/** Refuses arithmetic on literals whose exact result would be too long to be meant. */
function checkSize(reader: Reader, size: number): void {
  if (size > MOST_BITS) {
    wrong(
      reader,
      here(reader),
      'Exact arithmetic on the numbers of the formula grows too long',
      'round them',
    );
  }
}

function checkSizes(reader: Reader, terms: readonly Term[]): void {
  checkSize(
    reader,
    terms.reduce((total, term) => total + bitsOf(term), 0),
  );
}

function readSymbol(reader: Reader): Term {
  const { text: name, at } = take(reader);
  if (reader.symbols.has(name)) return symbol(name);
  if (isFunctionName(name) || name === 'sqrt') {
    return wrong(reader, at, `The function ${name} stands without its arguments`, `write ${name}(...)`);
  }
  const known = [...reader.symbols.keys()];
  return fail({
    code: 'unknown-symbol',
    name,
    known,
    suggestion: nearest(name, known),
    at,
    text: reader.text,
  });
}

function readNumber(reader: Reader): Term {
  const { text, at } = take(reader);
  const value = rationalFromDecimal(text);
  return value ? number(value) : wrong(reader, at, `"${text}" is not a number`, 'write it as 12.5 or 1.25e1');
}

const argumentsText = (count: number | 'two or more'): string =>
  count === 1 ? '1 argument' : `${count} arguments`;

function readCall(node: Extract<SyntaxNode, { kind: 'call' }>, reader: Reader): Term {
  const { text: name, at } = take(reader);
  const arity =
    name === 'sqrt' ? 1 : isFunctionName(name) ? FUNCTIONS[name].arity : refuseFunction(name, at, reader);
  const count = node.args.length;
  if (arity === 'two or more' ? count < 2 : count !== arity) {
    wrong(reader, at, `${name} takes ${argumentsText(arity)}, not ${count},`, 'correct the arguments');
  }
  const args = node.args.map((arg) => convert(arg, reader));
  const [first] = args;
  if (name === 'sqrt' && first) return squareRoot(first);
  return isFunctionName(name) ? call(name, ...args) : refuseFunction(name, at, reader);
}

function refuseFunction(name: string, at: number, reader: Reader): never {
  if (name === 'log')
    return wrong(reader, at, '"log" leaves its base open', 'write ln for the natural logarithm');
  const known = [...FUNCTION_NAMES, 'sqrt'];
  const suggestion = nearest(name, known);
  const would = suggestion
    ? `write "${suggestion}" if that was meant`
    : `known functions are ${known.join(', ')}`;
  return wrong(reader, at, `"${name.slice(0, 40)}" is not a function of the language`, would);
}

type Operator = Extract<SyntaxNode, { kind: 'operator' }>;

/** The operands of a chain of operators that nest to the left, in the order of the text, without recursion. */
function chain(node: Operator, operators: string): { first: SyntaxNode; rest: Operator[] } {
  const rest: Operator[] = [];
  let first: SyntaxNode = node;
  while (first.kind === 'operator' && operators.includes(first.operator)) {
    rest.push(first);
    first = first.left;
  }
  return { first, rest: rest.reverse() };
}

function readSum(node: Operator, reader: Reader): Term {
  const { first, rest } = chain(node, '+-');
  const terms = [convert(first, reader)];
  for (const { operator, right } of rest) {
    const term = convert(right, reader);
    terms.push(operator === '-' ? negate(term) : term);
  }
  checkSizes(reader, terms);
  return add(...terms);
}

function readProduct(node: Operator, reader: Reader): Term {
  const { first, rest } = chain(node, '*/');
  const factors = [convert(first, reader)];
  for (const { operator, right } of rest) {
    const start = reader.next;
    const factor = convert(right, reader);
    if (operator === '/' && isZeroTerm(factor)) {
      wrong(reader, (reader.leaves[start] ?? START).at, 'A division by zero', 'divide by something else');
    }
    factors.push(operator === '/' ? power(factor, -1) : factor);
  }
  checkSizes(reader, factors);
  return multiply(...factors);
}

function readPower(node: Operator, reader: Reader): Term {
  const base = convert(node.left, reader);
  const exponent = convert(node.right, reader);
  const times = isNumber(exponent) && exponent.value.den === 1n ? Math.abs(Number(exponent.value.num)) : 0;
  if (isNumber(base) && times < 4096) checkSize(reader, bits(base.value) * times);
  return power(base, exponent);
}

/** @throws OptimandError that points at the first part that the language has no place for. */
function convert(node: SyntaxNode, reader: Reader): Term {
  switch (node.kind) {
    case 'number':
      return readNumber(reader);
    case 'name':
      return readSymbol(reader);
    case 'negative':
      return negate(convert(node.operand, reader));
    case 'call':
      return readCall(node, reader);
    case 'operator':
      if (node.operator === '^') return readPower(node, reader);
      return '+-'.includes(node.operator) ? readSum(node, reader) : readProduct(node, reader);
    case 'refused':
      return wrong(
        reader,
        here(reader),
        `The language has no place for ${node.what}`,
        'write it with + - * / ^ and functions',
      );
  }
}

/** The term that a syntax tree means, given the text it came from and its tokens. */
export function readTree(
  node: SyntaxNode,
  text: string,
  tokens: readonly Token[],
  symbols: SymbolTable,
): Term {
  const leaves = tokens.filter(({ kind }) => kind === 'number' || kind === 'name');
  return convert(node, { text, symbols, leaves, next: 0 });
}
