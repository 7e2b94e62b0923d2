/** Letters in which responses are signed, beyond those of the model: all positive, so that a sum of products of them has a sign that can be read off. */
import { type Declaration, POSITIVE, type SymbolTable, symbolTable } from '../../kernel/symbols.ts';
import { add, subtract, symbol } from '../../kernel/term.ts';

const letter = (name: string, tex: string, unit: string, meaning: string): Declaration => ({
  name,
  tex,
  unit,
  meaning,
  domain: POSITIVE,
  role: 'quantity',
  source: 'comparative statics',
});

const shape = (declaration: Declaration): Declaration => ({ ...declaration, role: 'shape' });

export const margin = letter('M', 'M', 'dollar/token', 'margin per token at vanishing sales');
export const v = letter(
  'v',
  'v',
  '1',
  'inference cost of one parameter more against its net gain, which at an interior optimum pays for training',
);
export const w = letter('w', 'w', '1', 'elasticity of the margin in model size');
export const u = letter('u', 'u', '1', 'inference cost of a token relative to the margin');
export const s = letter(
  's',
  's',
  '1',
  'share (below 1) of the gain from one parameter more that training does not use up',
);
export const slopeOfGain = {
  ...letter('y', 'y', '1', 'gain slope against margin slope'),
  definition: add(1, symbol('v')),
};
export const gainShare = letter('x', 'x', '1', 'gain against margin');
export const excess = {
  ...letter('z', 'z', '1', 'training cost against gain of one parameter more'),
  definition: subtract(1, 's'),
};
export const adoption = letter(
  'f',
  'f',
  '1',
  'adoption; positive, since quality exceeds the lowest threshold',
);
export const thinning = letter('A', 'A', '1', 'adoption lost per unit of the shape parameter');
export const rho = letter('rho', '\\rho', 'token^(beta/alpha)/parameter', '(a/b)^(1/alpha)');
export const slack = letter('h', 'h', '1', 'a term assumed positive, taken as a letter');
export const slackShape = shape(letter('g', 'g', '1', 'a shape term assumed positive, taken as a letter'));

/** Logarithms of positive letters, themselves letters; positive where the letter exceeds 1. */
export const logarithm = (name: string): Declaration =>
  letter(`ln_${name}`, `\\ln ${name}`, '1', `logarithm of ${name}`);
export const LOGGED = ['n', 'd', 'q'] as const;

/** Every letter. */
export const STATICS_LETTERS: SymbolTable = symbolTable(
  margin,
  v,
  w,
  u,
  s,
  slopeOfGain,
  gainShare,
  excess,
  adoption,
  thinning,
  rho,
  slack,
  slackShape,
  ...LOGGED.map(logarithm),
);
