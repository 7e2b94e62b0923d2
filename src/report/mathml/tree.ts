/** KaTeX's MathML as a tree: a reader of the well-formed elements and texts that KaTeX writes, and of nothing else. */

export interface MathNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathNode[];
  /** Text of a leaf such as <mi>; empty elsewhere. */
  readonly text: string;
}

interface OpenNode extends MathNode {
  readonly children: MathNode[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'" };
const decode = (text: string): string =>
  text.replace(/&(#x27|[a-z]+);/g, (all, name: string) => ENTITIES[name] ?? all);

const PIECE = /<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decode(value)]));

/** The <math> element as a tree. @throws Error where the text is not well-formed, which KaTeX's output always is. */
export function readMathml(mathml: string): MathNode {
  const root: OpenNode = { tag: 'root', attributes: {}, children: [], text: '' };
  const path = [root];
  for (const [, closing, tag = '', attributes = '', empty, text] of mathml.matchAll(PIECE)) {
    const parent = path.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    else if (closing) {
      if (path.pop()?.tag !== tag) throw new Error(`MathML closes <${tag}> that is not open`);
    } else {
      const node: OpenNode = { tag, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(node);
      if (!empty) path.push(node);
    }
  }
  const [math] = root.children;
  if (!math || path.length !== 1) throw new Error('MathML without a closed <math> element');
  return math;
}

/** The nodes of a formula, in order: wrappers that show nothing are opened, spaces and annotations dropped. */
export function visible(node: MathNode): readonly MathNode[] {
  switch (node.tag) {
    case 'math':
    case 'mstyle':
    case 'mpadded':
    case 'mtable':
    case 'mtr':
    case 'mtd':
      return node.children.flatMap(visible);
    case 'semantics':
      return node.children.slice(0, 1).flatMap(visible);
    case 'mrow':
      return isFenced(node) ? [node] : node.children.flatMap(visible);
    case 'mspace':
      return [];
    default:
      return [node];
  }
}

/** Whether the row is a \left…\right pair. */
export const isFenced = (node: MathNode): boolean =>
  node.tag === 'mrow' && node.children[0]?.tag === 'mo' && node.children[0].attributes.fence === 'true';

/** What a node shows, as a key: equal keys look equal. */
export function nodeKey(node: MathNode): string {
  const shown = visible(node);
  const [only] = shown;
  if (shown.length !== 1 || !only) return `[${shown.map(nodeKey).join(' ')}]`;
  if (only.children.length > 0) return `${only.tag}(${only.children.map(nodeKey).join(' ')})`;
  const upright = only.attributes.mathvariant === 'normal' ? 'upright ' : '';
  return `${upright}${only.text.trim()}`;
}
