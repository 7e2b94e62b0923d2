/** Assumptions that several claims name. */
import type { Hypothesis } from '../src/claims/claim.ts';

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
};
export const marginPositive: Hypothesis = { name: 'margin', statement: 'omega f > 2n/E', stated: false };
export const dataBind: Hypothesis = {
  name: 'data-bind',
  statement: 'the stock D is smaller than the unconstrained d*',
  stated: false,
};
export const restFixed: Hypothesis = {
  name: 'rest-fixed',
  statement: 'E grows while a, b, omega, delta, alpha, beta, gamma stay fixed',
  stated: false,
};
export const betaGamma: Hypothesis = {
  name: 'beta-gamma',
  statement: '1 + beta gamma > 0, so that training comes to dominate',
  stated: false,
};
