/** The two questions about a request, also when a background ends between them. */
import { describe, expect, it } from 'vitest';
import { BothQuestions } from '../../../lib/gate/both-questions.ts';
import type { RequestDetails } from '../../../lib/gate/captured.ts';
import type { Gate } from '../../../lib/gate/gate.ts';
import { GovernedApps } from '../../../lib/sites/governed-apps.ts';
import { SITES } from '../../../lib/sites/registry.ts';
import { chatgptUrl } from '../../fixtures/sites/chatgpt/bodies.ts';

const OWN = 'chrome-extension://sluice';
/** A tab in which nobody has entered anything. */
const UNTOUCHED = 9;
const APPS = new GovernedApps(SITES);
const POST: RequestDetails = {
  requestId: '7',
  url: chatgptUrl.conversation,
  method: 'POST',
  type: 'xmlhttprequest',
  tabId: -1,
  initiator: 'https://chatgpt.com',
};
const PREFLIGHT = [{ name: 'Access-Control-Request-Method', value: 'POST' }];
const FILE = { ...POST, method: 'GET', type: 'script', url: 'https://chatgpt.com/assets/page.js' };
const GET = { ...POST, method: 'GET', url: 'https://chatgpt.com/backend-api/me?q=bread' };

/** A background that has just started. `judge` says what its gate makes of a body, `headers` of headers. */
function background(judge = true, headers = true) {
  const asked: string[] = [];
  const gate = {
    async judge({ method, url }: RequestDetails) {
      asked.push(`body ${method} ${url}`);
      return judge;
    },
    async refuseUnjudged({ method }: RequestDetails) {
      asked.push(`unjudged ${method}`);
      return false;
    },
    async judgeHeaders({ url }: RequestDetails) {
      asked.push(`headers ${url}`);
      return headers;
    },
  } as unknown as Gate;
  const questions = new BothQuestions({
    apps: () => APPS,
    appsReady: async () => APPS,
    ownOrigin: OWN,
    nothingEntered: (tab) => tab === UNTOUCHED,
    ask: (question) => question(gate),
  });
  return { questions, asked };
}

describe('a request', () => {
  it('that passed with its body is asked about its headers', async () => {
    const { questions, asked } = background();
    expect(await questions.onBody(POST)).toBe(true);
    expect(await questions.onHeaders(POST, [])).toBe(true);
    // Once more after the server has asked who is there.
    expect(await questions.onHeaders(POST, [])).toBe(true);
    expect(asked.map((each) => each.split(' ')[0])).toEqual(['body', 'headers', 'headers']);
    const { questions: strict } = background(true, false);
    expect(await strict.onBody(POST)).toBe(true);
    expect(await strict.onHeaders(POST, [])).toBe(false);
  });

  it('of a tab in which nothing was entered has its headers answered at once', async () => {
    const { questions, asked } = background(true, false);
    const untouched = { ...POST, tabId: UNTOUCHED };
    expect(await questions.onBody(untouched)).toBe(true);
    expect(questions.onHeaders(untouched, [])).toBe(true);
    expect(questions.onHeaders({ ...FILE, tabId: UNTOUCHED }, [])).toBe(true);
    expect(asked).toEqual([`body POST ${POST.url}`]);
    // Not that anything passes that was not judged.
    expect(questions.onHeaders({ ...untouched, requestId: '8' }, [])).toBe(false);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'])(
    'whose body no living background has judged ends at once: %s',
    (method) => {
      const { questions, asked } = background();
      expect(questions.onHeaders({ ...POST, method }, [])).toBe(false);
      expect(asked).toEqual([`unjudged ${method}`]);
    },
  );

  it('that was refused, or judged at another address or under another id, ends as well', async () => {
    const { questions: refusing } = background(false);
    expect(await refusing.onBody(POST)).toBe(false);
    expect(await refusing.onHeaders(POST, [])).toBe(false);
    const { questions } = background();
    expect(await questions.onBody(POST)).toBe(true);
    expect(await questions.onHeaders({ ...POST, url: `${POST.url}/next` }, [])).toBe(false);
    expect(await questions.onHeaders({ ...POST, requestId: '8' }, [])).toBe(false);
    expect(await questions.onHeaders({ ...POST, requestId: undefined }, [])).toBe(false);
  });

  it('without a body is judged when its headers are asked about, and so is the browser’s own preflight', async () => {
    const { questions, asked } = background();
    expect(await questions.onHeaders(GET, [])).toBe(true);
    expect(await questions.onHeaders({ ...POST, method: 'OPTIONS' }, PREFLIGHT)).toBe(true);
    expect(asked.filter((each) => each.startsWith('body'))).toEqual([`body GET ${GET.url}`, `body GET ${POST.url}`]);
    const { questions: refusing } = background(false);
    expect(await refusing.onHeaders(GET, [])).toBe(false);
    expect(await refusing.onHeaders({ ...POST, method: 'OPTIONS' }, PREFLIGHT)).toBe(false);
  });

  it('that carries nothing is asked about its headers alone', async () => {
    const { questions, asked } = background(false);
    expect(questions.onBody(FILE)).toBe(true);
    expect(await questions.onHeaders(FILE, [])).toBe(true);
    expect(asked).toEqual([`headers ${FILE.url}`]);
  });

  it('of others passes without a turn of the event loop', () => {
    const { questions, asked } = background(false, false);
    const other = { ...POST, url: 'https://news.example/a?b=c', initiator: 'https://news.example' };
    expect(questions.onBody(other)).toBe(true);
    expect(questions.onHeaders(other, [])).toBe(true);
    expect(questions.onHeaders({ ...POST, initiator: OWN }, [])).toBe(true);
    expect(asked).toEqual([]);
  });

  it('waits until it is known which apps are governed; refused where that cannot be known', async () => {
    const ports = { apps: () => null, ownOrigin: OWN, nothingEntered: () => false, ask: async () => true };
    const waiting = new BothQuestions({ ...ports, appsReady: async () => APPS });
    expect(await waiting.onBody(POST)).toBe(true);
    expect(await waiting.onHeaders(POST, [])).toBe(true);
    const broken = new BothQuestions({ ...ports, appsReady: () => Promise.reject(new Error('broken')) });
    await expect(broken.onBody(POST)).rejects.toThrow('broken');
    await expect(broken.onHeaders(POST, [])).rejects.toThrow('broken');
  });

  it('stays known while very many others pass', async () => {
    const { questions } = background();
    expect(await questions.onBody(POST)).toBe(true);
    for (let at = 0; at < 900; at++) await questions.onBody({ ...POST, requestId: `other ${at}` });
    expect(await questions.onHeaders(POST, [])).toBe(true);
  });
});
