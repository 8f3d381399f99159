/** Serves the built console under /console/: files as they are, its page for every other path. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { Language } from '../../lib/language/language.ts';
import { access } from '../auth/access.ts';
import { languageOf } from '../auth/language-of.ts';
import type { AppDeps, AppEnv } from '../deps.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/** Whoever reads it runs the endpoint. */
const NOT_BUILT: Record<Language, [title: string, before: string, after: string]> = {
  en: [
    'The console is not built',
    'The endpoint itself is running. Build the console with',
    'and load this page again.',
  ],
  de: [
    'Die Konsole ist nicht gebaut',
    'Der Server selbst läuft. Bauen Sie die Konsole mit',
    'und laden Sie die Seite neu.',
  ],
  fr: [
    'La console n’est pas construite',
    'Le serveur tourne. Construisez la console avec',
    'puis rechargez cette page.',
  ],
  es: ['La consola no está construida', 'El servidor funciona. Construya la consola con', 'y recargue esta página.'],
};

const notBuilt = (language: Language) => {
  const [title, before, after] = NOT_BUILT[language];
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>Sluice</title>
<h1>${title}</h1>
<p>${before} <code>npm run build</code>, ${after}</p>
</html>`;
};

/** Everything from ourselves, nothing inline: text that a record brings along can never become code or style. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export function addConsole(app: OpenAPIHono<AppEnv>, { consoleFolder }: AppDeps): void {
  app.get('/', access('public'), (c) => c.redirect('/console/'));
  app.get('/console', access('public'), (c) => c.redirect('/console/'));
  // Made at the first request for a file: the console may be built while the endpoint runs.
  let files: MiddlewareHandler | undefined;
  app.get('/console/*', access('public'), async (c) => {
    const path = c.req.path.slice('/console'.length);
    if (path === '/' || path === '/index.html' || !existsSync(consoleFolder)) return page(c, consoleFolder);
    files ??= serveStatic({ root: consoleFolder, rewriteRequestPath: (asked) => asked.slice('/console'.length) });
    const file = await files(c, async () => {});
    if (!(file instanceof Response))
      return path.startsWith('/assets/') ? c.text('Not found', 404) : page(c, consoleFolder);
    // Names under assets/ change with their content.
    if (path.startsWith('/assets/')) file.headers.set('Cache-Control', `public, max-age=${YEAR_S}, immutable`);
    return file;
  });
}

async function page(c: Context, folder: string) {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  c.header('Cache-Control', 'no-store');
  return html === null ? c.html(notBuilt(languageOf(c)), 503) : c.html(html);
}
