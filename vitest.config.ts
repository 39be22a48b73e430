import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.{ts,tsx}', 'migrations/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 20_000,
    // Many wait for a silent printer or a clock: two at a time also where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
