import { describe, expect, it } from 'vitest';
import { isMachineToken, isProse } from '../../../../lib/sites/codecs/machine-token.ts';

describe('isMachineToken', () => {
  it.each([
    '',
    'next',
    'gpt-5-2-thinking',
    'client-created-root',
    'INPUT_MODE_TEXT',
    'Europe/Berlin',
    'text/plain',
    'chatgpt.com',
    'nameKey',
    '_reqid',
    '77772d3e-1111-4222-8333-444455556666',
    'org-77772d3e-1111-4222-8333-444455556666',
    '2026-10-06T10:00:00.000Z',
    'v1',
    '0',
    '42',
    '{{USER_NAME}}',
  ])('%j is one', (text) => expect(isMachineToken(text)).toBe(true));

  it.each([
    'two words',
    'jane@example.com',
    '123-45-6789',
    '4111111111111111',
    '+49 30 123456',
    '+4930123456',
    'DE89370400440532013000',
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'acct-123456789',
    '123',
    '{{Jane Doe}}',
    'Müller',
    'x'.repeat(65),
    '\n',
  ])('%j is none', (text) => expect(isMachineToken(text)).toBe(false));
});

describe('isProse', () => {
  it('asks for several words and some length', () => {
    expect(isProse('Please summarise the attached contract for me')).toBe(true);
    expect(isProse('a b c d e f')).toBe(false);
    expect(isProse('x'.repeat(4000))).toBe(false);
    expect(isProse(' '.repeat(100_000))).toBe(false);
  });
});
