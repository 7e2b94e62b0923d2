/** Numbers for a model's parameters, checked against what each letter may be. */
import { double } from '../kernel/arithmetic/double.ts';
import { evaluate } from '../kernel/compile.ts';
import { fail, type Issue, OptimandError } from '../kernel/issues.ts';
import { printText } from '../kernel/print-text.ts';
import { nearest } from '../kernel/suggest.ts';
import { domainText, inDomain } from '../kernel/symbols.ts';
import { symbolsOf } from '../kernel/term.ts';
import type { Model } from './model.ts';

export type Values = Readonly<Record<string, number>>;

/** Anything at all, as a short text; many values have no text of their own, and some refuse to give one. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return value === null ? 'null' : 'an object';
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'function' ? 'a function' : String(value);
}

const isFactOf = (names: readonly string[], used: readonly string[]): boolean =>
  used.every((name) => names.includes(name));

/**
 * The parameters of a model as numbers: all present, none unknown, each in its domain, and the standing assumptions true.
 * @throws OptimandError naming the parameter, its value and what it must be.
 */
export function checkParameters(
  model: Pick<Model, 'id' | 'parameters' | 'facts'>,
  given: Readonly<Record<string, unknown>>,
  path?: string,
): Values {
  const where = path === undefined ? {} : { path };
  const known = model.parameters.map(({ name }) => name);
  const bad = (name: string, value: unknown, must: string): Issue => ({
    code: 'bad-value',
    name,
    value: String(value),
    must,
    ...where,
  });
  for (const name of Object.keys(given)) {
    if (!known.includes(name))
      fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) });
  }
  const values: Record<string, number> = {};
  for (const { name, meaning, domain } of model.parameters) {
    if (!Object.hasOwn(given, name)) fail({ code: 'missing', name, of: model.id, meaning });
    const value = given[name];
    if (typeof value !== 'number') throw new OptimandError(bad(name, inWords(value), 'a number'));
    if (!inDomain(value, domain)) fail(bad(name, value, domainText(domain)));
    values[name] = value;
  }
  for (const fact of model.facts.filter(({ term }) => isFactOf(known, symbolsOf(term)))) {
    const value = evaluate(fact.term, values, double);
    const holds =
      fact.is === 'positive'
        ? value > 0
        : fact.is === 'negative'
          ? value < 0
          : fact.is === 'non-negative'
            ? value >= 0
            : fact.is === 'non-positive'
              ? value <= 0
              : fact.is === 'zero'
                ? value === 0
                : value !== 0;
    if (!holds) fail(bad(printText(fact.term), value, `${fact.is}, for ${fact.because}`));
  }
  return values;
}
