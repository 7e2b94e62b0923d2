import { add, divide, power } from '../../kernel/term.ts';
import type { AdoptionBlock, VariantBlock } from '../block.ts';
import { h } from '../symbols.ts';

const share: AdoptionBlock['onSale'] = (q) => divide(power(q, 'h'), add(1, power(q, 'h')));

/** f(q) = q^h/(1 + q^h) for every q > 0: thresholds are log-logistic around 1, and no quality is too low for everybody. */
export const hillAdoption: AdoptionBlock & VariantBlock = {
  kind: 'adoption',
  id: 'hill-adoption',
  title: 'Hill adoption',
  meaning: 'adoption is S-shaped in ln q, 1/2 at q = 1, and everybody adopts in the end',
  source: 'Hill 1910 (the logistic curve in the logarithm)',
  parameters: [h],
  ranges: { h: { low: 1, high: 4, scale: 'linear', meaning: 'steepness of adoption' } },
  facts: [],
  onSale: share,
  everywhere: share,
  reached: share,
};
