/** A law some of whose constants are given and not fitted. */
import { fail } from '../../kernel/issues.ts';
import { nearest } from '../../kernel/suggest.ts';
import type { LossLaw } from './law.ts';

/** The fitted parameter behind a constant, and its value there; null where no parameter is the constant's own. */
function parameterOf(law: LossLaw, name: string, value: number): readonly [string, number] | null {
  const from = law.letters.find((letter) => letter.name === name)?.from;
  if (from?.kind === 'symbol') return from.name === name ? [name, value] : null;
  const [inside] = from?.kind === 'call' && from.name === 'exp' ? from.args : [];
  return inside?.kind === 'symbol' ? [inside.name, Math.log(value)] : null;
}

/**
 * The law with constants held at values given by their names.
 * @throws OptimandError where a name is none of the law's own, a value is not positive, or nothing is left to fit.
 */
export function withFixed(law: LossLaw, fixed: Readonly<Record<string, number>>): LossLaw {
  const own = law.letters.filter(({ name }) => parameterOf(law, name, 1)).map(({ name }) => name);
  const constants: Record<string, number> = {};
  for (const [name, value] of Object.entries(fixed)) {
    const guess = nearest(name, own);
    const would = guess ? `did you mean "${guess}"?` : `its own constants are ${own.join(', ')}`;
    if (!own.includes(name))
      fail({ code: 'usage', what: `${law.id} has no constant "${name}" to fix`, would });
    if (!(value > 0)) fail({ code: 'bad-value', name, value: String(value), must: 'a positive number' });
    const [parameter, at] = parameterOf(law, name, value) as readonly [string, number];
    constants[parameter] = at;
  }
  const parameters = law.formula.parameters.filter((name) => !(name in constants));
  if (parameters.length === 0)
    fail({ code: 'usage', what: `every constant of ${law.id} is fixed`, would: 'leave one to be fitted' });
  return { ...law, formula: { ...law.formula, parameters, constants } };
}
