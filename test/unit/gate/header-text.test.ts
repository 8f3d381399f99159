import { describe, expect, it } from 'vitest';
import { readHeaders } from '../../../lib/gate/header-text.ts';

const SITE = { id: 'chatgpt' };
const textsOf = (headers: Record<string, string>) =>
  readHeaders(
    SITE,
    'https://chatgpt.com/x',
    Object.entries(headers).map(([name, value]) => ({ name, value })),
  )?.parts.map(({ text }) => text) ?? null;

describe('headers a page can fill', () => {
  it('are read value by value, percent codes too', () => {
    expect(
      textsOf({ Cookie: 'a=4111%201111; b=x=y', Referer: 'https://chatgpt.com/?n=4111+1111', 'X-Note': 'hello' }),
    ).toEqual(['4111 1111', 'x=y', 'https://chatgpt.com/?n=4111 1111', 'hello']);
    expect(textsOf({ 'Sec-WebSocket-Protocol': 'chat, card' })).toEqual(['chat, card']);
  });

  it('are none of those that browsers and sign-in fill', () => {
    const usual = { Host: 'h', 'User-Agent': 'u', 'Sec-Fetch-Mode': 'cors', Accept: '*/*', Authorization: 'Bearer x' };
    expect(textsOf(usual)).toBeNull();
    expect(textsOf({ Cookie: '', 'X-Empty': ' ' })).toBeNull();
  });

  it('may hold broken percent codes, which hide nothing', () =>
    expect(textsOf({ Cookie: 'a=%E0%A4%34111%zz' })).toEqual(['\ufffd4111%zz']));
});
