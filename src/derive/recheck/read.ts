/**
 * Certificates as JSON. A term is a letter, a number as text ("-3/4"), or a list that starts with what it is: ["+", …],
 * ["*", …], ["^", base, exponent], [function, …]. A relation is [sign, left, right].
 */
export type Term = string | readonly [string, ...Term[]];
export type Stated = readonly [sign: string, left: Term, right: Term];
export type Definitions = Readonly<Record<string, Term>>;

/** A step with all that it may use: nothing outside it is looked at. */
export interface CertifiedStep {
  readonly index: number;
  readonly rule: string;
  readonly method: string | null;
  /** What the steps that it names state. */
  readonly inputs: readonly Stated[];
  /** Null where the step is words. */
  readonly output: Stated | null;
  /** What is assumed, or was shown by earlier steps; bounds of letters among it. */
  readonly assumptions: readonly Stated[];
  /** What letters stand for. */
  readonly definitions: Definitions;
}

const isTerm = (x: unknown): boolean =>
  typeof x === 'string' || (Array.isArray(x) && x.length > 1 && typeof x[0] === 'string' && x.every(isTerm));
const isStated = (x: unknown): boolean =>
  Array.isArray(x) &&
  x.length === 3 &&
  ['=', '!=', '<', '<=', '>', '>=', '~'].includes(x[0]) &&
  x.every(isTerm);

/** @throws Error, one sentence, where the text is no certificate. */
export function readCertificate(json: string): { id: string; steps: readonly CertifiedStep[] } {
  const { id, steps } = JSON.parse(json);
  if (typeof id !== 'string' || !Array.isArray(steps)) throw new Error('a certificate has an id and steps');
  for (const [i, { rule, method, inputs, output, assumptions, definitions }] of steps.entries()) {
    const relations = [inputs, assumptions, output ? [output] : []];
    const named = typeof rule === 'string' && (method === null || typeof method === 'string');
    if (!named || !relations.every((all) => Array.isArray(all) && all.every(isStated)))
      throw new Error(`step ${i} of ${id} has no rule, or a relation that is none`);
    if (!Object.values(definitions).every(isTerm))
      throw new Error(`step ${i} of ${id} defines what is no term`);
  }
  return { id, steps };
}
