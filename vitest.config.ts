import { defineConfig } from 'vitest/config';

const BROWSER = ['test/web/page.test.ts', 'test/web/hostile.test.ts'];

/** `--mode full` is the long run: the suites read OPTIMAND_FULL and draw more samples. `--mode fuzz` draws expressions afresh. */
export default defineConfig(({ mode }) => ({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: '100%',
    // Files that share a worker share its modules, and with them the pools of firms and the derivations, which are pure.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { ...(mode === 'full' && { OPTIMAND_FULL: '1' }), ...(mode === 'fuzz' && { OPTIMAND_FUZZ: '1' }) },
    projects: [
      {
        extends: true,
        // No code is made from text while the tests run, neither by us nor by what we use.
        test: {
          name: 'tests',
          include: ['test/**/*.test.ts'],
          exclude: BROWSER,
          execArgv: ['--disallow-code-generation-from-strings', '--disable-proto=throw'],
        },
      },
      // What drives the browser needs both.
      { extends: true, test: { name: 'browser', include: BROWSER } },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'derivations/**/*.ts'],
      reportsDirectory: 'coverage',
    },
  },
}));
