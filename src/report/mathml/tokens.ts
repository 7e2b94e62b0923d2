/**
 * A formula as a row of tokens, left to right as the eye reads it. Grouping that is not visible is opened: only
 * parentheses, bars and roots group.
 */
import type { Letters } from './letters.ts';
import { isFenced, type MathNode, nodeKey, visible } from './tree.ts';

/** A superscript that is no part of a letter. */
type Raised = { readonly sup: MathNode | null };
export type MathToken =
  | ({ readonly kind: 'number'; readonly text: string } & Raised)
  | ({ readonly kind: 'letter'; readonly name: string } & Raised)
  | ({ readonly kind: 'euler' } & Raised)
  | ({ readonly kind: 'function'; readonly head: string; readonly sub: MathNode | null } & Raised)
  | ({ readonly kind: 'fraction'; readonly top: MathNode; readonly bottom: MathNode } & Raised)
  | ({ readonly kind: 'root'; readonly under: readonly MathNode[]; readonly index: MathNode | null } & Raised)
  | { readonly kind: 'open' }
  | ({ readonly kind: 'close' } & Raised)
  | { readonly kind: 'operator'; readonly text: '+' | '-' | '*' | '/' | ',' }
  | { readonly kind: 'relation'; readonly text: string };

/** What cannot be read back, with what it is. */
export class UnreadableTex extends Error {}

const HEADS = new Set(['ln', 'exp', 'min', 'max', 'W']);
const OPERATORS = new Map<string, '+' | '-' | '*' | '/' | ','>([
  ['+', '+'],
  ['-', '-'],
  ['\u2212', '-'],
  ['\u22c5', '*'],
  ['\u00d7', '*'],
  ['/', '/'],
  [',', ','],
]);
const RELATIONS = new Set([
  '=',
  '<',
  '>',
  '\u2264',
  '\u2265',
  '\u223c',
  '\u2208',
  '\u2260',
  '\u2261',
  '\u2248',
]);
const STAR = '\u2217';
const APPLICATION = '\u2061';

const leaf = (text: string): MathNode => ({ tag: 'mi', attributes: {}, children: [], text });
const script = (tag: 'msub' | 'msup', base: MathNode, other: MathNode): MathNode => ({
  tag,
  attributes: {},
  children: [base, other],
  text: '',
});

const textOf = (node: MathNode): string => node.text.trim();

function tokenOfLeaf(node: MathNode): MathToken[] {
  const text = textOf(node);
  const operator = OPERATORS.get(text);
  if (operator) return [{ kind: 'operator', text: operator }];
  if (RELATIONS.has(text)) return [{ kind: 'relation', text }];
  if (text === '(' || text === '[' || text === '{') return [{ kind: 'open' }];
  if (text === ')' || text === ']' || text === '}') return [{ kind: 'close', sup: null }];
  if (text === APPLICATION || text === '') return [];
  if (node.tag === 'mn') return [{ kind: 'number', text, sup: null }];
  if (node.tag === 'mi' && text === 'e') return [{ kind: 'euler', sup: null }];
  if (node.tag === 'mi' && HEADS.has(text)) return [{ kind: 'function', head: text, sub: null, sup: null }];
  throw new UnreadableTex(`"${text}" is no declared symbol`);
}

const part = (node: MathNode, index: number): MathNode => node.children[index] ?? leaf('');

/** The tokens of a base, the last of which takes the superscript. */
function raised(base: MathNode, sup: MathNode, letters: Letters): MathToken[] {
  const tokens = tokensOf([base], letters);
  const last = tokens.at(-1);
  const isOne = tokens.length === 1 || isFenced(base);
  if (!last || !isOne || !('sup' in last) || last.sup) {
    throw new UnreadableTex('a superscript over something that no parentheses hold together');
  }
  if (nodeKey(sup) === STAR) {
    if (last.kind !== 'letter' && last.kind !== 'close')
      throw new UnreadableTex('a star over something that is no letter');
    return tokens;
  }
  return [...tokens.slice(0, -1), { ...last, sup }];
}

function indexed(node: MathNode, letters: Letters): MathToken[] {
  const [base, sub] = [part(node, 0), part(node, 1)];
  const [token, ...more] = tokensOf([base], letters);
  if (token?.kind === 'function' && more.length === 0 && !token.sub) return [{ ...token, sub }];
  throw new UnreadableTex(`"${nodeKey(node)}" is no declared symbol`);
}

function tokensOfNode(node: MathNode, letters: Letters): MathToken[] {
  switch (node.tag) {
    case 'mi':
    case 'mn':
    case 'mo':
      return tokenOfLeaf(node);
    case 'mrow':
      return node.children.flatMap((child) => tokensOf([child], letters));
    case 'msup':
      return raised(part(node, 0), part(node, 1), letters);
    case 'msub':
      return indexed(node, letters);
    case 'msubsup':
      return raised(script('msub', part(node, 0), part(node, 1)), part(node, 2), letters);
    case 'mfrac':
      return [{ kind: 'fraction', top: part(node, 0), bottom: part(node, 1), sup: null }];
    case 'msqrt':
      return [{ kind: 'root', under: node.children, index: null, sup: null }];
    case 'mroot':
      return [{ kind: 'root', under: [part(node, 0)], index: part(node, 1), sup: null }];
    default:
      throw new UnreadableTex(`<${node.tag}> has no meaning in a formula of the kernel`);
  }
}

/** The letter that begins at a node, and how many nodes it takes. */
function letterAt(
  keys: readonly string[],
  start: number,
  letters: Letters,
): { name: string; length: number } | null {
  for (let length = Math.min(letters.longest, keys.length - start); length > 0; length--) {
    const name = letters.named.get(keys.slice(start, start + length).join(' '));
    if (name === '') throw new UnreadableTex(`"${keys[start]}" may be either of two symbols`);
    if (name !== undefined) return { name, length };
  }
  return null;
}

/** The tokens of the nodes, in order. @throws UnreadableTex where something has no meaning in the kernel. */
export function tokensOf(nodes: readonly MathNode[], letters: Letters): MathToken[] {
  const shown = nodes.flatMap(visible);
  const keys = shown.map(nodeKey);
  const tokens: MathToken[] = [];
  for (let i = 0; i < shown.length; ) {
    const letter = letterAt(keys, i, letters);
    if (letter) tokens.push({ kind: 'letter', name: letter.name, sup: null });
    else tokens.push(...tokensOfNode(part({ ...leaf(''), children: shown }, i), letters));
    i += letter?.length ?? 1;
  }
  return tokens;
}
