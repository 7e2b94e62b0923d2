import { dataset } from '../dataset.ts';

/** Reports of tokens processed a day. */
export const usage = dataset({
  file: 'usage.csv',
  about: 'reports of tokens processed per day',
  source:
    'Epoch AI, "AI companies", usage reports, via sr3-k/data @ 19836afc; rows with a number of tokens, columns trimmed, values unchanged',
  licence: 'CC BY 4.0, Epoch AI',
  date: '2025-12-22',
  attribution: 'Epoch AI, AI companies: usage reports, CC BY 4.0',
  sha256: '9985ad8a80e233c05aad985be9f879d9da6e29d955e1e480bff4d38cb1309221',
  columns: {
    date: { kind: 'date', unit: '1', meaning: 'day of the report' },
    company: { kind: 'text', unit: '1', meaning: 'who reports' },
    product: { kind: 'text', unit: '1', meaning: 'of what' },
    daily_tokens: { kind: 'positive', unit: 'token', meaning: 'tokens per day, read and written' },
    confidence: { kind: 'text', unit: '1', meaning: 'as the source judges it' },
    source: { kind: 'text', unit: '1', meaning: 'where it was said' },
  },
});
