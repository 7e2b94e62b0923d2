import { defineConfig } from 'vitest/config';

/** The tests that the mutants of one folder meet: those of that folder, in threads. */
export default defineConfig({
  test: {
    include: [`test/${process.env.OPTIMAND_MUTATE ?? 'kernel'}/**/*.test.ts`],
    exclude: ['test/**/docs.test.ts', 'test/economics/add-a-variant.test.ts'],
    environment: 'node',
    // Times of instrumented code say nothing.
    testNamePattern: /^(?!.*time grows)/,
    testTimeout: 60_000,
  },
});
