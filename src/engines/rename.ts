/**
 * Expressions on their way into an outside engine and back.
 *
 * E, e, pi, i and many single letters are constants or units to an engine, which replaces them without a word. Inside,
 * every identifier is v0, v1, …; only what comes back in those names and in known functions is believed.
 */

/** Functions of our language under the engines' names. */
const functionsInside: Readonly<Record<string, string>> = {
  ln: 'log',
  exp: 'exp',
  sqrt: 'sqrt',
  min: 'min',
  max: 'max',
};
const functionsOutside: Readonly<Record<string, string>> = { log: 'ln', exp: 'exp', min: 'min', max: 'max' };

const tokenPattern = /\s*((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_][\p{L}\p{N}_]*|[-+*/^(),])/uy;
const isName = (token: string | undefined): token is string =>
  token !== undefined && /^[\p{L}_]/u.test(token);

/** Two operands in a row: joined, "1 2" would become 12 and "2 n" a product. A name before "(" is a call. */
const standApart = (left: string | undefined, right: string): boolean =>
  left !== undefined &&
  !/^[-+*/^(,]/.test(left) &&
  !/^[-+*/^),]/.test(right) &&
  !(isName(left) && right === '(');

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const trimmed = text.trim();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < trimmed.length) {
    const from = tokenPattern.lastIndex;
    const token = tokenPattern.exec(trimmed)?.[1];
    if (token === undefined) throw new Error(`unreadable from "${trimmed.slice(from, from + 20).trim()}" on`);
    if (standApart(tokens.at(-1), token))
      throw new Error(`no operator between "${tokens.at(-1)}" and "${token}"`);
    tokens.push(token);
  }
  return tokens;
}

/** An engine's answer in our language: ln for log, powers for sqrt, exp for powers of e, the caller's names. */
function outside(tokens: readonly string[], names: readonly string[]): string {
  let at = 0;
  const expect = (token: string): void => {
    if (tokens[at] !== token) throw new Error(`the engine's answer lacks "${token}": ${tokens.join(' ')}`);
    at++;
  };
  const group = (): string => {
    expect('(');
    const inner = sequence();
    expect(')');
    return inner;
  };
  const call = (name: string): string => {
    if (name === 'sqrt') return `((${group()})^(1/2))`;
    const known = Object.hasOwn(functionsOutside, name) ? functionsOutside[name] : undefined;
    if (!known) throw new Error(`the engine's answer calls ${name}, which is not in the language`);
    return `${known}(${group()})`;
  };
  /** What follows `e ^`: powers associate to the right, so e^a^b is exp(a^b). */
  const exponent = (): string => {
    if (tokens[at] === '-') {
      at++;
      return `-${exponent()}`;
    }
    const base = primary();
    if (tokens[at] !== '^') return base;
    at++;
    return `${base}^(${exponent()})`;
  };
  const name = (token: string): string => {
    if (tokens[at] === '(') return call(token);
    if (token === 'e') {
      if (tokens[at] !== '^') return 'exp(1)';
      at++;
      return `exp(${exponent()})`;
    }
    const original = /^v\d+$/.test(token) ? names[Number(token.slice(1))] : undefined;
    if (original === undefined)
      throw new Error(`the engine's answer names ${token}, which is not in the language`);
    return original;
  };
  const primary = (): string => {
    if (tokens[at] === '(') return `(${group()})`;
    const token = tokens[at++];
    return isName(token) ? name(token) : (token ?? '');
  };
  const sequence = (): string => {
    let text = '';
    while (at < tokens.length && tokens[at] !== ')') text += primary();
    return text;
  };
  const text = sequence();
  if (at < tokens.length) throw new Error(`the engine's answer has an unmatched ")": ${tokens.join(' ')}`);
  return text;
}

/** Texts of one question under the engines' names, and the way back. */
export type Renaming = {
  /** @throws Error at a function that is not in the language. */
  readonly inside: (text: string) => string;
  /** @throws Error where the answer leaves the language: an imaginary unit, an unsolved integral, an unknown name. */
  readonly outside: (text: string) => string;
};

/** A fresh renaming. Every name that goes inside gets the next free v0, v1, … */
export function renaming(): Renaming {
  const names: string[] = [];
  const variable = (name: string): string => {
    if (!names.includes(name)) names.push(name);
    return `v${names.indexOf(name)}`;
  };
  const inside = (text: string): string => {
    const tokens = tokensOf(text);
    const renamed = tokens.map((token, index) => {
      if (!isName(token)) return token;
      if (tokens[index + 1] !== '(') return variable(token);
      const known = Object.hasOwn(functionsInside, token) ? functionsInside[token] : undefined;
      if (!known) throw new Error(`${token} is not a function that engines are asked about`);
      return known;
    });
    return renamed.join('');
  };
  return { inside, outside: (text) => outside(tokensOf(text), names) };
}
