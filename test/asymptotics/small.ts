/** Small problems written by hand, and answers of the engine as text that a person can read. */
import { type Case, caseOf } from '../../src/asymptotics/cases.ts';
import type { Problem, Summand } from '../../src/asymptotics/problem.ts';
import type { Context, Fact } from '../../src/kernel/facts.ts';
import { ratioTerm } from '../../src/kernel/normal/to-term.ts';
import { parse } from '../../src/kernel/parse.ts';
import { printText } from '../../src/kernel/print-text.ts';
import type { Ratio } from '../../src/kernel/ratio.ts';
import { between, POSITIVE, REAL, type SymbolTable, symbolTable } from '../../src/kernel/symbols.ts';
import type { Term } from '../../src/kernel/term.ts';
import { letter } from '../support/terms.ts';

const ZERO = { at: { num: 0n, den: 1n }, open: true };
const ONE = { at: { num: 1n, den: 1n }, open: true };

/** Exponents: h between 0 and 1, p and q positive, s of any sign. Amounts: v of any sign, the others positive. */
const LETTERS: SymbolTable = symbolTable(
  letter('h', between(ZERO, ONE), 'shape'),
  letter('p', POSITIVE, 'shape'),
  letter('q', POSITIVE, 'shape'),
  letter('s', REAL, 'shape'),
  letter('v', REAL),
  letter('w', between(ZERO, ONE)),
  ...['x', 'a', 'b', 'c', 'e', 'D', 'n', 't', 'y', 'z', 'mu', 'f', 'g', 'S', 'L'].map((name) =>
    letter(name, POSITIVE),
  ),
);

export const read = (text: string): Term => parse(text, LETTERS);

const IS = {
  '>': 'positive',
  '<': 'negative',
  '=': 'zero',
  '>=': 'non-negative',
  '<=': 'non-positive',
} as const;

/** A fact such as 'p - 1 > 0'. */
export function fact(text: string): Fact {
  const [, left = '', sign = '>'] = /^(.*?)\s*(>=|<=|>|<|=)\s*0$/.exec(text) ?? [];
  return { term: read(left), is: IS[sign as keyof typeof IS], because: 'given' };
}

/** The letters under facts. */
export const under = (...facts: readonly string[]): Context => ({ symbols: LETTERS, facts: facts.map(fact) });

export const caseUnder = (...facts: readonly string[]): Case => caseOf(under(...facts));

type Sums = Readonly<Record<string, string>>;

/** A problem in texts: each sum by the names of its summands. */
export interface Small {
  readonly variables?: readonly string[];
  readonly multipliers?: readonly string[];
  readonly branch?: string;
  readonly equations: Readonly<Record<string, Sums>>;
  readonly auxiliaries?: Readonly<Record<string, Sums>>;
  readonly atoms?: Readonly<
    Record<string, { argument: string; shape: string; edge?: string; beyond?: string }>
  >;
  readonly guards?: Readonly<Record<string, string | { ratio: string; beyond: string }>>;
  readonly objective: Sums;
  readonly quantities?: Sums;
  readonly telling?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly acceptsLoss?: true;
  readonly hasRivals?: true;
  readonly trend?: 'rises' | 'falls';
}

const summands = (sums: Sums): readonly Summand[] =>
  Object.entries(sums).map(([source, text]) => ({ source, term: read(text) }));

export function problemOf(small: Small, context: Context = under()): Problem {
  const { acceptsLoss, hasRivals, trend } = small;
  const variables = small.variables ?? ['y'];
  return {
    context,
    branch: small.branch ?? '',
    variables,
    multipliers: small.multipliers ?? [],
    auxiliaries: Object.entries(small.auxiliaries ?? {}).map(([name, sums]) => ({
      name,
      summands: summands(sums),
    })),
    equations: Object.entries(small.equations).map(([name, sums]) => ({ name, summands: summands(sums) })),
    atoms: Object.entries(small.atoms ?? {}).map(
      ([name, { argument, shape, edge = 'market-edge', beyond }]) => ({
        name,
        argument: read(argument),
        shape: read(shape),
        edge,
        ...(beyond !== undefined && { beyond }),
      }),
    ),
    guards: Object.entries(small.guards ?? {}).map(([source, guard]) =>
      typeof guard === 'string'
        ? { source, ratio: read(guard) }
        : { source, ratio: read(guard.ratio), beyond: guard.beyond },
    ),
    objective: summands(small.objective),
    quantities: Object.fromEntries(
      Object.entries(small.quantities ?? {}).map(([name, text]) => [name, read(text)]),
    ),
    tellingEquation: small.telling ?? (variables[0] as string),
    names: small.names ?? {},
    ...(acceptsLoss && { acceptsLoss }),
    ...(hasRivals && { hasRivals }),
    ...(trend && { trend }),
  };
}

const KINDS = ['number', 'symbol', 'sum', 'product', 'power', 'call'];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isTerm = (value: Readonly<Record<string, unknown>>): boolean => KINDS.includes(String(value.kind));

/** What fits on one line: a term, a fact, a term of a condition with what it stands for; null for all else. */
function onOneLine(value: unknown): string | null {
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  if (isTerm(value)) return printText(value as unknown as Term);
  if ('because' in value) return `${onOneLine(value.term)} is ${value.is}: ${value.because}`;
  if ('exact' in value) return `${value.source} ${onOneLine(value.exact)}`;
  if ('logPower' in value)
    return `${onOneLine(value.constant)}, power ${onOneLine(value.exponent)}, of the logarithm ${onOneLine(value.logPower)}`;
  if (Array.isArray(value) && value.length === 0) return 'none';
  if ('num' in value && 'den' in value) return printText(ratioTerm(value as unknown as Ratio));
  return null;
}

/** A value with everything in it, its terms as formulas; what is named in `without` is left out. */
export function told(value: unknown, without: readonly string[] = [], indent = ''): string {
  const line = onOneLine(value);
  if (line !== null) return ` ${line}`;
  const entries = Object.entries(value as Record<string, unknown>).filter(
    ([name]) => !without.includes(name),
  );
  const head = (name: string): string => (Array.isArray(value) ? '-' : `${name}:`);
  return entries
    .map(([name, part]) => `\n${indent}${head(name)}${told(part, without, `${indent}  `)}`)
    .join('');
}
