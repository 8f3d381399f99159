/** Builds the page once and shows it in real Chromium under a host name of its own, without a server. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'sluice-dialog-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    plugins: [react()],
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

interface OpenOptions extends BrowserContextOptions {
  /** Closed, as shipped, unless a test has to look inside. */
  shadow: 'open' | 'closed';
  /** The site's content security policy. */
  csp?: string;
}

export async function openPage(
  browser: Browser,
  dist: string,
  { shadow, csp, ...context }: OpenOptions,
): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', ...context })).newPage();
  if (shadow === 'open') {
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
  }
  await page.route('http://chat.test/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = join(dist, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    const headers = { 'content-type': TYPES[extname(file)]!, ...(csp && { 'content-security-policy': csp }) };
    return route.fulfill({ body: readFileSync(file), headers });
  });
  await page.goto('http://chat.test/');
  return page;
}
