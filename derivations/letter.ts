/** A letter of a derivation. */
import { type Declaration, POSITIVE } from '../src/kernel/symbols.ts';

type Letter = Omit<Declaration, 'definition'>;

export const letter = (
  name: string,
  tex: string,
  unit: string,
  meaning: string,
  domain = POSITIVE,
  role: Declaration['role'] = 'quantity',
): Letter => ({
  name,
  tex,
  unit,
  meaning,
  domain,
  role,
  source: 'this derivation',
});
