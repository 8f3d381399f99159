import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Handlers, route, type Sender } from '../../../lib/messages/router.ts';

const CONTENT: Sender = { surface: 'content', tab: 1, frame: 0, document: null };
const PAGE: Sender = { surface: 'page', tab: -1, frame: 0, document: null };

function handlers(overrides: Partial<Handlers> = {}): { all: Handlers; called: string[] } {
  const called: string[] = [];
  const answer = (method: string) => async () => void called.push(method);
  const all = {
    'guard.open': answer('guard.open'),
    'guard.commit': answer('guard.commit'),
    'guard.vouch': answer('guard.vouch'),
    'guard.entered': answer('guard.entered'),
    'popup.state': answer('popup.state'),
    'records.list': answer('records.list'),
    'policy.view': answer('policy.view'),
    'enrolment.view': answer('enrolment.view'),
    ...overrides,
  } as Handlers;
  return { all, called };
}

describe('the router', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('answers a known method from its sender', async () => {
    const { all } = handlers({ 'guard.open': async ({ app }) => `hello ${app}` });
    expect(await route({ method: 'guard.open', app: 'claude' }, CONTENT, all)).toEqual({
      ok: true,
      value: 'hello claude',
    });
  });

  it.each([
    ['an unknown method', { method: 'policy.set' }, PAGE],
    ['a method of the prototype', { method: 'toString' }, PAGE],
    ['a page method from a content script', { method: 'records.list', offset: 0, limit: 1 }, CONTENT],
    ['a content method from a page', { method: 'guard.entered', values: [] }, PAGE],
    ['anybody else', { method: 'popup.state' }, { ...PAGE, surface: 'untrusted' as const }],
    ['something that is no message', 'popup.state', PAGE],
    ['nothing', null, PAGE],
  ])('refuses %s', async (_, message, sender) => {
    const { all, called } = handlers();
    expect(await route(message, sender, all)).toEqual({ ok: false, code: 'refused' });
    expect(called).toEqual([]);
  });

  it.each([
    ['a missing field', { method: 'guard.open' }],
    ['a surplus field', { method: 'guard.open', app: 'x', extra: 1 }],
    ['a field of another type', { method: 'guard.entered', values: ['short'] }],
  ])('calls %s malformed and does nothing', async (_, message) => {
    const { all, called } = handlers();
    expect(await route(message, CONTENT, all)).toEqual({ ok: false, code: 'malformed' });
    expect(called).toEqual([]);
  });

  it('says no more than `failed` when a handler breaks', async () => {
    const { all } = handlers({ 'popup.state': () => Promise.reject(new Error('4111 1111 1111 1111')) });
    expect(await route({ method: 'popup.state' }, PAGE, all)).toEqual({ ok: false, code: 'failed' });
  });

  it('answers in time when a handler does not', async () => {
    const { all } = handlers({ 'popup.state': () => new Promise(() => undefined) });
    const answer = route({ method: 'popup.state' }, PAGE, all);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ ok: false, code: 'timeout' });
  });
});
