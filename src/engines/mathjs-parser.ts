/**
 * The user's text as a syntax tree, by mathjs's parser alone: nothing is evaluated, ever.
 *
 * mathjs reads far more than the language of a model (units, text, lists, assignments, access to properties), and must
 * not be trusted with the meaning of any of it. The tree is rebuilt by an allow-list, and all else becomes a `refused`
 * node that says what stood there. Its constants (e, pi, i) and units are plain names here. The parser recurses: the
 * caller bounds length and depth before it.
 */

import type { OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs/number';
import {
  type ConstantNode,
  create,
  type FunctionNode,
  type MathNode,
  parseDependencies,
} from 'mathjs/number';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

export type SyntaxNode =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'operator'; operator: BinaryOperator; left: SyntaxNode; right: SyntaxNode }
  | { kind: 'negative'; operand: SyntaxNode }
  | { kind: 'call'; name: string; args: SyntaxNode[] }
  | { kind: 'refused'; what: string };

/** The tree, or where reading stopped: `at` is the offset into the text, counted from 0. */
export type SyntaxResult = { ok: true; node: SyntaxNode } | { ok: false; message: string; at: number };

type Constant = ConstantNode<number | string | boolean | null | undefined>;
type Operator = OperatorNode<never, never, MathNode[]> & { isPercentage?: boolean };
type Call = FunctionNode<MathNode>;
type Allowed = Constant | Operator | Call | SymbolNode | ParenthesisNode;

const binaryOperators: Readonly<Record<string, BinaryOperator>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  pow: '^',
};

/** What a person calls the constructs that the language leaves out, by mathjs's node type or operator function. */
const refusals: Readonly<Record<string, string>> = {
  AccessorNode: 'access to a property or element',
  ArrayNode: 'a list',
  AssignmentNode: 'an assignment',
  BlockNode: 'several expressions',
  ConditionalNode: 'a conditional',
  FunctionAssignmentNode: 'a function definition',
  ObjectNode: 'an object',
  RangeNode: 'a range',
  RelationalNode: 'a chain of comparisons',
  ctranspose: 'a transpose',
  factorial: 'a factorial',
  mod: 'a remainder (%)',
  to: 'a unit conversion',
};
const comparisons = new Set(['equal', 'unequal', 'smaller', 'larger', 'smallerEq', 'largerEq']);

const refused = (what: string): SyntaxNode => ({ kind: 'refused', what });

function fromConstant({ value }: Constant): SyntaxNode {
  if (typeof value === 'string') return refused('text in quotes');
  if (typeof value !== 'number') return refused(`the constant ${value}`);
  if (!Number.isFinite(value)) return refused('a number that is not finite');
  return { kind: 'number', value };
}

function fromOperator(node: Operator): SyntaxNode {
  const [first, second] = node.args;
  const name: string = node.fn;
  if (node.implicit) return refused('implicit multiplication (write *)');
  if (node.isPercentage) return refused('a percentage');
  if (first && !second && name === 'unaryMinus') return { kind: 'negative', operand: fromNode(first) };
  if (first && !second && name === 'unaryPlus') return fromNode(first);
  const operator = Object.hasOwn(binaryOperators, name) ? binaryOperators[name] : undefined;
  if (operator && first && second) {
    return { kind: 'operator', operator, left: fromNode(first), right: fromNode(second) };
  }
  if (comparisons.has(name)) return refused('a comparison');
  return refused(refusals[name] ?? `the operator ${node.op}`);
}

function fromCall({ fn, args }: Call): SyntaxNode {
  if (fn.type !== 'SymbolNode') return refused('a call of something that is not a name');
  return { kind: 'call', name: (fn as SymbolNode).name, args: args.map(fromNode) };
}

function fromNode(parsed: MathNode): SyntaxNode {
  const node = parsed as Allowed;
  switch (node.type) {
    case 'ConstantNode':
      return fromConstant(node);
    case 'SymbolNode':
      return { kind: 'name', name: node.name };
    case 'ParenthesisNode':
      return fromNode(node.content);
    case 'OperatorNode':
      return fromOperator(node);
    case 'FunctionNode':
      return fromCall(node);
    default:
      return refused(refusals[parsed.type] ?? 'an unknown construct');
  }
}

/** The parser is made at its first use: a command that reads no expression does not pay for it. */
let parser: ((text: string) => MathNode) | undefined;

/** The syntax of `text`; a position and a sentence where it has none. */
export function parseSyntax(text: string): SyntaxResult {
  if (text.trim() === '') return { ok: false, message: 'Expression expected', at: 0 };
  parser ??= create({ ...parseDependencies }).parse;
  try {
    const tree = parser(text);
    return { ok: true, node: tree.comment ? refused('a comment') : fromNode(tree) };
  } catch (error) {
    const { message, char } = error as { message: string; char?: number };
    return { ok: false, message: message.replace(/ \(char \d+\)$/, ''), at: Math.max(0, (char ?? 1) - 1) };
  }
}
