/** Which symbol a letter of a formula is: the declared LaTeX of every symbol, as KaTeX shows it. */
import { katexMathml } from '../../engines/katex.ts';
import type { SymbolTable } from '../../kernel/symbols.ts';
import { nodeKey, readMathml, visible } from './tree.ts';

/** From what letters look like to their names; some, such as f'(q), take several nodes. */
export interface Letters {
  readonly named: ReadonlyMap<string, string>;
  /** The largest number of nodes that a letter takes. */
  readonly longest: number;
}

/** What LaTeX looks like, node by node; kept, for a formula's letters are asked for again and again. */
const looks = new Map<string, Promise<readonly string[]>>();

async function lookOf(tex: string): Promise<readonly string[]> {
  const rendered = await katexMathml(tex, { display: false });
  if (!rendered.ok) throw new Error(`the LaTeX ${tex} of a symbol is refused: ${rendered.message}`);
  return visible(readMathml(rendered.mathml)).map(nodeKey);
}

function remembered(tex: string): Promise<readonly string[]> {
  const look = looks.get(tex) ?? lookOf(tex);
  looks.set(tex, look);
  return look;
}

/** The letters of a table. Where two symbols look the same, neither can be read back, and its name is empty. */
export async function lettersOf(symbols: SymbolTable): Promise<Letters> {
  const named = new Map<string, string>();
  let longest = 1;
  for (const { name, tex } of symbols.values()) {
    const look = await remembered(tex);
    const key = look.join(' ');
    named.set(key, named.has(key) ? '' : name);
    longest = Math.max(longest, look.length);
  }
  return { named, longest };
}
