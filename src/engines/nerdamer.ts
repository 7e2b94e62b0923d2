/**
 * A second opinion on derivatives, integrals and equations linear or polynomial in the unknown, from nerdamer.
 *
 * It must not be trusted with `simplify`, `limit`, LaTeX or numerics, and is not asked for them. One derivative is known
 * to be wrong, that of (x+1)/(x+2)^(1/2); an answer counts only where it agrees with another. Its state is global, so
 * every question clears it.
 */
import { renaming } from './rename.ts';

type Nerdamer = typeof import('nerdamer');

async function ask<Answer>(question: (engine: Nerdamer) => Answer): Promise<Answer> {
  const { default: nerdamer } = await import('nerdamer');
  nerdamer.set('SILENCE_WARNINGS', true);
  const clear = (): void => {
    nerdamer.flush();
    nerdamer.clearVars();
  };
  clear();
  try {
    return question(nerdamer);
  } finally {
    clear();
  }
}

/** d(text)/d(variable), in the language of the text. @throws Error where nerdamer's answer leaves it. */
export function nerdamerDerivative(text: string, variable: string): Promise<string> {
  const { inside, outside } = renaming();
  return ask((nerdamer) => outside(nerdamer.diff(inside(text), inside(variable)).toString()));
}

/** An antiderivative of text in variable. @throws Error where nerdamer finds none in the language. */
export function nerdamerIntegral(text: string, variable: string): Promise<string> {
  const { inside, outside } = renaming();
  return ask((nerdamer) => outside(nerdamer.integrate(inside(text), inside(variable)).toString()));
}

/** The entries of "[a,b]", whose commas inside calls do not separate. */
function entries(list: string): string[] {
  const found: string[] = [];
  let [depth, entry] = [0, ''];
  for (const character of list.slice(1, -1)) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) {
      found.push(entry);
      entry = '';
    } else entry += character;
  }
  return entry === '' ? found : [...found, entry];
}

/**
 * The values of variable at which text is 0, complex ones refused. An empty list says nothing: nerdamer gives it both
 * where there is no root and where it finds none. @throws Error where a root leaves the language.
 */
export function nerdamerSolve(text: string, variable: string): Promise<string[]> {
  const { inside, outside } = renaming();
  return ask((nerdamer) => entries(nerdamer.solve(inside(text), inside(variable)).toString()).map(outside));
}
