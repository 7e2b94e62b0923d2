/** The words of comparative statics: what each letter's increase and each quantity's response is called. Signs come from elsewhere. */
import type { Hold, Quantity } from '../derive/statics/response.ts';
import type { Declaration } from '../kernel/symbols.ts';

/** A parameter's increase, as a reader outside the field would say it. */
const MORE: Readonly<Record<string, string>> = {
  E: 'More efficient hardware',
  a: 'More parameter-efficient training',
  b: 'More data-efficient training',
  rho: 'A larger need of data per parameter (rho)',
  omega: 'A higher price scale',
  delta: 'A price that falls faster with sales',
  alpha: 'A larger parameter exponent',
  beta: 'A larger data exponent',
  gamma: 'A thinner tail of demanding consumers (gamma)',
  D: 'A larger stock of data',
  r: 'A harder substitution of data for parameters (r)',
  m: 'One seller more, counted continuously,',
  epsilon: 'A more price-elastic demand (epsilon)',
  K: 'A larger market scale (K)',
  nu: 'A stronger network effect (nu)',
  kappa: 'A faster drift of thresholds with the frontier (kappa)',
  q0: 'A better free rival',
  c_d: 'A higher price of data',
  E_inf: 'More efficient inference hardware',
  U: 'A larger stock of unique data',
  Rstar: 'A longer life of repeated data (Rstar)',
  h: 'A steeper adoption (h)',
  T: 'A larger given demand',
};

/** The increase of a parameter; one without a phrase of its own goes by its meaning. */
export const causeOf = (name: string, declared: Declaration | undefined): string =>
  MORE[name] ?? `An increase of ${name}${declared ? `, the ${declared.meaning}` : ''},`;

/** a, b, alpha and rho are tied by rho = (a/b)^(1/alpha): which of them stays. */
export function heldText(parameter: string, hold: Hold): string {
  if (parameter === 'a' || parameter === 'alpha') return ` (holding ${hold})`;
  return parameter === 'b' || parameter === 'rho' ? ' (holding a)' : '';
}

export type Effect = '+' | '-' | '0';

interface Noun {
  readonly name: string;
  readonly isPlural?: true;
  readonly up?: string;
  readonly down?: string;
}

const NOUNS: Readonly<Record<Quantity, Noun>> = {
  n: {
    name: 'the size of the optimal model',
    up: 'makes the optimal model larger',
    down: 'makes the optimal model smaller',
  },
  d: { name: 'the amount of training data' },
  t: { name: 'the tokens sold', isPlural: true },
  C_train: { name: 'training spend' },
  profit: { name: 'profit' },
  q: { name: 'quality' },
  price: { name: 'the price of a token' },
};

export const nounOf = (quantity: Quantity): string => NOUNS[quantity].name;

/** What an increase does to a quantity, as a verb with its object. */
export function effectOf(quantity: Quantity, sign: Effect): string {
  const { name, isPlural, up, down } = NOUNS[quantity];
  if (sign === '0') return `leaves ${name} as ${isPlural ? 'they are' : 'it is'}`;
  return sign === '+' ? (up ?? `raises ${name}`) : (down ?? `lowers ${name}`);
}
/** Where an optimum lies, as the beginning of a sentence; nothing for the interior. */
export const whereText = (where: string): string =>
  where === 'interior' ? '' : `Where ${placeText(where)}, `;

const PLACES: Readonly<Record<string, string>> = {
  'data-bound': 'data bind',
  'size-bound': 'the limit on size binds',
  'sales-bound': 'the limit on sales binds',
};

/** `data-bound`, `U<d` and the like in words. */
const placeText = (where: string): string =>
  where
    .split(',')
    .map((part) => PLACES[part] ?? part.replace(/([<>])/, ' $1 '))
    .join(' and ');

/** The same as a heading. */
export const whereHead = (where: string): string =>
  where === 'interior' ? 'at an interior (compute-bound) optimum' : `where ${placeText(where)}`;

/** A quantity and a parameter as the head of a table has them. */
export const QUANTITY_HEADS: Readonly<Record<Quantity, string>> = {
  n: 'n*',
  d: 'd*',
  t: 't*',
  C_train: 'C',
  profit: 'profit',
  q: 'q',
  price: 'price',
};

export const HELD_HEADS: Readonly<Record<Hold, string>> = {
  b: 'b held fixed when a or alpha moves',
  rho: 'rho = (a/b)^(1/alpha) held fixed when a or alpha moves',
};
