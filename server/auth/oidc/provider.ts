/**
 * The identity provider as we use it: authorization code with PKCE (OpenID Connect Core 1.0, RFC 7636, RFC 9700). What it
 * answers is checked by openid-client: issuer, state, nonce, times, audience and, since non-repudiation is asked for, the
 * ID token's signature.
 */
import * as oidc from 'openid-client';
import { ROLES, type Role } from '../permissions.ts';
import { PERSON_NAME } from '../person-name.ts';
import { hashSecret } from '../secret.ts';
import { isPlainLoopback, type OidcSettings } from './settings.ts';

/** Clocks of provider and endpoint may differ by so much. */
const CLOCK_TOLERANCE_S = 30;
const ANSWER_WITHIN_S = 10;

/** `provider_away`: no sensible answer from it. `provider_refused`: it said no. `bad_answer`: not to be believed. */
export type ProviderFault = 'provider_away' | 'provider_refused' | 'bad_answer';

/** What has to be remembered between leaving for the provider and coming back. */
export interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Identity {
  /** Issuer and subject: what stays the same when names change. */
  subject: string;
  /** To call the person by. */
  name: string;
  groups: string[];
}

export interface Provider {
  issuer: string;
  /** Where to send the browser. */
  begin(redirectUri: string, attempt: Attempt): Promise<{ ok: true; url: string } | { ok: false; code: ProviderFault }>;
  /** Who came back to `url`. */
  finish(url: URL, attempt: Attempt): Promise<{ ok: true; identity: Identity } | { ok: false; code: ProviderFault }>;
  /** What groups allow here, in the order of `ROLES`; empty when none of them is mapped. */
  rolesOf(groups: readonly string[]): Role[];
  /** Where to sign out there too, null when it offers no such place or does not answer. */
  signOutUrl(backTo: string): Promise<string | null>;
}

export function newAttempt(): Attempt {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
}

export function createProvider(settings: OidcSettings): Provider {
  let found: oidc.Configuration | null = null;
  // Asked at the first sign-in, and again until it answered once: the endpoint starts without its provider.
  const configuration = async () => {
    found ??= await discover(settings);
    return found;
  };
  return {
    issuer: settings.issuer,
    async begin(redirectUri, { state, nonce, verifier }) {
      try {
        const url = oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: settings.scopes,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return { ok: true, url: url.href };
      } catch (error) {
        return { ok: false, code: faultOf(error) };
      }
    },
    async finish(url, { state, nonce, verifier }) {
      try {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return { ok: false, code: 'bad_answer' };
        // Providers that keep ID tokens small tell the rest when they are asked.
        const isComplete = claims[settings.groupsClaim] !== undefined || !config.serverMetadata().userinfo_endpoint;
        const told = isComplete ? {} : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        return { ok: true, identity: toIdentity({ ...told, ...claims }, settings) };
      } catch (error) {
        return { ok: false, code: faultOf(error) };
      }
    },
    rolesOf(groups) {
      const given = new Set(groups.flatMap((group) => settings.rolesByGroup.get(group) ?? []));
      return ROLES.filter((role) => given.has(role));
    },
    async signOutUrl(backTo) {
      try {
        const config = await configuration();
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo }).href;
      } catch {
        return null;
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const metadata = { client_secret: clientSecret, [oidc.clockTolerance]: CLOCK_TOLERANCE_S };
  const checks = [oidc.enableNonRepudiationChecks, ...(isPlainLoopback(issuer) ? [oidc.allowInsecureRequests] : [])];
  return oidc.discovery(new URL(issuer), clientId, metadata, undefined, { execute: checks, timeout: ANSWER_WITHIN_S });
}

function toIdentity(claims: Record<string, unknown>, { issuer, groupsClaim }: OidcSettings): Identity {
  const sub = String(claims.sub);
  const subject = `${issuer} ${sub}`;
  const names = [claims.preferred_username, claims.email, sub].filter((name) => typeof name === 'string');
  const name = names.find((name) => PERSON_NAME.test(name)) ?? `person-${hashSecret(subject).slice(0, 12)}`;
  const groups = [claims[groupsClaim]].flat().filter((group) => group !== undefined);
  return { subject, name, groups: groups.map(String) };
}

/** What did not come, or not as HTTP and JSON. */
const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

function faultOf(error: unknown): ProviderFault {
  if (error instanceof oidc.AuthorizationResponseError) return 'provider_refused';
  // How `fetch` says that nobody answered; errors of the library carry a code.
  if (error instanceof TypeError && !('code' in error)) return 'provider_away';
  return AWAY.has(String((error as { code?: unknown } | null)?.code)) ? 'provider_away' : 'bad_answer';
}
