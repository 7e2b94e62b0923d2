/**
 * What a law permits per year: spend goes like E^p a^q, so that growth of E by g_E and of a by g_a permits g_E^p g_a^q. The
 * exponents p and q are those of the theorems' bounds, as stated, or of the exact laws that the engine finds; q depends on
 * whether b or rho = (a/b)^(1/alpha) is held as a grows.
 */
import { growthOf, last, lawsPicked, named } from '../../src/claims/exponents.ts';
import { contextOf } from '../../src/economics/model.ts';
import type { Values } from '../../src/economics/parameters.ts';
import { baseline } from '../../src/economics/variants/baseline.ts';
import { double } from '../../src/kernel/arithmetic/double.ts';
import { evaluate } from '../../src/kernel/compile.ts';
import { elasticity } from '../../src/kernel/differentiate.ts';
import { parse } from '../../src/kernel/parse.ts';
import type { Term } from '../../src/kernel/term.ts';

export type Hold = 'rho' | 'b';
export type LawName = 'theorem-1' | 'theorem-2' | 'inference-dominated' | 'training-dominated';
export const HOLDS: readonly Hold[] = ['rho', 'b'];

/** Growth per year of hardware efficiency and of parameter efficiency that the paper assumes. */
export const RATES = { E: 1.37, a: Math.sqrt(3) } as const;
/** The exponents at which it gives its figures. */
export const SHAPES = { alpha: 0.3, beta: 0.3 } as const;

export type Exponents = Readonly<Record<'E' | 'a' | 'b', number>>;

/** C = 6 R n^k/E at the bounds, constants left out, as the theorems state them. */
const BOUNDS: Readonly<Record<'theorem-1' | 'theorem-2', string>> = {
  'theorem-1': '(a/b)^(1/beta)*(E/((a/b)^(1/alpha)*a^gamma))^((1+alpha/beta)/(1+alpha*gamma))/E',
  'theorem-2': 'a^2*E/(a/b)^(1/alpha)',
};

const context = contextOf(baseline);
const known = new Map<string, Readonly<Record<'E' | 'a' | 'b', Term>>>();

/** Exponents of spend at a theorem's bound. */
export function boundExponents(name: 'theorem-1' | 'theorem-2', values: Values): Exponents {
  const made =
    known.get(name) ??
    (() => {
      const bound = parse(BOUNDS[name], baseline.symbols);
      const of = (letter: string): Term => elasticity(bound, letter, context);
      return { E: of('E'), a: of('a'), b: of('b') };
    })();
  known.set(name, made);
  const at = (term: Term): number => evaluate(term, values, double);
  return { E: at(made.E), a: at(made.a), b: at(made.b) };
}

function lawExponents(name: LawName, values: Values): Exponents | null {
  const sign = Math.sign(values.gamma ?? 0);
  const shapes = { alpha: 0.34, beta: 0.28, gamma: sign / 2 };
  const pick = name === 'training-dominated' ? last : named(name);
  const [law] = lawsPicked(baseline, 'E', 'C_train', pick, [shapes]);
  const found = law && growthOf(baseline, law, 'E', ['a', 'b'], values);
  if (!found) return null;
  const { E = Number.NaN, a = Number.NaN, b = Number.NaN } = found;
  return { E, a, b };
}

export interface Setting {
  readonly law: LawName;
  readonly hold: Hold;
  readonly shapes: Values;
  readonly rates: Readonly<Record<'E' | 'a', number>>;
  /** Dollars, or FLOP: 6nd, which is dollars times E. */
  readonly unit: '$' | 'FLOP';
}

/** Growth of training spend per year that a law permits, null where it has none of that form. */
export function permitted({ law, hold, shapes, rates, unit }: Setting): number | null {
  const isBound = law === 'theorem-1' || law === 'theorem-2';
  const found = isBound ? boundExponents(law, shapes) : lawExponents(law, shapes);
  if (!found) return null;
  // With rho held, b goes in proportion to a.
  const inA = hold === 'rho' ? found.a + found.b : found.a;
  return rates.E ** (found.E + (unit === 'FLOP' ? 1 : 0)) * rates.a ** inA;
}

export const settingText = ({ law, hold, shapes, rates, unit }: Setting): string =>
  `${law.startsWith('theorem') ? `${law}'s bound` : `${law} law`}, ${hold} held, alpha = ${shapes.alpha}${
    shapes.beta === shapes.alpha ? '' : `, beta = ${shapes.beta}`
  }, gamma = ${shapes.gamma}, E x${round(rates.E)}, a x${round(rates.a)}, in ${unit}`;

export const round = (value: number, digits = 4): string => String(Number(value.toPrecision(digits)));

/** The gamma in [-1, 3] at which a law permits exactly that growth; null where it does so nowhere. */
export function gammaAt(growth: number, setting: Setting): number | null {
  const excess = (gamma: number): number =>
    (permitted({ ...setting, shapes: { ...setting.shapes, gamma } }) ?? Number.NaN) - growth;
  // The exact laws have another form at 0, so each side is searched by itself.
  for (const [from, to] of [
    [-1, -1e-9],
    [1e-9, 3],
  ] as const) {
    let [low, high]: [number, number] = [from, to];
    if (!(excess(low) > 0 !== excess(high) > 0)) continue;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (excess(middle) > 0 === excess(low) > 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
  return null;
}
