/** Letters that several derivations share, beyond the notation of the model. */
import { above, atLeast, POSITIVE, REAL } from '../src/kernel/symbols.ts';
import { letter } from './letter.ts';

/** Letters of the variants that derivations name too. */
export { D as stock, q, Rstar, r, U } from '../src/economics/symbols.ts';

/** Adoption at the quality chosen. Its sign is an assumption, not part of its declaration. */
export const f = letter('f', 'f', '1', 'adoption at the quality chosen', REAL);
export const fq = letter('f_q', "f'(q)", '1', 'slope of adoption in quality', REAL);
export const fqq = letter('f_qq', "f''(q)", '1', 'second derivative of adoption in quality', REAL);
export const fn = letter('f_n', "f'(n)", '1/parameter', 'slope of adoption in model size', REAL);
export const s = letter('s', 's', '1', 'a threshold');
export const g = letter(
  'g',
  '|\\gamma|',
  '1',
  'the absolute value of gamma, where gamma < 0',
  POSITIVE,
  'shape',
);
export const k = letter(
  'k',
  'k',
  '1',
  'exponent of training cost along the efficient ray',
  above(1),
  'shape',
);
export const R = letter(
  'R',
  'R',
  'token*parameter^(-alpha/beta)',
  'data per parameter^(k-1) on the efficient ray',
);
export const rho = letter(
  'rho',
  '\\rho',
  'token^(beta/alpha)/parameter',
  '(a/b)^(1/alpha); with alpha = beta the tokens per parameter on the efficient ray',
);
export const kappa = letter(
  'kappa',
  '\\kappa',
  'dollar*flop/(token*parameter^k)',
  'coefficient of the marginal training cost, 12 delta k R',
);
export const M = letter(
  'M',
  'M',
  'dollar/token',
  'margin per token: price at vanishing sales less inference cost',
  REAL,
);
export const M1 = letter('M1', "M'", 'dollar/(token*parameter)', 'derivative of the margin in n', REAL);
export const profit = letter('pi', '\\pi', 'dollar', 'profit', REAL);
export const reducedProfit = letter(
  'Pi',
  '\\Pi',
  'dollar',
  'profit along the efficient ray at best sales',
  REAL,
);
export const spend = letter('C', 'C', 'dollar', 'training spend');
export const nI = letter(
  'n_I',
  'n_I',
  'parameter',
  'model size at which the margin is largest: the inference-dominated law',
);
export const nT = letter('n_T', 'n_T', 'parameter', 'model size of the training-dominated law');
export const nD = letter(
  'n_D',
  'n_D',
  'parameter',
  'model size that uses the whole stock of data efficiently',
);
export const pi1 = letter('pi_t', '\\pi_t', 'dollar/token', 'derivative of profit in sales', REAL);
export const pi2 = letter(
  'pi_tt',
  '\\pi_{tt}',
  'dollar/token^2',
  'second derivative of profit in sales',
  REAL,
);
export const Pi1 = letter('Pi_n', "\\Pi'", 'dollar/parameter', 'derivative of the reduced profit', REAL);
export const Mn = letter('M_n', 'M_n', 'dollar/(token*parameter)', 'derivative of the margin in n', REAL);
export const d0 = letter('d_0', 'd_0', 'token', 'data that are just enough for the quality that n gives');
export const n0 = letter(
  'n_0',
  'n_0',
  'parameter',
  'parameters that are just enough for the quality that d gives',
);
export const epsN = letter('eps_n', '\\varepsilon_n', '1', 'elasticity of size in E', REAL);
export const epsD = letter('eps_d', '\\varepsilon_d', '1', 'elasticity of data in E', REAL);
export const epsT = letter('eps_t', '\\varepsilon_t', '1', 'elasticity of sales in E', REAL);
export const epsC = letter('eps_C', '\\varepsilon_C', '1', 'elasticity of training spend in E', REAL);
export const epsI = letter('eps_I', '\\varepsilon_I', '1', 'elasticity in E of the bound on size', REAL);
export const epsS = letter(
  'eps_S',
  '\\varepsilon_S',
  '1',
  'elasticity in E of the bound on training spend',
  REAL,
);
export const epsDn = letter(
  'eps_dn',
  '\\varepsilon_{dn}',
  '1',
  'elasticity of data in size, along the ray',
  REAL,
);
export const epsCn = letter(
  'eps_Cn',
  '\\varepsilon_{Cn}',
  '1',
  'elasticity of training spend in size, E given',
  REAL,
);
export const epsCE = letter(
  'eps_CE',
  '\\varepsilon_{CE}',
  '1',
  'elasticity of training spend in E, size given',
  REAL,
);
export const epsTn = letter('eps_tn', '\\varepsilon_{tn}', '1', 'elasticity of sales in size, E given', REAL);
export const epsTE = letter('eps_tE', '\\varepsilon_{tE}', '1', 'elasticity of sales in E, size given', REAL);
export const epsCb = letter('eps_Cb', '\\varepsilon_{Cb}', '1', 'elasticity of training spend in b', REAL);
export const piE = letter(
  'pi_E',
  '\\pi_E',
  'dollar^2/flop',
  'derivative of profit in E, the rest given',
  REAL,
);
export const x = letter('x', 'x', '1', 'a positive number');
export const h = letter('h', 'h', '1', 'a function of x', REAL);
export const h1 = letter('h_x', "h'", '1', 'its derivative', REAL);
export const v = letter('v', 'v', '1', 'inference against training at the margin, t/(3kd)');
export const w = letter('w', 'w', '1', 'elasticity of the margin in size');
export const u = letter('u', 'u', '1', 'inference cost of a token against the margin');
export const level = letter('c', 'c', 'dollar', 'a level of profit', atLeast(0));
export const G = letter('G', 'G', '1', 'what must not exceed 1 for profit to reach the level', REAL);
export const cost = letter('S', 'S', 'dollar', 'what sales must pay for');
export const A0 = letter(
  'A_0',
  'A_0',
  '1',
  'number that decides how many solutions the training-only condition has',
);
export const B0 = letter('B_0', 'B_0', '1', 'number that decides whether the two laws meet');
export const F = letter('F', 'F', 'dollar/(token*parameter)', 'what one parameter more adds to the price');
export const B1 = letter('B_1', 'B_1', 'dollar/token', 'middle coefficient of the quadratic in 1/E');
export const B = letter('B', 'B', 'parameter', 'the bound of a theorem, its constant left out');
export const qn = letter('q_n', 'q_n', '1/parameter', 'derivative of quality in parameters', REAL);
export const qd = letter('q_d', 'q_d', '1/token', 'derivative of quality in data', REAL);
export const mrts = letter(
  'mrts',
  '\\theta',
  'token/parameter',
  'marginal rate of technical substitution: tokens that replace one parameter at the same quality',
);
export const dq = letter('d_q', 'd_q', 'token', 'data with which n parameters give the quality held');
export const mix = letter('x', 'x', 'token/parameter', 'tokens per parameter');
export const epsX = letter(
  'eps_x',
  '\\varepsilon_x',
  '1',
  'elasticity of tokens per parameter in size, at the quality held',
  REAL,
);
export const epsM = letter(
  'eps_m',
  '\\varepsilon_\\theta',
  '1',
  'elasticity of the marginal rate of substitution in size, at the quality held',
  REAL,
);
export const sigma = letter('sigma', '\\sigma', '1', 'elasticity of substitution', POSITIVE, 'shape');
export const sigmaBound = letter('sigma_1', '\\sigma_1', '1', 'a bound on the elasticity of substitution');
export const y = letter('y', 'y', '1', '1/r');
export const L = letter('L', 'L', '1', 'loss');
export const Linf = letter('L_inf', 'L_\\infty', '1', 'loss that no size and no data remove');
export const A = letter('A', 'A', 'parameter^alpha', 'what the loss owes to too few parameters: 1/a');
export const dataLoss = letter('B', 'B', 'token^beta', 'what the loss owes to too few data: 1/b');
export const de = letter('d_e', 'd_e', 'token', 'effective data: what d tokens are worth in unique ones');
export const de1 = letter('d_e1', "d_e'", '1', 'what one token more is worth in unique ones');
export const eta = letter('eta', '\\eta', '1', 'elasticity of effective data in d');
export const epsE = letter(
  'eps_e',
  '\\varepsilon_e',
  '1',
  'elasticity of effective data in size, at the quality held',
  REAL,
);
export const epsW = letter(
  'eps_w',
  '\\varepsilon_w',
  '1',
  'elasticity in d of what one token more is worth',
  REAL,
);
export const pin = letter('pi_n', '\\pi_n', 'dollar/parameter', 'derivative of profit in parameters', REAL);
export const pid = letter('pi_d', '\\pi_d', 'dollar/token', 'derivative of profit in data', REAL);
export const dC = letter(
  'd_C',
  'd_C',
  'token',
  'data with which n parameters reach a quality at least training cost',
);
export const tau = letter('tau', '\\tau', '1', 'sales per training token, t/d');
export const epsTau = letter(
  'eps_tau',
  '\\varepsilon_\\tau',
  '1',
  'elasticity of data, at given size, in sales per training token',
  REAL,
);
export const compute = letter('C_F', 'C_F', 'flop', 'FLOP spent on training');
export const firstLoss = letter('L_1', 'L_1', '1', 'loss of the first model sold, whose quality is 1');
export const firstShortfall = letter(
  'l_1',
  '\\ell_1',
  '1',
  'loss of the first model sold beyond what no size and no data remove, L_1 - L_inf',
);
export const a1 = letter(
  'a_1',
  'a_1',
  'parameter^(-alpha)',
  'parameter efficiency of the Leontief law that meets the loss law on the compute-optimal path',
);
export const b1 = letter(
  'b_1',
  'b_1',
  'token^(-beta)',
  'data efficiency of the Leontief law that meets the loss law on the compute-optimal path',
);
export const rho1 = letter('rho_1', '\\rho_1', 'token^(beta/alpha)/parameter', '(a_1/b_1)^(1/alpha)');
export const lossSlope = letter(
  'L_n',
  'L_n',
  '1/parameter',
  'derivative of loss in size along a budget',
  REAL,
);
