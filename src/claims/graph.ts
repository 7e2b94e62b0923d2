/**
 * What rests on what: claims on derivations and on the engines' tables, derivations on derivations, all on the models. An
 * edge leads from what uses to what is used.
 */
import type { Written } from '../derive/argument.ts';
import { VARIANT_IDS } from '../economics/variants/registry.ts';
import type { ClaimRow } from './row.ts';

export type NodeKind = 'claim' | 'derivation' | 'laws' | 'statics' | 'model';

export interface Node {
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string;
  /** The verdict of a claim, null for the rest. */
  readonly verdict: string | null;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

const claimNode = ({ id, reading }: Pick<ClaimRow, 'id' | 'reading'>): string => `claim/${id}/${reading}`;

/** A table of the engine: `laws/<variant>/<parameter>` or `statics/<variant>/<held>`; null for another id. */
function tableNode(id: string): (Node & { variant: string }) | null {
  const [kind, name, rest] = id.split('/');
  const variant = VARIANT_IDS.find((known) => known === name);
  if ((kind !== 'laws' && kind !== 'statics') || !variant) return null;
  const title = kind === 'laws' ? `laws of ${variant} in ${rest}` : `signs of ${variant}, ${rest} held`;
  return { id, kind, title, verdict: null, variant };
}

const modelNode = (variant: string): Node => ({
  id: `model/${variant}`,
  kind: 'model',
  title: `profit of ${variant}`,
  verdict: null,
});

/** The graph of the rows: every node that one of them reaches. */
export function graphOf(rows: readonly ClaimRow[], derivations: readonly Written[]): Graph {
  const nodes = new Map<string, Node>();
  const edges: Edge[] = [];
  const add = (node: Node): boolean => {
    const isNew = !nodes.has(node.id);
    nodes.set(node.id, node);
    return isNew;
  };
  const addModel = (from: string, variant: string): void => {
    add(modelNode(variant));
    edges.push({ from, to: `model/${variant}` });
  };
  const addDerivation = (written: Written): string => {
    const { id, title } = written();
    const node = `derivation/${id}`;
    if (!add({ id: node, kind: 'derivation', title, verdict: null })) return node;
    for (const use of written.uses) edges.push({ from: node, to: addDerivation(use) });
    addModel(node, written.variant);
    return node;
  };
  for (const row of rows) {
    const from = claimNode(row);
    add({ id: from, kind: 'claim', title: `${row.id}: ${row.reading}`, verdict: row.verdict });
    addModel(from, row.variant);
    for (const use of row.uses) {
      const table = tableNode(use);
      const written = derivations.find((one) => `derivation/${one().id}` === use);
      edges.push({ from, to: use });
      if (written) addDerivation(written);
      if (table) {
        add({ id: table.id, kind: table.kind, title: table.title, verdict: null });
        addModel(table.id, table.variant);
      }
    }
  }
  return { nodes: [...nodes.values()], edges };
}

/** Edges to nodes that do not exist. */
export const danglingEdges = ({ nodes, edges }: Graph): readonly Edge[] => {
  const known = new Set(nodes.map(({ id }) => id));
  return edges.filter(({ from, to }) => !known.has(from) || !known.has(to));
};

/** The first node from which one is reached that rests on itself by a detour, or null. */
export function cycleIn({ nodes, edges }: Graph): string | null {
  const done = new Set<string>();
  const open = new Set<string>();
  const leads = (id: string): boolean => {
    if (done.has(id)) return false;
    if (open.has(id)) return true;
    open.add(id);
    const found = edges.some(({ from, to }) => from === id && leads(to));
    open.delete(id);
    done.add(id);
    return found;
  };
  return nodes.find(({ id }) => leads(id))?.id ?? null;
}
