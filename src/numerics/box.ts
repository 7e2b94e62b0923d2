/** The realistic box of the specification, as data: what samples are drawn from and what claims may take as hypotheses. */
import { BLOCKS } from '../economics/blocks/registry.ts';
import type { Range } from '../economics/range.ts';

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
export const BLOCK_BOX: Readonly<Record<string, Range>> = Object.assign(
  {},
  ...Object.values(BLOCKS).map(({ ranges }) => ranges),
);

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
