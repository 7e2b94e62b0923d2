/** The value of a text at a point, by the parser under test and plain doubles: engines are compared by value, not by string. */
import { parseSyntax, type SyntaxNode } from '../../src/engines/mathjs-parser.ts';

const functions: Readonly<Record<string, (...args: number[]) => number>> = {
  ln: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  min: Math.min,
  max: Math.max,
};

const operators = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': (left: number, right: number) => left / right,
  '^': (left: number, right: number) => left ** right,
};

function evaluate(node: SyntaxNode, point: Readonly<Record<string, number>>): number {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name':
      return point[node.name] ?? Number.NaN;
    case 'operator':
      return operators[node.operator](evaluate(node.left, point), evaluate(node.right, point));
    case 'negative':
      return -evaluate(node.operand, point);
    case 'call':
      return (functions[node.name] ?? (() => Number.NaN))(...node.args.map((arg) => evaluate(arg, point)));
    case 'refused':
      throw new Error(node.what);
  }
}

export function valueAt(text: string, point: Readonly<Record<string, number>>): number {
  const parsed = parseSyntax(text);
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.at}: ${text}`);
  return evaluate(parsed.node, point);
}
