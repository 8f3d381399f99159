import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser/programs.ts';

/** Chromium for pages that need no extension. */
export function launchHeadless(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findBrowser('headless-shell'), args });
}
