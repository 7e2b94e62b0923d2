/** SymPy's assertions about limits, read into the toolkit's language; what cannot be read says why. */
import { readFileSync } from 'node:fs';
import type { Context } from '../../src/kernel/facts.ts';
import type { Place } from '../../src/kernel/limits/index.ts';
import { parse } from '../../src/kernel/parse.ts';
import { rational } from '../../src/kernel/rational.ts';
import {
  between,
  type Declaration,
  type Domain,
  NEGATIVE,
  NON_NEGATIVE,
  POSITIVE,
  REAL,
  type SymbolTable,
} from '../../src/kernel/symbols.ts';
import type { Term } from '../../src/kernel/term.ts';

/** One assertion, as extracted. */
export interface Assertion {
  readonly file: string;
  readonly line: number;
  readonly op: string;
  readonly args: readonly string[];
  readonly kw: Readonly<Record<string, string>>;
  readonly expected: string;
  readonly symbols: Readonly<Record<string, string>>;
  readonly moduleSymbols: Readonly<Record<string, string>>;
}

const FILES = ['sympy_limits_gruntz', 'sympy_limits', 'sympy_wester_limits'] as const;

export function assertions(): readonly Assertion[] {
  return FILES.flatMap((file) => {
    const url = new URL(`../suites/sympy/${file}.json`, import.meta.url);
    const { cases, module_symbols } = JSON.parse(readFileSync(url, 'utf8'));
    return cases.map((one: Assertion) => ({ ...one, file, moduleSymbols: module_symbols }));
  });
}

/** What SymPy expects: a value, or an infinity whose sign is that of a term. */
export type Expected =
  | { readonly kind: 'finite'; readonly value: Term }
  | { readonly kind: 'infinite'; readonly signOf: Term };

export interface Case {
  readonly assertion: Assertion;
  readonly value: Term;
  readonly x: string;
  readonly place: Place;
  readonly expected: Expected;
  readonly context: Context;
}

/** The case is left out, for this reason. */
export class LeftOut extends Error {}

const FUNCTIONS: Readonly<Record<string, string>> = { log: 'ln', exp: 'exp', sqrt: 'sqrt' };
/** What the tests' modules import: letters of sympy.abc. Any other name is a variable of a test's body. */
const LETTERS = ['x', 'y', 'z', 'k'];
/** pi is no number of the language; what holds for every value in this interval holds for it. */
const PI: Domain = between({ at: rational(333, 106), open: true }, { at: rational(355, 113), open: true });

const domainOf = (assumptions: string): Domain => {
  const integer = /integer=True/.test(assumptions) ? ({ integer: true } as const) : {};
  if (/positive=True/.test(assumptions)) return { ...POSITIVE, ...integer };
  if (/nonnegative=True/.test(assumptions)) return { ...NON_NEGATIVE, ...integer };
  if (/negative=True/.test(assumptions)) return { ...NEGATIVE, ...integer };
  return { ...REAL, ...integer };
};

/** The names that a case may use with their domains. SymPy's letters are complex where nothing is said; here they are real. */
function namesOf({ symbols, moduleSymbols }: Assertion): { names: Map<string, Domain>; zeros: Set<string> } {
  const names = new Map<string, Domain>([...LETTERS.map((name) => [name, REAL] as const), ['pi', PI]]);
  const zeros = new Set<string>();
  for (const [key, made] of [...Object.entries(moduleSymbols), ...Object.entries(symbols)]) {
    if (!/ymbols?\(/.test(made)) continue;
    for (const name of key.replace(/[()]/g, '').split(', ')) {
      names.set(name, domainOf(made));
      if (/zero=True/.test(made) && !/nonzero/.test(made)) zeros.add(name);
    }
  }
  return { names, zeros };
}

interface Token {
  readonly kind: 'number' | 'name' | 'mark';
  readonly text: string;
}

function tokensOf(text: string): Token[] {
  const pattern = /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?)|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(\*\*|[-+*/(),.]))/y;
  const found: Token[] = [];
  const trimmed = text.trim();
  while (pattern.lastIndex < trimmed.length) {
    const match = pattern.exec(trimmed);
    if (!match) throw new LeftOut('SymPy: syntax beyond formulas');
    const [, number, name, mark] = match;
    if (number) found.push({ kind: 'number', text: number });
    else if (name) found.push({ kind: 'name', text: name });
    else found.push({ kind: 'mark', text: mark as string });
  }
  return found;
}

/** The tokens up to the parenthesis that closes, split at the commas between. */
function argumentsAt(tokens: readonly Token[], open: number): { args: Token[][]; end: number } {
  const args: Token[][] = [[]];
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(' && depth++ === 0) continue;
    if (token.text === ')' && --depth === 0) return { args, end: i };
    if (token.text === ',' && depth === 1) args.push([]);
    else args.at(-1)?.push(token);
  }
  throw new LeftOut('SymPy: syntax beyond formulas');
}

