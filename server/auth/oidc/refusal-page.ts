/** What a person sees who comes back from the identity provider and is not let in: why, and the way on. No script. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { languageOf } from '../language-of.ts';
import { plainPage } from '../plain-page.ts';
import { type SignInFault, WORDS } from './refusal-page.data.ts';

const STATUS: Record<SignInFault, 400 | 403 | 409 | 503> = {
  provider_away: 503,
  provider_refused: 403,
  bad_answer: 403,
  unknown_attempt: 400,
  no_role: 403,
  account_closed: 403,
  name_taken: 409,
};

export async function refuseSignIn(c: Context, fault: SignInFault): Promise<Response> {
  const language = languageOf(c);
  const { title, back, faults } = WORDS[language];
  const content = html`<p>${faults[fault]}</p><p><a href="/console/">${back}</a></p>
<p><small>${fault}</small></p>`;
  return plainPage(c, { status: STATUS[fault], language, title, content });
}
