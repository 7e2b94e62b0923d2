import { symbol } from '../../kernel/term.ts';
import type { ConstraintBlock, VariantBlock } from '../block.ts';
import { D } from '../symbols.ts';

/** d ≤ D. */
export const dataStock: ConstraintBlock & VariantBlock = {
  kind: 'constraint',
  id: 'data-bound',
  title: 'Data-bound baseline',
  meaning: 'data-bound: at most D training tokens exist',
  source: 'Hao & Merrill 2026',
  parameters: [D],
  ranges: {},
  facts: [],
  limits: () => [{ variable: 'd', bound: symbol('D') }],
};
