import { defineConfig } from 'vitest/config';

/** `--mode full` is the long run: the suites read OPTIMAND_FULL and draw more samples. `--mode fuzz` draws expressions afresh. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: '100%',
    // No code is made from text while the tests run, neither by us nor by what we use.
    execArgv: ['--disallow-code-generation-from-strings', '--disable-proto=throw'],
    // Files that share a worker share its modules, and with them the pools of firms and the derivations, which are pure.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { ...(mode === 'full' && { OPTIMAND_FULL: '1' }), ...(mode === 'fuzz' && { OPTIMAND_FUZZ: '1' }) },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'derivations/**/*.ts'],
      reportsDirectory: 'coverage',
    },
  },
}));
