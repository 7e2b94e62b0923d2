/**
 * Formulas of the theory as a derivation hands them to the printer: some in the normal form's own order, some as written.
 * Each is printed, passed through KaTeX, read back, compared in value and kept as a golden.
 */
import { tidy } from '../../src/kernel/normal/equal.ts';
import { parse } from '../../src/kernel/parse.ts';
import type { Term } from '../../src/kernel/term.ts';
import { LETTERS, LETTERS_CONTEXT } from './letters.ts';

const AS_WRITTEN = {
  adoption: 'deformed_log(q, gamma)',
  'adoption-open': '(1 - q^(-gamma))/gamma',
  'adoption-rival': 'deformed_log(q, gamma) - deformed_log(q0, gamma)',
  'adoption-drift': 'deformed_log(q^(1 - kappa), gamma)',
  'adoption-hill': 'q^h/(1 + q^h)',
  'adoption-slope': 'alpha*a^(-gamma)*n^(-1 - alpha*gamma)',
  quality: 'min(a*n^alpha, b*d^beta)',
  'quality-ces': '((a*n^alpha)^(-r) + (b*d^beta)^(-r))^(-1/r)',
  'quality-log': 'ln(a*n^alpha)',
  'quality-log-open': 'ln(a) + alpha*ln(n)',
  profit: 'omega*t*deformed_log(q, gamma) - delta*t^2 - 6*n*d/E - 2*n*t/E',
  'profit-everywhere':
    'omega*t*max(0, deformed_log(min(a*n^alpha, b*d^beta), gamma)) - delta*t^2 - 6*n*d/E - 2*n*t/E',
  'profit-one-bar': 'omega*t*f - delta*t^2 - (6*n*d + 2*n*t)/E',
  'profit-elastic': 'omega*f*t*(t/K)^(-1/epsilon) - (6*n*d + 2*n*t)/E',
  'profit-network': 'omega*f*t*(t/K)^nu - delta*t^2 - (6*n*d + 2*n*t)/E',
  'profit-split': 'omega*t*f - delta*t^2 - 6*n*d/E - 2*n*t/E_inf - c_d*d',
  price: 'omega*f - delta*t',
  'best-sales': '(omega*f - 2*n/E)/(2*delta)',
  'best-sales-margin': 'M/(2*delta)',
  margin: 'omega*f - 2*n/E',
  'margin-slope': 'omega*alpha*a^(-gamma)*n^(-1 - alpha*gamma) - 2/E',
  'profit-at-best-sales': '(omega*f - 2*n/E)^2/(4*delta) - 6*n*d/E',
  ray: '(a*n^alpha/b)^(1/beta)',
  'ray-gathered': 'R*n^(alpha/beta)',
  'ray-constant': '(a/b)^(1/beta)',
  rho: '(a/b)^(1/alpha)',
  'ray-exponent': '1 + alpha/beta',
  'training-on-ray': '6*R*n^k/E',
  'reduced-profit': '(omega*deformed_log(a*n^alpha, gamma) - 2*n/E)^2/(4*delta) - 6*R*n^(1 + alpha/beta)/E',
  'first-order-right': '12*delta*k*R*n^(k - 1)/E',
  'first-order-left': '(omega*f - 2*n/E)*(omega*alpha*a^(-gamma)*n^(-1 - alpha*gamma) - 2/E)',
  'first-order-gap':
    '(omega*f - 2*n/E)*(alpha*omega*a^(-gamma)*n^(-1 - alpha*gamma) - 2/E) - 12*delta*k*R*n^(k - 1)/E',
  'second-order': '-2*delta',
  'n-inference': '(omega*alpha*E/(2*a^gamma))^(1/(1 + alpha*gamma))',
  'n-inference-log': 'alpha*omega*E/2',
  'n-exact': 'n_I*(1 + 3*k*d/t)^(-1/(1 + alpha*gamma))',
  'n-training-negative': '(omega^2*alpha*a^(-2*gamma)*E/(-12*gamma*delta*k*R))^(1/(k + 2*alpha*gamma))',
  'n-training-positive': '(omega^2*alpha*E/(12*gamma*delta*k*R*a^gamma))^(1/(k + alpha*gamma))',
  'n-training-log':
    '(alpha*omega^2*E/(12*delta*k^2*R)*lambert_w0(12*delta*k^2*R*a^(k/alpha)/(alpha*omega^2*E)))^(1/k)',
  'n-training-lower-branch': '(-alpha*omega^2*E/(12*delta*k^2*R)*lambert_wm1(-exp(-1 - v)))^(1/k)',
  crossover: '3*k*d/(3*k*d + t)',
  'spend-training': 'E^(-2*alpha*gamma/(k + 2*alpha*gamma))',
  'theorem-1': '(E/(rho*a^gamma))^(1/(1 + alpha*gamma))',
  'theorem-2': 'a^2*E/rho',
  'theorem-3-size': 'D^(beta/alpha)/rho',
  'theorem-3-spend': '6*D^(1 + beta/alpha)/(rho*E)',
  'data-bound-size': '(b*D^beta/a)^(1/alpha)',
  'break-even-quality': '(1 + alpha*gamma)^(1/gamma)',
  'break-even-quality-log': 'exp(alpha)',
  'break-even-size': '((1 + alpha*gamma)^(1/gamma)/a)^(1/alpha)',
  'break-even-left': '2/E + sqrt(24*delta*rho/E)',
  'break-even-root':
    '(sqrt(6*delta*rho) + sqrt(6*delta*rho + 2*omega*alpha*a^(-gamma)*n^(-1 - alpha*gamma)))^2/(omega*alpha*a^(-gamma)*n^(-1 - alpha*gamma))^2',
  'local-elasticity': '(1 + v + w*v)/((1 + alpha*gamma)*(1 + v) + (k - 1) - w)',
  'elasticity-bound': '1/((1 + alpha*gamma) + (k - 1)/(1 + v))',
  substitution: '(A*alpha*d^beta + B*beta*n^alpha)/(A*alpha*(beta + 1)*d^beta + B*beta*(alpha + 1)*n^alpha)',
  'substitution-equal': '1/(1 + alpha)',
  loss: 'L_inf + A*n^(-alpha) + B*d^(-beta)',
  'compute-optimal': '(alpha*A/(beta*B))^(1/(alpha + beta))*(C/6)^(beta/(alpha + beta))',
  'repeated-data': 'U*(1 + Rstar*(1 - exp(-(d/U - 1)/Rstar)))',
  'cournot-sales': '(omega*f - 2*n/E)/((m + 1)*delta)',
  'near-linear-exponent': '1/(1 - 0.3)',
  'negative-sum': '-(1 + alpha*gamma)*ln(n) - ln(q)',
} as const;

