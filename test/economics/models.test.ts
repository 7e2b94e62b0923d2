/** Every variant, every classic and models described as data, whole: letters with their units and domains, ranges, facts and formulas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLASSIC_IDS, CLASSICS } from '../../src/economics/classics/registry.ts';
import { describesProblem, problemFrom } from '../../src/economics/model-file/problem.ts';
import { modelFrom } from '../../src/economics/model-file/read.ts';
import { modelOf, VARIANT_IDS } from '../../src/economics/variants/registry.ts';
import { OptimandError } from '../../src/kernel/issues.ts';
import { printText } from '../../src/kernel/print-text.ts';
import { type Declaration, type Domain, domainText } from '../../src/kernel/symbols.ts';
import type { Term } from '../../src/kernel/term.ts';
import { SHOP } from '../commands/shop.ts';
import { expectGolden } from '../support/goldens.ts';

const TERMS = ['number', 'symbol', 'sum', 'product', 'power', 'call'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isTerm = (value: unknown): value is Term =>
  isObject(value) && TERMS.includes(String(value.kind)) && !('meaning' in value);
const isLetter = (value: unknown): value is Declaration =>
  isObject(value) && 'name' in value && 'unit' in value && 'domain' in value;

/** A letter on one line. */
function letterText({ name, tex, meaning, unit, domain, role, source, definition }: Declaration): string {
  const stands = definition === undefined ? '' : ` = ${printText(definition)}`;
  return `${name}${stands} [${tex}]: ${meaning}; ${unit}; ${domainText(domain as Domain)}; ${role}; ${source}`;
}

/** Anything as lines: terms as formulas, letters on a line each, what computes left out. */
function outline(name: string, value: unknown, depth: number): readonly string[] {
  const start = `${'  '.repeat(depth)}${name}: `;
  if (typeof value === 'function' || value === undefined) return [];
  if (isTerm(value)) return [`${start}${printText(value)}`];
  if (isLetter(value)) return [`${start}${letterText(value)}`];
  if (value instanceof Map) return outline(name, Object.fromEntries(value), depth);
  if (!isObject(value)) return [`${start}${String(value)}`];
  const inner = Object.entries(value).flatMap(([key, part]) => outline(key, part, depth + 1));
  return [start.trimEnd(), ...inner];
}

const whole = (model: object): string =>
  Object.entries(model)
    .flatMap(([name, value]) => outline(name, value, 0))
    .join('\n');

test.each(VARIANT_IDS)('the variant %s', (id) => {
  expectGolden(`models/variant-${id}.txt`, whole(modelOf(id)));
});

test.each(CLASSIC_IDS)('the classic %s', (id) => {
  expectGolden(`models/classic-${id}.txt`, whole(CLASSICS[id]));
});

const MU = { name: 'mu', meaning: 'what more room is worth' };

const SHELF = {
  ...SHOP,
  id: 'shelf',
  meaning: 'pieces are kept on a shelf that holds h of them',
  source: 'Harris 1913',
  kind: 'minimum',
  units: ['piece', 'order'],
  variables: [{ name: 'x', meaning: 'amount ordered at a time', unit: 'piece/order', tex: 'x' }],
  symbols: [
    { name: 'c', meaning: 'cost of keeping a piece', unit: 'dollar*order/piece' },
    { name: 'k', meaning: 'cost of an order', unit: 'dollar*piece/order', domain: { above: 1 } },
    { name: 'h', meaning: 'room', unit: 'piece/order', tex: 'h_0' },
    { name: 's', meaning: 'share', domain: { above: 0, below: 1 } },
  ],
  constraints: [
    { id: 'shelf', multiplier: MU, meaning: 'the shelf is full', left: 'x', relation: '<=', right: 'h*s' },
  ],
  quantities: [{ name: 'v', meaning: 'orders', formula: 'h/x', tex: 'V' }],
  assume: ['h > 0', { that: 's < 1', because: 'some room is lost' }],
  set: { c: 1, k: 2, h: 3, s: 0.5 },
  ranges: { c: { low: 0.1, high: 10 }, s: { low: 0.1, high: 0.9, scale: 'linear' } },
  regimes: { shelf: 'crammed' },
} as const;

