/**
 * What a browser itself keeps of a page and of what was typed into it, where no extension has a say. Only these files, only
 * in the profile, and each for one reason.
 */
import type { DriverName } from '../../e2e/drivers/driver.ts';

interface Rule {
  file: RegExp;
  why: string;
}

const RULES: Record<DriverName, readonly Rule[]> = {
  chromium: [],
  firefox: [],
};

/** Why the browser may hold what a person typed into a page in this file; null when it may not. */
export function excuse(browser: DriverName, file: string): string | null {
  return RULES[browser].find((rule) => rule.file.test(file))?.why ?? null;
}
