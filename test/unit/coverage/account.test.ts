import { describe, expect, it } from 'vitest';
import { ACCOUNT_MATCHES, AccountBook, accountOf } from '../../../lib/coverage/account.ts';

const OURS = '11111111-2222-4333-8444-555555555555';
const THEIRS = '99999999-2222-4333-8444-555555555555';
const withHeader = (url: string, name: string, value: string) => ({ url, requestHeaders: [{ name, value }] });

describe('accountOf', () => {
  it.each([
    ['ChatGPT header', withHeader('https://chatgpt.com/backend-api/me', 'ChatGPT-Account-Id', OURS), 'corporate'],
    ['ChatGPT header', withHeader('https://chatgpt.com/backend-api/me', 'chatgpt-account-id', THEIRS), 'personal'],
    ['ChatGPT without sign-in', { url: 'https://chatgpt.com/backend-anon/f/conversation' }, 'anonymous'],
    ['Claude header', withHeader('https://claude.ai/claudeai-rpc/x/y', 'x-organization-uuid', OURS), 'corporate'],
    ['Claude address', { url: `https://claude.ai/api/organizations/${THEIRS}/chat_conversations` }, 'personal'],
    [
      'Claude address, in capitals',
      { url: `https://claude.ai/api/organizations/${OURS.toUpperCase()}/x`.toLowerCase() },
      'corporate',
    ],
    ['M365 socket', { url: `wss://substrate.office.com/m365Copilot/Chathub/abc@${OURS}?x=1` }, 'corporate'],
    ['M365 socket, encoded', { url: `wss://substrate.office.com/m365Copilot/Chathub/abc%40${THEIRS}?x=1` }, 'personal'],
    ['GitHub', { url: 'https://api.individual.githubcopilot.com/github/chat/threads/1/messages' }, 'personal'],
    ['GitHub', { url: 'https://api.enterprise.githubcopilot.com/github/chat/threads/1/messages' }, 'corporate'],
  ])('%s: %s', (_, request, kind) => expect(accountOf(request, [OURS])).toBe(kind));

  it('does not guess whose an organisation is when no policy names ours', () =>
    expect(accountOf(withHeader('https://claude.ai/x', 'x-organization-uuid', OURS), [])).toBe('unknown'));

  it.each([
    ['a request that tells nothing', { url: 'https://chatgpt.com/backend-api/me' }],
    ['an empty header', withHeader('https://chatgpt.com/', 'chatgpt-account-id', ' ')],
    ['another host', withHeader('https://chatgpt.com.evil.example/', 'chatgpt-account-id', OURS)],
    ['no address', { url: 'nonsense' }],
  ])('%s: nothing', (_, request) => expect(accountOf(request, [OURS])).toBeNull());

  it('is asked about few addresses', () => {
    expect(ACCOUNT_MATCHES).toContain('wss://substrate.office.com/*');
    expect(ACCOUNT_MATCHES.join()).not.toContain('*://*');
  });
});

describe('the account book', () => {
  it('keeps tabs apart, tells what is new, and survives the worker', () => {
    let saved = {};
    const book = new AccountBook({}, (next) => {
      saved = next;
    });
    expect(book.see(1, 'chatgpt', 'personal')).toBe(true);
    expect(book.see(1, 'chatgpt', 'personal')).toBe(false);
    book.see(2, 'chatgpt', 'corporate');
    const again = new AccountBook(saved, () => undefined);
    expect([again.of(1, 'chatgpt'), again.of(2, 'chatgpt'), again.of(2, 'claude')]).toEqual([
      'personal',
      'corporate',
      'unknown',
    ]);
    expect(again.of(-1, 'chatgpt')).toBe('unknown');
    again.forget(1);
    expect([again.of(1, 'chatgpt'), again.of(-1, 'chatgpt')]).toEqual(['unknown', 'corporate']);
  });
});
