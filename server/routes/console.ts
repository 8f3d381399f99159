/** Serves the built console under /console/: files as they are, its page for every other path. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppDeps, AppEnv } from '../deps.ts';

/** Stands in the built page wherever its script and style tags need the nonce of the answer. */
const NONCE_MARK = '{{nonce}}';
const YEAR_S = 365 * 24 * 60 * 60;

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sluice</title>
<h1>The console is not built</h1>
<p>The endpoint itself is running. Build the console with <code>npm run build</code>, then load this page again.</p>
</html>`;

/** Everything from ourselves. Styles that a library adds while running carry the nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Widths and positions that components set on single elements; no selector, so nothing can be read out with them.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function addConsole(app: OpenAPIHono<AppEnv>, { consoleFolder }: AppDeps): void {
  app.get('/', (c) => c.redirect('/console/'));
  app.get('/console', (c) => c.redirect('/console/'));
  // Made at the first request for a file: the console may be built while the endpoint runs.
  let assets: MiddlewareHandler | undefined;
  app.get(
    '/console/assets/*',
    (c, next) => {
      if (!existsSync(consoleFolder)) return next();
      assets ??= serveStatic({
        root: consoleFolder,
        rewriteRequestPath: (path) => path.slice('/console'.length),
        // Their names change with their content.
        onFound: (_, found) => found.header('Cache-Control', `public, max-age=${YEAR_S}, immutable`),
      });
      return assets(c, next);
    },
    (c) => c.text('Not found', 404),
  );
  app.get('/console/*', (c) => page(c, consoleFolder));
}

async function page(c: Context, folder: string) {
  const nonce = randomBytes(16).toString('base64url');
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  c.header('Content-Security-Policy', contentSecurityPolicy(nonce));
  c.header('Cache-Control', 'no-store');
  return html === null ? c.html(NOT_BUILT, 503) : c.html(html.replaceAll(NONCE_MARK, nonce));
}
