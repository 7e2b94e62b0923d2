import { multiply, power, substitute, subtract, type Term } from '../../kernel/term.ts';
import type { VariantBlock, WrappingBlock } from '../block.ts';
import { kappa } from '../symbols.ts';

const left = subtract(1, 'kappa');

const drifted = (q: Term): Term => power(q, left);

/**
 * f(q^(1-κ)): thresholds drift up with the frontier, so quality counts only against what it has made usual. What adoption
 * assumes about α holds for α (1-κ) too, the exponent with which size then acts.
 */
export const endogenousThreshold: WrappingBlock<'adoption'> & VariantBlock = {
  kind: 'adoption',
  changes: 'argument',
  id: 'endogenous-threshold',
  title: 'Thresholds that rise with the frontier',
  meaning: 'thresholds rise as q^kappa with the quality on offer',
  source: "this toolkit's specification, after the objection that thresholds are not fixed",
  parameters: [kappa],
  ranges: { kappa: { low: 0, high: 0.7, scale: 'linear', meaning: 'drift of thresholds with the frontier' } },
  facts: [{ term: left, is: 'positive', because: 'kappa < 1: better quality still gains users' }],
  wrap: (inner) => ({
    onSale: (q) => inner.onSale(drifted(q)),
    everywhere: (q) => inner.everywhere(drifted(q)),
    ...(inner.reached && { reached: (q: Term) => inner.reached?.(drifted(q)) as Term }),
    facts: [
      ...inner.facts,
      ...inner.facts.map((fact) => ({
        ...fact,
        term: substitute(fact.term, { alpha: multiply('alpha', left) }),
      })),
    ],
  }),
};
