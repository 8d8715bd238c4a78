import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The runner itself is idle while tests run: one of two cores kept free for it is half of the machine lost.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{packages,tools,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
          // A limit for what hangs, not for what a busy machine takes longer over.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['packages/**/*.db.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['packages/testkit/src/vitest-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
