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
  sha256: '97eef6975a7b2481d958431069fc571ee5f5ecc5fb85ef0978d02a3740b17366',
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
    source: { kind: 'text', unit: '1', meaning: 'where it is published' },
    verification: { kind: 'text', unit: '1', meaning: 'how far it was checked' },
  },
});
