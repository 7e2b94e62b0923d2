/**
 * The grammar of formulas, checked token by token without recursion, so that every error names its place and what would
 * do: an operand where one is due, no multiplication left unwritten, parentheses in pairs, nothing nested too deep.
 */
import { fail } from '../issues.ts';
import type { Token, TokenKind } from './tokens.ts';

/** Parentheses, chains of ^ and runs of signs may together be nested this deep; parsers recurse over each of them. */
export const DEEPEST_NESTING = 100;
/** Chains of + - * / nest to the left, and trees of them are walked by recursion too. */
export const MOST_OPERATORS = 2_000;

/** An open parenthesis: whether arguments stand in it, and how many signs and ^ are pending around it. */
interface Level {
  readonly open: Token;
  readonly isCall: boolean;
  readonly pending: number;
}

interface Reading {
  readonly text: string;
  readonly isFunction: (name: string) => boolean;
  readonly levels: Level[];
  pending: number;
  operators: number;
  /** The token before, null where an operand is due at the start. */
  before: Token | null;
}

const wrong = (reading: Reading, at: number, what: string, would: string): never =>
  fail({ code: 'syntax', text: reading.text, at, what, would });

const endsOperand = (token: Token | null): boolean =>
  token !== null && (token.kind === 'number' || token.kind === 'name' || token.kind === 'close');

function checkOperand(reading: Reading, token: Token): void {
  const { before } = reading;
  if (!endsOperand(before) || !before) return;
  const isCall = token.kind === 'open' && before.kind === 'name' && reading.isFunction(before.text);
  if (isCall) return;
  const would = `write * between "${before.text.slice(0, 20)}" and "${token.text.slice(0, 20)}"`;
  wrong(reading, token.at, 'A multiplication sign is missing', would);
}

function checkDepth(reading: Reading, at: number): void {
  const around = reading.levels.at(-1)?.pending ?? 0;
  if (around + reading.pending + reading.levels.length > DEEPEST_NESTING) {
    const would = `nest parentheses, signs and ^ at most ${DEEPEST_NESTING} deep, with a symbol for each part`;
    wrong(reading, at, 'The formula is nested too deep', would);
  }
}

function readOpen(reading: Reading, token: Token): void {
  checkOperand(reading, token);
  const around = reading.levels.at(-1)?.pending ?? 0;
  reading.levels.push({
    open: token,
    isCall: reading.before?.kind === 'name',
    pending: around + reading.pending,
  });
  reading.pending = 0;
  checkDepth(reading, token.at);
}

function readClose(reading: Reading, token: Token): void {
  const level =
    reading.levels.pop() ??
    wrong(reading, token.at, 'A parenthesis closes that none opened', 'remove it or open it before');
  if (!endsOperand(reading.before)) missingOperand(reading, token.at, 'before the closing parenthesis');
  reading.pending = level.pending - (reading.levels.at(-1)?.pending ?? 0);
}

const missingOperand = (reading: Reading, at: number, where: string): never =>
  wrong(
    reading,
    at,
    `A number, symbol or parenthesis is missing ${where}`,
    'write it there or remove the sign',
  );

function readOperator(reading: Reading, token: Token): void {
  if (!endsOperand(reading.before)) {
    if (token.text !== '-' && token.text !== '+') missingOperand(reading, token.at, `before "${token.text}"`);
    reading.pending++;
    checkDepth(reading, token.at);
    return;
  }
  reading.pending = token.text === '^' ? reading.pending + 1 : 0;
  if (token.text === '^') checkDepth(reading, token.at);
  else if (++reading.operators > MOST_OPERATORS) {
    const would = `use at most ${MOST_OPERATORS}, with a symbol for each part`;
    wrong(reading, token.at, 'The formula has too many operators', would);
  }
}

function readComma(reading: Reading, token: Token): void {
  if (!reading.levels.at(-1)?.isCall) {
    wrong(
      reading,
      token.at,
      'A comma stands outside the arguments of a function',
      'write 0.5 for decimals and remove it',
    );
  }
  if (!endsOperand(reading.before)) missingOperand(reading, token.at, 'before the comma');
  reading.pending = 0;
}

/** What each kind of token does to the reading. */
const READERS: Readonly<Record<TokenKind, (reading: Reading, token: Token) => void>> = {
  number: checkOperand,
  name: checkOperand,
  open: readOpen,
  close: readClose,
  operator: readOperator,
  comma: readComma,
};

/** Nothing where the tokens make a formula. @throws OptimandError that points at the first place where they do not. */
export function checkGrammar(
  text: string,
  tokens: readonly Token[],
  isFunction: (name: string) => boolean,
): void {
  const reading: Reading = { text, isFunction, levels: [], pending: 0, operators: 0, before: null };
  for (const token of tokens) {
    READERS[token.kind](reading, token);
    reading.before = token;
  }
  if (tokens.length === 0) wrong(reading, 0, 'There is no formula', 'write one, such as omega*f - delta*t');
  if (!endsOperand(reading.before)) missingOperand(reading, text.length, 'at the end');
  const unclosed = reading.levels.at(-1);
  if (unclosed) wrong(reading, unclosed.open.at, 'A parenthesis is not closed', 'close it');
}