/** Terms as the normal form gives them back, for which no person chose an order. */
const TIDIED = {
  profit: 'omega*t*f - delta*t^2 - (6*n*d + 2*n*t)/E',
  'profit-at-best-sales': '(omega*f - 2*n/E)^2/(4*delta) - 6*n*d/E',
  'n-inference': '(omega*alpha*E/(2*a^gamma))^(1/(1 + alpha*gamma))',
  'n-training-negative': '(omega^2*alpha*a^(-2*gamma)*E/(12*h*delta*k*R))^(1/(k + 2*alpha*gamma))',
  'first-order-gap':
    '(omega*f - 2*n/E)*(omega*alpha*a^(-gamma)*n^(-1 - alpha*gamma) - 2/E) - 12*delta*k*R*n^(k - 1)/E',
  ray: '(a*n^alpha/b)^(1/beta)',
  'theorem-3-spend': '6*D^(1 + beta/alpha)/(rho*E)',
} as const;

const read = (text: string): Term => parse(text, LETTERS);

export const FORMULAS: readonly (readonly [string, Term])[] = [
  ...Object.entries(AS_WRITTEN).map(([name, text]) => [name, read(text)] as const),
  ...Object.entries(TIDIED).map(
    ([name, text]) => [`tidied-${name}`, tidy(read(text), LETTERS_CONTEXT)] as const,
  ),
];

/** The formula of that name. */
export function formula(name: string): Term {
  const found = FORMULAS.find(([known]) => known === name);
  if (!found) throw new Error(`no formula is called ${name}`);
  return found[1];
}
