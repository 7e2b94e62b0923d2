/** The letters of the model, as the paper and the toolkit's specification use them. */
import { atLeast, type Declaration, POSITIVE, symbolTable } from '../kernel/symbols.ts';

const SOURCE = 'Hao & Merrill 2026, arXiv:2605.16430';

const quantity = (
  name: string,
  tex: string,
  unit: string,
  meaning: string,
  source = SOURCE,
): Declaration => ({
  name,
  tex,
  unit,
  meaning,
  domain: POSITIVE,
  role: 'quantity',
  source,
});
const shape = (
  name: string,
  tex: string,
  meaning: string,
  domain = POSITIVE,
  source = SOURCE,
): Declaration => ({
  name,
  tex,
  unit: '1',
  meaning,
  domain,
  role: 'shape',
  source,
});

export const n = quantity('n', 'n', 'parameter', 'model parameters');
export const d = quantity('d', 'd', 'token', 'training tokens');
export const t = quantity('t', 't', 'token', "inference tokens sold over the model's life");
export const q = quantity('q', 'q', '1', 'quality; 1 is the lowest threshold of any consumer');
export const E = quantity('E', 'E', 'flop/dollar', 'hardware efficiency');
export const a = quantity('a', 'a', 'parameter^(-alpha)', 'parameter efficiency');
export const b = quantity('b', 'b', 'token^(-beta)', 'data efficiency');
export const omega = quantity('omega', '\\omega', 'dollar/token', 'price scale: price per token at f = 1');
export const delta = quantity('delta', '\\delta', 'dollar/token^2', 'slope of inverse demand');
export const D = quantity('D', 'D', 'token', 'stock of training data');
export const alpha = shape('alpha', '\\alpha', 'parameter exponent');
export const beta = shape('beta', '\\beta', 'data exponent');
export const gamma = shape(
  'gamma',
  '\\gamma',
  'shape of the threshold distribution, density proportional to s^-(1+gamma) on s ≥ 1',
  atLeast(-1),
);

/** Variables and parameters of the baseline, in the order of the table of notation. */
export const VARIABLES = [n, d, t] as const;
export const BASELINE_PARAMETERS = [alpha, beta, gamma, a, b, omega, delta, E] as const;
export const NOTATION = symbolTable(n, d, t, q, ...BASELINE_PARAMETERS, D);
