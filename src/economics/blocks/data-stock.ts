import { symbol } from '../../kernel/term.ts';
import type { ConstraintBlock } from '../block.ts';
import { D } from '../symbols.ts';

/** Data-bound: d ≤ D. */
export const dataStock: ConstraintBlock = {
  kind: 'constraint',
  id: 'data-stock',
  meaning: 'data-bound: at most D training tokens exist',
  source: 'Hao & Merrill 2026',
  parameters: [D],
  facts: [],
  limits: () => [{ variable: 'd', bound: symbol('D') }],
};
