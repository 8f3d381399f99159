/** A page of the endpoint itself, outside the console: one style, no script, in no frame, and its forms go nowhere else. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../../lib/language/language.ts';

type Markup = ReturnType<typeof html>;

interface PlainPage {
  status: ContentfulStatusCode;
  language: Language;
  title: string;
  /** What stands under the heading. */
  content: Markup;
  /** An address to go to at once. */
  onwards?: string;
}

const STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 15vh auto; padding: 0 1rem }
.code { font: 600 1.75rem/2 ui-monospace, Consolas, monospace; letter-spacing: .08em }
button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; cursor: pointer }`;
const styleHash = createHash('sha256').update(STYLE).digest('base64');
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Forms name this page as their origin, which the header would have them leave out: hence the second word on referrers,
 * which counts. `onwards` is no redirect: browsers would hold it against `form-action`.
 */
export async function plainPage(
  c: Context,
  { status, language, title, content, onwards }: PlainPage,
): Promise<Response> {
  c.header('Content-Security-Policy', POLICY);
  const page = await html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="referrer" content="same-origin">${onwards === undefined ? '' : html`<meta http-equiv="refresh" content="0; url=${onwards}">`}
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`;
  return c.html(page, status);
}
