/** How large the parts of a production build are that every governed page or the background pays for. */
import { statSync } from 'node:fs';
import { join } from 'node:path';

const BUDGETS = [
  { file: 'content-scripts/hook.js', budget: 30_000 },
  { file: 'content-scripts/guard.js', budget: 210_000 },
  { file: 'background.js', budget: 760_000 },
];

export interface BundleSize {
  file: string;
  /** Bytes, minified, not compressed: that is what the browser reads and parses. */
  size: number;
  budget: number;
}

/** @param build Folder of the unpacked build. */
export function bundleSizes(build: string): BundleSize[] {
  return BUDGETS.map(({ file, budget }) => ({ file, size: statSync(join(build, file)).size, budget }));
}