const VALUES: Readonly<Record<string, string>> = {
  E: 'exp(1)',
  'S.Exp1': 'exp(1)',
  'S.Half': '(1/2)',
  'S.One': '1',
  'S.Zero': '0',
};

/** Text of the toolkit's language for tokens of SymPy's. */
function translate(tokens: readonly Token[], known: ReadonlyMap<string, Domain>): string {
  let out = '';
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (text === '**') out += '^';
    else if (text === '.') throw new LeftOut('SymPy: a call of a method');
    else if (kind !== 'name') out += text;
    else if (tokens[i + 1]?.text === '(') {
      const { args, end } = argumentsAt(tokens, i + 1);
      out += application(
        text,
        args.map((arg) => translate(arg, known)),
      );
      i = end;
    } else if (known.has(text)) out += text;
    else if (text in VALUES) out += VALUES[text];
    else throw new LeftOut(reasonFor(text));
  }
  return out;
}

function application(name: string, args: readonly string[]): string {
  const [first = '', second] = args;
  if (name === 'log' && second) return `(ln(${first})/ln(${second}))`;
  if (name in FUNCTIONS) return `${FUNCTIONS[name]}(${first})`;
  if (name === 'Rational' || name === 'R') return second ? `((${first})/(${second}))` : `(${first})`;
  if (name === 'S') return `(${first})`;
  if (name === 'cbrt') return `(${first})^(1/3)`;
  throw new LeftOut(
    name.includes('.') ? 'SymPy: a call of a method' : `a function outside the language: ${name}`,
  );
}

function reasonFor(name: string): string {
  if (name === 'I') return 'complex numbers';
  if (name === 'oo' || name === 'zoo') return 'infinity as an operand, or a complex one as the answer';
  if (name === 'S.NaN' || name.startsWith('Accum')) return 'no limit expected: not a number';
  return 'SymPy: a name from the body of its test';
}

function read(text: string, known: ReadonlyMap<string, Domain>, symbols: SymbolTable): Term {
  const quoted = text.replace(/S\('([^']*)'\)/g, '($1)');
  return parse(translate(tokensOf(quoted), known), symbols);
}

const declare = (name: string, domain: Domain, role: Declaration['role']): Declaration => ({
  name,
  tex: name,
  meaning: name,
  unit: '1',
  domain,
  role,
  source: 'SymPy',
});

function placeOf({ args, kw }: Assertion, readTerm: (text: string) => Term): Place {
  const [, , at = '', direction = kw.dir ?? "'+'"] = args;
  if (at === 'oo' || at === '+oo') return { kind: 'infinity' };
  if (at === '-oo') return { kind: 'minus-infinity' };
  const side = { "'+'": 'above', "'-'": 'below', "'+-'": 'both' }[direction];
  if (!side) throw new LeftOut('SymPy: a name from the body of its test');
  return { kind: 'point', at: readTerm(at), side: side as 'above' };
}

function expectedOf(text: string, readTerm: (text: string) => Term): Expected {
  if (/^\w*Limit\(/.test(text)) throw new LeftOut('no limit expected: SymPy gives it back unevaluated');
  if (/^AccumBounds/.test(text)) throw new LeftOut('no limit expected: an interval of accumulation points');
  const [, sign, inner] = /^([-+]?)oo(?: \* sign\((.*)\))?$/.exec(text) ?? [];
  if (sign === undefined) return { kind: 'finite', value: readTerm(text) };
  return { kind: 'infinite', signOf: readTerm(`${sign}(${inner ?? '1'})`) };
}

/** The assertion as a case. @throws LeftOut with the reason where it is none. */
export function caseOf(assertion: Assertion): Case {
  if (assertion.op === 'mrv_leadterm') throw new LeftOut('SymPy: a leading term in a form of its own');
  const [expression = '', x = ''] = assertion.args;
  const { names, zeros } = namesOf(assertion);
  const symbols: SymbolTable = new Map(
    [...names].map(([name, domain]) => [
      name,
      declare(name, name === x ? REAL : domain, name === x ? 'quantity' : 'shape'),
    ]),
  );
  const without = (text: string): string =>
    [...zeros].reduce((rest, name) => rest.replace(new RegExp(`\\b${name}\\b`, 'g'), '0'), text);
  const readTerm = (text: string): Term => read(without(text), names, symbols);
  if (!tokensOf(expression).some(({ text }) => text === x))
    throw new LeftOut('SymPy: a name from the body of its test');
  return {
    assertion,
    value: readTerm(expression),
    x,
    place: placeOf(assertion, readTerm),
    expected: expectedOf(assertion.expected, readTerm),
    context: { symbols, facts: [] },
  };
}
