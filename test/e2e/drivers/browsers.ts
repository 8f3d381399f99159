import type { DriverName } from './driver.ts';

const ALL: readonly DriverName[] = ['chromium', 'firefox'];

/**
 * The browsers a spec runs in: all, or those that SLUICE_BROWSERS names (comma-separated), so that the suite can run
 * both side by side.
 */
export function browsersUnderTest(from: readonly DriverName[] = ALL): readonly DriverName[] {
  const asked = process.env.SLUICE_BROWSERS?.split(',').map((name) => name.trim());
  return asked === undefined ? from : from.filter((name) => asked.includes(name));
}
