import { defineConfig } from 'vitest/config';

/** Real browsers and databases start in these: generous limits, one file at a time (browser policy is machine-wide). */
const real = { testTimeout: 90_000, hookTimeout: 180_000, fileParallelism: false };

/**
 * A wait that ran out, or a browser that lost a page, says something about the machine: such a test gets a second try.
 * An assertion gets none: what reached the server has reached it.
 */
const busy = {
  count: 1,
  condition: /after \d+ ms still no |context was destroyed|Target .*closed|Protocol error|timed out/i,
};

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/{unit,meta}/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.{ts,tsx}'], ...real } },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/specs/**/*.test.ts'], ...real, retry: busy } },
    ],
  },
});