const OWN = {
  id: 'own',
  title: 'A firm of my own',
  base: 'data-bound',
  symbols: [
    { name: 's', meaning: 'how slowly buyers come', domain: { above: 0, atMost: 3 } },
    { name: 'F_0', meaning: 'what a run costs at least', unit: 'dollar', role: 'quantity', tex: 'F_0' },
  ],
  define: { beta: 'alpha', gamma: -0.5 },
  blocks: [{ adoption: '(q - 1)/(s + q)' }, 'cournot'],
  assume: ['s < 2', { that: 'alpha < 1', because: 'size helps less and less' }],
  set: { s: 0.5, m: 2, alpha: 0.3, a: 0.004, b: 0.0016, omega: 1e-5, delta: 1e-21, E: 1e18, D: 1e13 },
  ranges: { s: { low: 0.1, high: 2 } },
  regimes: { 'data-bound': 'starved' },
} as const;

/** What a description makes, or why nothing. */
function made(data: unknown): string {
  try {
    return whole(describesProblem(data) ? problemFrom(data) : modelFrom(data));
  } catch (error) {
    if (!(error instanceof OptimandError)) throw error;
    const { issue } = error;
    return `${issue.code}${'path' in issue ? ` at ${issue.path || 'the top'}` : ''}: ${error.message}`;
  }
}

