import { defineConfig } from 'vitest/config';

const BROWSER = ['test/web/page.test.ts', 'test/web/hostile.test.ts'];
const TIERS = ['whole', 'full'];

/**
 * How much the suites try (test/support/tier.ts): a quick run samples, `--mode whole` takes every case, `--mode full` draws afresh and
 * more. What writes goldens writes all of them. `--mode fuzz` draws expressions afresh.
 */
const tierOf = (mode: string): string =>
  TIERS.includes(mode) ? mode : process.env.UPDATE_GOLDENS ? 'whole' : 'quick';

export default defineConfig(({ mode }) => {
  // This is read once more for each project, without the mode.
  process.env.OPTIMAND_TESTS ??= tierOf(mode);
  return {
    test: {
      environment: 'node',
      pool: 'forks',
      maxWorkers: '100%',
      // Files that share a worker share its modules, and with them the pools of firms and the derivations, which are pure.
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      env: mode === 'fuzz' ? { OPTIMAND_FUZZ: '1' } : {},
      projects: [
        {
          extends: true,
          // No code is made from text while the tests run, neither by us nor by what we use.
          test: {
            name: 'tests',
            globalSetup: 'test/support/announce.ts',
            include: ['test/**/*.test.ts'],
            exclude: BROWSER,
            execArgv: ['--disallow-code-generation-from-strings', '--disable-proto=throw'],
          },
        },
        // What drives the browser needs both. A quick run leaves the page alone.
        ...(process.env.OPTIMAND_TESTS === 'quick'
          ? []
          : [{ extends: true as const, test: { name: 'browser', include: BROWSER } }]),
      ],
      coverage: {
        provider: 'v8',
        include: ['src/**/*.ts', 'derivations/**/*.ts'],
        reportsDirectory: 'coverage',
      },
    },
  };
});
