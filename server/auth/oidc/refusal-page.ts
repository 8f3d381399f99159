/** What a person sees who comes back from the identity provider and is not let in: why, and the way on. No script. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { plainPage } from '../plain-page.ts';
import type { ProviderFault } from './provider.ts';

export type SignInFault = ProviderFault | 'unknown_attempt' | 'no_role' | 'account_closed' | 'name_taken';

const FAULTS: Record<SignInFault, [400 | 403 | 409 | 503, string]> = {
  provider_away: [503, 'The identity provider does not answer. Try again in a moment.'],
  provider_refused: [403, 'The identity provider did not sign you in.'],
  bad_answer: [403, 'What the identity provider answered could not be verified. Tell whoever runs this endpoint.'],
  unknown_attempt: [400, 'This attempt to sign in is used up, too old, or was begun in another browser. Start again.'],
  no_role: [403, 'You have no role here. Ask whoever runs this endpoint to add one of your groups.'],
  account_closed: [403, 'Your account here was closed.'],
  name_taken: [409, 'Somebody else has your name here already. Tell whoever runs this endpoint.'],
};

export async function refuseSignIn(c: Context, fault: SignInFault): Promise<Response> {
  const [status, why] = FAULTS[fault];
  const content = html`<p>${why}</p><p><a href="/console/">Back to the console</a></p>
<p><small>${fault}</small></p>`;
  return plainPage(c, { status, language: 'en', title: 'You are not signed in', content });
}
