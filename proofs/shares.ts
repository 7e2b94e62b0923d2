/** The shares in which local responses are written, at an optimum of the baseline. */
import * as letters from '../derivations/letters.ts';
import type { At } from '../src/claims/pool.ts';
import type { Writing } from '../src/claims/responses.ts';
import { alpha, beta } from '../src/economics/symbols.ts';
import { refuse } from '../src/kernel/issues.ts';
import { parse } from '../src/kernel/parse.ts';
import type { Ratio } from '../src/kernel/ratio.ts';
import { shapeRatio } from '../src/kernel/shape.ts';
import { symbolTable } from '../src/kernel/symbols.ts';

/** v = t/(3kd): inference against training at the margin. */
export const inferenceAgainstTraining: (point: At) => number = ({ alpha = 0, beta = 1, d = 1, t = 0 }) =>
  t / (3 * (1 + alpha / beta) * d);

const DISCOUNT = { ...letters.v, name: 'S', tex: 'S', unit: 'dollar', meaning: 'what falling prices take' };

/** All as shapes: any of them may stand in a quotient of polynomials. */
const LETTERS = symbolTable(
  ...[alpha, beta, letters.v, letters.w, DISCOUNT].map((one) => ({ ...one, role: 'shape' as const })),
);

const amount = (text: string): Ratio =>
  shapeRatio(parse(text, LETTERS), { symbols: LETTERS, facts: [] }) ??
  refuse(`${text} is no quotient of polynomials`, 'local responses', 'write one');

/**
 * The dollar amounts of comparative statics in the letters of `local-elasticity`. With S = delta t^2 the margin is worth M t = 2S at best sales, and
 * the first-order condition in size gives w = kC/(2S) and v = I/(kC).
 */
export const inShares: Writing = {
  symbols: symbolTable(letters.v, letters.w),
  replace: [
    { name: 'C', value: amount('2*S*w*beta/(alpha+beta)') },
    { name: 'I', value: amount('2*S*v*w') },
  ],
  letter: 'w',
  meaning: "with v = t/(3kd) and w = n M'/M, M = omega f - 2n/E the margin",
};

/** The dollar amounts themselves, solved for training spend. */
export const inDollars: Writing = {
  symbols: symbolTable(),
  replace: [],
  letter: 'C',
  meaning: 'with C training spend, I inference spend and S what falling prices take from revenue',
};
