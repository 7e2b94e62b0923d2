import { dataset } from '../dataset.ts';

/** Dated training runs with their compute, and where known their cost. */
export const models = dataset({
  file: 'models.csv',
  about: 'dated training runs of notable models: compute, and where known size, data, cost and utilisation',
  source:
    'Epoch AI, "Notable AI models", as committed 2026-07-19 in spragada4/ai-energy-explorer @ 7d5393aa; rows with a date and compute, columns trimmed, values unchanged but for two lists of dataset sizes, left out',
  licence: 'CC BY 4.0, Epoch AI',
  date: '2026-07-19',
  attribution: 'Epoch AI, Notable AI models (2026-07-19), CC BY 4.0',
  sha256: '84e42dccafa2a0f87e9e558684a5001de93bb27120fda89884b9c150552c7db8',
  columns: {
    model: { kind: 'text', unit: '1', meaning: 'name of the model' },
    organization: { kind: 'text', unit: '1', meaning: 'who trained it', optional: true },
    publication_date: { kind: 'date', unit: '1', meaning: 'publication' },
    domain: {
      kind: 'text',
      unit: '1',
      meaning: 'Language, Vision and others, comma-separated',
      optional: true,
    },
    parameters: {
      kind: 'positive',
      unit: 'parameter',
      meaning: 'parameters, all experts counted',
      optional: true,
    },
    training_compute_flop: { kind: 'positive', unit: 'flop', meaning: 'training compute' },
    training_dataset_size: {
      kind: 'positive',
      unit: 'token',
      meaning: 'training data; tokens for language models, otherwise what the model reads',
      optional: true,
    },
    mfu: {
      kind: 'share',
      unit: '1',
      meaning: 'share of peak performance reached in training',
      optional: true,
    },
    training_compute_cost_2023usd: {
      kind: 'positive',
      unit: 'dollar',
      meaning: 'cost of the training compute, in dollars of 2023',
      optional: true,
    },
    base_model: {
      kind: 'text',
      unit: '1',
      meaning:
        'the model that was trained further; cost is then of the further training alone, compute of both',
      optional: true,
    },
    frontier_model: { kind: 'flag', unit: '1', meaning: 'whether it was among the largest runs at its time' },
    model_accessibility: { kind: 'text', unit: '1', meaning: 'how it can be used', optional: true },
    confidence: {
      kind: 'text',
      unit: '1',
      meaning: 'of the compute, as the source judges it',
      optional: true,
    },
  },
});
