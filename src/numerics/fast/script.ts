/**
 * The stages of a program as straight-line TypeScript over one array of numbers, a row at a time. Built-in models are written
 * out like this once and compiled with everything else; at run time nothing is made of text. A module is known by the
 * fingerprint of its text, so that one which is not of the program at hand is never taken for it.
 */
import type { Graph, Node } from './graph.ts';
import { movesOf, reached, type Stages, sharedDivisors } from './stages.ts';

/** A program written out. Each stage reads the registers of one row; `end` writes what is wanted from a place on. */
export interface Written {
  readonly fingerprint: string;
  readonly registers: number;
  readonly row: (r: Float64Array) => void;
  readonly body: (r: Float64Array) => void;
  readonly end: (r: Float64Array, out: Float64Array, at: number) => void;
}

export interface Script {
  readonly fingerprint: string;
  readonly registers: number;
  /** Registers of the nodes that a stage leaves to others, inputs and numbers among them. */
  readonly slots: ReadonlyMap<Node, number>;
  readonly text: string;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  exp: 'Math.exp',
  log: 'Math.log',
  expm1: 'Math.expm1',
  min: 'Math.min',
  max: 'Math.max',
  deformed: 'deformed',
  'sum-of-exponentials': 'sumOfExponentials',
  softplus: 'softplus',
  logistic: 'logistic',
};

/** FNV-1a of 52 bits' worth in two halves: texts that differ by accident differ in it. */
function fingerprintOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x5bd1e995);
    high ^= high >>> 15;
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

const number = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value));

/** The sum as the kernels of a tape do it: in the same order, with the same roundings. */
function combination(node: Node, names: readonly string[]): string {
  const scaled = (i: number): string => {
    const coefficient = node.coefficients[i] ?? 0;
    if (coefficient === 1) return names[i] as string;
    return coefficient === -1 ? `-${names[i]}` : `${coefficient} * ${names[i]}`;
  };
  const joined = (so: string, next: string): string =>
    next.startsWith('-') ? `${so} - ${next.slice(1)}` : `${so} + ${next}`;
  const pairs: string[] = [];
  for (let i = 0; i < names.length; i += 2) {
    pairs.push(i + 1 < names.length ? joined(scaled(i), scaled(i + 1)) : scaled(i));
  }
  const [first, ...rest] = pairs as [string, ...string[]];
  const leading = node.constant === 0 ? first : joined(first, String(node.constant));
  return rest.reduce((so, pair) => `${so} + (${pair})`, leading);
}

function formula(node: Node, names: readonly string[]): string {
  const [x, y] = names;
  switch (node.operation) {
    case 'linear':
      return combination(node, names);
    case 'multiply':
      return `${x} * ${y}`;
    case 'divide':
      return `${x} / ${y}`;
    case 'no-more':
      return `${x} <= ${y} ? 1 : 0`;
    default:
      return `${FUNCTIONS[node.operation]}(${names.join(', ')})`;
  }
}

/** The stages written out. */
export function scriptOf(graph: Graph, stages: Stages): Script {
  const moves = movesOf(new Set(stages.moving));
  const all = reached([...stages.start, ...stages.body, ...stages.end]);
  const isLeaf = ({ operation }: Node): boolean => operation === 'input' || operation === 'number';
  const inStage = {
    row: all.filter((node) => !moves(node) && !isLeaf(node)),
    body: reached(stages.body).filter((node) => moves(node) && !isLeaf(node)),
    end: reached(stages.end).filter((node) => moves(node) && !isLeaf(node)),
  };
  const moving = [...inStage.body, ...inStage.end];
  const kept = new Set([
    ...stages.moving.map((name) => graph.input(name)),
    ...all.filter(({ operation }) => operation === 'input'),
    ...stages.start,
    ...stages.body,
    ...[...moving.flatMap(({ parts }) => parts), ...stages.end].filter(
      (node) => !moves(node) && node.operation !== 'number',
    ),
  ]);
  const slots = new Map([...kept].map((node, slot) => [node, slot]));
  const order = new Map([...all].map((node, i) => [node, i]));
  const name = (node: Node): string =>
    node.operation === 'number' ? number(node.constant) : `v${order.get(node)}`;
  const stepsOf = (own: readonly Node[]): string[] => {
    const shared = sharedDivisors(own);
    const taken = new Set<Node>();
    return own.flatMap((node) => {
      const [x, y] = node.parts;
      const put = (value: string): string => `  const ${name(node)} = ${value};`;
      if (node.operation !== 'divide' || !x || !y || !shared.has(y))
        return [put(formula(node, node.parts.map(name)))];
      const reciprocal = `i${order.get(y)}`;
      const first = taken.has(y) ? [] : [`  const ${reciprocal} = 1 / ${name(y)};`];
      taken.add(y);
      return [...first, put(`${name(x)} * ${reciprocal}`)];
    });
  };
  const stage = (own: readonly Node[], wanted: ReadonlySet<Node>, end: readonly Node[] = []): string => {
    const made = new Set(own);
    const read = new Set([...own.flatMap(({ parts }) => parts), ...end].filter((part) => !made.has(part)));
    const loads = [...read].flatMap((node) =>
      node.operation === 'number' ? [] : [`  const ${name(node)} = r[${slots.get(node)}] as number;`],
    );
    const steps = stepsOf(own);
    const stores = own
      .filter((node) => wanted.has(node))
      .map((node) => `  r[${slots.get(node)}] = ${name(node)};`);
    const results = end.map((node, k) => `  out[at + ${k}] = ${name(node)};`);
    const head = end.length > 0 ? '(r, out, at) => {' : '(r) => {';
    return [head, ...loads, ...steps, ...stores, ...results, '}'].join('\n');
  };
  const text = [
    `  row: ${stage(inStage.row, kept)},`,
    `  body: ${stage(inStage.body, new Set(stages.body))},`,
    `  end: ${stage(inStage.end, new Set(), stages.end)},`,
  ].join('\n');
  return { fingerprint: fingerprintOf(text), registers: kept.size, slots, text };
}
