/** Numbers in a model file: values that are taken where none are given, and where parameters realistically lie. */
import { fail } from '../../kernel/issues.ts';
import { rationalToNumber } from '../../kernel/rational.ts';
import { nearest } from '../../kernel/suggest.ts';
import { type Declaration, type Domain, domainText, inDomain } from '../../kernel/symbols.ts';
import type { Range } from '../range.ts';
import { at, type Definitions } from './letters.ts';
import type { ModelFile } from './schema.ts';
import { below, wrong } from './shape.ts';

/** @throws OptimandError where the name is none of the parameters. */
function declaredAs(
  name: string,
  parameters: readonly Declaration[],
  definitions: Definitions,
  place: string,
): Declaration {
  const found = parameters.find((declared) => declared.name === name);
  if (found) return found;
  if (Object.hasOwn(definitions, name))
    return wrong(
      place,
      `"${name}" stands for something else and takes no number`,
      'leave one of the two out',
    );
  const known = parameters.map((declared) => declared.name);
  return at(place, () => fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) }));
}

/** @throws OptimandError for an unknown letter, and for a number that its letter cannot have. */
export function valuesOf(
  { set = {} }: Pick<ModelFile, 'set'>,
  parameters: readonly Declaration[],
  definitions: Definitions,
): Readonly<Record<string, number>> {
  for (const [name, value] of Object.entries(set)) {
    const place = below('/set', name);
    const { domain } = declaredAs(name, parameters, definitions, place);
    if (!inDomain(value, domain))
      wrong(place, `${name} = ${value} is not allowed`, `it must be ${domainText(domain)}`);
  }
  return set;
}

const SPREAD = 10;

/**
 * Around a number that is taken where none is given: up to ten times less and more, and where that is outside the domain up
 * to ten times nearer to its end.
 */
function around(value: number, { meaning, domain }: Declaration): Range | null {
  if (domain.integer || value <= 0) return null;
  const towards = (far: number, end: Domain['lower']): number =>
    inDomain(far, domain) || !end ? far : nearer(value, rationalToNumber(end.at));
  const low = towards(value / SPREAD, domain.lower);
  return { low, high: towards(value * SPREAD, domain.upper), scale: 'log', meaning };
}

const nearer = (value: number, end: number): number => end + (value - end) / SPREAD;

/** Ranges of order one where nothing is known of a letter. */
function plain({ meaning, domain }: Declaration): Range | null {
  const range: Range = { low: 0.1, high: 10, scale: 'log', meaning };
  return inDomain(range.low, domain) && inDomain(range.high, domain) && !domain.integer ? range : null;
}

/** Ranges for the letters that the file declares, and for others where it gives them. */
export function rangesOf(
  file: Pick<ModelFile, 'ranges' | 'set' | 'symbols'>,
  parameters: readonly Declaration[],
  definitions: Definitions,
): Readonly<Record<string, Range>> {
  const { ranges = {}, set = {}, symbols = [] } = file;
  const given = Object.entries(ranges).map(([name, { low, high, scale }]): [string, Range] => {
    const place = below('/ranges', name);
    const { domain, meaning } = declaredAs(name, parameters, definitions, place);
    for (const [key, value] of Object.entries({ low, high }))
      if (!inDomain(value, domain))
        wrong(below(place, key), `${name} = ${value} is not allowed`, `it must be ${domainText(domain)}`);
    if (low > high) wrong(place, `the range begins at ${low} and ends at ${high}`, 'turn it round');
    const how = scale ?? (domain.integer ? 'whole' : low > 0 ? 'log' : 'linear');
    if (how === 'log' && low <= 0)
      wrong(below(place, 'scale'), 'a logarithm needs a positive beginning', 'take the linear scale');
    return [name, { low, high, scale: how, meaning }];
  });
  const own = symbols.flatMap(({ name }): [string, Range][] => {
    const declared = parameters.find((one) => one.name === name);
    const value = set[name];
    const range = declared && (value === undefined ? plain(declared) : around(value, declared));
    return range ? [[name, range]] : [];
  });
  return Object.fromEntries([...own, ...given]);
}
