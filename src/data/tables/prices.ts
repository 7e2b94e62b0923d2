import { dataset } from '../dataset.ts';

/** List prices of tokens. */
export const prices = dataset({
  file: 'prices.csv',
  about: 'list prices of frontier models per million tokens read and written',
  source: 'facts, each row with its source; none was checked at the seller',
  licence: 'facts',
  date: '2026-11-22',
  attribution: 'list prices quoted by third parties (data/prices.csv)',
  sha256: '42fbc402b9ea2359913a74b3147327bf004104bb9b8af28be0e82b3a8bfd15bb',
  columns: {
    date: { kind: 'date', unit: '1', meaning: 'from when on, to the month' },
    product: { kind: 'text', unit: '1', meaning: 'the model' },
    input_usd_per_million: { kind: 'positive', unit: 'dollar/(1e6 token)', meaning: 'for tokens read' },
    output_usd_per_million: { kind: 'positive', unit: 'dollar/(1e6 token)', meaning: 'for tokens written' },
    source: { kind: 'text', unit: '1', meaning: 'where it is said' },
    verification: { kind: 'text', unit: '1', meaning: 'how far it was checked' },
  },
});
