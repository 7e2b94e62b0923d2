/** The letters of the model, as the paper and the toolkit's specification use them. */
import { rational } from '../kernel/rational.ts';
import {
  above,
  atLeast,
  between,
  type Declaration,
  type Domain,
  POSITIVE,
  REAL,
  symbolTable,
} from '../kernel/symbols.ts';

const SOURCE = 'Hao & Merrill 2026, arXiv:2605.16430';

const quantity = (
  name: string,
  tex: string,
  unit: string,
  meaning: string,
  source = SOURCE,
  domain: Domain = POSITIVE,
): Declaration => ({
  name,
  tex,
  unit,
  meaning,
  domain,
  role: 'quantity',
  source,
});
const shape = (
  name: string,
  tex: string,
  meaning: string,
  domain: Domain = POSITIVE,
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
export const f = quantity('f', 'f', '1', 'adoption: what quality is worth to those who buy', SOURCE, REAL);
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

const [ZERO, ONE] = [rational(0), rational(1)];
const HOFFMANN = 'Hoffmann et al. 2022, arXiv:2203.15556';
const MUENNIGHOFF = 'Muennighoff et al. 2023, arXiv:2305.16264';
const ROHLFS = 'Rohlfs 1974; Katz & Shapiro 1985';
const MICRO = 'Tirole 1988, The Theory of Industrial Organization';
const OWN = "this toolkit's specification";

/** Parameters of the other variants, and the letter of the rest of the industry. */
export const r = shape('r', 'r', 'how hard parameters and data are to substitute', POSITIVE, HOFFMANN);
export const m = shape(
  'm',
  'm',
  'number of sellers',
  { lower: { at: ONE, open: false }, integer: true },
  'Cournot 1838',
);
export const tOthers = quantity(
  't_others',
  't_{\\mathrm{others}}',
  'token',
  'inference tokens sold by the other sellers together',
  'Cournot 1838',
);
export const epsilon = shape('epsilon', '\\varepsilon', 'price elasticity of demand', above(1), MICRO);
export const nu = shape(
  'nu',
  '\\nu',
  'strength of the network effect',
  between({ at: ZERO, open: true }, { at: ONE, open: true }),
  ROHLFS,
);
export const K = quantity('K', 'K', 'token', 'sales at which the market term is 1', OWN);
export const T = quantity('T', 'T', 'token', 'sales that demand fixes', 'Sardana et al. 2024');
export const kappa = shape(
  'kappa',
  '\\kappa',
  'how fast thresholds rise with the frontier',
  between({ at: ZERO, open: false }, { at: ONE, open: true }),
  OWN,
);
export const q0 = quantity('q0', 'q_0', '1', "quality of the rival's free model", OWN, atLeast(1));
export const h = shape('h', 'h', 'steepness of adoption', POSITIVE, 'Hill 1910');
export const c_d = quantity('c_d', 'c_d', 'dollar/token', 'price of a training token', OWN);
export const E_inf = quantity(
  'E_inf',
  'E_{\\mathrm{inf}}',
  'flop/dollar',
  'hardware efficiency of inference',
  OWN,
);
export const U = quantity('U', 'U', 'token', 'unique training tokens', MUENNIGHOFF);
export const Rstar = quantity(
  'Rstar',
  'R^*',
  '1',
  'repetitions after which repeated data have lost most of their worth',
  MUENNIGHOFF,
);

/** Quantities that a firm's optimum is reported in, besides n, d and t. */
export const C_train = quantity('C_train', 'C_{\\mathrm{train}}', 'dollar', 'training spend');
export const profit = quantity('profit', '\\Pi', 'dollar', 'profit', SOURCE, REAL);

/** Letters of the field's classics: a loss law and compute in FLOP. */
export const A = quantity(
  'A',
  'A',
  'parameter^alpha',
  'loss at one parameter that more of them remove',
  HOFFMANN,
);
export const B = quantity('B', 'B', 'token^beta', 'loss at one token that more of them remove', HOFFMANN);
export const L_inf = quantity('L_inf', 'L_\\infty', '1', 'loss that no size and no data remove', HOFFMANN);
export const loss = quantity('loss', '\\ell', '1', 'loss, nats per token', HOFFMANN);
export const excess = quantity('excess', '\\epsilon', '1', 'loss above what cannot be removed', HOFFMANN);
export const C = quantity('C', 'C', 'flop', 'compute for training, FLOP', HOFFMANN);

/** Every parameter of the toolkit's blocks, in the order in which the blocks of any one model bring theirs. */
export const PARAMETERS = symbolTable(
  ...[alpha, beta, a, b, gamma, omega, delta, E, D, r, m, epsilon, nu, K],
  ...[T, kappa, q0, h, c_d, E_inf, U, Rstar],
);
