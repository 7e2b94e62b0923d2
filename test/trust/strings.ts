/** Every entry of the suites of hostile strings, by where it comes from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../suites/security', name), 'utf8'));

/** `GEN:repeat("x^",20000)+"x"` as the string that it makes; others as they are. */
export function generated(input: string): string {
  if (!input.startsWith('GEN:')) return input;
  const parts = [...input.slice(4).matchAll(/repeat\("([^"]*)",(\d+)\)|"([^"]*)"/g)];
  return parts
    .map(([, unit, count, plain]) => (unit === undefined ? (plain ?? '') : unit.repeat(Number(count))))
    .join('');
}

export interface Case {
  readonly class: string;
  readonly input: string;
  readonly expect: string;
}

const { cases: ownCases } = read('bad-inputs.json') as { cases: readonly Case[] };
const mathjs = read('mathjs-payloads.json') as { cases: readonly { inputs: readonly string[] }[] };
const naughty = read('blns.json') as readonly string[];

export const BAD_INPUTS: readonly Case[] = ownCases.map((own) => ({ ...own, input: generated(own.input) }));
export const PAYLOADS: readonly string[] = mathjs.cases.flatMap(({ inputs }) => inputs);
export const NAUGHTY: readonly string[] = naughty;

export const ALL_STRINGS: readonly string[] = [
  ...PAYLOADS,
  ...NAUGHTY,
  ...BAD_INPUTS.map(({ input }) => input),
];

const OWN_KEYS = Reflect.ownKeys(Object.prototype).map(String).sort();

/** What an escape would have left behind; empty where nothing is. */
export function traces(): readonly string[] {
  const found = 'PWNED' in globalThis ? ['globalThis.PWNED'] : [];
  const keys = Reflect.ownKeys(Object.prototype).map(String);
  return [...found, ...keys.filter((key) => !OWN_KEYS.includes(key))];
}
