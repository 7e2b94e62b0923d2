/** Names that a model may give its symbols, and how a name looks in LaTeX where nothing else is said. */
import { FUNCTION_NAMES } from '../../kernel/functions/names.ts';
import { shown } from '../../kernel/issues.ts';
import { isWord } from '../../kernel/text/tokens.ts';
import { VARIABLES } from '../symbols.ts';
import { below, wrong } from './shape.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Letters of the problem itself, each with what it is. */
const OF_THE_PROBLEM: ReadonlyMap<string, string> = new Map([
  ...VARIABLES.map(({ name, meaning }): [string, string] => [name, meaning]),
  ['q', 'quality'],
  ['f', 'adoption'],
  ['p', 'price'],
  ['t_others', 'what the other sellers sell'],
]);

/** Letters that derivations, laws and statics bring: a symbol of the same name would be read as theirs. */
const OF_THE_ENGINE: readonly string[] = [
  ...['pi', 'Lambda', 'lambda', 'mu', 'rho', 'profit', 'slope_f', 'phi', 'theta'],
  ...['M', 'R', 'G', 'S', 'C', 'I', 'B', 'X'],
];
/**
 * Letters with an index: f_2, s_1, n_0, c_n, exp_d, pi_n, ln_q, q_s, d_n, d_e1, C_train, G_2, phi_2, mu_t, lambda_t; k_n is c_n where
 * the model has a c_n.
 */
const INDEXED =
  /^(?:(?:f|s|n|d|t|q|c|exp|pi|ln|mu|lambda|phi|theta|M|R|G|S|C|I|B|X|profit|C_train)_\w+|k_(?:n|d|t|profit|C_train))$/;

/** Names that every object of the language has. */
const OF_OBJECTS = new Set(Object.getOwnPropertyNames(Object.prototype));

export const isEngineLetter = (name: string): boolean => OF_THE_ENGINE.includes(name) || INDEXED.test(name);

/** @throws OptimandError where nothing can have the name, whatever the letters of a problem are. */
export function checkPlainName(name: string, at: string): void {
  const bad = (what: string): never => wrong(below(at, 'name'), what, 'choose another name');
  if (OF_OBJECTS.has(name)) bad(`"${name}" is a reserved word`);
  if (!NAME.test(name))
    wrong(
      below(at, 'name'),
      `"${name.replace(/[^\x20-\x7e]/g, '?')}" is no name`,
      'use letters, digits and _, a letter first',
    );
  if (name === 'sqrt' || name === 'log' || FUNCTION_NAMES.some((known) => known === name))
    bad(`"${name}" is a function of the language`);
  if (!isWord(name)) bad(`"${name}" is a reserved word`);
}

/** @throws OptimandError where a symbol of a firm cannot have the name. */
export function checkName(name: string, at: string): void {
  checkPlainName(name, at);
  const bad = (what: string): never => wrong(below(at, 'name'), what, 'choose another name');
  const own = OF_THE_PROBLEM.get(name);
  if (own !== undefined) bad(`"${name}" is ${own} already`);
  if (isEngineLetter(name)) bad(`"${name}" is a letter of the derivations`);
}

const GREEK = [
  ...['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu'],
  ...['nu', 'xi', 'pi', 'rho', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega'],
  ...['Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Pi', 'Sigma', 'Upsilon', 'Phi', 'Psi', 'Omega'],
] as const;
const isGreek = (name: string): boolean => GREEK.some((known) => known === name);

const VARIANTS: Readonly<Record<string, string>> = { epsilon: '\\varepsilon', phi: '\\varphi' };

function partTex(part: string): string {
  if (isGreek(part)) return VARIANTS[part] ?? `\\${part}`;
  return part.length === 1 || /^\d+$/.test(part) ? part : `\\mathrm{${part}}`;
}

/** sigma_0 as \sigma_{0}: what follows the first _ is an index, words stand upright. */
export function texOfName(name: string): string {
  const [, head = name, tail = ''] = /^([A-Za-z]+?)_?(\d+|_.*|)$/.exec(name) ?? [];
  const [first = name, ...more] = tail === '' || tail.startsWith('_') ? name.split('_') : [head, tail];
  const index = more.filter(Boolean).map(partTex).join(',');
  return index === '' ? partTex(first) : `${partTex(first)}_{${index}}`;
}

const COMMANDS = [
  ...GREEK,
  ...['varepsilon', 'varphi', 'vartheta', 'varrho', 'varsigma', 'ell'],
  ...['bar', 'hat', 'tilde', 'mathrm', 'mathit', 'mathcal', 'ast', 'star', 'prime'],
];
const TOKEN = /\\([A-Za-z]+)|[A-Za-z0-9*',_^{}]/y;
/** An index or an accent without what it is on, an accent as an index without braces, and an empty group. */
const UNFINISHED = /[_^]$|[_^][_^}']|[_^]\\(?:bar|hat|tilde)|\\(?:bar|hat|tilde|math[a-z]+)(?![a-z{])|\{\}/;

/** Whether the text is made of letters, indices and accents alone. */
function isLetter(tex: string): boolean {
  for (let i = 0; i < tex.length; i = TOKEN.lastIndex) {
    TOKEN.lastIndex = i;
    const found = TOKEN.exec(tex);
    if (!found || (found[1] !== undefined && !COMMANDS.some((known) => known === found[1]))) return false;
  }
  return true;
}

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const character of tex) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Commands that take what follows them, and are an index with it. */
const TAKES = /^\\math[a-z]+$/;

/** Whether something has two indices, or two things in its power, which LaTeX refuses; a prime is in the power. */
function isIndexedTwice(tex: string): boolean {
  const outer: string[] = [];
  let [used, before, isIndex] = ['', '', false];
  for (const token of tex.match(/\\[A-Za-z]+|./g) ?? []) {
    if (token === '{') {
      outer.push(isIndex ? used : '');
      [used, isIndex] = ['', false];
    } else if (token === '}') used = outer.pop() ?? '';
    else if (/[_^']/.test(token)) {
      const place = token === '_' ? '_' : '^';
      if (used.includes(place) && (place === '_' || before !== "'")) return true;
      [used, isIndex] = [used + place, token !== "'"];
    } else {
      if (!isIndex) used = '';
      isIndex &&= TAKES.test(token);
    }
    before = token;
  }
  return false;
}

/** @throws OptimandError for LaTeX that is more than a letter with its index. */
export function checkTex(tex: string, at: string): void {
  if (!isLetter(tex))
    wrong(
      at,
      `the LaTeX "${shown(tex)}" holds more than a letter`,
      'use letters, Greek ones, _ ^ { }, \\bar, \\hat, \\tilde, \\mathrm',
    );
  if (!/^[A-Za-z\\]/.test(tex) || UNFINISHED.test(tex) || !isBalanced(tex))
    wrong(at, `the LaTeX "${shown(tex)}" is not whole`, 'give every { its } and every _ and ^ something');
  if (isIndexedTwice(tex))
    wrong(at, `the LaTeX "${shown(tex)}" has two indices in one place`, 'put them into one pair of braces');
}
