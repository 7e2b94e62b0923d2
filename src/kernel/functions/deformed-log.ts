import { MINUS_ONE } from '../rational.ts';
import { add, negate, number, power, type Term } from '../term.ts';
import { argumentList, type TexArgument } from '../tex/piece.ts';
import type { KernelFunction } from './function.ts';

/**
 * The deformed logarithm ln_g(x) = ∫_1^x s^-(1+g) ds: (1 - x^-g)/g for g ≠ 0, and ln x at g = 0.
 * It lets one expression stand for every g, with the one derivative x^-(1+g).
 * Source: Box & Cox 1964 (as (x^λ - 1)/λ with λ = -g); Tsallis 1994.
 */
export const deformedLog: KernelFunction = {
  name: 'deformed_log',
  arity: 2,
  meaning: 'deformed logarithm: the integral of s^-(1+g) from 1 to x',
  source: 'Box & Cox 1964',
  tex: (args) => {
    const [x, g] = args as readonly [TexArgument, TexArgument];
    return `\\ln_{${g.script}}${argumentList([x])}`;
  },
  partial: (args, index) => {
    const [x, g] = args as readonly [Term, Term];
    return index === 0 ? power(x, add(number(MINUS_ONE), negate(g))) : null;
  },
  evaluate: (arithmetic, args) => {
    const [x, g] = args as unknown as readonly [never, never];
    return arithmetic.deformedLog(x, g);
  },
  sign: ([x]) => x?.lessOne() ?? 'unknown',
  defined: ([x = 0]) => x > 0,
};
