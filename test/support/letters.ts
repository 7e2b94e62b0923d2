/** The letters of the theory with the abbreviations its formulas use, and what is assumed of them. */
import { NOTATION } from '../../src/economics/symbols.ts';
import type { Context } from '../../src/kernel/facts.ts';
import {
  above,
  atLeast,
  type Declaration,
  type Domain,
  joinTables,
  POSITIVE,
  symbolTable,
} from '../../src/kernel/symbols.ts';
import { add, multiply } from '../../src/kernel/term.ts';

const letter = (
  name: string,
  tex: string,
  role: Declaration['role'] = 'quantity',
  domain: Domain = POSITIVE,
): Declaration => ({ name, tex, role, domain, meaning: name, unit: '1', source: 'test' });

const ABBREVIATIONS = symbolTable(
  letter('k', 'k', 'shape', above(1)),
  letter('R', 'R'),
  letter('rho', '\\rho'),
  letter('f', 'f'),
  letter('M', 'M'),
  letter('v', 'v'),
  letter('w', 'w'),
  letter('C', 'C'),
  letter('n_I', 'n_{I}'),
  letter('r', 'r', 'shape'),
  letter('m', 'm', 'quantity', { ...atLeast(1), integer: true }),
  letter('epsilon', '\\varepsilon', 'shape', above(1)),
  letter('nu', '\\nu', 'shape'),
  letter('kappa', '\\kappa', 'shape'),
  letter('h', 'h', 'shape'),
  letter('K', 'K'),
  letter('T', 'T'),
  letter('U', 'U'),
  letter('Rstar', 'R^{\\ast}'),
  letter('q0', 'q_{0}'),
  letter('c_d', 'c_{d}'),
  letter('E_inf', 'E_{\\mathrm{inf}}'),
  letter('L_inf', 'L_{\\infty}'),
  letter('A', 'A'),
  letter('B', 'B'),
);

export const LETTERS = joinTables(NOTATION, ABBREVIATIONS);
export const LETTERS_CONTEXT: Context = {
  symbols: LETTERS,
  facts: [{ term: add(1, multiply('alpha', 'gamma')), is: 'positive', because: 'standing assumption' }],
};
