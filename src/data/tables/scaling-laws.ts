import { dataset } from '../dataset.ts';

const fitted = (unit: string, meaning: string) =>
  ({ kind: 'positive', unit, meaning, optional: true }) as const;

/** Published constants of loss laws. */
export const scalingLaws = dataset({
  file: 'scaling-laws.csv',
  about:
    'published constants of L = E0 + A N^-alpha + B D^-beta, with standard errors where they are published',
  source:
    'facts, each row with its source and how far it was checked; rows with both exponents of a joint law',
  licence: 'facts',
  date: '2026-11-22',
  attribution: 'published scaling laws (data/scaling-laws.csv)',
  sha256: '09448d35812502ed2a1677564542775f4dfe132596867e9f7898c5d825095f05',
  columns: {
    law: { kind: 'text', unit: '1', meaning: 'whose fit' },
    E0: fitted('nats/token', 'loss that no training removes'),
    A: fitted('nats/token*parameter^alpha', 'weight of the shortage of parameters'),
    B: fitted('nats/token*token^beta', 'weight of the shortage of data'),
    alpha: { kind: 'positive', unit: '1', meaning: 'parameter exponent' },
    beta: { kind: 'positive', unit: '1', meaning: 'data exponent' },
    alpha_se: fitted('1', 'standard error of alpha'),
    beta_se: fitted('1', 'standard error of beta'),
    A_se: fitted('as A', 'standard error of A'),
    B_se: fitted('as B', 'standard error of B'),
    E0_se: fitted('as E0', 'standard error of E0'),
    Rstar_D: fitted('1', 'repetitions of data that fade, where the law has them'),
    Rstar_N: fitted('1', 'the same of excess parameters'),
    source: { kind: 'text', unit: '1', meaning: 'where it is published' },
    verification: { kind: 'text', unit: '1', meaning: 'how far it was checked' },
  },
});
