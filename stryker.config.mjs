/**
 * Mutation testing, a folder at a time, against the tests of that folder: `OPTIMAND_MUTATE=kernel npm run mutate`, with
 * `-- --mutate src/kernel/rational.ts` one file of it. Results are kept in reports/, and only what has changed is tried again.
 */
const folder = process.env.OPTIMAND_MUTATE ?? 'kernel';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  mutate: [`src/${folder}/**/*.ts`],
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `reports/mutation-${folder}.json`,
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['dist', 'docs/figures', 'web', 'reports', 'api'],
  ignoreStatic: true,
  concurrency: 2,
  tempDirName: 'reports/sandbox',
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 20,
};
