/** The pages on the way of signing in on a browser: the question, the way on, and what came of it. No script. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { languageOf } from '../language-of.ts';
import { plainPage } from '../plain-page.ts';
import { type DeviceSignInFault, WORDS } from './device-pages.data.ts';

const STATUS: Record<DeviceSignInFault, 400 | 403 | 409 | 429 | 503> = {
  provider_away: 503,
  provider_refused: 403,
  bad_answer: 403,
  unknown_link: 400,
  too_many_tries: 429,
  name_taken: 409,
};

/** Nothing happens without a press here. `action`: where the press goes, with `link` in its body. */
export function askPage(
  c: Context,
  waiting: { tenant: string; code: string; browser: string; os: string },
  { action, link }: { action: string; link: string },
): Promise<Response> {
  const language = languageOf(c);
  const words = WORDS[language];
  const { tenant, code, browser, os } = waiting;
  const content = html`<p>${words.who(tenant, `${browser}, ${os}`)}</p><p>${words.compare}</p><p class="code">${code}</p>
<p>${words.meaning}</p>
<form method="post" action="${action}"><input type="hidden" name="link" value="${link}"><button>${words.agree}</button></form>
<p>${words.beware}</p>`;
  return plainPage(c, { status: 200, language, title: words.ask, content });
}

/** To `url` at the identity provider. */
export function leavePage(c: Context, url: string): Promise<Response> {
  const language = languageOf(c);
  const words = WORDS[language];
  const content = html`<p><a href="${url}">${words.goOn(new URL(url).host)}</a></p>`;
  return plainPage(c, { status: 200, language, title: words.leaving, content, onwards: url });
}

export function donePage(c: Context, { name, ref }: { name: string; ref: string }): Promise<Response> {
  const language = languageOf(c);
  const words = WORDS[language];
  const content = html`<p>${words.signedIn(name)}</p><p>${words.called(ref)}</p><p>${words.close}</p>`;
  return plainPage(c, { status: 200, language, title: words.done, content });
}

export function faultPage(c: Context, fault: DeviceSignInFault): Promise<Response> {
  const language = languageOf(c);
  const words = WORDS[language];
  const content = html`<p>${words.faults[fault]}</p><p><small>${fault}</small></p>`;
  return plainPage(c, { status: STATUS[fault], language, title: words.notDone, content });
}
