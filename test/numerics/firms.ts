/** Firms of any profit in the letters of a variant, of which training costs n and inference t. */
import type { Model } from '../../src/economics/model.ts';
import { VARIANTS } from '../../src/economics/variants/registry.ts';
import { parse } from '../../src/kernel/parse.ts';
import { zero } from '../../src/kernel/term.ts';

export function firm(profit: string, base: Model = VARIANTS.baseline, changes: Partial<Model> = {}): Model {
  const read = (text: string) => parse(text, base.symbols);
  return {
    ...base,
    id: profit,
    profit: read(profit),
    trainingSpend: read('n'),
    inferenceSpend: read('t'),
    dataSpend: zero,
    revenue: read('omega*t'),
    reached: [],
    ...changes,
  };
}
