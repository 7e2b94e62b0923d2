/** A firm with round numbers in the realistic box, for figures where nobody names another one, and windows around it. */

import example from '../../../data/example-firm.json' with { type: 'json' };
import type { Model } from '../../economics/model.ts';
import { VARIANT_IDS, VARIANTS } from '../../economics/variants/registry.ts';
import type { Measure } from '../../figures/axes.ts';
import { letterOf } from '../../figures/letters.ts';
import { fail } from '../../kernel/issues.ts';
import { rationalToNumber } from '../../kernel/rational.ts';
import { nearest } from '../../kernel/suggest.ts';
import type { Declaration } from '../../kernel/symbols.ts';
import type { Values } from '../expression.ts';

/** A parameter that only a variant has stands at a value at which the variant differs visibly from the baseline. */
const ROUND_FIRM: Values = Object.fromEntries(
  Object.entries(example.values).map(([name, { value }]) => [name, value]),
);

/** The sign of such a parameter decides the form of the laws; each of these is shown where none is set. */
export const OPEN_SHAPE_VALUES = [-0.5, 0, 0.5] as const;

/** A shape parameter that may be negative, zero or positive. */
export const isOpenShape = ({ role, domain }: Declaration): boolean =>
  role === 'shape' && (domain.lower === undefined || domain.lower.at.num < 0n);

/** Values for every parameter but the named ones: those given, else the round firm's. @throws OptimandError */
export function firmOf(model: Model, given: Values, without: readonly string[]): Values {
  const entries = model.parameters
    .filter((declared) => !without.includes(declared.name))
    .filter((declared) => given[declared.name] !== undefined || !isOpenShape(declared))
    .map(({ name, meaning }) => {
      const value = given[name] ?? model.own.set[name] ?? ROUND_FIRM[name];
      if (value === undefined)
        return fail({ code: 'missing', name, of: `the figure of ${model.id}`, meaning });
      return [name, value] as const;
    });
  return Object.fromEntries(entries);
}

/** The combinations of open shape parameters that a figure shows, one a panel. */
export function panelsOf(model: Model, given: Values, without: readonly string[]): readonly Values[] {
  const open = model.parameters.filter(
    (declared) =>
      isOpenShape(declared) && given[declared.name] === undefined && !without.includes(declared.name),
  );
  return open.reduce<readonly Values[]>(
    (all, { name }) => all.flatMap((one) => OPEN_SHAPE_VALUES.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

/** A range of a parameter, its ends included. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

const WINDOWS: Readonly<Record<string, Window>> = {
  E: { low: 1e12, high: 1e22 },
  delta: { low: 1e-26, high: 1e-16 },
  D: { low: 1e9, high: 1e19 },
};

/** Decades to either side where a parameter has no window of its own. */
const REACH = 1e4;

/** The declaration of a parameter that the model has. @throws OptimandError */
export function declaredIn(model: Model, name: string): Declaration {
  const known = model.parameters.map((one) => one.name);
  const declared = model.parameters.find((one) => one.name === name);
  if (declared) return declared;
  const [elsewhere] = VARIANT_IDS.filter((id) => VARIANTS[id].parameters.some((one) => one.name === name));
  return elsewhere === undefined
    ? fail({ code: 'unknown-symbol', name, known, suggestion: nearest(name, known) })
    : fail({
        code: 'usage',
        what: `The variant ${model.id} has no ${name}`,
        would: `ask for the variant ${elsewhere}`,
      });
}

/** What is measured along an axis: the parameter over its window. */
export function measureOf(model: Model, name: string, given: Window | null, firm: Values): Measure {
  const { meaning, unit, domain, role } = declaredIn(model, name);
  const shared = { name, letter: letterOf(name), meaning, unit };
  if (role === 'shape') {
    const lower = domain.lower ? rationalToNumber(domain.lower.at) : -1;
    const middle = firm[name] ?? ROUND_FIRM[name] ?? 1;
    const window =
      given ??
      (lower < 0
        ? { low: lower, high: 1 }
        : { low: lower + (middle - lower) / 2, high: lower + 2 * (middle - lower) });
    return { ...shared, scale: 'linear', ...window };
  }
  const value = firm[name] ?? ROUND_FIRM[name] ?? 1;
  return {
    ...shared,
    scale: 'log',
    ...(given ?? WINDOWS[name] ?? { low: value / REACH, high: value * REACH }),
  };
}
