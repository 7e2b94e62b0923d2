/** Assumptions that several claims name, as statements and as questions to a firm at its optimum. */
import type { Hypothesis } from '../src/claims/claim.ts';
import { inferenceAgainstTraining } from './shares.ts';

export const sells: Hypothesis = {
  name: 'sells',
  statement: 'the firm is at an optimum with positive profit',
  stated: true,
};
export const standing: Hypothesis = {
  name: 'standing',
  statement: 'alpha, beta, a, b, omega, delta, E positive; gamma >= -1; 1 + alpha gamma > 0',
  stated: true,
};
export const box: Hypothesis = {
  name: 'box',
  statement:
    'parameters drawn from the realistic box (E 1e16 to 1e19, alpha and beta 0.2 to 0.45, gamma -1 to 2, and near break-even)',
  stated: false,
  beyond: 'wide',
};
export const marginPositive: Hypothesis = { name: 'margin', statement: 'omega f > 2n/E', stated: false };
/** With a stock of data the firm may still use less than all of it. */
export const dataBind: Hypothesis = {
  name: 'data-bind',
  statement: 'the stock D binds: it is smaller than the unconstrained d*',
  stated: false,
  admits: (_, { optimum }) => optimum.active.limits.includes('d'),
};
export const computeBound: Hypothesis = {
  name: 'compute-bound',
  statement: 'data are not limited',
  stated: true,
};
export const logCase: Hypothesis = {
  name: 'log-case',
  statement: 'gamma = 0',
  stated: true,
  admits: ({ gamma }) => gamma === 0,
};
export const notLogCase: Hypothesis = {
  name: 'not-log-case',
  statement: 'gamma is not 0',
  stated: true,
  admits: ({ gamma }) => gamma !== 0,
};
export const restFixed: Hypothesis = {
  name: 'rest-fixed',
  statement: 'E grows while a, b, omega, delta, alpha, beta, gamma stay fixed',
  stated: false,
};

/** From here on inference counts as all that costs anything at the margin. */
const LARGE = 1e4;

export const inferenceDominates: Hypothesis = {
  name: 'inference-dominates',
  statement: `inference dominates: t > ${LARGE} * 3kd`,
  stated: false,
  admits: (point) => inferenceAgainstTraining(point) > LARGE,
  beyond: 'as-drawn',
};
