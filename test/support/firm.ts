/** The baseline with round numbers: the firm with which the page opens. */
export const FIRM = {
  alpha: 0.34,
  beta: 0.28,
  gamma: -0.5,
  a: 0.004,
  b: 0.0016,
  omega: 1e-5,
  delta: 1e-21,
  E: 1e18,
};
