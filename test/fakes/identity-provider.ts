/**
 * A real OpenID Connect provider (`oidc-provider`) on loopback. Whoever comes is signed in as `person`, without forms; and
 * what it answers can be changed on the way, as somebody in between would.
 */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Oidc from 'oidc-provider';

export const CLIENT_ID = 'sluice';
export const CLIENT_SECRET = 'a secret between endpoint and provider';

export interface IdentityPerson {
  sub: string;
  preferred_username?: string;
  groups?: string[];
}

type Claims = Record<string, unknown>;
type Change = (claims: Claims) => Claims;

/** How it is at first, and can be made again: `Object.assign(provider, HONEST)`. */
export const HONEST = {
  person: { sub: 'sub-1', preferred_username: 'rita', groups: ['security'] } as IdentityPerson,
  /** Whether the person lets the provider tell the endpoint who they are. */
  agrees: true,
  /** Changes the ID token, which is then signed again, with the provider's key or with another. */
  tamper: null as Change | null,
  signsWithOtherKey: false,
  isDown: false,
  /** Changes the discovery document. */
  metadata: null as Change | null,
};

export class IdentityProvider {
  person: IdentityPerson = HONEST.person;
  agrees = HONEST.agrees;
  tamper: Change | null = HONEST.tamper;
  signsWithOtherKey = HONEST.signsWithOtherKey;
  isDown = HONEST.isDown;
  metadata: Change | null = HONEST.metadata;
  issuer = '';
  private readonly server: Server;
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  private readonly otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  private constructor() {
    this.server = createServer();
  }

  static async start(redirectUri: string): Promise<IdentityProvider> {
    const self = new IdentityProvider();
    await new Promise<void>((resolve) => self.server.listen(0, '127.0.0.1', resolve));
    self.issuer = `http://127.0.0.1:${(self.server.address() as AddressInfo).port}`;
    const provider = self.create(redirectUri);
    const answer = provider.callback();
    self.server.on('request', (request, response) => void self.handle(provider, answer, request, response));
    return self;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private create(redirectUri: string): Oidc {
    const jwk = { ...this.key.export({ format: 'jwk' }), kid: 'key-1', alg: 'RS256', use: 'sig' };
    return new Oidc(this.issuer, {
      jwks: { keys: [jwk as never] },
      cookies: { keys: ['only a test'] },
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          redirect_uris: [redirectUri],
          post_logout_redirect_uris: [redirectUri.replace('/v1/oidc/callback', '/console/')],
        },
      ],
      claims: { openid: ['sub'], profile: ['preferred_username', 'groups'], email: ['email'] },
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...this.person, sub }) }),
      // Nobody is asked whether the endpoint may know who they are.
      loadExistingGrant: async (ctx) => {
        const { session, client, provider } = ctx.oidc;
        const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    });
  }

  private async handle(
    provider: Oidc,
    answer: (request: IncomingMessage, response: ServerResponse) => unknown,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (this.isDown) {
      response.destroy();
      return;
    }
    if (request.url?.startsWith('/interaction/')) {
      const result = this.agrees
        ? { login: { accountId: this.person.sub } }
        : { error: 'access_denied', error_description: 'the person said no' };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    const isToken = request.url?.startsWith('/token');
    const isDiscovery = request.url?.startsWith('/.well-known/openid-configuration');
    if (isToken && (this.tamper || this.signsWithOtherKey)) this.change(response, (body) => this.withOtherToken(body));
    if (isDiscovery && this.metadata !== null) this.change(response, this.metadata);
    answer(request, response);
  }

  /** Change the JSON that the provider is about to send. */
  private change(response: ServerResponse, how: (body: Claims) => Claims): void {
    const end = response.end.bind(response);
    response.end = ((chunk: string | Buffer) => {
      const body = JSON.stringify(how(JSON.parse(chunk.toString())));
      response.setHeader('content-length', Buffer.byteLength(body));
      return end(body);
    }) as typeof response.end;
  }

  private withOtherToken(body: Claims): Claims {
    const payload = JSON.parse(Buffer.from(String(body.id_token).split('.')[1]!, 'base64url').toString()) as Claims;
    const claims = this.tamper?.(payload) ?? payload;
    return { ...body, id_token: sign(claims, this.signsWithOtherKey ? this.otherKey : this.key) };
  }
}

/** A JSON Web Token as the provider makes them (RFC 7515, RS256). */
function sign(claims: Claims, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid: 'key-1' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}
