/** Letters as a figure prints them. */
const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  kappa: 'κ',
  nu: 'ν',
  omega: 'ω',
  rho: 'ρ',
};

export const letterOf = (name: string): string => GREEK[name] ?? name;

/** A number with a real minus sign, and a power of ten where the digits would be many. */
export const numberText = (value: number): string =>
  (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6) ? value.toExponential() : String(value))
    .replace('e+', 'e')
    .replaceAll('-', '−');

/** Exponents first, then the scales of quality and of the market; any other parameter after them, by name. */
const ORDER = ['alpha', 'beta', 'gamma', 'a', 'b', 'omega', 'delta', 'E', 'D'];
const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Values as "γ = −0.5, E = 1e18". */
export const valuesText = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .sort(([p], [q]) => rank(p) - rank(q) || (p < q ? -1 : 1))
    .map(([name, value]) => `${letterOf(name)} = ${numberText(value)}`)
    .join(', ');

/** Quantities of the optimum. */
const STARRED: Readonly<Record<string, string>> = { n: 'n*', d: 'd*', t: 't*', C_train: 'C' };

export const starOf = (quantity: string): string => STARRED[quantity] ?? quantity;
