import { describe, expect, it } from 'vitest';
import { askIdentity, beginSignIn, endSignIn, isSameUser, tellIdentity } from '../../../lib/sync/identity.ts';
import type { NetRequest, NetResult } from '../../../lib/sync/net.ts';
import { answer } from '../../fakes/fake-endpoint.ts';

const ENROLMENT = { endpoint: 'https://sluice.example/base/', deviceToken: 't'.repeat(43) };
const ANSWER = { state: 'none', canSignIn: true, pending: null, subject: null };
const OFFER = { url: 'https://sluice.example/v1/identity/confirm?link=x', code: 'BCDF-GHJK', expiresAt: 5 };
const SUBJECT = {
  ...{ assurance: 'oidc', ref: 'lusab-babad-gutih', until: 9, since: 1 },
  ...{ name: 'rita', groups: ['payments'] },
};

function portsAnswering(...answers: NetResult[]) {
  const requests: NetRequest[] = [];
  const net = async (request: NetRequest) => {
    requests.push(request);
    return answers.shift()!;
  };
  return { requests, ports: { net, enrolment: ENROLMENT } };
}

describe('asking whose the browser is', () => {
  it('names the device by its token, and tells nothing else', async () => {
    const { ports, requests } = portsAnswering(answer(200, ANSWER));
    expect(await askIdentity(ports)).toEqual({ ok: true, value: ANSWER });
    expect(requests).toEqual([
      {
        method: 'GET',
        url: 'https://sluice.example/base/v1/identity',
        headers: { authorization: `Bearer ${ENROLMENT.deviceToken}` },
        timeoutMs: expect.any(Number),
      },
    ]);
  });

  it.each<[string, NetResult, string]>([
    ['nobody answers', { ok: false, code: 'unreachable' }, 'unreachable'],
    ['the answer takes too long', { ok: false, code: 'timeout' }, 'unreachable'],
    ['the database is away', answer(503, {}), 'unreachable'],
    ['the token is unknown', answer(401, {}), 'unauthorised'],
    ['the device was revoked', answer(403, {}), 'unauthorised'],
    ['it was asked too often', answer(429, {}), 'too_many'],
    ['there is no identity provider', answer(404, {}), 'not_offered'],
    ['the answer is no JSON', answer(200, '<html>'), 'unreachable'],
    ['the answer is another', answer(200, { ...ANSWER, more: 1 }), 'unreachable'],
    ['the pseudonym is none', answer(200, { ...ANSWER, subject: { ...SUBJECT, ref: 'Rita Roe' } }), 'unreachable'],
    [
      'the assurance is one it cannot give',
      answer(200, { ...ANSWER, subject: { ...SUBJECT, assurance: 'none' } }),
      'unreachable',
    ],
  ])('says so when %s', async (_, given, code) => {
    expect(await askIdentity(portsAnswering(given).ports)).toEqual({ ok: false, code });
  });

  it('never leaves for an endpoint that could be overheard', async () => {
    const { ports, requests } = portsAnswering();
    const enrolment = { ...ENROLMENT, endpoint: 'http://sluice.example' };
    expect(await askIdentity({ ...ports, enrolment })).toEqual({ ok: false, code: 'unreachable' });
    expect(requests).toEqual([]);
  });
});

describe('signing in', () => {
  it('takes the address to open and the code to compare', async () => {
    const { ports, requests } = portsAnswering(answer(200, OFFER));
    expect(await beginSignIn(ports)).toEqual({ ok: true, value: OFFER });
    expect(requests[0]).toMatchObject({ method: 'POST' });
  });

  it.each(['javascript:alert(1)', 'http://sluice.example/', 'data:text/html,x', 'chrome://settings', 'nowhere'])(
    'opens no address like %s',
    async (url) => {
      const { ports } = portsAnswering(answer(200, { ...OFFER, url }));
      expect(await beginSignIn(ports)).toEqual({ ok: false, code: 'unreachable' });
    },
  );

  it('shows no code that could be a word or a page', async () => {
    const { ports } = portsAnswering(answer(200, { ...OFFER, code: 'SEND-CASH' }));
    expect(await beginSignIn(ports)).toEqual({ ok: false, code: 'unreachable' });
  });

  it('ends, and says when it could not', async () => {
    const { ports, requests } = portsAnswering(answer(204, ''), { ok: false, code: 'timeout' });
    expect(await endSignIn(ports)).toEqual({ ok: true, value: null });
    expect(await endSignIn(ports)).toEqual({ ok: false, code: 'unreachable' });
    expect(requests.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
  });
});

describe('what managed settings say', () => {
  it('is told as it stands there', async () => {
    const { ports, requests } = portsAnswering(answer(204, ''), answer(204, ''));
    await tellIdentity(ports, 'ann@example.com');
    await tellIdentity(ports, null);
    expect(requests.map(({ method, body }) => [method, body])).toEqual([
      ['PUT', '{"user":"ann@example.com"}'],
      ['PUT', '{"user":null}'],
    ]);
  });

  it('is the same name however it is written', () => {
    expect(isSameUser(' Zo\u00eb@Example.com', 'zoe\u0308@example.com ')).toBe(true);
    expect(isSameUser('ann', 'anna')).toBe(false);
  });
});
