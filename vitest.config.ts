import { defineConfig } from 'vitest/config';

/** Real browsers and databases start in these: generous limits, and one file at a time unless tools/test.ts asks for more. */
const real = { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false };

/** Who gets a second try, and why what has arrived never does: test/e2e/failures.ts. */
const busy = { retry: { count: 1, condition: /\(tried once more\)$/ }, setupFiles: ['test/e2e/failures.ts'] };

/** A browser that loses a page, or does not get there, has a second try here too: words of its driver and of `poll`. */
const lost = {
  retry: { count: 1, condition: /Protocol error|Target (?:page|closed)|Waiting failed|detached Frame|ms still no / },
};

export default defineConfig({
  test: {
    environment: 'node',
    // Only a test that fails waits so long; a busy machine takes its time.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      // Files share their process, and what they import is loaded once: a test leaves nothing behind.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{unit,meta}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/seed.ts'],
          testTimeout: 180_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.{ts,tsx}'],
          isolate: false,
          // PGlite's machine code is made once and simply: making it well takes longer than any of these tests runs it.
          execArgv: ['--liftoff-only'],
          globalSetup: 'test/integration/run-folder.ts',
          ...real,
          ...lost,
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/specs/**/*.test.ts'], isolate: false, ...real, ...busy },
      },
    ],
  },
});
