import { describe, expect, it } from 'vitest';
import { endsInNumber } from '../../../lib/pipeline/unfinished.ts';
import type { Prompt, Role } from '../../../lib/prompt/prompt.ts';

const draft = (text: string, role: Role = 'user'): Prompt => ({
  app: 'perplexity',
  host: 'suggest.perplexity.ai',
  channel: 'draft',
  shape: 'known',
  conversation: null,
  parts: [{ id: 'q', role, kind: 'text', text }],
  unreadable: [],
});

describe('endsInNumber', () => {
  it('[B22] holds every beginning of a card number from its sixth digit on, however it is spaced', () => {
    for (const card of ['4111 1111 1111 111', '4111-1111-1111-111', '411111111111111', '4111 1111 1111 1111']) {
      const digits = (length: number) => card.slice(0, length).replace(/\D/g, '').length;
      for (let length = 1; length <= card.length; length++) {
        const text = `my card ${card.slice(0, length)}`;
        expect(endsInNumber(draft(text)), text).toBe(digits(length) >= 6);
      }
    }
  });

  it.each(['', 'hello', 'in 2026', '1,000,000 people', '123456 apples', 'call 110', 'at 12:30:45'])(
    'lets %j go',
    (text) => expect(endsInNumber(draft(text))).toBe(false),
  );

  it('looks at what the person writes alone, and at the end of long texts alone', () => {
    expect(endsInNumber(draft('order 411111111', 'assistant'))).toBe(false);
    expect(endsInNumber(draft(`${'1 '.repeat(100_000)}end`))).toBe(false);
  });
});
