/** The realistic box of the specification, as data: what samples are drawn from and what claims may take as hypotheses. */

export interface Range {
  readonly low: number;
  readonly high: number;
  /** Drawn evenly in the logarithm, in the number itself, or among the whole numbers. */
  readonly scale: 'log' | 'linear' | 'whole';
  readonly meaning: string;
}

/**
 * Ranges by name. a and b are not drawn but follow from the size and the tokens per parameter at which quality reaches 1,
 * which are what is known about them: a = n1^-alpha, b = (tokensPerParameter n1)^-beta. For alpha = beta the tokens per
 * parameter are rho.
 */
export const BOX = {
  E: { low: 1e16, high: 1e19, scale: 'log', meaning: 'hardware efficiency, FLOP per dollar' },
  alpha: { low: 0.2, high: 0.45, scale: 'linear', meaning: 'parameter exponent' },
  beta: { low: 0.2, high: 0.45, scale: 'linear', meaning: 'data exponent' },
  gamma: { low: -1, high: 2, scale: 'linear', meaning: 'shape of the threshold distribution' },
  omega: { low: 1e-6, high: 1e-4, scale: 'log', meaning: 'price scale, dollars per token' },
  delta: {
    low: 1e-23,
    high: 1e-19,
    scale: 'log',
    meaning: 'slope of inverse demand, dollars per token squared',
  },
  n1: { low: 1e6, high: 1e9, scale: 'log', meaning: 'parameters of a model of quality 1' },
  tokensPerParameter: {
    low: 1,
    high: 200,
    scale: 'log',
    meaning: 'training tokens per parameter of a model of quality 1',
  },
  D: { low: 1e10, high: 1e16, scale: 'log', meaning: 'stock of training data, tokens' },
} as const satisfies Readonly<Record<string, Range>>;

/** Ranges of the parameters that building blocks bring beyond those above, by name. */
export const BLOCK_BOX = {
  r: { low: 0.25, high: 8, scale: 'log', meaning: 'substitution of parameters and data; 1 is Chinchilla' },
  m: { low: 1, high: 6, scale: 'whole', meaning: 'sellers' },
  epsilon: { low: 1.2, high: 4, scale: 'linear', meaning: 'price elasticity of demand' },
  nu: { low: 0.02, high: 0.5, scale: 'linear', meaning: 'strength of the network effect' },
  K: { low: 1e13, high: 1e16, scale: 'log', meaning: 'sales at which the market term is 1, tokens' },
  kappa: { low: 0, high: 0.7, scale: 'linear', meaning: 'drift of thresholds with the frontier' },
  q0: { low: 1, high: 8, scale: 'log', meaning: 'quality of the free rival' },
  c_d: { low: 1e-9, high: 1e-5, scale: 'log', meaning: 'price of data, dollars per token' },
  E_inf: { low: 1e16, high: 1e20, scale: 'log', meaning: 'efficiency of inference, FLOP per dollar' },
  U: { low: 1e11, high: 1e14, scale: 'log', meaning: 'unique data, tokens' },
  Rstar: { low: 5, high: 30, scale: 'linear', meaning: 'repetitions that fade; fitted as 15.39' },
  h: { low: 1, high: 4, scale: 'linear', meaning: 'steepness of adoption' },
  T: { low: 1e14, high: 1e17, scale: 'log', meaning: 'fixed demand, tokens' },
} as const satisfies Readonly<Record<string, Range>>;

/** Values of gamma at which formulas change form, and the magnitudes at which they are nearest to doing so. */
export const SPECIAL_GAMMA = [0, -1, 1] as const;
export const TINY_GAMMA: Range = {
  low: 1e-300,
  high: 1e-3,
  scale: 'log',
  meaning: 'magnitude of gamma next to the log case',
};

/** Shares of draws that are put where something special happens. */
export const SHARES = {
  equalExponents: 0.2,
  specialGamma: 0.25,
  tinyGamma: 0.1,
  nearBreakEven: 0.15,
} as const;

/** Factors on the break-even E for the draws placed next to it; below 1 the firm stays out. */
export const BREAK_EVEN_FACTORS = [1 - 1e-3, 1 - 1e-6, 1 + 1e-9, 1 + 1e-6, 1 + 1e-4, 1.01, 1.5] as const;
