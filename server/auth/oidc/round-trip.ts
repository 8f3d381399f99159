/** To the identity provider and back: one attempt, remembered, bound to the browser that began it, and taken once. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppDeps } from '../../deps.ts';
import { putSignIn, SIGN_IN_WITHIN_MS, takeSignIn } from '../../store/sign-ins.ts';
import { ownOrigin } from '../same-origin.ts';
import { createSecret, hashSecret } from '../secret.ts';
import { type Identity, newAttempt, type Provider, type ProviderFault } from './provider.ts';

/** Where the provider sends people back to: registered there, so there is one for everybody. */
export const CALLBACK = '/v1/oidc/callback';
const COOKIE = 'sluice_sign_in';

/** The way back is a navigation from another site: `Lax`, where the session itself is `Strict`. */
function attributes(c: Context, publicOrigin: string | null) {
  const secure = ownOrigin(c, publicOrigin).startsWith('https:');
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure, ...(secure && ({ prefix: 'host' } as const)) } as const;
}

/**
 * Where to send the browser.
 * @param link Hash of what signs a device in; null: a reviewer is on the way.
 */
export async function leave(
  c: Context,
  { store, tenant, now, publicOrigin }: AppDeps,
  provider: Provider,
  link: string | null,
): Promise<{ ok: true; url: string } | { ok: false; code: ProviderFault }> {
  const attempt = newAttempt();
  const begun = await provider.begin(`${ownOrigin(c, publicOrigin)}${CALLBACK}`, attempt);
  if (!begun.ok) return begun;
  const browser = createSecret();
  const { state, nonce, verifier } = attempt;
  const stored = { stateHash: hashSecret(state), browserHash: hashSecret(browser), nonce, verifier, link };
  await putSignIn(store.of(tenant, 'access'), tenant, stored, now());
  setCookie(c, COOKIE, browser, { ...attributes(c, publicOrigin), maxAge: SIGN_IN_WITHIN_MS / 1000 });
  return begun;
}

export type Return =
  | { ok: true; identity: Identity; link: string | null }
  | { ok: false; code: ProviderFault | 'unknown_attempt'; link: string | null };

/** Who came back, and what for. The attempt and its cookie are gone, whatever came of it. */
export async function comeBack(
  c: Context,
  { store, tenant, now, publicOrigin }: AppDeps,
  provider: Provider,
): Promise<Return> {
  const state = c.req.query('state') ?? '';
  const options = attributes(c, publicOrigin);
  const browser = options.secure ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE);
  deleteCookie(c, COOKIE, options);
  const hashes = { stateHash: hashSecret(state), browserHash: hashSecret(browser ?? '') };
  const known = await takeSignIn(store.of(tenant, 'access'), hashes, now());
  if (known === null) return { ok: false, code: 'unknown_attempt', link: null };
  const { link, ...secrets } = known;
  // The address people see, whatever a proxy made of it: it names the redirect that the provider was told.
  const url = new URL(`${ownOrigin(c, publicOrigin)}${CALLBACK}${new URL(c.req.url).search}`);
  return { ...(await provider.finish(url, { state, ...secrets })), link };
}
