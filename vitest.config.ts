import { defineConfig } from 'vitest/config';

/** `--mode full` is the long run: the suites read OPTIMAND_FULL and draw more samples. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: '100%',
    // Files that share a worker share its modules, and with them the pools of firms and the derivations, which are pure.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: mode === 'full' ? { OPTIMAND_FULL: '1' } : {},
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'derivations/**/*.ts'],
      reportsDirectory: 'coverage',
    },
  },
}));
