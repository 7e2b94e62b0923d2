/** Letters of the argument about a model, beyond the model's own. */
import type { Model } from '../../economics/model.ts';
import { type Declaration, NON_NEGATIVE, POSITIVE, REAL } from '../../kernel/symbols.ts';

type Letter = Omit<Declaration, 'definition'>;

const letter = (name: string, tex: string, unit: string, meaning: string, domain = REAL): Letter => ({
  name,
  tex,
  unit,
  meaning,
  domain,
  role: 'quantity',
  source: 'this derivation',
});

const LETTERS = {
  pi: letter('pi', '\\pi', 'dollar', 'profit'),
  lagrangian: letter('Lambda', '\\Lambda', 'dollar', 'profit less what the limit forbids, at its multiplier'),
  lambda: letter(
    'lambda',
    '\\lambda',
    'dollar/token',
    'worth of one unit more of the limit, which cannot be negative',
    NON_NEGATIVE,
  ),
  f: letter('f', 'f', '1', 'adoption at the quality chosen'),
  q_s: letter('q_s', 'q_s', '1', 'quality where one of the two is in excess', POSITIVE),
  f_s: letter('f_s', 'f_s', '1', 'adoption where one of the two is in excess'),
  d_e: letter('d_e', 'd_e', 'token', 'what d tokens of training data are worth', POSITIVE),
  d_e1: letter('d_e1', "d_e'", '1', 'what one token more is worth', POSITIVE),
  f_q: letter('f_q', "f'(q)", '1', 'slope of adoption in quality'),
  f_n: letter('f_n', "f'(n)", '1/parameter', 'slope of adoption in size, data following'),
  f_d: letter('f_d', "f'(d)", '1/token', 'slope of adoption in data, size following'),
  q_n: letter('q_n', 'q_n', '1/parameter', 'slope of quality in parameters'),
  q_d: letter('q_d', 'q_d', '1/token', 'slope of quality in data'),
  pi_n: letter('pi_n', '\\pi_n', 'dollar/parameter', 'what one parameter more adds to profit'),
  pi_d: letter('pi_d', '\\pi_d', 'dollar/token', 'what one token of data more adds to profit'),
  pi_t: letter('pi_t', '\\pi_t', 'dollar/token', 'what one sale more adds to profit'),
  pi_tt: letter('pi_tt', '\\pi_{tt}', 'dollar/token^2', 'second derivative of profit in sales'),
  d_n: letter('d_n', 'd_n', 'token', 'data on the efficient ray, as a function of size', POSITIVE),
  n_d: letter('n_d', 'n_d', 'parameter', 'size on the efficient ray, as a function of data', POSITIVE),
  M: letter('M', 'M', 'dollar/token', 'margin: what the first token sold earns over its cost'),
  theta: letter('theta', '\\theta', 'token/parameter', 'tokens that replace one parameter', POSITIVE),
  tau: letter('tau', '\\tau', '1', 'sales per training token, t/d', POSITIVE),
  threshold: letter('s', 's', '1', 'a threshold of quality', POSITIVE),
  s: letter(
    's_q',
    's_q',
    '1',
    'by how many per cent d falls along an isoquant where n rises by one',
    POSITIVE,
  ),
  e_n: letter('e_n', 'e_n', '1', 'elasticity of the rate of substitution in n'),
  e_d: letter('e_d', 'e_d', '1', 'elasticity of the rate of substitution in d'),
  n_1: letter('n_1', 'n_1', 'parameter', 'upper bound on size', POSITIVE),
  eps: letter('eps_n', '\\varepsilon_n', '1', 'elasticity of size'),
  sigma: letter('sigma', '\\sigma', '1', 'elasticity of substitution between parameters and data'),
} as const;

export type LetterName = keyof typeof LETTERS;
export type Letters = Readonly<Record<LetterName, Letter>>;

const apart = (letter: Letter, model: Model): Letter => {
  const taken = [...model.symbols.values()].some(
    ({ name, tex }) => name === letter.name || tex === letter.tex,
  );
  return taken ? { ...letter, name: `${letter.name}_firm`, tex: `{${letter.tex}}_{\\mathrm{firm}}` } : letter;
};

/** The letters, none of which is or looks like one of the model's. */
export const lettersFor = (model: Model): Letters =>
  Object.fromEntries(
    Object.entries(LETTERS).map(([key, letter]) => [key, apart(letter, model)]),
  ) as unknown as Letters;
