import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/render/**'],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
    // Only what hangs may end: two files at a time on a busy machine of two processors are slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Files share a process and its modules: reading them anew for each file took half of the time. No test leaves
    // anything behind in a module.
    isolate: false,
    // One for each processor: by default one is left idle, which on two of them is half of the machine.
    maxWorkers: '100%',
  },
});