describe('described as data', () => {
  test('a problem that says everything', () => expectGolden('models/problem-shelf.txt', made(SHELF)));
  test('a firm that says much', () => expectGolden('models/firm-own.txt', made(OWN)));
  test.each(['chinchilla-quality', 'closing-gap', 'cobb-douglas', 'log-power', 'oligopoly'])('%s', (name) => {
    const path = join(import.meta.dirname, `../../docs/models/${name}.json`);
    expectGolden(`models/docs-${name}.txt`, made(JSON.parse(readFileSync(path, 'utf8'))));
  });

  const x = { name: 'x', meaning: 'amount' };
  const c = { name: 'c', meaning: 'cost of a piece', role: 'quantity' };
  const cost = { name: 'z', meaning: 'cost', parts: { stock: 'c*x', orders: '1/x' } };
  const base = { id: 'own', kind: 'minimum', objective: cost, variables: [x], symbols: [c] };
  /** Problems that are none, by what is wrong. */
  const WRONG: Readonly<Record<string, unknown>> = {
    'a kind without an objective': { id: 'own', kind: 'largest' },
    'an unknown kind': { ...base, kind: 'largest' },
    'no variables': { ...base, variables: [] },
    'no parts': { ...base, objective: { ...cost, parts: {} } },
    'a part that is no formula': { ...base, objective: { ...cost, parts: { stock: 'c*' } } },
    'an undeclared letter': { ...base, objective: { ...cost, parts: { stock: 'k*x' } } },
    'a variable that nothing depends on': { ...base, variables: [x, { ...x, name: 'y' }] },
    'a letter twice': { ...base, symbols: [c, c] },
    'a letter that is a variable': { ...base, symbols: [c, { ...c, name: 'x' }] },
    'a letter that is the objective': { ...base, symbols: [c, { ...c, name: 'z' }] },
    'a letter of the engine': { ...base, symbols: [c, { ...c, name: 'lambda' }] },
    'a strange name': { ...base, symbols: [c, { ...c, name: 'a b' }] },
    'the id of a variant': { ...base, id: 'cournot' },
    'the id of a classic': { ...base, id: 'loss-target' },
    'others in a minimum': { ...base, others: [{ name: 'Q', meaning: 'of others', formula: 'x' }] },
    'an equilibrium of nobody else': { ...base, kind: 'equilibrium' },
    'an unknown relation': {
      ...base,
      constraints: [{ id: 'room', multiplier: MU, left: 'x', relation: '<<', right: 'c' }],
    },
    'a constraint without a variable': {
      ...base,
      constraints: [{ id: 'room', multiplier: MU, meaning: 'r', left: 'c', relation: '<=', right: '1' }],
    },
    'a constraint twice': {
      ...base,
      constraints: [
        { id: 'room', multiplier: MU, meaning: 'r', left: 'x', relation: '<=', right: 'c' },
        { id: 'room', multiplier: MU, meaning: 'r', left: 'x', relation: '<=', right: '2*c' },
      ],
    },
    'a number outside the domain': { ...base, set: { c: -1 } },
    'a number for nothing': { ...base, set: { k: 1 } },
    'a range the wrong way': { ...base, ranges: { c: { low: 2, high: 1 } } },
    'a range for nothing': { ...base, ranges: { k: { low: 1, high: 2 } } },
    'a regime that is none': { ...base, regimes: { stocks: 'x' } },
    'a unit that is none': { ...base, symbols: [{ ...c, unit: 'metre' }] },
    'units that do not fit': {
      ...base,
      units: ['piece'],
      variables: [{ ...x, unit: 'piece' }],
      symbols: [{ ...c, unit: 'dollar/piece' }],
    },
    'an unknown field': { ...base, block: [] },
    'a quantity that is a letter': { ...base, quantities: [{ name: 'c', meaning: 'again', formula: 'x' }] },
    'no assumption': { ...base, assume: ['c'] },
    'an assumption that is false': { ...base, assume: ['c < 0'] },
    'numbers against an assumption': { ...base, assume: ['c > 2'], set: { c: 1 } },
    'no object': [],
    'no text': { ...base, title: 3 },
  };

  test('problems that are none', () => {
    const said = Object.entries(WRONG).map(([what, data]) => `${what}\n    ${made(data).split('\n')[0]}`);
    expect(said.length).toBeGreaterThan(0);
    expectGolden('models/wrong-problems.txt', said.join('\n'));
  });

  test('numbers that bear out an assumption, or do not settle it, are taken', () => {
    const k = { ...c, name: 'k' };
    const given = (set: object) => made({ ...base, symbols: [c, k], assume: ['c >= k'], set }).split('\n')[0];
    const accepted = made({ ...base, symbols: [c, k], assume: ['c >= k'] }).split('\n')[0];
    expect(accepted).not.toContain('/set');
    expect([{ c: 1 }, { k: 1 }, { c: 1, k: 1 }, { c: 2, k: 1 }].map(given)).toEqual(Array(4).fill(accepted));
    expect(given({ c: 1, k: 2 })).toContain('the numbers make c - k other than non-negative');
  });

  test('a number that has no range lies in one around it, ten times nearer to an end that is close', () => {
    const rangeAt = (value: number, domain: object) =>
      problemFrom({ ...base, symbols: [{ ...c, domain }], set: { c: value } }).ranges.c;
    expect(rangeAt(5, { above: 0 })).toMatchObject({ low: 0.5, high: 50, scale: 'log' });
    expect(rangeAt(0.25, { above: 0, below: 1 })).toMatchObject({ low: 0.025, high: 0.925, scale: 'log' });
    expect(rangeAt(2, { above: 1 })).toMatchObject({ low: 1.1, high: 20, scale: 'log' });
    expect(rangeAt(1, { atLeast: 1 })).toMatchObject({ low: 1, high: 10, scale: 'log' });
    expect(rangeAt(4, { atLeast: 0, atMost: 4 })).toMatchObject({ low: 0.4, high: 4, scale: 'log' });
    expect(rangeAt(3, { atLeast: 1, integer: true })).toBeUndefined();
    // Of zero ten times more is no more.
    expect(rangeAt(0, { atLeast: 0 })).toBeUndefined();
  });
});
