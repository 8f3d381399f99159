import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url));

/** Budgets in bytes, minified and not compressed: all of it is parsed, the first two in every governed page. */
const BUDGETS = [
  ['content-scripts/hook.js', 30_000],
  ['content-scripts/guard.js', 210_000],
  ['background.js', 760_000],
] as const;

describe.each(['chrome-mv3', 'edge-mv3', 'firefox-mv3'])('the build %s', (target) => {
  it.each(BUDGETS)('keeps %s within %d bytes', (file, budget) => {
    const path = join(OUTPUT, target, file);
    expect(existsSync(path), `${path} is there: npm run build makes it`).toBe(true);
    expect(statSync(path).size).toBeLessThanOrEqual(budget);
  });
});
