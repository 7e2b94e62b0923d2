import { dataset } from '../dataset.ts';

/** Accelerators with a release date and a peak performance. */
export const chips = dataset({
  file: 'chips.csv',
  about: 'accelerators: release, price and peak performance by number format',
  source:
    'Epoch AI, "Machine learning hardware", as committed 2026-07-19 in spragada4/ai-energy-explorer @ 7d5393aa; rows with a release date and a peak performance, columns trimmed, values unchanged',
  licence: 'CC BY 4.0, Epoch AI',
  date: '2026-07-19',
  attribution: 'Epoch AI, Machine learning hardware (2026-07-19), CC BY 4.0',
  sha256: 'f8b9280f8c71d57f1b1b4d54591d15a34d292cd13a10daefa98ee725ba2d799e',
  columns: {
    hardware: { kind: 'text', unit: '1', meaning: 'name of the chip' },
    manufacturer: { kind: 'text', unit: '1', meaning: 'who makes it', optional: true },
    type: { kind: 'text', unit: '1', meaning: 'GPU, TPU or other', optional: true },
    release_date: { kind: 'date', unit: '1', meaning: 'release' },
    release_price_usd: {
      kind: 'positive',
      unit: 'dollar',
      meaning: 'price at release, in dollars of that time',
      optional: true,
    },
    fp32_flops: { kind: 'positive', unit: 'flop/second', meaning: 'peak in 32 bits', optional: true },
    fp16_flops: { kind: 'positive', unit: 'flop/second', meaning: 'peak in 16 bits', optional: true },
    tensor_fp16_bf16_flops: {
      kind: 'positive',
      unit: 'flop/second',
      meaning: 'peak of matrix units in 16 bits, dense',
      optional: true,
    },
    tdp_w: { kind: 'positive', unit: 'watt', meaning: 'thermal design power', optional: true },
  },
});
