/** What somebody would write who has only the baseline to solve, in plain TypeScript. */

export type Row = Readonly<Record<'alpha' | 'beta' | 'gamma' | 'a' | 'b' | 'omega' | 'delta' | 'E', number>>;

/** ln n at the optimum: Newton on ln(marginal gain) - ln(marginal cost) from n_I; not a number where it fails. */
export function byHand({ alpha, beta, gamma, a, b, omega, delta, E }: Row): number {
  const [k, lnA, lnE] = [1 + alpha / beta, Math.log(a), Math.log(E)];
  const lnT = Math.log(12 * delta * k) + (lnA - Math.log(b)) / beta - lnE;
  let x = (Math.log((omega * alpha) / 2) + lnE - gamma * lnA) / (1 + alpha * gamma);
  for (let step = 0; step < 50; step++) {
    const w = gamma * (lnA + alpha * x);
    const e = Math.exp(-w);
    const f = Math.abs(w) < 1e-5 ? (lnA + alpha * x) * (1 - w / 2) : (1 - e) / gamma;
    const [inference, training] = [2 * Math.exp(x - lnE), Math.exp(lnT + k * x)];
    const M = omega * f - inference;
    if (!(M > 0)) return Number.NaN;
    const up = omega * alpha * e;
    const cost = inference + training / M;
    const slope = (inference + (k * training - (training * (up - inference)) / M) / M) / cost;
    const move = Math.log(up / cost) / (alpha * gamma + slope);
    x += move;
    if (Math.abs(move) < 1e-8) break;
  }
  return x;
}

export type Columns = Readonly<
  Record<'n' | 'd' | 't' | 'profit' | 'revenue' | 'spend' | 'residual', Float64Array>
>;

/** The same, with what the fast solver says of an optimum: its quantities, and the condition once more where it ends. */
export function writeByHand(row: Row, at: number, columns: Columns): void {
  const { alpha, beta, gamma, a, b, omega, delta, E } = row;
  const x = byHand(row);
  const u = Math.log(a) + alpha * x;
  const e = Math.exp(-gamma * u);
  const f = Math.abs(gamma * u) < 1e-5 ? u * (1 - (gamma * u) / 2) : (1 - e) / gamma;
  const [n, d] = [Math.exp(x), Math.exp((u - Math.log(b)) / beta)];
  const M = omega * f - (2 * n) / E;
  const t = M / (2 * delta);
  const spend = (6 * n * d) / E;
  const k = 1 + alpha / beta;
  columns.n[at] = n;
  columns.d[at] = d;
  columns.t[at] = t;
  columns.spend[at] = spend;
  columns.revenue[at] = t * (omega * f - delta * t);
  columns.profit[at] = t * (M - delta * t) - spend;
  columns.residual[at] = Math.log((2 * n * t + 6 * k * n * d) / (E * t) / (omega * alpha * e));
}

/** The condition at ln n, and its slope in `slope`: what one step of the above needs. */
export function conditionOf(row: Row): (x: number, slope: Float64Array) => number {
  const { alpha, beta, gamma, a, b, omega, delta, E } = row;
  const [k, lnA, lnE] = [1 + alpha / beta, Math.log(a), Math.log(E)];
  const lnT = Math.log(12 * delta * k) + (lnA - Math.log(b)) / beta - lnE;
  return (x, out) => {
    const w = gamma * (lnA + alpha * x);
    const e = Math.exp(-w);
    const f = Math.abs(w) < 1e-5 ? (lnA + alpha * x) * (1 - w / 2) : (1 - e) / gamma;
    const [inference, training] = [2 * Math.exp(x - lnE), Math.exp(lnT + k * x)];
    const M = omega * f - inference;
    const up = omega * alpha * e;
    const cost = inference + training / M;
    const slope = (inference + (k * training - (training * (up - inference)) / M) / M) / cost;
    out[0] = alpha * gamma + slope;
    return Math.log(up / cost);
  };
}
